package auditevents_test

import (
	"net/http"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

// What gives nothing away, or is refused before anything runs, says something about who asked all the same.
func TestTheTrailHasWhatFindsOrDoesNothing(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	const (
		patients = "/api/v1/patients"
		services = "/api/v1/cms/service-accounts"
	)
	machine := fixture.Value[string](t, app.Env.DB, "SELECT id::text FROM service_accounts LIMIT 1")
	tests := []struct {
		apitest.Scenario
		want string // action, outcome, entity; empty for none
	}{
		{apitest.Scenario{Name: "a name that nobody has", As: apitest.Doctor, Path: patients + "?q=Nobody%20Known", Status: http.StatusOK},
			`patient.search success patient  {"name": "Nobody Known"}`},
		{apitest.Scenario{Name: "a foreign patient", As: apitest.Doctor, Path: patients + "?ids=" + cast.OtherPatient.String() + "&date_of_birth=1990-01-31",
			Status: http.StatusOK}, `patient.search success patient  {"ids": "` + cast.OtherPatient.String() + `", "date_of_birth": "1990-01-31"}`},
		{apitest.Scenario{Name: "an address", As: apitest.Admin, Path: patients + "?email=a@example.org", Status: http.StatusOK},
			`patient.search success patient  {"email": "a@example.org"}`},
		{apitest.Scenario{Name: "an empty list without a search", As: apitest.Doctor, Path: patients + "?validation_status=rejected", Status: http.StatusOK}, ""},
		{apitest.Scenario{Name: "a doctor's licence", As: apitest.Hospital, Path: "/api/v1/doctors?licence_number=NONE-1", Status: http.StatusOK},
			`doctor.search success doctor  {"licence_number": "NONE-1"}`},
		{apitest.Scenario{Name: "a doctor who is there", As: apitest.Hospital, Path: "/api/v1/doctors?ids=" + cast.Doctor.String(), Status: http.StatusOK}, ""},
		{apitest.Scenario{Name: "an institution", As: apitest.Admin, Path: "/api/v1/institutions?q=Nowhere", Status: http.StatusOK},
			`institution.search success institution  {"name": "Nowhere"}`},
		{apitest.Scenario{Name: "a foreign institution", As: apitest.Doctor, Path: "/api/v1/institutions?ids=" + cast.OtherClinic.String(), Status: http.StatusOK},
			`institution.search success institution  {"ids": "` + cast.OtherClinic.String() + `"}`},
		{apitest.Scenario{Name: "service accounts", As: apitest.Admin, Path: services, Status: http.StatusOK}, "service_account.read success service_account  null"},
		{apitest.Scenario{Name: "a service account", As: apitest.Admin, Path: services + "/" + machine, Status: http.StatusOK},
			"service_account.read success service_account " + machine + " null"},
		{apitest.Scenario{Name: "a parameter that isn't valid", As: apitest.Doctor, Path: patients + "?limit=0", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/limit out_of_range"}}, "operation.call failure operation list-patients null"},
		{apitest.Scenario{Name: "a body that isn't valid", As: apitest.Admin, Method: http.MethodPost, Path: patients,
			Body:   map[string]any{"first_name": "N", "last_name": "N", "sex": "male", "doctor_id": cast.Doctor},
			Status: http.StatusUnprocessableEntity, WantErrors: []string{"/date_of_birth required"}}, "operation.call failure operation create-patient null"},
		{apitest.Scenario{Name: "a change without a version", As: apitest.Doctor, Method: http.MethodPatch, Path: patients + "/" + cast.Patient.String(),
			Header: map[string]string{"Content-Type": "application/merge-patch+json"}, Body: map[string]any{"last_name": "X"},
			Status: http.StatusPreconditionRequired}, "operation.call failure operation update-patient null"},
		{apitest.Scenario{Name: "a stranger", Path: patients + "?limit=0", Status: http.StatusUnauthorized}, ""},
	}
	trail := func() []apitest.Event {
		return app.Events(t, "patient.search", "doctor.search", "institution.search", "service_account.read", "operation.call")
	}
	seen := len(trail())
	for _, test := range tests {
		app.Run(t, []apitest.Scenario{test.Scenario})
		var found []string
		all := trail()
		for _, e := range all[seen:] {
			found = append(found, e.Action+" "+e.Outcome+" "+e.EntityType+" "+e.EntityID+" "+string(e.Payload))
		}
		seen = len(all)
		if test.want == "" {
			assert.Empty(t, found, test.Name)
		} else {
			assert.Equal(t, []string{test.want}, found, test.Name)
		}
	}
}
