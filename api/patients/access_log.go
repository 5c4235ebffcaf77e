package patients

import (
	"context"
	"net/http"
	"time"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/audit"
)

type accessLogInput struct {
	endpoint.ListInput
	ID string `path:"id" maxLength:"36" example:"me"`
}

// PatientAccessBody is a use of a record in a response.
type PatientAccessBody struct {
	OccurredAt   time.Time `json:"occurred_at"`
	By           partyBody `json:"by"`
	Action       string    `json:"action" example:"patient.read" doc:"The action; operation.call is a request that was refused."`
	Outcome      string    `json:"outcome" enum:"success,denied,failure"`
	PurposeOfUse *string   `json:"purpose_of_use" example:"TREAT" doc:"An HL7 v3 PurposeOfUse code; null when the caller sent none."`
}

type partyBody struct {
	Kind string  `json:"kind" enum:"patient,doctor,institution,staff,service,system,anonymous,user,cms_user,service_account" doc:"user, cms_user and service_account stand for accounts that no longer exist."`
	Name *string `json:"name" doc:"The name of a doctor, an institution or a service account, or the role of a staff member; null for others."`
}

func (h handlers) registerAccessLog(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-patient-access-log",
		Method:      http.MethodGet,
		Path:        path + "/{id}/access-log",
		Summary:     "List who used a patient's record",
		Description: "Newest first. New events appear within seconds. Patients can read their own access log, staff with the permission audit:read that of any patient.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, h.accessLog)
}

func (h handlers) accessLog(ctx context.Context, in *accessLogInput) (*endpoint.ListOutput[PatientAccessBody], error) {
	id, err := h.id(ctx, in.ID)
	if err != nil {
		return nil, err
	}
	page, err := h.trail.AccessLog(ctx, id, in.Page())
	if err != nil {
		return nil, err
	}
	return endpoint.List(ctx, page, ToAccess), nil
}

// ToAccess converts a use of a record.
func ToAccess(a audit.Access) PatientAccessBody {
	return PatientAccessBody{
		OccurredAt: a.OccurredAt.UTC(), By: partyBody(a.By), Action: a.Action, Outcome: string(a.Outcome),
		PurposeOfUse: a.PurposeOfUse,
	}
}
