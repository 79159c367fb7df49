MATCH (node:Customer)
WHERE (NOT (EXISTS {
  CALL (node) {
    CALL (node) {
      WITH node WHERE node.addressLine IS NOT NULL AND node.city IS NOT NULL
      MATCH (there:Customer {addressLine: node.addressLine, city: node.city})
      WITH node, there LIMIT 9
      WITH node, collect(there) AS people
      RETURN people, 'ADDRESS' AS kind, node.addressLine + ', ' + node.city AS value
      UNION ALL
      MATCH (node)-[:USES]->(sharedDevice:Device)
      CALL (sharedDevice) {
        MATCH (sharedDevice)<-[:USES]-(there:Customer)
        WITH there LIMIT 9
        RETURN collect(there) AS people
      }
      RETURN people, 'DEVICE' AS kind, sharedDevice.deviceId AS value
      UNION ALL
      MATCH (node)-[:HAS_RECORD]->(:SourceRecord)-[:STATES]->(sharedPhone:Identifier)
      WHERE sharedPhone.kind IN $phoneKinds
      WITH DISTINCT sharedPhone
      CALL (sharedPhone) {
        MATCH (sharedPhone)<-[:STATES]-(:SourceRecord)<-[:HAS_RECORD]-(there:Customer)
        WITH DISTINCT there LIMIT 9
        RETURN collect(there) AS people
      }
      RETURN people, 'PHONE' AS kind, sharedPhone.value AS value
    }
    WITH node, people, kind, value
    WHERE size(people) <= 8
    UNWIND people AS customer
    WITH node, customer, kind, value
    WHERE customer <> node AND customer.known
    RETURN DISTINCT customer
  }
  RETURN customer
}) AND node.purchaseCount >= $purchaseCount)

// {
//   "phoneKinds": [
//     "phone"
//   ],
//   "purchaseCount": 1
// }
