// Package characters says which text people and programs may send, wherever they send it.
package characters

import (
	"bytes"
	"regexp"
	"strings"
	"unicode"
)

// namePunctuation is what stands in names beside letters, marks, digits and spaces, in the scripts of the world: O'Neil,
// Al-Amin, Gal·la, J. R., 李・明, Müller (geb. Weiß). The zero-width joiners are spelling in Persian and in Indian scripts.
const namePunctuation = "'’‘ʼ`´-‐‑‒–.,·・/()\"“”„«»&+ªº\u200c\u200d"

// IsName says whether a person's name has only letters, marks, digits, spaces and the punctuation of names: no control
// characters, and none that change the direction or the look of the text around them.
func IsName(name string) bool {
	return !strings.ContainsFunc(name, func(r rune) bool {
		return !unicode.In(r, unicode.L, unicode.M, unicode.Nd) && r != ' ' && r != '\u00a0' && !strings.ContainsRune(namePunctuation, r)
	})
}

// IsPlain says whether text has no control characters besides tabs and line ends, and none that override the direction of
// the text around them, which makes it look like other text (Unicode Technical Report 36, section 2.6).
func IsPlain(text string) bool {
	return !strings.ContainsFunc(text, func(r rune) bool {
		return unicode.IsControl(r) && r != '\t' && r != '\n' && r != '\r' || r >= '\u202a' && r <= '\u202e' || r >= '\u2066' && r <= '\u2069'
	})
}

// email matches an address of RFC 5321 with the letters of all scripts (RFC 6531), without quotes and address literals.
var email = regexp.MustCompile("^" + atoms + `@` + label + `(\.` + label + `)+$`)

const (
	atom  = "[\\pL\\pM\\pN!#$%&'*+/=?^_`{|}~-]+"
	atoms = atom + `(\.` + atom + `)*`
	label = `[\pL\pN]([\pL\pM\pN-]*[\pL\pM\pN])?`
)

// IsEmail says whether text is an e-mail address that a provider would give to a person.
func IsEmail(text string) bool { return len(text) <= 254 && email.MatchString(text) }

// HasNUL says whether JSON has text with a NUL character, which PostgreSQL can't store. A backslash before u0000 that is
// itself escaped is only a backslash.
func HasNUL(json []byte) bool {
	for {
		at := bytes.Index(json, []byte(`\u0000`))
		if at < 0 {
			return false
		}
		before := json[:at]
		if slashes := len(before) - len(bytes.TrimRight(before, `\`)); slashes%2 == 0 {
			return true
		}
		json = json[at+1:]
	}
}
