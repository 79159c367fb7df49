MATCH (order:Order)
MATCH (order)<-[:PLACED]-(node)
WITH node, sum(order.netMinor) AS figure
WHERE figure > $netMinor
WITH node

// {
//   "netMinor": 1000000
// }
