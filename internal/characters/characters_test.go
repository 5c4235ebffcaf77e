package characters_test

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/internal/characters"
)

func TestNames(t *testing.T) {
	t.Parallel()
	for name, is := range map[string]bool{
		"Ana": true, "O'Neil": true, "O’Brien": true, "Al-Amin": true, "Gal·la": true, "J. R. R.": true, "Nguyễn Thị Mai": true,
		"José": true, "李小明": true, "محمد": true, "علی\u200cرضا": true, "क्\u200dष": true, "Müller (geb. Weiß)": true, "Abdul218": true, "Sammy Davis, Jr.": true,
		"Ana\u202e": false, "\u2066Ana": false, "A\u200fna": false, "An\x07a": false, "Ana\n": false, "Ana\t": false, "<b>Ana": false,
		"Ana\u200b": false, "\ufeffAna": false, "Ana😀": false, "A=na": false, "$(Ana)": false, "Ana;": false, "A\ue000": false, "Ana\u2028": false,
	} {
		assert.Equal(t, is, characters.IsName(name), "%q", name)
	}
}

func TestPlainText(t *testing.T) {
	t.Parallel()
	for sample, is := range map[string]bool{
		"Line one.\nLine two.\tAnd more.\r\n": true, "😀 ≥ 5 €": true, "a\u200fb": true,
		"a\u202eb": false, "a\u2067b": false, "a\x00b": false, "a\x1bb": false, "a\u0085b": false, "a\x7fb": false,
	} {
		assert.Equal(t, is, characters.IsPlain(sample), "%q", sample)
	}
}

func TestEmails(t *testing.T) {
	t.Parallel()
	for address, is := range map[string]bool{
		"ana@example.org": true, "ana.garcía+x@exämple.org": true, "o'neil@a-b.example": true, "用户@例え.jp": true, "a@b.c2": true,
		"a@[127.0.0.1]": false, "a@[IPv6:::1]": false, "a\u202e@example.org": false, "a@exa\u202emple.org": false, "ana@localhost": false,
		`"a b"@example.org`: false, "a b@example.org": false, "ana@-example.org": false, "ana@example-.org": false, "ana@example..org": false,
		".ana@example.org": false, "ana.@example.org": false, "ana@@example.org": false, "ana@example.org\n": false, "a@b,c.org": false,
		"(a)a@example.org": false, "ana<a@example.org>": false, "a\u200b@example.org": false, strings.Repeat("a", 250) + "@b.org": false,
	} {
		assert.Equal(t, is, characters.IsEmail(address), "%q", address)
	}
}

func TestNULInJSON(t *testing.T) {
	t.Parallel()
	for encoded, has := range map[string]bool{
		`"a\u0000b"`: true, `"\\\u0000"`: true, `"\\u0000"`: false, `"\\\\u0000"`: false, `"\\u0000 \u0000"`: true, `"u0000"`: false, ``: false,
	} {
		assert.Equal(t, has, characters.HasNUL([]byte(encoded)), encoded)
	}
	rapid.Check(t, func(t *rapid.T) {
		sample := rapid.StringOf(rapid.SampledFrom([]rune{'\\', 'u', '0', 0, 'a'})).Draw(t, "text")
		encoded, err := json.Marshal(sample)
		require.NoError(t, err)
		require.Equal(t, strings.Contains(sample, "\x00"), characters.HasNUL(encoded))
	})
}
