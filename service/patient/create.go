package patient

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var createQuery = sqlfiles.Query("create_patient")

// sentAs maps each table to the place in the API's body where its columns are sent.
var sentAs = map[string]string{
	"patients":         "",
	"health_profiles":  "/health_profile",
	"emails":           "/emails/-",
	"phones":           "/phones/-",
	"users":            "/account",
	"user_credentials": "/account",
}

// Create registers a patient with profile, contacts and account, all or nothing. It fails with Invalid when the doctor has
// been suspended or a code deactivated since the registration was prepared, or with Conflict when the account's address is
// taken.
func (s *Service) Create(ctx context.Context, p Prepared) (*Patient, error) {
	opened, err := s.accounts.Hash(ctx, p.account)
	if err != nil {
		return nil, err
	}
	var created *Patient
	err = s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		id, userID, err := s.insert(ctx, tx, p, opened)
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
		return s.trail.Record(ctx, p.event(id))
	})
	return created, err
}

func (p Prepared) event(id uuid.UUID) audit.Event {
	return audit.Event{
		Action: "patient.create", EntityType: "patient", EntityID: id.String(), PatientID: id,
		Payload: map[string]any{
			"doctor_id": p.registration.DoctorID, "institution_id": p.registration.InstitutionID, "account": p.account != nil,
		},
	}
}

// insert writes the rows, with an account unless opened is nil, and returns the ids of the patient and the account.
func (s *Service) insert(ctx context.Context, tx *ent.Client, p Prepared, opened *account.Hashed) (id uuid.UUID, userID *uuid.UUID, err error) {
	args, err := p.arguments(audit.ActorOf(ctx), opened)
	if err != nil {
		return uuid.Nil, nil, err
	}
	s.store.AfterCommit(ctx, func(ctx context.Context) {
		s.cache.Invalidate(ctx, service.TagPatients, service.TagAccounts)
	})
	rows, err := tx.QueryContext(ctx, createQuery, args...)
	if err != nil {
		return uuid.Nil, nil, service.FromDatabase(err, sentAs)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	var profileID uuid.UUID
	for rows.Next() {
		if err := rows.Scan(&id, &userID, &profileID); err != nil {
			return uuid.Nil, nil, fmt.Errorf("registering a patient: %w", err)
		}
	}
	return id, userID, service.FromDatabase(rows.Err(), sentAs)
}

// document is the argument of sp_create_patient_with_profile.
type document struct {
	Registration
	Phones  []storedPhone `json:"phones,omitempty"`
	Account *credentials  `json:"account,omitempty"`
	Actor   actor         `json:"actor"`
}

type credentials struct {
	Email        string `json:"email"`
	PasswordHash string `json:"password_hash"`
}

type actor struct {
	Type string    `json:"type"`
	ID   uuid.UUID `json:"id,omitzero"`
}

// arguments returns the arguments of sql/queries/create_patient.sql: the document and the rows' ids.
func (p Prepared) arguments(who audit.Actor, opened *account.Hashed) ([]any, error) {
	d := document{Registration: p.registration, Phones: p.phones, Actor: actor(who)}
	if opened != nil {
		email, hash := opened.Credentials()
		d.Account = &credentials{email, hash}
	}
	text, err := json.Marshal(d)
	if err != nil {
		return nil, fmt.Errorf("encoding a registration: %w", err)
	}
	args := []any{string(text)}
	for range 3 {
		id, err := uuid.NewV7()
		if err != nil {
			return nil, fmt.Errorf("making an id: %w", err)
		}
		args = append(args, id)
	}
	return args, nil
}
