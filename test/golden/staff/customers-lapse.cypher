CALL () {
  MATCH (customer:Customer)
  WHERE (customer.known = true AND customer.purchaseCount >= $purchaseCount AND customer.lastPurchaseAt < $lastPurchaseAt)
  MATCH (customer)-[:PLACED]->(order)-[:SOLD_BY]->(node)
  WHERE order.isPurchase = true
  WITH DISTINCT node, customer
  WITH node, count(customer) AS figure
  WHERE figure >= $count
  WITH node
  RETURN node
  UNION
  MATCH (staff:Staff)
  WHERE (EXISTS {
    MATCH (staff)<-[:SOLD_BY]-(order4)<-[:PLACED]-()
    WHERE order4.isPurchase = true
  } AND ((100 * toFloat(COUNT {
    MATCH (staff)<-[:SOLD_BY]-(order2)<-[:PLACED]-(customer2)
    WHERE (order2.isPurchase = true AND (customer2.known = true AND customer2.purchaseCount >= $purchaseCount2 AND customer2.lastPurchaseAt < $lastPurchaseAt2))
    RETURN DISTINCT customer2
  })) / toFloat(COUNT {
    MATCH (staff)<-[:SOLD_BY]-(order3)<-[:PLACED]-(customer3)
    WHERE order3.isPurchase = true
    RETURN DISTINCT customer3
  })) > $share)
  MATCH (staff)-[:REPORTS_TO]->(node)
  WITH DISTINCT node
  RETURN node
}

// {
//   "purchaseCount": 1,
//   "lastPurchaseAt": "2025-07-01T00:00:00.000Z",
//   "count": 10,
//   "purchaseCount2": 1,
//   "lastPurchaseAt2": "2025-07-01T00:00:00.000Z",
//   "share": 50
// }
