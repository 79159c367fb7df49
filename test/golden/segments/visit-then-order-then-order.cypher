MATCH (event:Event)
WHERE (event.name = $name AND EXISTS {
  MATCH (event)<-[:PERFORMED]-(customer)
  MATCH (customer)-[:PLACED]->(order)
  WHERE (order.placedAt > event.occurredAt AND EXISTS {
    MATCH (order)<-[:PLACED]-(customer2)
    MATCH (customer2)-[:PLACED]->(order2)
    WHERE ((order2.placedAt > order.placedAt AND (order2.placedAt).epochMillis <= ((datetime({datetime: order.placedAt, timezone: $timeZone}) + duration($span))).epochMillis) AND order2.isPurchase = true)
  })
})
MATCH (event)<-[:PERFORMED]-(node)
WITH DISTINCT node

// {
//   "name": "store_visit",
//   "timeZone": "Asia/Shanghai",
//   "span": "P6M"
// }
