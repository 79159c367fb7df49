MATCH (product:Product)
WHERE $category IN product.category
MATCH (product)<-[line:CONTAINS]-(order)
WHERE (order.isPurchase = true AND order.promotion = $promotion)
WITH DISTINCT order
MATCH (order)<-[:PLACED]-(node)
WITH DISTINCT node
WHERE NOT (EXISTS {
  MATCH (node)-[:PLACED]->(order2)
  WHERE (order2.isPurchase = true AND EXISTS {
    MATCH (order2)-[line2:CONTAINS]->(product2)
    WHERE any(element IN product2.category WHERE element IN $category2)
  })
})

// {
//   "category": "Trekking poles",
//   "promotion": "618",
//   "category2": [
//     "Shell jackets",
//     "Hiking shoes"
//   ]
// }
