package api

import (
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/problem"
)

// published returns the document as clients read it: error responses and parameters that several operations share stand in
// its components. The operations themselves stay as they are, because requests are checked against them.
func published(document *huma.OpenAPI) *huma.OpenAPI {
	out, components := *document, *document.Components
	out.Components, out.Paths = &components, map[string]*huma.PathItem{}
	components.Responses, components.Parameters = map[string]*huma.Response{}, sharedParameters(document)
	texts := map[string]string{}
	for name, p := range components.Parameters {
		texts[name] = textOf(p)
	}
	for path, item := range document.Paths {
		copied := *item
		for _, at := range operationsOf(&copied) {
			op := **at
			op.Responses = shareResponses(components.Responses, op.Responses)
			op.Parameters = shareParameters(texts, path, parametersOf(*at))
			*at = &op
		}
		out.Paths[path] = &copied
	}
	return &out
}

// operationsOf returns where a path has its operations.
func operationsOf(item *huma.PathItem) []**huma.Operation {
	all := []**huma.Operation{&item.Get, &item.Post, &item.Patch, &item.Put, &item.Delete}
	return slices.DeleteFunc(all, func(at **huma.Operation) bool { return *at == nil })
}

// shareResponses moves problems and 304 to the components. Each status has one such response in the whole document.
func shareResponses(shared, responses map[string]*huma.Response) map[string]*huma.Response {
	own := maps.Clone(responses)
	for status, response := range own {
		if _, isProblem := response.Content[problem.ContentType]; !isProblem && status != "304" {
			continue
		}
		code, err := strconv.Atoi(status)
		if err != nil {
			continue // the default response
		}
		name := strings.NewReplacer(" ", "", "-", "").Replace(http.StatusText(code))
		if known, ok := shared[name]; ok && !reflect.DeepEqual(known, response) {
			panic(fmt.Errorf("two operations describe their responses with the status %s differently", status))
		}
		shared[name] = response
		own[status] = &huma.Response{Ref: "#/components/responses/" + name}
	}
	return own
}

// sharedParameters returns the parameters that two operations or more have in common, by the name in the components. Of
// several parameters with one name, that is the most frequent.
func sharedParameters(document *huma.OpenAPI) map[string]*huma.Param {
	uses := map[string]map[string]int{} // by name and text
	shared, most := map[string]*huma.Param{}, map[string]int{}
	for _, path := range slices.Sorted(maps.Keys(document.Paths)) {
		for _, at := range operationsOf(document.Paths[path]) {
			for _, p := range parametersOf(*at) {
				name, text := parameterName(path, p), textOf(p)
				if uses[name] == nil {
					uses[name] = map[string]int{}
				}
				if uses[name][text]++; uses[name][text] > max(1, most[name]) {
					shared[name], most[name] = p, uses[name][text]
				}
			}
		}
	}
	return shared
}

// shareParameters refers to the components for those of a path's parameters that read as the shared one of their name does.
func shareParameters(shared map[string]string, path string, parameters []*huma.Param) []*huma.Param {
	for i, p := range parameters {
		name := parameterName(path, p)
		if text, ok := shared[name]; ok && text == textOf(p) {
			parameters[i] = &huma.Param{Ref: "#/components/parameters/" + name}
		}
	}
	return parameters
}

// parametersOf returns an operation's parameters as clients read them. huma describes them twice. If-Match is required, which
// huma must not know: its absence is a 428 and not a 422.
func parametersOf(op *huma.Operation) []*huma.Param {
	all := make([]*huma.Param, len(op.Parameters))
	for i, p := range op.Parameters {
		parameter, schema := *p, *p.Schema
		schema.Description = ""
		parameter.Schema, parameter.Required = &schema, p.Required || p.Name == "If-Match"
		all[i] = &parameter
	}
	return all
}

// textOf is a parameter as it reads in the document.
func textOf(p *huma.Param) string {
	text, err := p.MarshalJSON()
	if err != nil {
		panic(fmt.Errorf("the parameter %s: %w", p.Name, err))
	}
	return string(text)
}

var beforeParameter = regexp.MustCompile(`([a-z-]+)/\{(\w+)\}`)

// parameterName is a parameter's name in the components: that of a query parameter or header is its own; that of a path's is
// preceded by what it identifies, such as PatientsId.
func parameterName(path string, p *huma.Param) string {
	name := p.Name
	if p.In == "path" {
		for _, match := range beforeParameter.FindAllStringSubmatch(path, -1) {
			if match[2] == p.Name {
				name = match[1] + "-" + p.Name
			}
		}
	}
	var out strings.Builder
	for word := range strings.FieldsFuncSeq(name, func(r rune) bool { return r == '-' || r == '_' }) {
		out.WriteString(strings.ToUpper(word[:1]) + word[1:])
	}
	return out.String()
}
