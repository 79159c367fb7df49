MATCH (event:Event)
WHERE (event.name = $name AND event.occurredAt > $occurredAt AND event.occurredAt <= $occurredAt2)
MATCH (event)<-[:PERFORMED]-(node)
WITH DISTINCT node

// {
//   "name": "store_visit",
//   "occurredAt": "2026-06-01T00:00:00.000Z",
//   "occurredAt2": "2026-07-01T00:00:00.000Z"
// }
