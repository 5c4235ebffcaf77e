// Package patient has the operations on patients.
package patient

import (
	"context"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/related"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/patient"
)

const path = "/api/v1/patients"

var tags = []string{"patients"}

type handlers struct {
	patients *patient.Service
	trail    *audit.Reader
	related  *related.Records
}

// Register registers the operations on api.
func Register(api *endpoint.API, patients *patient.Service, trail *audit.Reader, records *related.Records) {
	h := handlers{patients, trail, records}
	h.registerList(api)
	h.registerGet(api)
	h.registerCreate(api)
	h.registerRegister(api)
	h.registerChange(api)
	h.registerActivation(api)
	h.registerTransfer(api)
	h.registerAccessLog(api)
	h.registerValidation(api)
	h.registerValidationStep(api)
	h.registerGetHealthProfile(api)
	h.registerChangeHealthProfile(api)
}

// PatientBody is a patient in an answer.
type PatientBody struct {
	ID               uuid.UUID                       `json:"id" format:"uuid"`
	DoctorID         uuid.UUID                       `json:"doctor_id" format:"uuid"`
	InstitutionID    uuid.UUID                       `json:"institution_id" format:"uuid"`
	Doctor           *related.DoctorSummaryBody      `json:"doctor,omitempty" doc:"When include names it and you may see the doctor."`
	Institution      *related.InstitutionSummaryBody `json:"institution,omitempty" doc:"When include names it and you may see the institution."`
	FirstName        string                          `json:"first_name"`
	LastName         string                          `json:"last_name"`
	DateOfBirth      string                          `json:"date_of_birth" format:"date"`
	DeceasedAt       *time.Time                      `json:"deceased_at"`
	Sex              string                          `json:"sex" example:"female" doc:"A code of the catalog sexes."`
	Gender           *string                         `json:"gender" example:"woman" doc:"A code of the catalog genders."`
	EmergencyContact *emergencyContactBody           `json:"emergency_contact,omitempty"`
	ValidationStatus string                          `json:"validation_status" enum:"pending,doctor_validated,institution_validated,full_access,rejected"`
	RejectionReason  *string                         `json:"rejection_reason"`
	Active           bool                            `json:"active" doc:"Whether the patient is in care."`
	CreatedAt        time.Time                       `json:"created_at"`
	UpdatedAt        time.Time                       `json:"updated_at"`
	Version          int                             `json:"version" doc:"Rises with each change; the ETag is made of it."`
}

type emergencyContactBody struct {
	Name  string `json:"name" minLength:"1" maxLength:"200"`
	Phone string `json:"phone" maxLength:"40" example:"+16175550100" doc:"International, with a plus sign; kept as E.164."`
}

// PathInput is the input of an operation on one patient that takes nothing else.
type PathInput struct {
	ID string `path:"id" maxLength:"36" example:"me" doc:"A patient's id, or me for the patient who asks."`
}

// conditionalInput is the input of a conditional read of something of one patient.
type conditionalInput struct {
	endpoint.Conditional
	PathInput
}

// IncludeInput is what a read embeds.
type IncludeInput struct {
	Include []string `query:"include" nullable:"false" maxItems:"10" enum:"doctor,institution" doc:"What to embed, joined by commas; whom you may not see is left out."`
}

// embed embeds what include names.
func (in IncludeInput) embed(ctx context.Context, records *related.Records, patients []PatientBody) error {
	err := related.EmbedDoctors(ctx, records, in.Include, patients,
		func(b *PatientBody) (uuid.UUID, **related.DoctorSummaryBody) { return b.DoctorID, &b.Doctor })
	if err != nil {
		return err
	}
	return related.EmbedInstitutions(ctx, records, in.Include, patients,
		func(b *PatientBody) (uuid.UUID, **related.InstitutionSummaryBody) {
			return b.InstitutionID, &b.Institution
		})
}

type output struct {
	ETag string `header:"ETag"`
	Body PatientBody
}

func toOutput(p *patient.Patient) *output {
	return &output{ETag: endpoint.VersionTag(p.Version), Body: ToPatient(p)}
}

// ToPatient is the body of a patient.
func ToPatient(p *patient.Patient) PatientBody {
	body := PatientBody{
		ID: p.ID, DoctorID: p.DoctorID, InstitutionID: p.InstitutionID,
		FirstName: p.FirstName, LastName: p.LastName,
		DateOfBirth: p.DateOfBirth.Format(time.DateOnly), DeceasedAt: endpoint.UTC(p.DeceasedAt),
		Sex: p.Sex, Gender: p.Gender,
		ValidationStatus: p.ValidationStatus, RejectionReason: p.RejectionReason,
		Active: p.Active, CreatedAt: p.CreatedAt.UTC(), UpdatedAt: p.UpdatedAt.UTC(), Version: p.Version,
	}
	if c := p.EmergencyContact; c != nil {
		body.EmergencyContact = &emergencyContactBody{c.Name, c.Phone}
	}
	return body
}
