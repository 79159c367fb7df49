// Revenue of stores and staff is counted after every order: with the net value in the index, no order need be read for it.
CREATE INDEX order_store_purchases IF NOT EXISTS FOR (node:Order) ON (node.storeCode, node.placedAt, node.isPurchase, node.netMinor);
CREATE INDEX order_staff_purchases IF NOT EXISTS FOR (node:Order) ON (node.staffCode, node.placedAt, node.isPurchase, node.netMinor);
DROP INDEX order_store_code_placed_at IF EXISTS;
DROP INDEX order_staff_code_placed_at IF EXISTS;
