CALL () {
  MATCH (customer2:Customer)
  CALL (customer2) {
    WITH customer2 WHERE customer2.known
    CALL (customer2) {
      WITH customer2 WHERE customer2.addressLine IS NOT NULL AND customer2.city IS NOT NULL
      MATCH (there:Customer {addressLine: customer2.addressLine, city: customer2.city})
      WITH customer2, there LIMIT 9
      WITH customer2, collect(there) AS people
      RETURN people, 'ADDRESS' AS kind, customer2.addressLine + ', ' + customer2.city AS value
      UNION ALL
      MATCH (customer2)-[:USES]->(sharedDevice:Device)
      CALL (sharedDevice) {
        MATCH (sharedDevice)<-[:USES]-(there:Customer)
        WITH there LIMIT 9
        RETURN collect(there) AS people
      }
      RETURN people, 'DEVICE' AS kind, sharedDevice.deviceId AS value
      UNION ALL
      MATCH (customer2)-[:HAS_RECORD]->(:SourceRecord)-[:STATES]->(sharedPhone:Identifier)
      WHERE sharedPhone.kind IN $phoneKinds
      WITH DISTINCT sharedPhone
      CALL (sharedPhone) {
        MATCH (sharedPhone)<-[:STATES]-(:SourceRecord)<-[:HAS_RECORD]-(there:Customer)
        WITH DISTINCT there LIMIT 9
        RETURN collect(there) AS people
      }
      RETURN people, 'PHONE' AS kind, sharedPhone.value AS value
    }
    WITH customer2, people, kind, value
    WHERE size(people) <= 8
    UNWIND people AS customer
    WITH customer2, customer, kind, value
    WHERE customer <> customer2
    RETURN DISTINCT customer
  }
  WITH customer, sum(customer2.totalSpentMinor) AS figure1, count(DISTINCT customer2.city) AS figure2
  WHERE (figure1 > $totalSpentMinor AND figure2 = $city)
  WITH customer
  RETURN collect(customer) AS customerSet
}
CALL () {
  MATCH (node:Customer)
  WHERE (EXISTS {
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
      UNWIND people AS customer5
      WITH node, customer5, kind, value
      WHERE customer5 <> node AND customer5.known
      RETURN DISTINCT customer5
    }
    RETURN customer5
  } AND ((100 * toFloat(COUNT {
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
      UNWIND people AS customer3
      WITH node, customer3, kind, value
      WHERE customer3 <> node AND customer3.known
      RETURN DISTINCT customer3
    }
    RETURN DISTINCT customer3
  })) / toFloat(COUNT {
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
      UNWIND people AS customer4
      WITH node, customer4, kind, value
      WHERE customer4 <> node AND customer4.known
      RETURN DISTINCT customer4
    }
    RETURN DISTINCT customer4
  })) >= $share)
  RETURN node
}
WITH *
WHERE node IN customerSet
WITH node

// {
//   "phoneKinds": [
//     "phone"
//   ],
//   "totalSpentMinor": 20000,
//   "city": 1,
//   "share": 50
// }
