package record

import (
	"context"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/patient"
)

// Dashboard is an overview of a patient's health.
type Dashboard struct {
	PatientID uuid.UUID
	// Age is in whole years; for a deceased patient, the age at death, and nil if nobody knows when that was.
	Age      *int
	Deceased bool
	// BMI is nil unless height and weight are known.
	BMI *BMI
	// Conditions and Medications are the current ones, newest first.
	Conditions  []*clinical.Condition
	Medications []*clinical.Medication
	Score       Score
}

// Dashboard returns a patient's dashboard and records the read. It is never cached: medical data stays in PostgreSQL. It
// is for the same viewers, and fails in the same ways, as MedicalRecord.
func (s *Service) Dashboard(ctx context.Context, patientID uuid.UUID) (*Dashboard, error) {
	p, err := s.options.Patients.Find(ctx, patientID)
	if err != nil {
		return nil, err
	}
	profile, err := s.options.Patients.FindHealthProfile(ctx, patientID)
	if err != nil {
		return nil, err
	}
	conditions, err := s.options.Clinical.Conditions.All(ctx, clinical.Of(patientID))
	if err != nil {
		return nil, err
	}
	medications, err := s.options.Clinical.Medications.All(ctx, clinical.Of(patientID))
	if err != nil {
		return nil, err
	}
	conditions = slices.DeleteFunc(conditions, func(c *clinical.Condition) bool { return !c.Current() })
	medications = slices.DeleteFunc(medications, func(m *clinical.Medication) bool { return !m.Current() })
	age := ageOf(p)
	return &Dashboard{
		PatientID: patientID, Age: age, Deceased: p.Deceased,
		BMI:        bmiOf(profile, age),
		Conditions: conditions, Medications: medications,
		Score: scoreOf(profile, conditions, medications),
	}, s.note(ctx, "dashboard.read", patientID)
}

// ageOf is the patient's age in whole years, like the database's age_of.
func ageOf(p *patient.Patient) *int {
	day := time.Now().UTC()
	if p.Deceased {
		if p.DeceasedDate == nil {
			return nil
		}
		day = p.DeceasedDate.Time
	}
	age := ageAt(p.DateOfBirth.Time, day)
	return &age
}

// ageAt is the age in whole years on a day, like the database's age_in_years.
func ageAt(born, day time.Time) int {
	years := day.Year() - born.Year()
	if day.Month() < born.Month() || day.Month() == born.Month() && day.Day() < born.Day() {
		years--
	}
	return years
}
