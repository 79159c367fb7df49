CALL () {
  MATCH (store:Store)
  WHERE store.code = $code
  MATCH (store)<-[:AT]-(order)
  WHERE order.isPurchase = true
  MATCH (order)<-[:PLACED]-(node)
  WITH DISTINCT node
  RETURN node
  UNION
  MATCH (store2:Store)
  WHERE store2.code = $code2
  MATCH (store2)<-[:WORKS_AT]-(staff2)
  MATCH (staff2)<-[:REPORTS_TO]-(staff)
  MATCH (staff)<-[:SOLD_BY]-(order2)
  WHERE order2.isPurchase = true
  MATCH (order2)<-[:PLACED]-(node)
  WITH DISTINCT node
  RETURN node
}

// {
//   "code": "sh-01",
//   "code2": "sh-01"
// }
