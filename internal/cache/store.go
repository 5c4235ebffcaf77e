package cache

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/redis/go-redis/v9"
	"github.com/sony/gobreaker/v2"
)

const (
	failuresToOpen = 3
	// tagTTL is the lifetime of a tag's version. When it ends, the tag's answers become invalid.
	tagTTL = 24 * time.Hour

	stampField = "stamp"
	etagField  = "etag"
	bodyField  = "body"
)

var errNoRunID = errors.New("cache: Redis does not report its run_id")

// store is the cache's access to Redis, with a time limit for each call. After repeated failures it
// returns an error at once for a while.
type store struct {
	client  *redis.Client
	breaker *gobreaker.CircuitBreaker[struct{}]
	options Options
}

// NewClient returns a client for a redis://, rediss:// or unix:// URL that respects the deadlines of
// contexts and gives up early. It doesn't connect: the program must start even if Redis is down. The
// error doesn't contain the URL.
func NewClient(url string) (*redis.Client, error) {
	options, err := redis.ParseURL(url)
	if err != nil {
		return nil, errors.New("cache: the Redis URL is malformed: want redis://:password@host:port/number, " +
			"with special characters percent-encoded")
	}
	quiet.Do(func() { redis.SetLogger(debugLogger{}) })
	options.ContextTimeoutEnabled = true
	options.DialTimeout = time.Second
	options.DialerRetries = 1
	// One immediate retry, for connections that died while idle.
	options.MaxRetries = 1
	options.MinRetryBackoff = -1
	options.MaxRetryBackoff = -1
	return redis.NewClient(options), nil
}

// NewClientTrusting returns what NewClient does, for a Redis (rediss://) whose certificate is from an authority in a PEM file.
func NewClientTrusting(url, authorities string) (*redis.Client, error) {
	client, err := NewClient(url)
	if err != nil {
		return nil, err
	}
	pem, err := os.ReadFile(authorities) //nolint:gosec // the operator names the file
	if err != nil {
		return nil, fmt.Errorf("cache: %w", err)
	}
	roots := x509.NewCertPool()
	switch {
	case client.Options().TLSConfig == nil:
		return nil, errors.New("cache: authorities are given, but the Redis URL has no TLS: want rediss://")
	case !roots.AppendCertsFromPEM(pem):
		return nil, fmt.Errorf("cache: %s has no certificate in PEM", authorities)
	}
	client.Options().TLSConfig.RootCAs = roots // before the first connection
	return client, nil
}

// quiet silences go-redis' global logger once: it prints every failed dial, in its own format.
var quiet sync.Once

type debugLogger struct{}

func (debugLogger) Printf(ctx context.Context, format string, args ...any) {
	slog.DebugContext(ctx, fmt.Sprintf(format, args...))
}

func newStore(client *redis.Client, options Options) *store {
	return &store{
		client:  client,
		options: options,
		breaker: gobreaker.NewCircuitBreaker[struct{}](gobreaker.Settings{
			Timeout:     options.RetryAfter,
			ReadyToTrip: func(c gobreaker.Counts) bool { return c.ConsecutiveFailures >= failuresToOpen },
			OnStateChange: func(_ string, _, to gobreaker.State) {
				switch to {
				case gobreaker.StateOpen:
					options.Logger.Warn("Redis doesn't answer: the cache is bypassed", "retry_after", options.RetryAfter)
				case gobreaker.StateClosed:
					options.Logger.Info("Redis answers again: the cache is back in use")
				case gobreaker.StateHalfOpen:
				}
			},
		}),
	}
}

// lookup returns the stored answer if it is valid, and otherwise the stamp for an answer that is loaded
// from now on. It takes one round trip, or two when a tag has no version yet.
func (s *store) lookup(ctx context.Context, item Item) (found *Answer, stamp string, err error) {
	err = s.guarded(ctx, func(ctx context.Context) error {
		pipe := s.client.Pipeline()
		// The versions are read before the answer: a version that changes in between makes a valid
		// answer look invalid, never the other way round.
		versions := s.queueVersions(ctx, pipe, item)
		entry := pipe.HMGet(ctx, s.entryKey(item), stampField, etagField, bodyField)
		if _, err := pipe.Exec(ctx); err != nil {
			return err
		}
		current, err := versions.stamp()
		if err != nil || current == "" {
			return err
		}
		stamp = current
		found = answerIfStamped(entry.Val(), stamp)
		return nil
	})
	if err != nil || stamp != "" {
		return found, stamp, err
	}
	stamp, err = s.createVersions(ctx, item)
	return nil, stamp, err
}

// createVersions creates versions for tags that have none, and returns the stamp.
func (s *store) createVersions(ctx context.Context, item Item) (stamp string, err error) {
	err = s.guarded(ctx, func(ctx context.Context) error {
		pipe := s.client.Pipeline()
		for _, tag := range item.Tags {
			pipe.SetNX(ctx, s.tagKey(tag), newVersion(), tagTTL)
		}
		versions := s.queueVersions(ctx, pipe, item)
		if _, err := pipe.Exec(ctx); err != nil {
			return err
		}
		stamp, err = versions.stamp()
		return err
	})
	return stamp, err
}

// save stores an answer. If it fails, the next reader loads again.
func (s *store) save(ctx context.Context, item Item, stamp string, answer Answer) {
	_ = s.guarded(ctx, func(ctx context.Context) error {
		key := s.entryKey(item)
		pipe := s.client.TxPipeline()
		pipe.HSet(ctx, key, stampField, stamp, etagField, answer.ETag, bodyField, answer.Body)
		pipe.PExpire(ctx, key, item.TTL)
		_, err := pipe.Exec(ctx)
		return err
	})
}

// renew gives the tags new versions. It tries even while Redis is being left alone: other processes may have noticed
// that it is back, and would serve old answers.
func (s *store) renew(ctx context.Context, tags []string) error {
	ctx, cancel := context.WithTimeout(ctx, s.options.Timeout)
	defer cancel()
	pipe := s.client.Pipeline()
	for _, tag := range tags {
		pipe.Set(ctx, s.tagKey(tag), newVersion(), tagTTL)
	}
	_, err := pipe.Exec(ctx)
	return err
}

// guarded runs one exchange with Redis behind the breaker. A caller that hangs up doesn't count as a failure of Redis.
func (s *store) guarded(ctx context.Context, exchange func(context.Context) error) error {
	_, err := s.breaker.Execute(func() (struct{}, error) {
		ctx, cancel := context.WithTimeout(context.WithoutCancel(ctx), s.options.Timeout)
		defer cancel()
		return struct{}{}, exchange(ctx)
	})
	return err
}

// versions are the pending replies that make up a stamp.
type versions struct {
	info *redis.StringCmd
	tags *redis.SliceCmd
}

func (s *store) queueVersions(ctx context.Context, pipe redis.Pipeliner, item Item) versions {
	v := versions{info: pipe.Info(ctx, "server")}
	if len(item.Tags) > 0 {
		keys := make([]string, len(item.Tags))
		for i, tag := range item.Tags {
			keys[i] = s.tagKey(tag)
		}
		v.tags = pipe.MGet(ctx, keys...)
	}
	return v
}

// stamp joins the identity of the Redis process and the tags' versions; it is "" when a tag has no version.
func (v versions) stamp() (string, error) {
	_, rest, _ := strings.Cut(v.info.Val(), "\nrun_id:")
	runID, _, ok := strings.Cut(rest, "\r\n")
	if !ok {
		return "", errNoRunID
	}
	parts := []string{runID}
	if v.tags != nil {
		for _, version := range v.tags.Val() {
			text, ok := version.(string)
			if !ok {
				return "", nil
			}
			parts = append(parts, text)
		}
	}
	return strings.Join(parts, " "), nil
}

func answerIfStamped(fields []any, stamp string) *Answer {
	stored, _ := fields[0].(string)
	tag, hasTag := fields[1].(string)
	body, hasBody := fields[2].(string)
	if stored != stamp || !hasTag || !hasBody {
		return nil
	}
	return &Answer{Body: []byte(body), ETag: tag, Hit: true}
}

// newVersion is random rather than counted: a counter that Redis lost would repeat old numbers.
func newVersion() string { return rand.Text() }

// key is unique for each combination of name, scope and parameters.
func (i Item) key() string {
	sum := sha256.Sum256(fmt.Appendf(nil, "%q %q %q", i.Name, i.Scope, i.Params))
	return i.Name + ":" + base64.RawURLEncoding.EncodeToString(sum[:])
}

func (s *store) entryKey(item Item) string { return s.options.Prefix + "cache:" + item.key() }
func (s *store) tagKey(tag string) string  { return s.options.Prefix + "tag:" + tag }
