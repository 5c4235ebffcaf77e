package api_test

import (
	"maps"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/api/apitest"
)

// tenant is somebody and what is theirs.
type tenant struct {
	caller, account string
	patient         uuid.UUID
	texts           []string // that no stranger's answer may have
}

// Who puts the ids of another tenant into a path gets nothing: neither reads nor changes theirs.
func TestSwappedIDs(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	one := []string{"Ana", "García", "Hospital"}
	other := []string{"Otto", "Other Clinic"}
	pairs := [][2]tenant{
		{{apitest.Patient, apitest.Patient, cast.Patient, one}, {apitest.OtherPatient, apitest.OtherPatient, cast.OtherPatient, other}},
		{{apitest.Doctor, apitest.Doctor, cast.Patient, one}, {apitest.OtherDoctor, apitest.OtherDoctor, cast.OtherPatient, other}},
		{{apitest.Hospital, apitest.Hospital, cast.Patient, one}, {apitest.OtherClinic, apitest.OtherClinic, cast.OtherPatient, other}},
	}
	for _, op := range operations(t, app) {
		if !op.security || !strings.Contains(op.path, "{") {
			continue
		}
		for _, pair := range pairs {
			for asking, of := range map[string][2]tenant{"first": {pair[0], pair[1]}, "second": {pair[1], pair[0]}} {
				a, b := of[0], of[1]
				scenario := apitest.Operations[op.id].Scenario(t,
					apitest.Ask{App: app, Cast: cast, Caller: a.caller, Patient: b.patient, Account: b.account}, op.method, op.path)
				answer, _ := send(t, app, scenario)
				assert.Contains(t, []int{http.StatusNotFound, http.StatusForbidden}, answer.Code, "%s: the %s, %s, asks for what is %s's", op.id, asking, a.caller, b.caller)
				for _, text := range append(b.texts, apitest.Notes, apitest.Clinical) {
					assert.NotContains(t, answer.Body.String(), text, "%s as %s", op.id, a.caller)
				}
			}
		}
	}
}

// privileged are fields that would give somebody rights or another's record.
var privileged = map[string]any{
	"role": "admin", "roles": []string{"admin"}, "role_id": 1, "is_admin": true, "permissions": []string{"patients:read"},
	"active": true, "verified": true, "user_type": "institution", "reference_id": uuid.NewString(),
	"institution_id": uuid.NewString(), "patient_id": uuid.NewString(), "id": uuid.NewString(), "version": 99,
	"validation_status": "full_access", "password_hash": "x", "locked_until": nil, "failed_logins": 0, "scopes": []string{"patients:read"},
}

// A privileged field in a body is refused as unknown, unless the operation documents it: then the matrix says who may
// ask at all, and the operation's own tests what the field does.
func TestPrivilegedFieldsDoNothing(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	asked := 0
	for _, op := range operations(t, app) {
		if op.body == nil {
			continue
		}
		ask := apitest.Ask{App: app, Cast: cast, Caller: apitest.Admin, Patient: cast.Patient, Account: apitest.Patient}
		scenario := apitest.Operations[op.id].Scenario(t, ask, op.method, op.path)
		for _, name := range slices.Sorted(maps.Keys(privileged)) {
			if _, documented := op.body[name]; documented {
				continue
			}
			body := map[string]any{}
			if scenario.Body != nil {
				maps.Copy(body, apitest.Object(t, scenario.Body))
			}
			body[name] = privileged[name]
			s := scenario
			s.Body = body
			answer, _ := send(t, app, s)
			asked++
			if assert.Equal(t, http.StatusUnprocessableEntity, answer.Code, "%s with %s: %s", op.id, name, answer.Body) {
				assert.Contains(t, answer.Body.String(), `"pointer":"/`+name+`","code":"unexpected"`, "%s with %s", op.id, name)
			}
		}
	}
	assert.Greater(t, asked, 5*len(privileged))
}
