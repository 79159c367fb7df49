CALL () {
  MATCH (store:Store)
  WHERE store.performance = $performance
  MATCH (store)<-[:AT]-(order)
  MATCH (order)-[line:CONTAINS]->(product)
  WHERE order.isPurchase = true
  WITH product, sum(line.quantity) AS figure
  WHERE figure >= $quantity
  WITH product
  RETURN collect(product) AS productSet
}
CALL () {
  MATCH (node:Product)
  WHERE (EXISTS {
    MATCH (node)<-[:CONTAINS]-(order4)
    WHERE order4.isPurchase = true
  } AND ((100 * toFloat(COUNT {
    MATCH (node)<-[line2:CONTAINS]-(order2)
    WHERE (order2.isPurchase = true AND EXISTS {
      MATCH (order2)-[:AT]->(store2)
      WHERE store2.performance = $performance2
    })
  })) / toFloat(COUNT {
    MATCH (node)<-[:CONTAINS]-(order3)
    WHERE order3.isPurchase = true
  })) > $share)
  RETURN node
}
WITH *
WHERE node IN productSet
WITH node

// {
//   "performance": "LOW",
//   "quantity": 100,
//   "performance2": "LOW",
//   "share": 25
// }
