package catalogs_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service/catalog"
)

const path = "/api/v1/catalogs/"

// kept are the headers of an answer that was loaded, and may be kept by everybody.
func kept(from string) map[string]string {
	return map[string]string{"Cache-Control": "public, max-age=86400", "X-Cache": from}
}

func TestEveryCatalogIsListed(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	for name, first := range map[string]string{
		"countries":                      `{"code":"AF","alpha3":"AFG","numeric_code":"004","name":"Afghanistan","other_names":["د افغانستان اسلامي دولتدولت اسلامی افغانستان","جمهوری اسلامی افغانستان"],"calling_code":"93","currency_code":"AFN","currency_name":"Afghan afghani"}`,
		"regions":                        `{"code":"AD-02","name":"Canillo","category_name":"parish","country":"AD","parent":null}`,
		"institution-types":              `{"code":"hospital","name":"Hospital"}`,
		"sexes":                          `{"code":"male","name":"Male"}`,
		"genders":                        `{"code":"woman","name":"Woman"}`,
		"blood-types":                    `{"code":"O-","name":"O negative","abo":"O","rh_positive":false}`,
		"email-types":                    `{"code":"home","name":"Home"}`,
		"phone-types":                    `{"code":"mobile","name":"Mobile"}`,
		"specialty-categories":           `{"code":"primary_care","name":"Primary care","parent":null}`,
		"doctor-specialties":             `"category":"`,
		"medical-conditions":             `"code":"A04.72","name":"Enterocolitis due to Clostridium difficile, not specified as recurrent","condition_group":null,"chronic":false}`,
		"medications":                    `"code":"1000126","name":"1 ML medroxyprogesterone acetate 150 MG/ML Injection"}`,
		"allergies":                      `"code":"102263004","name":"Eggs (edible) (substance)","category":"food","statement":false}`,
		"allergic-reactions":             `"code":"21522001","name":"Abdominal pain (finding)"}`,
		"blood-types/O%2B/compatibility": `"gives_to":["O+","A+","B+","AB+"],"receives_from":["O-","O+"]`,
	} {
		app.Run(t, []apitest.Scenario{
			{Name: name, Path: path + name, Status: http.StatusOK, Contains: []string{first}, WantHeader: kept("miss")},
			{Name: name + " again", Path: path + name, Status: http.StatusOK, Contains: []string{first}, WantHeader: kept("hit")},
		})
	}
}

func TestCatalogsAreSearched(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	app.Run(t, []apitest.Scenario{
		{Name: "without the accent", Path: path + "countries?q=aland", Status: http.StatusOK,
			Contains: []string{`"Åland Islands"`}, Excludes: []string{`"Germany"`}},
		{Name: "with accents and in another case", Path: path + "countries?q=C%C3%94TE", Status: http.StatusOK, Contains: []string{`"CI"`}},
		{Name: "by the beginning of a code", Path: path + "medical-conditions?q=e11", Status: http.StatusOK,
			Contains: []string{`"E11.9"`, `"condition_group":"diabetes"`}, Excludes: []string{`"code":"I10"`}},
		{Name: "by a code of ours", Path: path + "doctor-specialties?q=Family_", Status: http.StatusOK,
			Contains: []string{`"family_medicine"`}, Excludes: []string{`"cardiology"`}},
		{Name: "a name within", Path: path + "medications?q=Cetirizine", Status: http.StatusOK, Contains: []string{`"1014676"`}},
		{Name: "nothing", Path: path + "allergies?q=%25", Status: http.StatusOK, Contains: []string{`"items":[]`}},
		{Name: "regions of a country", Path: path + "regions?country=US&q=massa", Status: http.StatusOK,
			Contains: []string{`"US-MA"`}, Excludes: []string{`"IT-MS"`}},
		{Name: "regions of countries", Path: path + "regions?country=AD,US&limit=200&q=ordino", Status: http.StatusOK, Contains: []string{`"AD-05"`}},
		{Name: "regions of no country", Path: path + "regions?country=XX", Status: http.StatusOK, Contains: []string{`"items":[]`}},
		{Name: "regions in a region", Path: path + "regions?parent=FR-ARA", Status: http.StatusOK,
			Contains: []string{`"FR-01"`, `"parent":"FR-ARA"`}, Excludes: []string{`"FR-02"`}},
		{Name: "categories in a category", Path: path + "specialty-categories?parent=medical", Status: http.StatusOK,
			Contains: []string{`"internal_medicine"`}, Excludes: []string{`"primary_care"`}},
		{Name: "specialties of a category", Path: path + "doctor-specialties?category=primary_care", Status: http.StatusOK,
			Contains: []string{`"general_practice"`}, Excludes: []string{`"cardiology"`}},
	})
}

// codes are of the first entries that a search finds, in order.
func codes(t *testing.T, app *apitest.App, catalog, query string) (codes []string) {
	t.Helper()
	found := apitest.Get[struct{ Items []struct{ Code string } }](t, app, "", path+catalog+"?limit=3&"+query)
	for _, item := range found.Items {
		codes = append(codes, item.Code)
	}
	return codes
}

// Each word begins a word of the name, in any order; what is recorded most comes first.
func TestCatalogsAreSearchedByWords(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	for _, c := range []struct {
		catalog, query string
		want           []string
	}{
		{"medical-conditions", "q=hyp", []string{"I10", "38341003", "E78.5"}},
		{"medical-conditions", "q=hypertens", []string{"I10", "38341003", "I11.0"}},
		{"medical-conditions", "q=type+2+diab", []string{"E11.9", "E11.65", "E11.40"}},
		{"medical-conditions", "q=diabetes+type+2", []string{"E11.9", "E11.65", "E11.40"}},
		{"medical-conditions", "q=DIABETES,+TYPE+2", []string{"E11.9", "E11.65", "E11.40"}},
		{"medical-conditions", "q=hypogamma", []string{"D80.1"}},
		{"medical-conditions", "q=tension+essential", nil},
		{"medications", "q=tablet+20+simva", []string{"312961"}},
		{"countries", "q=kingdom+unit", []string{"GB"}},
		{"countries", "q=coast+ivory", nil},
	} {
		assert.Equal(t, c.want, codes(t, app, c.catalog, c.query), c.catalog+" "+c.query)
	}
	first := apitest.Get[struct {
		NextCursor string `json:"next_cursor"`
	}](t, app, "", path+"medical-conditions?limit=2&q=hyp")
	assert.Equal(t, []string{"E78.5"}, codes(t, app, "medical-conditions", "q=hyp&cursor="+first.NextCursor)[:1], "the pages go on in that order")
}

// A list that an administrator loads comes behind the common codes, whatever its own codes are.
func TestLoadedCodesComeLast(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	for _, c := range []struct{ list, catalog, query, common string }{
		{"conditions", "medical-conditions", "q=essential+hypertension", "I10"},
		{"medications", "medications", "q=simvastatin+20", "312961"},
	} {
		_, err := catalog.Load(t.Context(), testenv.Owner(t, app.Env), strings.NewReader("code,name\n0,Essential hypertension simvastatin 20\n"),
			catalog.LoadOptions{Catalog: c.list, System: "http://a.example"})
		require.NoError(t, err)
		found := codes(t, app, c.catalog, c.query)
		assert.Equal(t, c.common, found[0], c.catalog)
		assert.Equal(t, "0", found[len(found)-1], c.catalog)
	}
}

func TestAnEntryIsReadByItsCode(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	owner := testenv.Owner(t, app.Env)
	for _, statement := range []string{
		"UPDATE medications SET active = false WHERE code = '197361'",
		"INSERT INTO allergies (code_system, code, name) VALUES ('urn:a', 'X-1', 'One'), ('urn:b', 'X-1', 'Another')",
	} {
		_, err := owner.ExecContext(t.Context(), statement)
		require.NoError(t, err)
	}
	const snomed = "http://snomed.info/sct"
	app.Run(t, []apitest.Scenario{
		{Name: "a country", Path: path + "countries/MX", Status: http.StatusOK, Contains: []string{`"alpha3":"MEX"`}, WantHeader: kept("miss")},
		{Name: "again", Path: path + "countries/MX", Status: http.StatusOK, Contains: []string{`"alpha3":"MEX"`}, WantHeader: kept("hit")},
		{Name: "a region", Path: path + "regions/FR-01", Status: http.StatusOK, Contains: []string{`"parent":"FR-ARA"`}},
		{Name: "a blood type", Path: path + "blood-types/O%2B", Status: http.StatusOK, Contains: []string{`"name":"O positive"`}},
		{Name: "a condition", Path: path + "medical-conditions/E11.9", Status: http.StatusOK, Contains: []string{`"condition_group":"diabetes"`}},
		{Name: "in its system", Path: path + "medical-conditions/38341003?code_system=" + snomed, Status: http.StatusOK, Contains: []string{`"name":"Hypertension"`}},
		{Name: "in another system", Path: path + "medical-conditions/I10?code_system=" + snomed, Status: http.StatusNotFound},
		{Name: "no longer in use", Path: path + "medications/197361", Status: http.StatusOK, Contains: []string{`"Amlodipine`}},
		{Name: "not offered any more", Path: path + "medications?q=197361", Status: http.StatusOK, Contains: []string{`"items":[]`}},
		{Name: "in one of two systems", Path: path + "allergies/X-1?code_system=urn:b", Status: http.StatusOK, Contains: []string{`"Another"`}},
		{Name: "in two systems", Path: path + "allergies/X-1", Status: http.StatusUnprocessableEntity, WantErrors: []string{"/code_system required"}},
		{Name: "no code", Path: path + "sexes/mal", Status: http.StatusNotFound},
		{Name: "in another case", Path: path + "countries/mx", Status: http.StatusNotFound},
		{Name: "a system where there is one", Path: path + "countries/MX?code_system=urn:x", Status: http.StatusUnprocessableEntity, WantErrors: []string{"/code_system unexpected"}},
	})
}

func TestCatalogsRefuse(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	app.Run(t, []apitest.Scenario{
		{Name: "all mistakes at once", Path: path + "regions?limit=0&colour=red", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/limit out_of_range", "/colour unexpected"}},
		{Name: "no codes of countries", Path: path + "regions?country=US,usa,us", Status: http.StatusUnprocessableEntity,
			WantErrors: []string{"/country/1 format", "/country/2 format"}},
		{Name: "another list's cursor", Path: path + "sexes?cursor=e30", Status: http.StatusUnprocessableEntity, WantErrors: []string{"/cursor invalid"}},
		{Name: "no blood type", Path: path + "blood-types/X/compatibility", Status: http.StatusNotFound},
		{Name: "no catalog", Path: path + "planets", Status: http.StatusNotFound},
		{Name: "no writing", Method: http.MethodPost, Path: path + "sexes", Status: http.StatusMethodNotAllowed},
	})
}

func TestCatalogsAreReadOnce(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	uncached := *app.Env
	uncached.RedisURL = "redis://127.0.0.1:1"
	other := apitest.On(t, &uncached, apitest.Beside(app))
	for _, at := range []string{"regions?limit=10", "blood-types/O-", "blood-types/O-/compatibility"} {
		answer := app.Do(app.Request(t, apitest.Scenario{Path: path + at}))
		require.Equal(t, http.StatusOK, answer.Code)
		app.Run(t, []apitest.Scenario{{
			Name: at, Path: path + at, Header: map[string]string{"If-None-Match": answer.Header().Get("ETag")},
			Status: http.StatusNotModified, WantHeader: kept("hit"),
			Check: func(t *testing.T, answer *httptest.ResponseRecorder) { assert.Empty(t, answer.Body.String()) },
		}})
		later := other.Do(other.Request(t, apitest.Scenario{Path: path + at}))
		assert.Equal(t, "miss", later.Header().Get("X-Cache"))
		assert.Equal(t, answer.Header().Get("ETag"), later.Header().Get("ETag"), "the same answer, loaded anew")
		assert.Equal(t, answer.Body.String(), later.Body.String())
	}
}

func TestABigCatalogIsWalked(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	type list struct {
		Items      []struct{ Code string }
		NextCursor *string `json:"next_cursor"`
		PrevCursor *string `json:"prev_cursor"`
	}
	seen, at := map[string]bool{}, ""
	var last list
	for pages := 0; pages == 0 || last.NextCursor != nil; pages++ {
		require.Less(t, pages, 100)
		last = apitest.Get[list](t, app, "", fmt.Sprintf("%smedical-conditions?limit=200%s", path, at))
		for _, item := range last.Items {
			assert.False(t, seen[item.Code], "%s twice", item.Code)
			seen[item.Code] = true
		}
		if last.NextCursor != nil {
			at = "&cursor=" + *last.NextCursor
		}
	}
	assert.Len(t, seen, 1015)
	assert.NotNil(t, last.PrevCursor)
}
