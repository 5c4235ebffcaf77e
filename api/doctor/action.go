package doctor

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
	Body *leaveBody `required:"false"`
}

type leaveBody struct {
	SuccessorID *string `json:"successor_id,omitempty" format:"uuid" doc:"Who takes all patients over: another active doctor of the institution. Without one, a doctor who has active patients is a 409 of type has_patients."`
	Reason      string  `json:"reason,omitempty" maxLength:"500" doc:"Why, for the audit trail."`
}

type reactivateInput struct {
	PathInput
	Body *endpoint.ReasonBody `required:"false"`
}

const whoActs = " For the doctor's institution and staff with the permission doctors:update, who to hand patients over also need patients:read and patients:update. Doing it again changes nothing."

func (h handlers) registerActions(api *endpoint.API) {
	for _, action := range []struct {
		name, summary, description string
		do                         func(context.Context, uuid.UUID, doctor.Leave) (*doctor.Doctor, error)
	}{
		{"suspend", "Suspend a doctor", "Ends the doctor's sessions; from then on they see themselves and no patient.", h.doctors.Suspend},
		{"retire", "Retire a doctor", "As for a suspension, but a retired doctor is not suspended.", h.doctors.Retire},
	} {
		endpoint.Write(api, operation(action.name, action.summary, action.description+" The patients who change doctor with it are validated anew."+whoActs),
			func(ctx context.Context, in *leaveInput) (*output, error) {
				var l doctor.Leave
				if b := in.Body; b != nil {
					l = leave(b.SuccessorID, b.Reason)
				}
				return h.act(ctx, in.ID, func(id uuid.UUID) (*doctor.Doctor, error) { return action.do(ctx, id, l) })
			})
	}
	endpoint.Write(api, operation("reactivate", "Let a doctor practise again", "A suspended or retired doctor becomes active, without the patients who were handed over."+whoActs),
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

// doctorTransferBody has ids as text, as newDoctorBody has.
type doctorTransferBody struct {
	InstitutionID string  `json:"institution_id" format:"uuid" doc:"Another active institution."`
	SuccessorID   *string `json:"successor_id,omitempty" format:"uuid" doc:"Who takes all patients over, who stay: another active doctor of the institution of before. Without one, a doctor who has patients, active or not, is a 409 of type has_patients."`
	Reason        string  `json:"reason,omitempty" maxLength:"500" doc:"Why, for the audit trail."`
}

func (h handlers) registerTransfer(api *endpoint.API) {
	endpoint.Write(api, operation("transfer", "Move a doctor to another institution",
		"From then on the doctor sees its patients and none of before; patients who change doctor with it are validated anew. For staff with the "+
			"permission doctors:update, who to hand patients over also need patients:read and patients:update."),
		func(ctx context.Context, in *transferInput) (*output, error) {
			t := doctor.Transfer{Leave: leave(in.Body.SuccessorID, in.Body.Reason)}
			t.InstitutionID, _ = uuid.Parse(in.Body.InstitutionID) // the schema holds it
			return h.act(ctx, in.ID, func(id uuid.UUID) (*doctor.Doctor, error) { return h.doctors.Transfer(ctx, id, t) })
		})
}

func leave(successorID *string, reason string) doctor.Leave {
	l := doctor.Leave{Reason: reason}
	if successorID != nil {
		l.SuccessorID, _ = uuid.Parse(*successorID) // the schema holds it
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
