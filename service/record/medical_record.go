package record

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/patient"
)

// MedicalRecord is all clinical data of a patient, as far as the viewer may see it.
type MedicalRecord struct {
	PatientID     uuid.UUID              `json:"patient_id" format:"uuid"`
	HealthProfile *patient.HealthProfile `json:"health_profile"`
	clinical.Record
}

// MedicalRecord returns a patient's medical record and records the read. It is for viewers who may see the patient's
// clinical data: the patient, the doctors of their institution (notes only for the patient's own doctor), the institution
// unless it is an insurer, and staff with patients:read. For other viewers it fails as if the patient did not exist.
func (s *Service) MedicalRecord(ctx context.Context, patientID uuid.UUID) (*MedicalRecord, error) {
	m, err := s.medicalRecord(ctx, patientID)
	if err != nil {
		return nil, err
	}
	return m, s.note(ctx, "medical_record.read", patientID)
}

// medicalRecord reads the health profile first: it tells a patient without entries from one whom the viewer may not see.
func (s *Service) medicalRecord(ctx context.Context, patientID uuid.UUID) (*MedicalRecord, error) {
	m := &MedicalRecord{PatientID: patientID}
	var err error
	if m.HealthProfile, err = s.options.Patients.FindHealthProfile(ctx, patientID); err != nil {
		return nil, err
	}
	m.Record, err = s.options.Clinical.All(ctx, clinical.Of(patientID))
	return m, err
}
