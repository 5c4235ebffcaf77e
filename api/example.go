package api

import (
	"slices"
	"strconv"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/problem"
)

// changes are the examples of merge patches for which all members at once would be a strange change.
var changes = map[string]map[string]any{
	"AllergyUpdate":     {"status": "resolved"},
	"ConditionUpdate":   {"status": "resolved", "abatement_date": "2024-09-30"},
	"DoctorUpdate":      {"consultation_fee": "130.00", "years_experience": 13},
	"InstitutionUpdate": {"website": "https://hospital.example.org"},
	"MedicationUpdate":  {"status": "completed", "end_date": "2024-09-30"},
	"PatientUpdate":     {"emergency_contact": map[string]any{"name": "Luis García", "phone": "+16175550101"}},
}

// shown are the schemas of responses that have an example in full: those that clients meet first.
var shown = []string{"Patient", "Doctor", "Institution", "Condition", "SessionTokens"}

// addExamples gives every JSON body that clients send an example, and the most important ones that they get. Examples are made
// of those of the members.
func addExamples(document *huma.OpenAPI) {
	schemas := document.Components.Schemas
	for _, item := range document.Paths {
		for _, at := range operationsOf(item) {
			if body := (*at).RequestBody; body != nil {
				for media, content := range body.Content {
					if isJSON(media) && content.Schema.Format != binary {
						content.Example = requestExample(schemas, content.Schema)
					}
				}
			}
			for status, response := range (*at).Responses {
				for media, content := range response.Content {
					if media == problem.ContentType {
						content.Example = problemExample(status)
					} else if slices.Contains(shown, nameOf(content.Schema)) {
						content.Example = responseExample(schemas, "", content.Schema)
					}
				}
			}
		}
	}
}

// binary is the format of a file.
const binary = "binary"

func isJSON(media string) bool {
	return media == "application/json" || strings.HasSuffix(media, "+json")
}

// nameOf is the name of the schema that a reference is to.
func nameOf(s *huma.Schema) string { return s.Ref[strings.LastIndex(s.Ref, "/")+1:] }

// requestExample has what must be sent, and of the rest each simple member that has an example of its own. It is nil when a
// required member has none.
func requestExample(schemas huma.Registry, s *huma.Schema) any {
	if change, ok := changes[nameOf(s)]; ok {
		return change
	}
	object := resolved(schemas, s)
	example := map[string]any{}
	for name, member := range object.Properties {
		required := slices.Contains(object.Required, name)
		value := memberExample(schemas, name, member, required)
		switch {
		case value != nil:
			example[name] = value
		case required:
			return nil
		}
	}
	return example
}

func memberExample(schemas huma.Registry, name string, member *huma.Schema, required bool) any {
	target := resolved(schemas, member)
	switch {
	case len(member.Examples) > 0:
		return member.Examples[0]
	case !required:
		return nil
	case target.Type == huma.TypeObject:
		return requestExample(schemas, member)
	case target.Type == huma.TypeArray:
		return []any{memberExample(schemas, name, target.Items, true)}
	case target.Format == "uuid":
		return exampleID(name)
	case len(target.Enum) > 0:
		return target.Enum[0]
	}
	return nil
}

// responseExample has every member, except those that are left out of most answers.
func responseExample(schemas huma.Registry, name string, s *huma.Schema) any {
	target := resolved(schemas, s)
	switch {
	case len(s.Examples) > 0:
		return s.Examples[0]
	case target.Format == "uuid":
		return exampleID(name)
	case s.Nullable:
		return nil
	case len(target.Enum) > 0:
		return target.Enum[0]
	case target.Type == huma.TypeObject:
		example := map[string]any{}
		for _, member := range target.Required {
			example[member] = responseExample(schemas, member, target.Properties[member])
		}
		return example
	case target.Type == huma.TypeBoolean:
		return true
	case target.Type == huma.TypeInteger:
		return 1
	case target.Format == "date-time":
		return "2026-01-31T06:30:00Z"
	}
	return nil // which TestExamplesOfResponses refuses
}

// exampleID is the id that a member has in all examples.
func exampleID(name string) string { return uuid.NewSHA1(uuid.NameSpaceURL, []byte(name)).String() }

func resolved(schemas huma.Registry, s *huma.Schema) *huma.Schema {
	if s.Ref != "" {
		return schemas.SchemaFromRef(s.Ref)
	}
	return s
}

// problemExample is a problem of a status.
func problemExample(status string) any {
	code, err := strconv.Atoi(status)
	if err != nil {
		return nil // the default response
	}
	return problem.Example(code)
}
