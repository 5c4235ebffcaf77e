// Package catalogs has the operations that read the catalogs. They are public.
package catalogs

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/catalog"
	"github.com/predicthealth/predicthealth/service/page"
)

const (
	path = "/api/v1/catalogs/"
	// cacheControl lets browsers and proxies keep responses for a day: catalogs change only with releases of their sources.
	cacheControl = "public, max-age=86400"
)

// Register registers the operations on api.
func Register(api *endpoint.API, catalogs *catalog.Reader) {
	registerList(api, "countries", "The countries of ISO 3166-1, by name.", all, catalogs.Countries, toCountry)
	registerList(api, "regions", "The subdivisions of ISO 3166-2, by code.", inCountry, catalogs.Regions, toRegion)
	registerList(api, "institution-types", "The types of institutions.", all, catalogs.InstitutionTypes, toNamed)
	registerList(api, "sexes", "The administrative sexes that FHIR defines.", all, catalogs.Sexes, toNamed)
	registerList(api, "genders", "Gender identities.", all, catalogs.Genders, toNamed)
	registerList(api, "blood-types", "The ABO and RhD groups.", all, catalogs.BloodTypes, toBloodType)
	registerList(api, "email-types", "What e-mail addresses are used for.", all, catalogs.EmailTypes, toNamed)
	registerList(api, "phone-types", "What phone numbers are used for.", all, catalogs.PhoneTypes, toNamed)
	registerList(api, "specialty-categories", "The categories of specialties, which form a tree.", inCategory, catalogs.SpecialtyCategories, toSpecialtyCategory)
	registerList(api, "doctor-specialties", "The specialties of doctors, by name.", ofCategory, catalogs.DoctorSpecialties, toDoctorSpecialty)
	registerList(api, "medical-conditions", "Diagnoses and findings, by code system and code; a search returns those that are recorded most first.", all, catalogs.Conditions, toCondition)
	registerList(api, "medications", "Drugs, by code system and code; a search returns those that are recorded most first.", all, catalogs.Medications, toCoded)
	registerList(api, "allergies", "Allergies and intolerances, by code system and code; a search returns those that are recorded most first.", all, catalogs.Allergies, toAllergy)
	registerList(api, "allergic-reactions", "Allergic reactions, by code system and code; a search returns those that are recorded most first.", all, catalogs.AllergicReactions, toCoded)
	registerGet(api, "countries", "country", "a country", named, catalogs.Countries, toCountry)
	registerGet(api, "regions", "region", "a region", named, catalogs.Regions, toRegion)
	registerGet(api, "institution-types", "institution-type", "a type of institutions", named, catalogs.InstitutionTypes, toNamed)
	registerGet(api, "sexes", "sex", "a sex", named, catalogs.Sexes, toNamed)
	registerGet(api, "genders", "gender", "a gender", named, catalogs.Genders, toNamed)
	registerGet(api, "blood-types", "blood-type", "a blood type", named, catalogs.BloodTypes, toBloodType)
	registerGet(api, "email-types", "email-type", "a use of e-mail addresses", named, catalogs.EmailTypes, toNamed)
	registerGet(api, "phone-types", "phone-type", "a use of phone numbers", named, catalogs.PhoneTypes, toNamed)
	registerGet(api, "specialty-categories", "specialty-category", "a category of specialties", named, catalogs.SpecialtyCategories, toSpecialtyCategory)
	registerGet(api, "doctor-specialties", "doctor-specialty", "a specialty", named, catalogs.DoctorSpecialties, toDoctorSpecialty)
	registerGet(api, "medical-conditions", "medical-condition", "a diagnosis or finding", inSystem, catalogs.Conditions, toCondition)
	registerGet(api, "medications", "medication", "a drug", inSystem, catalogs.Medications, toCoded)
	registerGet(api, "allergies", "allergy", "an allergy or intolerance", inSystem, catalogs.Allergies, toAllergy)
	registerGet(api, "allergic-reactions", "allergic-reaction", "an allergic reaction", inSystem, catalogs.AllergicReactions, toCoded)
	registerCompatibility(api, catalogs)
}

// SearchInput holds the parameters that every catalog has.
type SearchInput struct {
	endpoint.Conditional
	endpoint.ListInput
	Q string `query:"q" maxLength:"100" example:"diabetes" doc:"Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter."`
}

func (in SearchInput) query() catalog.Query { return catalog.Query{Text: in.Q, Request: in.Page()} }

func all(in *SearchInput) (SearchInput, catalog.Query) { return *in, in.query() }

type regionsInput struct {
	SearchInput
	Country []string `query:"country" nullable:"false" maxItems:"50" pattern:"^[A-Z]{2}$" example:"US" doc:"Only regions of the countries with these codes (ISO 3166-1 alpha-2)."`
	Parent  []string `query:"parent" nullable:"false" maxItems:"50" maxLength:"6" example:"FR-ARA" doc:"Only regions inside the regions with these codes."`
}

func inCountry(in *regionsInput) (SearchInput, catalog.Query) {
	q := in.query()
	q.Of, q.In = in.Country, in.Parent
	return in.SearchInput, q
}

type categoriesInput struct {
	SearchInput
	Parent []string `query:"parent" nullable:"false" maxItems:"50" example:"medical" doc:"Only categories inside the categories with these codes."`
}

func inCategory(in *categoriesInput) (SearchInput, catalog.Query) {
	q := in.query()
	q.In = in.Parent
	return in.SearchInput, q
}

type specialtiesInput struct {
	SearchInput
	Category []string `query:"category" nullable:"false" maxItems:"50" example:"primary_care" doc:"Only specialties of the categories with these codes."`
}

func ofCategory(in *specialtiesInput) (SearchInput, catalog.Query) {
	q := in.query()
	q.Of = in.Category
	return in.SearchInput, q
}

// Caching holds the headers of a response that may be cached for a long time.
type Caching struct {
	ETag         string `header:"ETag"`
	Cache        string `header:"X-Cache" enum:"hit,miss" doc:"Whether the response came from the platform's cache."`
	CacheControl string `header:"Cache-Control"`
}

func cachingOf[T any](c catalog.Cached[T]) Caching {
	if c.Hit {
		return Caching{c.ETag, "hit", cacheControl}
	}
	return Caching{c.ETag, "miss", cacheControl}
}

// check returns the response 304 when the caller already has this version. A 304 may be cached as long as the full response.
func (c Caching) check(ctx context.Context, in endpoint.Conditional) error {
	endpoint.SetHeader(ctx, "Cache-Control", c.CacheControl)
	endpoint.SetHeader(ctx, "X-Cache", c.Cache)
	return in.Check(c.ETag)
}

type listOutput[T any] struct {
	Caching
	Link []string `header:"Link" doc:"Links to the next and the previous page, with rel=\"next\" and rel=\"prev\" (RFC 8288)."`
	Body endpoint.ListBody[T]
}

// registerList registers the list of a catalog: ask reads the parameters, list gets the page, convert shapes an entry.
func registerList[I, S, T any](
	api *endpoint.API, name, description string, ask func(*I) (SearchInput, catalog.Query),
	list func(context.Context, catalog.Query) (catalog.Cached[page.Page[S]], error), convert func(S) T,
) {
	endpoint.Public(api, operation("list-"+name, name, "List "+name, description+" Lists only entries that are in use."),
		func(ctx context.Context, in *I) (*listOutput[T], error) {
			input, query := ask(in)
			answer, err := list(ctx, query)
			if err != nil {
				return nil, err
			}
			listed := endpoint.List(ctx, answer.Value, convert)
			out := &listOutput[T]{cachingOf(answer), listed.Link, listed.Body}
			return out, out.check(ctx, input.Conditional)
		})
}

// CodeInput names an entry in an operation's path.
type CodeInput struct {
	endpoint.Conditional
	Code string `path:"code" maxLength:"50" doc:"The entry's code; you may send + as %2B."`
}

func named(in *CodeInput) (CodeInput, string) { return *in, "" }

type systemInput struct {
	CodeInput
	CodeSystem string `query:"code_system" maxLength:"100" example:"http://snomed.info/sct" doc:"The URI of the code system. Required when several systems have the code."`
}

func inSystem(in *systemInput) (CodeInput, string) { return in.CodeInput, in.CodeSystem }

type getOutput[T any] struct {
	Caching
	Body T
}

// registerGet registers reading one entry of a catalog; see registerList. ask reads the parameters: the code and its system.
func registerGet[I, S, T any](
	api *endpoint.API, name, one, article string, ask func(*I) (input CodeInput, system string),
	list func(context.Context, catalog.Query) (catalog.Cached[page.Page[S]], error), convert func(S) T,
) {
	op := operation("get-"+one, name+"/{code}", "Read "+article+" by its code", "Finds entries that are no longer in use too: records may have them.")
	op.Errors = []int{http.StatusNotFound}
	endpoint.Public(api, op, func(ctx context.Context, in *I) (*getOutput[T], error) {
		input, system := ask(in)
		found, err := list(ctx, catalog.Query{Code: input.Code, System: system})
		if err != nil {
			return nil, err
		}
		answer, err := catalog.One(found)
		if err != nil {
			return nil, err
		}
		out := &getOutput[T]{cachingOf(answer), convert(answer.Value)}
		return out, out.check(ctx, input.Conditional)
	})
}

func operation(id, at, summary, description string) huma.Operation {
	return huma.Operation{
		OperationID: id, Method: http.MethodGet, Path: path + at, Summary: summary,
		Description: description + " For everyone. Responses may be cached for a day.",
		Tags:        []string{"catalogs"},
	}
}

type compatibilityInput struct {
	endpoint.Conditional
	Code string `path:"code" maxLength:"3" example:"O-" doc:"The code of the blood type; you may send + as %2B."`
}

type compatibilityOutput struct {
	Caching
	Body compatibilityBody
}

type compatibilityBody struct {
	Code         string   `json:"code" example:"O-"`
	GivesTo      []string `json:"gives_to" nullable:"false" example:"[\"O-\",\"O+\"]" doc:"The blood types that may receive red cells of this type."`
	ReceivesFrom []string `json:"receives_from" nullable:"false" example:"[\"O-\"]" doc:"The blood types whose red cells this type may receive."`
}

func registerCompatibility(api *endpoint.API, catalogs *catalog.Reader) {
	op := operation("get-blood-type-compatibility", "blood-types/{code}/compatibility", "Read the compatibility of a blood type",
		"Lists the blood types that may receive red cells of this type, and those whose red cells this type may receive.")
	op.Errors = []int{http.StatusNotFound}
	endpoint.Public(api, op, func(ctx context.Context, in *compatibilityInput) (*compatibilityOutput, error) {
		answer, err := catalogs.BloodCompatibility(ctx, in.Code)
		if err != nil {
			return nil, err
		}
		out := &compatibilityOutput{cachingOf(answer), compatibilityBody(answer.Value)}
		return out, out.check(ctx, in.Conditional)
	})
}
