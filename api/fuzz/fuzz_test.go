// Package fuzz_test asks every operation of the OpenAPI document for what nobody should ask: wrong types, NUL, huge
// numbers, deep JSON, SQL, members twice. Whatever comes, the answer is one of the document's, tells nothing internal and
// comes soon.
//
//	go test ./api/fuzz -requests 100000 -seed 7
package fuzz_test

import (
	"context"
	"flag"
	"fmt"
	"io"
	"maps"
	"math/rand/v2"
	"net/http"
	"net/http/httptest"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

var (
	requests = flag.Int("requests", defaultRequests, "how many requests to send")
	seed     = flag.Uint64("seed", 1, "what the requests are made of")
)

// batch is how many requests one App answers: what they change, such as ended sessions, stands in the way of the next.
const batch = 1000

// slow is what nobody waits for, even on a busy machine: an answer takes milliseconds.
const slow = wait.Patience / 2

// internals are what answers don't tell, unless the request said it.
var internals = []string{
	"pq:", "ent:", "sql:", "SQLSTATE", ".go:", "goroutine", "runtime error", "panic", "$2a$", "password_hash", "dial tcp", "strconv",
	"json: ", "reflect.", "redis:", "violates", "syntax error", "relation \"", "token_hash", "postgres://",
}

var callers = []string{
	"", apitest.Patient, apitest.Doctor, apitest.Doctor, apitest.Hospital, apitest.Hospital, apitest.Insurer, apitest.Reader,
	apitest.Admin, apitest.Admin, apitest.Admin, apitest.Admin, apitest.Machine,
}

// caller is who asks. What ends sessions is asked as those who ask for nothing else: the others stay signed in.
func caller(r *rand.Rand, op operation) string {
	switch {
	case strings.Contains(op.path, "/cms/auth/"):
		return apitest.Editor
	case strings.Contains(op.path, "/auth/"):
		return apitest.OtherPatient
	}
	return pick(r, callers)
}

func TestWhateverIsAskedTheAnswerIsInTheContract(t *testing.T) {
	t.Parallel()
	var answers tally
	t.Run("batches", func(t *testing.T) {
		for n := range (*requests + batch - 1) / batch {
			t.Run(fmt.Sprint(n), func(t *testing.T) {
				t.Parallel()
				newFuzzer(t, uint64(n)).run(t, min(batch, *requests-n*batch), &answers)
			})
		}
	})
	t.Logf("seed %d: %s", *seed, &answers)
	if *requests >= 5_000 {
		answers.reached(t)
	}
}

// fuzzer sends requests to an App.
type fuzzer struct {
	app   *apitest.App
	cast  *apitest.Cast
	ops   []operation
	valid map[string]request // a valid request of each operation, when nothing has changed
	r     *rand.Rand
	first int // the operation that is asked first
}

func newFuzzer(t *testing.T, n uint64) *fuzzer {
	t.Helper()
	app := apitest.New(t)
	cast := apitest.NewCast(t, app)
	f := &fuzzer{app: app, cast: cast, ops: operations(t, app), valid: map[string]request{}, r: rand.New(rand.NewPCG(*seed, n))} //nolint:gosec // repeatable, not secret
	f.first = int(n) * batch
	for i := range min(batch, len(f.ops)) {
		op := f.ops[(f.first+i)%len(f.ops)]
		ask := apitest.Ask{App: app, Cast: cast, Caller: apitest.Hospital, Patient: cast.Patient, Account: apitest.OtherPatient}
		s := apitest.Operations[op.id].Scenario(t, ask, op.method, op.path)
		built := app.Request(t, apitest.Scenario{Method: s.Method, Path: s.Path, Header: s.Header, Body: s.Body})
		f.valid[op.id] = request{method: s.Method, segments: strings.Split(built.URL.Path, "/"), header: built.Header, body: bodyOf(t, built)}
	}
	for _, as := range callers[1:] {
		app.Token(t, as) // before anything happens to the account
	}
	return f
}

func bodyOf(t *testing.T, request *http.Request) string {
	t.Helper()
	var text strings.Builder
	_, err := io.Copy(&text, request.Body)
	require.NoError(t, err)
	return text.String()
}

func (f *fuzzer) run(t *testing.T, count int, answers *tally) {
	t.Helper()
	for i := range count {
		op := f.ops[(f.first+i)%len(f.ops)]
		q := f.valid[op.id]
		q.segments, q.header = slices.Clone(q.segments), q.header.Clone()
		as := caller(f.r, op)
		switch as {
		case "":
		case apitest.Editor:
			q.header.Set("Authorization", "Bearer "+f.reopen(t, "cms_users", as))
		case apitest.OtherPatient:
			q.header.Set("Authorization", "Bearer "+f.reopen(t, "users", as))
		default:
			q.header.Set("Authorization", "Bearer "+f.app.Token(t, as))
		}
		q.mutate(f.r, op)
		f.send(t, op, q, as, answers)
	}
	for line := range strings.Lines(f.app.Log.String()) {
		assert.NotContains(t, line, `"level":"ERROR"`)
	}
}

// reopen gives an account a new session, whatever was done to it.
func (f *fuzzer) reopen(t *testing.T, table, email string) string {
	t.Helper()
	_, err := f.app.Env.DB.ExecContext(t.Context(), "UPDATE "+table+" SET email = $2, active = true WHERE id = $1", f.cast.Accounts[email], email) //nolint:gosec // one of two tables
	require.NoError(t, err)
	return f.app.Reopen(t, email)
}

func (f *fuzzer) send(t *testing.T, op operation, q request, as string, answers *tally) {
	t.Helper()
	ctx, cancel := context.WithTimeout(t.Context(), 2*slow)
	defer cancel()
	built, ok := q.build(ctx)
	if !ok {
		return
	}
	built.RemoteAddr = fmt.Sprintf("10.%d.%d.%d:1", f.r.IntN(256), f.r.IntN(256), f.r.IntN(256)) // limits are an address's
	began := time.Now()
	answer := f.app.Do(built) // compares with the document
	took := time.Since(began)
	answers.add(op.id, answer.Code)
	for _, fault := range faults(q, answer, took) {
		t.Errorf("%s as %q: %s\n%s %s\n%v\n%.600q\n=> %d %.600s", op.id, as, fault, q.method, built.URL, q.header, q.body, answer.Code, answer.Body)
	}
}

// faults are what is wrong with an answer beside the document.
func faults(q request, answer *httptest.ResponseRecorder, took time.Duration) (found []string) {
	if answer.Code >= http.StatusInternalServerError {
		found = append(found, "a failure of the program")
	}
	if took > slow {
		found = append(found, "took "+took.String())
	}
	sent := strings.Join(q.segments, "/") + q.query + q.body + fmt.Sprint(q.header)
	for _, internal := range internals {
		if strings.Contains(answer.Body.String(), internal) && !strings.Contains(sent, internal) {
			found = append(found, "tells "+internal)
		}
	}
	return found
}

// tally counts answers by operation and status.
type tally struct {
	mu     sync.Mutex
	counts map[string]map[int]int
}

func (a *tally) add(operation string, status int) {
	a.mu.Lock()
	defer a.mu.Unlock()
	if a.counts == nil {
		a.counts = map[string]map[int]int{}
	}
	if a.counts[operation] == nil {
		a.counts[operation] = map[int]int{}
	}
	a.counts[operation][status]++
}

func (a *tally) String() string {
	byStatus, sum := map[int]int{}, 0
	for _, statuses := range a.counts {
		for status, n := range statuses {
			byStatus[status] += n
			sum += n
		}
	}
	lines := []string{fmt.Sprintf("%d requests of %d operations", sum, len(a.counts))}
	for _, status := range slices.Sorted(maps.Keys(byStatus)) {
		lines = append(lines, fmt.Sprintf("%d: %d", status, byStatus[status]))
	}
	return strings.Join(lines, ", ")
}

// reached checks that the requests got where something can break: each operation was authorized for somebody, and most
// did what was asked at least once.
func (a *tally) reached(t *testing.T) {
	t.Helper()
	done := 0
	for operation, statuses := range a.counts {
		beyond := 0
		for status, n := range statuses {
			if status != http.StatusUnauthorized && status != http.StatusForbidden {
				beyond += n
			}
		}
		assert.Positive(t, beyond, "%s was never reached: %v", operation, statuses)
		if slices.ContainsFunc(slices.Collect(maps.Keys(statuses)), func(s int) bool { return s < http.StatusBadRequest }) {
			done++
		}
	}
	assert.Greater(t, done, len(a.counts)*3/4, "operations that did what was asked")
}
