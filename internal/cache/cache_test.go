package cache

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"sync"
	"syscall"
	"testing"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"go.uber.org/goleak"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

func TestMain(m *testing.M) {
	// Each run breaks a real Redis several times; -rapid.checks asks for more of them.
	if err := flag.Set("rapid.checks", "30"); err != nil {
		panic(err)
	}
	// A pool whose Redis is gone leaves this behind for a second after its Close.
	goleak.VerifyTestMain(m, goleak.IgnoreAnyFunction("github.com/redis/go-redis/v9/internal/pool.(*ConnPool).tryDial"))
}

var overview = Item{Name: "overview", Scope: "admin", Tags: []string{"patients", "doctors"}, TTL: time.Minute}

// returns is a load of a fixed body.
func returns(body string) func(context.Context) ([]byte, error) {
	return func(context.Context) ([]byte, error) { return []byte(body), nil }
}

func get(t *testing.T, c *Cache, item Item, body string) Answer {
	t.Helper()
	answer, err := c.Get(t.Context(), item, returns(body))
	require.NoError(t, err)
	return answer
}

func TestMissThenHit(t *testing.T) {
	t.Parallel()
	registry := prometheus.NewRegistry()
	c := startServer(t).process(t, Options{Registerer: registry})
	first, second := get(t, c, overview, "one"), get(t, c, overview, "two")
	assert.Equal(t, Answer{Body: []byte("one"), ETag: first.ETag}, first)
	assert.Equal(t, Answer{Body: []byte("one"), ETag: first.ETag, Hit: true}, second)
	assert.Regexp(t, `^"[A-Za-z0-9_-]{22}"$`, first.ETag)
	assert.Equal(t, map[string]float64{hit: 1, miss: 1}, requests(t, registry))
}

// requests are the counted results of the registry's cache.
func requests(t *testing.T, registry *prometheus.Registry) map[string]float64 {
	t.Helper()
	families, err := registry.Gather()
	require.NoError(t, err)
	counted := map[string]float64{}
	for _, family := range families {
		if family.GetName() != "cache_requests_total" {
			continue
		}
		for _, metric := range family.GetMetric() {
			counted[metric.GetLabel()[1].GetValue()] = metric.GetCounter().GetValue()
		}
	}
	return counted
}

func TestKeysAreApart(t *testing.T) {
	t.Parallel()
	c := startServer(t).process(t, Options{})
	items := []Item{
		{Name: "a", Scope: "b", Params: "c"},
		{Name: "a", Scope: "b c", Params: ""},
		{Name: "a", Scope: "", Params: "b c"},
		{Name: "a", Scope: `b" "c`},
		{Name: "ab", Params: "c"},
	}
	for round := range 2 {
		for i, item := range items {
			item.TTL = time.Minute
			answer := get(t, c, item, fmt.Sprint(i))
			assert.Equal(t, fmt.Sprint(i), string(answer.Body))
			assert.Equal(t, round == 1, answer.Hit)
		}
	}
}

func TestInvalidateReachesOtherProcesses(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	one, other := s.process(t, Options{}), s.process(t, Options{})
	for i, tag := range []string{"patients", "doctors"} {
		body := fmt.Sprint("new", i)
		get(t, one, overview, fmt.Sprint("old", i))
		other.Invalidate(t.Context(), tag)
		assert.Equal(t, body, string(get(t, one, overview, body).Body))
		other.Invalidate(t.Context(), tag)
	}
	get(t, one, overview, "kept")
	other.Invalidate(t.Context(), "another tag")
	assert.True(t, get(t, one, overview, "").Hit)
}

func TestLoadBegunBeforeInvalidationIsNotServed(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	one, other := s.process(t, Options{}), s.process(t, Options{})
	for name, writer := range map[string]*Cache{"same process": one, "other process": other} {
		began, release, done := make(chan struct{}), make(chan struct{}), make(chan struct{})
		go func() {
			defer close(done)
			_, _ = one.Get(context.Background(), overview, func(context.Context) ([]byte, error) {
				close(began)
				<-release
				return []byte("old"), nil
			})
		}()
		<-began
		writer.Invalidate(t.Context(), "patients")
		assert.Equal(t, "new", string(get(t, one, overview, "new").Body), "%s: the running load is not joined", name)
		close(release)
		<-done
		assert.Equal(t, "new", string(get(t, one, overview, "new").Body), "%s: the late answer is not served", name)
		writer.Invalidate(t.Context(), "patients")
	}
}

func TestConcurrentCallersShareOneLoad(t *testing.T) {
	t.Parallel()
	c := startServer(t).process(t, Options{})
	const callers = 20
	loads := make(chan struct{}, callers)
	answers := make(chan Answer, callers)
	var joined sync.WaitGroup
	joined.Add(callers)
	for range callers {
		go func() {
			answer, _ := c.Get(waiting{t.Context(), &joined}, overview, func(context.Context) ([]byte, error) {
				loads <- struct{}{}
				joined.Wait()
				return []byte("shared"), nil
			})
			answers <- answer
		}()
	}
	for range callers {
		assert.Equal(t, "shared", string((<-answers).Body))
	}
	assert.Len(t, loads, 1)
}

// waiting is the context of a caller, and tells when the caller begins to wait for a load.
type waiting struct {
	context.Context
	joined *sync.WaitGroup
}

func (w waiting) Done() <-chan struct{} {
	w.joined.Done()
	return w.Context.Done()
}

func TestLoadOutlivesItsFirstCaller(t *testing.T) {
	t.Parallel()
	c := startServer(t).process(t, Options{})
	ctx, cancel := context.WithCancel(t.Context())
	finished := make(chan error, 1)
	_, err := c.Get(ctx, overview, func(ctx context.Context) ([]byte, error) {
		cancel()
		time.Sleep(20 * time.Millisecond)
		finished <- ctx.Err()
		return []byte("late"), nil
	})
	require.ErrorIs(t, err, context.Canceled)
	require.NoError(t, <-finished)
	wait.Until(t, func() bool { return get(t, c, overview, "again").Hit })
}

func TestFailedLoadsAreNotStored(t *testing.T) {
	t.Parallel()
	c := startServer(t).process(t, Options{})
	broken := errors.New("broken")
	_, err := c.Get(t.Context(), overview, func(context.Context) ([]byte, error) { return nil, broken })
	require.ErrorIs(t, err, broken)
	_, err = c.Get(t.Context(), overview, func(context.Context) ([]byte, error) { panic("oh") })
	require.ErrorContains(t, err, "panicked: oh")
	_, err = c.Get(t.Context(), Item{Name: "no TTL"}, returns(""))
	require.Error(t, err)
	assert.False(t, get(t, c, overview, "well").Hit)
}

func TestAnswersEndWithTheirTTL(t *testing.T) {
	t.Parallel()
	c := startServer(t).process(t, Options{})
	item := Item{Name: "short", TTL: 30 * time.Millisecond}
	get(t, c, item, "old")
	time.Sleep(2 * item.TTL)
	assert.Equal(t, "new", string(get(t, c, item, "new").Body))
}

func TestFetchKeepsTypes(t *testing.T) {
	t.Parallel()
	c := startServer(t).process(t, Options{})
	type totals struct {
		Patients int `json:"patients"`
	}
	load := func(context.Context) (totals, error) { return totals{Patients: 615}, nil }
	for _, want := range []bool{false, true} {
		value, answer, err := Fetch(t.Context(), c, overview, load)
		require.NoError(t, err)
		assert.Equal(t, totals{Patients: 615}, value)
		assert.JSONEq(t, `{"patients": 615}`, string(answer.Body))
		assert.Equal(t, want, answer.Hit)
	}
}

func TestRedisThatDoesNotAnswer(t *testing.T) {
	t.Parallel()
	for name, fail := range map[string]func(*server){
		"down": func(s *server) { s.kill() },
		"hung": func(s *server) { s.signal(t, syscall.SIGSTOP) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			s := startServer(t)
			asked := &counted{}
			c := s.process(t, Options{Timeout: 30 * time.Millisecond, RetryAfter: time.Hour}, asked)
			get(t, c, overview, "old")
			fail(s)
			for i := range failuresToOpen {
				assert.Equal(t, fmt.Sprint(i), string(get(t, c, overview, fmt.Sprint(i)).Body))
			}
			before := asked.exchanges.Load()
			for range 100 {
				assert.False(t, get(t, c, overview, "").Hit)
			}
			assert.Equal(t, before, asked.exchanges.Load(), "an open breaker asks no more")
		})
	}
}

func TestRestartThatLosesAnInvalidation(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	one, other := s.process(t, Options{}), s.process(t, Options{})
	get(t, one, overview, "old")
	s.save(t)
	other.Invalidate(t.Context(), "patients")
	s.kill()
	s.start(t)
	for _, c := range []*Cache{one, other} {
		assert.Equal(t, "new", string(get(t, c, overview, "new").Body))
	}
}

func TestMalformedURLIsNotShown(t *testing.T) {
	t.Parallel()
	_, err := NewClient("redis://:hunter2#@:x/y")
	require.ErrorContains(t, err, "malformed")
	assert.NotContains(t, err.Error(), "hunter2")
}
