package fhir

import "time"

// The local calendar day may be up to 12 hours behind UTC, and up to 14 hours ahead.
const (
	behind = -12 * time.Hour
	ahead  = 14 * time.Hour
)

// over reports whether the period has ended everywhere. A bound that can't be read is one: what it bounds may not hold today.
func (p *period) over() bool {
	if p == nil || p.End == "" {
		return false
	}
	end, err := parseDateTime("period.end", p.End)
	return err != nil || end.last().AddDate(0, 0, 1).Before(time.Now().UTC().Add(behind))
}

// coming reports whether the period has not begun anywhere.
func (p *period) coming() bool {
	if p == nil || p.Start == "" {
		return false
	}
	start, err := parseDateTime("period.start", p.Start)
	return err != nil || start.first().After(time.Now().UTC().Add(ahead))
}

// last returns the end as text that sorts by time, "" if there is none.
func (p *period) last() string {
	if p == nil {
		return ""
	}
	return p.End
}
