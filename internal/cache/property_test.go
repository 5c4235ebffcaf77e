package cache

import (
	"context"
	"fmt"
	"syscall"
	"testing"
	"time"

	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// world is two processes, one Redis that breaks, and a source of truth.
type world struct {
	t      *testing.T
	server *server
	caches [2]*Cache
	source map[string]int
	held   []heldLoad
	state  redisState
	redis  *wait.Redis
}

type redisState int

const (
	up redisState = iota
	down
	paused
)

// heldLoad is a load that has read the source and waits before it returns.
type heldLoad struct {
	process int
	item    Item
	body    string
	release func()
}

var items = []Item{
	{Name: "a", Tags: []string{"a"}, TTL: time.Minute},
	{Name: "ab", Tags: []string{"a", "b"}, TTL: time.Minute},
	{Name: "b", Tags: []string{"b"}, TTL: time.Minute},
}

// TestAnswersAreNeverStale changes the source through either process while Redis is killed,
// restarted with older data, and hung.
func TestAnswersAreNeverStale(t *testing.T) {
	t.Parallel()
	s := startServer(t)
	run := 0
	rapid.Check(t, func(rt *rapid.T) {
		run++
		w := &world{t: t, server: s, source: map[string]int{}, redis: &wait.Redis{}}
		w.reset(rt, fmt.Sprintf("run%d:", run))
		defer w.releaseAll()
		rt.Repeat(map[string]func(*rapid.T){
			"get":    func(rt *rapid.T) { w.get(rt, drawProcess(rt), drawItem(rt)) },
			"change": func(rt *rapid.T) { w.change(drawProcess(rt), rapid.SampledFrom([]string{"a", "b"}).Draw(rt, "tag")) },
			"hold":   func(rt *rapid.T) { w.hold(rt, drawProcess(rt), drawItem(rt)) },
			"finish": func(*rapid.T) { w.releaseAll() },
			"save":   func(rt *rapid.T) { w.save(rt) },
			"break":  func(rt *rapid.T) { w.breakRedis(rt, rapid.SampledFrom([]redisState{down, paused}).Draw(rt, "how")) },
			"mend":   func(rt *rapid.T) { w.mend(rt) },
		})
	})
}

func drawProcess(t *rapid.T) int { return rapid.IntRange(0, 1).Draw(t, "process") }
func drawItem(t *rapid.T) Item   { return rapid.SampledFrom(items).Draw(t, "item") }

func (w *world) reset(t *rapid.T, prefix string) {
	w.server.kill()
	w.server.start(t)
	for i := range w.caches {
		w.caches[i] = w.server.process(w.t, Options{
			Prefix: prefix, RetryAfter: 20 * time.Millisecond,
		}, w.redis)
	}
}

func (w *world) body(item Item) string {
	var text string
	for _, tag := range item.Tags {
		text += fmt.Sprintf("%s=%d ", tag, w.source[tag])
	}
	return text
}

func (w *world) get(t *rapid.T, process int, item Item) {
	// A held load of the same versions would be joined and waited for.
	w.releaseWhere(func(h heldLoad) bool {
		return h.process == process && h.item.Name == item.Name && h.body == w.body(item)
	})
	ctx, cancel := context.WithTimeout(context.Background(), wait.Patience)
	defer cancel()
	answer, err := w.caches[process].Get(ctx, item, returns(w.body(item)))
	require.NoError(t, err, "a load that began before the last change was joined")
	require.Equal(t, w.body(item), string(answer.Body))
	require.Equal(t, etag(answer.Body), answer.ETag)
}

func (w *world) change(process int, tag string) {
	w.source[tag]++
	w.caches[process].Invalidate(context.Background(), tag)
}

// hold begins a load that other actions overtake. It does so only while Redis is in use, for without
// it the package promises less.
func (w *world) hold(t *rapid.T, process int, item Item) {
	if w.state != up {
		t.Skip("Redis is not up")
	}
	c := w.caches[process]
	w.get(t, process, item)
	wait.Until(t, func() bool {
		answer, err := c.Get(context.Background(), item, returns(w.body(item)))
		return err == nil && answer.Hit
	}, "Redis is not used again")
	w.change(process, item.Tags[0])

	body := w.body(item)
	began, release, done := make(chan struct{}), make(chan struct{}), make(chan struct{})
	go func() {
		defer close(done)
		_, _ = c.Get(context.Background(), item, func(context.Context) ([]byte, error) {
			close(began)
			<-release
			return []byte(body), nil
		})
	}()
	<-began
	w.held = append(w.held, heldLoad{process, item, body, func() { close(release); <-done }})
}

func (w *world) releaseAll() { w.releaseWhere(func(heldLoad) bool { return true }) }

func (w *world) releaseWhere(wanted func(heldLoad) bool) {
	var kept []heldLoad
	for _, h := range w.held {
		if wanted(h) {
			h.release()
		} else {
			kept = append(kept, h)
		}
	}
	w.held = kept
}

func (w *world) save(t *rapid.T) {
	if w.state != up {
		t.Skip("Redis is not up")
	}
	w.server.save(t)
}

func (w *world) breakRedis(t *rapid.T, how redisState) {
	if w.state != up {
		t.Skip("Redis is not up")
	}
	if how == down {
		w.server.kill()
	} else {
		w.server.signal(t, syscall.SIGSTOP)
		w.redis.Hangs(true)
	}
	w.state = how
}

func (w *world) mend(t *rapid.T) {
	switch w.state {
	case up:
		t.Skip("Redis is up")
	case down:
		w.server.start(t)
	case paused:
		w.redis.Hangs(false)
		w.server.signal(t, syscall.SIGCONT)
		w.afterPause(t)
	}
	w.state = up
}

// afterPause holds a process that could not invalidate to its own answers at once, and the others
// when the first has told Redis.
func (w *world) afterPause(t *rapid.T) {
	for i, c := range w.caches {
		for _, item := range items {
			if _, confirmed := c.tags.generation(item.Tags); !confirmed {
				w.get(t, i, item)
			}
		}
	}
	for _, c := range w.caches {
		wait.Until(t, func() bool { return len(c.tags.unconfirmed()) == 0 })
	}
}
