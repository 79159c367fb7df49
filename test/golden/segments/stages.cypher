MATCH (node:Customer)
WHERE (node.known = true AND ((node.known IS NULL OR node.known <> true) OR (node.purchaseCount IS NULL OR node.purchaseCount > $purchaseCount)) AND node.birthDate < date($birthDate))

// {
//   "purchaseCount": 0,
//   "birthDate": "1990-01-01"
// }
