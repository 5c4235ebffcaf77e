package apitest

import (
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"net/http/httptest"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// fieldsParameter leaves a resource or a list's items the members that it names. JSON Schema can't say that what is required
// depends on a parameter, so the answer has a schema of its own here: the documented one without what is required of them.
const fieldsParameter = "fields"

func isFields(p struct{ Name string }) bool { return p.Name == fieldsParameter }

// projections returns a function that adds the schema of an operation's projected answer to a document and says where.
func projections(document any) func(path, method string) []string {
	at := func(from any, names ...string) map[string]any {
		for _, name := range names {
			from = from.(map[string]any)[name]
		}
		object, _ := from.(map[string]any)
		return object
	}
	schemas := at(document, "components", "schemas")
	resolved := func(schema map[string]any) map[string]any {
		ref, _ := schema["$ref"].(string)
		return maps.Clone(at(schemas, strings.TrimPrefix(ref, "#/components/schemas/")))
	}
	return func(path, method string) []string {
		answer := resolved(at(document, "paths", path, method, "responses", "200", "content", "application/json", "schema"))
		properties := maps.Clone(at(answer, "properties"))
		if _, isList := properties["items"]; isList {
			items := maps.Clone(at(properties, "items"))
			item := resolved(at(items, "items"))
			delete(item, "required")
			items["items"], properties["items"], answer["properties"] = item, items, properties
		} else {
			delete(answer, "required")
		}
		name := "projected " + method + " " + path
		schemas[name] = answer
		return []string{"components", "schemas", name}
	}
}

// checkProjection also checks that a resource or a list's items have no other members than these.
func checkProjection(schema *jsonschema.Schema, answer *httptest.ResponseRecorder, members []string) error {
	var one map[string]any
	var list struct{ Items []map[string]any }
	if err := errors.Join(json.Unmarshal(answer.Body.Bytes(), &one), json.Unmarshal(answer.Body.Bytes(), &list)); err != nil {
		return err
	}
	items := list.Items
	if _, isList := one["items"]; !isList {
		items = append(items, one)
	}
	for _, item := range items {
		for name := range item {
			if !slices.Contains(members, name) {
				return fmt.Errorf("nobody asked for %q", name)
			}
		}
	}
	return matches(schema, answer)
}
