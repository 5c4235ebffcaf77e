package resource

import (
	"reflect"
	"time"

	"github.com/shopspring/decimal"
)

// Coding is an entry of a coded catalog (FHIR Coding).
type Coding struct {
	System string `json:"code_system" example:"http://snomed.info/sct" doc:"The URI of the code system, as in FHIR."`
	Code   string `json:"code" example:"44054006"`
	Name   string `json:"name" example:"Diabetes mellitus type 2"`
}

// Code names an entry of a coded catalog. Callers send it where a response has a Coding.
type Code struct {
	System string `json:"code_system" minLength:"1" maxLength:"100" example:"http://snomed.info/sct" doc:"The URI of the code system, as in FHIR."`
	Code   string `json:"code" minLength:"1" maxLength:"50" example:"44054006"`
}

// Equal says whether two codings name the same entry.
func (c Coding) Equal(other Coding) bool { return c.System == other.System && c.Code == other.Code }

// Money is an amount with two decimals. In JSON it is text, because numbers can lose digits. The member's description says
// which currency it is in.
type Money struct{ decimal.Decimal }

// MarshalJSON writes the amount with two decimals.
func (m Money) MarshalJSON() ([]byte, error) { return []byte(`"` + m.StringFixed(2) + `"`), nil }

// Date is a day without a time zone (FHIR date).
type Date struct{ time.Time }

// MarshalText writes the day as 2006-01-02.
func (d Date) MarshalText() ([]byte, error) { return []byte(d.Format(time.DateOnly)), nil }

// UnmarshalText reads a day.
func (d *Date) UnmarshalText(text []byte) (err error) {
	d.Time, err = time.Parse(time.DateOnly, string(text))
	return err
}

// MarshalJSON writes the day as text.
func (d Date) MarshalJSON() ([]byte, error) { return []byte(d.Format(`"` + time.DateOnly + `"`)), nil }

// UnmarshalJSON reads a day; null changes nothing.
func (d *Date) UnmarshalJSON(text []byte) (err error) {
	if string(text) == "null" {
		return nil
	}
	d.Time, err = time.Parse(`"`+time.DateOnly+`"`, string(text))
	return err
}

// IsStorable reports whether JSON and PostgreSQL can hold a time in UTC: offsets can move one out of the years 1 to 9999.
func IsStorable(t time.Time) bool {
	year := t.UTC().Year()
	return year >= 1 && year <= 9999
}

// equal says whether two values of a member have the same meaning, even if they are represented differently.
func equal(a, b reflect.Value) bool {
	if !a.IsValid() || !b.IsValid() {
		return a.IsValid() == b.IsValid()
	}
	if a.Kind() == reflect.Pointer {
		if a.IsNil() || b.IsNil() {
			return a.IsNil() == b.IsNil()
		}
		a, b = a.Elem(), b.Elem()
	}
	switch value := a.Interface().(type) {
	case map[string]any:
		return reflect.DeepEqual(value, b.Interface())
	case Coding:
		return value.Equal(b.Interface().(Coding))
	case Date:
		return value.Equal(b.Interface().(Date).Time)
	case time.Time:
		return value.Equal(b.Interface().(time.Time))
	case decimal.Decimal:
		return value.Equal(b.Interface().(decimal.Decimal))
	case Money:
		return value.Equal(b.Interface().(Money).Decimal)
	}
	return a.Equal(b)
}

// converted converts a value to another type: a member's value to a column's, or the other way round. Either may be a pointer,
// nil for an empty value. Times are returned in UTC.
func converted(value reflect.Value, to reflect.Type) reflect.Value {
	switch {
	case value.Kind() == reflect.Pointer && value.IsNil():
		return reflect.Zero(to)
	case value.Kind() == reflect.Pointer:
		return converted(value.Elem(), to)
	case to.Kind() == reflect.Pointer:
		pointer := reflect.New(to.Elem())
		pointer.Elem().Set(converted(value, to.Elem()))
		return pointer
	}
	switch v := value.Interface().(type) {
	case time.Time:
		if to == reflect.TypeFor[Date]() {
			return reflect.ValueOf(Date{v})
		}
		return reflect.ValueOf(v.UTC())
	case Date:
		return reflect.ValueOf(v.Time)
	case decimal.Decimal:
		switch {
		case to.Kind() == reflect.Float64:
			return reflect.ValueOf(v.InexactFloat64())
		case to == reflect.TypeFor[Money]():
			return reflect.ValueOf(Money{v})
		}
	case Money:
		return reflect.ValueOf(v.Decimal)
	case float64:
		if to == reflect.TypeFor[decimal.Decimal]() {
			return reflect.ValueOf(decimal.NewFromFloat(v))
		}
	}
	if value.Type() == to {
		return value
	}
	return value.Convert(to)
}
