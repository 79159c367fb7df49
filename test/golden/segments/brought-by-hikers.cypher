MATCH (customer:Customer)
WHERE ($tags IN customer.tags AND EXISTS {
  CALL (customer) {
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
    UNWIND people AS customer2
    WITH customer, customer2, kind, value
    WHERE customer2 <> customer AND customer2.known
    RETURN DISTINCT customer2
  }
  RETURN customer2
})
CALL (customer) {
  CALL (customer) {
    MATCH (customer)-[:PERFORMED]->(shared)
    WHERE shared.name = 'share' AND shared.shareId IS NOT NULL
    MATCH (opened:Event {shareId: shared.shareId})
    USING INDEX SEEK opened:Event(shareId)
    WHERE opened.name <> 'share'
    RETURN opened, 'SHARE' AS via
    UNION
    MATCH (customer)<-[:IDENTIFIES]-(inviting:Identifier)
    WHERE COUNT { (inviting)-[:IDENTIFIES]->(:Customer) } = 1
    MATCH (opened:Event {invitedBy: inviting.key})
    RETURN opened, 'INVITATION' AS via
  }
  MATCH (node:Customer)-[:PERFORMED]->(opened)
  WITH customer, node, via, opened.occurredAt AS at
  WHERE node <> customer
  RETURN DISTINCT node
}
WITH DISTINCT node

// {
//   "tags": "hiker",
//   "phoneKinds": [
//     "phone"
//   ]
// }
