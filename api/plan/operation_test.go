package plan_test

import (
	"maps"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
)

// callers are the kinds of viewers, of whose account and whose record they ask.
var callers = []struct {
	account, of string
	patient     func(*apitest.Cast) uuid.UUID
}{
	{apitest.Patient, apitest.Patient, ana},
	{apitest.Doctor, apitest.Doctor, ana},
	{apitest.Hospital, apitest.Hospital, ana},
	{apitest.Insurer, apitest.Insurer, func(c *apitest.Cast) uuid.UUID { return c.Insured }},
	{apitest.Admin, apitest.Patient, ana},
}

func ana(c *apitest.Cast) uuid.UUID { return c.Patient }

// small are tables that don't grow with the number of patients: catalogs of at most some thousand rows, what administrators
// write by hand, staff, machines and jobs.
var small = map[string]bool{
	"sexes": true, "genders": true, "institution_types": true, "blood_types": true, "blood_type_compatibilities": true,
	"email_types": true, "phone_types": true, "specialty_categories": true, "doctor_specialties": true, "countries": true,
	"regions": true, "allergies": true, "allergic_reactions": true,
	"patient_validation_transitions": true, "import_jobs": true, "cms_users": true, "service_accounts": true, "service_account_secrets": true, "cms_roles": true, "cms_permissions": true, "cms_role_permissions": true, "system_settings": true,
}

type parameter struct {
	Name, In string
	Schema   struct {
		Type  any
		Enum  []string
		Items struct{ Enum []string }
	}
}

type operation struct {
	id, path string
	list     bool
	params   []parameter
}

// reads are the operations that change nothing.
func reads(t *testing.T, app *apitest.App) (all []operation) {
	t.Helper()
	document := apitest.OpenAPI[struct {
		Paths map[string]map[string]struct {
			OperationID string
			Parameters  []parameter
		}
	}](t, app.Handler)
	for path, methods := range document.Paths {
		op, ok := methods["get"]
		if !ok {
			continue
		}
		read := operation{id: op.OperationID, path: path}
		for _, p := range op.Parameters {
			read.list = read.list || p.Name == "cursor"
			if p.In == "query" && !slices.Contains(unasked, p.Name) {
				read.params = append(read.params, p)
			}
		}
		all = append(all, read)
	}
	slices.SortFunc(all, func(a, b operation) int { return strings.Compare(a.id, b.id) })
	return all
}

// sorted are the lists that callers may sort, in each order and without filters.
func sorted(t *testing.T, app *apitest.App) (lists []operation) {
	t.Helper()
	for _, op := range reads(t, app) {
		op.params = slices.DeleteFunc(op.params, func(p parameter) bool { return p.Name != "sort" })
		if len(op.params) > 0 {
			lists = append(lists, op)
		}
	}
	return lists
}

// unasked are parameters that change no statement, and total: who counts reads all.
var unasked = []string{"cursor", "limit", "fields", "total"}

// counts: reports and statistics read all that they count.
func (o operation) counts() bool {
	return strings.HasPrefix(o.path, "/api/v1/analytics/") || strings.HasSuffix(o.path, "/statistics") ||
		strings.HasSuffix(o.path, "/dashboard")
}

// queries are each sort, alone and with each search, and each value of each filter in the default order.
func (o operation) queries(t *testing.T, cast *apitest.Cast) []url.Values {
	t.Helper()
	sorts, filters := []string{""}, []url.Values{{}}
	for _, p := range o.params {
		values := slices.Concat(p.Schema.Enum, p.Schema.Items.Enum, samples(cast)[p.Name])
		if p.Schema.Type == "boolean" {
			values = []string{"true", "false"}
		}
		require.NotEmpty(t, values, "%s: give the parameter %s a sample", o.id, p.Name)
		if p.Name == "sort" {
			sorts = append(sorts, values...)
			continue
		}
		for _, value := range values {
			filter := url.Values{p.Name: {value}}
			maps.Copy(filter, together[p.Name])
			filters = append(filters, filter)
		}
	}
	var queries []url.Values
	for i, sort := range sorts {
		for _, filter := range filters {
			if i > 0 && len(filter) > 0 && !filter.Has("q") {
				continue
			}
			query := maps.Clone(filter)
			if sort != "" {
				query.Set("sort", sort)
			}
			queries = append(queries, query)
		}
	}
	return queries
}

// samples are values of parameters.
func samples(cast *apitest.Cast) map[string][]string {
	return map[string][]string{
		"q":              {"garcia", "zyxw", "nobody", "e1", "a"},
		"doctor_id":      {cast.Doctor.String()},
		"institution_id": {cast.Hospital.String()},
		"specialty":      {"family_medicine"},
		"type":           {"hospital"},
		"country":        {"AD"},
		"region":         {"US-MA"},
		"parent":         {"FR-ARA"},
		"category":       {"primary_care"},
		"latitude":       {"42.3"},
		"longitude":      {"-71"},
		"radius_km":      {"50"},
		"email":          {"abc@example.org", "patient7.1@example.org"},
		"phone":          {"+34600000008"},
		"identifier":     {"urn:mrn|7", "7"},
		"date_of_birth":  {"1950-01-01"},
		"licence_number": {"D-7"},
		"ids":            {cast.Patient.String() + "," + cast.Doctor.String()},
		"updated_since":  {"2020-01-01T00:00:00Z", "2999-01-01T00:00:00Z"},
		"code_system":    {"http://snomed.info/sct"},
		"action":         {"patient.read", "nothing.done"},
		// Of somebody who asks nothing here: how many events the others have by now depends on how fast they are sealed.
		"actor_id":    {uuid.NewString(), cast.Accounts[apitest.OtherDoctor].String()},
		"entity_type": {"user"},
		"entity_id":   {cast.Accounts[apitest.Doctor].String()},
		"patient_id":  {cast.Patient.String(), uuid.NewString()},
		"request_id":  {"nothing-asked"},
		"from":        {"2026-01-01T00:00:00Z"},
		"to":          {"2026-01-01T00:00:00Z"},
	}
}

// together are parameters that make no sense alone, or that narrow what another finds: no index has all events of an
// outcome, a kind of account or record, or a time, so alone they are looked for along the trail.
var together = map[string]url.Values{
	"outcome":     {"patient_id": {uuid.NewString()}},
	"actor_type":  {"patient_id": {uuid.NewString()}},
	"entity_type": {"patient_id": {uuid.NewString()}},
	"from":        {"patient_id": {uuid.NewString()}},
	"to":          {"patient_id": {uuid.NewString()}},
	"latitude":    {"longitude": {"-71"}, "radius_km": {"50"}},
	"longitude":   {"latitude": {"42.3"}, "radius_km": {"50"}},
	"radius_km":   {"latitude": {"42.3"}, "longitude": {"-71"}},
	"entity_id":   {"entity_type": {"user"}},
}
