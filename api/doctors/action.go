package doctors

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/doctor"
)

type leaveInput struct {
	PathInput
	Body *doctorLeaveBody `required:"false"`
}

type doctorLeaveBody struct {
	SuccessorID *string `json:"successor_id,omitempty" format:"uuid" doc:"The doctor who takes over all patients: another active doctor of the institution. Without one, the response is 409 with the type has_patients if the doctor has active patients."`
	Reason      string  `json:"reason,omitempty" maxLength:"500" example:"Moves abroad." doc:"The reason, for the audit trail."`
}

type reactivateInput struct {
	PathInput
	Body *endpoint.ReasonBody `required:"false"`
}

const (
	repeating = " Repeating the request changes nothing."
	whoActs   = " For the doctor's institution and staff with the permission doctors:update; to hand over patients, staff also need patients:read and patients:update." + repeating
)

func (h handlers) registerActions(api *endpoint.API) {
	for _, action := range []struct {
		name, summary, description string
		do                         func(context.Context, uuid.UUID, doctor.Leave) (*doctor.Doctor, error)
	}{
		{"suspend", "Suspend a doctor", "Ends the doctor's sessions. From then on, the doctor sees only their own record and no patients.", h.doctors.Suspend},
		{"retire", "Retire a doctor", "Has the effects of a suspension, but is meant to be permanent: a retired doctor can't be suspended.", h.doctors.Retire},
	} {
		endpoint.Write(api, operation(action.name, action.summary, action.description+" Patients who change doctor in this way must be validated again."+whoActs),
			func(ctx context.Context, in *leaveInput) (*output, error) {
				var l doctor.Leave
				if b := in.Body; b != nil {
					l = leave(b.SuccessorID, b.Reason)
				}
				return h.act(ctx, in.ID, func(id uuid.UUID) (*doctor.Doctor, error) { return action.do(ctx, id, l) })
			})
	}
	endpoint.Write(api, operation("reactivate", "Reactivate a doctor", "Makes a suspended or retired doctor active again, or lets one whom an institution has created begin. Patients who were handed over do not come back. For staff with the permission doctors:update: they make sure who the doctor is and that the account is the doctor's own."+repeating),
		func(ctx context.Context, in *reactivateInput) (*output, error) {
			return h.act(ctx, in.ID, func(id uuid.UUID) (*doctor.Doctor, error) {
				return h.doctors.Reactivate(ctx, id, in.Body.Text())
			})
		})
}

type transferInput struct {
	PathInput
	Body doctorTransferBody
}

// doctorTransferBody has its ids as text, as doctorCreateBody does.
type doctorTransferBody struct {
	InstitutionID string  `json:"institution_id" format:"uuid" doc:"The new institution: another one, which must be active."`
	SuccessorID   *string `json:"successor_id,omitempty" format:"uuid" doc:"The doctor who takes over all patients, who stay with the old institution: another active doctor of that institution. Without one, the response is 409 with the type has_patients if the doctor has any patients, active or not."`
	Reason        string  `json:"reason,omitempty" maxLength:"500" example:"Moves abroad." doc:"The reason, for the audit trail."`
}

func (h handlers) registerTransfer(api *endpoint.API) {
	endpoint.Write(api, operation("transfer", "Move a doctor to another institution",
		"From then on, the doctor sees the new institution's patients and none of the old one's. Patients who change doctor in this way must be "+
			"validated again. For staff with the permission doctors:update; to hand over patients, they also need patients:read and patients:update."),
		func(ctx context.Context, in *transferInput) (*output, error) {
			t := doctor.Transfer{Leave: leave(in.Body.SuccessorID, in.Body.Reason)}
			t.InstitutionID, _ = uuid.Parse(in.Body.InstitutionID) // the schema guarantees a UUID
			return h.act(ctx, in.ID, func(id uuid.UUID) (*doctor.Doctor, error) { return h.doctors.Transfer(ctx, id, t) })
		})
}

func leave(successorID *string, reason string) doctor.Leave {
	l := doctor.Leave{Reason: reason}
	if successorID != nil {
		l.SuccessorID, _ = uuid.Parse(*successorID) // the schema guarantees a UUID
	}
	return l
}

func operation(name, summary, description string) huma.Operation {
	return huma.Operation{
		OperationID: name + "-doctor",
		Method:      http.MethodPost,
		Path:        path + "/{id}/" + name,
		Summary:     summary,
		Description: description,
		Tags:        tags,
		Errors:      []int{http.StatusForbidden, http.StatusNotFound, http.StatusConflict},
	}
}

func (h handlers) act(ctx context.Context, text string, do func(uuid.UUID) (*doctor.Doctor, error)) (*output, error) {
	id, err := h.id(ctx, text)
	if err != nil {
		return nil, err
	}
	d, err := do(id)
	if err != nil {
		return nil, err
	}
	return toOutput(d), nil
}
