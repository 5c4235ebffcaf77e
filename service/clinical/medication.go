package clinical

import (
	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patientmedication"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Medication is a drug that a patient takes or took (FHIR MedicationRequest).
type Medication struct {
	Entry
	Medication         resource.Coding           `json:"medication" set:"create" catalog:"medications" example:"{\"code_system\":\"http://www.nlm.nih.gov/research/umls/rxnorm\",\"code\":\"860975\",\"name\":\"24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet\"}" doc:"An entry from the catalog of medications."`
	StartDate          *resource.Date            `json:"start_date" set:"create,update" example:"2024-03-01" doc:"From the patient's birth to today; null when it is unknown."`
	StartDatePrecision valueset.Precision        `json:"start_date_precision" set:"create,update" default:"day" doc:"How much of the date is known; it is the first day of that."`
	EndDate            *resource.Date            `json:"end_date" set:"create,update" doc:"The last day, which may lie in the future; null while nobody knows of an end."`
	EndDatePrecision   valueset.Precision        `json:"end_date_precision" set:"create,update" default:"day" doc:"How much of the date is known; it is the first day of that."`
	Status             valueset.MedicationStatus `json:"status" set:"create,update" default:"active" doc:"A code of FHIR's medicationrequest-status."`
	Dosage             *string                   `json:"dosage" set:"create,update" minLength:"1" maxLength:"4000" example:"500 mg twice a day"`
}

// Current says whether the patient takes the medication now.
func (m *Medication) Current() bool { return m.continues() && !m.period().over() }

// continues says whether the status does.
func (m *Medication) continues() bool { return m.Status == valueset.MedicationActive }

func (m *Medication) period() period {
	return period{m.StartDate, m.EndDate, m.EndDatePrecision, patientmedication.FieldEndDate}
}

func medications(o collection.Options) *Collection[Medication] {
	table := resource.TableOf(func(c *ent.Client) *ent.PatientMedicationClient { return c.PatientMedication }, withDoctor[Medication]())
	order := page.Order{ // two courses of a medication may begin on one day
		Columns: []string{patientmedication.FieldStartDate, patientmedication.FieldMedicationID, patientmedication.FieldID},
		Desc:    true, Dated: patientmedication.FieldStartDate,
	}
	all := of(o, "medication", table, order, func(e *resource.Edit[Medication]) { checkPeriod(e, e.After.period(), e.After.continues()) })
	all.WithStatus = withStatus(patientmedication.FieldEndDate)
	return all
}
