-- atlas:txmode none

-- Create index "phones_number_once" to table: "phones"
-- DATA-DEPENDENT: "phones_number_once" fails on duplicates.
-- atlas:nolint MF101 the numbers alone were unique until now
CREATE UNIQUE INDEX CONCURRENTLY "phones_number_once" ON "phones" ("entity_type", "entity_id", "number", (COALESCE(extension, ''::character varying)));
-- Drop index "phone_entity_type_entity_id_number" from table: "phones"
-- atlas:nolint PH111 a number may have several extensions, each once: the index above
DROP INDEX CONCURRENTLY "phone_entity_type_entity_id_number";
