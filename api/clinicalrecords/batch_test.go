package clinicalrecords_test

import (
	"encoding/json"
	"fmt"
	"net/http"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
)

// entries are those of an answer, whatever its collection.
type entries struct {
	Items []struct {
		ID        uuid.UUID `json:"id"`
		PatientID uuid.UUID `json:"patient_id"`
		Notes     string    `json:"notes"`
		Version   int       `json:"version"`
	} `json:"items"`
}

func batch(items ...object) object { return object{"items": append([]object{}, items...)} }

// Every collection takes several entries at once, with the rules that it has for one.
func TestBatchOfEveryKind(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	for _, kind := range fixture.EntryKinds {
		t.Run(kind.Many, func(t *testing.T) {
			t.Parallel()
			collection := patients + w.Patient.String() + "/" + kind.Many
			unknown := kind.Body(t, app.Env.DB)
			unknown[kind.About] = object{"code_system": "urn:none", "code": "1"}
			var many []object
			for i := range 5 {
				many = append(many, kind.Body(t, app.Env.DB))
				many[i]["notes"] = fmt.Sprint("Number ", i)
			}
			add := func(name string, status int, body object, errors ...string) apitest.Scenario {
				return apitest.Scenario{Name: name, As: apitest.Doctor, Method: http.MethodPost, Path: collection + "/batch", Body: body,
					Status: status, WantErrors: errors}
			}
			nothing := apitest.Scenario{Name: "nothing was added", As: apitest.Doctor, Path: collection, Status: ok, Contains: []string{`"items":[]`}}
			app.Run(t, []apitest.Scenario{
				add("the same twice, and again", conflict, batch(many[0], many[1], many[0], many[2], many[1]),
					"/items/2/"+kind.About+" taken", "/items/4/"+kind.About+" taken"),
				add("two of them wrong", invalid, batch(many[0], unknown, many[1], unknown), "/items/1/"+kind.About+" not_found", "/items/3/"+kind.About+" not_found"),
				nothing,
			})
			answer := app.Do(app.Request(t, add("", created, batch(many...))))
			require.Equal(t, created, answer.Code, answer.Body)
			for i, item := range apitest.Decode[entries](t, answer).Items {
				assert.Equal(t, many[i]["notes"], item.Notes, "in the order of the request")
				assert.Equal(t, w.Patient, item.PatientID)
				assert.Equal(t, 1, item.Version)
			}
			app.Run(t, []apitest.Scenario{
				add("what the record has already", conflict, batch(kind.Body(t, app.Env.DB), many[3]), "/items/1/"+kind.About+" taken"),
			})
			assert.Len(t, apitest.Get[entries](t, app, apitest.Doctor, collection).Items, 5)
		})
	}
}

func TestBatchOfConditions(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	collection := patients + w.Patient.String() + "/conditions"
	one := func() object {
		return object{"condition": coding(t, app, "medical_conditions"), "onset_date": "2020-05-17", "notes": secret}
	}
	post := func(name, as string, status int, body any, errors ...string) apitest.Scenario {
		s := apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: collection + "/batch", Body: body, Status: status, WantErrors: errors}
		if status != created {
			s.Excludes = []string{secret, w.Patient.String()}
		}
		return s
	}
	many := func(n int) object {
		all := make([]object, n)
		for i := range all {
			all[i] = one()
		}
		return batch(all...)
	}
	app.Run(t, []apitest.Scenario{
		post("anonymous", "", http.StatusUnauthorized, many(1)),
		post("patients don't diagnose", apitest.Patient, forbidden, many(1)),
		post("a colleague", apitest.Colleague, forbidden, many(1)),
		post("a foreign doctor", apitest.OtherDoctor, missing, many(1)),
		post("a foreign institution", apitest.OtherClinic, missing, many(1)),
		post("none", apitest.Doctor, invalid, batch(), "/items too_short"),
		post("no list", apitest.Doctor, invalid, object{}, "/items required"),
		post("one without a list", apitest.Doctor, invalid, one(), "/condition unexpected", "/items required", "/notes unexpected", "/onset_date unexpected"),
		post("too many", apitest.Doctor, invalid, many(101), "/items too_long"),
		post("what the schema refuses of each", apitest.Doctor, invalid,
			batch(object{"condition": object{"code": 7}, "onset_date": "then"}, one(), object{"condition": one()["condition"], "onset_date": "2020-01-01", "patient_id": w.OtherPatient}),
			"/items/0/condition/code type", "/items/0/condition/code_system required", "/items/0/onset_date format", "/items/2/patient_id unexpected"),
		post("what the rules refuse of each", apitest.Doctor, invalid,
			batch(one(), object{"condition": object{"code_system": "urn:none", "code": "1"}, "onset_date": "1970-01-01"}, one(),
				object{"condition": one()["condition"], "onset_date": "2020-01-01", "abatement_date": "2019-01-01"}),
			"/items/1/condition not_found", "/items/1/onset_date before_birth", "/items/3/abatement_date before_start", "/items/3/status ended"),
	})
	assert.Empty(t, app.Events(t, "condition.create"), "of what was refused")
	assert.Zero(t, fixture.Value[int](t, app.Env.DB, "SELECT count(*) FROM patient_conditions"))

	app.Run(t, []apitest.Scenario{
		post("the institution", apitest.Hospital, created, many(2)),
		post("staff who change patients", apitest.Editor, created, many(1)),
		post("as many as possible", apitest.Doctor, created, many(100)),
	})
	events := app.Events(t, "condition.create")
	assert.Len(t, events, 103, "one of each entry")
	ids := map[string]bool{}
	for _, e := range events {
		ids[e.EntityID] = true
		assert.Equal(t, w.Patient.String(), e.PatientID)
		assert.JSONEq(t, `{"fields": ["condition", "onset_date", "onset_date_precision", "abatement_date_precision", "status", "notes"]}`, string(e.Payload))
	}
	assert.Len(t, ids, 103)
}

// Who lost the answer gets it again, and the entries are added once.
func TestBatchIsRepeatable(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	w := apitest.NewWorld(t, app.Env.DB)
	collection := patients + w.Patient.String() + "/conditions"
	body := batch(object{"condition": coding(t, app, "medical_conditions"), "onset_date": "2020-05-17"},
		object{"condition": coding(t, app, "medical_conditions"), "onset_date": "2020-05-18"})
	send := func(body object) (int, json.RawMessage, string) {
		answer := app.Do(app.Request(t, apitest.Scenario{As: apitest.Doctor, Method: http.MethodPost, Path: collection + "/batch", Body: body,
			Header: map[string]string{"Idempotency-Key": "once"}}))
		return answer.Code, answer.Body.Bytes(), answer.Header().Get("Idempotency-Replayed")
	}
	status, first, replayed := send(body)
	require.Equal(t, created, status, string(first))
	assert.Empty(t, replayed)
	status, again, replayed := send(body)
	assert.Equal(t, created, status)
	assert.JSONEq(t, string(first), string(again))
	assert.Equal(t, "true", replayed)
	status, _, _ = send(batch(body["items"].([]object)[:1]...))
	assert.Equal(t, invalid, status, "another request with the same key")
	assert.Len(t, apitest.Get[entries](t, app, apitest.Doctor, collection).Items, 2)
}
