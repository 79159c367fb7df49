MATCH (node:Customer)
WHERE (node.purchaseCount >= $purchaseCount AND node.totalSpentMinor > $totalSpentMinor)

// {
//   "purchaseCount": 3,
//   "totalSpentMinor": 500000
// }
