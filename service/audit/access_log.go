package audit

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsuser"
	"github.com/predicthealth/predicthealth/ent/serviceaccount"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service/page"
)

// Access is a use of a patient's record, as the patient is told of it.
type Access struct {
	OccurredAt   time.Time
	By           Party
	Action       string
	Outcome      Outcome
	PurposeOfUse *string
}

// Party is who used a record.
type Party struct {
	// Kind is patient, doctor, institution, staff, service, system or anonymous; user for an account that is gone.
	Kind string
	// Name is a doctor's or an institution's, or the role of a member of the staff; nil for others.
	Name *string
}

// AccessLog returns a page of who used a patient's record, newest first, and notes who read it. Patients may call it for
// themselves, CMS users and service accounts with audit:read for any. It fails with the error of a missing record for
// other patients and where there is none, and with a Forbidden error for all others.
func (r *Reader) AccessLog(ctx context.Context, patientID uuid.UUID, request page.Request) (page.Page[Access], error) {
	if err := r.mayReadAccessLog(ctx, patientID); err != nil {
		return page.Page[Access]{}, err
	}
	rows, err := r.list(ctx, "access_log", Filter{PatientID: patientID}, request)
	if err != nil {
		return page.Page[Access]{}, err
	}
	parties, err := r.parties(viewer.SystemContext(ctx), rows.Items)
	if err != nil {
		return page.Page[Access]{}, err
	}
	p := page.Page[Access]{make([]Access, len(rows.Items)), rows.Next, rows.Prev, rows.Total}
	for i, row := range rows.Items {
		p.Items[i] = Access{
			OccurredAt: row.OccurredAt, By: Party{Kind: string(row.ActorType)}, Action: row.Action,
			Outcome: Outcome(row.Outcome), PurposeOfUse: row.PurposeOfUse,
		}
		if row.ActorID != nil {
			if known, ok := parties[*row.ActorID]; ok {
				p.Items[i].By = known
			}
		}
	}
	return p, r.trail.Note(ctx, Event{
		Action: "access_log.read", EntityType: "patient", EntityID: patientID.String(), PatientID: patientID,
		ResultCount: len(p.Items),
	})
}

// parties are the accounts that did what rows tell.
func (r *Reader) parties(ctx context.Context, rows []*ent.AuditEvent) (map[uuid.UUID]Party, error) {
	accounts := map[string][]uuid.UUID{}
	for _, row := range rows {
		if row.ActorID != nil {
			accounts[string(row.ActorType)] = append(accounts[string(row.ActorType)], *row.ActorID)
		}
	}
	parties := map[uuid.UUID]Party{}
	client := r.store.Client(ctx)
	if ids := accounts["user"]; len(ids) > 0 {
		users, err := client.User.Query().Where(user.IDIn(ids...)).WithDoctor().WithInstitution().All(ctx)
		if err != nil {
			return nil, fmt.Errorf("finding who used a record: %w", err)
		}
		for _, u := range users {
			parties[u.ID] = partyOf(u)
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

func partyOf(u *ent.User) Party {
	p := Party{Kind: string(u.UserType)}
	switch {
	case u.Edges.Doctor != nil:
		name := u.Edges.Doctor.FirstName + " " + u.Edges.Doctor.LastName
		p.Name = &name
	case u.Edges.Institution != nil:
		p.Name = &u.Edges.Institution.Name
	}
	return p
}
