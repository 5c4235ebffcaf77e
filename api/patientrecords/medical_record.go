package patientrecords

import (
	"context"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/record"
)

type medicalRecordBody struct {
	PatientID     uuid.UUID              `json:"patient_id" format:"uuid"`
	HealthProfile *patient.HealthProfile `json:"health_profile"`
	Conditions    []*clinical.Condition  `json:"conditions" nullable:"false" doc:"All conditions, whatever their status, by onset, newest first."`
	Medications   []*clinical.Medication `json:"medications" nullable:"false" doc:"All medications, whatever their status, by start, newest first."`
	Allergies     []*clinical.Allergy    `json:"allergies" nullable:"false" doc:"All allergies, whatever their status, by the time they were recorded, newest first."`
	FamilyHistory []*clinical.Relative   `json:"family_history" nullable:"false" doc:"The family history, by relative."`
}

type medicalRecordOutput struct{ Body medicalRecordBody }

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
	m, err := h.records.MedicalRecord(ctx, id)
	if err != nil {
		return nil, err
	}
	return &medicalRecordOutput{toMedicalRecord(id, m)}, nil
}

func toMedicalRecord(id uuid.UUID, m *record.MedicalRecord) medicalRecordBody {
	return medicalRecordBody{
		PatientID: id, HealthProfile: m.Profile,
		Conditions: m.Conditions, Medications: m.Medications, Allergies: m.Allergies, FamilyHistory: m.FamilyHistory,
	}
}
