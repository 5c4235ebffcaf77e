package api_test

// The access matrix of docs/access.md, asked: every operation as every caller.
//
// To add an operation: a line in Operations (api/apitest/operation.go) says how it is asked, and a row in the table of
// docs/access.md what it answers to whom. A cell is a status, or - when it says nothing about this caller.

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// column is a caller of the matrix, and whose things they ask for.
type column struct {
	name, caller string
	patient      func(*apitest.Cast) uuid.UUID
	account      string
	// sees says that the caller may see that the patient exists; clinical and notes, those of the health profile.
	sees, clinical, notes bool
}

func ana(c *apitest.Cast) uuid.UUID     { return c.Patient }
func insured(c *apitest.Cast) uuid.UUID { return c.Insured }

var columns = []column{
	{"anonymous", "", ana, apitest.Patient, false, false, false},
	{"patient (self)", apitest.Patient, ana, apitest.Patient, true, true, true},
	{"patient (other)", apitest.OtherPatient, ana, apitest.Patient, false, false, false},
	{"doctor (own patient)", apitest.Doctor, ana, apitest.Doctor, true, true, true},
	{"doctor (of the institution)", apitest.Colleague, ana, apitest.Doctor, true, true, false},
	{"doctor (foreign)", apitest.OtherDoctor, ana, apitest.Doctor, false, false, false},
	{"doctor (suspended)", apitest.Suspended, ana, apitest.Doctor, false, false, false},
	{"institution (own)", apitest.Hospital, ana, apitest.Hospital, true, true, true},
	{"institution (foreign)", apitest.OtherClinic, ana, apitest.Hospital, false, false, false},
	{"insurer (own)", apitest.Insurer, insured, apitest.Insurer, true, false, false},
	{"Editor", apitest.Editor, ana, apitest.Patient, true, true, true},
	{"Admin", apitest.Admin, ana, apitest.Patient, true, true, true},
	{"custom role", apitest.Reader, ana, apitest.Patient, true, true, true},
	{"service account", apitest.Machine, ana, apitest.Patient, true, true, true},
}

// matrix is the table of docs/access.md: the cells of each operation, in the order of columns.
func matrix(t *testing.T) map[string][]string {
	t.Helper()
	text, err := os.ReadFile("../docs/access.md")
	require.NoError(t, err)
	rows := map[string][]string{}
	for line := range strings.Lines(string(text)) {
		cells := strings.Split(strings.Trim(strings.TrimSpace(line), "|"), "|")
		if len(cells) != len(columns)+1 || strings.HasPrefix(strings.TrimSpace(cells[0]), "---") {
			continue
		}
		for i := range cells {
			cells[i] = strings.Trim(strings.TrimSpace(cells[i]), "`")
		}
		if cells[0] == "operation" {
			for i, c := range columns {
				require.Equal(t, c.name, cells[i+1], "a column of docs/access.md")
			}
			continue
		}
		require.NotContains(t, rows, cells[0], "two rows in docs/access.md")
		rows[cells[0]] = cells[1:]
	}
	return rows
}

type operationAt struct {
	id, method, path string
	security         bool
	body             map[string]json.RawMessage // the properties of the JSON body's schema; nil without one
	example          string                     // of a JSON body
}

// operations reads the OpenAPI document.
func operations(t *testing.T, app *apitest.App) []operationAt {
	t.Helper()
	type schema struct {
		Ref        string                     `json:"$ref"`
		Format     string                     `json:"format"`
		Properties map[string]json.RawMessage `json:"properties"`
	}
	document := apitest.OpenAPI[struct {
		Paths map[string]map[string]struct {
			OperationID string
			Security    []any
			RequestBody struct {
				Content map[string]struct {
					Schema  schema
					Example json.RawMessage
				}
			}
		}
		Components struct{ Schemas map[string]schema }
	}](t, app.Handler)
	var all []operationAt
	for path, methods := range document.Paths {
		for method, op := range methods {
			found := operationAt{id: op.OperationID, method: method, path: path, security: len(op.Security) > 0}
			for media, content := range op.RequestBody.Content {
				if (media == "application/json" || strings.HasSuffix(media, "+json")) && content.Schema.Format != "binary" {
					s := document.Components.Schemas[strings.TrimPrefix(content.Schema.Ref, "#/components/schemas/")]
					found.body, found.example = s.Properties, string(content.Example)
					if found.body == nil {
						found.body = map[string]json.RawMessage{}
					}
				}
			}
			all = append(all, found)
		}
	}
	slices.SortFunc(all, func(a, b operationAt) int { return strings.Compare(a.id, b.id) })
	return all
}

func TestAccessMatrixIsComplete(t *testing.T) {
	t.Parallel()
	have, rows := map[string]bool{}, matrix(t)
	for _, op := range operations(t, apitest.New(t)) {
		have[op.id] = true
		assert.NotEmpty(t, rows[op.id], "%s: give it a row in docs/access.md", op.id)
		_, asked := apitest.Operations[op.id]
		assert.True(t, asked, "%s: give it a line in apitest.Operations", op.id)
	}
	for _, id := range slices.Concat(slices.Collect(maps.Keys(rows)), slices.Collect(maps.Keys(apitest.Operations))) {
		assert.True(t, have[id], "there is no operation %s", id)
	}
}

func TestAccessMatrix(t *testing.T) {
	t.Parallel()
	rows := matrix(t)
	shared := apitest.New(t)
	cast := apitest.NewCast(t, shared)
	for _, op := range operations(t, shared) {
		t.Run(op.id, func(t *testing.T) {
			report(t, refusals(t, shared, cast, op, rows[op.id]))
			app, cast := shared, cast
			if op.method != "get" { // what changes something has a world of its own
				t.Parallel()
				app = apitest.New(t)
				cast = apitest.NewCast(t, app)
			}
			report(t, successes(t, app, cast, op, rows[op.id]))
		})
	}
}

func report(t *testing.T, faults []string) {
	t.Helper()
	for _, fault := range faults {
		assert.Fail(t, fault)
	}
}

// refusals asks an operation as everybody who is to be refused, which changes nothing, and returns where the answers are
// not as the row says.
func refusals(t *testing.T, app *apitest.App, cast *apitest.Cast, op operationAt, row []string) []string {
	t.Helper()
	return faults(t, app, cast, op, row, func(status int) bool { return status >= http.StatusBadRequest })
}

// successes asks as everybody else.
func successes(t *testing.T, app *apitest.App, cast *apitest.Cast, op operationAt, row []string) []string {
	t.Helper()
	return faults(t, app, cast, op, row, func(status int) bool { return status < http.StatusBadRequest })
}

func faults(t *testing.T, app *apitest.App, cast *apitest.Cast, op operationAt, row []string, asked func(status int) bool) (found []string) {
	t.Helper()
	require.Len(t, row, len(columns), "%s: give it a row in docs/access.md", op.id)
	traces := map[act]string{}
	for i, c := range columns {
		if row[i] == "-" {
			continue
		}
		want, err := strconv.Atoi(row[i])
		require.NoError(t, err, "%s as %s: a status or -", op.id, c.name)
		if !asked(want) {
			continue
		}
		ask := apitest.Ask{App: app, Cast: cast, Caller: c.caller, Patient: c.patient(cast), Account: c.account}
		wrong, acts := cell(t, ask, op, c, want)
		for _, fault := range wrong {
			found = append(found, fmt.Sprintf("%s as %s: %s", op.id, c.name, fault))
		}
		for _, a := range acts {
			traces[a] = c.name
		}
	}
	for a, name := range untraced(t, app, traces) {
		found = append(found, fmt.Sprintf("%s as %s: it is not in the trail, of patient %q", op.id, name, a.patient))
	}
	return found
}

// cell asks once and returns what is wrong with the answer, and what must be in the trail.
func cell(t *testing.T, ask apitest.Ask, op operationAt, c column, want int) (found []string, acts []act) {
	t.Helper()
	builder := apitest.Operations[op.id]
	scenario := builder.Scenario(t, ask, op.method, op.path)
	shown := ""
	if builder.Shows != nil {
		shown = builder.Shows(t, ask)
	}
	answer, id := send(t, ask.App, scenario)
	body := answer.Body.String()
	if answer.Code != want {
		return []string{fmt.Sprintf("%d instead of %d: %s", answer.Code, want, body)}, nil
	}
	fail := func(wrong bool, text string) {
		if wrong {
			found = append(found, text+": "+body)
		}
	}
	secret := func(visible bool, text, what string) {
		fail(op.security && !visible && !strings.Contains(scenario.Path, text) && strings.Contains(body, text), "the answer has "+what)
	}
	secret(c.sees, ask.Patient.String(), "the patient's id")
	secret(c.clinical, apitest.Clinical, "clinical data")
	secret(c.notes, apitest.Notes, "notes")
	if builder.Shows != nil && want < http.StatusBadRequest {
		sees := c.sees
		if builder.Own {
			sees = c.caller == c.account
		}
		fail(strings.Contains(body, shown) != sees, "the list shows too much or too little")
	}
	if want == http.StatusNotFound {
		fail(!likeMissing(t, ask.App, missing(t, ask, op), answer), "it differs from the answer of what doesn't exist")
	}
	if want < http.StatusBadRequest && op.security {
		acts = actsOf(t, ask, op, body, id)
	}
	return found, acts
}

// send sends a scenario under a request id.
func send(t *testing.T, app *apitest.App, s apitest.Scenario) (*httptest.ResponseRecorder, string) {
	t.Helper()
	request, id := app.Request(t, s), uuid.NewString()
	request.Header.Set("X-Request-Id", id)
	return app.Do(request), id
}

// missing is the same request for things that nobody has.
func missing(t *testing.T, ask apitest.Ask, op operationAt) apitest.Scenario {
	t.Helper()
	builder := apitest.Operations[op.id]
	nobodys := func(testing.TB, apitest.Ask) string { return uuid.NewString() }
	path := map[string]func(testing.TB, apitest.Ask) string{}
	for name := range builder.Path {
		path[name] = nobodys
	}
	builder.Path = path
	return builder.Scenario(t, ask, op.method, op.path)
}

// likeMissing says whether an answer has the bytes of that to a request for what doesn't exist, but for the request id.
func likeMissing(t *testing.T, app *apitest.App, nothing apitest.Scenario, answer *httptest.ResponseRecorder) bool {
	t.Helper()
	other, _ := send(t, app, nothing)
	text := func(r *httptest.ResponseRecorder) string {
		return strings.ReplaceAll(r.Body.String(), r.Header().Get("X-Request-Id"), "")
	}
	header := func(r *httptest.ResponseRecorder) http.Header {
		h := r.Header().Clone()
		for name := range h {
			if name == "X-Request-Id" || strings.HasPrefix(name, "Ratelimit") {
				h.Del(name)
			}
		}
		return h
	}
	return other.Code == answer.Code && text(other) == text(answer) && assert.ObjectsAreEqual(header(other), header(answer))
}

// act is what the trail must have: something of a request, and of a patient unless it is empty.
type act struct{ request, patient string }

// actsOf are those of a successful request: one of each change, and one of each patient whose record was given.
func actsOf(t *testing.T, ask apitest.Ask, op operationAt, body, request string) []act {
	t.Helper()
	switch {
	case op.method != "get":
		return []act{{request, ""}}
	case !strings.HasPrefix(op.path, "/api/v1/patients") && !strings.HasSuffix(op.path, "/patients"):
		return nil
	case strings.HasPrefix(op.path, "/api/v1/patients/{id}"):
		return []act{{request, ask.Patient.String()}}
	}
	var list struct{ Items []struct{ ID string } }
	require.NoError(t, json.Unmarshal([]byte(body), &list))
	var acts []act
	for _, item := range list.Items {
		acts = append(acts, act{request, item.ID})
	}
	return acts
}

// untraced returns the acts that are not in the trail, for which reads have a second.
func untraced(t *testing.T, app *apitest.App, acts map[act]string) map[act]string {
	t.Helper()
	rest := maps.Clone(acts)
	for deadline := time.Now().Add(wait.Patience); len(rest) > 0 && time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
		maps.DeleteFunc(rest, func(a act, _ string) bool {
			return fixture.Value[bool](t, app.Env.DB, `SELECT EXISTS (
				SELECT FROM (SELECT request_id, patient_id FROM audit_inbox UNION ALL SELECT request_id, patient_id FROM audit_events) AS trail
				WHERE request_id = $1 AND ($2 = '' OR patient_id::text = $2))`, a.request, a.patient)
		})
	}
	return rest
}
