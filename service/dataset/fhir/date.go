package fhir

import (
	"errors"
	"time"
)

// earliest is the first plausible year; broken exports write earlier years for "unknown".
const earliest = 1800

// parseDay returns the calendar day of a FHIR date or dateTime as it is written, in its own time zone.
func parseDay(field, text string) (string, error) {
	switch {
	case text == "":
		return "", issue(field, "no_date", "a date is required")
	case len(text) < len(time.DateOnly):
		return "", issue(field, "imprecise_date", "a day is required, not only a year or a month")
	}
	day, err := time.Parse(time.DateOnly, text[:len(time.DateOnly)])
	if err == nil && len(text) > len(time.DateOnly) {
		_, err = instant(text)
	}
	if err != nil || day.Year() < earliest {
		return "", issue(field, "invalid_date", "not a FHIR date")
	}
	return text[:len(time.DateOnly)], nil
}

// instant parses a FHIR instant, whose offset is at most 14 hours.
func instant(text string) (time.Time, error) {
	at, err := time.Parse(time.RFC3339, text)
	if _, seconds := at.Zone(); max(seconds, -seconds) > 14*60*60 {
		err = errors.New("the offset is more than 14 hours")
	}
	return at, err
}

// parseOptionalDay returns nil for a missing date.
func parseOptionalDay(field, text string) (*string, error) {
	if text == "" {
		return nil, nil
	}
	day, err := parseDay(field, text)
	return &day, err
}

// parseInstant returns a FHIR dateTime as RFC 3339; a day alone becomes midnight in UTC.
func parseInstant(field, text string) (string, error) {
	day, err := parseDay(field, text)
	if err != nil {
		return "", err
	}
	if text == day {
		return day + "T00:00:00Z", nil
	}
	at, err := instant(text)
	return at.UTC().Format(time.RFC3339Nano), err
}
