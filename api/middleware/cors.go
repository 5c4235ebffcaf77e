package middleware

import (
	"context"
	"net/http"
	"net/url"
	"slices"
	"time"

	"github.com/rs/cors"
)

// preflightAge is how long browsers may cache a preflight response.
const preflightAge = 10 * time.Minute

// CORS lets web pages from the allowed origins call the API; origins returns them. local also allows pages that the browser's
// own machine serves. A change takes effect when the browser's cached preflight response expires. Pages send access tokens,
// never cookies.
func CORS(origins func(context.Context) ([]string, error), local bool) func(http.Handler) http.Handler {
	return cors.New(cors.Options{
		AllowOriginVaryRequestFunc: func(r *http.Request, origin string) (bool, []string) {
			if local && isLocal(origin) {
				return true, nil
			}
			allowed, err := origins(r.Context())
			return err == nil && slices.Contains(allowed, origin), nil
		},
		AllowedMethods: []string{http.MethodGet, http.MethodPost, http.MethodPut, http.MethodPatch, http.MethodDelete},
		AllowedHeaders: []string{"Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match",
			"X-Purpose-Of-Use", "X-Request-Id"},
		ExposedHeaders: []string{"Deprecation", "ETag", "Idempotency-Replayed", "Link", "Location", "RateLimit-Limit",
			"RateLimit-Remaining", "RateLimit-Reset", "Retry-After", "Sunset", "X-Cache", "X-Request-Id"},
		MaxAge: int(preflightAge / time.Second),
	}).Handler
}

// isLocal says whether an origin is a development server on the browser's own machine, such as http://localhost:5173.
func isLocal(origin string) bool {
	u, err := url.Parse(origin)
	return err == nil && u.Scheme == "http" && slices.Contains([]string{"localhost", "127.0.0.1"}, u.Hostname())
}
