MATCH (node:Customer)
WHERE node.city = $city

// {
//   "city": "Shanghai"
// }
