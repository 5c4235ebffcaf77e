package main

import (
	"slices"
	"strings"
	"unicode"
)

// initialisms are written in capitals, as Go has it.
var initialisms = []string{"api", "bmi", "cms", "csv", "ftp", "html", "http", "id", "ii", "iii", "ip", "json", "jwk", "otp", "uri", "url", "uuid"}

// words splits a name in any style into its words, in lower case.
func words(name string) (out []string) {
	var word strings.Builder
	end := func() {
		if word.Len() > 0 {
			out = append(out, strings.ToLower(word.String()))
			word.Reset()
		}
	}
	runes := []rune(name)
	for i, r := range runes {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			end()
			continue
		}
		startsWord := unicode.IsUpper(r) && (i > 0 && unicode.IsLower(runes[i-1]) || i+1 < len(runes) && unicode.IsLower(runes[i+1]))
		if startsWord {
			end()
		}
		word.WriteRune(r)
	}
	end()
	return out
}

// exported is the Go name of what the document calls name.
func exported(name string) string {
	var out strings.Builder
	for _, word := range words(name) {
		switch {
		case slices.Contains(initialisms, word):
			out.WriteString(strings.ToUpper(word))
		case word == "ids" || word == "urls":
			out.WriteString(strings.ToUpper(word[:len(word)-1]) + "s")
		default:
			out.WriteString(strings.ToUpper(word[:1]) + word[1:])
		}
	}
	return out.String()
}

// unexported is the Go name of a parameter.
func unexported(name string) string {
	parts := words(name)
	return parts[0] + exported(strings.Join(parts[1:], "-"))
}

// lowerFirst begins a sentence's text in lower case, unless it begins with an abbreviation.
func lowerFirst(text string) string {
	if len(text) > 1 && unicode.IsLower(rune(text[1])) {
		return strings.ToLower(text[:1]) + text[1:]
	}
	return text
}

// commentWidth is the longest line of a comment, without its indentation.
const commentWidth = 110

// comment writes a text as a comment. Lines of lists stay lines.
func comment(text string) string {
	var out strings.Builder
	for line := range strings.SplitSeq(strings.TrimSpace(text), "\n") {
		indent := line[:len(line)-len(strings.TrimLeft(line, " "))]
		current := "//"
		for i, word := range strings.Fields(line) {
			if i == 0 {
				word = indent + word
			} else if len(current)+len(word) > commentWidth {
				out.WriteString(current + "\n")
				current = "// " + strings.TrimRight(indent, "-")
				current = strings.TrimRight(current, " ")
			}
			current += " " + word
		}
		out.WriteString(current + "\n")
	}
	return out.String()
}
