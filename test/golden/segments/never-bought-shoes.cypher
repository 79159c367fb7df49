CALL () {
  MATCH (product:Product)
  WHERE $category IN product.category
  MATCH (product)<-[line:CONTAINS]-(order)
  WHERE order.isPurchase = true
  WITH DISTINCT order
  MATCH (order)<-[:PLACED]-(customer)
  WITH DISTINCT customer
  RETURN collect(customer) AS customerSet
}
CALL () {
  MATCH (node:Customer)
  RETURN node
}
WITH *
WHERE NOT (node IN customerSet)
WITH node

// {
//   "category": "Hiking shoes"
// }
