package patientrecords

import (
	"context"
	"encoding/json"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/patients"
)

type getInput struct {
	endpoint.Conditional
	endpoint.FieldsInput
	PatientInput
	Include []Part `query:"include" nullable:"false" maxItems:"20" doc:"Parts of the record and related records to include, separated by commas. A list has its first 50 items; next_cursors continues it in its own operation. A doctor or an institution that you may not see is left out; any other part that you may not read is a 403."`
}

type getOutput struct {
	ETag string `header:"ETag"`
	Body patientDetailsBody
}

func (h handlers) registerGet(api *endpoint.API) {
	endpoint.Read(api, operation(huma.Operation{
		OperationID: "get-patient",
		Summary:     "Read a patient",
		Description: "The patient, and with include other parts of the record in the same response: each is what its own operation returns, for the callers who may use that operation, and the audit trail records it as read. If you may not read one, the response is a 403 whose errors name each of them. The ETag then covers the whole response; as If-Match it stands for the version of the patient. The response is 404 for a patient whom you may not see, as it is for one who doesn't exist.",
	}), h.get)
}

func (h handlers) get(ctx context.Context, in *getInput) (out *getOutput, err error) {
	id, err := h.patient(ctx, &in.PatientInput)
	if err != nil {
		return nil, err
	}
	err = h.Trail.Together(ctx, func(ctx context.Context) error {
		out, err = h.details(ctx, id, in.Include)
		return err
	})
	if err != nil {
		return nil, err
	}
	return out, in.Check(out.ETag)
}

// details reads a patient with these parts of the record.
func (h handlers) details(ctx context.Context, id uuid.UUID, include []Part) (*getOutput, error) {
	p, err := h.Patients.Get(ctx, id)
	if err != nil {
		return nil, err
	}
	out := &getOutput{endpoint.VersionTag(p.Version), patientDetailsBody{PatientBody: patients.ToPatient(p)}}
	if len(include) == 0 {
		return out, nil
	}
	if err := h.include(ctx, include, &out.Body); err != nil {
		return nil, err
	}
	text, err := json.Marshal(out.Body)
	out.ETag = endpoint.ContentTag(p.Version, text)
	return out, err
}
