package predicthealth

import (
	"fmt"
	"time"
)

// Date is a calendar day without a time zone.
type Date struct {
	Year  int
	Month time.Month
	Day   int
}

// NewDate returns a day. The API refuses days that don't exist.
func NewDate(year int, month time.Month, day int) Date { return Date{year, month, day} }

// DateOf returns the day of a time, in the time's own zone.
func DateOf(t time.Time) Date { return NewDate(t.Date()) }

// In returns the beginning of the day in a time zone.
func (d Date) In(zone *time.Location) time.Time {
	return time.Date(d.Year, d.Month, d.Day, 0, 0, 0, 0, zone)
}

// String returns the day in ISO 8601 format, such as 1984-05-12.
func (d Date) String() string { return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day) }

// MarshalText writes the day as String does.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads a day as String writes it.
func (d *Date) UnmarshalText(text []byte) error {
	t, err := time.Parse(time.DateOnly, string(text))
	if err != nil {
		return fmt.Errorf("predicthealth: %q is not a date such as 1984-05-12", text)
	}
	*d = DateOf(t)
	return nil
}
