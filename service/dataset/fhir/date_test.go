package fhir

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/valueset"
)

func TestParseDate_keeps_what_is_known(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]Date{
		"1980":         {"1980-01-01", valueset.PrecisionYear},
		"1980-05":      {"1980-05-01", valueset.PrecisionMonth},
		" 1980-05-12 ": {"1980-05-12", valueset.PrecisionDay},
		"2024-02-29":   {"2024-02-29", valueset.PrecisionDay},
	} {
		for name, parse := range map[string]func(string, string) (Date, error){"date": parseDate, "dateTime": parseDateTime} {
			got, err := parse("onset", text)
			require.NoError(t, err, "%s %s", name, text)
			assert.Equal(t, want, got, "%s %s", name, text)
		}
	}
}

func TestParseDate_says_what_is_no_date(t *testing.T) {
	t.Parallel()
	for text, code := range map[string]string{
		"": "no_date", " ": "no_date",
		"198": "invalid_date", "1980-5": "invalid_date", "1980-13": "invalid_date", "1980-02-30": "invalid_date",
		"0001": "invalid_date", "1799-12-31": "invalid_date", "12.05.1980": "invalid_date", "1980-05-12 10:00": "invalid_date",
		"2019-11-04T23:00:00.000Z": "date_with_time", "2019-11-04T": "date_with_time",
	} {
		_, err := parseDate("birthDate", text)
		var found *Issue
		require.ErrorAs(t, err, &found, text)
		assert.Equal(t, code, found.Code, text)
		assert.Equal(t, "birthDate", found.Field)
	}
}

func TestParseDateTime_takes_the_day_where_it_was_written(t *testing.T) {
	t.Parallel()
	for text, day := range map[string]string{
		"2016-08-10T23:15:07-08:00": "2016-08-10", "2016-08-10T00:15:07.123+14:00": "2016-08-10", "2016-08-10T10:00:00Z": "2016-08-10",
	} {
		got, err := parseDateTime("onset", text)
		require.NoError(t, err, text)
		assert.Equal(t, Date{day, valueset.PrecisionDay}, got, text)
	}
	for _, text := range []string{"2016-08-10T10:00", "2016-08-10T10:00:00", "2016-08-10T25:00:00Z", "2016-08-10T10:00:00+15:00", "2016-08-10x"} {
		_, err := parseDateTime("onset", text)
		assert.ErrorContains(t, err, "invalid_date", text)
	}
}

func TestDate_before_compares_periods(t *testing.T) {
	t.Parallel()
	date := func(text string) Date {
		d, err := parseDate("", text)
		require.NoError(t, err)
		return d
	}
	for _, tt := range []struct {
		a, b   string
		before bool
	}{
		{"1980", "1980-05-12", false}, {"1980-05", "1980-05-12", false}, {"1980-05-12", "1980", false},
		{"1979", "1980-01-01", true}, {"1980-04", "1980-05-01", true}, {"1980-05-11", "1980-05-12", true},
		{"2023-02", "2023-03", true}, {"1980-05-12", "1980-05-12", false}, {"1981", "1980-12-31", false},
	} {
		assert.Equal(t, tt.before, date(tt.a).before(date(tt.b)), "%s before %s", tt.a, tt.b)
	}
}
