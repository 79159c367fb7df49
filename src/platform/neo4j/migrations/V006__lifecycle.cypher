// The clock moves customers whose interest grows old: they are found by its instant. By what rules interest was counted.
CREATE INDEX customer_interest_at IF NOT EXISTS FOR (node:Customer) ON (node.interestAt);
CREATE CONSTRAINT lifecycle_state_id IF NOT EXISTS FOR (node:LifecycleState) REQUIRE node.id IS UNIQUE;
