MATCH (node:Store)
WHERE (EXISTS {
  MATCH (node)<-[:AT]-(order3)<-[:PLACED]-()
  WHERE order3.isPurchase = true
} AND ((100 * toFloat(COUNT {
  MATCH (node)<-[:AT]-(order)<-[:PLACED]-(customer)
  WHERE (order.isPurchase = true AND (customer.known = true AND customer.purchaseCount >= $purchaseCount AND customer.lastPurchaseAt >= $lastPurchaseAt AND (customer.lastPurchaseAt >= $lastPurchaseAt2 OR (customer.interestAt IS NULL OR customer.interestAt < $interestAt))))
  RETURN DISTINCT customer
})) / toFloat(COUNT {
  MATCH (node)<-[:AT]-(order2)<-[:PLACED]-(customer2)
  WHERE order2.isPurchase = true
  RETURN DISTINCT customer2
})) >= $share)

// {
//   "purchaseCount": 5,
//   "lastPurchaseAt": "2025-07-01T00:00:00.000Z",
//   "lastPurchaseAt2": "2026-05-02T00:00:00.000Z",
//   "interestAt": "2026-06-01T00:00:00.000Z",
//   "share": 40
// }
