package audit

import "github.com/prometheus/client_golang/prometheus"

var refusalsOptions = prometheus.CounterOpts{
	Name: "predicthealth_audit_spool_refusals_total",
	Help: "Requests that were refused because the spool could not take their audit records.",
}

// metrics show whether the trail keeps up.
type metrics struct {
	backlog, lag prometheus.Gauge
	spool        []prometheus.Collector
}

func newMetrics(spool *Spool) *metrics {
	m := &metrics{
		backlog: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "predicthealth_audit_backlog_records",
			Help: "Audit records in the database that are not sealed yet.",
		}),
		lag: prometheus.NewGauge(prometheus.GaugeOpts{
			Name: "predicthealth_audit_sealing_lag_seconds",
			Help: "Age of the oldest audit record in the database that is not sealed yet.",
		}),
	}
	if spool != nil {
		m.spool = []prometheus.Collector{spool.refusals, prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "predicthealth_audit_spool_bytes",
			Help: "Audit records on this instance's disk that are not in the database yet.",
		}, spool.bytes)}
	}
	return m
}

// Collectors returns the trail's metrics.
func (t *Trail) Collectors() []prometheus.Collector {
	return append([]prometheus.Collector{t.metrics.backlog, t.metrics.lag}, t.metrics.spool...)
}
