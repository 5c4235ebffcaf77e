package endpoint

import (
	"fmt"
	"io"
	"reflect"

	"github.com/danielgtaylor/huma/v2"
)

// Ready is a body of type B whose JSON is there already, and is sent as it is. The OpenAPI document has B.
type Ready[B any] struct {
	JSON []byte
	// Body is sent where the caller wants another format than JSON; otherwise it may be empty.
	Body B
}

// Schema is B's.
func (Ready[B]) Schema(r huma.Registry) *huma.Schema { return r.Schema(reflect.TypeFor[B](), true, "") }

func (r Ready[B]) json() []byte { return r.JSON }
func (r Ready[B]) body() any    { return r.Body }

func marshalJSON(w io.Writer, body any) error {
	ready, is := body.(interface{ json() []byte })
	if !is {
		return huma.DefaultJSONFormat.Marshal(w, body)
	}
	if _, err := w.Write(ready.json()); err != nil {
		return fmt.Errorf("json: %w", err)
	}
	return nil
}
