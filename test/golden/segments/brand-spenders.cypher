MATCH (order:Order)
WHERE (order.placedAt > $placedAt AND order.placedAt <= $placedAt2)
MATCH (product)<-[line:CONTAINS]-(order)<-[:PLACED]-(node)
WHERE (order.isPurchase = true AND product.brand = $brand)
WITH node, sum(coalesce(line.valueMinor, ((line.quantity * line.unitPriceMinor) - coalesce(line.discountMinor, 0)))) AS figure
WHERE figure > $lineValueMinor
WITH node

// {
//   "placedAt": "2026-04-02T00:00:00.000Z",
//   "placedAt2": "2026-07-01T00:00:00.000Z",
//   "brand": "Peak",
//   "lineValueMinor": 300000
// }
