package apitest

import (
	"bytes"
	"encoding/json"
	"fmt"
	"mime"
	"net/http"
	"net/http/httptest"
	"net/url"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/problem"
)

// contract is the OpenAPI document, for checking answers against it. Its schemas are JSON Schema 2020-12, as OpenAPI 3.1
// has them.
type contract struct {
	// routes finds an operation by its method and path.
	routes    *http.ServeMux
	responses map[string]map[string]*response // by route and status
	problem   *jsonschema.Schema
}

// response is one that an operation may answer with.
type response struct {
	Headers map[string]*struct {
		Ref      string `json:"$ref"`
		Required bool
	}
	Content map[string]any
	schemas map[string]*jsonschema.Schema // by media type
	// projected is the schema without required members of the resource or the list's items; nil for what has no parameter fields.
	projected *jsonschema.Schema
}

// contractHeaders are headers that clients act on: an answer has them only where the document says so.
var contractHeaders = []string{
	"Accept-Patch", "Deprecation", "ETag", "Idempotency-Replayed", "Link", "Location", "RateLimit-Limit", "RateLimit-Remaining",
	"RateLimit-Reset", "Retry-After", "Sunset", "WWW-Authenticate", "X-Cache", "X-Request-Id",
}

// The document is the same whatever an App stands on, and reading it takes longer than starting one.
var (
	readingContract sync.Mutex
	theContract     *contract
)

func contractOf(t testing.TB, handler http.Handler) *contract {
	t.Helper()
	readingContract.Lock()
	defer readingContract.Unlock()
	if theContract == nil {
		theContract = readContract(t, expanded(t, Document(t, handler)))
	}
	return theContract
}

const documentURL = "openapi.json"

func readContract(t testing.TB, document []byte) *contract {
	t.Helper()
	var read struct {
		Paths map[string]map[string]struct {
			Parameters []struct{ Name string }
			Responses  map[string]*response
		}
		Components struct {
			Headers map[string]struct{ Required bool }
		}
	}
	require.NoError(t, json.Unmarshal(document, &read))
	resource, err := jsonschema.UnmarshalJSON(bytes.NewReader(document))
	require.NoError(t, err)
	compiler := jsonschema.NewCompiler()
	compiler.AssertFormat()
	project := projections(resource)
	require.NoError(t, compiler.AddResource(documentURL, resource))
	compile := func(path ...string) *jsonschema.Schema {
		for i, name := range path {
			path[i] = strings.NewReplacer("~", "~0", "/", "~1").Replace(name)
		}
		return compiler.MustCompile(documentURL + "#/" + strings.Join(path, "/"))
	}
	c := &contract{http.NewServeMux(), map[string]map[string]*response{}, compile("components", "schemas", "Problem")}
	for path, methods := range read.Paths {
		for method, operation := range methods {
			route := strings.ToUpper(method) + " " + path
			c.routes.Handle(route, http.NotFoundHandler())
			c.responses[route] = operation.Responses
			for status, r := range operation.Responses {
				r.schemas = map[string]*jsonschema.Schema{}
				for media := range r.Content {
					r.schemas[media] = compile("paths", path, method, "responses", status, "content", media, "schema")
				}
				if status == "200" && slices.ContainsFunc(operation.Parameters, isFields) {
					r.projected = compile(project(path, method)...)
				}
				for _, header := range r.Headers {
					header.Required = header.Required || read.Components.Headers[strings.TrimPrefix(header.Ref, "#/components/headers/")].Required
				}
			}
		}
	}
	return c
}

// check returns how an answer differs from what the document says; nil when it doesn't.
func (c *contract) check(request *http.Request, answer *httptest.ResponseRecorder) error {
	if !strings.HasPrefix(request.URL.Path, "/api/") || request.Method == http.MethodOptions {
		return nil // no operation
	}
	_, route := c.routes.Handler(request)
	responses, known := c.responses[route]
	if !known {
		return c.checkRefusal(answer)
	}
	r := responses[strconv.Itoa(answer.Code)]
	if r == nil {
		return fmt.Errorf("%s does not document the status", route)
	}
	for name, header := range r.Headers {
		if header.Required && answer.Header().Get(name) == "" {
			return fmt.Errorf("the header %s is missing", name)
		}
	}
	for _, name := range contractHeaders {
		if answer.Header().Get(name) != "" && r.Headers[name] == nil {
			return fmt.Errorf("%s does not document the header %s", route, name)
		}
	}
	return r.checkBody(answer, request.URL.Query())
}

func (r *response) checkBody(answer *httptest.ResponseRecorder, query url.Values) error {
	if len(r.schemas) == 0 && answer.Body.Len() == 0 {
		return nil
	}
	media, _, err := mime.ParseMediaType(answer.Header().Get("Content-Type"))
	if err != nil {
		return fmt.Errorf("media type: %w", err)
	}
	schema := r.schemas[media]
	if schema == nil {
		return fmt.Errorf("the media type %s is not documented", media)
	}
	if answer.Header().Get("Content-Encoding") != "" || !strings.HasSuffix(media, "json") {
		return nil // tests of their own read them
	}
	if fields := query[fieldsParameter]; len(fields) > 0 && fields[0] != "" && r.projected != nil {
		named := slices.Concat(fields, query["include"], []string{"id", "next_cursors"})
		return checkProjection(r.projected, answer, strings.Split(strings.Join(named, ","), ","))
	}
	return matches(schema, answer)
}

// checkRefusal checks the answer to what is no operation.
func (c *contract) checkRefusal(answer *httptest.ResponseRecorder) error {
	if media := answer.Header().Get("Content-Type"); answer.Code < http.StatusBadRequest || media != problem.ContentType {
		return fmt.Errorf("there is no such operation, and %s is no problem", media)
	}
	return matches(c.problem, answer)
}

func matches(schema *jsonschema.Schema, answer *httptest.ResponseRecorder) error {
	body, err := jsonschema.UnmarshalJSON(bytes.NewReader(answer.Body.Bytes()))
	if err != nil {
		return fmt.Errorf("the body is no JSON: %w", err)
	}
	return schema.Validate(body)
}
