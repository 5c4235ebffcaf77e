-- atlas:txmode none

-- Create index "addresses_entity_type_entity_id_id_idx" to table: "addresses"
CREATE INDEX CONCURRENTLY "addresses_entity_type_entity_id_id_idx" ON "addresses" ("entity_type", "entity_id", "id");
