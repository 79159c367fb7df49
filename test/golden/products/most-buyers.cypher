CALL () {
  MATCH (product:Product)
  WHERE product.brand = $brand
  WITH product, COUNT {
    MATCH (product)<-[:CONTAINS]-(order)<-[:PLACED]-(customer)
    WHERE (order.isPurchase = true AND (customer.known = true AND customer.purchaseCount >= $purchaseCount AND customer.lastPurchaseAt >= $lastPurchaseAt AND NOT ((customer.lastPurchaseAt IS NOT NULL AND customer.lastPurchaseAt < $lastPurchaseAt2) AND (customer.interestAt IS NOT NULL AND customer.interestAt >= $interestAt))))
    RETURN DISTINCT customer
  } AS rankedBy
  WHERE rankedBy IS NOT NULL
  WITH product, rankedBy
  ORDER BY rankedBy DESC, product.sku ASC
  LIMIT $size
  WITH product
  RETURN collect(product) AS productSet
}
CALL () {
  MATCH (node:Product)
  RETURN node
}
WITH *
WHERE node IN productSet
WITH node

// {
//   "brand": "Peak",
//   "purchaseCount": 5,
//   "lastPurchaseAt": "2025-07-01T00:00:00.000Z",
//   "lastPurchaseAt2": "2026-05-02T00:00:00.000Z",
//   "interestAt": "2026-06-01T00:00:00.000Z",
//   "size": 10
// }
