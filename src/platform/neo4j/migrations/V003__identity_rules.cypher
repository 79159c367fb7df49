// The rules that customers were stitched under: one set is named `current`, the others have no name any more.
CREATE CONSTRAINT identity_rule_set_name IF NOT EXISTS FOR (node:IdentityRuleSet) REQUIRE node.name IS UNIQUE;
CREATE CONSTRAINT identifier_reissue_id IF NOT EXISTS FOR (node:IdentifierReissue) REQUIRE node.id IS UNIQUE;
