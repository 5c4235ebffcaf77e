package clinical

import (
	"time"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/page"
)

type allergiesInput struct {
	PatientInput
	endpoint.ListInput
	Status string `query:"status" enum:"active,inactive,resolved" doc:"Only allergies of this status."`
}

func (in allergiesInput) asks() (PatientInput, string, page.Request) {
	return in.PatientInput, in.Status, in.Page()
}

// AllergyBody is an allergy in an answer.
type AllergyBody struct {
	EntryBody
	Allergy      codingBody  `json:"allergy"`
	Reaction     *codingBody `json:"reaction,omitempty" doc:"How it shows; left out when nothing is known."`
	RecordedDate string      `json:"recorded_date" format:"date"`
	Status       string      `json:"status" enum:"active,inactive,resolved" doc:"Of FHIR's allergyintolerance-clinical."`
	Severity     *string     `json:"severity" enum:"mild,moderate,severe"`
}

// ToAllergy is the body of an allergy.
func ToAllergy(a *clinical.Allergy) AllergyBody {
	return AllergyBody{
		EntryBody: toEntryBody(a.Entry), Allergy: codingBody(a.Allergy), Reaction: (*codingBody)(a.Reaction),
		RecordedDate: a.RecordedDate.Format(time.DateOnly), Status: a.Status, Severity: a.Severity,
	}
}

type newAllergyBody struct {
	Allergy      codeBody  `json:"allergy" doc:"An entry of the catalog of allergies."`
	Reaction     *codeBody `json:"reaction,omitempty" doc:"An entry of the catalog of allergic reactions."`
	RecordedDate string    `json:"recorded_date" format:"date" example:"2024-03-01" doc:"From the patient's birth to today."`
	Status       *string   `json:"status,omitempty" enum:"active,inactive,resolved" default:"active"`
	Severity     *string   `json:"severity,omitempty" enum:"mild,moderate,severe"`
	Notes        *string   `json:"notes,omitempty" maxLength:"4000"`
}

func (b newAllergyBody) fields() clinical.AllergyFields {
	reaction := optionalCoding(present(b.Reaction))
	return clinical.AllergyFields{
		Allergy: given(b.Allergy.coding()), Reaction: reaction, RecordedDate: given(day(b.RecordedDate)),
		Status: present(b.Status), Severity: present(b.Severity), Notes: present(b.Notes),
	}
}

type changeAllergyBody struct {
	Reaction     endpoint.Optional[codeBody] `json:"reaction,omitempty" doc:"An entry of the catalog of allergic reactions, both its members; null removes it."`
	RecordedDate endpoint.Optional[string]   `json:"recorded_date,omitempty" format:"date" example:"2024-03-01"`
	Status       endpoint.Optional[string]   `json:"status,omitempty" enum:"active,inactive,resolved"`
	Severity     endpoint.Optional[string]   `json:"severity,omitempty" enum:"mild,moderate,severe"`
	Notes        endpoint.Optional[string]   `json:"notes,omitempty" maxLength:"4000"`
}

func (b changeAllergyBody) fields() clinical.AllergyFields {
	return clinical.AllergyFields{
		Reaction: optionalCoding(b.Reaction.Optional), RecordedDate: optionalDay(b.RecordedDate.Optional),
		Status: b.Status.Optional, Severity: b.Severity.Optional, Notes: b.Notes.Optional,
	}
}

func registerAllergies(api *endpoint.API, h handlers, records *clinical.Service) {
	register[*clinical.Allergy, clinical.AllergyFields, allergiesInput, AllergyBody, newAllergyBody, changeAllergyBody](api,
		collection[*clinical.Allergy, clinical.AllergyFields, allergiesInput, AllergyBody]{
			handlers: h, entries: records.Allergies, one: "allergy", many: "allergies",
			order: "By when they were recorded, newest first.", toBody: ToAllergy,
		})
}
