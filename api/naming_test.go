package api_test

import (
	"regexp"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/api/apitest"
)

// ownNames are operations that the rule has no name for: those for signing in, and reports.
var ownNames = regexp.MustCompile(`^(/\.well-known|/api/v1/(cms/)?auth|/api/v1/analytics)/`)

// bodiesOfOtherNames are bodies that are no resource that one reads back.
var bodiesOfOtherNames = map[string]string{"create-patient-validation-step": "PatientValidationStep"}

// Clients make methods and types of these names.
func TestOperationsAndSchemasAreNamedByOneRule(t *testing.T) {
	t.Parallel()
	type content map[string]struct {
		Schema struct {
			Ref string `json:"$ref"`
		}
	}
	document := apitest.OpenAPI[struct {
		Paths map[string]map[string]struct {
			OperationID string
			Parameters  []struct{ Name string }
			RequestBody struct{ Content content }
			Responses   map[string]struct{ Content content }
		}
	}](t, apitest.New(t).Handler)
	for path, methods := range document.Paths {
		for method, op := range methods {
			isList := false
			for _, p := range op.Parameters {
				isList = isList || p.Name == "cursor"
			}
			if !ownNames.MatchString(path) {
				assert.Regexp(t, operationName(method, path, isList), op.OperationID, method+" "+path)
			}
			for media, body := range op.RequestBody.Content {
				if body.Schema.Ref != "" {
					assertBodyName(t, op.OperationID, method, media, strings.TrimPrefix(body.Schema.Ref, "#/components/schemas/"))
				}
			}
			for _, answer := range op.Responses["200"].Content {
				if isList && answer.Schema.Ref != "" {
					assert.Regexp(t, "List$", answer.Schema.Ref, op.OperationID)
				}
			}
		}
	}
}

func assertBodyName(t *testing.T, id, method, media, name string) {
	t.Helper()
	switch {
	case bodiesOfOtherNames[id] != "":
		assert.Equal(t, bodiesOfOtherNames[id], name)
	case strings.HasPrefix(id, "create-"):
		assert.Regexp(t, "Create$", name, id)
	case method == "patch":
		assert.Regexp(t, "Update$", name, id)
		assert.Contains(t, []string{"application/merge-patch+json", "application/json"}, media)
	default:
		assert.NotRegexp(t, "^(New|Change|Add|Body)|(Change|Patch|Body)[A-Z]", name, id)
	}
}

// operationName returns the pattern of an operation's id: a verb and its resource, each owner in the singular.
func operationName(method, path string, isList bool) string {
	path = strings.NewReplacer("cms/users", "cms-users", "cms/", "", "catalogs/", "", "me/", "").Replace(strings.TrimPrefix(path, "/api/v1/"))
	segments := strings.Split(path, "/")
	last := len(segments) - 1
	var one []string
	for _, s := range segments {
		if !strings.HasPrefix(s, "{") {
			one = append(one, singular(s))
		}
	}
	resource := strings.Join(one, "-")
	owner := strings.Join(one[:len(one)-1], "-")
	switch {
	case isList:
		return "^list-" + strings.TrimPrefix(owner+"-"+segments[last], "-") + "$"
	case method == "get":
		return "^get-" + strings.TrimPrefix(owner+"-"+segments[last], "-") + "$|^get-" + resource + "$|^export-" + owner + "$"
	case method == "patch":
		return "^update-" + resource + "$"
	case method == "delete":
		return "^delete-" + resource + "$"
	case collections.MatchString(segments[last]):
		return "^create-" + resource + "$"
	}
	verb, rest, _ := strings.Cut(segments[last], "-")
	if segments[last] == "invitation" {
		verb, rest = "invite", ""
	}
	return "^" + strings.TrimSuffix(verb+"-"+owner+"-"+rest, "-") + "$"
}

// collections are what one posts new resources to, rather than actions.
var collections = regexp.MustCompile(`^batch$|^[a-z]+-history$|^(?:service-|cms-)?[a-z]+s$`)

func singular(name string) string {
	switch {
	case strings.HasSuffix(name, "sses"), strings.HasSuffix(name, "xes"):
		return strings.TrimSuffix(name, "es")
	case strings.HasSuffix(name, "ies"):
		return strings.TrimSuffix(name, "ies") + "y"
	}
	return strings.TrimSuffix(name, "s")
}
