package rule_test

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/privacy"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

func TestOnlyTheSystemsClientPassesTheRules(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := newWorld(t, env.DB)
	check := func(where string, client *ent.Client) {
		nobody, patient := t.Context(), viewer.NewContext(t.Context(), w.as(viewer.Patient, w.patient))
		_, err := client.Patient.Get(nobody, w.patient)
		require.ErrorIs(t, err, privacy.Deny, where)
		require.ErrorIs(t, client.Patient.UpdateOneID(w.patient).SetActive(false).Exec(patient), privacy.Deny, where)

		seen, err := client.System().Patient.Query().Count(nobody)
		require.NoError(t, err, where)
		assert.Greater(t, seen, 1, where)
		require.NoError(t, client.System().Patient.UpdateOneID(w.patient).SetActive(false).Exec(patient), where)

		seen, err = client.Patient.Query().Count(patient) // neither the client nor the context has kept it
		require.NoError(t, err, where)
		assert.Equal(t, 1, seen, where)
	}
	check("pool", env.Ent)
	tx, err := env.Ent.Tx(t.Context())
	require.NoError(t, err)
	check("transaction", tx.Client())
	require.NoError(t, tx.Rollback())
}
