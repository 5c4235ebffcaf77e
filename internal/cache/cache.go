// Package cache caches whole answers in Redis.
//
// An answer is stored with the versions of its tags, read before the load began, and with the
// identity of the Redis process. It is served only while all of them are unchanged. So an answer that
// was loaded before a change is never served after Invalidate has returned, even if it was stored
// later. Nothing from before a Redis restart is trusted, because the last writes may be lost.
//
// When Redis is down or slow, answers are loaded from the source. The cache has these limits:
//   - When Invalidate can't reach Redis, its own process stops using the tags until it can. In the
//     meantime, another process that can reach Redis may serve the old answer.
//   - A process that dies between its commit and the end of its invalidation leaves the old answer
//     to the other processes until the answer's TTL is over. Keep TTLs short.
//   - Callers in one process share a running load. So without Redis an answer may be older than its
//     request, by at most the duration of that load, if the change came from another process.
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

// Default values of Options.
const (
	DefaultPrefix      = "predicthealth:"
	DefaultTimeout     = 50 * time.Millisecond
	DefaultRetryAfter  = time.Second
	DefaultLoadTimeout = 30 * time.Second
)

// Options configure New; the zero value of a field means its default.
type Options struct {
	// Prefix of every key in Redis.
	Prefix string
	// Timeout is the maximum time to wait for Redis.
	Timeout time.Duration
	// RetryAfter is how long the cache leaves Redis alone after repeated failures.
	RetryAfter time.Duration
	// LoadTimeout is the maximum duration of a load. Loads outlive the request that began them.
	LoadTimeout time.Duration
	// Logger records when Redis fails and recovers; nil means slog.Default().
	Logger *slog.Logger
	// Registerer receives the metrics; nil means that none are registered.
	Registerer prometheus.Registerer
}

// Item identifies a cached answer. Name, Scope and Params together are its key.
type Item struct {
	// Name is the kind of answer, such as "dashboard_overview".
	Name string
	// Scope says who may see the answer. Viewers who may see different answers need different scopes.
	Scope string
	// Params are the parameters of the request, in a canonical form.
	Params string
	// Tags name the data that the answer is made from, such as "patients"; a small fixed set.
	Tags []string
	// TTL is the maximum lifetime of an answer, more than 0.
	TTL time.Duration
}

// Answer is a body with its strong ETag, quotes included. The body is shared and must not be changed.
type Answer struct {
	Body []byte
	ETag string
	// Hit reports whether the body came from Redis.
	Hit bool
}

// Cache caches answers in Redis. It is safe for concurrent use.
type Cache struct {
	store   *store
	tags    *tags
	batches *batches
	flights singleflight.Group
	options Options
	metrics *metrics

	ctx      context.Context // ends with Close
	stop     context.CancelFunc
	repairs  sync.WaitGroup
	repairMu sync.Mutex
	repairer bool
}

// New returns a cache on one Redis, with or without Sentinel, but not a cluster. Clients from NewClient
// keep to the timeout; other clients may wait as long as their own timeouts. New fails only if the
// metrics are already registered. The caller must call Close at the end; it leaves the client open.
func New(client *redis.Client, options Options) (*Cache, error) {
	options = options.withDefaults()
	c := &Cache{
		store:   newStore(client, options),
		tags:    newTags(),
		options: options,
	}
	c.batches = &batches{renew: c.store.renew}
	c.ctx, c.stop = context.WithCancel(context.Background())
	var err error
	if c.metrics, err = newMetrics(options.Registerer, c.tags); err != nil {
		return nil, err
	}
	return c, nil
}

// Close stops the background work on failed invalidations and waits for it to end.
func (c *Cache) Close() {
	c.stop()
	c.repairs.Wait()
}

// Get returns the stored answer or loads it. Its errors are those of load and of ctx; Redis causes none.
// The context of the load has the values of ctx, but doesn't end with it, because other callers may wait
// for the same load. So load must not use a transaction of the caller.
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
	// The flight's key includes the versions, so that a caller who asks after an invalidation never joins
	// a load that began before it.
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

// load asks the source, and stores the answer if stamp says which versions it belongs to.
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

// Fetch is Get for a value that is stored as JSON. The value and the answer's body are equivalent.
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
