MATCH (customer:Customer)
WHERE $tags IN customer.tags
CALL (customer) {
  WITH customer WHERE customer.known
  CALL (customer) {
    WITH customer WHERE customer.addressLine IS NOT NULL AND customer.city IS NOT NULL
    MATCH (there:Customer {addressLine: customer.addressLine, city: customer.city})
    WITH customer, there LIMIT 9
    WITH customer, collect(there) AS people
    RETURN people, 'ADDRESS' AS kind, customer.addressLine + ', ' + customer.city AS value
    UNION ALL
    MATCH (customer)-[:USES]->(sharedDevice:Device)
    CALL (sharedDevice) {
      MATCH (sharedDevice)<-[:USES]-(there:Customer)
      WITH there LIMIT 9
      RETURN collect(there) AS people
    }
    RETURN people, 'DEVICE' AS kind, sharedDevice.deviceId AS value
    UNION ALL
    MATCH (customer)-[:HAS_RECORD]->(:SourceRecord)-[:STATES]->(sharedPhone:Identifier)
    WHERE sharedPhone.kind IN $phoneKinds
    WITH DISTINCT sharedPhone
    CALL (sharedPhone) {
      MATCH (sharedPhone)<-[:STATES]-(:SourceRecord)<-[:HAS_RECORD]-(there:Customer)
      WITH DISTINCT there LIMIT 9
      RETURN collect(there) AS people
    }
    RETURN people, 'PHONE' AS kind, sharedPhone.value AS value
  }
  WITH customer, people, kind, value
  WHERE size(people) <= 8
  UNWIND people AS node
  WITH customer, node, kind, value
  WHERE node <> customer
  RETURN DISTINCT node
}
WITH DISTINCT node
WHERE ((node.lastPurchaseAt IS NULL OR node.lastPurchaseAt <= $lastPurchaseAt) OR ((node.lastPurchaseAt IS NULL OR node.lastPurchaseAt > $lastPurchaseAt2) AND NOT (EXISTS {
  MATCH (node)-[:PLACED]->(order)
  WHERE (order.isPurchase = true AND order.placedAt > $placedAt AND order.placedAt <= $placedAt2)
})))

// {
//   "phoneKinds": [
//     "phone"
//   ],
//   "tags": "vip",
//   "lastPurchaseAt": "2026-06-01T00:00:00.000Z",
//   "lastPurchaseAt2": "2026-07-01T00:00:00.000Z",
//   "placedAt": "2026-06-01T00:00:00.000Z",
//   "placedAt2": "2026-07-01T00:00:00.000Z"
// }
