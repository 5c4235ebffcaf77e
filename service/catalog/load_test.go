package catalog_test

import (
	"bytes"
	"compress/gzip"
	"database/sql"
	"fmt"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/service/catalog"
)

func load(t *testing.T, db *sql.DB, list, name, system string) catalog.LoadSummary {
	t.Helper()
	summary, err := catalog.Load(t.Context(), db, strings.NewReader(list),
		catalog.LoadOptions{Catalog: name, System: system})
	require.NoError(t, err)
	return summary
}

// counts are read, inserted, updated, unchanged, skipped.
func counts(s catalog.LoadSummary) [5]int {
	return [5]int{s.Read, s.Inserted, s.Updated, s.Unchanged, s.Skipped}
}

func TestLoad_understands_the_list_of_AHRQ(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	const list = "code,description,cci\n" +
		`I10,"Essential (primary) hypertension",Chronic` + "\n" + // as seeded
		"E11.3211,\"Type 2, mild retinopathy, right eye\",Chronic\n" +
		"J45.31,Mild persistent asthma with exacerbation,Both\n" +
		"A00.0,Cholera,Acute\n" +
		"Z00.00,General examination,Not Applicable\n"
	assert.Equal(t, [5]int{5, 4, 0, 1, 0}, counts(load(t, db, list, "conditions", catalog.ICD10CM)))
	assert.Equal(t, "A00.0 false -|E11.3211 true diabetes|J45.31 true asthma|Z00.00 - -", one[string](t, db, `
		SELECT string_agg(concat_ws(' ', code, COALESCE(chronic::text, '-'), COALESCE(condition_group, '-')), '|' ORDER BY code)
		FROM medical_conditions WHERE code IN ('E11.3211', 'J45.31', 'A00.0', 'Z00.00')`))
}

func TestLoad_twice_changes_nothing(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	for _, tt := range []struct{ catalog, system, list string }{
		{"conditions", catalog.ICD10CM, "code,name,chronic\nA000,Cholera,false\nI10,High blood pressure,\n"},
		{"medications", catalog.RxNorm, "rxcui,name\n1049221,Oxycodone\n1,One\n"},
		{"allergies", catalog.SNOMED, "name,category,code\nEggs,Food,102263004\nOther,,38341003\n"},
		{"reactions", "https://codes.example.org", "display,code\nHives,h\nRash,r\n"},
	} {
		first := load(t, db, tt.list, tt.catalog, tt.system)
		assert.Equal(t, 2, first.Inserted+first.Updated, "%s: %+v", tt.catalog, first)
		before := contents(t, db)
		assert.Equal(t, [5]int{2, 0, 0, 2, 0}, counts(load(t, db, tt.list, tt.catalog, tt.system)), tt.catalog)
		assert.Equal(t, before, contents(t, db), tt.catalog)
	}
}

func TestLoad_updates_names_and_keeps_what_the_list_does_not_say(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	summary := load(t, db, "code,name\nI10,High blood pressure\n", "conditions", catalog.ICD10CM)
	assert.Equal(t, [5]int{1, 0, 1, 0, 0}, counts(summary))
	assert.Equal(t, "High blood pressure true hypertension 2", one[string](t, db, `
		SELECT concat_ws(' ', name, chronic::text, condition_group, version) FROM medical_conditions WHERE code = 'I10'`))
	load(t, db, "code,name\n102263004,Eggs\n716186003,None known\n", "allergies", catalog.SNOMED)
	assert.Equal(t, "Eggs food false|None known true", one[string](t, db, `
		SELECT string_agg(concat_ws(' ', name, category, statement::text), '|' ORDER BY code) FROM allergies
		WHERE code IN ('102263004', '716186003')`))
}

func TestLoad_names_lines_that_it_skips(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	list := "code,name,chronic,category\n" + // 1
		"A00.0,Cholera,,\n" + // 2
		"X,Unknown,,\n" + // 3
		",No code,,\n" + // 4
		"A00.1,  ,,\n" + // 5
		"A00.9," + strings.Repeat("é", 301) + ",,\n" + // 6
		"A01.1,Paratyphoid,perhaps,\n" + // 7
		"A01.2,Paratyphoid,,dust\n" + // 8
		"A01.3\n" + // 9
		"A01.4,\"Para\"typhoid,,\n" + // 10
		"A02.0,\xff,,\n" + // 11
		"\n" + // 12: blank lines are nothing
		"A000,Cholera again,,\n" + // 13: as line 2, without the dot
		"A02.1," + strings.Repeat("é", 300) + ",yes,\n" + // 14
		"A02.1," + strings.Repeat("é", 300) + ",true,\n" // 15
	summary := load(t, db, list, "conditions", catalog.ICD10CM)
	assert.Equal(t, [5]int{13, 2, 0, 0, 11}, counts(summary))
	var got []string
	for _, p := range summary.Problems {
		got = append(got, fmt.Sprint(p.Line, " ", p.Code, " ", p.Reason))
	}
	assert.Equal(t, []string{
		"3 X invalid_code", "4  missing_code", "5 A00.1 missing_name", "6 A00.9 name_too_long",
		"7 A01.1 invalid_chronic", "8 A01.2 invalid_category", "9  malformed_line", "10  malformed_line",
		"11  malformed_line", "13 A00.0 duplicate_code", "14 A02.1 invalid_chronic",
	}, got)
	assert.Equal(t, 3, summary.Reasons[catalog.MalformedLine])
	assert.Equal(t, "Cholera", one[string](t, db, "SELECT name FROM medical_conditions WHERE code = 'A00.0'"))
}

func TestLoad_dry_run_counts_only(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	const state = "SELECT string_agg(r::text, ',' ORDER BY id) FROM medical_conditions r"
	before := one[string](t, db, state)
	summary, err := catalog.Load(t.Context(), db, strings.NewReader("code,name\nA00.0,Cholera\nI10,x\n"),
		catalog.LoadOptions{Catalog: "conditions", System: catalog.ICD10CM, DryRun: true})
	require.NoError(t, err)
	assert.Equal(t, [5]int{2, 1, 1, 0, 0}, counts(summary))
	assert.Equal(t, before, one[string](t, db, state))
}

func TestLoad_reads_gzip_and_byte_order_mark(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	_, err := w.Write([]byte("\ufeffCode, Name\r\n7,Seven\r\n"))
	require.NoError(t, err)
	require.NoError(t, w.Close())
	assert.Equal(t, [5]int{1, 1, 0, 0, 0}, counts(load(t, db, zipped.String(), "medications", catalog.RxNorm)))
}

func TestLoad_refuses_lists_that_it_can_not_trust(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	before := contents(t, db)
	for _, tt := range []struct{ name, catalog, list, want string }{
		{"empty", "conditions", "", "no header line"},
		{"no header", "conditions", "A00.0,Cholera\n", "must name the columns"},
		{"quote never closed", "conditions", "code,name\nA00.0,Cholera\nA00.1,\"Cholera\nA00.9,Cholera\n",
			"line 3: a quoted field is never closed"},
		{"broken gzip", "conditions", "\x1f\x8bxxxxxxxxxxxxxxxx", "gzipped but broken"},
		{"unknown catalog", "countries", "code,name\n", "unknown catalog"},
	} {
		_, err := catalog.Load(t.Context(), db, strings.NewReader(tt.list),
			catalog.LoadOptions{Catalog: tt.catalog, System: catalog.ICD10CM})
		require.ErrorContains(t, err, tt.want, tt.name)
	}
	assert.Equal(t, before, contents(t, db))
}

// Whatever lists come one after another, the catalog holds the last name of each code, where the first line of a
// list counts, and the summary adds up.
func TestLoad_agrees_with_a_map(t *testing.T) {
	t.Parallel()
	db := openOwner(t)
	const system = "https://codes.example.org"
	rapid.Check(t, func(rt *rapid.T) {
		do(t, db, "DELETE FROM allergic_reactions WHERE code_system = $1", system)
		model := map[string]string{}
		for range rapid.IntRange(1, 4).Draw(rt, "lists") {
			list, want, seen := "code,name\n", catalog.LoadSummary{}, map[string]bool{}
			for range rapid.IntRange(0, 12).Draw(rt, "lines") {
				code := rapid.SampledFrom([]string{"a", "b", "c", "d", "no code"}).Draw(rt, "code")
				name := rapid.SampledFrom([]string{"x", "y", "z"}).Draw(rt, "name")
				list += code + "," + name + "\n"
				want.Read++
				old, known := model[code]
				switch {
				case code == "no code" || seen[code]:
					want.Skipped++
					continue
				case !known:
					want.Inserted++
				case old != name:
					want.Updated++
				default:
					want.Unchanged++
				}
				seen[code] = true
				model[code] = name
			}
			if got := counts(load(t, db, list, "reactions", system)); got != counts(want) {
				rt.Fatalf("got %v, want %v of\n%s", got, counts(want), list)
			}
		}
		for code, name := range model {
			got := one[string](t, db, "SELECT name FROM allergic_reactions WHERE code_system = $1 AND code = $2", system, code)
			if got != name {
				rt.Fatalf("%s is %q, want %q", code, got, name)
			}
		}
	})
}
