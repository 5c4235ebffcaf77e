package patients_test

import (
	"net/http"
	"testing"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/apitest"
)

const patients = "/api/v1/patients"

func TestGet(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	mine, other := patients+"/"+w.Patient.String(), patients+"/"+w.OtherPatient.String()
	found := []string{`"first_name":"Ana"`, `"last_name":"García"`, `"date_of_birth":"1980-06-15"`, `"sex":"female"`,
		`"gender":null`, `"validation_status":"pending"`, `"version":1`}
	missing := []string{"not_found"}
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: mine, Status: http.StatusUnauthorized, Excludes: []string{"Ana"},
			WantHeader: map[string]string{"WWW-Authenticate": `Bearer realm="predicthealth"`}},
		{Name: "themselves", As: apitest.Patient, Path: mine, Status: http.StatusOK, Contains: found,
			WantHeader: map[string]string{"ETag": `"v1"`, "Cache-Control": "no-store"}},
		{Name: "me", As: apitest.Patient, Path: patients + "/me", Status: http.StatusOK, Contains: found},
		{Name: "their doctor", As: apitest.Doctor, Path: mine, Status: http.StatusOK, Contains: found},
		{Name: "their institution", As: apitest.Hospital, Path: mine, Status: http.StatusOK, Contains: found},
		{Name: "editor", As: apitest.Editor, Path: mine, Status: http.StatusOK, Contains: found},
		{Name: "admin", As: apitest.Admin, Path: mine, Status: http.StatusOK, Contains: found},
		{Name: "another patient", As: apitest.OtherPatient, Path: mine, Status: http.StatusNotFound, Contains: missing},
		{Name: "a colleague", As: apitest.Colleague, Path: mine, Status: http.StatusOK, Contains: found},
		{Name: "a foreign doctor", As: apitest.OtherDoctor, Path: mine, Status: http.StatusNotFound, Contains: missing},
		{Name: "a foreign institution", As: apitest.OtherClinic, Path: mine, Status: http.StatusNotFound, Contains: missing},
		{Name: "a foreign patient", As: apitest.Doctor, Path: other, Status: http.StatusNotFound, Contains: missing},
		{Name: "a doctor is no patient", As: apitest.Doctor, Path: patients + "/me", Status: http.StatusNotFound, Contains: missing},
		{Name: "no id", As: apitest.Admin, Path: patients + "/1%20OR%201=1", Status: http.StatusNotFound, Contains: missing},
		{Name: "an id that nobody has", As: apitest.Admin, Path: patients + "/" + uuid.NewString(), Status: http.StatusNotFound, Contains: missing},
		{Name: "unchanged", As: apitest.Doctor, Path: mine, Header: map[string]string{"If-None-Match": `"v0", "v1"`},
			Status: http.StatusNotModified, Excludes: []string{"Ana"}, WantHeader: map[string]string{"ETag": `"v1"`}},
		{Name: "changed", As: apitest.Doctor, Path: mine, Header: map[string]string{"If-None-Match": `"v0"`}, Status: http.StatusOK},
		{Name: "unknown parameter", As: apitest.Doctor, Path: mine + "?limit=1", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/limit unexpected"}},
	})
}
