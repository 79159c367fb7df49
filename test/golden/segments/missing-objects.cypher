MATCH (order:Order)
WHERE (NOT (EXISTS {
  MATCH (order)-[:AT]->(store)
  WHERE toLower(store.city) CONTAINS toLower($city)
}) AND NOT (EXISTS {
  MATCH (order)-[:SOLD_BY]->(staff)
  WHERE EXISTS {
    MATCH (staff)-[:WORKS_AT]->(store2)
    WHERE store2.region IS NOT NULL
  }
}))
MATCH (order)<-[:PLACED]-(node)
WITH DISTINCT node

// {
//   "city": "hai"
// }
