MATCH (product:Product)
WHERE product.sku = $sku
MATCH (product)<-[line:CONTAINS]-(order)
WITH order, sum(line.quantity) AS figure
WHERE figure >= $quantity
WITH order
MATCH (order)<-[:PLACED]-(node)
WITH DISTINCT node

// {
//   "sku": "model-a",
//   "quantity": 10
// }
