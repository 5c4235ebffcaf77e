package fhir

import (
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"github.com/predicthealth/predicthealth/internal/valueset"
)

// Medication is a FHIR MedicationRequest or MedicationStatement in the form of patient_medications.
type Medication struct {
	Event
	// Medication is the key of the Medication that the source refers to instead of naming a code.
	Medication *Key `json:"medication,omitempty"`
	// Doctor is the practitioner who ordered it.
	Doctor *Key    `json:"doctor"`
	Dosage *string `json:"dosage"`
}

// Drug is a FHIR Medication: what requests and statements refer to.
type Drug struct {
	Key      Key       `json:"key"`
	Concepts []Concept `json:"concepts"`
}

type medicationRequest struct {
	Status            string          `json:"status"`
	Intent            string          `json:"intent"`
	DoNotPerform      bool            `json:"doNotPerform"`
	Concept           codeableConcept `json:"medicationCodeableConcept"`
	Reference         *reference      `json:"medicationReference"`
	Subject           reference       `json:"subject"`
	AuthoredOn        string          `json:"authoredOn"`
	Requester         reference       `json:"requester"`
	DispenseRequest   dispenseRequest `json:"dispenseRequest"`
	DosageInstruction []dosage        `json:"dosageInstruction"`
	Note              []annotation    `json:"note"`
}

type dispenseRequest struct {
	ValidityPeriod period `json:"validityPeriod"`
}

type medicationStatement struct {
	Status            string          `json:"status"`
	Concept           codeableConcept `json:"medicationCodeableConcept"`
	Reference         *reference      `json:"medicationReference"`
	Subject           reference       `json:"subject"`
	EffectiveDateTime string          `json:"effectiveDateTime"`
	EffectivePeriod   *period         `json:"effectivePeriod"`
	DateAsserted      string          `json:"dateAsserted"`
	Dosage            []dosage        `json:"dosage"`
	Note              []annotation    `json:"note"`
}

type drug struct {
	Code codeableConcept `json:"code"`
}

func (m *medicationRequest) normalize(r *reading) (any, error) {
	switch {
	case m.Status == "entered-in-error":
		return nil, benign("status", "entered_in_error", "the source marks it as entered in error")
	case m.DoNotPerform:
		return nil, benign("doNotPerform", "not_an_order", "an order not to take it")
	case m.Status == "draft" || slices.Contains([]string{"proposal", "plan", "option"}, m.Intent):
		return nil, benign("intent", "not_an_order", "a draft, a proposal or a plan")
	}
	medication, err := r.medication(m.Subject, m.Concept, m.Reference)
	if err != nil {
		return nil, err
	}
	validity := m.DispenseRequest.ValidityPeriod
	if medication.Day, medication.DayPrecision, err = r.date("authoredOn", firstText(m.AuthoredOn, validity.Start)); err != nil {
		return nil, err
	}
	if medication.Until, medication.UntilPrecision, err = r.date("dispenseRequest", validity.End); err != nil {
		return nil, err
	}
	if err := medication.checkOrder("dispenseRequest"); err != nil {
		return nil, err
	}
	r.keepRest("dispenseRequest", "validityPeriod")
	medication.Recorded = r.recorded(m.AuthoredOn)
	medication.take(r, "dosageInstruction", m.DosageInstruction, m.Status, m.Note)
	if doctor, err := r.resolve("requester", "Practitioner", m.Requester); err == nil {
		medication.Doctor = &doctor
	} else {
		r.keep("requester")
	}
	return medication, nil
}

func (m *medicationStatement) normalize(r *reading) (any, error) {
	switch m.Status {
	case "entered-in-error":
		return nil, benign("status", "entered_in_error", "the source marks it as entered in error")
	case "not-taken":
		return nil, benign("status", "not_taken", "the source says that the patient doesn't take it")
	case "intended":
		return nil, benign("status", "not_an_order", "a plan")
	}
	medication, err := r.medication(m.Subject, m.Concept, m.Reference)
	if err != nil {
		return nil, err
	}
	if medication.Day, medication.DayPrecision, err = r.start("effective", m.EffectiveDateTime, m.EffectivePeriod); err != nil {
		return nil, err
	}
	medication.UntilPrecision = valueset.PrecisionDay
	if m.EffectivePeriod != nil {
		if medication.Until, medication.UntilPrecision, err = r.date("effectivePeriod", m.EffectivePeriod.End); err != nil {
			return nil, err
		}
	}
	if err := medication.checkOrder("effectivePeriod"); err != nil {
		return nil, err
	}
	medication.Recorded = r.recorded(m.DateAsserted)
	medication.take(r, "dosage", m.Dosage, m.Status, m.Note)
	return medication, nil
}

func (d *drug) normalize(r *reading) (any, error) {
	key, err := r.key()
	if err != nil {
		return nil, err
	}
	concepts, err := r.concepts("code", d.Code, rxnorm)
	return Drug{Key: key, Concepts: concepts}, err
}

// medication reads whose medication it is and which: by its code, or by a reference to a Medication in the resource or elsewhere.
func (r *reading) medication(subject reference, concept codeableConcept, ref *reference) (m Medication, err error) {
	if concept.absent() {
		return m, benign("medicationCodeableConcept", "statement_of_absence", "it says that the patient takes nothing, or that nobody knows")
	}
	if m.Patient, err = r.resolve("subject", "Patient", subject); err != nil {
		return m, err
	}
	field := "medicationCodeableConcept"
	if ref != nil && len(concept.Coding) == 0 {
		field = "medicationReference"
		id, contained := strings.CutPrefix(ref.Reference, "#")
		if !contained {
			key, err := r.resolve(field, "Medication", *ref)
			m.Medication = &key
			return m, err
		}
		if concept, err = r.containedDrug(id); err != nil {
			return m, err
		}
	}
	m.Concepts, err = r.concepts(field, concept, rxnorm)
	return m, err
}

// containedDrug returns the code of a Medication inside the resource.
func (r *reading) containedDrug(id string) (codeableConcept, error) {
	for _, raw := range r.inside {
		var inside struct {
			header
			drug
		}
		if json.Unmarshal(raw, &inside) == nil && inside.ResourceType == "Medication" && inside.ID == id {
			return inside.Code, nil
		}
	}
	return codeableConcept{}, issue("medicationReference", "invalid_reference", "the resource contains no such Medication")
}

// take sets how the medication is taken, and whether it is. A medication whose end has passed is not taken, whatever the status says.
func (m *Medication) take(r *reading, field string, instructions []dosage, status string, notes []annotation) {
	m.Notes = r.notes(notes)
	text := dosageText(instructions)
	if m.Dosage = optional(shortened(text, maxDosage)); longer(text, maxDosage) {
		r.keepWarning(field, "too_long", fmt.Sprintf("only the first %d characters are stored; all is kept as it came", maxDosage))
	} else if unread(r.elements()[field], dosage{}) {
		r.keepWarning(field, "kept_as_source", "the dosage has elements that words don't say; all is kept as it came")
	}
	m.Status = status
	if !slices.Contains(valueset.MedicationStatus("").Values(), status) {
		m.Status = "unknown"
		r.keepWarning("status", "unknown_status", "no status that FHIR knows: it is stored as unknown")
		if status == "" {
			r.warn(issue("status", "no_status", "the source doesn't say whether the patient takes it: the status is stored as unknown"))
		}
	}
	if m.Until == nil || m.Status != string(valueset.MedicationActive) {
		return
	}
	if m.UntilPrecision.Over((Date{*m.Until, m.UntilPrecision}).first()) {
		m.Status = "completed"
		r.keepWarning("status", "ended", "the status says that it continues, but it has ended: it is stored as completed")
	}
}

// shortened is the text, or its beginning with a sign that there is more.
func shortened(text string, characters int) string {
	if !longer(text, characters) {
		return text
	}
	return truncate(text, characters-2) + " …"
}
