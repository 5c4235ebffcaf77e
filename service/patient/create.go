package patient

import (
	"context"
	"encoding/json"
	"fmt"
	"slices"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/contact"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var createQuery = sqlfiles.Query("create_patient")

// sentAs is where the API takes the columns of each table.
var sentAs = map[string]string{
	"patients":         "",
	"health_profiles":  "/health_profile",
	"emails":           "/emails/-",
	"phones":           "/phones/-",
	"users":            "/account",
	"user_credentials": "/account",
}

// Create registers a patient with profile, contacts and account, all or nothing. Doctors do so for themselves,
// institutions with their doctors, staff with the permission patients:create with any. It fails with an Invalid error
// that names all fields at fault, or a Conflict when the account's address has one already.
func (s *Service) Create(ctx context.Context, n Registration) (*Patient, error) {
	fields, err := s.Check(ctx, &n)
	if err != nil {
		return nil, err
	}
	if err := service.InvalidFields(fields); err != nil {
		return nil, err
	}
	hash := ""
	if n.Account != nil {
		if hash, err = s.passwords.Hash(ctx, n.Account.Password); err != nil {
			return nil, err
		}
	}
	args, err := n.arguments(hash)
	if err != nil {
		return nil, err
	}
	var created *Patient
	err = s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		id, userID, err := s.insert(ctx, tx, n, args)
		if err != nil {
			return err
		}
		if userID != nil {
			if err := s.accounts.SendVerification(ctx, account.Users, *userID); err != nil {
				return err
			}
		}
		if created, err = s.Find(ctx, id); err != nil {
			return err
		}
		return s.trail.Record(ctx, n.event(id))
	})
	return created, err
}

// insert makes the rows and returns the ids of the patient and of the account, nil when there is none.
func (s *Service) insert(ctx context.Context, tx *ent.Client, n Registration, args []any) (id uuid.UUID, userID *uuid.UUID, err error) {
	if _, err := takesOver(ctx, tx, n.DoctorID, n.InstitutionID); err != nil { // locked: not suspended meanwhile
		return uuid.Nil, nil, err
	}
	if err := sayWhoActs(ctx, tx); err != nil { // the history of the validation begins
		return uuid.Nil, nil, err
	}
	s.store.AfterCommit(ctx, func(ctx context.Context) {
		s.cache.Invalidate(ctx, service.TagPatients, service.TagAccounts)
	})
	return call(ctx, tx, args)
}

func (n *Registration) event(id uuid.UUID) audit.Event {
	return audit.Event{
		Action: "patient.create", EntityType: "patient", EntityID: id.String(), PatientID: id,
		Payload: map[string]any{"doctor_id": n.DoctorID, "institution_id": n.InstitutionID, "account": n.Account != nil},
	}
}

// Check returns all that is wrong with a registration's fields, with pointers into the body that the API takes, and
// sets the doctor and the institution that it leaves out. It fails with a Forbidden error when the viewer may register
// nobody. An account's address that is taken only Create finds.
func (s *Service) Check(ctx context.Context, n *Registration) ([]service.Field, error) {
	assigned, err := s.assign(ctx, n)
	if err != nil {
		return nil, err
	}
	fields, err := s.checkFields(ctx, n)
	return append(fields, assigned...), err
}

// checkFields returns what is wrong with the fields, whoever registers whose patient.
func (s *Service) checkFields(ctx context.Context, n *Registration) ([]service.Field, error) {
	unknown, err := s.unknownCodes(ctx, n)
	if err != nil {
		return nil, err
	}
	fields := slices.Concat(n.check(), unknown)
	if n.Account == nil {
		return fields, nil
	}
	weak, err := s.passwords.Validate(ctx, "/account/password", n.Account.Password, n.FirstName, n.LastName, n.Account.Email)
	return append(fields, weak...), err
}

// assign says whose patient it becomes, and what is wrong with that. A doctor whom the viewer may not see is unknown.
func (s *Service) assign(ctx context.Context, n *Registration) ([]service.Field, error) {
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
				Pointer: "/doctor_id", Code: "other_doctor", Detail: "Doctors register only their own patients.",
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
	row, err := s.store.Client(ctx).Doctor.Query().Where(doctor.ID(n.DoctorID)).Only(ctx)
	if ent.IsNotFound(err) {
		return []service.Field{{Pointer: "/doctor_id", Code: "unknown", Detail: "There is no such doctor, or not for you."}}, nil
	}
	if err != nil {
		return nil, fmt.Errorf("finding a doctor: %w", err)
	}
	if n.InstitutionID == uuid.Nil {
		n.InstitutionID = row.InstitutionID
	}
	if n.InstitutionID != row.InstitutionID {
		return []service.Field{{
			Pointer: "/institution_id", Code: "other_institution", Detail: "The doctor is not of this institution.",
		}}, nil
	}
	return nil, nil
}

// call runs the procedure and returns the ids of the patient and of the account, nil when there is none.
func call(ctx context.Context, tx *ent.Client, args []any) (patientID uuid.UUID, userID *uuid.UUID, err error) {
	rows, err := tx.QueryContext(ctx, createQuery, args...)
	if err != nil {
		return uuid.Nil, nil, service.FromDatabase(err, sentAs)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	var profileID uuid.UUID
	for rows.Next() {
		if err := rows.Scan(&patientID, &userID, &profileID); err != nil {
			return uuid.Nil, nil, fmt.Errorf("registering a patient: %w", err)
		}
	}
	return patientID, userID, service.FromDatabase(rows.Err(), sentAs)
}

// arguments are those of sql/queries/create_patient.sql; it makes the rows' ids.
func (n *Registration) arguments(passwordHash string) ([]any, error) {
	emails, phones, err := n.contacts()
	if err != nil {
		return nil, err
	}
	var contactName, contactPhone, accountEmail, hash *string
	if e := n.EmergencyContact; e != nil {
		phone, err := contact.ParsePhone(e.Phone)
		if err != nil {
			return nil, err
		}
		contactName, contactPhone = &e.Name, &phone.Number
	}
	if n.Account != nil {
		email, _ := auth.NormalizeEmail("", n.Account.Email)
		accountEmail, hash = &email, &passwordHash
	}
	var ids [3]uuid.UUID
	for i := range ids {
		if ids[i], err = uuid.NewV7(); err != nil {
			return nil, fmt.Errorf("making an id: %w", err)
		}
	}
	p := n.Profile
	return []any{
		n.DoctorID, n.InstitutionID, n.FirstName, n.LastName, n.DateOfBirth.Format("2006-01-02"), n.Sex, n.Gender,
		contactName, contactPhone, accountEmail, hash,
		p.HeightCM, p.WeightKG, p.BloodType, p.SmokingStatus, p.SmokingYears, p.AlcoholFrequency,
		p.WeeklyActivityMinutes, p.Notes, emails, phones, ids[0], ids[1], ids[2],
	}, nil
}

// contacts are the JSON arguments of the procedure.
func (n *Registration) contacts() (emails, phones string, err error) {
	type row = map[string]any
	emailRows, phoneRows := []row{}, []row{}
	for _, e := range n.Emails {
		address, _ := auth.NormalizeEmail("", e.Email)
		emailRows = append(emailRows, row{"email": address, "type": e.Type, "is_primary": e.Primary})
	}
	for _, p := range n.Phones {
		phone, err := contact.ParsePhone(p.Number)
		if err != nil {
			return "", "", err
		}
		r := row{
			"number": phone.Number, "country_code": phone.CountryCode, "extension": p.Extension,
			"type": p.Type, "is_primary": p.Primary,
		}
		if phone.AreaCode != "" {
			r["area_code"] = phone.AreaCode
		}
		phoneRows = append(phoneRows, r)
	}
	emailJSON, err := json.Marshal(emailRows)
	if err != nil {
		return "", "", fmt.Errorf("encoding contacts: %w", err)
	}
	phoneJSON, err := json.Marshal(phoneRows)
	if err != nil {
		return "", "", fmt.Errorf("encoding contacts: %w", err)
	}
	return string(emailJSON), string(phoneJSON), nil
}
