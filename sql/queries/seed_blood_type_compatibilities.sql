-- Adds who may give red cells to whom. $1: array of rows. Returns rows given, inserted, updated.
WITH given AS (
  SELECT d.id AS donor_id, r.id AS recipient_id
  FROM jsonb_to_recordset($1::jsonb) AS g (donor text, recipient text)
  JOIN blood_types d ON d.code = g.donor
  JOIN blood_types r ON r.code = g.recipient
), inserted AS (
  INSERT INTO blood_type_compatibilities (donor_id, recipient_id)
  SELECT donor_id, recipient_id
  FROM given g
  WHERE NOT EXISTS (
    SELECT FROM blood_type_compatibilities c WHERE c.donor_id = g.donor_id AND c.recipient_id = g.recipient_id)
  RETURNING 1
)
SELECT (SELECT count(*) FROM given), (SELECT count(*) FROM inserted), 0;
