package accountadmin

import (
	"context"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/cms"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Staff manages staff: their accounts, their names and their roles.
type Staff struct{ *Accounts }

// MemberProfile is what administrators say of a staff member, in an invitation and later.
type MemberProfile struct {
	FirstName string `json:"first_name" set:"create,update" blank:"false" text:"name" minLength:"1" maxLength:"100" example:"Stella"`
	LastName  string `json:"last_name" set:"create,update" blank:"false" text:"name" minLength:"1" maxLength:"100" example:"Staff"`
	Role      string `json:"role" set:"create,update" catalog:"cms_roles,permanent" minLength:"1" maxLength:"50" example:"editor" doc:"The code of the role."`
}

// Member is a staff member.
type Member struct {
	ID uuid.UUID `json:"id"`
	MemberProfile
	Version int `json:"version"`
}

// NewMember is a staff member to create.
type NewMember struct {
	Email string `json:"email" set:"create" maxLength:"254" example:"stella@example.org" doc:"The address to sign in with. No other staff account may use it."`
	MemberProfile
}

func cmsUsers(c *ent.Client) *ent.CMSUserClient { return c.CMSUser }

var (
	members    = resource.TableOf[Member](cmsUsers)
	newMembers = resource.TableOf[NewMember](cmsUsers)
)

// Prepared is a new member in whom Prepare found no error. Only a Prepared can be created.
type Prepared struct{ edit *resource.Edit[NewMember] }

// Prepare checks a new member, and returns all that is wrong with the fields. It fails with Forbidden for viewers without
// cms_users:create. Only Create finds out that an address is taken or that the role may do more than the viewer.
func (s *Staff) Prepare(ctx context.Context, values resource.Values[NewMember]) (Prepared, []service.Field, error) {
	if err := service.Require(ctx, "cms_users:create"); err != nil {
		return Prepared{}, nil, err
	}
	e, client := resource.NewEdit(values), s.options.Store.Client(ctx)
	email, fault := auth.NormalizeEmail("/email", e.After.Email)
	if e.After.Email = email; fault != nil {
		e.Fields = append(e.Fields, *fault)
	}
	err := e.Check(ctx, client)
	return Prepared{e}, e.Fields, err
}

// Create makes the account of a new member of the staff and invites them: a mail has the link to choose a password. It
// fails with Forbidden for viewers without a permission of the role, and with Conflict when a member has the address.
func (s *Staff) Create(ctx context.Context, p Prepared) (created *Account, err error) {
	id, err := uuid.NewV7()
	if err != nil {
		return nil, fmt.Errorf("making an id: %w", err)
	}
	err = s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if err := mayGive(ctx, tx, p.edit.After.Role); err != nil {
			return err
		}
		if err := newMembers.Insert(ctx, tx, id, p.edit, nil); err != nil {
			return err
		}
		if err := s.options.Own.Invite(ctx, account.Staff, id); err != nil {
			return err
		}
		if created, err = s.find(ctx, tx, id); err != nil {
			return err
		}
		s.options.Store.AfterCommit(ctx, s.options.Pulse.Changed)
		event := s.event("account.create", id)
		event.Payload = map[string]any{"role": p.edit.After.Role}
		return s.options.Trail.Record(ctx, event)
	})
	return created, err
}

// Change changes a staff member when the account has one of the versions. The tokens that they have follow a new role
// within a second. Needs cms_users:update and every permission of the role and of a new one, so that nobody raises themselves
// or renames their betters. It fails as resource.Changes do, with Forbidden without these permissions, and with Conflict when
// the platform would be left without an active administrator (last_administrator).
func (s *Staff) Change(ctx context.Context, id uuid.UUID, versions service.Versions, values resource.Values[Member]) (changed *Account, err error) {
	if err := service.Require(ctx, "cms_users:update"); err != nil {
		return nil, err
	}
	changes := resource.Changes[Member]{
		Store: s.options.Store, Trail: s.options.Trail, Table: members, Name: "account",
		May: func(context.Context, *Member) (func(right string) bool, error) {
			return func(string) bool { return true }, nil
		},
		Check: mayMove,
		Event: func(m *Member) audit.Event { return s.event("", m.ID) },
		More: func(e *resource.Edit[Member]) map[string]any {
			if e.After.Role == e.Before.Role {
				return nil
			}
			return map[string]any{"from": e.Before.Role, "to": e.After.Role}
		},
	}
	err = s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if _, err := changes.Change(ctx, id, versions, values); err != nil {
			return err
		}
		s.options.Store.AfterCommit(ctx, s.options.Pulse.Changed)
		changed, err = s.find(ctx, tx, id)
		return err
	})
	return changed, err
}

// mayMove fails when the viewer can't change a staff member, or give them the new role.
func mayMove(ctx context.Context, tx *ent.Client, e *resource.Edit[Member]) error {
	if err := mayGive(ctx, tx, e.Before.Role); err != nil || len(e.Fields) > 0 || e.After.Role == e.Before.Role {
		return err
	}
	if err := mayGive(ctx, tx, e.After.Role); err != nil || e.Before.Role != administrator {
		return err
	}
	return notLastAdministrator(ctx, tx, e.Before.ID)
}

// mayGive fails when the roles have a permission that the viewer lacks. It reads them in the transaction that gives or takes
// them, because they may have changed since the request came in.
func mayGive(ctx context.Context, tx *ent.Client, roles ...string) error {
	for _, code := range roles {
		role, err := cms.ReadRole(ctx, tx, code)
		if err != nil {
			return err
		}
		if err := cms.Covers(ctx, role.Permissions); err != nil {
			return err
		}
	}
	return nil
}

// Invite mails a staff member who has not set a password yet a new link to do so, which replaces the previous one. Needs
// cms_users:update; fails with Forbidden, NotFound, or with Conflict when there is a password (has_password) or the account
// is disabled (account_disabled).
func (s *Staff) Invite(ctx context.Context, id uuid.UUID) (*Account, error) {
	return s.change(ctx, id, "account.invite", "", func(ctx context.Context, _ *ent.Client) error {
		return s.options.Own.Invite(ctx, account.Staff, id)
	})
}
