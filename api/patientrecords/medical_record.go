package patientrecords

import (
	"context"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/record"
)

type medicalRecordOutput struct{ Body *record.MedicalRecord }

func (h handlers) registerMedicalRecord(api *endpoint.API) {
	endpoint.Read(api, operation(huma.Operation{
		OperationID: "get-patient-medical-record",
		Path:        "/medical-record",
		Summary:     "Read a patient's medical record",
		Description: "Health profile, conditions, medications, allergies and family history in one response. For all callers who may see the patient, except insurers, who get a 404. Colleagues of the patient's doctor see no notes.",
	}), h.medicalRecord)
}

func (h handlers) medicalRecord(ctx context.Context, in *PatientInput) (*medicalRecordOutput, error) {
	id, err := h.patient(ctx, in)
	if err != nil {
		return nil, err
	}
	m, err := h.Records.MedicalRecord(ctx, id)
	if err != nil {
		return nil, err
	}
	return &medicalRecordOutput{m}, nil
}
