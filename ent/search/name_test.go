package search_test

import (
	"strings"
	"testing"
	"unicode"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/search"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

// finder returns a function that says whether a text finds the person with a name.
func finder(t *testing.T) func(t require.TestingT, first, last, text string) bool {
	t.Helper()
	env := testenv.New(t)
	one := fixture.Patient(t, env.DB, fixture.Row{"doctor_id": fixture.Doctor(t, env.DB)})
	fixture.Patient(t, env.DB, fixture.Row{"doctor_id": fixture.Doctor(t, env.DB), "first_name": "Xerxes", "last_name": "Xylon"})
	ctx := viewer.SystemContext(t.Context())
	return func(t require.TestingT, first, last, text string) bool {
		require.NoError(t, env.Ent.Patient.UpdateOneID(one).SetFirstName(first).SetLastName(last).Exec(ctx))
		found, err := env.Ent.Patient.Query().
			Where(search.Name[predicate.Patient](text, patient.FieldFirstName, patient.FieldLastName)).IDs(ctx)
		require.NoError(t, err)
		for _, id := range found {
			require.Equal(t, one, id, "%q finds somebody else", text)
		}
		return len(found) == 1
	}
}

func TestNamesAreFoundByTheirWords(t *testing.T) {
	t.Parallel()
	finds := finder(t)
	for _, c := range []struct {
		name, first, last, text string
		found                   bool
	}{
		{"the whole name", "Ana", "García", "Ana García", true},
		{"the other way round", "Ana", "García", "garcia ana", true},
		{"with a comma", "Ana", "García", "García, Ana", true},
		{"beginnings", "Ana María", "García López", "lop an", true},
		{"accents in the text only", "Ana", "Garcia", "GARCÍA", true},
		{"accents of two code points", "Ana", "García", "garci\u0301a", true},
		{"stored as two code points", "Ana", "Garci\u0301a", "garcia", true},
		{"a letter", "Ana", "García", "g", true},
		{"the middle of a word", "Ana", "García", "arcia", false},
		{"a word that is not there", "Ana", "García", "ana lopez", false},
		{"a name of two words", "Ana", "De la Cruz", "cruz de", true},
		{"a hyphen", "Anne-Marie", "O'Brien", "marie", true},
		{"an apostrophe", "Anne-Marie", "O'Brien", "o'brien anne", true},
		{"another apostrophe", "Anne-Marie", "O’Brien", "o'brien", true},
		{"what LIKE takes for more", "Zoë", "100%_Real", "1%", true},
		{"wildcards", "Ana", "García", "%", false},
		{"an underscore", "Ana", "García", "ana_gar", true},
		{"another script", "Анна", "Каренина", "каренина АННА", true},
		{"no words", "Ana", "García", " , ", false},
		{"ligatures", "Ana", "Müßig", "mussig", true},
	} {
		assert.Equal(t, c.found, finds(t, c.first, c.last, c.text), c.name)
	}
}

// Whatever the order, case and accents of the words, and however much of them is left out at the end.
func TestAnyPermutationOfAName(t *testing.T) {
	t.Parallel()
	finds := finder(t)
	words := rapid.SliceOfN(rapid.StringMatching(`[A-ZÁÉÑÖŁ][a-záéíóúñüçøł]{0,8}`), 1, 3)
	rapid.Check(t, func(r *rapid.T) {
		first, last := words.Draw(r, "first"), words.Draw(r, "last")
		asked := rapid.Permutation(append(append([]string{}, first...), last...)).Draw(r, "order")
		for i, word := range asked {
			if rapid.Bool().Draw(r, "without accents") {
				word = plain(word)
			}
			if rapid.Bool().Draw(r, "in capitals") {
				word = strings.ToUpper(word)
			}
			letters := []rune(word)
			asked[i] = string(letters[:rapid.IntRange(1, len(letters)).Draw(r, "length")])
		}
		text := strings.Join(asked, rapid.SampledFrom([]string{" ", ", ", "  ", " - "}).Draw(r, "between"))
		if !finds(r, strings.Join(first, " "), strings.Join(last, "-"), text) {
			r.Fatalf("%q doesn't find %v %v", text, first, last)
		}
	})
}

// plain takes the accents off.
func plain(word string) string {
	text, _, _ := transform.String(transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC), word)
	return text
}
