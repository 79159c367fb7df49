MATCH (customer:Customer)
WHERE ($tags IN customer.tags AND NOT (EXISTS {
  MATCH (customer)-[:USES]->()
}))
MATCH (customer)-[:PLACED]->(order)
MATCH (order)<-[:PLACED]-(node)
WITH DISTINCT node

// {
//   "tags": "do-not-call"
// }
