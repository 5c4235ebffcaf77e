package endpoint

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
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
	if bytes.Contains(data, []byte(`\u0000`)) {
		return errors.New("the body contains a NUL character")
	}
	if err := wellFormed(data); err != nil {
		return err
	}
	err := json.Unmarshal(data, v)
	var syntax *json.SyntaxError
	switch {
	case err == nil:
		return nil
	case errors.As(err, &syntax):
		return errors.New("the body is not JSON: " + syntax.Error())
	}
	return errors.New("a value in the body has the wrong type")
}

// maxDepth is how deep arrays and objects may be nested; no body of ours needs half of it.
const maxDepth = 32

// wellFormed refuses what can mislead the reader of a valid document: duplicate members, of which readers choose
// differently, and bottomless nesting. It leaves syntax errors to the reader.
func wellFormed(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var open []members
	for {
		token, err := decoder.Token()
		if err != nil {
			return nil //nolint:nilerr // the end, or the reader reports the error
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			if len(open) == maxDepth {
				return fmt.Errorf("the body is nested more than %d levels deep", maxDepth)
			}
			if len(open) > 0 {
				open[len(open)-1].valueRead()
			}
			open = append(open, newMembers(token == json.Delim('{')))
			continue
		case json.Delim('}'), json.Delim(']'):
			open = open[:len(open)-1]
			continue
		}
		if len(open) > 0 && !open[len(open)-1].read(token) {
			return fmt.Errorf("the member %q appears twice", token)
		}
	}
}

// members tracks the members of the object that is being read; of an array it tracks nothing.
type members struct {
	names map[string]bool // nil for an array
	value bool            // the next token is a value
}

func newMembers(object bool) members {
	if !object {
		return members{}
	}
	return members{names: map[string]bool{}}
}

// read takes a token that opens nothing. It returns false when the token names a member for the second time.
func (m *members) read(token json.Token) bool {
	if m.names == nil || m.value {
		m.value = false
		return true
	}
	name, _ := token.(string)
	again := m.names[name]
	m.names[name], m.value = true, true
	return !again
}

// valueRead notes that a member's value is an array or an object.
func (m *members) valueRead() { m.value = false }
