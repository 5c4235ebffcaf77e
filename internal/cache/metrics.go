package cache

import (
	"fmt"

	"github.com/prometheus/client_golang/prometheus"
)

// Results of a request.
const (
	hit    = "hit"
	miss   = "miss"
	bypass = "bypass" // Redis was not asked, or didn't answer
)

type metrics struct {
	requests *prometheus.CounterVec
}

func newMetrics(registry prometheus.Registerer, t *tags) (*metrics, error) {
	m := &metrics{requests: prometheus.NewCounterVec(prometheus.CounterOpts{
		Name: "cache_requests_total", Help: "Requests for cached answers by kind and result (hit, miss, bypass).",
	}, []string{"name", "result"})}
	if registry == nil {
		return m, nil
	}
	pending := prometheus.NewGaugeFunc(prometheus.GaugeOpts{
		Name: "cache_pending_invalidations", Help: "Tags whose invalidation Redis has not confirmed.",
	}, func() float64 { return float64(len(t.unconfirmed())) })
	for _, c := range []prometheus.Collector{m.requests, pending} {
		if err := registry.Register(c); err != nil {
			return nil, fmt.Errorf("cache: registering metrics: %w", err)
		}
	}
	return m, nil
}

func (m *metrics) count(item Item, result string) {
	m.requests.WithLabelValues(item.Name, result).Inc()
}
