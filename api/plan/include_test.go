package plan_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// What include names costs one statement each, however many records the page names.
func TestRelatedRecordsAreReadAtOnce(t *testing.T) {
	t.Parallel()
	env, plans := testenv.Explained(t, testenv.New(t), testenv.CustomPlans)
	app := apitest.On(t, env, apitest.Idle)
	apitest.NewWorld(t, env.DB)
	for range 10 {
		fixture.Patient(t, env.DB, fixture.Row{"doctor_id": fixture.Doctor(t, env.DB)})
	}
	reads := func(query string) (n int) {
		request := app.Request(t, apitest.Scenario{As: apitest.Admin, Path: "/api/v1/patients" + query})
		plans.Take()
		answer := app.Do(request)
		require.Len(t, apitest.Decode[struct{ Items []any }](t, answer).Items, 12)
		for _, plan := range plans.Take() {
			if strings.Contains(plan.Query, ` FROM "`) {
				n++
			}
		}
		return n
	}
	alone := reads("")
	assert.Equal(t, 1, alone)
	assert.Equal(t, alone+1, reads("?include=doctor"))
	assert.Equal(t, alone+2, reads("?include=doctor,institution"))
	assert.Equal(t, alone+1, reads("?total=exact"))
	assert.Equal(t, alone, reads("?total=none&fields=sex"))
}
