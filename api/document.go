package api

import (
	"fmt"
	"maps"
	"net/http"
	"reflect"
	"regexp"
	"slices"
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
	for path, item := range document.Paths {
		copied := *item
		for _, at := range operationsOf(&copied) {
			if *at == nil {
				continue
			}
			op := **at
			op.Responses = shareResponses(components.Responses, op.Responses)
			op.Parameters = shareParameters(components.Parameters, path, parametersOf(*at))
			*at = &op
		}
		out.Paths[path] = &copied
	}
	return &out
}

// operationsOf returns where a path has its operations.
func operationsOf(item *huma.PathItem) []**huma.Operation {
	return []**huma.Operation{&item.Get, &item.Post, &item.Patch, &item.Put, &item.Delete}
}

// shareResponses moves problems and 304 to the components. Each status has one such response in the whole document.
func shareResponses(shared, responses map[string]*huma.Response) map[string]*huma.Response {
	own := maps.Clone(responses)
	for status, response := range own {
		if _, isProblem := response.Content[problem.ContentType]; !isProblem && status != "304" {
			continue
		}
		var code int
		if _, err := fmt.Sscan(status, &code); err != nil {
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
	type variant struct {
		*huma.Param
		uses int
	}
	variants := map[string][]*variant{}
	for _, path := range slices.Sorted(maps.Keys(document.Paths)) {
		for _, at := range operationsOf(document.Paths[path]) {
			if *at == nil {
				continue
			}
			for _, p := range parametersOf(*at) {
				name := parameterName(path, p)
				i := slices.IndexFunc(variants[name], func(v *variant) bool { return sameParameter(v.Param, p) })
				if i < 0 {
					i, variants[name] = len(variants[name]), append(variants[name], &variant{Param: p})
				}
				variants[name][i].uses++
			}
		}
	}
	shared := map[string]*huma.Param{}
	for name, all := range variants {
		most := slices.MaxFunc(all, func(a, b *variant) int { return a.uses - b.uses })
		if most.uses > 1 {
			shared[name] = most.Param
		}
	}
	return shared
}

func shareParameters(shared map[string]*huma.Param, path string, parameters []*huma.Param) []*huma.Param {
	for i, p := range parameters {
		name := parameterName(path, p)
		if known, ok := shared[name]; ok && sameParameter(known, p) {
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

// sameParameter says whether two parameters read the same.
func sameParameter(a, b *huma.Param) bool {
	one, err := a.MarshalJSON()
	if err != nil {
		return false
	}
	other, err := b.MarshalJSON()
	return err == nil && string(one) == string(other)
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
