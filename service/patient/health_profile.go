package patient

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/healthprofile"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/resource"
)

// HealthProfile is a patient's health profile, as far as the viewer may see it: Notes is nil for viewers who may not see notes.
type HealthProfile struct {
	PatientID uuid.UUID `json:"patient_id" format:"uuid"`
	Health
	HeightMeasuredOn  *resource.Date   `json:"height_measured_date" column:"height_measured_on" doc:"When it was measured, or entered here."`
	HeightSource      *valueset.Origin `json:"height_source" doc:"Where it comes from. An import replaces it only by a newer one."`
	WeightMeasuredOn  *resource.Date   `json:"weight_measured_date" column:"weight_measured_on"`
	WeightSource      *valueset.Origin `json:"weight_source"`
	SmokingRecordedOn *resource.Date   `json:"smoking_recorded_date" column:"smoking_recorded_on" doc:"When it was recorded, or entered here."`
	SmokingSource     *valueset.Origin `json:"smoking_source"`
	UpdatedAt         *time.Time       `json:"updated_at" doc:"null when nothing has been recorded yet."`
	Version           int              `json:"version" doc:"Increases with each change; 0 when nothing has been recorded yet. The ETag is derived from it."`

	doctorID uuid.UUID // of the patient
	born     time.Time // the patient
}

// Health is what is known about a patient's body and habits.
type Health struct {
	HeightCM              *float64                  `json:"height_cm" set:"create,update" right:"clinical" scale:"2" minimum:"20" maximum:"272" example:"172.5"`
	WeightKG              *float64                  `json:"weight_kg" set:"create,update" right:"clinical" scale:"2" minimum:"0.2" maximum:"650" example:"68"`
	BloodType             *string                   `json:"blood_type" set:"create,update" right:"clinical" catalog:"blood_types" maxLength:"50" example:"O-" doc:"A code from the catalog of blood types."`
	SmokingStatus         valueset.SmokingStatus    `json:"smoking_status" set:"create,update" right:"lifestyle" default:"unknown" null:"unknown" doc:"In a change, null means unknown."`
	SmokingYears          *int                      `json:"smoking_years" set:"create,update" right:"lifestyle" minimum:"1" maximum:"120" doc:"Only for current and former smokers."`
	AlcoholFrequency      valueset.AlcoholFrequency `json:"alcohol_frequency" set:"create,update" right:"lifestyle" default:"unknown" null:"unknown" doc:"In a change, null means unknown."`
	WeeklyActivityMinutes *int                      `json:"weekly_activity_minutes" set:"create,update" right:"lifestyle" minimum:"0" maximum:"10080"`
	Notes                 *string                   `json:"notes,omitempty" set:"create,update" right:"clinical" maxLength:"4000" doc:"Left out if there are none, and for colleagues of the patient's doctor."`
}

// HealthProfile returns a patient's health profile, and records that it was read. It is for viewers who may see the
// patient's clinical data: the patient, the doctors of the institution, the institution unless it is an insurer, and staff
// with patients:read. For others it fails as for a missing record.
func (s *Service) HealthProfile(ctx context.Context, patientID uuid.UUID) (*HealthProfile, error) {
	profile, err := s.FindHealthProfile(ctx, patientID)
	if err != nil {
		return nil, err
	}
	return profile, s.noteRead(ctx, "health_profile.read", patientID)
}

// FindHealthProfile does what HealthProfile does, but records nothing. It is for services that put a whole record together
// and record that themselves.
func (s *Service) FindHealthProfile(ctx context.Context, patientID uuid.UUID) (*HealthProfile, error) {
	profile, err := s.profile(ctx, s.store.Client(ctx), patientID)
	if err != nil {
		return nil, err
	}
	return profile.visible(ctx)
}

// visible returns what the viewer may see of the profile.
func (p *HealthProfile) visible(ctx context.Context) (*HealthProfile, error) {
	rights, err := p.rights(ctx)
	if err != nil {
		return nil, err
	}
	if !rights.Notes {
		p.Notes = nil
	}
	return p, nil
}

// rights returns the viewer's rights.
func (p *HealthProfile) rights(ctx context.Context) (access.Rights, error) {
	v, err := service.Viewer(ctx)
	return access.To(v, p.doctorID), err
}

const (
	doctorOfPatient = "patient_doctor_id"
	birthOfPatient  = "patient_date_of_birth"
)

// profiles is the table of health profiles. It also reads the patient's doctor and date of birth.
var profiles = resource.TableOf(func(c *ent.Client) *ent.HealthProfileClient { return c.HealthProfile }, resource.Joined[HealthProfile]{
	Select: func(s *sql.Selector) {
		owners := sql.Table(patient.Table)
		s.Join(owners).On(s.C(healthprofile.FieldPatientID), owners.C(patient.FieldID))
		s.AppendSelectAs(owners.C(patient.FieldDoctorID), doctorOfPatient)
		s.AppendSelectAs(owners.C(patient.FieldDateOfBirth), birthOfPatient)
	},
	Read: func(row resource.Row, p *HealthProfile) error {
		doctor, err := service.Selected(row, doctorOfPatient)
		if err != nil {
			return err
		}
		born, err := row.Value(birthOfPatient)
		if err != nil {
			return err
		}
		p.born, _ = born.(time.Time)
		p.doctorID, err = uuid.Parse(*doctor[0])
		return err
	},
})

// profile reads a profile, with the patient's doctor and date of birth, in one statement. For a patient without a profile it
// takes two.
func (s *Service) profile(ctx context.Context, client *ent.Client, patientID uuid.UUID) (*HealthProfile, error) {
	profile, err := profiles.One(ctx, client, sql.FieldEQ(healthprofile.FieldPatientID, patientID))
	if service.CodeOf(err) == service.NotFound {
		owner, _, err := s.clinical(ctx, client, patientID)
		if err != nil {
			return nil, err
		}
		return &HealthProfile{
			PatientID: patientID, Health: Health{SmokingStatus: "unknown", AlcoholFrequency: "unknown"},
			doctorID: owner.DoctorID, born: owner.DateOfBirth,
		}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("reading a health profile: %w", err)
	}
	return profile, nil
}

// clinical returns a patient and the viewer's rights to the record. It fails as for a missing record when the viewer may not
// see the patient's clinical data.
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
