package schema_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/lib/pq"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/internal/characters"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

const (
	// addresses are those that characters.IsEmail takes, some of them.
	addresses = "[\\pL\\pM\\pN!#$%&'*+/=?^_`{|}~-]{1,6}(\\.[\\pL\\pM\\pN+_-]{1,4}){0,2}" +
		`@[\pL\pN]([\pL\pM\pN-]{0,4}[\pL\pM\pN])?(\.[\pL\pN]([\pL\pM\pN-]{0,3}[\pL\pM\pN])?){1,3}`
	// notInAddresses stand in no address: they end it, or make it look like another one.
	notInAddresses = " \t\n\r\x01\x1b\x7f\u0085\u2003\u3000@\"(),:;<>\\[]\u200b\u200c\u200d\u200e\u200f\u2028\u202a\u202e\u2060\u2066\u2069\ufeff"
)

// What the program takes for an address, in lower case, the database stores: nobody is told of a constraint. Most of what no
// address has, both refuse, so that nobody can write it past the program. Otherwise the database is less strict: it takes
// no-break spaces, and a dot or a hyphen wherever it stands in a part.
func TestAddressesOfTheProgramAreThoseOfTheDatabase(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	checks := fixture.Value[string](t, env.DB, `SELECT string_agg(DISTINCT pg_get_expr(conbin, conrelid), ' <> ') FROM pg_constraint
		WHERE conname IN ('emails_email_format', 'users_email_format', 'cms_users_email_format', 'one_time_tokens_email_format')`)
	// stored says of each text whether the database would store it.
	stored := func(t require.TestingT, texts []string) (stored pq.BoolArray) {
		require.NoError(t, env.DB.QueryRow("SELECT array_agg("+checks+" ORDER BY n) FROM unnest($1::text[]) WITH ORDINALITY AS a (email, n)",
			pq.Array(texts)).Scan(&stored))
		return stored
	}
	for text, is := range map[string]bool{
		"ana@example.org": true, "ana.garcía+x@exämple.org": true, "用户@例え.jp": true, "i\u0307@b.org": true, "a@b.c2": true, "ß@straße.de": true,
		"ana@localhost": false, "@b.org": false, "a@": false, "a@@b.org": false, "a@b..org": false, "a@[127.0.0.1]": false,
		`"a"@b.org`: false, "a@b.org\n": false, "\na@b.org": false, "a@b.org,c@d.org": false, "a\u202e@b.org": false, "": false,
	} {
		require.Equal(t, is, characters.IsEmail(text), "%q", text)
		require.Equal(t, is, stored(t, []string{text})[0], "%q", text)
	}
	rapid.Check(t, func(t *rapid.T) {
		var good, bad []string
		for _, text := range rapid.SliceOfN(rapid.StringMatching(addresses), 20, 20).Draw(t, "addresses") {
			require.True(t, characters.IsEmail(text), "%q", text)
			good = append(good, strings.ToLower(text))
			at := rapid.IntRange(0, len([]rune(text))).Draw(t, "place")
			added := rapid.SampledFrom([]rune(notInAddresses)).Draw(t, "added")
			spoilt := string(slices.Insert([]rune(text), at, added))
			require.False(t, characters.IsEmail(spoilt), "%q", spoilt)
			bad = append(bad, strings.ToLower(spoilt))
		}
		for i, is := range stored(t, good) {
			require.True(t, is, "%q", good[i])
		}
		for i, is := range stored(t, bad) {
			require.False(t, is, "%q", bad[i])
		}
	})
}
