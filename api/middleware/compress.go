package middleware

import (
	"fmt"
	"net/http"

	"github.com/klauspost/compress/gzhttp"
)

const (
	// compressFrom is the response size, in bytes, from which compression is worth its time.
	compressFrom = 1024
	// jitter, in bytes, hides how well a response compresses, because a secret in it could be guessed from that (BREACH).
	jitter = 64
)

// Compress gzips larger responses for callers who accept it.
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
