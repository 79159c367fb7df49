MATCH (product:Product)
WHERE $category IN product.category
MATCH (product)<-[line:CONTAINS]-(order)
WHERE order.isPurchase = true
WITH DISTINCT order
WHERE EXISTS {
  MATCH (order)-[:AT]->(store)
  WHERE store.performance = $performance
}
MATCH (order)<-[:PLACED]-(node)
WHERE $tags IN node.tags
WITH DISTINCT node

// {
//   "category": "Trekking poles",
//   "performance": "LOW",
//   "tags": "hiker"
// }
