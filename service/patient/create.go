package patient

import (
	"context"
	"encoding/json"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var createQuery = sqlfiles.Query("create_patient")

// sentAs maps each table to the place in the API's body where its columns are sent.
var sentAs = map[string]string{
	"patients":        "",
	"health_profiles": "/health_profile",
	"emails":          "/emails/-",
	"phones":          "/phones/-",
	"users":           "/account",
}

// Create registers a patient with profile, contacts and account, all or nothing. It fails with Invalid when there is
// something that LookUp finds, or with Conflict when the account's address is taken. Without an account it is one statement.
func (s *Service) Create(ctx context.Context, p Prepared) (created *Patient, err error) {
	do := s.store.InTx
	if p.email == "" {
		do = s.store.Once
	}
	err = do(ctx, func(ctx context.Context, client *ent.Client) error {
		var userID uuid.UUID
		if created, userID, err = s.insert(ctx, client, p, nil); err != nil || p.email == "" {
			return err
		}
		return s.accounts.Invite(ctx, account.Users, userID)
	})
	return created, err
}

// insert writes the rows, with an account if there is an address for one, and the event of whoever acts; the viewer does when
// actor is nil. It is one statement. It returns the patient and the account's id.
func (s *Service) insert(ctx context.Context, client *ent.Client, p Prepared, actor *audit.Actor) (*Patient, uuid.UUID, error) {
	var ids [3]uuid.UUID // of the patient, the account and the profile
	for i := range ids {
		id, err := uuid.NewV7()
		if err != nil {
			return nil, uuid.Nil, fmt.Errorf("making an id: %w", err)
		}
		ids[i] = id
	}
	text, err := p.document(ctx, ids[0], actor)
	if err != nil {
		return nil, uuid.Nil, err
	}
	rows, err := client.QueryContext(ctx, createQuery, text, ids[0], ids[1], ids[2])
	if err != nil {
		return nil, uuid.Nil, service.FromDatabase(err, sentAs)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	var (
		userID      *uuid.UUID
		institution uuid.UUID
		now         time.Time
	)
	for rows.Next() {
		if err := rows.Scan(&ids[0], &userID, &ids[2], &institution, &now); err != nil {
			return nil, uuid.Nil, fmt.Errorf("registering a patient: %w", err)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, uuid.Nil, service.FromDatabase(err, sentAs)
	}
	tags := []string{service.TagPatients}
	if p.email != "" {
		tags = append(tags, service.TagAccounts)
	}
	s.store.AfterCommit(ctx, func(ctx context.Context) { s.cache.Invalidate(ctx, tags...) })
	return p.created(ids[0], institution, now), ids[1], nil
}

// created returns the patient as they were stored.
func (p Prepared) created(id, institution uuid.UUID, now time.Time) *Patient {
	return &Patient{
		ID: id, DoctorID: *p.registration.DoctorID, InstitutionID: institution, Person: p.registration.Person,
		Death:            Death{DeceasedDatePrecision: valueset.PrecisionDay},
		ValidationStatus: "pending", Active: true, CreatedAt: now.UTC(), UpdatedAt: now.UTC(), Version: 1,
	}
}

// document returns the argument of sp_create_patient_with_profile.
func (p Prepared) document(ctx context.Context, id uuid.UUID, by *audit.Actor) (string, error) {
	event, err := audit.Event{
		Actor: by, Action: "patient.create", EntityType: "patient", EntityID: id.String(), PatientID: id,
		Payload: map[string]any{
			"doctor_id": p.registration.DoctorID, "institution_id": p.registration.InstitutionID, "account": p.email != "",
		},
	}.Encode(ctx)
	if err != nil {
		return "", err
	}
	d := document{Registration: p.registration, Phones: p.phones, Actor: actor(audit.ActorOf(ctx)), Event: event}
	if p.email != "" {
		d.Account = &account.NewAccount{Email: p.email}
	}
	text, err := json.Marshal(d)
	if err != nil {
		return "", fmt.Errorf("encoding a registration: %w", err)
	}
	return string(text), nil
}

// document is what a registration says, and what only the program knows.
type document struct {
	Registration
	Phones []storedPhone `json:"phones"`
	// Account has the address as it is stored.
	Account *account.NewAccount `json:"account"`
	Actor   actor               `json:"actor"`
	Event   json.RawMessage     `json:"event"`
}

type actor struct {
	Type string    `json:"type"`
	ID   uuid.UUID `json:"id,omitzero"`
}
