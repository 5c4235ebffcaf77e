package endpoint

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"unicode/utf8"

	"github.com/danielgtaylor/huma/v2"
)

// JSON is the one format of bodies.
var JSON = huma.Format{
	Marshal:   huma.DefaultJSONFormat.Marshal,
	Unmarshal: unmarshal,
}

// unmarshal reads JSON whose text PostgreSQL can store. Its errors don't tell of Go's types.
func unmarshal(data []byte, v any) error {
	if !utf8.Valid(data) {
		return errors.New("the body is not UTF-8")
	}
	if bytes.Contains(data, []byte(`\u0000`)) {
		return errors.New("the body has a NUL character")
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
	return errors.New("a value of the body is of another type")
}

// maxDepth is how deep arrays and objects may stand in each other; no body of ours needs half of it.
const maxDepth = 32

// wellFormed refuses what a valid document may still do to its reader: members given twice, of which readers choose
// differently, and bottomless nesting. Errors of syntax it leaves to the reader.
func wellFormed(data []byte) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.UseNumber()
	var open []members
	for {
		token, err := decoder.Token()
		if err != nil {
			return nil //nolint:nilerr // the end, or the reader tells of it
		}
		switch token {
		case json.Delim('{'), json.Delim('['):
			if len(open) == maxDepth {
				return fmt.Errorf("the body is nested more than %d deep", maxDepth)
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
			return fmt.Errorf("the member %q is given twice", token)
		}
	}
}

// members are those of an object that is being read, or nothing of an array.
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

// read takes a token that opens nothing; false when it names a member for the second time.
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

// valueRead says that the value of a member is an array or an object.
func (m *members) valueRead() { m.value = false }
