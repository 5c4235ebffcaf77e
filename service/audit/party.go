package audit

import (
	"context"
	"fmt"
	"strings"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsuser"
	"github.com/predicthealth/predicthealth/ent/doctor"
	"github.com/predicthealth/predicthealth/ent/medicalinstitution"
	"github.com/predicthealth/predicthealth/ent/serviceaccount"
	"github.com/predicthealth/predicthealth/ent/user"
)

// Party is whoever used or changed a record, as the record's owner sees them.
type Party struct {
	// Kind is patient, doctor, institution, staff, service, system or anonymous; for an account that no longer exists it is
	// user, cms_user or service_account.
	Kind string
	// Name is the name of a doctor or an institution, or the role of a staff member; nil for others.
	Name *string
}

// Parties maps accounts' ids to parties.
type Parties map[uuid.UUID]Party

// Of returns the party that an actor is.
func (p Parties) Of(actor Actor) Party {
	if known, ok := p[actor.ID]; ok {
		return known
	}
	return Party{Kind: actor.Type}
}

// PartiesOf finds the accounts of actors, in at most five statements. It is for services that have checked who may know.
func PartiesOf(ctx context.Context, client *ent.Client, actors []Actor) (Parties, error) {
	client = client.System()
	accounts, asked := map[string][]uuid.UUID{}, map[uuid.UUID]bool{}
	for _, actor := range actors {
		if actor.ID != uuid.Nil && !asked[actor.ID] {
			asked[actor.ID] = true
			accounts[actor.Type] = append(accounts[actor.Type], actor.ID)
		}
	}
	parties := Parties{}
	if ids := accounts["user"]; len(ids) > 0 {
		users, err := client.User.Query().Where(user.IDIn(ids...)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("finding who used a record: %w", err)
		}
		names, err := publicNames(ctx, client, users)
		if err != nil {
			return nil, fmt.Errorf("finding who used a record: %w", err)
		}
		for _, u := range users {
			parties[u.ID] = Party{string(u.UserType), names[u.ReferenceID]}
		}
	}
	if ids := accounts["cms_user"]; len(ids) > 0 {
		staff, err := client.CMSUser.Query().Where(cmsuser.IDIn(ids...)).WithRole().All(ctx)
		if err != nil {
			return nil, fmt.Errorf("finding who used a record: %w", err)
		}
		for _, s := range staff {
			parties[s.ID] = Party{"staff", &s.Edges.Role.Name}
		}
	}
	if ids := accounts["service_account"]; len(ids) > 0 {
		services, err := client.ServiceAccount.Query().Where(serviceaccount.IDIn(ids...)).All(ctx)
		if err != nil {
			return nil, fmt.Errorf("finding who used a record: %w", err)
		}
		for _, s := range services {
			parties[s.ID] = Party{"service", &s.Name}
		}
	}
	return parties, nil
}

// publicNames are those of the doctors and institutions among whose accounts these are, by id. Patients have none.
func publicNames(ctx context.Context, client *ent.Client, users []*ent.User) (map[uuid.UUID]*string, error) {
	subjects := map[user.UserType][]uuid.UUID{}
	for _, u := range users {
		subjects[u.UserType] = append(subjects[u.UserType], u.ReferenceID)
	}
	names := map[uuid.UUID]*string{}
	if ids := subjects[user.UserTypeDoctor]; len(ids) > 0 {
		doctors, err := client.Doctor.Query().Where(doctor.IDIn(ids...)).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, d := range doctors {
			name := strings.TrimSpace(d.FirstName + " " + d.LastName)
			names[d.ID] = &name
		}
	}
	if ids := subjects[user.UserTypeInstitution]; len(ids) > 0 {
		institutions, err := client.MedicalInstitution.Query().Where(medicalinstitution.IDIn(ids...)).All(ctx)
		if err != nil {
			return nil, err
		}
		for _, i := range institutions {
			names[i.ID] = &i.Name
		}
	}
	return names, nil
}
