package reports_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

func TestDemographics(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	c := apitest.NewCast(t, app)
	db := app.Env.DB
	fixture.Patient(t, db, fixture.Row{"doctor_id": c.Colleague, "first_name": "Carla", "last_name": "Colleagues"})
	fixture.Insert(t, db, "emails", fixture.Row{"entity_type": "patient", "entity_id": c.Patient, "email": "ana@example.net",
		"email_type_id": fixture.Code(t, db, "email_types", "home"), "is_primary": true})
	fixture.Value[bool](t, db, `INSERT INTO patient_conditions (patient_id, condition_id, onset_date)
		SELECT $1, id, '2020-01-01' FROM medical_conditions WHERE code = 'I10' RETURNING true`, c.Patient)
	apitest.StaffWith(t, db, "staff.figures@example.org", "analytics:read")
	const path = prefix + "patient-demographics"
	ask := func(as, query string, status int, contains, excludes []string) apitest.Scenario {
		return apitest.Scenario{Name: as + query, As: as, Path: path + query, Status: status, Contains: contains, Excludes: excludes}
	}
	ana := []string{`"first_name":"Ana"`, `"date_of_birth":"1980-06-15"`, `"primary_email":"ana@example.net"`,
		`"diagnosed_condition_names":["Essential (primary) hypertension"]`, `"institution_name":"Hospital"`}
	app.Run(t, []apitest.Scenario{
		ask("", "", http.StatusUnauthorized, nil, []string{"Ana"}),
		ask(apitest.Patient, "", http.StatusForbidden, nil, []string{"Ana"}),
		ask(apitest.Insurer, "", http.StatusForbidden, nil, []string{"Ines"}),
		ask(apitest.Suspended, "", http.StatusForbidden, nil, nil),
		ask(apitest.Reader, "", http.StatusForbidden, nil, []string{"Ana"}),
		ask("staff.figures@example.org", "", http.StatusForbidden, nil, []string{"Ana"}),
		ask(apitest.Doctor, "", http.StatusOK, ana, []string{"Carla", "Otto"}),
		ask(apitest.Hospital, "?sort=name&total=exact", http.StatusOK, append(ana, "Carla", `"total":2`), []string{"Otto", "Ines"}),
		ask(apitest.Hospital, "?doctor_id="+c.Colleague.String(), http.StatusOK, []string{"Carla"}, []string{"Ana"}),
		ask(apitest.Hospital, "?doctor_id="+c.OtherDoctor.String(), http.StatusNotFound, nil, []string{"Otto"}),
		ask(apitest.OtherClinic, "?institution_id="+c.Hospital.String(), http.StatusNotFound, nil, []string{"Ana"}),
		ask(apitest.Admin, "?institution_id="+c.OtherClinic.String(), http.StatusOK, []string{"Otto"}, []string{"Ana"}),
		{Name: "all mistakes", As: apitest.Admin, Path: path + "?sort=age&limit=0&doctor_id=x", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/sort not_allowed", "/limit out_of_range", "/doctor_id format"}},
		{Name: "as a file", As: apitest.Hospital, Path: path + "?sort=name", Header: map[string]string{"Accept": "text/csv"}, Status: http.StatusOK,
			WantHeader: map[string]string{"Content-Disposition": `attachment; filename="patient-demographics.csv"`},
			Check: func(t *testing.T, answer *httptest.ResponseRecorder) {
				lines := strings.Split(strings.TrimSpace(answer.Body.String()), "\r\n")
				require.Len(t, lines, 3)
				assert.True(t, strings.HasPrefix(lines[0], "patient_id,first_name,last_name,date_of_birth"), lines[0])
			}},
	})
	reads := 0
	for _, e := range app.Events(t, "patient.read") {
		if e.PatientID == c.Patient.String() && e.Outcome == "success" {
			reads++
		}
	}
	assert.Equal(t, 3, reads, "one for each list that Ana was in")

	first := apitest.Get[struct {
		Items      []struct{ FirstName string } `json:"items"`
		NextCursor string                       `json:"next_cursor"`
	}](t, app, apitest.Hospital, path+"?sort=name&limit=1")
	require.Len(t, first.Items, 1)
	app.Run(t, []apitest.Scenario{ask(apitest.Hospital, "?sort=name&limit=1&cursor="+first.NextCursor, http.StatusOK, []string{"Ana"}, []string{"Carla"})})
}
