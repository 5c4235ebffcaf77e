package api_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service/page"
)

func ok(name, as, path string, contains, excludes []string) apitest.Scenario {
	return apitest.Scenario{Name: name, As: as, Path: path, Status: http.StatusOK, Contains: contains, Excludes: excludes}
}

// Totals are of whom the viewer may see and of the filters, whatever the page.
func TestListsAreCountedWhenAsked(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	for i := range 4 {
		fixture.Patient(t, app.Env.DB, fixture.Row{"doctor_id": cast.Doctor, "last_name": fmt.Sprintf("Counted%d", i)})
	}
	const patients = "/api/v1/patients?limit=2"
	of := func(path string) string { return strings.ReplaceAll(path, "{id}", cast.Patient.String()) }
	total := func(n int) []string { return []string{fmt.Sprintf(`"total":%d,"total_is_estimate":false}`, n)} }
	estimate := []string{`"total":`, `"total_is_estimate":true`}
	app.Run(t, []apitest.Scenario{
		ok("not asked", apitest.Doctor, patients, nil, []string{"total"}),
		ok("none", apitest.Doctor, patients+"&total=none", nil, []string{"total"}),
		ok("a doctor's", apitest.Doctor, patients+"&total=exact", total(5), nil),
		ok("a patient's", apitest.Patient, patients+"&total=exact", total(1), nil),
		ok("staff's", apitest.Admin, patients+"&total=exact", total(7), nil),
		ok("another institution's", apitest.OtherClinic, patients+"&total=exact", total(1), nil),
		ok("of a search", apitest.Doctor, patients+"&total=exact&q=counted", total(4), nil),
		ok("of nothing", apitest.Doctor, patients+"&total=exact&q=nobody", total(0), nil),
		ok("guessed", apitest.Admin, patients+"&total=estimated", estimate, nil),
		ok("guessed for a search", apitest.Admin, patients+"&total=estimated&q=counted&sort=name", estimate, nil),
		ok("of the clinical collections", apitest.Doctor, of("/api/v1/patients/{id}/conditions?total=exact"), total(0), nil),
		ok("guessed of them", apitest.Admin, of("/api/v1/patients/{id}/conditions?total=estimated"), estimate, nil),
		ok("of contacts", apitest.Doctor, of("/api/v1/patients/{id}/emails?total=exact"), total(0), nil),
		ok("of accounts", apitest.Admin, "/api/v1/cms/accounts?total=exact&user_type=patient", total(2), nil),
		ok("of a catalog", "", "/api/v1/catalogs/blood-types?limit=2&total=exact", total(8), nil),
		ok("never guessed of a catalog", apitest.Admin, "/api/v1/catalogs/blood-types?limit=2&total=estimated", total(8), nil),
		ok("and without, from the cache too", "", "/api/v1/catalogs/blood-types?limit=2", nil, []string{"total"}),
		ok("guessed of the trail", apitest.Admin, "/api/v1/cms/audit-events?total=estimated", estimate, nil),
		{Name: "counted of the trail", As: apitest.Admin, Path: "/api/v1/cms/audit-events?total=exact", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/total not_allowed"}},
		{Name: "of what one may not see", As: apitest.OtherDoctor, Path: of("/api/v1/patients/{id}/conditions?total=exact"), Status: http.StatusNotFound},
		{Name: "near a point", As: apitest.Admin, Path: "/api/v1/institutions?latitude=1&longitude=1&radius_km=1&total=exact",
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/total invalid"}},
		{Name: "in another way", As: apitest.Doctor, Path: patients + "&total=true", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/total not_allowed"}},
	})
	first := apitest.Get[struct {
		NextCursor string `json:"next_cursor"`
	}](t, app, apitest.Doctor, patients+"&total=exact")
	app.Run(t, []apitest.Scenario{ok("on the second page", apitest.Doctor, patients+"&total=exact&cursor="+first.NextCursor, total(5), nil)})
}

// The planner's guess is from samples of everybody's records, so a viewer of some gets none.
func TestGuessesTellNothingOfOthersRecords(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	few := []string{`"total":1,"total_is_estimate":false}`}
	of := func(path string) string { return strings.ReplaceAll(path, "{id}", cast.Patient.String()) }
	foreign := func(rows int) {
		t.Helper()
		owner := testenv.Owner(t, app.Env)
		_, err := owner.ExecContext(t.Context(), `
			INSERT INTO patients (id, doctor_id, institution_id, first_name, last_name, date_of_birth, sex_id)
			SELECT gen_random_uuid(), p.doctor_id, p.institution_id, 'Xaver', 'Foreign', p.date_of_birth, p.sex_id
			FROM patients p, generate_series(1, $2) WHERE p.id = $1`, cast.OtherPatient, rows)
		require.NoError(t, err)
		_, err = owner.ExecContext(t.Context(), "ANALYZE patients")
		require.NoError(t, err)
	}
	foreign(page.MaxCounted - 1)
	app.Run(t, []apitest.Scenario{
		ok("a doctor's", apitest.Doctor, "/api/v1/patients?total=estimated", few, []string{"total_is_capped"}),
		ok("a patient's", apitest.Patient, "/api/v1/patients?total=estimated", few, nil),
		ok("an institution's", apitest.Hospital, "/api/v1/institutions/me/patients?total=estimated", few, nil),
		ok("of a name that others have", apitest.Doctor, "/api/v1/patients?total=estimated&q=Xaver", []string{`"total":0,"total_is_estimate":false}`}, nil),
		ok("of contacts", apitest.Doctor, of("/api/v1/patients/{id}/phones?total=estimated"), []string{`"total_is_estimate":false}`}, nil),
		ok("of an own list that is just not too long", apitest.OtherClinic, "/api/v1/patients?limit=1&total=estimated",
			[]string{`"total":1000,"total_is_estimate":false}`}, nil),
		ok("staff's", apitest.Admin, "/api/v1/patients?limit=1&total=estimated", []string{`"total_is_estimate":true}`}, nil),
	})
	foreign(1)
	capped := []string{`"total":1000,"total_is_estimate":false,"total_is_capped":true}`}
	app.Run(t, []apitest.Scenario{
		ok("of an own list that is too long", apitest.OtherClinic, "/api/v1/patients?limit=1&total=estimated", capped, nil),
		ok("with fields", apitest.OtherClinic, "/api/v1/patients?limit=1&fields=sex&sort=name&total=estimated", capped, nil),
	})
}

// Items have the members that fields names and no others; apitest checks so for every answer. It is no way to what the
// answer would not have.
func TestItemsHaveTheFieldsThatAreAskedFor(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	condition := apitest.Operations["list-patient-conditions"]
	condition.Shows(t, apitest.Ask{App: app, Cast: cast, Patient: cast.Patient})
	conditions := "/api/v1/patients/" + cast.Patient.String() + "/conditions"
	unprocessable := http.StatusUnprocessableEntity
	app.Run(t, []apitest.Scenario{
		{Name: "two", As: apitest.Doctor, Path: "/api/v1/patients?fields=last_name,sex&total=exact", Status: http.StatusOK,
			Check: func(t *testing.T, answer *httptest.ResponseRecorder) {
				assert.JSONEq(t, fmt.Sprintf(`{"items":[{"id":%q,"last_name":"García","sex":"female"}],
					"next_cursor":null,"prev_cursor":null,"total":1,"total_is_estimate":false}`, cast.Patient), answer.Body.String())
			}},
		ok("of a catalog", "", "/api/v1/catalogs/blood-types?fields=name&limit=1", []string{`"items":[{"name":`}, []string{`"code"`}),
		ok("only the id", apitest.Doctor, "/api/v1/doctors?fields=id", []string{`{"id":"` + cast.Doctor.String() + `"}`}, nil),
		ok("in the links", apitest.Hospital, "/api/v1/doctors?fields=id&limit=1", []string{`"next_cursor":"`}, nil),
		ok("notes of one's own patient", apitest.Doctor, conditions+"?fields=notes", []string{`"notes":`}, []string{`"status"`}),
		ok("notes of a colleague's", apitest.Colleague, conditions+"?fields=notes", []string{`"items":[{`}, []string{apitest.Notes}),
		ok("repeated instead of separated by commas", apitest.Doctor, "/api/v1/patients?fields=sex&limit=1&fields=first_name", []string{`"sex":`, `"first_name":`}, []string{`"last_name"`}),
		ok("repeated and separated by commas", apitest.Doctor, "/api/v1/patients?fields=sex,first_name&fields=gender", []string{`"sex":`, `"first_name":`, `"gender":`}, []string{`"last_name"`}),
		{Name: "unknown ones", As: apitest.Doctor, Path: "/api/v1/patients?fields=sex,password,age", Status: unprocessable,
			WantErrors: []string{"/fields/1 not_allowed", "/fields/2 not_allowed"}, Contains: []string{"date_of_birth"}},
		{Name: "what include adds", As: apitest.Doctor, Path: "/api/v1/patients?fields=doctor", Status: unprocessable, WantErrors: []string{"/fields/0 not_allowed"}},
		{Name: "of a single record that has no parts to include", As: apitest.Doctor, Path: "/api/v1/doctors/me?fields=specialty", Status: unprocessable,
			WantErrors: []string{"/fields unexpected"}},
	})
}

// Records that a response names are embedded for callers who may see them, whatever the item is.
func TestRelatedRecordsAreEmbedded(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	apitest.StaffWith(t, app.Env.DB, "staff.doctors@example.org", "patients:read", "doctors:read")
	const path = "/api/v1/patients?include=doctor,institution"
	doctor := fmt.Sprintf(`"doctor":{"id":%q,"first_name":"Dora"`, cast.Doctor)
	hospital := fmt.Sprintf(`"institution":{"id":%q,"type":"hospital","name":"Hospital"}`, cast.Hospital)
	one := "/api/v1/patients/" + cast.Patient.String()
	app.Run(t, []apitest.Scenario{
		ok("for the patient", apitest.Patient, path, []string{doctor, hospital}, nil),
		ok("for the doctor", apitest.Doctor, path, []string{doctor, hospital}, nil),
		ok("for the institution", apitest.Hospital, "/api/v1/institutions/me/patients?include=institution", []string{hospital}, []string{`"doctor":`}),
		ok("for staff", apitest.Admin, path, []string{doctor, hospital}, nil),
		ok("for staff who may read patients only", apitest.Reader, path, []string{cast.Patient.String()}, []string{`"doctor":`, `"institution":`}),
		ok("for staff who may read doctors too", "staff.doctors@example.org", path, []string{doctor}, []string{`"institution":`}),
		ok("of a doctor's patients", apitest.Doctor, "/api/v1/doctors/me/patients?include=doctor", []string{doctor}, nil),
		ok("with fields", apitest.Doctor, path+"&fields=sex", []string{`"items":[{"doctor":{`, `"sex":`}, []string{"last_name\":\"García"}),
		ok("of one patient", apitest.Doctor, one+"?include=doctor,institution", []string{doctor, hospital}, nil),
		{Name: "not unchanged because the patient is", As: apitest.Doctor, Path: one + "?include=doctor", Header: map[string]string{"If-None-Match": `"v1"`},
			Status: http.StatusOK, Contains: []string{doctor}},
		ok("in doctors", apitest.Hospital, "/api/v1/doctors?include=institution", []string{hospital}, nil),
		ok("in an institution's doctors", apitest.Hospital, "/api/v1/institutions/me/doctors?include=institution", []string{hospital}, nil),
		ok("in one doctor", apitest.Patient, "/api/v1/doctors/"+cast.Doctor.String()+"?include=institution", []string{hospital}, nil),
		{Name: "a record that can't be included", As: apitest.Doctor, Path: "/api/v1/patients?include=health_profile", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/include/0 not_allowed"}},
	})
}
