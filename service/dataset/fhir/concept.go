package fhir

import (
	"regexp"
	"slices"
	"strings"
)

// Concept is a code with the name that a catalog shows.
type Concept struct {
	System string `json:"code_system"`
	Code   string `json:"code"`
	Name   string `json:"name"`
	// Group is the group of a condition that may be new to the catalog; empty for none.
	Group string `json:"condition_group,omitempty"`
	// Statement says that it is the statement that there is nothing, such as no known allergy.
	Statement bool `json:"statement,omitempty"`
}

// Maximum lengths of catalog columns, in characters.
const (
	maxSystem      = 100
	maxCode        = 50
	maxConceptName = 300
	maxNotes       = 4000
)

// absences are SNOMED CT's codes for nothing known, as the International Patient Summary lists them; those of its own code system
// begin with "no-". An absence is no illness, and no medication.
var absences = []string{
	"160245001", // no current problems or disability
	"716186003", // no known allergy
	"409137002", // no known drug allergy
	"428607008", // no known environmental allergy
	"429625007", // no known food allergy
	"787481004", // no known medications
}

// absent reports whether a concept says that there is nothing, or that nothing is known.
func (c codeableConcept) absent() bool { return slices.ContainsFunc(c.Coding, coding.absent) }

func (c coding) absent() bool {
	system := canonical(c.System)
	return system == snomed && slices.Contains(absences, trim(c.Code)) || system == ips && strings.HasPrefix(c.Code, "no-")
}

// systems are other names of code systems: the OIDs that HL7 gives them, and addresses that servers write.
var systems = map[string]string{
	"2.16.840.1.113883.6.96": snomed, "2.16.840.1.113883.6.88": rxnorm, "2.16.840.1.113883.6.1": loinc,
	"2.16.840.1.113883.6.90": icd10cm, "2.16.840.1.113883.6.3": icd10,
	"http://www.snomed.org/": snomed, "http://snomed.org/sct": snomed,
	"http://purl.bioontology.org/ontology/ICD10CM": icd10cm, "http://terminology.hl7.org/CodeSystem/icd10CM": icd10cm,
	"http://terminology.hl7.org/CodeSystem/icd-10-cm": icd10cm,
}

// icd10 is WHO's classification; countries modify it, each under a system of its own.
const icd10 = "http://hl7.org/fhir/sid/icd-10"

// canonical returns the URI by which the catalogs know a code system.
func canonical(system string) string {
	system = strings.TrimSuffix(strings.TrimSpace(system), "/")
	if known := systems[strings.TrimPrefix(strings.ToLower(system), "urn:oid:")]; known != "" {
		return known
	}
	if known := systems[system]; known != "" {
		return known
	}
	plain := strings.Replace(strings.ToLower(system), "https://", "http://", 1)
	for _, known := range []string{snomed, icd10cm, rxnorm, loinc, icd10} {
		if plain == known || strings.HasPrefix(plain, known+"/version/") || known == snomed && strings.HasPrefix(plain, snomed+"/") {
			return known
		}
	}
	return system
}

// modified reports whether a system is a country's modification of ICD-10, such as Germany's icd-10-gm.
func modified(system string) bool {
	plain := strings.ToLower(system)
	return strings.Contains(plain, "icd-10") && !strings.Contains(plain, "pcs") && system != icd10cm && len(system) <= maxSystem
}

// icd10Code is a code of ICD-10 or one of its modifications, with or without its dot.
var icd10Code = regexp.MustCompile(`^([A-Z][0-9][0-9A-Z])\.?([0-9A-Z]{0,5})$`)

// normalCode returns a code as its system writes it; "" if it can't be a code.
func normalCode(system, code string) string {
	code = trim(code)
	if system == icd10cm || modified(system) {
		parts := icd10Code.FindStringSubmatch(strings.ToUpper(strings.TrimRight(code, "+*!†-.")))
		switch {
		case parts == nil:
			return ""
		case parts[2] == "":
			return parts[1]
		}
		return parts[1] + "." + parts[2]
	}
	if len(code) > maxCode || strings.ContainsAny(code, " \t\r\n") {
		return ""
	}
	return code
}

// concepts returns the codes of a concept that are in one of these systems, in the order of the source. The import takes the first
// that the catalog knows.
func (r *reading) concepts(field string, c codeableConcept, systems ...string) ([]Concept, error) {
	if len(c.Coding) == 0 {
		return nil, issue(field, "no_code", "a code is required: text alone can't be compared")
	}
	var found []Concept
	wrong := ""
	for _, given := range c.Coding {
		system := canonical(given.System)
		if !slices.Contains(systems, system) && (!modified(system) || !slices.Contains(systems, icd10)) {
			continue
		}
		code := normalCode(system, given.Code)
		if code == "" {
			wrong = system
			continue
		}
		concept := Concept{System: system, Code: code, Name: truncate(firstText(given.Display, c.Text, code), maxConceptName)}
		if r.ConditionGroup != nil && slices.Contains(systems, icd10) {
			concept.Group = r.ConditionGroup(system, code)
		}
		concept.Statement = given.absent()
		found = append(found, concept)
	}
	switch {
	case len(found) > 0:
		if len(c.Coding) > 1 {
			r.keep(field) // the catalog has one code
		}
		return found, nil
	case wrong != "":
		return nil, issue(field, "invalid_code", "not a code of %s", wrong)
	}
	return nil, issue(field, "unknown_code_system", "no code is from %s", strings.Join(systems, " or "))
}

// codeIn returns the concept's code in HL7's code system of this name, or without any system; "" if it has none. Local codes beside
// it say what they like.
func (c codeableConcept) codeIn(name string) string {
	plain := ""
	for _, given := range c.Coding {
		switch strings.TrimSpace(given.System) {
		case "http://terminology.hl7.org/CodeSystem/" + name, "http://hl7.org/fhir/" + name:
			return trim(given.Code)
		case "":
			plain = firstText(plain, given.Code)
		}
	}
	return plain
}

// codeOf returns the first code in a code system.
func (c codeableConcept) codeOf(system string) string {
	for _, given := range c.Coding {
		if canonical(given.System) == system {
			return trim(given.Code)
		}
	}
	return ""
}

// words is the concept's text, or its first name or code.
func (c *codeableConcept) words() string {
	if c == nil {
		return ""
	}
	texts := []string{c.Text}
	for _, given := range c.Coding {
		texts = append(texts, given.Display)
	}
	for _, given := range c.Coding {
		texts = append(texts, given.Code)
	}
	return firstText(texts...)
}

func (c codeableConcept) empty() bool { return len(c.Coding) == 0 && trim(c.Text) == "" }
