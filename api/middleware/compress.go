package middleware

import (
	"fmt"
	"net/http"

	"github.com/klauspost/compress/gzhttp"
)

const (
	// compressFrom is the size of an answer, in bytes, from which compressing is worth its time.
	compressFrom = 1024
	// jitter hides, in bytes, how well an answer compresses, from which a secret in it could be guessed (BREACH).
	jitter = 64
)

// Compress sends larger answers gzipped to callers who take that.
func Compress() (func(http.Handler) http.HandlerFunc, error) {
	wrap, err := gzhttp.NewWrapper(
		gzhttp.MinSize(compressFrom),
		gzhttp.RandomJitter(jitter, 0, false),
		gzhttp.ContentTypes([]string{"application/json", "application/problem+json", "application/openapi+json", "text/csv", "text/html", "text/css",
			"application/javascript", "text/javascript"}),
	)
	if err != nil {
		return nil, fmt.Errorf("compression: %w", err)
	}
	return wrap, nil
}
