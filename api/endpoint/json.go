package endpoint

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/internal/characters"
)

// JSON is the only format of request bodies.
var JSON = huma.Format{
	Marshal:   marshalJSON,
	Unmarshal: unmarshal,
}

// unmarshal reads JSON whose text PostgreSQL can store. Its errors don't reveal Go types.
func unmarshal(data []byte, v any) error {
	if !utf8.Valid(data) {
		return errors.New("the body is not UTF-8")
	}
	if characters.HasNUL(data) {
		return errors.New("the body contains a NUL character")
	}
	if err := wellFormed(data); err != nil {
		return err
	}
	err := read(data, v)
	var mismatch *json.UnmarshalTypeError
	if errors.As(err, &mismatch) && strings.HasPrefix(mismatch.Value, "number ") {
		err = read(wholeNumbers(data), v)
	}
	var syntax *json.SyntaxError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &syntax):
		return errors.New("the body is not JSON: " + syntax.Error())
	}
	return errors.New("a value in the body has the wrong type")
}

// wholeNumbers writes numbers such as 150.0 and 15e1, which JSON takes for 150, as Go reads an integer.
func wholeNumbers(data []byte) []byte {
	var out []byte
	for i := 0; i < len(data); {
		length := 1
		switch c := data[i]; {
		case c == '"':
			length = lengthOfString(data[i:])
		case c == '-' || c >= '0' && c <= '9':
			rest := bytes.TrimLeft(data[i:], "+-.0123456789eE")
			length = len(data) - i - len(rest)
		}
		token := data[i : i+length]
		i += length
		if n, err := strconv.ParseFloat(string(token), 64); err == nil && n == math.Trunc(n) && math.Abs(n) < 1<<53 {
			out = strconv.AppendInt(out, int64(n), 10)
		} else {
			out = append(out, token...)
		}
	}
	return out
}

// read is json.Unmarshal, which would scan the text twice more before it lets a value read it.
func read(data []byte, v any) error {
	if own, ok := v.(json.Unmarshaler); ok {
		return own.UnmarshalJSON(data)
	}
	return json.Unmarshal(data, v)
}

// maxDepth is how deep arrays and objects may be nested; no body of ours needs half of it.
const maxDepth = 32

// wellFormed refuses what can mislead the reader of a valid document: duplicate members, of which readers choose
// differently, and bottomless nesting. It leaves syntax errors to the reader.
func wellFormed(data []byte) error {
	var open []members
	for i := 0; i < len(data); i++ {
		switch data[i] {
		case '{', '[':
			if len(open) == maxDepth {
				return fmt.Errorf("the body is nested more than %d levels deep", maxDepth)
			}
			open = append(open, members{object: data[i] == '{', name: true})
		case '}', ']':
			open = open[:max(0, len(open)-1)]
		case ',', ':':
			if len(open) > 0 {
				open[len(open)-1].name = data[i] == ','
			}
		case '"':
			text := data[i : i+lengthOfString(data[i:])]
			i += len(text) - 1
			if len(open) > 0 && !open[len(open)-1].add(text) {
				return fmt.Errorf("the member %q appears twice", unquoted(text))
			}
		}
	}
	return nil
}

// lengthOfString returns the length of the string that data begins with, quotes included.
func lengthOfString(data []byte) int {
	for i := 1; i < len(data); i++ {
		switch data[i] {
		case '\\':
			i++
		case '"':
			return i + 1
		}
	}
	return len(data)
}

// unquoted returns the text of a string.
func unquoted(quoted []byte) string {
	if !bytes.ContainsRune(quoted, '\\') {
		return strings.Trim(string(quoted), `"`)
	}
	var text string
	_ = json.Unmarshal(quoted, &text) // the reader reports the error
	return text
}

// members are the members of the object that is being read; of an array there are none.
type members struct {
	object bool
	name   bool // the next string is a member's name
	names  map[string]bool
}

// add takes a string, and returns false when it names a member for the second time.
func (m *members) add(quoted []byte) bool {
	if !m.object || !m.name {
		return true
	}
	if m.names == nil {
		m.names = map[string]bool{}
	}
	name := unquoted(quoted)
	again := m.names[name]
	m.names[name] = true
	return !again
}
