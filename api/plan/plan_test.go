// Package plan_test looks at how PostgreSQL answers the API's reads when there are 100,000 patients.
package plan_test

import (
	_ "embed"
	"fmt"
	"net/http"
	"net/http/httptest"
	"net/url"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service/page"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var (
	//go:embed testdata/many.sql
	many string
	//go:embed testdata/imported.sql
	imported string
)

// Every read as every kind of viewer, with each sort, filter and page, planned for its values and for any: what it costs
// depends on what is answered, not on how much there is.
func TestReadsFollowIndexes(t *testing.T) {
	t.Parallel()
	follow(t, reads, many)
}

// After an import, whose rows share one time, lists in the order of times follow their owner's index as before.
func TestListsOfImportedRowsFollowIndexes(t *testing.T) {
	t.Parallel()
	follow(t, sorted, many, imported)
}

func follow(t *testing.T, asked func(*testing.T, *apitest.App) []operation, data ...string) {
	t.Helper()
	env := testenv.New(t)
	made := apitest.On(t, env)
	cast := apitest.NewCast(t, made)
	owner := testenv.Owner(t, env)
	for _, statement := range append(data, "VACUUM ANALYZE") {
		_, err := owner.ExecContext(t.Context(), statement)
		require.NoError(t, err)
	}
	operations := asked(t, made)
	for _, mode := range []testenv.PlanCacheMode{testenv.CustomPlans, testenv.GenericPlans} {
		explained, plans := testenv.Explained(t, env, mode)
		t.Run(string(mode), func(t *testing.T) {
			t.Parallel()
			app := apitest.On(t, explained, apitest.Idle, apitest.Beside(made))
			for _, op := range operations {
				t.Run(op.id, func(t *testing.T) {
					w := walker{app: app, cast: cast, plans: plans, mode: mode, found: map[string]bool{}}
					w.walk(t, op)
				})
			}
		})
	}
}

// pulse reads whoever may sign in for the platform, a few hundred, once for all requests.
var pulse = sqlfiles.Query("pulse")

// walker asks operations and looks at the plans.
type walker struct {
	app       *apitest.App
	cast      *apitest.Cast
	plans     *testenv.Plans
	mode      testenv.PlanCacheMode
	operation string
	answered  bool
	found     map[string]bool
}

func (w *walker) walk(t *testing.T, op operation) {
	t.Helper()
	if op.counts() {
		return
	}
	w.operation = op.id
	for _, caller := range callers {
		ask := apitest.Ask{App: w.app, Cast: w.cast, Caller: caller.account, Patient: caller.patient(w.cast), Account: caller.of}
		path := apitest.Operations[op.id].Scenario(t, ask, http.MethodGet, op.path).Path
		for _, query := range op.queries(t, w.cast) {
			if w.mode == testenv.GenericPlans && query.Has("q") {
				continue // searches are planned for their text: see internal/database
			}
			w.pages(t, op, caller.account, path, query)
		}
	}
	assert.True(t, w.answered, "nobody gets an answer")
}

// pages asks for the first page, the next one and the first again.
func (w *walker) pages(t *testing.T, op operation, as, path string, query url.Values) {
	t.Helper()
	for _, turn := range []string{"", "next_cursor", "prev_cursor"} {
		cursors, ok := w.ask(t, as, path, query)
		if !ok || !op.list {
			return
		}
		next, _ := cursors["next_cursor"].(string)
		if turn == "next_cursor" {
			next, _ = cursors["prev_cursor"].(string)
		}
		if next == "" {
			return
		}
		query.Set("cursor", next)
	}
}

func (w *walker) ask(t *testing.T, as, path string, query url.Values) (map[string]any, bool) {
	t.Helper()
	request := w.app.Request(t, apitest.Scenario{As: as, Path: path + "?" + query.Encode()})
	require.NoError(t, w.app.Trail.Ship(t.Context())) // an idle App's spool would fill
	w.plans.Take()
	answer := w.app.Do(request)
	taken := w.plans.Take()
	if !assert.Less(t, answer.Code, http.StatusInternalServerError, answer.Body.String()) {
		return nil, false
	}
	w.judge(t, taken, fmt.Sprintf("%s?%s as %s", path, query.Encode(), as))
	if answer.Code != http.StatusOK {
		require.NotEqual(t, http.StatusUnprocessableEntity, answer.Code, answer.Body.String())
		return nil, false
	}
	w.answered = true
	return body(t, answer), true
}

func body(t *testing.T, answer *httptest.ResponseRecorder) map[string]any {
	t.Helper()
	if !strings.HasPrefix(answer.Header().Get("Content-Type"), "application/json") {
		return nil
	}
	return apitest.Decode[map[string]any](t, answer)
}

// judge fails once for each statement and fault.
func (w *walker) judge(t *testing.T, plans []testenv.Plan, request string) {
	t.Helper()
	for _, plan := range plans {
		if plan.Query == pulse {
			continue
		}
		for _, fault := range faults(plan.Root, plan.Query) {
			if key := fault + plan.Query; !w.found[key] && known[w.operation+": "+fault] == "" {
				w.found[key] = true
				assert.Fail(t, fault, "%s\n%s\n%s", request, plan.Query, plan.Root)
			}
		}
	}
}

// known are faults that stay, and why.
var known = map[string]string{
	"list-institutions: a sequential scan of medical_institutions": "few in a country, joined with all by their hash: some hundred pages, for staff",
}

// mostRows is how many rows of a table a page may take to find: what no index has is looked for along one. It is a tenth
// of the patients. A common part of a name may be met later, when it sorts last.
const mostRows = 10_000

// faults are what costs more the more there is: sequential scans of tables that grow, sorts of more rows than a page can
// have, and reading so much more than is answered.
func faults(n testenv.Node, query string) (found []string) {
	for node := range n.All() {
		read := (node.Rows + node.Filtered) * node.Loops
		switch {
		case node.Type == "Seq Scan" && read > 0 && !small[node.Relation]:
			found = append(found, "a sequential scan of "+node.Relation)
		case strings.Contains(node.Type, "Sort") && node.Plans[0].Rows > page.MaxLimit && !maySort(node):
			found = append(found, fmt.Sprintf("a sort of %.0f rows", node.Plans[0].Rows))
		case read > mostRows && !strings.Contains(query, " LIKE "):
			found = append(found, fmt.Sprintf("%.0f rows read", read))
		}
	}
	return found
}

// maySort says whether a node's rows are those of a catalog, or were found by a part of a name or by a place: the indexes
// that find them know no order. PostgreSQL uses them when it expects few rows, else it follows the list's own index. So
// it does with the events of an account, a patient or a record, which stand in order in each partition of the trail.
func maySort(n testenv.Node) bool {
	grows := false
	for node := range n.All() {
		if strings.HasSuffix(node.Index, "_search_words_idx") || node.Index == "addresses_institution_place_idx" ||
			strings.HasPrefix(node.Index, "audit_events_") && strings.HasSuffix(node.Index, "_id_number_idx") {
			return true
		}
		grows = grows || node.Relation != "" && !small[node.Relation]
	}
	return !grows
}
