MATCH (node:Customer)
WHERE ($tags IN node.tags AND NOT (EXISTS {
  MATCH (node)-[:PLACED]->(order)
  WHERE (order.isPurchase = true AND EXISTS {
    MATCH (order)-[line:CONTAINS]->(product)
    WHERE $category IN product.category
  })
}))

// {
//   "tags": "vip",
//   "category": "Hiking shoes"
// }
