package main

import (
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

func TestNames(t *testing.T) {
	t.Parallel()
	for name, want := range map[string]struct{ exported, unexported string }{
		"list-cms-users": {"ListCMSUsers", "listCMSUsers"},
		"patient_id":     {"PatientID", "patientID"},
		"ids":            {"IDs", "ids"},
		"JWKSet":         {"JWKSet", "jwkSet"},
		"DoctorSummary":  {"DoctorSummary", "doctorSummary"},
		"on-hold":        {"OnHold", "onHold"},
		"auth.login":     {"AuthLogin", "authLogin"},
		"obese_class_ii": {"ObeseClassII", "obeseClassII"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, want.exported, exported(name))
			assert.Equal(t, want.unexported, unexported(name))
		})
	}
}

func TestCommentsAreWrappedAndListsStay(t *testing.T) {
	t.Parallel()
	long := "- one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen"
	assert.Equal(t, "// A text.\n//\n// - one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen\n// eighteen\n",
		comment("A text.\n\n"+long))
}

// document is small, but has every case that the generator treats differently.
const document = `{
  "openapi": "3.1.0", "info": {"title": "", "version": "1.2.3"},
  "paths": {
    "/things": {
      "get": {"operationId": "list-things", "summary": "List things", "security": [{"bearer": []}],
        "parameters": [{"$ref": "#/components/parameters/Cursor"},
          {"name": "active", "in": "query", "schema": {"type": "boolean"}},
          {"name": "status", "in": "query", "schema": {"enum": ["open", "closed"], "type": "string"}}],
        "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/ThingList"}}, "text/csv": {}}}}}},
    "/things/{thing_id}": {
      "patch": {"operationId": "update-thing", "summary": "Change a thing",
        "parameters": [{"name": "thing_id", "in": "path", "required": true, "schema": {"type": "string"}},
          {"name": "If-Match", "in": "header", "schema": {"type": "string"}}, {"name": "Idempotency-Key", "in": "header", "schema": {"type": "string"}}],
        "requestBody": {"content": {"application/json": {"schema": {"$ref": "#/components/schemas/ThingUpdate"}},
          "application/merge-patch+json": {"schema": {"$ref": "#/components/schemas/ThingUpdate"}}}},
        "responses": {"200": {"description": "", "headers": {"ETag": {"schema": {"type": "string"}}},
          "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Thing"}}}}}},
      "delete": {"operationId": "delete-thing", "summary": "Delete a thing",
        "parameters": [{"name": "thing_id", "in": "path", "required": true, "schema": {"type": "string"}}],
        "responses": {"204": {"description": ""}}}}
  },
  "components": {
    "parameters": {"Cursor": {"name": "cursor", "in": "query", "schema": {"type": "string"}}},
    "schemas": {
      "Thing": {"type": "object", "required": ["id", "status", "born"], "properties": {
        "id": {"type": "string", "format": "uuid"}, "born": {"type": ["string", "null"], "format": "date"},
        "status": {"type": "string", "enum": ["open", "closed"]}, "tags": {"type": "array", "items": {"type": "string"}},
        "of": {"type": ["object", "null"], "properties": {"name": {"type": "string"}}}}},
      "ThingUpdate": {"type": "object", "properties": {"born": {"type": ["string", "null"], "format": "date"},
        "of": {"type": ["object", "null"], "properties": {"name": {"type": "string"}}}}},
      "ThingList": {"type": "object", "required": ["items", "next_cursor"], "properties": {
        "items": {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}, "next_cursor": {"type": ["string", "null"]}}}
    }
  }
}`

func TestGenerate(t *testing.T) {
	t.Parallel()
	files, err := generate([]byte(document))
	require.NoError(t, err)
	models, operations := string(files["models.gen.go"]), string(files["operations.gen.go"])
	for _, line := range []string{
		`const Version = "1.2.3"`,
		`ThingStatusOpen   ThingStatus = "open"`,
		"Born   *Date       `json:\"born\"`",
		"ID     string      `json:\"id\"`",
		"Of     *ThingOf    `json:\"of,omitempty\"`",
		"Status ThingStatus `json:\"status\"`",
		"Tags   []string    `json:\"tags,omitempty\"`",
		`func (v *Thing) setETag(tag string) { v.ETag = tag }`,
		"Born Optional[Date]          `json:\"born,omitzero\"`",
		"Of   Optional[ThingUpdateOf] `json:\"of,omitzero\"`",
		"Name Optional[string] `json:\"name,omitzero\"`",
	} {
		assert.Contains(t, models, line)
	}
	for _, line := range []string{
		"Active *bool       `query:\"active\"`",
		"Status ThingStatus `query:\"status\"`",
		`ListThings(ctx context.Context, params *ListThingsParams, opts ...Option) iter.Seq2[Thing, error]`,
		`ListThingsPage(ctx context.Context, params *ListThingsParams, opts ...Option) (*ThingList, error)`,
		`ListThingsCSV(ctx context.Context, params *ListThingsParams, opts ...Option) (io.ReadCloser, error)`,
		`path: "/things", params: params, bearer: true,`,
		`UpdateThing(ctx context.Context, thingID string, ifMatch string, body ThingUpdate, opts ...Option) (*Thing, error)`,
		`path: "/things/" + segment(thingID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, keyed: true,`,
		`DeleteThing(ctx context.Context, thingID string, opts ...Option) error`,
	} {
		assert.Contains(t, operations, line)
	}
}

func TestBodiesOfSeveralKinds(t *testing.T) {
	t.Parallel()
	for schema, want := range map[string]string{
		`{"$ref": "#/components/schemas/Thing"}`:                                                                                  "body Thing",
		`{"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}`:                                                      "body []Thing",
		`{"oneOf": [{"$ref": "#/components/schemas/Thing"}, {"type": "array", "items": {"$ref": "#/components/schemas/Thing"}}]}`: "body any",
		`{"type": "object", "properties": {"name": {"type": "string"}}}`:                                                          "body CreateThingBody",
	} {
		t.Run(want, func(t *testing.T) {
			t.Parallel()
			files, err := generate(withBody(schema))
			require.NoError(t, err)
			assert.Contains(t, string(files["operations.gen.go"]), "CreateThing(ctx context.Context, "+want+", opts ...Option) error")
			assert.Contains(t, string(files["models.gen.go"]), "Of *Thing `json:\"of\"`", "null or a component")
		})
	}
}

func TestABodyWithoutATypeIsAnError(t *testing.T) {
	t.Parallel()
	_, err := generate(withBody(`{"type": "string"}`))
	assert.ErrorContains(t, err, "POST /things: the schema of a body must be")
}

// withBody is a document of one operation, whose body has a schema.
func withBody(schema string) []byte {
	return []byte(`{"openapi": "3.1.0", "info": {"title": "", "version": "1"}, "paths": {"/things": {"post": {
		"operationId": "create-thing", "summary": "Create a thing", "responses": {"204": {"description": ""}},
		"requestBody": {"content": {"application/json": {"schema": ` + schema + `}}}}}},
		"components": {"schemas": {"Thing": {"type": "object", "required": ["of"], "properties": {
			"of": {"anyOf": [{"$ref": "#/components/schemas/Thing"}, {"type": "null"}]}}}}}}`)
}
