package record

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/patient"
)

// MedicalRecord is everything clinical of a patient, as far as the viewer may see it.
type MedicalRecord struct {
	Profile       *patient.HealthProfile
	Conditions    []*clinical.Condition
	Medications   []*clinical.Medication
	Allergies     []*clinical.Allergy
	FamilyHistory []*clinical.Relative
}

// MedicalRecord returns a patient's medical record, and notes that it was read. Whoever may see the patient's clinical
// data may call it: the patient, the doctors of their institution (notes only the patient's own), the institution unless
// it is an insurer, staff with patients:read. It fails with the error of a missing record for others.
func (s *Service) MedicalRecord(ctx context.Context, patientID uuid.UUID) (*MedicalRecord, error) {
	m, err := s.medicalRecord(ctx, patientID)
	if err != nil {
		return nil, err
	}
	return m, s.note(ctx, "medical_record.read", patientID)
}

// medicalRecord asks for the health profile first, which tells a patient without entries from one who is not to be seen.
func (s *Service) medicalRecord(ctx context.Context, patientID uuid.UUID) (*MedicalRecord, error) {
	m := &MedicalRecord{}
	var err error
	if m.Profile, err = s.Patients.FindHealthProfile(ctx, patientID); err != nil {
		return nil, err
	}
	patient := clinical.Of(patientID)
	if m.Conditions, err = s.Clinical.Conditions.All(ctx, patient); err != nil {
		return nil, err
	}
	if m.Medications, err = s.Clinical.Medications.All(ctx, patient); err != nil {
		return nil, err
	}
	if m.Allergies, err = s.Clinical.Allergies.All(ctx, patient); err != nil {
		return nil, err
	}
	m.FamilyHistory, err = s.Clinical.FamilyHistory.All(ctx, patient)
	return m, err
}
