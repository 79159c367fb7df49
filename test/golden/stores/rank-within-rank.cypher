CALL () {
  CALL () {
    MATCH (order:Order)
    WITH order, order.placedAt AS rankedBy
    WHERE rankedBy IS NOT NULL
    WITH order, rankedBy
    ORDER BY rankedBy DESC, order.key ASC
    WITH collect(order) AS ranked
    UNWIND ranked[..((size(ranked) * $parts + $whole - 1) / $whole)] AS order
    WITH order
    RETURN collect(order) AS orderSet
  }
  CALL () {
    MATCH (store:Store)
    RETURN store
  }
  WITH store, orderSet, head(COLLECT {
    MATCH (store)<-[:AT]-(order2)
    WHERE (order2.isPurchase = true AND order2 IN orderSet)
    RETURN sum(order2.netMinor) AS figure
  }) AS rankedBy
  WHERE rankedBy IS NOT NULL
  WITH store, rankedBy
  ORDER BY rankedBy DESC, store.code ASC
  LIMIT $size
  WITH store
  RETURN collect(store) AS storeSet
}
CALL () {
  MATCH (node:Store)
  RETURN node
}
WITH *
WHERE (node IN storeSet OR EXISTS {
  MATCH (node)<-[:AT]-(order3)<-[:PLACED]-()
  WHERE order3.isPurchase = true
})
WITH node

// {
//   "parts": 10,
//   "whole": 100,
//   "size": 1
// }
