package patientrecords

import (
	"context"
	"fmt"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/patients"
	"github.com/predicthealth/predicthealth/service/record"
)

type patientExportBody struct {
	ExportedAt time.Time            `json:"exported_at"`
	Patient    patients.PatientBody `json:"patient"`
	ContactsBody
	MedicalRecord *record.MedicalRecord   `json:"medical_record,omitempty" doc:"Left out for insurers."`
	Validation    patients.ValidationBody `json:"validation"`
	Identifiers   []identifierBody        `json:"identifiers" nullable:"false" doc:"The patient's ids in other systems."`
	Account       *exportedAccountBody    `json:"account,omitempty" doc:"The patient's account; only for the patient and for staff with the permission accounts:read. Left out when there is none."`
	AccessLog     *exportedAccessesBody   `json:"access_log,omitempty" doc:"Who used the record; only for the patient and for staff with the permission audit:read."`
}

type identifierBody struct {
	System    string    `json:"system" example:"urn:oid:2.16.840.1.113883.4.3.25" doc:"A URI that identifies the system."`
	Value     string    `json:"value"`
	CreatedAt time.Time `json:"created_at"`
}

type exportedAccountBody struct {
	ID                uuid.UUID  `json:"id" format:"uuid"`
	Email             string     `json:"email"`
	Active            bool       `json:"active"`
	Verified          bool       `json:"verified"`
	LastLoginAt       *time.Time `json:"last_login_at"`
	LastLoginIP       *string    `json:"last_login_ip"`
	PasswordChangedAt *time.Time `json:"password_changed_at"`
	CreatedAt         time.Time  `json:"created_at"`
}

type exportedAccessesBody struct {
	Items    []patients.PatientAccessBody `json:"items" nullable:"false" doc:"Newest first, at most 10,000."`
	Complete bool                         `json:"complete" doc:"false when there are more accesses; the access log lists them all."`
}

type exportOutput struct {
	Disposition string `header:"Content-Disposition" doc:"A file name for the export."`
	Body        patientExportBody
}

func (h handlers) registerExport(api *endpoint.API) {
	endpoint.Read(api, operation(endpoint.StepUp(huma.Operation{
		OperationID: "export-patient",
		Path:        "/export",
		Summary:     "Export all data of a patient",
		Description: "Personal data, contacts, medical record, validation, identifiers, account and access log in one file. You get only those parts that you may also read separately. For the patient, their doctor, their institution and staff with the permission reports:export.",
	})), h.export)
}

func (h handlers) export(ctx context.Context, in *PatientInput) (*exportOutput, error) {
	id, err := h.patient(ctx, in)
	if err != nil {
		return nil, err
	}
	e, err := h.Records.Export(ctx, id)
	if err != nil {
		return nil, err
	}
	out := &exportOutput{Disposition: fmt.Sprintf("attachment; filename=%q", "patient-"+id.String()+".json"), Body: patientExportBody{
		ExportedAt: e.ExportedAt, Patient: patients.ToPatient(e.Patient), ContactsBody: ContactsBody(e.Contacts),
		Validation:  patients.ToValidation(e.Validation),
		Identifiers: each(e.Identifiers, toIdentifier),
		Account:     toExportedAccount(e.Account), MedicalRecord: e.Medical,
	}}
	if e.Accesses != nil {
		out.Body.AccessLog = &exportedAccessesBody{each(e.Accesses.Items, patients.ToAccess), e.Accesses.Complete}
	}
	return out, nil
}

func toIdentifier(i record.Identifier) identifierBody {
	return identifierBody{i.System, i.Value, i.CreatedAt.UTC()}
}

func toExportedAccount(a *record.Account) *exportedAccountBody {
	if a == nil {
		return nil
	}
	return &exportedAccountBody{
		ID: a.ID, Email: a.Email, Active: a.Active, Verified: a.Verified, LastLoginAt: endpoint.UTC(a.LastLoginAt),
		LastLoginIP: a.LastLoginIP, PasswordChangedAt: endpoint.UTC(a.PasswordChangedAt), CreatedAt: a.CreatedAt.UTC(),
	}
}
