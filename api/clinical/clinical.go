// Package clinical has the operations on the collections of a patient's record: conditions, medications, allergies and
// family history. What they have in common is in collection.go; the file of a collection has its bodies.
package clinical

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/patient"
)

const path = "/api/v1/patients/{id}"

type handlers struct{ patients *patient.Service }

// Register registers the operations on api.
func Register(api *endpoint.API, records *clinical.Service, patients *patient.Service) {
	h := handlers{patients}
	registerConditions(api, h, records)
	registerMedications(api, h, records)
	registerAllergies(api, h, records)
	registerFamilyHistory(api, h, records)
}

// PatientInput names the patient in the path.
type PatientInput struct {
	ID string `path:"id" maxLength:"36" example:"me" doc:"A patient's id, or me for the patient who asks."`
}

// EntryInput names an entry of a patient's record in the path.
type EntryInput struct {
	PatientInput
	EntryID string `path:"entry_id" maxLength:"36" format:"uuid"`
}

// patient reads the id of the patient.
func (h handlers) patient(ctx context.Context, in PatientInput) (uuid.UUID, error) {
	if in.ID == "me" {
		return h.patients.Me(ctx)
	}
	return endpoint.ID(in.ID)
}

// entry reads the ids of the patient and the entry.
func (h handlers) entry(ctx context.Context, in EntryInput) (patientID, id uuid.UUID, err error) {
	if patientID, err = h.patient(ctx, in.PatientInput); err == nil {
		id, err = endpoint.ID(in.EntryID)
	}
	return patientID, id, err
}

// EntryBody is what entries of all collections have.
type EntryBody struct {
	ID        uuid.UUID `json:"id" format:"uuid"`
	PatientID uuid.UUID `json:"patient_id" format:"uuid"`
	Notes     *string   `json:"notes,omitempty" doc:"Left out when there are none, and for colleagues of the patient's doctor."`
	CreatedAt time.Time `json:"created_at"`
	UpdatedAt time.Time `json:"updated_at"`
	Version   int       `json:"version" doc:"Rises with each change; the ETag is made of it."`
}

func toEntryBody(e clinical.Entry) EntryBody {
	return EntryBody{e.ID, e.PatientID, e.Notes, e.CreatedAt.UTC(), e.UpdatedAt.UTC(), e.Version}
}

// codingBody is an entry of a catalog in an answer.
type codingBody struct {
	System string `json:"code_system" format:"uri" example:"http://snomed.info/sct"`
	Code   string `json:"code" example:"44054006"`
	Name   string `json:"name" example:"Diabetes mellitus type 2"`
}

// codeBody names an entry of a catalog.
type codeBody struct {
	CodeSystem string `json:"code_system" minLength:"1" maxLength:"100" example:"http://snomed.info/sct" doc:"The code system's URI, as FHIR has it."`
	Code       string `json:"code" minLength:"1" maxLength:"50" example:"44054006"`
}

func given[T any](value T) service.Optional[T] {
	return service.Optional[T]{Given: true, Value: &value}
}

// present is a value of a new entry that may be left out.
func present[T any](value *T) service.Optional[T] {
	return service.Optional[T]{Given: value != nil, Value: value}
}

func (b codeBody) coding() clinical.Coding {
	return clinical.Coding{System: b.CodeSystem, Code: b.Code}
}

func optionalCoding(o service.Optional[codeBody]) service.Optional[clinical.Coding] {
	result := service.Optional[clinical.Coding]{Given: o.Given}
	if o.Value != nil {
		coding := o.Value.coding()
		result.Value = &coding
	}
	return result
}

// day reads a date that the schema has found to be one.
func day(text string) time.Time {
	t, _ := time.Parse(time.DateOnly, text)
	return t
}

func optionalDay(o service.Optional[string]) service.Optional[time.Time] {
	result := service.Optional[time.Time]{Given: o.Given}
	if o.Value != nil {
		t := day(*o.Value)
		result.Value = &t
	}
	return result
}

func dayText(t *time.Time) *string {
	if t == nil {
		return nil
	}
	text := t.Format(time.DateOnly)
	return &text
}
