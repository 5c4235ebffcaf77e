// Package cache keeps whole answers in Redis.
//
// An answer is stored with the versions of its tags, read before the load began, and with the
// identity of the Redis process. It is served only while all of them are still the same, so an answer
// that was loaded before a change is never served after Invalidate returned, even when it is stored
// later, and nothing from before a Redis restart is trusted, for the last writes may be lost.
//
// Redis down or slow means a load from the source. What the cache cannot promise:
//   - When Invalidate cannot reach Redis, its own process stops using the tags until it has. Another
//     process that can reach Redis meanwhile may serve the old answer until the first one can.
//   - A process that dies between its commit and the end of its invalidation leaves the old answer
//     to the others until the answer's TTL is over. Keep TTLs short.
//   - Callers in one process share a load that is running, so without Redis one may get an answer
//     that is older than its question by at most that load, if the change came from another process.
package cache

import (
	"context"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"log/slog"
	"strconv"
	"sync"
	"time"

	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"
	"golang.org/x/sync/singleflight"
)

// Defaults of Options.
const (
	DefaultPrefix      = "predicthealth:"
	DefaultTimeout     = 50 * time.Millisecond
	DefaultRetryAfter  = time.Second
	DefaultLoadTimeout = 30 * time.Second
)

// Options of New; the zero value of a field means its default.
type Options struct {
	// Prefix of every key in Redis.
	Prefix string
	// Timeout is the longest wait for Redis.
	Timeout time.Duration
	// RetryAfter is how long a Redis that failed repeatedly is left alone.
	RetryAfter time.Duration
	// LoadTimeout ends loads that take longer; they outlive the request that began them.
	LoadTimeout time.Duration
	// Logger is told when Redis fails and recovers; nil means slog.Default().
	Logger *slog.Logger
	// Registerer receives the metrics; nil means none are registered.
	Registerer prometheus.Registerer
}

// Item says what is cached. Name, Scope and Params together are its key.
type Item struct {
	// Name is the kind of answer, such as "dashboard_overview".
	Name string
	// Scope is who may see the answer. Viewers who may see different answers need different scopes.
	Scope string
	// Params are the parameters of the question in a canonical form.
	Params string
	// Tags name what the answer is made of, such as "patients"; a small fixed set.
	Tags []string
	// TTL is the longest that an answer lives, more than 0.
	TTL time.Duration
}

// Answer is a body and its strong ETag, quotes included. The body is shared: it must not be changed.
type Answer struct {
	Body []byte
	ETag string
	// Hit says that the body came from Redis.
	Hit bool
}

// Cache is safe for concurrent use.
type Cache struct {
	store   *store
	tags    *tags
	flights singleflight.Group
	options Options
	metrics *metrics

	ctx      context.Context // ends with Close
	stop     context.CancelFunc
	repairs  sync.WaitGroup
	repairMu sync.Mutex
	repairer bool
}

// New returns a cache on one Redis, behind Sentinel or not, but no cluster. Clients made by NewClient
// keep to the timeout; others may wait as long as their own. New fails only when the metrics are
// registered already. Close must be called at the end; the client stays open.
func New(client *redis.Client, options Options) (*Cache, error) {
	options = options.withDefaults()
	c := &Cache{
		store:   newStore(client, options),
		tags:    newTags(),
		options: options,
	}
	c.ctx, c.stop = context.WithCancel(context.Background())
	var err error
	if c.metrics, err = newMetrics(options.Registerer, c.tags); err != nil {
		return nil, err
	}
	return c, nil
}

// Close ends the background work of failed invalidations and waits for it.
func (c *Cache) Close() {
	c.stop()
	c.repairs.Wait()
}

// Get returns the stored answer or loads it. Its errors are load's and those of ctx; Redis causes none.
// The load's context keeps the values of ctx but not its end, for others may wait for the same load;
// load must therefore not use a transaction of the caller.
func (c *Cache) Get(ctx context.Context, item Item, load func(context.Context) ([]byte, error)) (Answer, error) {
	if item.Name == "" || item.TTL <= 0 {
		return Answer{}, errors.New("cache: an item needs a name and a TTL above 0")
	}
	generation, usable := c.tags.generation(item.Tags)
	var stamp string
	if usable {
		found, current, err := c.store.lookup(ctx, item)
		if found != nil {
			c.metrics.count(item, hit)
			return *found, nil
		}
		stamp, usable = current, err == nil
	}
	if usable {
		c.metrics.count(item, miss)
	} else {
		c.metrics.count(item, bypass)
	}
	// The flight's key holds the versions, so that nobody who asks after an invalidation joins a load
	// that began before it.
	flight := item.key() + " " + strconv.FormatUint(generation, 10) + " " + stamp
	result := c.flights.DoChan(flight, func() (any, error) { return c.load(ctx, item, stamp, load) })
	select {
	case <-ctx.Done():
		return Answer{}, fmt.Errorf("cache: waiting for %s: %w", item.Name, ctx.Err())
	case r := <-result:
		if r.Err != nil {
			return Answer{}, r.Err
		}
		return r.Val.(Answer), nil
	}
}

// load asks the source, and stores the answer when stamp says what versions it belongs to.
func (c *Cache) load(ctx context.Context, item Item, stamp string, load func(context.Context) ([]byte, error)) (answer Answer, err error) {
	ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), c.options.LoadTimeout)
	defer cancel()
	// A panic here would end the process: singleflight runs this outside the request's goroutine.
	defer func() {
		if reason := recover(); reason != nil {
			err = fmt.Errorf("cache: loading %s panicked: %v", item.Name, reason)
		}
	}()
	body, err := load(ctx)
	if err != nil {
		return Answer{}, err
	}
	answer = Answer{Body: body, ETag: etag(body)}
	if stamp != "" {
		c.store.save(ctx, item, stamp, answer)
	}
	return answer, nil
}

// Fetch is Get for a value that is stored as JSON. The value and the answer's body say the same.
func Fetch[T any](ctx context.Context, c *Cache, item Item, load func(context.Context) (T, error)) (T, Answer, error) {
	var value T
	answer, err := c.Get(ctx, item, func(ctx context.Context) ([]byte, error) {
		loaded, err := load(ctx)
		if err != nil {
			return nil, err
		}
		return json.Marshal(loaded)
	})
	if err != nil {
		return value, Answer{}, err
	}
	if err := json.Unmarshal(answer.Body, &value); err != nil {
		return value, Answer{}, fmt.Errorf("cache: decoding %s: %w", item.Name, err)
	}
	return value, answer, nil
}

func etag(body []byte) string {
	sum := sha256.Sum256(body)
	return `"` + base64.RawURLEncoding.EncodeToString(sum[:16]) + `"`
}

func (o Options) withDefaults() Options {
	if o.Prefix == "" {
		o.Prefix = DefaultPrefix
	}
	if o.Timeout <= 0 {
		o.Timeout = DefaultTimeout
	}
	if o.RetryAfter <= 0 {
		o.RetryAfter = DefaultRetryAfter
	}
	if o.LoadTimeout <= 0 {
		o.LoadTimeout = DefaultLoadTimeout
	}
	if o.Logger == nil {
		o.Logger = slog.Default()
	}
	return o
}
