MATCH (node:Customer)
WHERE (node.city IS NULL OR node.city <> $city)

// {
//   "city": "Shanghai"
// }
