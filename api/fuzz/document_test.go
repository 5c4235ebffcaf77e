package fuzz_test

import (
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/predicthealth/predicthealth/api/apitest"
)

// operation is one of the OpenAPI document, with all that a request of it may carry.
type operation struct {
	id, method, path string
	parameters       []parameter
	body             *schema // of JSON; nil without one
}

// parameter is one of the query or a header.
type parameter struct {
	Name, In string
	Schema   schema
}

// schema is what the mutations need to know of a JSON Schema.
type schema struct {
	Ref        string `json:"$ref"`
	Type       any
	Format     string
	Enum       []any
	Examples   []any
	Properties map[string]schema
	Items      *schema
}

// operations reads all operations of the document, in the order of their ids.
func operations(t testing.TB, app *apitest.App) []operation {
	t.Helper()
	document := apitest.OpenAPI[struct {
		Paths map[string]map[string]struct {
			OperationID string
			Parameters  []parameter
			RequestBody struct {
				Content map[string]struct{ Schema schema }
			}
		}
		Components struct{ Schemas map[string]schema }
	}](t, app.Handler)
	resolve := func(s schema) schema {
		for s.Ref != "" {
			s = document.Components.Schemas[strings.TrimPrefix(s.Ref, "#/components/schemas/")]
		}
		return s
	}
	var all []operation
	for path, methods := range document.Paths {
		for method, o := range methods {
			op := operation{id: o.OperationID, method: strings.ToUpper(method), path: path, parameters: o.Parameters}
			for media, content := range o.RequestBody.Content {
				if strings.HasSuffix(media, "json") {
					body := expand(content.Schema, resolve, 4)
					op.body = &body
				}
			}
			all = append(all, op)
		}
	}
	slices.SortFunc(all, func(a, b operation) int { return strings.Compare(a.id, b.id) })
	return all
}

// expand puts what references name in their place, down to a depth.
func expand(s schema, resolve func(schema) schema, depth int) schema {
	s = resolve(s)
	if depth == 0 {
		return s
	}
	properties := map[string]schema{}
	for name, property := range s.Properties {
		properties[name] = expand(property, resolve, depth-1)
	}
	s.Properties = properties
	if s.Items != nil {
		items := expand(*s.Items, resolve, depth-1)
		s.Items = &items
	}
	return s
}

// names are those of the properties, in order: the same seed makes the same requests.
func (s schema) names() []string { return slices.Sorted(maps.Keys(s.Properties)) }

func (s schema) is(kind string) bool {
	switch t := s.Type.(type) {
	case string:
		return t == kind
	case []any:
		return slices.Contains(t, any(kind))
	}
	return false
}
