CALL () {
  MATCH (customer:Customer)
  WITH customer, customer.totalSpentMinor AS rankedBy
  WHERE rankedBy IS NOT NULL
  WITH customer, rankedBy
  ORDER BY rankedBy DESC, customer.id ASC
  LIMIT $size
  WITH customer
  RETURN collect(customer) AS customerSet
}
CALL () {
  MATCH (node:Customer)
  WHERE node.city = $city
  RETURN node
}
WITH *
WHERE node IN customerSet
WITH node

// {
//   "size": 1000,
//   "city": "Shanghai"
// }
