package api_test

import (
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

// An institution gains nothing through a doctor whom it has made up, until staff have looked at the doctor.
func TestInstitutionsGainNothingThroughTheirDoctors(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	const strawman, patients, doctors = "strawman@example.org", "/api/v1/patients", "/api/v1/doctors"
	answer, _ := send(t, app, apitest.Scenario{As: apitest.Insurer, Method: http.MethodPost, Path: doctors, Body: map[string]any{
		"first_name": "Simon", "last_name": "Straw", "licence_number": "S-1", "specialty": "family_medicine", "sex": "male",
		"account": map[string]any{"email": strawman},
	}})
	require.Equal(t, http.StatusCreated, answer.Code, answer.Body.String())
	simon := apitest.Decode[struct{ ID uuid.UUID }](t, answer).ID
	to := map[string]any{"doctor_id": simon}
	record := patients + "/" + cast.Insured.String()
	post := func(name, as, path string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: path, Body: body, Status: status, WantErrors: errors}
	}
	someone := map[string]any{"doctor_id": simon, "first_name": "Nora", "last_name": "New", "date_of_birth": "1990-02-28", "sex": "female"}
	app.Run(t, []apitest.Scenario{
		post("gives the doctor a patient", apitest.Insurer, record+"/transfer", to, http.StatusUnprocessableEntity, "/doctor_id inactive"),
		post("registers one", apitest.Insurer, patients, someone, http.StatusUnprocessableEntity, "/doctor_id inactive"),
		post("hands all over", apitest.Insurer, doctors+"/"+cast.InsurersDoctor.String()+"/suspend",
			map[string]any{"successor_id": simon}, http.StatusUnprocessableEntity, "/successor_id inactive"),
		post("lets the doctor practise", apitest.Insurer, doctors+"/"+simon.String()+"/reactivate", nil, http.StatusForbidden),
		{Name: "reads as the doctor", As: strawman, Path: record + "/health-profile", Status: http.StatusNotFound, Excludes: []string{apitest.Notes}},
		post("validates as the doctor", strawman, record+"/validation/steps", map[string]any{"to": "doctor_validated"}, http.StatusForbidden),
		post("staff let the doctor practise", apitest.Editor, doctors+"/"+simon.String()+"/reactivate", nil, http.StatusOK),
		post("now the doctor has the patient", apitest.Insurer, record+"/transfer", to, http.StatusOK),
		{Name: "and treats them", As: strawman, Path: record + "/health-profile", Status: http.StatusOK, Contains: []string{apitest.Notes}},
	})
}

// What an insurer may not see of its patients it can't write, nor see through an account of the patient's.
func TestInsurersRegisterOnlyPeople(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	register := func(name, as string, doctor uuid.UUID, more map[string]any, status int, errors ...string) apitest.Scenario {
		body := map[string]any{"doctor_id": doctor, "first_name": "Nora", "last_name": "New", "date_of_birth": "1990-02-28", "sex": "female"}
		for member, value := range more {
			body[member] = value
		}
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: "/api/v1/patients", Body: body, Status: status, WantErrors: errors}
	}
	profile, account := map[string]any{"notes": "Mine."}, map[string]any{"email": "nora@example.org"}
	app.Run(t, []apitest.Scenario{
		register("a profile", apitest.Insurer, cast.InsurersDoctor, map[string]any{"health_profile": profile}, http.StatusForbidden, "/health_profile forbidden"),
		register("an account", apitest.Insurer, cast.InsurersDoctor, map[string]any{"account": account}, http.StatusForbidden, "/account forbidden"),
		register("a person", apitest.Insurer, cast.InsurersDoctor, nil, http.StatusCreated),
		register("a hospital", apitest.Hospital, cast.Doctor, map[string]any{"health_profile": profile, "account": account}, http.StatusCreated),
	})
	assert.Zero(t, fixture.Value[int](t, app.Env.DB, `SELECT count(*) FROM health_profiles h JOIN patients p ON p.id = h.patient_id
		WHERE p.institution_id = $1 AND h.notes = 'Mine.'`, cast.Insurer))
}

// notAdministered are the starts of the paths of what belongs to staff but has no permissions.
var notAdministered = []string{"/api/v1/cms/auth/", "/api/v1/cms/accounts", "/api/v1/cms/settings"}

// Staff act on their equals and on those who may do less, with whatever operation there is, and never on their betters.
func TestNobodyActsOnTheirBetters(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	const manager = "staff.manager@example.org"
	own := strings.Fields("accounts:create accounts:read accounts:update cms_users:create cms_users:read cms_users:update " +
		"roles:create roles:read roles:update roles:delete patients:read")
	apitest.StaffWith(t, app.Env.DB, manager, own...)
	asked := 0
	for _, op := range operations(t, app) {
		if op.method == "get" || !strings.HasPrefix(op.path, "/api/v1/cms/") ||
			slices.ContainsFunc(notAdministered, func(start string) bool { return strings.HasPrefix(op.path, start) }) {
			continue
		}
		asked++
		for name, permissions := range map[string][]string{
			"lesser": {"patients:read"}, "equal": own, "better": append(slices.Clone(own), "audit:read"),
		} {
			s := onto(t, app, op, permissions)
			s.As = manager
			answer, _ := send(t, app, s)
			if name == "better" {
				assert.Equal(t, http.StatusForbidden, answer.Code, "%s on a better: %s", op.id, answer.Body)
			} else {
				assert.Less(t, answer.Code, http.StatusBadRequest, "%s on the %s: %s", op.id, name, answer.Body)
			}
		}
	}
	assert.GreaterOrEqual(t, asked, 14)
}

// onto is the request of an operation on something new that has these permissions.
func onto(t *testing.T, app *apitest.App, op operationAt, permissions []string) apitest.Scenario {
	t.Helper()
	name := "staff." + uuid.NewString()[:8] + "@example.org"
	member := apitest.StaffWith(t, app.Env.DB, name, permissions...)
	role := fixture.Value[string](t, app.Env.DB, "SELECT r.code FROM cms_roles r JOIN cms_users u ON u.role_id = r.id WHERE u.id = $1", member)
	id, secret := member.String(), ""
	if strings.HasPrefix(op.path, "/api/v1/cms/service-accounts/") {
		id, secret = serviceAccount(t, app, role, permissions)
	}
	switch op.id {
	case "invite-cms-user": // who has no password yet
		id = fixture.Insert(t, app.Env.DB, "cms_users", fixture.Row{"email": "invited." + name, "first_name": "Ina", "last_name": "Invited",
			"role_id": fixture.Code(t, app.Env.DB, "cms_roles", role)}).String()
	case "delete-role": // which nobody has
		_, err := app.Env.DB.ExecContext(t.Context(), "DELETE FROM cms_users WHERE id = $1", member)
		require.NoError(t, err)
	}
	s := apitest.Scenario{
		Method: strings.ToUpper(op.method), Header: map[string]string{"If-Match": "*"},
		Path: strings.NewReplacer("{id}", id, "{secret_id}", secret, "{code}", role).Replace(op.path),
	}
	bodies := map[string]any{
		"create-cms-user":               map[string]any{"email": "new." + name, "first_name": "Nina", "last_name": "New", "role": role},
		"update-cms-user":               map[string]any{"last_name": "Changed"},
		"create-role":                   map[string]any{"code": "n" + role, "name": "n" + role, "permissions": permissions},
		"update-role":                   map[string]any{"description": "Changed."},
		"create-service-account":        map[string]any{"name": name, "role": role, "scopes": permissions},
		"update-service-account":        map[string]any{"active": false},
		"create-service-account-secret": map[string]any{},
	}
	s.Body = bodies[op.id]
	return s
}

// serviceAccount makes a service account, and returns its id and that of its secret.
func serviceAccount(t *testing.T, app *apitest.App, role string, scopes []string) (id, secret string) {
	t.Helper()
	answer, _ := send(t, app, apitest.Scenario{As: apitest.Admin, Method: http.MethodPost, Path: "/api/v1/cms/service-accounts",
		Body: map[string]any{"name": uuid.NewString(), "role": role, "scopes": scopes}})
	require.Equal(t, http.StatusCreated, answer.Code, answer.Body.String())
	id = apitest.Decode[struct{ ID string }](t, answer).ID
	return id, fixture.Value[string](t, app.Env.DB, "SELECT id FROM service_account_secrets WHERE service_account_id = $1", id)
}
