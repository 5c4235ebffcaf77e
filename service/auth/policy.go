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
	// maxPasswordBytes is how many bytes bcrypt uses. A longer password is refused, never cut.
	maxPasswordBytes = 72
	// product is a word that does not make a password stronger.
	product = "PredictHealth"
	// shortestWord is the smallest number of characters that a word of context must have to count.
	shortestWord = 3
)

// weakness is the reason why a password is refused.
type weakness struct{ code, detail string }

// weaknessOf returns what is wrong with a new password; nil when nothing is. The rules follow NIST SP 800-63B: a minimum
// length, and nothing that attackers try first, but no composition rules. context holds texts that an attacker knows, such
// as the name and the e-mail address.
func weaknessOf(password string, shortest int, context []string) *weakness {
	password = normalized(password)
	comparable := plain(password)
	switch {
	case utf8.RuneCountInString(password) < shortest:
		return &weakness{"too_short", fmt.Sprintf("The password must have at least %d characters.", shortest)}
	case len(password) > maxPasswordBytes:
		return &weakness{"too_long", fmt.Sprintf("The password must have at most %d bytes.", maxPasswordBytes)}
	case commonpasswords.Has(comparable):
		return &weakness{"too_common", "This password is too common. Use several unrelated words."}
	case isSequence(comparable), isRepeated(comparable, shortest):
		return &weakness{"too_predictable", "This password is a sequence or a repetition. Use several unrelated words."}
	case leansOn(comparable, shortest, append(slices.Clone(context), product)):
		return &weakness{"too_predictable", "This password consists mainly of the name, the e-mail address or the platform's name. Use several unrelated words."}
	}
	return nil
}

// normalized returns a password in the form that is hashed: Unicode NFC, as RFC 8265 requires, so that keyboards that
// compose characters differently give the same password. NFKC would make different passwords equal.
func normalized(password string) string { return norm.NFC.String(password) }

// plain returns text without case and accents, for comparisons.
func plain(text string) string {
	return strings.Map(func(r rune) rune {
		if unicode.Is(unicode.Mn, r) {
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFKD.String(text))
}

// isSequence says whether each character differs from the previous one by the same step of at most 1: 12345678, hgfedcba,
// aaaaaaaa. Keyboard sequences are covered by the list of common passwords.
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

// isRepeated says whether a password repeats a part shorter than shortest; the last repetition may be cut off.
func isRepeated(password string, shortest int) bool {
	characters := []rune(password)
	for size := 1; size < shortest && size <= len(characters)/2; size++ {
		if slices.Equal(characters[size:], characters[:len(characters)-size]) {
			return true
		}
	}
	return false
}

// leansOn says whether a password contains words of the context and would be too short without them.
func leansOn(password string, shortest int, context []string) bool {
	rest := password
	for _, word := range words(context) {
		rest = strings.ReplaceAll(rest, word, "")
	}
	return rest != password && utf8.RuneCountInString(rest) < shortest
}

// words returns the texts and the words in them, ready for comparison, longest first.
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
