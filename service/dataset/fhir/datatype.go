package fhir

import (
	"encoding/json"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Code systems and naming systems by their URIs.
const (
	snomed  = "http://snomed.info/sct"
	icd10cm = "http://hl7.org/fhir/sid/icd-10-cm"
	rxnorm  = "http://www.nlm.nih.gov/research/umls/rxnorm"
	loinc   = "http://loinc.org"
	ucum    = "http://unitsofmeasure.org"
	ips     = "http://hl7.org/fhir/uv/ips/CodeSystem/absent-unknown-uv-ips"
	usNPI   = "http://hl7.org/fhir/sid/us-npi"
)

// FHIR data types, with the elements that the import reads.
type (
	identifier struct {
		Use    string           `json:"use,omitempty"`
		Type   *codeableConcept `json:"type,omitempty"`
		System string           `json:"system"`
		Value  string           `json:"value"`
	}
	reference struct {
		Reference  string      `json:"reference"`
		Identifier *identifier `json:"identifier"`
	}
	coding struct {
		System  string `json:"system"`
		Code    string `json:"code"`
		Display string `json:"display"`
	}
	codeableConcept struct {
		Coding []coding `json:"coding"`
		Text   string   `json:"text"`
	}
	period struct {
		Start string `json:"start"`
		End   string `json:"end"`
	}
	humanName struct {
		Use    string   `json:"use,omitempty"`
		Text   string   `json:"text,omitempty"`
		Family string   `json:"family,omitempty"`
		Given  []string `json:"given,omitempty"`
		Prefix []string `json:"prefix,omitempty"`
		Suffix []string `json:"suffix,omitempty"`
		Period *period  `json:"period,omitempty"`
	}
	contactPoint struct {
		System string  `json:"system"`
		Value  string  `json:"value"`
		Use    string  `json:"use,omitempty"`
		Rank   int     `json:"rank,omitempty"`
		Period *period `json:"period,omitempty"`
	}
	address struct {
		Extension  []extension `json:"extension,omitempty"`
		Use        string      `json:"use,omitempty"`
		Type       string      `json:"type,omitempty"`
		Line       []string    `json:"line,omitempty"`
		City       string      `json:"city,omitempty"`
		District   string      `json:"district,omitempty"`
		State      string      `json:"state,omitempty"`
		PostalCode string      `json:"postalCode,omitempty"`
		Country    string      `json:"country,omitempty"`
		Period     *period     `json:"period,omitempty"`
	}
	extension struct {
		URL          string      `json:"url"`
		ValueDecimal json.Number `json:"valueDecimal"`
		Extension    []extension `json:"extension"`
	}
	quantity struct {
		Value      json.Number `json:"value"`
		Comparator string      `json:"comparator"`
		System     string      `json:"system"`
		Code       string      `json:"code"`
		Unit       string      `json:"unit"`
	}
	span struct { // FHIR's Range
		Low  *quantity `json:"low"`
		High *quantity `json:"high"`
	}
	ratio struct {
		Numerator   *quantity `json:"numerator"`
		Denominator *quantity `json:"denominator"`
	}
	annotation struct {
		Text string `json:"text"`
	}
)

// is reports whether the concept has one of these codes, in any system.
func (c codeableConcept) is(codes ...string) bool {
	for _, given := range c.Coding {
		for _, code := range codes {
			if given.Code == code {
				return true
			}
		}
	}
	return false
}

// trim returns text without surrounding white space, or "" if the text has nothing visible, which the database treats as
// blank.
func trim(text string) string {
	if strings.TrimFunc(text, invisible) == "" {
		return ""
	}
	return strings.TrimSpace(text)
}

func invisible(r rune) bool {
	return unicode.IsSpace(r) || strings.ContainsRune("\u180e\u200b\u200c\u200d\u2060\ufeff", r)
}

// firstText returns the first text that is not blank, trimmed.
func firstText(texts ...string) string {
	for _, text := range texts {
		if text = trim(text); text != "" {
			return text
		}
	}
	return ""
}

func truncate(text string, characters int) string {
	if utf8.RuneCountInString(text) <= characters {
		return text
	}
	return strings.TrimSpace(string([]rune(text)[:characters]))
}

// optional returns nil for an empty text.
func optional(text string) *string {
	if text == "" {
		return nil
	}
	return &text
}
