package record

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/doctor"
	"github.com/predicthealth/predicthealth/service/institution"
)

// CareTeam is the doctor and the institution that care for a patient.
type CareTeam struct {
	PatientID   uuid.UUID
	Doctor      *doctor.Doctor
	Institution *institution.Institution
	// Contact holds the ways to reach the institution and, through it, the doctor.
	Contact contact.Public
}

// CareTeam returns a patient's care team and records the read. It is for viewers who may see the patient, the doctor and
// the institution: for staff this takes the permissions patients:read, doctors:read and institutions:read, without which
// it fails with Forbidden. For other viewers it fails as if the patient did not exist.
func (s *Service) CareTeam(ctx context.Context, patientID uuid.UUID) (*CareTeam, error) {
	p, err := s.options.Patients.Find(ctx, patientID)
	if err != nil {
		return nil, err
	}
	team := &CareTeam{PatientID: patientID}
	if team.Doctor, err = s.options.Doctors.Get(ctx, p.DoctorID); err != nil {
		return nil, err
	}
	if team.Institution, err = s.options.Institutions.Get(ctx, p.InstitutionID); err != nil {
		return nil, err
	}
	if team.Contact, err = s.options.Contacts.PublicOf(ctx, p.InstitutionID); err != nil {
		return nil, err
	}
	return team, s.note(ctx, "care_team.read", patientID)
}
