MATCH (order:Order)
WHERE (order.isPurchase = true AND order.promotion = $promotion)
MATCH (order)<-[:PLACED]-(node)
WITH DISTINCT node

// {
//   "promotion": "test run"
// }
