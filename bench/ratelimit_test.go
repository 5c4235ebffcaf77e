package bench

import (
	"context"
	"log/slog"
	"net/http"
	"net/http/httptest"
	"sync"
	"testing"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/internal/ratelimit"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// BenchmarkRateLimit reads one row by key for 16 callers at once: unlimited, counted in Redis, and counted in PostgreSQL
// when there is no Redis.
func BenchmarkRateLimit(b *testing.B) {
	gin.SetMode(gin.ReleaseMode)
	env := testenv.New(b)
	serveRow := func(name, redisURL string) alternative {
		router := gin.New()
		api := humagin.New(router, huma.DefaultConfig("bench", "1"))
		if redisURL != "" {
			client, err := cache.NewClient(redisURL)
			require.NoError(b, err)
			b.Cleanup(func() { _ = client.Close() })
			limiter := ratelimit.New(client, 0, env.DB, slog.New(slog.DiscardHandler))
			limit := ratelimit.Limit{Name: "bench", Requests: 1_000_000_000, Period: time.Minute}
			api.UseMiddleware(func(ctx huma.Context, next func(huma.Context)) {
				if r, err := limiter.Take(ctx.Context(), limit, "account 0190"); err == nil && r.Allowed {
					next(ctx)
				}
			})
		}
		huma.Get(api, "/people/{id}", func(ctx context.Context, in *personInput) (*personOutput, error) {
			p := someone(in.ID)
			err := env.DB.QueryRowContext(ctx, "SELECT name FROM countries WHERE code = $1", in.ID).Scan(&p.FirstName)
			return &personOutput{Body: p}, err
		})
		return sideBySideFor(16, name, func() bool {
			answer := httptest.NewRecorder()
			router.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/people/ES", nil))
			return answer.Code == http.StatusOK
		})
	}
	compare(b, "one row by key, 16 callers", 8000,
		serveRow("unlimited", ""), serveRow("counted in Redis", env.RedisURL), serveRow("counted in PostgreSQL", "redis://127.0.0.1:1/0"))
}

// sideBySideFor returns an alternative in which several callers do one operation at the same time.
func sideBySideFor(callers int, name string, operation func() bool) alternative {
	return alternative{name, func(n int) (time.Duration, error) {
		began := time.Now()
		var working sync.WaitGroup
		for range callers {
			working.Go(func() {
				for range n / callers {
					if !operation() {
						panic(name + " failed")
					}
				}
			})
		}
		working.Wait()
		return time.Since(began), nil
	}}
}
