package fhir

import (
	"slices"
	"strings"
)

// Event is what clinical records have in common: whose record it is, of which kind, and when.
type Event struct {
	Patient Key     `json:"patient"`
	Concept Concept `json:"concept"`
	Day     string  `json:"day"`
	Until   *string `json:"until"`
	Status  string  `json:"status"`
	Notes   *string `json:"notes"`
}

// Condition is a FHIR Condition in the form of patient_conditions.
type Condition struct {
	Event
	Severity *string `json:"severity"`
}

// Medication is a FHIR MedicationRequest in the form of patient_medications, with the practitioner who ordered it.
type Medication struct {
	Event
	Doctor *Key    `json:"doctor"`
	Dosage *string `json:"dosage"`
}

// Allergy is a FHIR AllergyIntolerance in the form of patient_allergies.
type Allergy struct {
	Event
	Category *string  `json:"category"` // for allergies that are new to the catalog
	Reaction *Concept `json:"reaction"`
	Severity *string  `json:"severity"`
}

type condition struct {
	ClinicalStatus     codeableConcept `json:"clinicalStatus"`
	VerificationStatus codeableConcept `json:"verificationStatus"`
	Severity           codeableConcept `json:"severity"`
	Code               codeableConcept `json:"code"`
	Subject            reference       `json:"subject"`
	OnsetDateTime      string          `json:"onsetDateTime"`
	OnsetPeriod        period          `json:"onsetPeriod"`
	AbatementDateTime  string          `json:"abatementDateTime"`
	AbatementPeriod    period          `json:"abatementPeriod"`
	RecordedDate       string          `json:"recordedDate"`
	Note               []annotation    `json:"note"`
}

type medicationRequest struct {
	Status          string          `json:"status"`
	Intent          string          `json:"intent"`
	DoNotPerform    bool            `json:"doNotPerform"`
	Medication      codeableConcept `json:"medicationCodeableConcept"`
	Subject         reference       `json:"subject"`
	AuthoredOn      string          `json:"authoredOn"`
	Requester       reference       `json:"requester"`
	DispenseRequest struct {
		ValidityPeriod period `json:"validityPeriod"`
	} `json:"dispenseRequest"`
	DosageInstruction []dosage     `json:"dosageInstruction"`
	Note              []annotation `json:"note"`
}

type allergyIntolerance struct {
	ClinicalStatus     codeableConcept `json:"clinicalStatus"`
	VerificationStatus codeableConcept `json:"verificationStatus"`
	Category           []string        `json:"category"`
	Code               codeableConcept `json:"code"`
	Patient            reference       `json:"patient"`
	OnsetDateTime      string          `json:"onsetDateTime"`
	RecordedDate       string          `json:"recordedDate"`
	Reaction           []struct {
		Manifestation []codeableConcept `json:"manifestation"`
		Severity      string            `json:"severity"`
	} `json:"reaction"`
	Note []annotation `json:"note"`
}

// severities are the codes of FHIR's condition-severity value set.
var severities = map[string]string{"255604002": "mild", "6736007": "moderate", "24484000": "severe"}

func (c *condition) normalize(r *reading) (any, error) {
	if err := verified(c.VerificationStatus); err != nil {
		return nil, err
	}
	onset := firstText(c.OnsetDateTime, c.OnsetPeriod.Start, c.RecordedDate)
	event, err := r.event("subject", c.Subject, c.Code, onset, "onsetDateTime", snomed, icd10cm)
	if err != nil {
		return nil, err
	}
	if event.Until, err = parseOptionalDay("abatementDateTime", firstText(c.AbatementDateTime, c.AbatementPeriod.End)); err != nil {
		return nil, err
	}
	if event.Until != nil && *event.Until < event.Day {
		return nil, issue("abatementDateTime", "ends_before_start", "the condition ends before it began")
	}
	event.Status = c.ClinicalStatus.first()
	if !slices.Contains([]string{"active", "recurrence", "relapse", "inactive", "remission", "resolved"}, event.Status) {
		if event.Status = "active"; event.Until != nil {
			event.Status = "resolved"
		}
	}
	event.Notes = joinNotes(c.Note)
	return Condition{Event: event, Severity: optional(severities[c.Severity.first()])}, nil
}

func (m *medicationRequest) normalize(r *reading) (any, error) {
	switch {
	case m.Status == "entered-in-error":
		return nil, benign("status", "entered_in_error", "the source marks it as entered in error")
	case m.Status == "draft" || m.DoNotPerform || slices.Contains([]string{"proposal", "plan", "option"}, m.Intent):
		return nil, benign("intent", "not_an_order", "a draft, a plan or an order not to take it")
	}
	event, err := r.event("subject", m.Subject, m.Medication, m.AuthoredOn, "authoredOn", rxnorm)
	if err != nil {
		return nil, err
	}
	if event.Until, err = parseOptionalDay("dispenseRequest", m.DispenseRequest.ValidityPeriod.End); err != nil {
		return nil, err
	}
	if event.Until != nil && *event.Until < event.Day {
		return nil, issue("dispenseRequest", "ends_before_start", "the order ends before it was written")
	}
	event.Status = m.Status
	if !slices.Contains([]string{"active", "on-hold", "completed", "stopped", "cancelled"}, event.Status) {
		event.Status = "unknown"
	}
	event.Notes = joinNotes(m.Note)
	medication := Medication{Event: event, Dosage: dosageText(m.DosageInstruction)}
	if doctor, err := r.resolve("requester", "Practitioner", m.Requester); err == nil {
		medication.Doctor = &doctor
	}
	return medication, nil
}

func (a *allergyIntolerance) normalize(r *reading) (any, error) {
	if err := verified(a.VerificationStatus); err != nil {
		return nil, err
	}
	recorded := firstText(a.RecordedDate, a.OnsetDateTime)
	event, err := r.event("patient", a.Patient, a.Code, recorded, "recordedDate", snomed, rxnorm)
	if err != nil {
		return nil, err
	}
	event.Status = a.ClinicalStatus.first()
	if !slices.Contains([]string{"active", "inactive", "resolved"}, event.Status) {
		event.Status = "active"
	}
	event.Notes = joinNotes(a.Note)
	allergy := Allergy{Event: event}
	if len(a.Category) > 0 && slices.Contains([]string{"food", "medication", "environment", "biologic"}, a.Category[0]) {
		allergy.Category = &a.Category[0]
	}
	if len(a.Reaction) > 0 {
		r.addReaction(&allergy, a.Reaction[0].Manifestation, a.Reaction[0].Severity)
	}
	return allergy, nil
}

func (r *reading) addReaction(allergy *Allergy, manifestations []codeableConcept, severity string) {
	if slices.Contains([]string{"mild", "moderate", "severe"}, severity) {
		allergy.Severity = &severity
	}
	if len(manifestations) == 0 {
		return
	}
	reaction, err := manifestations[0].in("reaction", snomed)
	if err != nil {
		r.warn(issue("reaction", "unknown_reaction", "the reaction has no SNOMED CT code"))
		return
	}
	allergy.Reaction = &reaction
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

// event reads the common parts of clinical records.
func (r *reading) event(field string, subject reference, code codeableConcept, date, dateField string, systems ...string) (Event, error) {
	patient, err := r.resolve(field, "Patient", subject)
	if err != nil {
		return Event{}, err
	}
	concept, err := code.in("code", systems...)
	if err != nil {
		return Event{}, err
	}
	day, err := parseDay(dateField, strings.TrimSpace(date))
	return Event{Patient: patient, Concept: concept, Day: day}, err
}
