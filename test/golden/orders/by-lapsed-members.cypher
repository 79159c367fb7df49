MATCH (customer:Customer)
WHERE $tags IN customer.tags
MATCH (customer)-[:PLACED]->(node)
WHERE EXISTS {
  MATCH (node)-[line:CONTAINS]->(product)
  WHERE COUNT {
    MATCH (product)<-[:CONTAINS]-(order)<-[:PLACED]-(customer2)
    WHERE order.isPurchase = true
    RETURN DISTINCT customer2
  } < $count
}

// {
//   "tags": "do-not-call",
//   "count": 5
// }
