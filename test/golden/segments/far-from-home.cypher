MATCH (order:Order)
WHERE (order.isPurchase = true AND head([(order)-[:AT]->(store) | store.city]) <> head([(order)<-[:PLACED]-(customer) | customer.city]))
MATCH (order)<-[:PLACED]-(node)
WITH DISTINCT node

// {}
