package plan_test

import (
	"net/http"
	"net/http/httptest"
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
	reads := func(query string) int {
		answer, n := counted(t, app, plans, "/api/v1/patients"+query)
		require.Len(t, apitest.Decode[struct{ Items []any }](t, answer).Items, 12)
		return n
	}
	alone := reads("")
	assert.Equal(t, 1, alone)
	assert.Equal(t, alone+1, reads("?include=doctor"))
	assert.Equal(t, alone+2, reads("?include=doctor,institution"))
	assert.Equal(t, alone+1, reads("?total=exact"))
	assert.Equal(t, alone, reads("?total=none&fields=sex"))
}

// counted asks as an administrator and counts the statements that read through ent.
func counted(t *testing.T, app *apitest.App, plans *testenv.Plans, path string) (answer *httptest.ResponseRecorder, n int) {
	t.Helper()
	request := app.Request(t, apitest.Scenario{As: apitest.Admin, Path: path})
	plans.Take()
	answer = app.Do(request)
	for _, plan := range plans.Take() {
		if strings.Contains(plan.Query, ` FROM "`) {
			n++
		}
	}
	return answer, n
}

// What one patient's record includes costs the same statements, however much of it there is: one each, and those of the
// dashboard's, the care team's and the validation's own operations.
func TestPartsOfARecordAreReadAtOnce(t *testing.T) {
	t.Parallel()
	env, plans := testenv.Explained(t, testenv.New(t), testenv.CustomPlans)
	app := apitest.On(t, env, apitest.Idle)
	w := apitest.NewWorld(t, env.DB)
	fixture.Insert(t, env.DB, "health_profiles", fixture.Row{"patient_id": w.Patient})
	path := "/api/v1/patients/" + w.Patient.String()
	lists := strings.Split("conditions,medications,allergies,family_history,emails,phones,addresses", ",")
	for _, more := range []int{1, 30} {
		for range more {
			for _, kind := range fixture.EntryKinds {
				row, _ := kind.Row(t, env.DB, w.Patient)
				fixture.Insert(t, env.DB, kind.Table, row)
			}
			for _, table := range []string{"emails", "phones", "addresses"} {
				apitest.Contact(t, env.DB, table, "patient", w.Patient, nil)
			}
		}
		_, alone := counted(t, app, plans, path)
		assert.Equal(t, 1, alone)
		for name, most := range map[string]int{"health_profile": 1, "dashboard": 4, "care_team": 6, "validation": 3, strings.Join(lists, ","): len(lists)} {
			answer, n := counted(t, app, plans, path+"?include="+name)
			require.Equal(t, http.StatusOK, answer.Code, answer.Body)
			assert.LessOrEqual(t, n, alone+most, "%s with %d more of each", name, more)
		}
		answer, _ := counted(t, app, plans, path+"?include="+strings.Join(lists, ","))
		members := apitest.Decode[map[string]any](t, answer)
		for _, name := range lists {
			assert.GreaterOrEqual(t, len(members[name].([]any)), more, name)
		}
	}
}
