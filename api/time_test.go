package api_test

import (
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/api/apitest"
)

// extremes are times and days that RFC 3339 can write and that PostgreSQL or JSON can't hold, or only just.
var extremes = []string{
	"0000-01-01T00:00:00Z", "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "9999-12-31T23:59:59.999999999Z",
	"2020-01-01T00:00:00+16:00", "2020-01-01T00:00:00-23:59", "2020-12-31T23:59:60Z", "10000-01-01T00:00:00Z",
	"0000-01-01", "0001-01-01", "9999-12-31", "-0001-01-01", "2020-02-30", "infinity", "now", "epoch", "NaN",
}

// A time in an example of a body, and the quotation marks around it.
var timeInJSON = regexp.MustCompile(`"\d{4}-\d\d-\d\d(T[^"]*)?"`)

// Whatever time a client gives, the answer is its own fault or none.
func TestTimesOutOfRange(t *testing.T) {
	t.Parallel()
	app := apitest.New(t, apitest.Setting(t, "auth.self_registration.enabled", "true"))
	cast := apitest.NewCast(t, app)
	rows, asked := matrix(t), 0
	times := timeParameters(t, app)
	for _, op := range operations(t, app) {
		places := timeInJSON.FindAllStringIndex(op.example, -1)
		if len(places)+len(times[op.id]) == 0 {
			continue
		}
		i := max(0, slices.IndexFunc(rows[op.id], func(cell string) bool { return strings.HasPrefix(cell, "2") }))
		ask := apitest.Ask{App: app, Cast: cast, Caller: columns[i].caller, Patient: columns[i].patient(cast), Account: columns[i].account}
		try := func(extreme string, change func(*apitest.Scenario)) {
			s := apitest.Operations[op.id].Scenario(t, ask, op.method, op.path)
			change(&s)
			answer := app.Do(app.Request(t, s))
			assert.Less(t, answer.Code, http.StatusInternalServerError, "%s %s %v: %s", op.id, s.Path, s.Body, answer.Body)
			if answer.Code >= http.StatusBadRequest && len(extreme) > len("infinity") {
				assert.NotContains(t, answer.Body.String(), extreme, "%s: an error repeats no values", op.id)
			}
			asked++
		}
		for _, extreme := range extremes {
			for _, at := range places {
				try(extreme, func(s *apitest.Scenario) { s.Body = op.example[:at[0]] + strconv.Quote(extreme) + op.example[at[1]:] })
			}
			for _, name := range times[op.id] {
				try(extreme, func(s *apitest.Scenario) { s.Path += "?" + url.Values{name: {extreme}}.Encode() })
			}
		}
	}
	assert.Greater(t, asked, 30*len(extremes))
}

// timeParameters are the parameters of each operation whose examples are times.
func timeParameters(t *testing.T, app *apitest.App) map[string][]string {
	t.Helper()
	type parameter struct {
		Ref    string `json:"$ref"`
		Name   string
		Schema struct{ Examples []any }
	}
	document := apitest.OpenAPI[struct {
		Paths map[string]map[string]struct {
			OperationID string
			Parameters  []parameter
		}
		Components struct{ Parameters map[string]parameter }
	}](t, app.Handler)
	found := map[string][]string{}
	for _, methods := range document.Paths {
		for _, op := range methods {
			for _, p := range op.Parameters {
				if p.Ref != "" {
					p = document.Components.Parameters[p.Ref[strings.LastIndex(p.Ref, "/")+1:]]
				}
				if len(p.Schema.Examples) > 0 && timeInJSON.MatchString(fmt.Sprintf("%q", p.Schema.Examples[0])) {
					found[op.OperationID] = append(found[op.OperationID], p.Name)
				}
			}
		}
	}
	return found
}
