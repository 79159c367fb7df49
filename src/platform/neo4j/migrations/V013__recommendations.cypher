// What is bought with what, as it was counted last; the products that most bought.
CREATE CONSTRAINT co_purchase_count_id IF NOT EXISTS FOR (node:CoPurchaseCount) REQUIRE node.id IS UNIQUE;
CREATE INDEX product_buyers IF NOT EXISTS FOR (node:Product) ON (node.buyers);
