package patient

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Prepared is a registration in which Prepare found no error. Only a Prepared can be registered.
type Prepared struct {
	registration Registration
	phones       []storedPhone
	email        string // the account's; empty for none
	codes        resource.Codes
	refused      bool // the doctor
}

// Prepare checks a registration, and returns what is wrong with its fields, with pointers into the API's body, as far as
// it can tell without the catalogs and the doctors: LookUp tells the rest. Doctors register their own patients,
// institutions their doctors', insurers only without health profile and account, staff with the permissions patients:create,
// patients:read and doctors:read anybody's; for others it fails with Forbidden. Only Create finds out that an account's
// address is taken.
func (s *Service) Prepare(ctx context.Context, values resource.Values[Registration]) (Prepared, []service.Field, error) {
	e := resource.NewEdit(values)
	refused, err := e.After.assign(ctx)
	if err != nil {
		return Prepared{}, nil, err
	}
	e.CheckValues()
	e.Fields = append(e.Fields, refused...)
	if err := s.permit(ctx, e.After); err != nil {
		return Prepared{}, nil, err
	}
	p := prepare(*e.After, &e.Checks, e.Codes)
	p.refused = len(refused) > 0
	return p, e.Fields, nil
}

// permit fails with Forbidden when an insurer registers a patient with a health profile, which it may not see, or with an
// account, which would.
func (s *Service) permit(ctx context.Context, r *Registration) error {
	v, err := service.Viewer(ctx)
	if err != nil || v.Kind != viewer.Institution || r.Health == nil && r.Account == nil {
		return err
	}
	if gives, err := s.givesCare(ctx, v); err != nil || gives {
		return err
	}
	const detail = "Insurers can register patients, but not their health profiles or accounts."
	refusal := service.Errorf(service.Forbidden, detail)
	for pointer, sent := range map[string]bool{"/account": r.Account != nil, "/health_profile": r.Health != nil} {
		if sent {
			refusal.Fields = append(refusal.Fields, service.Field{Pointer: pointer, Code: "forbidden", Detail: detail})
		}
	}
	return refusal
}

// givesCare says whether an institution is no insurer.
func (s *Service) givesCare(ctx context.Context, v viewer.Viewer) (bool, error) {
	gives, err := s.store.Client(ctx).MedicalInstitution.Query().Where(rule.GivesCare(v)).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("finding an institution: %w", err)
	}
	return gives, nil
}

// prepare does what Prepare does, for viewers who may register with the doctor. It adds to what has been found.
func prepare(r Registration, found *service.Checks, codes resource.Codes) Prepared {
	phones := r.check(found, &codes)
	r.Health.checkSmoking(found, "/health_profile", r.DateOfBirth.Time)
	email, wrong := r.Account.Address()
	found.Fields = append(found.Fields, wrong...)
	return Prepared{registration: r, phones: phones, email: email, codes: codes}
}

// assign sets the doctor and the institution as far as the viewer determines them, and returns what is wrong with them.
// Whom the viewer may not see, they can't register with.
func (r *Registration) assign(ctx context.Context) ([]service.Field, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	switch v.Kind {
	case viewer.Doctor:
		if given(r.DoctorID) == uuid.Nil {
			r.DoctorID = &v.SubjectID
		}
		if *r.DoctorID != v.SubjectID {
			return []service.Field{{
				Pointer: "/doctor_id", Code: "other_doctor", Detail: "Doctors can register only their own patients.",
			}}, nil
		}
	case viewer.Institution:
		if given(r.InstitutionID) == uuid.Nil {
			r.InstitutionID = &v.SubjectID
		}
		if *r.InstitutionID != v.SubjectID {
			return []service.Field{otherInstitution}, nil
		}
	default:
		for _, permission := range []string{"patients:create", "patients:read", "doctors:read"} {
			if err := service.Require(ctx, permission); err != nil {
				return nil, err
			}
		}
	}
	if given(r.DoctorID) == uuid.Nil {
		return []service.Field{{Pointer: "/doctor_id", Code: "required", Detail: "A patient needs a doctor."}}, nil
	}
	return nil, nil
}

// given returns an id; nil for none.
func given(id *uuid.UUID) uuid.UUID {
	if id == nil {
		return uuid.Nil
	}
	return *id
}

// LookUp returns what is wrong with the codes and the doctor of a registration, of which Create reports only the first. A
// doctor whom the viewer may not see is unknown; one whom Prepare has refused is not looked up.
func (s *Service) LookUp(ctx context.Context, p Prepared) ([]service.Field, error) {
	client := s.store.Client(ctx)
	fields, err := p.codes.LookUp(ctx, client)
	if err != nil || p.refused {
		return fields, err
	}
	row, err := client.Doctor.Query().Where(doctor.ID(given(p.registration.DoctorID))).Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return append(fields, unknownDoctor), nil
	case err != nil:
		return nil, fmt.Errorf("finding a doctor: %w", err)
	}
	return append(fields, takesOver(row, given(p.registration.InstitutionID))...), nil
}
