package health_test

import (
	"context"
	"errors"
	"net/http"
	"net/http/httptest"
	"sync"
	"sync/atomic"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/api/health"
)

func ask(ctx context.Context, handler http.Handler) int {
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, httptest.NewRequestWithContext(ctx, http.MethodGet, "/readyz", nil))
	return answer.Code
}

// However many ask for /readyz, whether together or one after the other, one result answers them all.
func TestChecksRunOnceForAll(t *testing.T) {
	t.Parallel()
	var runs atomic.Int32
	arrived, proceed := make(chan struct{}), make(chan struct{})
	router := gin.New()
	health.Register(router, health.NewProber([]health.Check{{Name: "slow", Run: func(context.Context) error {
		if runs.Add(1) == 1 {
			close(arrived)
		}
		<-proceed
		return nil
	}}}, time.Hour, time.Hour))
	var asking sync.WaitGroup
	for range 50 {
		asking.Go(func() { assert.Equal(t, http.StatusOK, ask(t.Context(), router)) })
	}
	<-arrived
	close(proceed)
	asking.Wait()
	for range 50 {
		assert.Equal(t, http.StatusOK, ask(t.Context(), router))
	}
	assert.EqualValues(t, 1, runs.Load())
}

// The result is everybody's: whoever began the checks and hung up must not make them fail for the others.
func TestChecksOutliveTheCaller(t *testing.T) {
	t.Parallel()
	router := gin.New()
	health.Register(router, health.NewProber([]health.Check{
		{Name: "database", Required: true, Run: func(ctx context.Context) error { return ctx.Err() }},
	}, time.Hour, time.Hour))
	gone, hangUp := context.WithCancel(t.Context())
	hangUp()
	assert.Equal(t, http.StatusOK, ask(gone, router))
	assert.Equal(t, http.StatusOK, ask(t.Context(), router))
}

func TestAnOldResultIsChecked(t *testing.T) {
	t.Parallel()
	var broken atomic.Bool
	router := gin.New()
	health.Register(router, health.NewProber([]health.Check{{Name: "database", Required: true, Run: func(context.Context) error {
		if broken.Load() {
			return errors.New("broken")
		}
		return nil
	}}}, time.Hour, time.Nanosecond))
	assert.Equal(t, http.StatusOK, ask(t.Context(), router))
	broken.Store(true)
	assert.Equal(t, http.StatusServiceUnavailable, ask(t.Context(), router))
}
