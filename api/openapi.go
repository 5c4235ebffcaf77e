package api

import (
	"reflect"
	"slices"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/contact"
)

const description = `Sign in with **auth**, send the access token as ` + "`Authorization: Bearer …`" + `.

- Times are RFC 3339 in UTC, money is text, ids are UUIDs in lower case.
- What you may not see is a 404, like what doesn't exist.
- Errors are problem documents (RFC 9457) whose ` + "`errors`" + ` list every field at fault; [/problems](/problems) explains the types.
- Lists have cursors in both directions; ` + "`Link`" + ` headers hold the addresses of the pages beside.
- Requests are limited by account, or by address before sign-in: ` + "`RateLimit-Limit`, `RateLimit-Remaining` and `RateLimit-Reset`" + ` (seconds)
  tell how much is left; a 429 has ` + "`Retry-After`" + `.
- ` + "`X-Request-Id`" + ` names a request: quote it when you report a problem.`

func config() huma.Config {
	return huma.Config{
		OpenAPI: &huma.OpenAPI{
			OpenAPI: "3.1.0",
			Info: &huma.Info{
				Title:       "PredictHealth",
				Version:     Version,
				Description: description,
				License:     &huma.License{Name: "Apache-2.0", Identifier: "Apache-2.0"},
			},
			Components: &huma.Components{
				Schemas: body.NewSchemas(schemaName),
				SecuritySchemes: map[string]*huma.SecurityScheme{
					endpoint.Bearer: {Type: "http", Scheme: "bearer", BearerFormat: "JWT", Description: "The access_token of a sign-in."},
				},
			},
			Tags: []*huma.Tag{
				{Name: "auth", Description: "Signing in."},
				{Name: "service accounts", Description: "Machines and how they sign in."},
				{Name: "accounts", Description: "What administrators do with others' accounts."},
				{Name: "patients", Description: "People in care of a doctor at an institution."},
				{Name: "cms", Description: "The platform itself: settings, roles and permissions."},
				{Name: "catalogs", Description: "What other resources name by a code. Public."},
				{Name: "contacts", Description: "How patients, doctors and institutions are reached."},
				{Name: "doctors", Description: "Physicians, each of whom practises at one institution."},
				{Name: "institutions", Description: "Houses that give care or pay for it."},
				{Name: "imports", Description: "Files of patients that are loaded in the background."},
				{Name: "audit", Description: "What was done, by whom, to what."},
				{Name: "analytics", Description: "Answers about all records together."},
			},
		},
		Formats:       map[string]huma.Format{"application/json": endpoint.JSON, "json": endpoint.JSON, endpoint.CSVContentType: endpoint.CSV},
		DefaultFormat: "application/json",
		Transformers:  []huma.Transformer{endpoint.Project},
	}
}

// schemaName is what generated clients call a type: that of Go without Body, a list of T as TList. Two types of one
// name make the start fail.
func schemaName(t reflect.Type, hint string) string {
	if name, ok := releasedNames[t]; ok {
		return name
	}
	name := strings.ReplaceAll(huma.DefaultSchemaNamer(t, hint), "Body", "")
	if item, ok := strings.CutPrefix(name, "List"); ok {
		return item + "List"
	}
	return name
}

// releasedNames are what the last release's clients call bodies whose own names are others.
var releasedNames = map[reflect.Type]string{
	reflect.TypeFor[body.New[contact.Email]]():      "EmailAddition",
	reflect.TypeFor[body.Change[contact.Email]]():   "EmailPatch",
	reflect.TypeFor[body.New[contact.Phone]]():      "PhoneAddition",
	reflect.TypeFor[body.Change[contact.Phone]]():   "PhonePatch",
	reflect.TypeFor[body.New[contact.Address]]():    "AddressAddition",
	reflect.TypeFor[body.Change[contact.Address]](): "AddressPatch",
}

// allowNull adds null to the values of nullable properties, which JSON Schema wants to be among them and huma leaves out.
func allowNull(document *huma.OpenAPI) {
	for _, schema := range document.Components.Schemas.Map() {
		for _, property := range schema.Properties {
			if property.Nullable && len(property.Enum) > 0 && !slices.Contains(property.Enum, nil) {
				property.Enum = append(property.Enum, nil)
			}
		}
	}
}
