package apitest

import (
	"bytes"
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// Scenario is one request and what its answer must be.
type Scenario struct {
	Name string
	// As is the account that asks; nobody when empty.
	As     string
	Method string // GET when empty
	Path   string
	Header map[string]string
	// Body is sent as JSON; a string as it is.
	Body any

	Status int
	// Contains and Excludes are texts that must and must not be in the body.
	Contains, Excludes []string
	// WantHeader are headers that the answer must have.
	WantHeader map[string]string
	// WantErrors are the fields at fault, as "pointer code", all of them in any order.
	WantErrors []string
	// Check looks further.
	Check func(t *testing.T, answer *httptest.ResponseRecorder)
}

// Run runs scenarios one after the other, each as a subtest.
func (a *App) Run(t *testing.T, scenarios []Scenario) {
	t.Helper()
	for _, s := range scenarios {
		t.Run(s.Name, func(t *testing.T) {
			a.run(t, s)
		})
	}
}

func (a *App) run(t *testing.T, s Scenario) {
	t.Helper()
	answer := a.Do(a.Request(t, s))
	body := answer.Body.String()
	require.Equal(t, s.Status, answer.Code, body)
	for _, text := range s.Contains {
		assert.Contains(t, body, text)
	}
	for _, text := range s.Excludes {
		assert.NotContains(t, body, text)
	}
	for name, value := range s.WantHeader {
		assert.Equal(t, value, answer.Header().Get(name), name)
	}
	if answer.Code >= http.StatusBadRequest {
		checkProblem(t, answer, s.WantErrors)
	}
	if s.Check != nil {
		s.Check(t, answer)
	}
}

// Request is that of a scenario, to be sent by Do.
func (a *App) Request(t testing.TB, s Scenario) *http.Request {
	t.Helper()
	method := s.Method
	if method == "" {
		method = http.MethodGet
	}
	request := httptest.NewRequestWithContext(t.Context(), method, s.Path, bytes.NewReader(encode(t, s.Body)))
	if s.Body != nil {
		request.Header.Set("Content-Type", "application/json")
	}
	if method == http.MethodPatch {
		request.Header.Set("Content-Type", "application/merge-patch+json")
	}
	for name, value := range s.Header {
		request.Header.Set(name, value)
	}
	if s.As != "" {
		request.Header.Set("Authorization", "Bearer "+a.Token(t, s.As))
	}
	return request
}

func encode(t testing.TB, body any) []byte {
	t.Helper()
	switch b := body.(type) {
	case nil:
		return nil
	case string:
		return []byte(b)
	}
	encoded, err := json.Marshal(body)
	require.NoError(t, err)
	return encoded
}

// Object is a body that is sent as a JSON object.
func Object(t testing.TB, body any) map[string]any {
	t.Helper()
	object := map[string]any{}
	require.NoError(t, json.Unmarshal(encode(t, body), &object))
	return object
}

// Get sends a GET that must succeed and decodes the answer.
func Get[T any](t testing.TB, a *App, as, path string) T {
	t.Helper()
	answer := a.Do(a.Request(t, Scenario{As: as, Path: path}))
	require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
	return Decode[T](t, answer)
}

// Decode reads an answer's body.
func Decode[T any](t testing.TB, answer *httptest.ResponseRecorder) T {
	t.Helper()
	var value T
	require.NoError(t, json.Unmarshal(answer.Body.Bytes(), &value), answer.Body.String())
	return value
}

// checkProblem checks what every problem has, that it tells nothing internal, and the fields at fault.
func checkProblem(t *testing.T, answer *httptest.ResponseRecorder, wantErrors []string) {
	t.Helper()
	assert.Equal(t, "application/problem+json", answer.Header().Get("Content-Type"))
	p := Decode[struct {
		Type      string `json:"type"`
		Title     string `json:"title"`
		Status    int    `json:"status"`
		Detail    string `json:"detail"`
		RequestID string `json:"request_id"`
		Errors    []struct{ In, Pointer, Code, Detail string }
	}](t, answer)
	assert.True(t, strings.HasPrefix(p.Type, "/problems/"), p.Type)
	assert.NotEmpty(t, p.Title)
	assert.NotEmpty(t, p.Detail)
	assert.Equal(t, answer.Code, p.Status)
	assert.Equal(t, answer.Header().Get("X-Request-Id"), p.RequestID)
	for _, internal := range []string{"pq:", "ent:", "sql:", "SQLSTATE", ".go:", "goroutine", "constraint"} {
		assert.NotContains(t, answer.Body.String(), internal)
	}
	var got []string
	for _, e := range p.Errors {
		assert.NotEmpty(t, e.In)
		assert.NotEmpty(t, e.Detail)
		got = append(got, e.Pointer+" "+e.Code)
	}
	assert.ElementsMatch(t, wantErrors, got)
}
