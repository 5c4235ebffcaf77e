package endpoint

import (
	"bytes"
	"encoding/json"
	"errors"
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
