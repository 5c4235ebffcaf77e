package patient

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/bloodtype"
	"github.com/predicthealth/predicthealth/ent/healthprofile"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
)

// HealthProfile is a patient's health profile, as far as the viewer may see it: without Notes for who may see none.
type HealthProfile struct {
	PatientID uuid.UUID
	Profile
	// UpdatedAt is nil when nothing has been recorded.
	UpdatedAt *time.Time
	// Version rises with each change; 0 when nothing has been recorded.
	Version int
}

// HealthProfile returns a patient's health profile, and notes that it was read. Whoever may see the patient's clinical
// data may call it: the patient, the doctors of their institution, the institution unless it is an insurer, staff with
// patients:read. It fails with the error of a missing record for others.
func (s *Service) HealthProfile(ctx context.Context, patientID uuid.UUID) (*HealthProfile, error) {
	profile, err := s.FindHealthProfile(ctx, patientID)
	if err != nil {
		return nil, err
	}
	return profile, s.noteRead(ctx, "health_profile.read", patientID)
}

// FindHealthProfile is HealthProfile for what puts a record together and notes that: it notes nothing.
func (s *Service) FindHealthProfile(ctx context.Context, patientID uuid.UUID) (*HealthProfile, error) {
	record, err := s.profile(ctx, s.store.Client(ctx), patientID)
	if err != nil {
		return nil, err
	}
	return record.visible(), nil
}

// profileRecord is a health profile as it is stored, with what access to it and checks of it depend on.
type profileRecord struct {
	HealthProfile
	rights      access.Rights
	dateOfBirth time.Time
}

// visible is what the viewer may see of the record.
func (r *profileRecord) visible() *HealthProfile {
	seen := r.HealthProfile
	if !r.rights.Notes {
		seen.Notes = nil
	}
	return &seen
}

const (
	doctorOfPatient = "patient_doctor_id"
	birthOfPatient  = "patient_date_of_birth"
	bloodTypeCode   = "blood_type_code"
)

// profile reads a profile and what goes with it in one statement; for a patient of whom nothing has been recorded, in
// a second one.
func (s *Service) profile(ctx context.Context, client *ent.Client, patientID uuid.UUID) (*profileRecord, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	query := client.HealthProfile.Query().Where(healthprofile.PatientID(patientID))
	query.Modify(func(s *sql.Selector) {
		patients, bloodTypes := sql.Table(patient.Table), sql.Table(bloodtype.Table)
		s.Join(patients).On(s.C(healthprofile.FieldPatientID), patients.C(patient.FieldID))
		s.LeftJoin(bloodTypes).On(s.C(healthprofile.FieldBloodTypeID), bloodTypes.C(bloodtype.FieldID))
		s.AppendSelectAs(patients.C(patient.FieldDoctorID), doctorOfPatient)
		s.AppendSelectAs(patients.C(patient.FieldDateOfBirth), birthOfPatient)
		s.AppendSelectAs(bloodTypes.C(bloodtype.FieldCode), bloodTypeCode)
	})
	row, err := query.Only(ctx)
	if ent.IsNotFound(err) {
		owner, rights, err := s.clinical(ctx, client, patientID)
		if err != nil {
			return nil, err
		}
		return &profileRecord{
			HealthProfile: HealthProfile{
				PatientID: patientID, Profile: Profile{SmokingStatus: "unknown", AlcoholFrequency: "unknown"},
			},
			rights: rights, dateOfBirth: owner.DateOfBirth,
		}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading a health profile: %w", err)
	}
	return profileFromRow(row, func(doctor uuid.UUID) access.Rights { return access.To(v, doctor) })
}

// clinical returns a patient whose clinical data the viewer may see, and the viewer's rights to it; else the error of a
// missing record.
func (s *Service) clinical(ctx context.Context, client *ent.Client, patientID uuid.UUID) (*ent.Patient, access.Rights, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, access.Rights{}, err
	}
	row, err := client.Patient.Query().Where(append(rule.SeesClinical(v), patient.ID(patientID))...).Only(ctx)
	if err != nil {
		return nil, access.Rights{}, fmt.Errorf("reading a patient: %w", err)
	}
	return row, access.To(v, row.DoctorID), nil
}

func profileFromRow(row *ent.HealthProfile, to func(doctor uuid.UUID) access.Rights) (*profileRecord, error) {
	r := &profileRecord{HealthProfile: HealthProfile{
		PatientID: row.PatientID, UpdatedAt: &row.UpdatedAt, Version: row.Version,
		Profile: Profile{
			HeightCM: row.HeightCm, WeightKG: row.WeightKg,
			SmokingStatus: string(row.SmokingStatus), SmokingYears: row.SmokingYears,
			AlcoholFrequency: string(row.AlcoholFrequency), WeeklyActivityMinutes: row.WeeklyActivityMinutes,
			Notes: row.Notes,
		},
	}}
	texts, err := service.Selected(row, doctorOfPatient, bloodTypeCode)
	if err != nil {
		return nil, err
	}
	r.BloodType = texts[1]
	doctorID, err := uuid.Parse(*texts[0])
	if err != nil {
		return nil, fmt.Errorf("reading a patient's doctor: %w", err)
	}
	r.rights = to(doctorID)
	born, err := row.Value(birthOfPatient)
	if err != nil {
		return nil, fmt.Errorf("reading a date of birth: %w", err)
	}
	r.dateOfBirth, _ = born.(time.Time)
	return r, nil
}
