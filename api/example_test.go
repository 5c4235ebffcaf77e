package api_test

import (
	"bytes"
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

// refusal is the answer to an example that nobody can send as it is. It is never about the example's form.
type refusal struct {
	status int
	errors []string
}

var (
	notOurPassword = refusal{status: 401}
	notOurToken    = refusal{status: 401}
	wrongPassword  = refusal{422, []string{"/password wrong"}}
	wrongCurrent   = refusal{422, []string{"/current_password wrong"}}
	wrongCode      = refusal{422, []string{"/otp wrong"}}
	noMailedToken  = refusal{422, []string{"/token invalid"}}
)

var refused = map[string]refusal{
	"login": notOurPassword, "cms-login": notOurPassword,
	"refresh": notOurToken, "cms-refresh": notOurToken, "confirm-login": notOurToken, "cms-confirm-login": notOurToken,
	"step-up": wrongCode, "cms-step-up": wrongCode,
	"create-second-factor": wrongPassword, "cms-create-second-factor": wrongPassword,
	"confirm-second-factor": wrongCode, "cms-confirm-second-factor": wrongCode,
	"change-password": wrongCurrent, "cms-change-password": wrongCurrent,
	"change-email": wrongPassword, "cms-change-email": wrongPassword,
	"verify-email": noMailedToken, "cms-verify-email": noMailedToken,
	"reset-password": noMailedToken, "cms-reset-password": noMailedToken,
	"confirm-email-change": noMailedToken, "cms-confirm-email-change": noMailedToken,
}

// circumstances are what some examples need beside what their operations do in the access matrix.
var circumstances = map[string]func(t *testing.T, c *apitest.Cast, db fixture.DB, s *apitest.Scenario, example map[string]any){
	"update-setting": func(_ *testing.T, _ *apitest.Cast, _ fixture.DB, s *apitest.Scenario, _ map[string]any) {
		s.Path = "/api/v1/cms/settings/auth.access_token.lifetime"
	},
	"update-patient-health-profile": asDoctor,
	"suspend-doctor":                withoutPatients,
	"invite-doctor": func(_ *testing.T, _ *apitest.Cast, _ fixture.DB, s *apitest.Scenario, _ map[string]any) {
		s.As = apitest.Admin // the doctor is active
	},
	"retire-doctor": withoutPatients,
	"create-patient-validation-step": func(t *testing.T, c *apitest.Cast, db fixture.DB, s *apitest.Scenario, example map[string]any) {
		asDoctor(t, c, db, s, example)
		apitest.SetValidation(t, db, c.Patient, "pending")
	},
	"transfer-doctor": func(t *testing.T, c *apitest.Cast, db fixture.DB, s *apitest.Scenario, example map[string]any) {
		withoutPatients(t, c, db, s, example)
		fixture.Institution(t, db, fixture.Row{"id": example["institution_id"]})
	},
	"transfer-patient": func(t *testing.T, c *apitest.Cast, db fixture.DB, _ *apitest.Scenario, example map[string]any) {
		fixture.Doctor(t, db, fixture.Row{"id": example["doctor_id"], "institution_id": c.Hospital})
	},
	"register": func(t *testing.T, _ *apitest.Cast, db fixture.DB, s *apitest.Scenario, example map[string]any) {
		fixture.Institution(t, db, fixture.Row{"id": example["institution_id"]})
		fixture.Doctor(t, db, fixture.Row{"id": example["doctor_id"], "institution_id": example["institution_id"]})
		s.Status = 202 // where the setting allows it
	},
}

func asDoctor(_ *testing.T, _ *apitest.Cast, _ fixture.DB, s *apitest.Scenario, _ map[string]any) {
	s.As, s.Status = apitest.Doctor, 200
}

func withoutPatients(_ *testing.T, c *apitest.Cast, _ fixture.DB, s *apitest.Scenario, _ map[string]any) {
	s.Path = strings.Replace(s.Path, c.Doctor.String(), c.Colleague.String(), 1)
}

// Readers of the reference send an example by pressing a button: it is taken as it is.
func TestExamplesOfRequests(t *testing.T) {
	t.Parallel()
	rows := matrix(t)
	for _, op := range operations(t, apitest.New(t)) {
		if op.body == nil {
			continue
		}
		t.Run(op.id, func(t *testing.T) {
			t.Parallel()
			require.NotEmpty(t, op.example, "its JSON body has no example: give each required member one")
			app := apitest.New(t, apitest.Setting(t, "auth.self_registration.enabled", "true"))
			cast := apitest.NewCast(t, app)
			i := max(0, slices.IndexFunc(rows[op.id], func(cell string) bool { return strings.HasPrefix(cell, "2") }))
			ask := apitest.Ask{App: app, Cast: cast, Caller: columns[i].caller, Patient: columns[i].patient(cast), Account: columns[i].account}
			scenario := apitest.Operations[op.id].Scenario(t, ask, op.method, op.path)
			scenario.Name, scenario.Body = "sent", op.example
			scenario.Status, _ = strconv.Atoi(rows[op.id][i])
			if with := circumstances[op.id]; with != nil {
				with(t, cast, app.Env.DB, &scenario, apitest.Object(t, op.example))
			}
			if exception, ok := refused[op.id]; ok {
				scenario.Status, scenario.WantErrors = exception.status, exception.errors
			}
			app.Run(t, []apitest.Scenario{scenario})
		})
	}
}

// All examples in the document match their schemas, and what clients meet first has one.
func TestExamplesMatchTheirSchemas(t *testing.T) {
	t.Parallel()
	document := apitest.Document(t, apitest.New(t).Handler)
	whole, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	require.NoError(t, compiler.AddResource("openapi.json", whole))
	found := map[string]int{}
	var walk func(value any, path string)
	walk = func(value any, path string) {
		switch value := value.(type) {
		case []any:
			for i := range value {
				walk(value[i], path+"/"+strconv.Itoa(i))
			}
		case map[string]any:
			schema, isContent := value["schema"].(map[string]any)
			if example, ok := value["example"]; ok && isContent && strings.Contains(path, "/content/") {
				name, _ := schema["$ref"].(string)
				found[strings.TrimPrefix(name, "#/components/schemas/")]++
				assert.NoError(t, compiler.MustCompile("openapi.json#"+path+"/schema").Validate(example), path)
				return
			}
			for name := range value {
				walk(value[name], path+"/"+strings.NewReplacer("~", "~0", "/", "~1").Replace(name))
			}
		}
	}
	walk(whole, "")
	for _, name := range []string{"Patient", "Doctor", "Institution", "Condition", "SessionTokens", "Problem"} {
		assert.Positive(t, found[name], "no response has an example of a %s", name)
	}
	var slim bytes.Buffer
	require.NoError(t, json.Compact(&slim, document))
	assert.Less(t, slim.Len()/strings.Count(slim.String(), `"operationId":`), 2_600, "bytes of the document for each operation")
}
