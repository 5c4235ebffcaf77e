package cms

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/service"
)

// Limits of values that have no others.
const (
	maxText = 500 // characters
	maxList = 100 // elements
	// maxNumber is the longest number in JSON. It keeps an exponent from making the number huge.
	maxNumber, maxExponent = 25, 20
)

// check returns a value as it is stored, or the error in it.
func (s *Setting) check(value json.RawMessage) (json.RawMessage, *service.Field) {
	switch s.ValueType {
	case "boolean":
		return s.checkBoolean(value)
	case "integer", "decimal":
		return s.checkNumber(value)
	case "duration":
		return s.checkDuration(value)
	case "string_list":
		return s.checkList(value)
	}
	return s.checkText(value)
}

func (s *Setting) checkBoolean(value json.RawMessage) (json.RawMessage, *service.Field) {
	switch text := string(bytes.TrimSpace(value)); text {
	case "true", "false":
		return json.RawMessage(text), nil
	}
	return nil, wrong("type", "The value must be true or false.")
}

// checkNumber writes an integer without decimal point and exponent, because its readers accept nothing else.
func (s *Setting) checkNumber(value json.RawMessage) (json.RawMessage, *service.Field) {
	var text json.Number
	if trimmed := bytes.TrimSpace(value); len(trimmed) == 0 || trimmed[0] == '"' || json.Unmarshal(trimmed, &text) != nil || text == "" {
		return nil, wrong("type", "The value must be a number.")
	}
	number, err := decimal.NewFromString(string(text))
	if err != nil || len(text) > maxNumber || number.Exponent() > maxExponent || number.Exponent() < -maxExponent {
		return nil, wrong("out_of_range", "The number is too long.")
	}
	if s.ValueType == "integer" && !number.IsInteger() {
		return nil, wrong("type", "The value must be a whole number.")
	}
	if s.outside(number) {
		return nil, wrong("out_of_range", "The value must be "+s.bounds("")+".")
	}
	return json.RawMessage(number.String()), nil
}

func (s *Setting) checkDuration(value json.RawMessage) (json.RawMessage, *service.Field) {
	var text string
	if !isString(value) || json.Unmarshal(value, &text) != nil {
		return nil, wrong("type", "The value must be a duration such as \"10m\".")
	}
	duration, err := time.ParseDuration(text)
	if err != nil {
		return nil, wrong("format", "This is not a duration. Write one such as 90s, 10m or 1h30m.")
	}
	if s.outside(decimal.New(int64(duration), -9)) {
		return nil, wrong("out_of_range", "The value must be "+s.bounds(" seconds")+".")
	}
	return marshal(text), nil
}

func (s *Setting) checkText(value json.RawMessage) (json.RawMessage, *service.Field) {
	var text string
	if !isString(value) || json.Unmarshal(value, &text) != nil {
		return nil, wrong("type", "The value must be text.")
	}
	text = strings.TrimSpace(text)
	switch {
	case s.AllowedValues != nil && !slices.Contains(s.AllowedValues, text):
		return nil, wrong("not_allowed", "The value must be one of "+strings.Join(s.AllowedValues, ", ")+".")
	case text == "":
		return nil, wrong("blank", "This must not be blank.")
	case utf8.RuneCountInString(text) > maxText:
		return nil, wrong("too_long", fmt.Sprintf("The value must have at most %d characters.", maxText))
	}
	return marshal(text), nil
}

func (s *Setting) checkList(value json.RawMessage) (json.RawMessage, *service.Field) {
	var elements []json.RawMessage
	if json.Unmarshal(value, &elements) != nil || elements == nil {
		return nil, wrong("type", "The value must be a list of texts.")
	}
	if len(elements) > maxList {
		return nil, wrong("too_long", fmt.Sprintf("The list must have at most %d elements.", maxList))
	}
	list := make([]json.RawMessage, len(elements))
	for i, element := range elements {
		var field *service.Field
		if list[i], field = s.checkText(element); field != nil {
			field.Pointer += fmt.Sprintf("/%d", i)
			return nil, field
		}
	}
	return marshal(list), nil
}

func (s *Setting) outside(number decimal.Decimal) bool {
	return s.Minimum != nil && number.LessThan(*s.Minimum) || s.Maximum != nil && number.GreaterThan(*s.Maximum)
}

// bounds describes the minimum and the maximum, for people.
func (s *Setting) bounds(unit string) string {
	switch {
	case s.Maximum == nil:
		return fmt.Sprintf("at least %s%s", s.Minimum, unit)
	case s.Minimum == nil:
		return fmt.Sprintf("at most %s%s", s.Maximum, unit)
	}
	return fmt.Sprintf("%s to %s%s", s.Minimum, s.Maximum, unit)
}

// isString says whether a JSON value is a string; null would otherwise pass for one.
func isString(value json.RawMessage) bool {
	return bytes.HasPrefix(bytes.TrimSpace(value), []byte(`"`))
}

func wrong(code, detail string) *service.Field {
	return &service.Field{Pointer: "/value", Code: code, Detail: detail}
}

// marshal encodes a value that JSON can represent.
func marshal(value any) json.RawMessage {
	text, err := json.Marshal(value)
	if err != nil {
		panic(err) // only strings and lists of strings get here
	}
	return text
}
