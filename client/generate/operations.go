package main

import (
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/getkin/kin-openapi/openapi3"
)

// Media types that the client speaks; of several bodies that an operation takes it sends the first here.
var bodyTypes = []string{"application/merge-patch+json", "application/json", "application/x-www-form-urlencoded"}

// ownHeaders are parameters that the client sets for every operation, from options or by itself.
var ownHeaders = []string{"If-Match", "If-None-Match", "Idempotency-Key", "X-Purpose-Of-Use"}

// operation is a method of the client.
type operation struct {
	ID, Name, Doc, Method string
	Path                  string // a Go expression
	PathArguments         []string
	Params                []parameter
	Body, BodyType        string           // a Go type and its media type; file for one
	form                  *openapi3.Schema // of a body that is no component
	Bearer, Keyed         bool             // wants a token; takes an Idempotency-Key
	IfMatch               bool
	Result                string // a Go type; empty when the operation returns nothing
	ETag                  bool   // its answer has one
	Item                  string // of a list with cursors
	CSV                   bool
}

// parameter is a field of an operation's parameters.
type parameter struct{ Name, In, Wire, Type, Doc string }

// Arguments are those of the method between the context and the options.
func (o operation) Arguments() string {
	var out strings.Builder
	for _, name := range o.PathArguments {
		out.WriteString(", " + name + " string")
	}
	if o.IfMatch {
		out.WriteString(", ifMatch string")
	}
	switch {
	case o.Body == file:
		out.WriteString(", contentType string, body io.Reader")
	case o.Body != "":
		out.WriteString(", body " + o.Body)
	}
	if len(o.Params) > 0 {
		out.WriteString(", params *" + o.ParamsType())
	}
	return out.String()
}

// PageArguments are what a list passes on to read one page.
func (o operation) PageArguments() string {
	return strings.Join(append([]string{"ctx"}, append(slices.Clone(o.PathArguments), "p", "opts...")...), ", ")
}

// ParamsType is the name of the type of the parameters.
func (o operation) ParamsType() string { return o.Name + "Params" }

// file is the Go type of a body that is sent as it is.
const file = "file"

func (r *reader) readOperations(doc *openapi3.T) (out []operation, err error) {
	for _, path := range slices.Sorted(maps.Keys(doc.Paths.Map())) {
		item := doc.Paths.Value(path)
		methods := item.Operations()
		for _, method := range slices.Sorted(maps.Keys(methods)) {
			o, err := r.readOperation(doc, path, method, methods[method], item.Parameters)
			if err != nil {
				return nil, fmt.Errorf("%s %s: %w", method, path, err)
			}
			out = append(out, o)
		}
	}
	return out, nil
}

func (r *reader) readOperation(doc *openapi3.T, path, method string, from *openapi3.Operation, shared openapi3.Parameters) (operation, error) {
	o := operation{ID: from.OperationID, Name: exported(from.OperationID), Method: method}
	o.Doc = fmt.Sprintf("%s: %s.\n\n%s", o.Name, lowerFirst(strings.TrimSuffix(from.Summary, ".")), from.Description)
	o.Path = fmt.Sprintf("%q", path)
	security := doc.Security
	if from.Security != nil {
		security = *from.Security
	}
	o.Bearer = len(security) > 0
	for _, ref := range slices.Concat(shared, from.Parameters) {
		o.addParameter(ref.Value, r)
	}
	o.Path = strings.TrimSuffix(strings.TrimPrefix(o.Path, `"" + `), ` + ""`)
	if err := o.readBody(from.RequestBody); err != nil {
		return o, err
	}
	return o, o.readAnswer(from.Responses)
}

func (o *operation) addParameter(p *openapi3.Parameter, r *reader) {
	switch {
	case p.In == openapi3.ParameterInPath:
		name := unexported(p.Name)
		o.PathArguments = append(o.PathArguments, name)
		o.Path = strings.Replace(o.Path, "{"+p.Name+"}", `" + segment(`+name+`) + "`, 1)
	case slices.Contains(ownHeaders, p.Name):
		o.IfMatch = o.IfMatch || p.Name == "If-Match"
		o.Keyed = o.Keyed || p.Name == "Idempotency-Key"
	default:
		o.Params = append(o.Params, parameter{
			Name: exported(p.Name), In: p.In, Wire: p.Name, Type: r.parameterType(p.Schema.Value),
			Doc: describe(p.Description, p.Schema.Value),
		})
	}
}

// parameterType is that of a parameter which isn't sent when it is zero: a pointer where zero means something.
func (r *reader) parameterType(s *openapi3.Schema) string {
	switch {
	case r.byValues[valuesOf(s)] != nil:
		return r.byValues[valuesOf(s)].Name
	case s.Type.Includes(openapi3.TypeArray):
		return "[]string"
	case s.Type.Includes(openapi3.TypeBoolean):
		return "*bool"
	case s.Type.Includes(openapi3.TypeInteger):
		if s.Min != nil && *s.Min > 0 {
			return "int"
		}
		return "*int"
	case s.Type.Includes(openapi3.TypeNumber):
		if s.Min != nil && *s.Min > 0 {
			return "float64"
		}
		return "*float64"
	}
	return "string"
}

func (o *operation) readBody(ref *openapi3.RequestBodyRef) error {
	if ref == nil {
		return nil
	}
	for _, media := range bodyTypes {
		content := ref.Value.Content[media]
		if content == nil {
			continue
		}
		o.BodyType = media
		if content.Schema.Ref == "" && len(content.Schema.Value.Properties) > 0 {
			o.Body, o.form = o.Name+"Body", content.Schema.Value
			return nil
		}
		name, err := referenced(content.Schema)
		o.Body = name
		return err
	}
	o.Body = file
	return nil
}

func (o *operation) readAnswer(responses *openapi3.Responses) error {
	for _, status := range slices.Sorted(maps.Keys(responses.Map())) {
		if !strings.HasPrefix(status, "2") {
			continue
		}
		answer := responses.Value(status).Value
		o.CSV = answer.Content["text/csv"] != nil
		content := answer.Content["application/json"]
		if content == nil {
			return nil
		}
		name, err := referenced(content.Schema)
		if err != nil {
			return err
		}
		o.Result, o.ETag = name, answer.Headers["ETag"] != nil
		items, paged := content.Schema.Value.Properties["items"], content.Schema.Value.Properties["next_cursor"] != nil
		if paged && items != nil && items.Value.Items != nil {
			o.Item, err = referenced(items.Value.Items)
		}
		return err
	}
	return nil
}

// referenced is the Go type of a body: that of the component which it names, a list of such, or, of several alternatives, any.
func referenced(ref *openapi3.SchemaRef) (string, error) {
	if name, ok := strings.CutPrefix(ref.Ref, "#/components/schemas/"); ok {
		return exported(name), nil
	}
	switch s := ref.Value; {
	case s.Type.Is(openapi3.TypeArray):
		item, err := referenced(s.Items)
		return "[]" + item, err
	case len(alternatives(s)) > 0:
		return "any", nil
	}
	return "", errors.New("the schema of a body must be a component, a list of one, or alternatives")
}
