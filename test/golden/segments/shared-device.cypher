MATCH (device:Device)
WHERE (device.platform = $platform AND EXISTS {
  MATCH (device)<-[:USES]-(customer)
  WHERE (customer.city IS NULL OR customer.city <> $city)
})
MATCH (device)<-[:USES]-(node)
WHERE $tags IN node.tags
WITH DISTINCT node

// {
//   "platform": "ios",
//   "city": "Shanghai",
//   "tags": "hiker"
// }
