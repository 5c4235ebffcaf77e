package audit_test

import (
	"fmt"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service/audit"
)

// The database's owner may change anything; the chain tells, and the anchor where the chain can't.
func TestVerifyFindsWhatTheOwnerDid(t *testing.T) {
	t.Parallel()
	// rewritten makes record 5's hash fit again, and so on to the end: what a careful forger does.
	const rewritten = `
		CREATE FUNCTION reseal() RETURNS void LANGUAGE plpgsql AS $$
		DECLARE r record; chain bytea;
		BEGIN
		  SELECT hash INTO chain FROM audit_events WHERE number = 4;
		  FOR r IN SELECT * FROM audit_events WHERE number >= 5 ORDER BY number LOOP
		    UPDATE audit_events SET previous_hash = chain, hash = sha256(chain || convert_to(
		        netstring(r.number::text) || netstring(trunc(extract(epoch FROM r.sealed_at) * 1000000)::text)
		        || netstring(trunc(extract(epoch FROM r.occurred_at) * 1000000)::text)
		        || netstring(r.actor_type) || netstring(r.actor_id::text) || netstring(r.action) || netstring(r.outcome)
		        || netstring(r.entity_type) || netstring(r.entity_id) || netstring(r.patient_id::text)
		        || netstring(r.purpose_of_use) || netstring(r.request_id) || netstring(r.source_ip::text)
		        || netstring(r.result_count::text) || netstring(encode(r.payload_digest, 'hex')), 'UTF8'))
		      WHERE number = r.number RETURNING hash INTO chain;
		  END LOOP;
		END $$;
		SELECT reseal()`
	changed := func(assignment string) string { return "UPDATE audit_events SET " + assignment + " WHERE number = 5" }
	for name, c := range map[string]struct {
		forgery string
		want    []string
	}{
		"nothing":         {"SELECT 1", nil},
		"payload erased":  {"UPDATE audit_events SET payload = NULL", nil},
		"payload":         {`UPDATE audit_events SET payload = '{"cost": 1.5}' WHERE number = 4`, []string{"payload 4"}},
		"payload added":   {`UPDATE audit_events SET payload = '{}' WHERE number = 5`, []string{"payload 5"}},
		"payload, digest": {`UPDATE audit_events SET payload = '{}', payload_digest = sha256('{}') WHERE number = 4`, []string{"changed 4"}},
		"sealed_at":       {changed("sealed_at = sealed_at + interval '1 microsecond'"), []string{"changed 5", "out_of_order 6"}},
		"occurred_at":     {changed("occurred_at = 'infinity'"), []string{"changed 5"}},
		"actor_type":      {changed("actor_type = 'system'"), []string{"changed 5"}},
		"actor_id":        {changed("actor_id = NULL"), []string{"changed 5"}},
		"action":          {changed("action = 'patient.readd'"), []string{"changed 5"}},
		"outcome":         {changed("outcome = 'denied'"), []string{"changed 5"}},
		"entity_type":     {changed("entity_type = ''"), []string{"changed 5"}},
		"entity_id":       {changed("entity_id = upper(entity_id) || 'x'"), []string{"changed 5"}},
		"patient_id":      {changed("patient_id = gen_random_uuid()"), []string{"changed 5"}},
		"purpose_of_use":  {changed("purpose_of_use = 'BTG'"), []string{"changed 5"}},
		"request_id":      {changed("request_id = NULL"), []string{"changed 5"}},
		"source_ip":       {changed("source_ip = set_masklen(source_ip, 8)"), []string{"changed 5"}},
		"result_count":    {changed("result_count = 0"), []string{"changed 5"}},
		"hash":            {changed("hash = sha256('')"), []string{"changed 5", "unlinked 6"}},
		"previous_hash":   {changed("previous_hash = sha256('')"), []string{"unlinked 5", "changed 5"}},
		"fields moved":    {changed("entity_type = entity_id, entity_id = entity_type"), []string{"changed 5"}},
		"first":           {"DELETE FROM audit_events WHERE number <= 2", []string{"missing 1"}},
		"middle":          {"DELETE FROM audit_events WHERE number IN (5, 6, 8)", []string{"missing 5", "missing 8"}},
		"hole closed": {`DELETE FROM audit_events WHERE number = 5; UPDATE audit_events SET number = number - 1 WHERE number > 5`,
			[]string{"unlinked 5", "changed 5", "changed 6", "changed 7", "changed 8", "changed 9", "anchor_absent 10"}},
		"swapped": {`UPDATE audit_events SET number = CASE number WHEN 5 THEN 60 ELSE 50 END WHERE number IN (5, 6);
			UPDATE audit_events SET number = number / 10 WHERE number >= 50`,
			[]string{"unlinked 5", "changed 5", "unlinked 6", "changed 6", "unlinked 7"}},
		"put in twice": {`INSERT INTO audit_events SELECT (jsonb_populate_record(e, '{"sealed_at": "2999-01-01"}')).* FROM audit_events e WHERE number = 5`,
			[]string{"duplicate 5", "changed 5", "out_of_order 6"}},
		"end cut off":    {"DELETE FROM audit_events WHERE number > 7", []string{"anchor_absent 10"}},
		"all cut off":    {"TRUNCATE audit_events", []string{"anchor_absent 3", "anchor_absent 10"}},
		"anchored gone":  {"DELETE FROM audit_events WHERE number = 3", []string{"missing 3", "anchor_absent 3"}},
		"written anew":   {changed("action = 'patient.readd'") + ";" + rewritten, []string{"anchor 10"}},
		"order of times": {"UPDATE audit_events SET sealed_at = sealed_at - interval '1 day' WHERE number = 5;" + rewritten, []string{"anchor 10", "out_of_order 5"}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			env := testenv.New(t)
			trail := trailOn(env)
			record(t, trail, 3)
			early, err := trail.Anchor(t.Context())
			require.NoError(t, err)
			record(t, trail, 7)
			late, err := trail.Anchor(t.Context())
			require.NoError(t, err)

			execute(t, testenv.Owner(t, env), c.forgery)
			report, err := trail.Verify(t.Context(), []audit.Anchor{late, early}, nil)
			require.NoError(t, err)
			var found []string
			for _, f := range report.Findings {
				found = append(found, fmt.Sprintf("%s %d", f.Kind, f.Number))
				assert.NotEmpty(t, f.Detail)
			}
			assert.ElementsMatch(t, c.want, found)
			assert.Equal(t, len(c.want), report.Total)
		})
	}
}
