package valueset

// Precision says how much of a date is known. The date itself is the first day of that period.
type Precision string

// The precisions of dates.
const (
	PrecisionDay   Precision = "day"
	PrecisionMonth Precision = "month"
	PrecisionYear  Precision = "year"
)

// Values returns all codes of the set.
func (Precision) Values() []string { return []string{"day", "month", "year"} }
