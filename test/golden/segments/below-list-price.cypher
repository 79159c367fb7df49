MATCH (product:Product)
WHERE product.sku = $sku
MATCH (product)<-[line:CONTAINS]-(order)<-[:PLACED]-(node)
WHERE (order.isPurchase = true AND coalesce(line.unitValueMinor, line.unitPriceMinor) < product.priceValueMinor)
WITH DISTINCT node

// {
//   "sku": "model-a"
// }
