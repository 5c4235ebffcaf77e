// Package doctors has the operations on doctors.
package doctors

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	apipatient "github.com/predicthealth/predicthealth/api/patients"
	"github.com/predicthealth/predicthealth/api/related"
	"github.com/predicthealth/predicthealth/service/doctor"
	"github.com/predicthealth/predicthealth/service/patient"
)

const path = "/api/v1/doctors"

var tags = []string{"doctors"}

type handlers struct {
	doctors *doctor.Service
	related *related.Records
}

// Register registers the operations on api.
func Register(api *endpoint.API, doctors *doctor.Service, patients *patient.Service, records *related.Records) {
	h := handlers{doctors, records}
	h.registerList(api)
	h.registerGet(api)
	h.registerCreate(api)
	h.registerChange(api)
	h.registerActions(api)
	endpoint.Invite(api, "doctor", path, "For the doctor's institution, and staff with the permissions doctors:create and doctors:update. "+
		"Institutions may send an address only while the doctor is not active.", h.id, h.doctors.Invite)
	h.registerTransfer(api)
	h.registerStatistics(api)
	h.registerDashboard(api)
	apipatient.RegisterOf(api, patients, records, huma.Operation{
		OperationID: "list-doctor-patients", Method: http.MethodGet, Path: path + "/{id}/patients", Tags: tags,
		Summary:     "List a doctor's patients",
		Description: "Lists those of a doctor's patients whom you may see, if you may see the doctor. Doctors and institutions can list the patients of their institution's doctors; staff with the permissions doctors:read and patients:read those of any doctor; patients see only themselves.",
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, func(ctx context.Context, text string) (patient.Filter, error) {
		d, err := h.find(ctx, text)
		if err != nil {
			return patient.Filter{}, err
		}
		return patient.Filter{DoctorID: d.ID}, nil
	})
}

// PathInput is the doctor in an operation's path, for operations that take nothing else.
type PathInput struct {
	ID string `path:"id" maxLength:"36" example:"me"`
}

// id parses a doctor's id in a path; an id that isn't a UUID belongs to nobody.
func (h handlers) id(ctx context.Context, text string) (uuid.UUID, error) {
	return endpoint.IDOrMe(ctx, text, h.doctors.Me)
}

// find returns the doctor in a path.
func (h handlers) find(ctx context.Context, text string) (*doctor.Doctor, error) {
	id, err := h.id(ctx, text)
	if err != nil {
		return nil, err
	}
	return h.doctors.Get(ctx, id)
}

// IncludeInput says what a read embeds.
type IncludeInput struct {
	Include []string `query:"include" nullable:"false" maxItems:"10" enum:"institution" doc:"Related records to embed. Records that you may not see are left out."`
}

// embed embeds the records that include names.
func (in IncludeInput) embed(ctx context.Context, records *related.Records, doctors []doctorBody) error {
	return related.EmbedInstitutions(ctx, records, in.Include, doctors,
		func(b *doctorBody) (uuid.UUID, **related.InstitutionSummaryBody) {
			return b.InstitutionID, &b.Institution
		})
}

type output struct {
	ETag string `header:"ETag"`
	Body doctorBody
}

func toOutput(d *doctor.Doctor) *output {
	return &output{ETag: endpoint.VersionTag(d.Version), Body: toBody(d)}
}

// doctorBody is a doctor in a response.
type doctorBody struct {
	doctor.Doctor
	Institution *related.InstitutionSummaryBody `json:"institution,omitempty" doc:"When include names it and you may see the institution."`
}

func toBody(d *doctor.Doctor) doctorBody { return doctorBody{Doctor: *d} }
