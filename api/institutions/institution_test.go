package institutions_test

import (
	"database/sql"
	"fmt"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

const institutions = "/api/v1/institutions"

type object = map[string]any

// testOwner may change what the application may not, such as catalogs and roles.
func testOwner(t *testing.T, app *apitest.App) *sql.DB {
	t.Helper()
	return testenv.Owner(t, app.Env)
}

type list struct {
	Items []struct {
		Name       string
		DistanceKM *float64 `json:"distance_km"`
	}
	NextCursor *string `json:"next_cursor"`
}

func names(want ...string) func(*testing.T, *httptest.ResponseRecorder) {
	return func(t *testing.T, answer *httptest.ResponseRecorder) {
		t.Helper()
		got := []string{}
		for _, item := range apitest.Decode[list](t, answer).Items {
			got = append(got, item.Name)
		}
		assert.Equal(t, want, got)
	}
}

// at gives an institution an address.
func at(t *testing.T, app *apitest.App, institution uuid.UUID, region string, latitude, longitude float64) {
	t.Helper()
	fixture.Insert(t, app.Env.DB, "addresses", fixture.Row{
		"entity_type": "institution", "entity_id": institution, "line1": "1 Main Street", "city": "Town",
		"region_id": fixture.Code(t, app.Env.DB, "regions", region), "country_id": fixture.Code(t, app.Env.DB, "countries", region[:2]),
		"latitude": fmt.Sprintf("%.6f", latitude), "longitude": fmt.Sprintf("%.6f", longitude), "use": "work",
	})
}

func TestList(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	at(t, app, w.Hospital, "US-MA", 42.3601, -71.0589)
	at(t, app, w.OtherClinic, "AD-02", 42.5667, 1.6)
	fixture.Institution(t, app.Env.DB, fixture.Row{"name": "Clínica Ábaco", "verified": true,
		"institution_type_id": fixture.Code(t, app.Env.DB, "institution_types", "pharmacy")})
	fixture.Institution(t, app.Env.DB, fixture.Row{"name": "Closed", "active": false})
	unprocessable := http.StatusUnprocessableEntity
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: institutions, Status: http.StatusUnauthorized},
		{Name: "a patient", As: apitest.Patient, Path: institutions, Status: http.StatusOK, Check: names("Hospital")},
		{Name: "a doctor", As: apitest.OtherDoctor, Path: institutions, Status: http.StatusOK, Check: names("Other Clinic")},
		{Name: "itself", As: apitest.Hospital, Path: institutions, Status: http.StatusOK, Check: names("Hospital")},
		{Name: "staff", As: apitest.Editor, Path: institutions + "?sort=name", Status: http.StatusOK, Check: names("Clínica Ábaco", "Hospital", "Other Clinic")},
		{Name: "deactivated", As: apitest.Editor, Path: institutions + "?active=false", Status: http.StatusOK, Check: names("Closed")},
		{Name: "by type", As: apitest.Editor, Path: institutions + "?type=pharmacy", Status: http.StatusOK, Check: names("Clínica Ábaco")},
		{Name: "verified", As: apitest.Editor, Path: institutions + "?verified=true", Status: http.StatusOK, Check: names("Clínica Ábaco")},
		{Name: "not verified", As: apitest.Editor, Path: institutions + "?verified=false&sort=name", Status: http.StatusOK, Check: names("Hospital", "Other Clinic")},
		{Name: "by name", As: apitest.Editor, Path: institutions + "?q=clinica%20ABA", Status: http.StatusOK, Check: names("Clínica Ábaco")},
		{Name: "by country", As: apitest.Editor, Path: institutions + "?country=US", Status: http.StatusOK, Check: names("Hospital")},
		{Name: "by region", As: apitest.Editor, Path: institutions + "?region=AD-02", Status: http.StatusOK, Check: names("Other Clinic")},
		{Name: "by place, a patient", As: apitest.Patient, Path: institutions + "?country=US", Status: http.StatusForbidden},
		{Name: "by place, a stranger", As: apitest.OtherClinic, Path: institutions + "?country=US", Status: http.StatusOK, Contains: []string{`"items":[]`}},
		{Name: "all mistakes at once", As: apitest.Editor, Path: institutions + "?limit=0&sort=age&active=maybe&verified=maybe&latitude=91&offset=1&country=US,us&region=US-MASS", Status: unprocessable,
			WantErrors: []string{"/limit out_of_range", "/sort not_allowed", "/active not_allowed", "/verified not_allowed", "/latitude out_of_range", "/offset unexpected", "/country/1 format", "/region/0 too_long"}},
		{Name: "no codes", As: apitest.Editor, Path: institutions + "?type=castle,hospital&country=XX&region=ZZ-1", Status: unprocessable,
			WantErrors: []string{"/type not_found", "/country not_found", "/region not_found"}},
		{Name: "not a number", As: apitest.Editor, Path: institutions + "?latitude=NaN&longitude=nan&radius_km=Inf", Status: unprocessable,
			WantErrors: []string{"/latitude format", "/longitude format", "/radius_km out_of_range"}},
		{Name: "half a point", As: apitest.Editor, Path: institutions + "?latitude=0", Status: unprocessable,
			WantErrors: []string{"/longitude required", "/radius_km required"}},
		{Name: "near", As: apitest.Editor, Path: institutions + "?latitude=42.4&longitude=-71.1&radius_km=25", Status: http.StatusOK, Check: names("Hospital"),
			Contains: []string{`"distance_km":5.`, `"next_cursor":null`}},
		{Name: "near, of another type", As: apitest.Editor, Path: institutions + "?latitude=42.4&longitude=-71.1&radius_km=25&type=pharmacy", Status: http.StatusOK, Contains: []string{`"items":[]`}},
		{Name: "near, a doctor", As: apitest.Doctor, Path: institutions + "?latitude=42.4&longitude=-71.1&radius_km=25", Status: http.StatusForbidden},
		{Name: "near, a stranger", As: apitest.OtherClinic, Path: institutions + "?latitude=42.4&longitude=-71.1&radius_km=25", Status: http.StatusOK, Contains: []string{`"items":[]`}},
	})
}

// What is near is what a plain computation of all distances says, over poles and the antimeridian too.
func TestNearIsWhatIsNear(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	random := rand.New(rand.NewPCG(1, 2)) //nolint:gosec // the same places each time
	for n := range 150 {
		latitude, longitude := random.Float64()*180-90, random.Float64()*360-180
		switch n % 3 {
		case 1:
			longitude = 180 - random.Float64()*4
		case 2:
			latitude = 90 - random.Float64()*5
		}
		if n%2 == 0 {
			latitude, longitude = -latitude, -longitude
		}
		at(t, app, fixture.Institution(t, app.Env.DB, fixture.Row{"name": fmt.Sprint(n)}), "AD-02", latitude, longitude)
	}
	for _, point := range [][3]float64{
		{0, 180, 1000}, {0, -180, 1000}, {89.5, 20, 900}, {-89.9, -170, 1000}, {90, 0, 300}, {45, 179.9, 1000}, {10, 10, 1000}, {-60, -179, 999.5},
	} {
		path := fmt.Sprintf("%s?latitude=%v&longitude=%v&radius_km=%v&limit=200", institutions, point[0], point[1], point[2])
		var got []string
		for _, item := range apitest.Get[list](t, app, apitest.Editor, path).Items {
			got = append(got, item.Name)
		}
		rows, err := app.Env.DB.QueryContext(t.Context(), //nolint:sqlclosecheck // reading to the end closes it
			`SELECT name FROM (
			SELECT i.name, i.id, 2 * 6371.0088 * asin(least(1, sqrt(sin(radians(a.latitude::float8 - $1::float8) / 2) ^ 2
				+ cos(radians($1::float8)) * cos(radians(a.latitude::float8)) * sin(radians(a.longitude::float8 - $2::float8) / 2) ^ 2))) AS distance
			FROM medical_institutions i JOIN addresses a ON a.institution_id = i.id) AS all_of_them
			WHERE distance <= $3 ORDER BY distance, id`, point[0], point[1], point[2])
		require.NoError(t, err)
		var want []string
		for rows.Next() {
			var name string
			require.NoError(t, rows.Scan(&name))
			want = append(want, name)
		}
		require.NoError(t, rows.Err())
		assert.Equal(t, want, got, point)
	}
}

func TestGet(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	own := institutions + "/" + w.Hospital.String()
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: own, Status: http.StatusUnauthorized},
		{Name: "me", As: apitest.Hospital, Path: institutions + "/me", Status: http.StatusOK, WantHeader: map[string]string{"ETag": `"v1"`},
			Contains: []string{w.Hospital.String(), `"type":"hospital"`, `"verified":false`, `"active":true`}, Excludes: []string{"distance_km"}},
		{Name: "their doctor", As: apitest.Doctor, Path: "/api/v1/doctors/me/institution", Status: http.StatusOK, Contains: []string{`"name":"Hospital"`}},
		{Name: "of their doctor", As: apitest.Patient, Path: "/api/v1/doctors/" + w.Doctor.String() + "/institution", Status: http.StatusOK, Contains: []string{`"name":"Hospital"`}},
		{Name: "of a stranger", As: apitest.Patient, Path: "/api/v1/doctors/" + w.OtherDoctor.String() + "/institution", Status: http.StatusNotFound},
		{Name: "a foreign clinic", As: apitest.OtherClinic, Path: own, Status: http.StatusNotFound, Excludes: []string{"Hospital"}},
		{Name: "me, for a doctor", As: apitest.Doctor, Path: institutions + "/me", Status: http.StatusNotFound},
		{Name: "unchanged", As: apitest.Editor, Path: own, Header: map[string]string{"If-None-Match": `"v1"`}, Status: http.StatusNotModified},
		{Name: "doctors", As: apitest.Hospital, Path: institutions + "/me/doctors", Status: http.StatusOK, Contains: []string{w.Doctor.String(), w.Colleague.String()}, Excludes: []string{w.OtherDoctor.String()}},
		{Name: "doctors of a stranger", As: apitest.Hospital, Path: institutions + "/" + w.OtherClinic.String() + "/doctors", Status: http.StatusNotFound},
		{Name: "patients", As: apitest.Doctor, Path: own + "/patients", Status: http.StatusOK, Contains: []string{w.Patient.String()}, Excludes: []string{w.OtherPatient.String()}},
		{Name: "patients of one", As: apitest.Editor, Path: institutions + "/" + w.OtherClinic.String() + "/patients", Status: http.StatusOK, Contains: []string{w.OtherPatient.String()}, Excludes: []string{w.Patient.String()}},
		{Name: "patients of a stranger", As: apitest.Doctor, Path: institutions + "/" + w.OtherClinic.String() + "/patients", Status: http.StatusNotFound},
	})
}

func TestRegister(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	body := func(more object) object {
		all := object{"name": "New House", "type": "hospital", "licence_number": "NEW-1"}
		for name, value := range more {
			all[name] = value
		}
		return all
	}
	post := func(name, as string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: institutions, Body: body, Status: status, WantErrors: errors}
	}
	account := object{"email": "house@example.org"}
	created := post("with everything", apitest.Admin, body(object{"website": "https://new.example.org/x", "account": account}), http.StatusCreated)
	created.Contains = []string{`"name":"New House"`, `"website":"https://new.example.org/x"`, `"verified":false`, `"active":true`}
	app.Run(t, []apitest.Scenario{
		post("anonymous", "", body(nil), http.StatusUnauthorized),
		post("an institution", apitest.Hospital, body(nil), http.StatusForbidden),
		post("the editor", apitest.Editor, body(nil), http.StatusForbidden),
		post("all mistakes at once", apitest.Admin, body(object{"name": " ", "type": "castle", "licence_number": "", "website": "ftp://x", "verified": true,
			"account": object{"email": "x", "password": "password"}}), http.StatusUnprocessableEntity, "/name blank", "/type not_found", "/licence_number format",
			"/website format", "/verified unexpected", "/account/email format", "/account/password unexpected"),
		created,
		post("the same licence", apitest.Admin, body(nil), http.StatusConflict, "/licence_number taken"),
		post("the same address", apitest.Admin, body(object{"licence_number": "NEW-2", "account": account}), http.StatusConflict, "/account/email taken"),
		{Name: "whose account it is", As: "house@example.org", Path: institutions + "/me", Status: http.StatusOK, Contains: []string{"New House"}},
	})
	assert.Equal(t, 1, fixture.Value[int](t, app.Env.DB, "SELECT count(*) FROM medical_institutions WHERE name = 'New House'"), "what failed left nothing")
}

func TestChange(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	path := institutions + "/" + w.Hospital.String()
	patch := func(name, as, etag string, body any, status int, texts []string, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPatch, Path: path, Body: body, Status: status,
			Header: map[string]string{"If-Match": etag}, Contains: texts, WantErrors: errors}
	}
	website := object{"website": "https://h.example.org"}
	taken := fixture.Value[string](t, app.Env.DB, "SELECT licence_number FROM medical_institutions WHERE id = $1", w.OtherClinic)
	app.Run(t, []apitest.Scenario{
		patch("anonymous", "", `"v1"`, website, http.StatusUnauthorized, nil),
		patch("another clinic", apitest.OtherClinic, `"v1"`, website, http.StatusNotFound, nil),
		patch("their doctor", apitest.Doctor, `"v1"`, website, http.StatusForbidden, nil),
		patch("without If-Match", apitest.Hospital, "", website, http.StatusPreconditionRequired, nil),
		patch("another version", apitest.Hospital, `"v9"`, website, http.StatusPreconditionFailed, nil),
		patch("what was verified", apitest.Hospital, `"v1"`, object{"name": "X", "licence_number": "X", "website": nil}, http.StatusForbidden, nil,
			"/name forbidden", "/licence_number forbidden"),
		patch("all mistakes at once", apitest.Editor, `"v1"`, object{"name": " ", "type": "castle", "licence_number": nil}, http.StatusUnprocessableEntity, nil,
			"/name blank", "/type not_found", "/licence_number required"),
		patch("what others do", apitest.Hospital, `"v1"`, object{"verified": true, "active": false}, http.StatusUnprocessableEntity, nil, "/verified unexpected", "/active unexpected"),
		patch("another's licence", apitest.Editor, `"v1"`, object{"licence_number": taken}, http.StatusConflict, nil, "/licence_number taken"),
		patch("its website", apitest.Hospital, `"v1"`, website, http.StatusOK, []string{`"website":"https://h.example.org"`, `"version":2`}),
		{Name: "verified", As: apitest.Admin, Method: http.MethodPost, Path: path + "/verify", Status: http.StatusOK, Contains: []string{`"verified":true`}},
		patch("another name", apitest.Editor, "*", object{"name": "House", "type": "pharmacy", "website": nil}, http.StatusOK, []string{`"name":"House"`, `"type":"pharmacy"`, `"website":null`, `"verified":true`}),
		patch("another licence", apitest.Editor, "*", object{"licence_number": "L-7"}, http.StatusOK, []string{`"licence_number":"L-7"`, `"verified":false`}),
	})
	assert.Equal(t, 3, events(t, app, "institution.update"))
	assert.Equal(t, apitest.Admin, fixture.Value[string](t, app.Env.DB, `SELECT u.email FROM cms_users u JOIN
		(SELECT actor_id, action FROM audit_inbox UNION SELECT actor_id, action FROM audit_events) a ON a.actor_id = u.id
		WHERE a.action = 'institution.verify'`), "the trail says who verified")
}

// events counts acts in the trail.
func events(t *testing.T, app *apitest.App, action string) int {
	t.Helper()
	return fixture.Value[int](t, app.Env.DB, `SELECT count(*) FROM
		(SELECT action FROM audit_inbox UNION ALL SELECT action FROM audit_events) AS trail WHERE action = $1`, action)
}

func TestClosing(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	path := institutions + "/" + w.Hospital.String()
	post := func(name, as, action string, status int, texts ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: path + "/" + action, Status: status, Contains: texts}
	}
	app.Run(t, []apitest.Scenario{
		post("anonymous", "", "deactivate", http.StatusUnauthorized),
		post("itself", apitest.Hospital, "deactivate", http.StatusForbidden),
		post("verifies itself", apitest.Hospital, "verify", http.StatusForbidden),
		post("a stranger", apitest.OtherClinic, "deactivate", http.StatusNotFound),
		post("the editor verifies", apitest.Editor, "verify", http.StatusForbidden),
		post("with doctors", apitest.Editor, "deactivate", http.StatusConflict, "/problems/has_doctors"),
	})
	_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE doctors SET status = 'retired' WHERE institution_id = $1", w.Hospital)
	require.NoError(t, err)
	app.Run(t, []apitest.Scenario{post("with patients", apitest.Editor, "deactivate", http.StatusConflict, "/problems/has_patients")})
	_, err = app.Env.DB.ExecContext(t.Context(), "UPDATE patients SET active = false WHERE institution_id = $1", w.Hospital)
	require.NoError(t, err)
	token := app.Token(t, apitest.Hospital)
	app.Run(t, []apitest.Scenario{
		post("empty", apitest.Editor, "deactivate", http.StatusOK, `"active":false`),
		{Name: "sessions have ended", Path: institutions + "/me", Header: map[string]string{"Authorization": "Bearer " + token}, Status: http.StatusUnauthorized},
		{Name: "no doctor returns", As: apitest.Editor, Method: http.MethodPost, Path: "/api/v1/doctors/" + w.Doctor.String() + "/reactivate",
			Status: http.StatusConflict, Contains: []string{"/problems/institution_inactive"}},
		post("again", apitest.Editor, "reactivate", http.StatusOK, `"active":true`),
	})
	assert.Equal(t, 1, events(t, app, "institution.deactivate"))
	assert.Equal(t, 1, events(t, app, "institution.reactivate"))
}

func TestStatistics(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	condition := fixture.Condition(t, testOwner(t, app))
	fixture.Insert(t, app.Env.DB, "patient_conditions", fixture.Row{"patient_id": w.Patient, "condition_id": condition, "onset_date": "2020-01-01"})
	apitest.StaffWith(t, app.Env.DB, "staff.analyst@example.org", "institutions:read", "analytics:read")
	path := institutions + "/" + w.Hospital.String() + "/statistics"
	counted := []string{`"patient_count":1`, `"doctor_count":2`, `"average_consultation_fee":"120.50"`, `"patients_per_doctor":0.5`, `"validated_percentage":0`}
	app.Run(t, []apitest.Scenario{
		{Name: "anonymous", Path: path, Status: http.StatusUnauthorized},
		{Name: "itself", As: apitest.Hospital, Path: institutions + "/me/statistics", Status: http.StatusOK, Contains: append([]string{`"percentage":100`, "urn:test"}, counted...)},
		{Name: "the editor", As: apitest.Editor, Path: path, Status: http.StatusOK, Contains: append([]string{"urn:test"}, counted...)},
		{Name: "staff who may not read patients", As: "staff.analyst@example.org", Path: path, Status: http.StatusOK,
			Contains: []string{`"patient_count":0`, `"doctor_count":2`, `"average_consultation_fee":"120.50"`, `"patients_per_doctor":0,`, `"condition_mix":null`}},
		{Name: "their doctor", As: apitest.Doctor, Path: path, Status: http.StatusForbidden},
		{Name: "a stranger", As: apitest.OtherClinic, Path: path, Status: http.StatusNotFound, Excludes: []string{"120.50"}},
	})
	_, err := testOwner(t, app).ExecContext(t.Context(),
		"UPDATE medical_institutions SET institution_type_id = (SELECT id FROM institution_types WHERE code = 'insurer') WHERE id = $1", w.Hospital)
	require.NoError(t, err)
	app.Run(t, []apitest.Scenario{{Name: "an insurer", As: apitest.Hospital, Path: path, Status: http.StatusOK,
		Contains: append([]string{`"condition_mix":null`}, counted...), Excludes: []string{"urn:test"}}})
}
