MATCH (store:Store)
WHERE store.performance = $performance
MATCH (store)<-[:AT]-(order)
WHERE order.isPurchase = true
MATCH (order)<-[:PLACED]-(node)
WITH node, CASE
  WHEN count(order.netMinor) > 0 THEN (toFloat(sum(order.netMinor)) / toFloat(count(order.netMinor)))
END AS figure1, max(order.netMinor) AS figure2
WHERE ((figure1 IS NOT NULL AND figure1 < $netMinor) AND (figure2 IS NOT NULL AND figure2 <= $netMinor2))
WITH node

// {
//   "performance": "LOW",
//   "netMinor": 20000,
//   "netMinor2": 50000
// }
