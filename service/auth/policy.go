package auth

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"

	"github.com/predicthealth/predicthealth/service/auth/commonpasswords"
)

const (
	// maxPasswordBytes is what bcrypt takes into account; more is refused, never cut.
	maxPasswordBytes = 72
	// product is a word that no password gains from.
	product = "PredictHealth"
	// shortestWord is how many characters a word of context has at least to count.
	shortestWord = 3
)

// weakness is why a password is refused.
type weakness struct{ code, detail string }

// weaknessOf returns what is wrong with a new password, nil when nothing is. The rules are those of NIST SP 800-63B:
// length, and nothing that attackers try first; no composition rules. context are texts that an attacker knows, such as
// the name and the e-mail address.
func weaknessOf(password string, shortest int, context []string) *weakness {
	password = normalized(password)
	comparable := plain(password)
	switch {
	case utf8.RuneCountInString(password) < shortest:
		return &weakness{"too_short", fmt.Sprintf("A password has at least %d characters.", shortest)}
	case len(password) > maxPasswordBytes:
		return &weakness{"too_long", fmt.Sprintf("A password has at most %d bytes.", maxPasswordBytes)}
	case commonpasswords.Has(comparable):
		return &weakness{"too_common", "Many people have this password, so it is tried first. Take several unrelated words."}
	case isSequence(comparable), isRepeated(comparable, shortest):
		return &weakness{"too_predictable", "This is a sequence or a repetition. Take several unrelated words."}
	case leansOn(comparable, shortest, append(slices.Clone(context), product)):
		return &weakness{"too_predictable", "Little is left of this password without names, e-mail address and what the platform is called."}
	}
	return nil
}

// normalized is a password as it is hashed: in Unicode's form NFC, as RFC 8265 has it, so that keyboards that compose
// characters differently give the same password. NFKC would make different passwords equal.
func normalized(password string) string { return norm.NFC.String(password) }

// plain is text without case and accents, for comparing.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
}

// isSequence tells whether each character follows the one before by the same step of at most 1: 12345678, hgfedcba,
// aaaaaaaa. Sequences on keyboards are among the common passwords.
func isSequence(password string) bool {
	characters := []rune(password)
	if len(characters) < 2 {
		return true
	}
	step := characters[1] - characters[0]
	for i := 1; i < len(characters); i++ {
		if characters[i]-characters[i-1] != step {
			return false
		}
	}
	return -1 <= step && step <= 1
}

// isRepeated tells whether a password is a part shorter than shortest again and again, the last time perhaps cut.
func isRepeated(password string, shortest int) bool {
	characters := []rune(password)
	for size := 1; size < shortest && size <= len(characters)/2; size++ {
		if slices.Equal(characters[size:], characters[:len(characters)-size]) {
			return true
		}
	}
	return false
}

// leansOn tells whether a password has words of the context and would be too short without them.
func leansOn(password string, shortest int, context []string) bool {
	rest := password
	for _, word := range words(context) {
		rest = strings.ReplaceAll(rest, word, "")
	}
	return rest != password && utf8.RuneCountInString(rest) < shortest
}

// words are the texts and the words that they consist of, for comparing, the longest first.
func words(texts []string) []string {
	var all []string
	for _, text := range texts {
		text = plain(text)
		all = append(all, text)
		all = append(all, strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })...)
	}
	all = slices.DeleteFunc(all, func(word string) bool { return utf8.RuneCountInString(word) < shortestWord })
	slices.SortFunc(all, func(a, b string) int { return cmp.Compare(len(b), len(a)) })
	return all
}
