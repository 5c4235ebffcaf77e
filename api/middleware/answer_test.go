package middleware_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/api/middleware"
	"github.com/predicthealth/predicthealth/internal/fairshare"
)

func serveFrom(t *testing.T, handler http.Handler, ip, path string) (int, http.Header) {
	t.Helper()
	request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, path, nil)
	request.RemoteAddr = "[" + ip + "]:1234"
	answer := httptest.NewRecorder()
	handler.ServeHTTP(answer, request)
	return answer.Code, answer.Result().Header
}

// To hold an answer must not change it.
func TestHeldAnswersAreTheSame(t *testing.T) {
	t.Parallel()
	for name, handle := range map[string]gin.HandlerFunc{
		"status only": func(c *gin.Context) { c.Status(http.StatusNoContent) },
		"nothing":     func(*gin.Context) {},
		"text":        func(c *gin.Context) { c.String(http.StatusCreated, "made") },
		"in pieces": func(c *gin.Context) {
			c.Status(http.StatusAccepted)
			_, _ = c.Writer.WriteString("one")
			_, _ = c.Writer.Write([]byte("two"))
		},
		"flushed": func(c *gin.Context) {
			_, _ = c.Writer.WriteString("one")
			c.Writer.Flush()
			_, _ = c.Writer.WriteString("two")
		},
		"too large to hold": func(c *gin.Context) {
			for range 100 {
				_, _ = c.Writer.WriteString(strings.Repeat("x", 100<<10))
			}
		},
		"aborted": func(c *gin.Context) { c.AbortWithStatus(http.StatusTeapot) },
		"a panic after half": func(c *gin.Context) {
			_, _ = c.Writer.WriteString("half")
			panic("broken")
		},
	} {
		answers := map[bool]*httptest.ResponseRecorder{}
		for _, held := range []bool{false, true} {
			router := gin.New()
			if name == "a panic after half" {
				router.Use(middleware.Recover)
			}
			if held {
				router.Use(middleware.Concurrency(fairshare.NewShares(1), fairshare.NewRate(1, time.Hour)))
			}
			router.GET("/", handle)
			answers[held] = httptest.NewRecorder()
			func() {
				defer func() { _ = recover() }() // half an answer ends the connection
				router.ServeHTTP(answers[held], httptest.NewRequestWithContext(t.Context(), http.MethodGet, "/", nil))
			}()
		}
		if name == "a panic after half" {
			assert.Equal(t, http.StatusInternalServerError, answers[true].Code)
			assert.NotContains(t, answers[true].Body.String(), "half")
			continue
		}
		assert.Equal(t, answers[false].Code, answers[true].Code, name)
		assert.Equal(t, answers[false].Header(), answers[true].Header(), name)
		assert.Equal(t, answers[false].Body.String(), answers[true].Body.String(), name)
	}
}
