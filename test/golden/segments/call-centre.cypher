MATCH (product:Product)
WHERE product.sku = $sku
MATCH (product)<-[line:CONTAINS]-(order)
WHERE (order.isPurchase = true AND order.promotion = $promotion)
WITH DISTINCT order
WHERE EXISTS {
  MATCH (order)-[:AT]->(store)
  WHERE $tags IN store.tags
}
MATCH (order)<-[:PLACED]-(node)
WITH DISTINCT node
WHERE (NOT (EXISTS {
  MATCH (node)-[:PERFORMED]->(event)
  WHERE (event.name = $name AND event.occurredAt > $occurredAt AND event.occurredAt <= $occurredAt2)
}) AND NOT (EXISTS {
  MATCH (node)-[:PLACED]->(order2)
  WHERE (order2.placedAt > $placedAt AND order2.placedAt <= $placedAt2)
}))

// {
//   "sku": "model-a",
//   "promotion": "618",
//   "tags": "sales-capability-low",
//   "name": "store_visit",
//   "occurredAt": "2026-01-01T00:00:00.000Z",
//   "occurredAt2": "2026-07-01T00:00:00.000Z",
//   "placedAt": "2026-01-01T00:00:00.000Z",
//   "placedAt2": "2026-07-01T00:00:00.000Z"
// }
