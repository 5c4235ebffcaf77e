package endpoint

import (
	"strings"
	"testing"

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
