CALL () {
  MATCH (store:Store)
  WITH store, head(COLLECT {
    MATCH (store)<-[:AT]-(order)
    WHERE (order.isPurchase = true AND (order.placedAt > $placedAt AND order.placedAt <= $placedAt2))
    RETURN sum(order.netMinor) AS figure
  }) AS rankedBy
  WHERE rankedBy IS NOT NULL
  WITH store, rankedBy
  ORDER BY rankedBy ASC, store.code ASC
  WITH collect(store) AS ranked
  UNWIND ranked[..((size(ranked) * $parts + $whole - 1) / $whole)] AS store
  WITH store
  RETURN collect(store) AS storeSet
}
CALL () {
  MATCH (node:Store)
  RETURN node
}
WITH *
WHERE node IN storeSet
WITH node

// {
//   "placedAt": "2026-04-02T00:00:00.000Z",
//   "placedAt2": "2026-07-01T00:00:00.000Z",
//   "parts": 10,
//   "whole": 100
// }
