package valueset

import "time"

// Precision says how much of a date is known. The date itself is the first day of that period.
type Precision string

// The precisions of dates.
const (
	PrecisionDay   Precision = "day"
	PrecisionMonth Precision = "month"
	PrecisionYear  Precision = "year"
)

// End returns the last day of the period that begins on a day.
func (p Precision) End(day time.Time) time.Time {
	switch p {
	case PrecisionYear:
		return day.AddDate(1, 0, -1)
	case PrecisionMonth:
		return day.AddDate(0, 1, -1)
	default:
		return day
	}
}

// Over says whether the period that begins on a day has ended, in UTC. One that today lies in has not.
func (p Precision) Over(day time.Time) bool {
	return p.End(day).Before(time.Now().UTC().Truncate(24 * time.Hour))
}

// Values returns all codes of the set.
func (Precision) Values() []string { return []string{"day", "month", "year"} }
