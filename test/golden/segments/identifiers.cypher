MATCH (identifier:Identifier)
WHERE (identifier.kind = $kind AND (identifier.scope IS NULL OR identifier.scope = $scope))
MATCH (identifier)-[:IDENTIFIES]->(node)
WITH node, count(identifier) AS figure
WHERE figure >= $count
WITH node
WHERE EXISTS {
  MATCH (node)-[:USES]->(device)
  WHERE device.platform <> $platform
}

// {
//   "kind": "phone",
//   "scope": "",
//   "count": 2,
//   "platform": "ios"
// }
