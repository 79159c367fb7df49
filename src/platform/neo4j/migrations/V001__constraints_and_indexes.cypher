// What makes a thing that thing: one node for each key, also when two writers come at once.
CREATE CONSTRAINT customer_id IF NOT EXISTS FOR (node:Customer) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT merged_customer_id IF NOT EXISTS FOR (node:MergedCustomer) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT identifier_key IF NOT EXISTS FOR (node:Identifier) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT source_record_key IF NOT EXISTS FOR (node:SourceRecord) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT device_device_id IF NOT EXISTS FOR (node:Device) REQUIRE node.deviceId IS UNIQUE;
CREATE CONSTRAINT order_key IF NOT EXISTS FOR (node:Order) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT event_key IF NOT EXISTS FOR (node:Event) REQUIRE node.key IS UNIQUE;
CREATE CONSTRAINT store_code IF NOT EXISTS FOR (node:Store) REQUIRE node.code IS UNIQUE;
CREATE CONSTRAINT staff_code IF NOT EXISTS FOR (node:Staff) REQUIRE node.code IS UNIQUE;
CREATE CONSTRAINT product_sku IF NOT EXISTS FOR (node:Product) REQUIRE node.sku IS UNIQUE;
CREATE CONSTRAINT category_path IF NOT EXISTS FOR (node:Category) REQUIRE node.path IS UNIQUE;
CREATE CONSTRAINT segment_id IF NOT EXISTS FOR (node:Segment) REQUIRE node.id IS UNIQUE;
CREATE CONSTRAINT segment_name IF NOT EXISTS FOR (node:Segment) REQUIRE node.name IS UNIQUE;

// Where a question about many things can start.
CREATE INDEX customer_created_at IF NOT EXISTS FOR (node:Customer) ON (node.createdAt);
CREATE INDEX customer_last_purchase_at IF NOT EXISTS FOR (node:Customer) ON (node.lastPurchaseAt);
CREATE INDEX customer_total_spent_minor IF NOT EXISTS FOR (node:Customer) ON (node.totalSpentMinor);
CREATE INDEX customer_last_seen_at IF NOT EXISTS FOR (node:Customer) ON (node.lastSeenAt);
CREATE INDEX customer_city IF NOT EXISTS FOR (node:Customer) ON (node.city);
CREATE INDEX customer_display_name IF NOT EXISTS FOR (node:Customer) ON (node.displayName);
CREATE INDEX merged_customer_merge_id IF NOT EXISTS FOR (node:MergedCustomer) ON (node.mergeId);
CREATE INDEX decided_id IF NOT EXISTS FOR ()-[decision:DECIDED]-() ON (decision.id);
CREATE INDEX order_placed_at IF NOT EXISTS FOR (node:Order) ON (node.placedAt);
CREATE INDEX order_promotion IF NOT EXISTS FOR (node:Order) ON (node.promotion);
CREATE INDEX order_store_code_placed_at IF NOT EXISTS FOR (node:Order) ON (node.storeCode, node.placedAt);
CREATE INDEX order_staff_code_placed_at IF NOT EXISTS FOR (node:Order) ON (node.staffCode, node.placedAt);
CREATE INDEX event_name IF NOT EXISTS FOR (node:Event) ON (node.name);
CREATE INDEX event_occurred_at IF NOT EXISTS FOR (node:Event) ON (node.occurredAt);
CREATE INDEX product_brand IF NOT EXISTS FOR (node:Product) ON (node.brand);
CREATE INDEX store_performance IF NOT EXISTS FOR (node:Store) ON (node.performance);
CREATE INDEX store_city IF NOT EXISTS FOR (node:Store) ON (node.city);
CREATE INDEX category_name IF NOT EXISTS FOR (node:Category) ON (node.name);
