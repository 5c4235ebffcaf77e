package clinical

import (
	"time"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/page"
)

type medicationsInput struct {
	PatientInput
	endpoint.ListInput
	Status string `query:"status" enum:"active,on-hold,completed,stopped,cancelled,unknown" doc:"Only medications of this status."`
}

func (in medicationsInput) asks() (PatientInput, string, page.Request) {
	return in.PatientInput, in.Status, in.Page()
}

// MedicationBody is a medication in an answer.
type MedicationBody struct {
	EntryBody
	Medication codingBody `json:"medication"`
	StartDate  string     `json:"start_date" format:"date"`
	EndDate    *string    `json:"end_date" format:"date" doc:"null while the patient takes it."`
	Status     string     `json:"status" enum:"active,on-hold,completed,stopped,cancelled,unknown" doc:"Of FHIR's medicationrequest-status."`
	Dosage     *string    `json:"dosage" example:"500 mg twice a day"`
}

// ToMedication is the body of a medication.
func ToMedication(m *clinical.Medication) MedicationBody {
	return MedicationBody{
		EntryBody: toEntryBody(m.Entry), Medication: codingBody(m.Medication),
		StartDate: m.StartDate.Format(time.DateOnly), EndDate: dayText(m.EndDate), Status: m.Status, Dosage: m.Dosage,
	}
}

type newMedicationBody struct {
	Medication codeBody `json:"medication" doc:"An entry of the catalog of medications."`
	StartDate  string   `json:"start_date" format:"date" example:"2024-03-01" doc:"From the patient's birth to today."`
	EndDate    *string  `json:"end_date,omitempty" format:"date" doc:"Until today."`
	Status     *string  `json:"status,omitempty" enum:"active,on-hold,completed,stopped,cancelled,unknown" default:"active"`
	Dosage     *string  `json:"dosage,omitempty" minLength:"1" maxLength:"500" example:"500 mg twice a day"`
	Notes      *string  `json:"notes,omitempty" maxLength:"4000"`
}

func (b newMedicationBody) fields() clinical.MedicationFields {
	return clinical.MedicationFields{
		Medication: given(b.Medication.coding()), StartDate: given(day(b.StartDate)), EndDate: optionalDay(present(b.EndDate)),
		Status: present(b.Status), Dosage: present(b.Dosage), Notes: present(b.Notes),
	}
}

type changeMedicationBody struct {
	StartDate endpoint.Optional[string] `json:"start_date,omitempty" format:"date" example:"2024-03-01"`
	EndDate   endpoint.Optional[string] `json:"end_date,omitempty" format:"date"`
	Status    endpoint.Optional[string] `json:"status,omitempty" enum:"active,on-hold,completed,stopped,cancelled,unknown"`
	Dosage    endpoint.Optional[string] `json:"dosage,omitempty" minLength:"1" maxLength:"500"`
	Notes     endpoint.Optional[string] `json:"notes,omitempty" maxLength:"4000"`
}

func (b changeMedicationBody) fields() clinical.MedicationFields {
	return clinical.MedicationFields{
		StartDate: optionalDay(b.StartDate.Optional), EndDate: optionalDay(b.EndDate.Optional),
		Status: b.Status.Optional, Dosage: b.Dosage.Optional, Notes: b.Notes.Optional,
	}
}

func registerMedications(api *endpoint.API, h handlers, records *clinical.Service) {
	register[*clinical.Medication, clinical.MedicationFields, medicationsInput, MedicationBody, newMedicationBody, changeMedicationBody](api,
		collection[*clinical.Medication, clinical.MedicationFields, medicationsInput, MedicationBody]{
			handlers: h, entries: records.Medications, one: "medication", many: "medications",
			order: "By their beginning, newest first.", toBody: ToMedication,
		})
}
