package fhir

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/predicthealth/predicthealth/internal/valueset"
)

// Event is what clinical records have in common: whose record it is, of which kind, and when.
type Event struct {
	Patient Key `json:"patient"`
	// Concepts are what it is about: the first that the catalog knows, else the first.
	Concepts []Concept `json:"concepts"`
	// Day and Until are nil when they are unknown, and Until also when it continues.
	Day            *string            `json:"day"`
	DayPrecision   valueset.Precision `json:"day_precision"`
	Until          *string            `json:"until"`
	UntilPrecision valueset.Precision `json:"until_precision"`
	// DayAge and UntilAge are the patient's age then, when the source says that instead of a date. The import knows the birth.
	DayAge   *Age   `json:"day_age,omitempty"`
	UntilAge *Age   `json:"until_age,omitempty"`
	Status   string `json:"status"`
	// Recorded is when the source wrote it down, in UTC; nil if it doesn't say. Of two entries about the same the later one counts.
	Recorded *string `json:"recorded"`
	Notes    *string `json:"notes"`
}

// Age is an age in years or months: what PostgreSQL calls an interval, and the precision of a date that is counted with it.
type Age struct {
	Interval  string             `json:"interval"`
	Precision valueset.Precision `json:"precision"`
}

// Condition is a FHIR Condition in the form of patient_conditions.
type Condition struct {
	Event
	Severity           *string `json:"severity"`
	VerificationStatus *string `json:"verification_status"`
}

// Allergy is a FHIR AllergyIntolerance in the form of patient_allergies.
type Allergy struct {
	Event
	Category           *string  `json:"category"` // for allergies that are new to the catalog
	Reaction           *Concept `json:"reaction"`
	Severity           *string  `json:"severity"`
	VerificationStatus *string  `json:"verification_status"`
}

type condition struct {
	ClinicalStatus     codeableConcept `json:"clinicalStatus"`
	VerificationStatus codeableConcept `json:"verificationStatus"`
	Severity           codeableConcept `json:"severity"`
	Code               codeableConcept `json:"code"`
	Subject            reference       `json:"subject"`
	OnsetDateTime      string          `json:"onsetDateTime"`
	OnsetPeriod        *period         `json:"onsetPeriod"`
	OnsetAge           *quantity       `json:"onsetAge"`
	OnsetRange         *span           `json:"onsetRange"`
	OnsetString        string          `json:"onsetString"`
	AbatementDateTime  string          `json:"abatementDateTime"`
	AbatementPeriod    *period         `json:"abatementPeriod"`
	AbatementAge       *quantity       `json:"abatementAge"`
	AbatementRange     *span           `json:"abatementRange"`
	AbatementString    string          `json:"abatementString"`
	RecordedDate       string          `json:"recordedDate"`
	Note               []annotation    `json:"note"`
}

type allergyIntolerance struct {
	ClinicalStatus     codeableConcept `json:"clinicalStatus"`
	VerificationStatus codeableConcept `json:"verificationStatus"`
	Category           []string        `json:"category"`
	Code               codeableConcept `json:"code"`
	Patient            reference       `json:"patient"`
	RecordedDate       string          `json:"recordedDate"`
	Reaction           []reaction      `json:"reaction"`
	Note               []annotation    `json:"note"`
}

type reaction struct {
	Manifestation []codeableConcept `json:"manifestation"`
	Severity      string            `json:"severity"`
}

// severities are the codes of FHIR's condition-severity value set.
var severities = map[string]string{"255604002": "mild", "6736007": "moderate", "24484000": "severe"}

func (c *condition) normalize(r *reading) (any, error) {
	if err := verified(c.VerificationStatus); err != nil {
		return nil, err
	}
	if c.Code.absent() {
		return nil, benign("code", "statement_of_absence", "it says that the patient has no such problem, or that nobody knows of one")
	}
	event, err := r.event("subject", c.Subject, "code", c.Code, snomed, icd10cm, icd10)
	if err != nil {
		return nil, err
	}
	if err := c.when(r, &event); err != nil {
		return nil, err
	}
	event.Recorded = r.recorded(c.RecordedDate)
	if event.Day == nil && event.DayAge == nil {
		r.keep("recordedDate")
	}
	c.status(r, &event)
	event.Notes = r.notes(c.Note)
	condition := Condition{Event: event, Severity: optional(severities[c.Severity.codeOf(snomed)])}
	if condition.Severity == nil && !c.Severity.empty() {
		r.keepWarning("severity", "unknown_severity", "no SNOMED CT code of mild, moderate or severe")
	}
	condition.VerificationStatus = r.verification(c.VerificationStatus, "condition-ver-status", valueset.VerificationStatus("").Values())
	return condition, nil
}

// when reads onset and abatement. What is no date is kept as it came.
func (c *condition) when(r *reading, event *Event) (err error) {
	if event.Day, event.DayPrecision, err = r.start("onset", c.OnsetDateTime, c.OnsetPeriod); err != nil {
		return err
	}
	if event.Until, event.UntilPrecision, err = r.end("abatement", c.AbatementDateTime, c.AbatementPeriod); err != nil {
		return err
	}
	event.DayAge, event.UntilAge = r.age("onsetAge", c.OnsetAge), r.age("abatementAge", c.AbatementAge)
	for _, text := range []string{"onsetRange", "onsetString", "abatementRange", "abatementString"} {
		r.keepWarning(text, "no_date", "there is no date: the element is kept as it came")
	}
	return event.checkOrder("abatementDateTime")
}

// checkOrder refuses what ends before it began.
func (e *Event) checkOrder(field string) error {
	if e.Day == nil || e.Until == nil {
		return nil
	}
	if (Date{*e.Until, e.UntilPrecision}).before(Date{*e.Day, e.DayPrecision}) {
		return issue(field, "ends_before_start", "it ends before it began")
	}
	return nil
}

// status sets the clinical status. A condition that has ended is not active, whatever the status says.
func (c *condition) status(r *reading, event *Event) {
	ended := event.Until != nil && !(Date{*event.Until, event.UntilPrecision}).first().After(time.Now()) ||
		event.UntilAge != nil || c.AbatementRange != nil || trim(c.AbatementString) != ""
	event.Status = r.status("clinicalStatus", c.ClinicalStatus, "condition-clinical", valueset.ConditionStatus("").Values())
	if !ended {
		return
	}
	switch {
	case slices.Contains(valueset.Continuing, event.Status):
		r.keepWarning("clinicalStatus", "ended", "the status says that it continues, but it has ended: it is stored as resolved")
		event.Status = "resolved"
	case event.Status == "unknown":
		event.Status = "resolved"
	}
}

// status returns the code of a status, unknown if the source gives none that is known: an unknown status isn't an active one.
func (r *reading) status(field string, c codeableConcept, system string, known []string) string {
	code := c.codeIn(system)
	if slices.Contains(known, code) {
		if len(c.Coding) > 1 {
			r.keep(field)
		}
		return code
	}
	r.keepWarning(field, "unknown_status", "no code of "+system+": the status is stored as unknown")
	if c.empty() {
		r.warn(issue(field, "no_status", "the source doesn't say whether it continues: the status is stored as unknown"))
	}
	return "unknown"
}

func (a *allergyIntolerance) normalize(r *reading) (any, error) {
	if err := verified(a.VerificationStatus); err != nil {
		return nil, err
	}
	if slices.ContainsFunc(a.Code.Coding, func(c coding) bool { return canonical(c.System) == ips && !strings.HasPrefix(c.Code, "no-known") }) {
		return nil, benign("code", "statement_of_absence", "it says that nobody knows about the patient's allergies")
	}
	event, err := r.event("patient", a.Patient, "code", a.Code, snomed, rxnorm, ips)
	if err != nil {
		return nil, err
	}
	if event.Day, event.DayPrecision, err = r.start("recordedDate", a.RecordedDate, nil); err != nil {
		return nil, err
	}
	event.UntilPrecision = valueset.PrecisionDay
	event.Recorded = r.recorded(a.RecordedDate)
	event.Status = r.status("clinicalStatus", a.ClinicalStatus, "allergyintolerance-clinical", valueset.AllergyStatus("").Values())
	event.Notes = r.notes(a.Note)
	allergy := Allergy{Event: event}
	for _, category := range a.Category {
		if allergy.Category == nil && slices.Contains([]string{"food", "medication", "environment", "biologic"}, category) {
			allergy.Category = &category
		}
	}
	if len(a.Category) > 1 {
		r.keep("category")
	}
	allergy.VerificationStatus = r.verification(a.VerificationStatus, "allergyintolerance-verification", valueset.AllergyVerification("").Values())
	r.addReactions(&allergy, a.Reaction)
	return allergy, nil
}

// addReactions adds the worst severity of all reactions, and a manifestation of that reaction. If there are more, all are kept as
// they came.
func (r *reading) addReactions(allergy *Allergy, reactions []reaction) {
	grades := valueset.Severity("").Values()
	manifestations := 0
	worst := -2
	var worstOf reaction
	for _, given := range reactions {
		manifestations += len(given.Manifestation)
		if grade := slices.Index(grades, given.Severity); grade > worst {
			worst, worstOf = grade, given
		}
	}
	if worst >= 0 {
		allergy.Severity = &grades[worst]
	}
	for _, manifestation := range worstOf.Manifestation {
		for _, given := range manifestation.Coding {
			code := normalCode(snomed, given.Code)
			if allergy.Reaction == nil && canonical(given.System) == snomed && code != "" {
				name := truncate(firstText(given.Display, manifestation.Text, code), maxConceptName)
				allergy.Reaction = &Concept{System: snomed, Code: code, Name: name}
			}
		}
	}
	switch {
	case len(reactions) == 0:
	case allergy.Reaction == nil && manifestations > 0:
		r.keepWarning("reaction", "unknown_reaction", "the reaction has no SNOMED CT code")
	case manifestations > 1:
		r.keepWarning("reaction", "several_reactions", "one reaction is stored, with the worst severity of all; all are kept as they came")
	default:
		r.keepRest("reaction", "manifestation", "severity")
	}
}

// verified refuses records that the source itself takes back.
func verified(status codeableConcept) error {
	if status.is("entered-in-error") {
		return benign("verificationStatus", "entered_in_error", "the source marks it as entered in error")
	}
	if status.is("refuted") {
		return benign("verificationStatus", "refuted", "the source says the patient does not have it")
	}
	return nil
}

// verification returns how sure the source is; nil if it doesn't say. A code that isn't known doesn't count as sure.
func (r *reading) verification(c codeableConcept, system string, known []string) *string {
	code := c.codeIn(system)
	switch {
	case c.empty():
		return nil
	case !slices.Contains(known, code):
		code = "unconfirmed"
		r.keepWarning("verificationStatus", "unknown_status", "no code of "+system+": it is stored as unconfirmed")
	case len(c.Coding) > 1:
		r.keep("verificationStatus")
	}
	return &code
}

// event reads the common parts of clinical records.
func (r *reading) event(subjectField string, subject reference, field string, code codeableConcept, systems ...string) (Event, error) {
	patient, err := r.resolve(subjectField, "Patient", subject)
	if err != nil {
		return Event{}, err
	}
	concepts, err := r.concepts(field, code, systems...)
	return Event{Patient: patient, Concepts: concepts}, err
}

// start returns the date when something began, from a dateTime or a period; nil when it is unknown. name is that of the element,
// without its type if it may have several.
func (r *reading) start(name, dateTime string, when *period) (*string, valueset.Precision, error) {
	if when != nil && dateTime == "" {
		r.keep(name + "Period")
		dateTime, name = when.Start, name+"Period"
	}
	return r.date(name, dateTime)
}

// end does what start does for when something ended: at the end of a period, if that is known.
func (r *reading) end(name, dateTime string, when *period) (*string, valueset.Precision, error) {
	if when != nil && dateTime == "" {
		r.keep(name + "Period")
		dateTime, name = firstText(when.End, when.Start), name+"Period"
	}
	return r.date(name, dateTime)
}

func (r *reading) date(name, dateTime string) (*string, valueset.Precision, error) {
	if trim(dateTime) == "" {
		return nil, valueset.PrecisionDay, nil
	}
	if r.elements()[name] == nil {
		name += "DateTime"
	}
	date, err := parseDateTime(name, dateTime)
	return &date.Day, date.Precision, err
}

// ageUnits are the UCUM units of ages, each as PostgreSQL calls it, with the precision of a date that is counted in it, and how many
// of them a life has at most.
var ageUnits = map[string]struct {
	name      string
	precision valueset.Precision
	most      float64
}{
	"a": {"years", valueset.PrecisionYear, 150}, "mo": {"months", valueset.PrecisionMonth, 1800},
	"wk": {"weeks", valueset.PrecisionMonth, 7800}, "d": {"days", valueset.PrecisionMonth, 55000},
}

// age returns an age as an interval; nil when there is none that is exact enough. The element is always kept: a year of birth and
// an age make a year only about.
func (r *reading) age(name string, given *quantity) *Age {
	if given == nil {
		return nil
	}
	unit := ageUnits[firstText(given.Code, given.Unit)]
	n, err := strconv.ParseFloat(given.Value.String(), 64)
	if err != nil || given.Comparator != "" || unit.name == "" || n < 0 || n > unit.most {
		r.keepWarning(name, "no_date", "no age in years, months, weeks or days: the element is kept as it came")
		return nil
	}
	r.keep(name)
	return &Age{Interval: fmt.Sprintf("%d %s", int(n), unit.name), Precision: unit.precision}
}

// recorded returns when the source wrote something down, as an instant in UTC: the first day of a month or a year, at midnight.
func (r *reading) recorded(text string) *string {
	if at, err := instant(trim(text)); err == nil {
		return optional(at.UTC().Format(time.RFC3339Nano))
	}
	if date, err := parseDate("", text); err == nil {
		return optional(date.Day + "T00:00:00Z")
	}
	return nil
}

// notes returns the texts, one on each line, or nil if there are none. Notes that are too long are kept as they came.
func (r *reading) notes(notes []annotation) *string {
	text := joined(notes)
	if longer(text, maxNotes) {
		r.keepWarning("note", "too_long", fmt.Sprintf("only the first %d characters are stored as notes; all are kept as they came", maxNotes))
	} else {
		r.keepRest("note", "text")
	}
	return optional(shortened(text, maxNotes))
}

func joined(notes []annotation) string {
	var texts []string
	for _, note := range notes {
		if text := trim(note.Text); text != "" {
			texts = append(texts, text)
		}
	}
	return strings.Join(texts, "\n")
}
