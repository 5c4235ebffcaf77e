package record

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/doctor"
	"github.com/predicthealth/predicthealth/service/institution"
)

// CareTeam is who cares for a patient.
type CareTeam struct {
	Doctor      *doctor.Doctor
	Institution *institution.Institution
	// Contact is how the institution, and by it the doctor, is reached.
	Contact contact.Public
}

// CareTeam returns who cares for a patient, and notes that it was read. Whoever may see the patient, the doctor and the
// institution may call it: for staff these are the permissions patients:read, doctors:read and institutions:read, without
// which it is Forbidden. It fails with the error of a missing record for others.
func (s *Service) CareTeam(ctx context.Context, patientID uuid.UUID) (*CareTeam, error) {
	p, err := s.Patients.Find(ctx, patientID)
	if err != nil {
		return nil, err
	}
	team := &CareTeam{}
	if team.Doctor, err = s.Doctors.Get(ctx, p.DoctorID); err != nil {
		return nil, err
	}
	if team.Institution, err = s.Institutions.Get(ctx, p.InstitutionID); err != nil {
		return nil, err
	}
	if team.Contact, err = s.Contacts.PublicOf(ctx, p.InstitutionID); err != nil {
		return nil, err
	}
	return team, s.note(ctx, "care_team.read", patientID)
}
