package patient

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
	ID string `path:"id" maxLength:"36" example:"me" doc:"A patient's id, or me for the patient who asks."`
}

// AccessBody is a use of a record in an answer.
type AccessBody struct {
	OccurredAt   time.Time `json:"occurred_at"`
	By           partyBody `json:"by"`
	Action       string    `json:"action" example:"patient.read" doc:"What was done; operation.call is a request that was refused."`
	Outcome      string    `json:"outcome" enum:"success,denied,failure"`
	PurposeOfUse *string   `json:"purpose_of_use" example:"TREAT" doc:"A code of HL7 v3 PurposeOfUse; null when none was told."`
}

type partyBody struct {
	Kind string  `json:"kind" enum:"patient,doctor,institution,staff,service,system,anonymous,user,cms_user,service_account" doc:"user, cms_user and service_account are of accounts that are gone."`
	Name *string `json:"name" doc:"Of a doctor, an institution or a service; the role of a member of the staff."`
}

func (h handlers) registerAccessLog(api *endpoint.API) {
	endpoint.Read(api, huma.Operation{
		OperationID: "list-patient-accesses",
		Method:      http.MethodGet,
		Path:        path + "/{id}/access-log",
		Summary:     "List who used a patient's record",
		Description: "Newest first. Patients see their own, staff with the permission audit:read that of any patient. What happened a moment ago is there within seconds.",
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	}, h.accessLog)
}

func (h handlers) accessLog(ctx context.Context, in *accessLogInput) (*endpoint.ListOutput[AccessBody], error) {
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

// ToAccess is the body of a use of a record.
func ToAccess(a audit.Access) AccessBody {
	return AccessBody{
		OccurredAt: a.OccurredAt.UTC(), By: partyBody(a.By), Action: a.Action, Outcome: string(a.Outcome),
		PurposeOfUse: a.PurposeOfUse,
	}
}
