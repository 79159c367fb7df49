MATCH (node:Customer)
WHERE (EXISTS {
  MATCH (node)-[:PLACED]->(order3)
  WHERE order3.isPurchase = true
} AND ((100 * toFloat(COUNT {
  MATCH (node)-[:PLACED]->(order)
  WHERE (order.isPurchase = true AND order.promotion IS NOT NULL)
})) / toFloat(COUNT {
  MATCH (node)-[:PLACED]->(order2)
  WHERE order2.isPurchase = true
})) > $share)

// {
//   "share": 80
// }
