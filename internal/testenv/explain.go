package testenv

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"iter"
	"net/url"
	"slices"
	"strings"
	"sync"
	"testing"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/lib/pq"

	"github.com/predicthealth/predicthealth/ent"
)

// PlanCacheMode says how PostgreSQL plans statements with parameters: for their values, or once for all values, as it may
// do for prepared statements.
type PlanCacheMode string

// Values of PlanCacheMode.
const (
	CustomPlans  PlanCacheMode = "force_custom_plan"
	GenericPlans PlanCacheMode = "force_generic_plan"
)

// Plan is how a statement was executed.
type Plan struct {
	Query string `json:"Query Text"`
	Root  Node   `json:"Plan"`
}

// Node is a step of a plan, as in EXPLAIN (ANALYZE, FORMAT JSON).
type Node struct {
	Type     string  `json:"Node Type"`
	Relation string  `json:"Relation Name"`
	Index    string  `json:"Index Name"`
	Rows     float64 `json:"Actual Rows"`
	Loops    float64 `json:"Actual Loops"`
	Filtered float64 `json:"Rows Removed by Filter"`
	Plans    []Node
}

// All yields the node and all nodes below it.
func (n Node) All() iter.Seq[Node] {
	return func(yield func(Node) bool) { n.walk(yield) }
}

func (n Node) walk(yield func(Node) bool) bool {
	if !yield(n) {
		return false
	}
	return !slices.ContainsFunc(n.Plans, func(below Node) bool { return !below.walk(yield) })
}

// String returns the plan as a tree.
func (n Node) String() string { return n.indented("") }

func (n Node) indented(by string) string {
	text := fmt.Sprintf("%s%s %s %s (%.0f rows, %.0f filtered, %.0f times)\n", by, n.Type, n.Relation, n.Index, n.Rows, n.Filtered, n.Loops)
	for _, below := range n.Plans {
		text += below.indented(by + "  ")
	}
	return text
}

// Plans collects the plans of the statements of an environment.
type Plans struct {
	mutex sync.Mutex
	taken []Plan
}

// Take returns the plans since the last call, including those of statements inside functions.
func (p *Plans) Take() []Plan {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	taken := p.taken
	p.taken = nil
	return taken
}

// planned receives a notice of auto_explain, which has the plan after its first line.
func (p *Plans) planned(notice *pq.Error) {
	_, text, found := strings.Cut(notice.Message, "plan:\n")
	if !found {
		return
	}
	var plan Plan
	if err := json.Unmarshal([]byte(text), &plan); err != nil {
		plan = Plan{Query: "no plan: " + err.Error()}
	}
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.taken = append(p.taken, plan)
}

// Explained returns env with connections that report how each of their statements was executed. auto_explain, which is part
// of PostgreSQL, reports the plan that was used, rather than asking for another.
func Explained(t testing.TB, env *Env, mode PlanCacheMode) (*Env, *Plans) {
	t.Helper()
	plans := &Plans{}
	u, err := url.Parse(env.URL)
	if err != nil {
		t.Fatalf("the URL of the test's database: %v", err)
	}
	explain(t, env, strings.TrimPrefix(u.Path, "/"))
	query := u.Query()
	query.Set("timezone", "UTC")
	query.Set("plan_cache_mode", string(mode))
	query.Set("random_page_cost", "1.1") // as in deploy/postgres
	u.RawQuery = query.Encode()
	connector, err := pq.NewConnector(u.String())
	if err != nil {
		t.Fatalf("connect to the test's database: %v", err)
	}
	explained := *env
	explained.DB = sql.OpenDB(pq.ConnectorWithNoticeHandler(connector, plans.planned))
	explained.DB.SetMaxOpenConns(maxConns)
	explained.Ent = ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, explained.DB)))
	t.Cleanup(func() {
		if err := explained.DB.Close(); err != nil {
			t.Errorf("close the test's database: %v", err)
		}
	})
	return &explained, plans
}

// explain sets what only a superuser may set: new connections send the plans of all statements to the client.
func explain(t testing.TB, env *Env, database string) {
	t.Helper()
	owner := Owner(t, env)
	for name, value := range map[string]string{
		"session_preload_libraries":          "auto_explain",
		"auto_explain.log_min_duration":      "0",
		"auto_explain.log_analyze":           "on",
		"auto_explain.log_timing":            "off",
		"auto_explain.log_format":            "json",
		"auto_explain.log_level":             "notice",
		"auto_explain.log_nested_statements": "on",
	} {
		statement := fmt.Sprintf("ALTER DATABASE %s SET %s = %s", pq.QuoteIdentifier(database), name, pq.QuoteLiteral(value))
		if _, err := owner.ExecContext(t.Context(), statement); err != nil {
			t.Fatalf("have statements explained: %v", err)
		}
	}
}
