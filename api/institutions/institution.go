// Package institutions has the operations on medical institutions.
package institutions

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	apidoctor "github.com/predicthealth/predicthealth/api/doctors"
	"github.com/predicthealth/predicthealth/api/endpoint"
	apipatient "github.com/predicthealth/predicthealth/api/patients"
	"github.com/predicthealth/predicthealth/api/related"
	"github.com/predicthealth/predicthealth/service/doctor"
	"github.com/predicthealth/predicthealth/service/institution"
	"github.com/predicthealth/predicthealth/service/patient"
)

const path = "/api/v1/institutions"

var tags = []string{"institutions"}

type handlers struct {
	institutions *institution.Service
	doctors      *doctor.Service
}

// Register registers the operations on api.
func Register(
	api *endpoint.API, institutions *institution.Service, doctors *doctor.Service, patients *patient.Service, records *related.Records,
) {
	h := handlers{institutions, doctors}
	h.registerList(api)
	h.registerGet(api)
	h.registerOfDoctor(api)
	h.registerCreate(api)
	h.registerChange(api)
	h.registerActions(api)
	endpoint.Invite(api, "institution", path, "For staff with the permissions institutions:create and institutions:update.", h.id, h.institutions.Invite)
	h.registerStatistics(api)
	apidoctor.RegisterOf(api, doctors, records, huma.Operation{
		OperationID: "list-institution-doctors", Method: http.MethodGet, Path: path + "/{id}/doctors", Tags: tags,
		Summary:     "List an institution's doctors",
		Description: "Lists those of an institution's doctors whom you may see, if you may see the institution. Patients see their own doctor; doctors and the institution see all; staff need the permissions institutions:read and doctors:read.",
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, h.find)
	apipatient.RegisterOf(api, patients, records, huma.Operation{
		OperationID: "list-institution-patients", Method: http.MethodGet, Path: path + "/{id}/patients", Tags: tags,
		Summary:     "List an institution's patients",
		Description: "Lists those of an institution's patients whom you may see, if you may see the institution. Patients see only themselves; doctors and the institution see all; staff need the permissions institutions:read and patients:read.",
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, func(ctx context.Context, text string) (patient.Filter, error) {
		id, err := h.find(ctx, text)
		return patient.Filter{InstitutionID: id}, err
	})
}

// PathInput is the institution in an operation's path, for operations that take nothing else.
type PathInput struct {
	ID string `path:"id" maxLength:"36" example:"me"`
}

// id parses an institution's id in a path; an id that isn't a UUID belongs to nobody.
func (h handlers) id(ctx context.Context, text string) (uuid.UUID, error) {
	return endpoint.IDOrMe(ctx, text, h.institutions.Me)
}

// find returns the id in a path if the viewer may see the institution.
func (h handlers) find(ctx context.Context, text string) (uuid.UUID, error) {
	id, err := h.id(ctx, text)
	if err != nil {
		return uuid.Nil, err
	}
	_, err = h.institutions.Get(ctx, id)
	return id, err
}

type output = endpoint.ResourceOutput[institution.Institution]
