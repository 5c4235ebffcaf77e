package record

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/identifier"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/patient"
)

// exportedAccesses is how many uses of the record an export lists, newest first.
const exportedAccesses = 10_000

// Export is all data of one patient, as far as the viewer may see each part.
type Export struct {
	ExportedAt time.Time
	Patient    *patient.Patient
	Contacts
	// Medical is nil for viewers who see no clinical data.
	Medical     *MedicalRecord
	Validation  *patient.Validation
	Identifiers []Identifier
	// Account is nil when there is none, and for viewers who may not see accounts.
	Account *Account
	// Accesses is nil for viewers who may not see the access log.
	Accesses *Accesses
}

// Identifier is the patient's id in another system, which is named by a URI.
type Identifier struct {
	System, Value string
	CreatedAt     time.Time
}

// Account is a patient's account, without anything that could be used to sign in.
type Account struct {
	ID                uuid.UUID
	Email             string
	Active, Verified  bool
	LastLoginAt       *time.Time
	LastLoginIP       *string
	PasswordChangedAt *time.Time
	CreatedAt         time.Time
}

// Accesses are the newest uses of a record; Complete says that there are no more.
type Accesses struct {
	Items    []audit.Access
	Complete bool
}

// Export returns all data of one patient and records the export. It is for the patient, their doctor, their institution,
// and staff with patients:read and reports:export. Each part is included only if the viewer may also read it separately:
// clinical data not for insurers, the account for the patient and staff with accounts:read, the access log for the patient
// and staff with audit:read. It fails with Forbidden for others who see the patient; for viewers who don't, it fails as if
// the patient did not exist.
func (s *Service) Export(ctx context.Context, patientID uuid.UUID) (*Export, error) {
	e := &Export{ExportedAt: time.Now().UTC()}
	var err error
	if e.Patient, err = s.options.Patients.Find(ctx, patientID); err != nil {
		return nil, err
	}
	if err := mayExport(ctx, e.Patient); err != nil {
		return nil, err
	}
	if e.Contacts, err = s.contacts(ctx, patientID); err != nil {
		return nil, err
	}
	if e.Medical, err = seen(s.medicalRecord(ctx, patientID)); err != nil {
		return nil, err
	}
	if e.Validation, err = s.options.Patients.FindValidation(ctx, patientID); err != nil {
		return nil, err
	}
	if e.Identifiers, err = s.identifiers(ctx, patientID); err != nil {
		return nil, err
	}
	if e.Account, err = seen(s.account(ctx, patientID)); err != nil {
		return nil, err
	}
	if e.Accesses, err = seen(s.accesses(ctx, patientID)); err != nil {
		return nil, err
	}
	return e, s.note(ctx, "patient.export", patientID)
}

func mayExport(ctx context.Context, p *patient.Patient) error {
	v, err := service.Viewer(ctx)
	if err != nil {
		return err
	}
	switch v.Kind {
	case viewer.Patient, viewer.Institution:
		return nil
	case viewer.Doctor:
		if v.SubjectID == p.DoctorID {
			return nil
		}
		return service.Errorf(service.Forbidden, "Only the patient's own doctor can export the patient's data.")
	}
	return service.Require(ctx, "reports:export")
}

func (s *Service) identifiers(ctx context.Context, patientID uuid.UUID) ([]Identifier, error) {
	rows, err := s.options.Store.Client(ctx).Identifier.Query().Where(identifier.PatientID(patientID)).
		Order(identifier.BySystem(), identifier.ByValue()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading identifiers: %w", err)
	}
	identifiers := make([]Identifier, len(rows))
	for i, row := range rows {
		identifiers[i] = Identifier{row.System, row.Value, row.CreatedAt}
	}
	return identifiers, nil
}

// account returns the account of a patient.
func (s *Service) account(ctx context.Context, patientID uuid.UUID) (*Account, error) {
	row, err := s.options.Store.Client(ctx).User.Query().Where(user.PatientID(patientID)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading an account: %w", err)
	}
	return &Account{
		ID: row.ID, Email: row.Email, Active: row.Active, Verified: row.Verified, LastLoginAt: row.LastLoginAt,
		LastLoginIP: row.LastLoginIP, PasswordChangedAt: row.PasswordChangedAt, CreatedAt: row.CreatedAt,
	}, nil
}

func (s *Service) accesses(ctx context.Context, patientID uuid.UUID) (*Accesses, error) {
	items, more, err := s.options.Reader.Accesses(ctx, patientID, exportedAccesses)
	return &Accesses{items, !more}, err
}
