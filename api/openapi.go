package api

import (
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/patient"
)

const description = `Sign in with **auth**, send the access token as ` + "`Authorization: Bearer …`" + `.

- Times are in RFC 3339 format and in UTC, amounts of money are text, ids are lower-case UUIDs.
- A resource that you may not see is answered with 404, just like one that does not exist.
- Errors are problem documents (RFC 9457) whose ` + "`errors`" + ` list every invalid field; [/problems](/problems) explains the types.
- Lists have cursors in both directions; ` + "`Link`" + ` headers point to the next and the previous page.
- Requests are limited by account, or by address before sign-in. ` + "`RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset`" + ` (seconds)
  say how much is left; a 429 has ` + "`Retry-After`" + `.
- ` + "`X-Request-Id`" + ` identifies a request: quote it when you report a problem.`

func config() huma.Config {
	return huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title:       "PredictHealth",
				Version:     Version,
				Description: description,
				License:     &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"},
				Contact:     &huma.Contact{Name: "PredictHealth", URL: "https://github.com/predicthealth/predicthealth"},
			},
			Servers: []*huma.Server{{URL: "/", Description: "The server that this document comes from."}},
			Components: &huma.Components{
				Schemas: body.NewSchemas(schemaName),
				SecuritySchemes: map[string]*huma.SecurityScheme{
					endpoint.Bearer: {Type: "http", Scheme: "bearer", BearerFormat: "JWT", Description: "The access_token that you get when you sign in."},
				},
			},
			// In the order in which a newcomer needs them: that of the reference page.
			Tags: []*huma.Tag{
				{Name: "auth", Description: "Signing in and out, passwords and sessions."},
				{Name: "patients", Description: "People in the care of a doctor at an institution."},
				{Name: "contacts", Description: "How patients, doctors and institutions are reached."},
				{Name: "doctors", Description: "Physicians, each of whom practises at one institution."},
				{Name: "institutions", Description: "Organisations that give care or pay for it."},
				{Name: "catalogs", Description: "The codes that other resources use. Public."},
				{Name: "imports", Description: "Files of patients that the platform loads in the background."},
				{Name: "analytics", Description: "Statistics over all records."},
				{Name: "accounts", Description: "How administrators manage other people's accounts."},
				{Name: "service accounts", Description: "Accounts for programs, and how they sign in."},
				{Name: "cms", Description: "The platform itself: settings, roles and permissions."},
				{Name: "audit", Description: "The audit trail: who did what, and to which record."},
			},
		},
		Formats:       map[string]huma.Format{"application/json": endpoint.JSON, "json": endpoint.JSON, endpoint.CSVContentType: endpoint.CSV},
		DefaultFormat: "application/json",
		Transformers:  []huma.Transformer{endpoint.Project},
	}
}

// schemaName returns the name of a type's schema, which generated clients use: the Go name without Body; TCreate and TUpdate
// for what creates and updates a resource T, TList for a list of T, TBatch for several Ts that are created at once, and TReport
// for the rows of a report. Two types with the
// same name make the program fail at start.
func schemaName(t reflect.Type, hint string) string {
	if t == reflect.TypeFor[patient.Health]() { // part of a HealthProfile, and all that a new one is made of
		return "HealthProfileCreate"
	}
	name := strings.ReplaceAll(huma.DefaultSchemaNamer(t, hint), "Body", "")
	for _, s := range schemaSuffixes {
		if item, ok := strings.CutPrefix(name, s.prefix); ok && (s.prefix == "New" || strings.Contains(t.Name(), "[")) {
			return item + s.suffix
		}
	}
	return name
}

// schemaSuffixes are what the names of generic bodies' schemas end with, by what their Go names begin with. The first that fits
// counts. Services call what they create New too.
var schemaSuffixes = []struct{ prefix, suffix string }{
	{"NewBatch", "BatchCreate"}, {"New", "Create"}, {"Change", "Update"}, {"List", "List"}, {"Batch", "Batch"}, {"Rows", "Report"},
}

// allowNull adds null to the enums of nullable properties: JSON Schema requires it there, and huma leaves it out.
func allowNull(document *huma.OpenAPI) {
	for _, schema := range document.Components.Schemas.Map() {
		for _, property := range schema.Properties {
			if property.Nullable && len(property.Enum) > 0 && !slices.Contains(property.Enum, nil) {
				property.Enum = append(property.Enum, nil)
			}
		}
	}
}
