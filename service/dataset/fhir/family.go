package fhir

import (
	"slices"
	"strconv"

	"github.com/predicthealth/predicthealth/internal/valueset"
)

// Relative is a FHIR FamilyMemberHistory in the form of patient_family_history: one row for each condition.
type Relative struct {
	Patient    Key               `json:"patient"`
	Relative   string            `json:"relative"`
	Conditions []FamilyCondition `json:"conditions"`
	Notes      *string           `json:"notes"`
}

// FamilyCondition is a condition of a relative.
type FamilyCondition struct {
	Concepts   []Concept `json:"concepts"`
	AgeAtOnset *int      `json:"age_at_onset"`
	Notes      *string   `json:"notes"`
}

type familyMemberHistory struct {
	Status       string            `json:"status"`
	Patient      reference         `json:"patient"`
	Relationship codeableConcept   `json:"relationship"`
	Note         []annotation      `json:"note"`
	Condition    []familyCondition `json:"condition"`
}

type familyCondition struct {
	Code     codeableConcept `json:"code"`
	OnsetAge *quantity       `json:"onsetAge"`
	Note     []annotation    `json:"note"`
}

const roleCodes = "http://terminology.hl7.org/CodeSystem/v3-RoleCode"

// relatives are HL7's role codes (v3-RoleCode) of the relatives that the platform tells apart. Step, foster and adoptive relatives,
// who don't share what is inherited, are others.
var relatives = map[string]string{
	"MTH": "mother", "NMTH": "mother", "FTH": "father", "NFTH": "father",
	"SIS": "sister", "NSIS": "sister", "TWINSIS": "sister", "FTWINSIS": "sister", "ITWINSIS": "sister",
	"BRO": "brother", "NBRO": "brother", "TWINBRO": "brother", "FTWINBRO": "brother", "ITWINBRO": "brother",
	"DAU": "daughter", "DAUC": "daughter", "SON": "son", "SONC": "son",
	"MGRMTH": "maternal_grandmother", "MGRFTH": "maternal_grandfather",
	"PGRMTH": "paternal_grandmother", "PGRFTH": "paternal_grandfather",
	"AUNT": "aunt", "MAUNT": "aunt", "PAUNT": "aunt", "UNCLE": "uncle", "MUNCLE": "uncle", "PUNCLE": "uncle",
	"COUSN": "cousin", "MCOUSN": "cousin", "PCOUSN": "cousin",
}

func (f *familyMemberHistory) normalize(r *reading) (any, error) {
	switch f.Status {
	case "entered-in-error":
		return nil, benign("status", "entered_in_error", "the source marks it as entered in error")
	case "health-unknown":
		return nil, benign("status", "statement_of_absence", "it says that nobody knows about the relative's health")
	}
	patient, err := r.resolve("patient", "Patient", f.Patient)
	if err != nil {
		return nil, err
	}
	history := Relative{Patient: patient, Relative: relatives[f.Relationship.codeOf(roleCodes)], Notes: r.notes(f.Note)}
	if history.Relative == "" {
		history.Relative = "other"
		r.keepWarning("relationship", "other_relative", "the platform doesn't tell this relative from others")
	} else if len(f.Relationship.Coding) > 1 || !slices.Contains(valueset.Relationship("").Values(), history.Relative) {
		r.keep("relationship")
	}
	absences := 0
	for _, given := range f.Condition {
		if given.Code.absent() {
			absences++
			r.keep("condition")
			continue
		}
		concepts, err := r.concepts("condition", given.Code, snomed, icd10cm, icd10)
		if err != nil {
			r.keepWarning("condition", err.(*Issue).Code, "a condition of the relative has no code that the import knows: it is kept as it came") //nolint:errorlint // always an Issue
			continue
		}
		history.Conditions = append(history.Conditions, FamilyCondition{concepts, given.OnsetAge.years(), optional(shortened(joined(given.Note), maxNotes))})
	}
	if unread(r.elements()["condition"], familyCondition{}) || slices.ContainsFunc(f.Condition, func(c familyCondition) bool {
		return c.OnsetAge != nil && c.OnsetAge.years() == nil
	}) {
		r.keep("condition")
	}
	if absences > 0 && absences == len(f.Condition) {
		return nil, benign("condition", "statement_of_absence", "it says that the relative has no such illness")
	}
	if len(history.Conditions) == 0 {
		return nil, issue("condition", "no_code", "a condition with a code is required")
	}
	return history, nil
}

// years is an age in whole years; nil if it is none.
func (q *quantity) years() *int {
	if q == nil || q.Comparator != "" || firstText(q.Code, q.Unit) != "a" {
		return nil
	}
	n, err := strconv.ParseFloat(q.Value.String(), 64)
	if years := int(n); err == nil && n >= 0 && n <= 120 {
		return &years
	}
	return nil
}
