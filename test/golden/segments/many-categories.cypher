MATCH (order:Order)
WHERE (order.isPurchase = true AND order.promotion = $promotion)
MATCH (order)<-[:PLACED]-(node)
WITH DISTINCT node
WHERE any(figures IN COLLECT {
  MATCH (node)-[:PLACED]->(order2)-[line:CONTAINS]->(product)
  WHERE order2.isPurchase = true
  RETURN [count(DISTINCT CASE
    WHEN size(product.category) > 0 THEN product.category
  END)] AS figures
} WHERE figures[0] >= $category)

// {
//   "promotion": "618",
//   "category": 3
// }
