package fhir

import (
	"strings"
	"unicode"

	"golang.org/x/text/runes"
	"golang.org/x/text/transform"
	"golang.org/x/text/unicode/norm"
)

// Places are countries or regions, by what people call them.
type Places map[string]string

// Add gives a place a name, inside another place or "". The first place with a name keeps it.
func (p Places) Add(in, name, code string) {
	key := in + " " + fold(name)
	if _, taken := p[key]; !taken {
		p[key] = code
	}
}

// Find returns the code of the place with a name, or "".
func (p Places) Find(in, name string) string { return p[in+" "+fold(name)] }

// fold returns a name as names are compared: in lower case, without accents and punctuation.
func fold(name string) string {
	folded := strings.ToLower(name)
	if strings.ContainsFunc(folded, func(c rune) bool { return c > unicode.MaxASCII }) {
		bare := transform.Chain(norm.NFD, runes.Remove(runes.In(unicode.Mn)), norm.NFC)
		if text, _, err := transform.String(bare, folded); err == nil {
			folded = text
		}
	}
	return strings.Join(strings.FieldsFunc(folded, func(c rune) bool {
		return !unicode.IsLetter(c) && !unicode.IsDigit(c) && !unicode.IsMark(c)
	}), " ")
}
