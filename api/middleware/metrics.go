package middleware

import (
	"fmt"
	"strconv"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
)

// Metrics measures requests and their duration by method, route and status.
func Metrics(registerer prometheus.Registerer) (gin.HandlerFunc, error) {
	duration := prometheus.NewHistogramVec(prometheus.HistogramOpts{
		Name:    "predicthealth_http_request_duration_seconds",
		Help:    "Time to answer a request.",
		Buckets: []float64{.001, .0025, .005, .01, .025, .05, .1, .25, .5, 1, 2.5, 5, 10},
	}, []string{"method", "route", "status"})
	if err := registerer.Register(duration); err != nil {
		return nil, fmt.Errorf("metrics: %w", err)
	}
	return func(c *gin.Context) {
		began := time.Now()
		c.Next()
		duration.WithLabelValues(method(c.Request.Method), route(c), strconv.Itoa(c.Writer.Status())).
			Observe(time.Since(began).Seconds())
	}, nil
}

// method keeps invented methods from becoming labels.
func method(name string) string {
	switch name {
	case "GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS":
		return name
	}
	return "other"
}
