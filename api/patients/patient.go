// Package patients has the operations on patients.
package patients

import (
	"context"

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
	h.registerCreate(api)
	h.registerRegister(api)
	h.registerChange(api)
	h.registerActivation(api)
	endpoint.Invite(api, "patient", path, "For the patient's doctor, the patient's institution unless it is an insurer, and staff with the "+
		"permissions patients:create and patients:update.", h.id, patients.Invite)
	h.registerTransfer(api)
	h.registerAccessLog(api)
	h.registerValidation(api)
	h.registerValidationStep(api)
	h.registerGetHealthProfile(api)
	h.registerChangeHealthProfile(api)
}

// id parses a patient's id in a path; an id that isn't a UUID belongs to nobody.
func (h handlers) id(ctx context.Context, text string) (uuid.UUID, error) {
	return endpoint.IDOrMe(ctx, text, h.patients.Me)
}

// PatientBody is a patient in a response.
type PatientBody struct {
	patient.Patient
	Doctor      *related.DoctorSummaryBody      `json:"doctor,omitempty" doc:"When include names it and you may see the doctor."`
	Institution *related.InstitutionSummaryBody `json:"institution,omitempty" doc:"When include names it and you may see the institution."`
}

// PathInput is the input of an operation on one patient that takes nothing else.
type PathInput struct {
	ID string `path:"id" maxLength:"36" example:"me"`
}

// conditionalInput is the input of a conditional read of one patient's data.
type conditionalInput struct {
	endpoint.Conditional
	PathInput
}

// IncludeInput says what a read embeds.
type IncludeInput struct {
	Include []string `query:"include" nullable:"false" maxItems:"10" enum:"doctor,institution" doc:"Related records to embed, separated by commas. Records that you may not see are left out."`
}

// Embed embeds the records that include names.
func Embed(ctx context.Context, records *related.Records, include []string, patients []PatientBody) error {
	err := related.EmbedDoctors(ctx, records, include, patients,
		func(b *PatientBody) (uuid.UUID, **related.DoctorSummaryBody) { return b.DoctorID, &b.Doctor })
	if err != nil {
		return err
	}
	return related.EmbedInstitutions(ctx, records, include, patients,
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

// ToPatient converts a patient.
func ToPatient(p *patient.Patient) PatientBody { return PatientBody{Patient: *p} }
