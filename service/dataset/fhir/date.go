package fhir

import (
	"errors"
	"time"

	"github.com/predicthealth/predicthealth/internal/valueset"
)

// earliest is the first plausible year; broken exports write earlier years for "unknown".
const earliest = 1800

// Date is a date as far as the source knows it.
type Date struct {
	Day       string // the first day of the period that Precision says, as YYYY-MM-DD
	Precision valueset.Precision
}

// layouts are the forms of a FHIR date, by their length.
var layouts = map[int]struct {
	layout    string
	precision valueset.Precision
}{
	len("2006"):       {"2006", valueset.PrecisionYear},
	len("2006-01"):    {"2006-01", valueset.PrecisionMonth},
	len("2006-01-02"): {time.DateOnly, valueset.PrecisionDay},
}

// parseDate returns a FHIR date: a day, a month or a year, never with a time, which would be another day elsewhere.
func parseDate(field, text string) (Date, error) {
	text = trim(text)
	if text == "" {
		return Date{}, issue(field, "no_date", "a date is required")
	}
	form := layouts[len(text)]
	day, err := time.Parse(form.layout, text)
	switch {
	case form.layout == "" && len(text) > len(time.DateOnly) && text[len(time.DateOnly)] == 'T':
		return Date{}, issue(field, "date_with_time", "a date is required, without a time")
	case form.layout == "" || err != nil || day.Year() < earliest:
		return Date{}, issue(field, "invalid_date", "not a FHIR date")
	}
	return Date{day.Format(time.DateOnly), form.precision}, nil
}

// parseDateTime returns the date of a FHIR dateTime as it is written, in its own time zone.
func parseDateTime(field, text string) (Date, error) {
	text = trim(text)
	if len(text) > len(time.DateOnly) {
		if _, err := instant(text); err != nil {
			return Date{}, issue(field, "invalid_date", "not a FHIR date")
		}
		text = text[:len(time.DateOnly)]
	}
	return parseDate(field, text)
}

// first and last are the first and the last day of the period.
func (d Date) first() time.Time {
	day, _ := time.Parse(time.DateOnly, d.Day) // parsed before
	return day
}

func (d Date) last() time.Time { return d.Precision.End(d.first()) }

// before reports whether all of d is before all of other: the year 1980 isn't before May 1980.
func (d Date) before(other Date) bool { return d.last().Before(other.first()) }

// parseDay returns the calendar day of a FHIR date or dateTime as it is written, in its own time zone.
func parseDay(field, text string) (string, error) {
	date, err := parseDateTime(field, text)
	if err == nil && date.Precision != valueset.PrecisionDay {
		err = issue(field, "imprecise_date", "a day is required, not only a year or a month")
	}
	return date.Day, err
}

// instant parses a FHIR instant, whose offset is at most 14 hours.
func instant(text string) (time.Time, error) {
	at, err := time.Parse(time.RFC3339, text)
	if _, seconds := at.Zone(); max(seconds, -seconds) > 14*60*60 {
		err = errors.New("the offset is more than 14 hours")
	}
	return at, err
}

// parseInstant returns a FHIR dateTime as RFC 3339; a day alone becomes midnight in UTC.
func parseInstant(field, text string) (string, error) {
	day, err := parseDay(field, text)
	if err != nil {
		return "", err
	}
	at, err := instant(trim(text))
	if err != nil { // a day, for it has been parsed
		return day + "T00:00:00Z", nil //nolint:nilerr // as the comment says
	}
	return at.UTC().Format(time.RFC3339Nano), nil
}
