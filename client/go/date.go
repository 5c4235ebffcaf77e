package predicthealth

import (
	"fmt"
	"time"
)

// Date is a day of the calendar, the same in every time zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// NewDate returns a day. One that the calendar doesn't have is refused by the API.
func NewDate(year int, month time.Month, day int) Date { return Date{year, month, day} }

// DateOf returns the day of a time, where the time is.
func DateOf(t time.Time) Date { return NewDate(t.Date()) }

// In returns the beginning of the day in a time zone.
func (d Date) In(zone *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, zone)
}

// String is the day as ISO 8601 has it, such as 1984-05-12.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// MarshalText writes the day as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a day as String writes it.
func (d *Date) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return fmt.Errorf("predicthealth: %q is no day such as 1984-05-12", text)
	}
	*d = DateOf(t)
	return nil
}
