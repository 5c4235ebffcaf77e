package apitest

import (
	"encoding/json"
	"fmt"
	"maps"
	"net/http/httptest"
	"slices"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

// fieldsParameter leaves a list's items the members that it names. JSON Schema can't say that what is required depends
// on a parameter, so the answer has a schema of its own here: the documented one without what is required of items.
const fieldsParameter = "fields"

func isFields(p struct{ Name string }) bool { return p.Name == fieldsParameter }

// projections returns a function that adds the schema of an operation's projected list to a document and says where.
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
		list := resolved(at(document, "paths", path, method, "responses", "200", "content", "application/json", "schema"))
		item := resolved(at(list, "properties", "items", "items"))
		delete(item, "required")
		items := maps.Clone(at(list, "properties", "items"))
		items["items"] = item
		list["properties"] = maps.Clone(at(list, "properties"))
		list["properties"].(map[string]any)["items"] = items
		name := "projected " + method + " " + path
		schemas[name] = list
		return []string{"components", "schemas", name}
	}
}

// checkProjection also checks that items have no other members than these.
func checkProjection(schema *jsonschema.Schema, answer *httptest.ResponseRecorder, members []string) error {
	var list struct{ Items []map[string]any }
	if err := json.Unmarshal(answer.Body.Bytes(), &list); err != nil {
		return err
	}
	for _, item := range list.Items {
		for name := range item {
			if !slices.Contains(members, name) {
				return fmt.Errorf("nobody asked for %q", name)
			}
		}
	}
	return matches(schema, answer)
}
