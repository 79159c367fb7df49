// Events that tell who brought whom, by what they share and by whom they name; who lives at an address.
CREATE INDEX event_share_id IF NOT EXISTS FOR (node:Event) ON (node.shareId);
CREATE INDEX event_invited_by IF NOT EXISTS FOR (node:Event) ON (node.invitedBy);
CREATE INDEX customer_address IF NOT EXISTS FOR (node:Customer) ON (node.addressLine, node.city);
