MATCH (node:Customer)
WHERE (EXISTS {
  CALL (node) {
    CALL (node) {
      MATCH (node)-[:PERFORMED]->(shared)
      WHERE shared.name = 'share' AND shared.shareId IS NOT NULL
      MATCH (opened:Event {shareId: shared.shareId})
      USING INDEX SEEK opened:Event(shareId)
      WHERE opened.name <> 'share'
      RETURN opened, 'SHARE' AS via
      UNION
      MATCH (node)<-[:IDENTIFIES]-(inviting:Identifier)
      WHERE COUNT { (inviting)-[:IDENTIFIES]->(:Customer) } = 1
      MATCH (opened:Event {invitedBy: inviting.key})
      RETURN opened, 'INVITATION' AS via
    }
    MATCH (customer:Customer)-[:PERFORMED]->(opened)
    WITH node, customer, via, opened.occurredAt AS at
    WHERE customer <> node
    RETURN DISTINCT customer
  }
  WITH *
  WHERE EXISTS {
    MATCH (customer)-[:PLACED]->(order)
    WHERE (order.isPurchase = true AND order.placedAt > $placedAt AND order.placedAt <= $placedAt2)
  }
  RETURN customer
} AND node.city = $city)

// {
//   "placedAt": "2025-07-01T00:00:00.000Z",
//   "placedAt2": "2026-07-01T00:00:00.000Z",
//   "city": "Shanghai"
// }
