MATCH (product:Product)
WHERE product.sku = $sku
MATCH (product)<-[:ABOUT]-(event)
WHERE (event.name = $name AND EXISTS {
  MATCH (event)<-[:PERFORMED]-(customer)
  MATCH (customer)-[:PLACED]->(order)
  WHERE ((order.placedAt > event.occurredAt AND (order.placedAt).epochMillis <= ((datetime({datetime: event.occurredAt, timezone: $timeZone}) + duration($span))).epochMillis) AND (order.isPurchase = true AND EXISTS {
    MATCH (order)-[line:CONTAINS]->(product2)
    WHERE product2.sku = $sku2
  }))
})
MATCH (event)<-[:PERFORMED]-(node)
WITH DISTINCT node

// {
//   "sku": "model-a",
//   "name": "page_view",
//   "timeZone": "Asia/Shanghai",
//   "span": "PT48H",
//   "sku2": "model-a"
// }
