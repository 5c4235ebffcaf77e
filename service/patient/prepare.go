package patient

import (
	"context"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
)

// Prepared is a registration in which Prepare found no error. Only a Prepared can be registered.
type Prepared struct {
	registration Registration
	phones       []storedPhone
	account      *account.Prepared
}

// Prepare checks a registration, and returns everything that is wrong with its fields, with pointers into the API's body.
// Doctors register their own patients, institutions their doctors', staff with the permission patients:create anybody's;
// for others it fails with Forbidden. Only Create finds out that an account's address is taken.
func (s *Service) Prepare(ctx context.Context, n Registration) (Prepared, []service.Field, error) {
	refused, err := n.assign(ctx)
	if err != nil {
		return Prepared{}, nil, err
	}
	return s.prepare(ctx, n, refused)
}

// prepare does what Prepare does, for viewers who may register; refused is what is already known to be wrong with the doctor.
func (s *Service) prepare(ctx context.Context, n Registration, refused []service.Field) (Prepared, []service.Field, error) {
	var c checks
	phones := n.normalize(&c)
	opened, weak, err := s.accounts.Prepare(ctx, n.Account, n.FirstName, n.LastName)
	if err != nil {
		return Prepared{}, nil, err
	}
	unknown, err := s.lookUp(ctx, &n, refused)
	if err != nil {
		return Prepared{}, nil, err
	}
	if fields := slices.Concat(c.fields, unknown, weak); len(fields) > 0 {
		return Prepared{}, fields, nil
	}
	return Prepared{n, phones, opened}, nil, nil
}

// assign sets the doctor and the institution as far as the viewer determines them, and returns what is wrong with them.
func (n *Registration) assign(ctx context.Context) ([]service.Field, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	switch v.Kind {
	case viewer.Doctor:
		if n.DoctorID == uuid.Nil {
			n.DoctorID = v.SubjectID
		}
		if n.DoctorID != v.SubjectID {
			return []service.Field{{
				Pointer: "/doctor_id", Code: "other_doctor", Detail: "Doctors can register only their own patients.",
			}}, nil
		}
	case viewer.Institution:
		if n.InstitutionID == uuid.Nil {
			n.InstitutionID = v.SubjectID
		}
	default:
		if err := service.Require(ctx, "patients:create"); err != nil {
			return nil, err
		}
	}
	if n.DoctorID == uuid.Nil {
		return []service.Field{{Pointer: "/doctor_id", Code: "required", Detail: "A patient needs a doctor."}}, nil
	}
	return nil, nil
}

// lookUp looks up, in one statement, the codes and the doctor that a registration names, and sets the institution to the
// doctor's. It returns what is wrong with them. A doctor whom the viewer may not see is unknown; one who has already been
// refused is not looked up.
func (s *Service) lookUp(ctx context.Context, n *Registration, refused []service.Field) ([]service.Field, error) {
	asked, err := n.codes()
	if err != nil {
		return nil, err
	}
	if len(refused) > 0 {
		fields, err := s.unknownCodes(ctx, asked)
		return append(fields, refused...), err
	}
	query := s.store.Client(ctx).Doctor.Query().Where(doctor.ID(n.DoctorID))
	query.Modify(withUnknownCodes(asked))
	row, err := query.Only(ctx)
	if ent.IsNotFound(err) {
		return s.lookUp(ctx, n, []service.Field{unknownDoctor})
	}
	if err != nil {
		return nil, fmt.Errorf("finding a doctor: %w", err)
	}
	found, err := service.Selected(row, unknownCodes)
	if err != nil {
		return nil, err
	}
	fields, err := unknownFields(found[0])
	fields = append(fields, takesOver(row, n.InstitutionID)...)
	n.InstitutionID = row.InstitutionID
	return fields, err
}
