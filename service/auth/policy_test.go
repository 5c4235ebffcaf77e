package auth

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"
)

func TestPasswordPolicy(t *testing.T) {
	t.Parallel()
	context := []string{"José", "García López", "jose.garcia@clinic.example.org"}
	for name, c := range map[string]struct{ password, code string }{
		"seven characters":               {"x7$kq!2", "too_short"},
		"eight characters":               {"x7$kq!2p", ""},
		"eight characters of four bytes": {"🦊🐙🌵🎻🚲🧊🪁🫐", ""},
		"64 characters":                  {strings.Repeat("horse staple qux", 3) + "and sixteen more", ""},
		"72 bytes":                       {strings.Repeat("é", 35) + "ab", ""},
		"73 bytes":                       {strings.Repeat("é", 36) + "a", "too_long"},
		"decomposed, 72 bytes composed":  {strings.Repeat("e\u0301", 35) + "ab", ""},
		"no digits or signs needed":      {"correct horse battery staple", ""},
		"common":                         {"password1", "too_common"},
		"common in capitals":             {"PassWord1", "too_common"},
		"common with accents":            {"Pässwórd1", "too_common"},
		"common on keyboards":            {"1qaz2wsx3edc", "too_common"},
		"rising":                         {"23456789abc", ""},
		"letters in order":               {"ghijklmnop", "too_predictable"},
		"falling":                        {"zyxwvutsrq", "too_predictable"},
		"one character":                  {strings.Repeat("ñ", 30), "too_predictable"},
		"a short part again and again":   {"xk7xk7xk7xk7", "too_predictable"},
		"the last time cut":              {"xk7pxk7pxk", "too_predictable"},
		"the first name":                 {"jose1980", "too_predictable"},
		"the whole name":                 {"García López", "too_predictable"},
		"without accents":                {"garcialopez!", "too_predictable"},
		"the address":                    {"jose.garcia@clinic.example.org", "too_predictable"},
		"the address' domain":            {"clinic.example", "too_predictable"},
		"the product":                    {"PredictHealth2026!", "too_predictable"},
		"a name and enough beside":       {"garcia correct horse", ""},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			w := weaknessOf(c.password, 8, context)
			if c.code == "" {
				assert.Nil(t, w)
				return
			}
			require.NotNil(t, w)
			assert.Equal(t, c.code, w.code)
			assert.NotContains(t, w.detail, c.password)
		})
	}
}

func TestPasswordPolicyTakesAnyText(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		password := rapid.String().Draw(t, "password")
		context := rapid.SliceOf(rapid.String()).Draw(t, "context")
		w := weaknessOf(password, 8, context)
		if normal := normalized(password); len([]rune(normal)) < 8 || len(normal) > maxPasswordBytes {
			require.NotNil(t, w)
		}
		assert.Equal(t, w, weaknessOf(normalized(password), 8, context), "what is typed in another form is the same")
	})
}

// Keyboards compose characters differently, and hashes that were made before that was seen to must go on working.
func TestFormsOfAPassword(t *testing.T) {
	t.Parallel()
	composed, decomposed := "contrase\u00f1a \u00fanica", "contrasen\u0303a u\u0301nica"
	require.NotEqual(t, composed, decomposed)
	assert.Equal(t, []string{composed}, forms(composed))
	assert.Equal(t, []string{composed, decomposed}, forms(decomposed))
	assert.NotEqual(t, normalized("ﬁle"), normalized("file"), "different characters stay different")
}
