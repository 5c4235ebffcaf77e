package problem

import (
	"os"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/service"
)

// What huma says of a schema's values, in our voice.
func TestWhatIsWrongWithAFieldIsSaidInOneVoice(t *testing.T) {
	t.Parallel()
	least, most := 2.0, 5.0
	short, long := 2, 3
	object := &huma.Schema{Type: huma.TypeObject, AdditionalProperties: false, Required: []string{"name"}, Properties: map[string]*huma.Schema{
		"name": {Type: huma.TypeString}, "colour": {Type: huma.TypeString, Enum: []any{"red", "blue"}},
		"number": {Type: huma.TypeInteger, Minimum: &least, Maximum: &most}, "text": {Type: huma.TypeString, MinLength: &short, MaxLength: &long},
		"day": {Type: huma.TypeString, Format: "date"}, "at": {Type: huma.TypeString, Format: "date-time"},
		"id": {Type: huma.TypeString, Format: "uuid"}, "email": {Type: huma.TypeString, Format: "email"},
		"code": {Type: huma.TypeString, Pattern: "^[A-Z]+$"}, "list": {Type: huma.TypeArray, Items: &huma.Schema{Type: huma.TypeBoolean}},
	}}
	object.PrecomputeMessages()
	for name, c := range map[string]struct {
		value map[string]any
		want  FieldError
	}{
		"missing":     {map[string]any{}, FieldError{"body", "/name", "required", "This is required."}},
		"unexpected":  {map[string]any{"x": 1}, FieldError{"body", "/x", "unexpected", "There is no such field."}},
		"not allowed": {map[string]any{"colour": "green"}, FieldError{"body", "/colour", "not_allowed", "Use one of these: red, blue."}},
		"too small":   {map[string]any{"number": 1.0}, FieldError{"body", "/number", "out_of_range", "Use a number of 2 or more."}},
		"too large":   {map[string]any{"number": 6.0}, FieldError{"body", "/number", "out_of_range", "Use a number of 5 or less."}},
		"no number":   {map[string]any{"number": "x"}, FieldError{"body", "/number", "type", "Use a whole number."}},
		"too short":   {map[string]any{"text": "x"}, FieldError{"body", "/text", "too_short", "Use at least 2 characters."}},
		"too long":    {map[string]any{"text": "xxxx"}, FieldError{"body", "/text", "too_long", "Use at most 3 characters."}},
		"no day":      {map[string]any{"day": "1.2.2026"}, FieldError{"body", "/day", "format", "Write a date as 2026-01-31."}},
		"no instant":  {map[string]any{"at": "now"}, FieldError{"body", "/at", "format", writeTime}},
		"no UUID":     {map[string]any{"id": "1"}, FieldError{"body", "/id", "format", "This is not a UUID. Write one such as 5f1c2f6e-8a55-4f6b-b8de-1f2f3f8f0a11."}},
		"no address":  {map[string]any{"email": "x"}, FieldError{"body", "/email", "format", "This is not an e-mail address. Write one such as ana@example.org."}},
		"no code":     {map[string]any{"code": "x"}, FieldError{"body", "/code", "format", "This does not match the pattern ^[A-Z]+$."}},
		"in a list":   {map[string]any{"list": []any{true, "x"}}, FieldError{"body", "/list/1", "type", "Use true or false."}},
		"no list":     {map[string]any{"list": true}, FieldError{"body", "/list", "type", "Use a list."}},
		"no text":     {map[string]any{"text": 1}, FieldError{"body", "/text", "type", "Use text."}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if name != "missing" {
				c.value["name"] = "x"
			}
			result := &huma.ValidateResult{}
			huma.Validate(huma.NewMapRegistry("", huma.DefaultSchemaNamer), object, huma.NewPathBuffer([]byte("body"), 4), huma.ModeWriteToServer, c.value, result)
			var got []FieldError
			for _, err := range result.Errors {
				got = append(got, fromDetail(err))
			}
			assert.Equal(t, []FieldError{c.want}, got)
		})
	}
}

// What huma says of parameters has no messages that can be set.
func TestWhatIsWrongWithAParameter(t *testing.T) {
	t.Parallel()
	for message, want := range map[string][2]string{
		"invalid integer": {"type", "Use a whole number."},
		"invalid date/time for format 2006-01-02T15:04:05Z07:00": {"type", writeTime},
		"required query parameter is missing":                    {"required", "This is required."},
		"invalid character 'x' looking for beginning of value":   {"format", "This is not valid JSON."},
		`the member "a" appears twice`:                           {"invalid", `The member "a" appears twice.`},
	} {
		code, detail := split(message)
		assert.Equal(t, want, [2]string{code, detail}, message)
	}
}

// Every code that is written anywhere is listed, once, with what to do about it. (That answers have no other codes is part of
// the contract, which every test of the API checks.)
func TestCodesAreListedOnce(t *testing.T) {
	t.Parallel()
	page, err := os.ReadFile("../../docs/api.md")
	require.NoError(t, err)
	seen := map[string]bool{}
	for _, code := range service.FieldCodes {
		assert.Contains(t, string(page), "| `"+code.Name+"` | "+code.Advice+" |")
		assert.False(t, seen[code.Name], code.Name)
		assert.Regexp(t, `^[A-Z].*\.$`, code.Advice, code.Name)
		seen[code.Name] = true
	}
}
