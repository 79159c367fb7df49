MATCH (event:Event)
WHERE (event.name = $name AND ((datetime({datetime: event.occurredAt, timezone: $timeZone}) + duration($span))).epochMillis <= ($asOf).epochMillis AND NOT (EXISTS {
  MATCH (event)<-[:PERFORMED]-(customer)
  MATCH (customer)-[:PLACED]->(order)
  WHERE ((order.placedAt > event.occurredAt AND (order.placedAt).epochMillis <= ((datetime({datetime: event.occurredAt, timezone: $timeZone2}) + duration($span2))).epochMillis) AND order.isPurchase = true)
}))
MATCH (event)<-[:PERFORMED]-(node)
WITH DISTINCT node

// {
//   "name": "page_view",
//   "timeZone": "Asia/Shanghai",
//   "span": "P7D",
//   "asOf": "2026-07-01T00:00:00.000Z",
//   "timeZone2": "Asia/Shanghai",
//   "span2": "P7D"
// }
