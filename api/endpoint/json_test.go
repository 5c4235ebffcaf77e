package endpoint

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestBodiesThatReadersUnderstandDifferently(t *testing.T) {
	t.Parallel()
	for body, problem := range map[string]string{
		`{"a":1,"a":2}`:                  `the member "a" appears twice`,
		`{"a":{"b":[{"c":1,"c":null}]}}`: `the member "c" appears twice`,
		`{"a":[1,{"x":1}],"\u0061":3}`:   `the member "a" appears twice`,
		strings.Repeat("[", 33):          "the body is nested more than 32 levels deep",
		strings.Repeat(`{"a":`, 100_000): "the body is nested more than 32 levels deep",
		`{"a":"\u0000"}`:                 "the body contains a NUL character",
		"{\"a\":\"\xff\"}":               "the body is not UTF-8",
		`{"a":1`:                         "the body is not JSON: unexpected end of JSON input",
		`{"a":1}}`:                       "the body is not JSON: invalid character '}' after top-level value",
		`{"a":1} {"a":2}`:                "the body is not JSON: invalid character '{' after top-level value",
	} {
		var v any
		require.EqualError(t, unmarshal([]byte(body), &v), problem, body[:min(len(body), 40)])
	}
	for _, body := range []string{
		`{"a":{"a":1},"b":{"a":[{"a":1},{"a":2}]},"c":"a"}`, `{"a":"a","b":"a"}`, `[1,1]`, `"a"`, `null`,
		strings.Repeat("[", 32) + strings.Repeat("]", 32),
	} {
		var v any
		require.NoError(t, unmarshal([]byte(body), &v), body)
	}
}

func TestWholeNumbersAreIntegersHoweverTheyAreWritten(t *testing.T) {
	t.Parallel()
	type body struct {
		Years int             `json:"years"`
		Text  string          `json:"text"`
		Size  float64         `json:"size"`
		More  json.RawMessage `json:"more"`
	}
	for text, years := range map[string]int{
		`{"years":150.0,"text":"7.0","size":2.5,"more":[3.0,"4.0"]}`: 150,
		`{"text":"7.0","size":2.5,"more":[3.0,"4.0"],"years":15e1}`:  150,
		`{"years":-0.0,"text":"7.0","size":25e-1,"more":[3,"4.0"]}`:  0,
		`{"years":150,"text":"7.0","size":2.5,"more":[3,"4.0"]}`:     150,
	} {
		var got body
		require.NoError(t, unmarshal([]byte(text), &got), text)
		assert.Equal(t, body{years, "7.0", 2.5, json.RawMessage(`[3,"4.0"]`)}, got, text)
	}
	for _, text := range []string{`{"years":150.5}`, `{"years":1e300}`, `{"years":99999999999999999999}`, `{"years":1e-1}`, `{"years":"1.0"}`} {
		var got body
		require.EqualError(t, unmarshal([]byte(text), &got), "a value in the body has the wrong type", text)
	}
}
