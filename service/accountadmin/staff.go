package accountadmin

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsuser"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/change"
	"github.com/predicthealth/predicthealth/service/cms"
)

// Staff manages staff: their accounts, their names and their roles.
type Staff struct{ *Accounts }

// NewMember is a staff member to create.
type NewMember struct {
	Email, FirstName, LastName string
	// Role is the code of a role.
	Role string
}

// MemberChange is a change of a staff member. No value can be removed.
type MemberChange struct {
	FirstName, LastName service.Optional[string]
	// Role is the code of a role.
	Role service.Optional[string]
}

var sentMember = map[string]string{"cms_users": ""}

// Prepared is a new member whom Prepare found nothing wrong with: only such a one is made.
type Prepared struct {
	email, firstName, lastName string
	role                       *cms.Role
}

// Prepare checks a new member, and returns all that is wrong with the fields. It fails with a Forbidden error for who
// hasn't cms_users:create and every permission of the role. An address that is taken only Create finds.
func (s *Staff) Prepare(ctx context.Context, n NewMember) (Prepared, []service.Field, error) {
	if err := service.Require(ctx, "cms_users:create"); err != nil {
		return Prepared{}, nil, err
	}
	var c service.Checks
	email, field := auth.NormalizeEmail("/email", n.Email)
	if field != nil {
		c.Fields = append(c.Fields, *field)
	}
	c.NotBlank("/first_name", n.FirstName)
	c.NotBlank("/last_name", n.LastName)
	role, err := roleNamed(ctx, s.Store.Client(ctx), n.Role, &c)
	if err != nil || len(c.Fields) > 0 {
		return Prepared{}, c.Fields, err
	}
	return Prepared{email, n.FirstName, n.LastName, role}, nil, cms.Covers(ctx, role.Permissions)
}

// Create makes the account of a new member of the staff and invites them: a mail has the link to choose a password. It
// fails with a Conflict when a member has the address.
func (s *Staff) Create(ctx context.Context, p Prepared) (*Account, error) {
	var created *Account
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		row, err := tx.CMSUser.Create().SetEmail(p.email).SetFirstName(p.firstName).SetLastName(p.lastName).
			SetRoleID(p.role.ID).Save(ctx)
		if err != nil {
			return service.FromDatabase(err, sentMember)
		}
		if err := s.Invitations.Invite(ctx, row.ID); err != nil {
			return err
		}
		if created, err = s.realm.get(ctx, tx, row.ID); err != nil {
			return err
		}
		s.Store.AfterCommit(ctx, s.Pulse.Changed)
		event := s.event("account.create", row.ID)
		event.Payload = map[string]any{"role": p.role.Code}
		return s.Trail.Record(ctx, event)
	})
	return created, err
}

// Change changes a member of the staff when the account has one of the versions. What another role permits, the tokens that
// they have permit within a second. Needs cms_users:update and, for another role, every permission of both roles: so nobody raises
// themselves. It fails with Forbidden, NotFound, Stale when the version is another, an Invalid error that names all fields at fault,
// or a Conflict when the platform would be left without an active administrator (last_administrator).
func (s *Staff) Change(ctx context.Context, id uuid.UUID, versions service.Versions, c MemberChange) (*Account, error) {
	if err := service.Require(ctx, "cms_users:update"); err != nil {
		return nil, err
	}
	var changed *Account
	err := s.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		before, err := s.realm.get(ctx, tx, id)
		if err != nil {
			return err
		}
		if err := versions.Check(before.Version); err != nil {
			return err
		}
		members, err := c.members(ctx, tx, before)
		if err != nil {
			return err
		}
		if err := s.save(ctx, tx, before, members, c); err != nil {
			return err
		}
		changed, err = s.realm.get(ctx, tx, id)
		return err
	})
	return changed, err
}

// members returns what changes. It fails as Change does.
func (c MemberChange) members(ctx context.Context, tx *ent.Client, before *Account) ([]*change.Member, error) {
	role := change.Of(cmsuser.FieldRoleID, c.Role, &before.Role).As("role")
	members := change.Named(
		change.Of(cmsuser.FieldFirstName, c.FirstName, &before.FirstName),
		change.Of(cmsuser.FieldLastName, c.LastName, &before.LastName),
		role,
	)
	checks := service.Checks{Fields: change.Removed(members, "first_name", "last_name", "role")}
	if c.FirstName.Value != nil {
		checks.NotBlank("/first_name", *c.FirstName.Value)
	}
	if c.LastName.Value != nil {
		checks.NotBlank("/last_name", *c.LastName.Value)
	}
	var given *cms.Role
	if c.Role.Value != nil {
		var err error
		if given, err = roleNamed(ctx, tx, *c.Role.Value, &checks); err != nil {
			return nil, err
		}
	}
	if err := checks.Err(); err != nil {
		return nil, err
	}
	if given != nil && !role.Same {
		role.Value = given.ID
		if err := mayMove(ctx, tx, before, given); err != nil {
			return nil, err
		}
	}
	return change.Different(members), nil
}

// mayMove returns the reason why the viewer can't give a staff member another role; nil when they can.
func mayMove(ctx context.Context, tx *ent.Client, before *Account, to *cms.Role) error {
	from, err := cms.ReadRole(ctx, tx, before.Role)
	if err != nil {
		return err
	}
	if err := cms.Covers(ctx, append(from.Permissions, to.Permissions...)); err != nil {
		return err
	}
	if from.Code != administrator {
		return nil
	}
	return notLastAdministrator(ctx, tx, before.ID)
}

// save writes members to the version that was read, and records the change.
func (s *Staff) save(ctx context.Context, tx *ent.Client, before *Account, members []*change.Member, c MemberChange) error {
	payload := map[string]any{"fields": change.Fields(members)}
	if len(members) > 0 {
		update := tx.CMSUser.Update().Where(cmsuser.ID(before.ID), cmsuser.Version(before.Version))
		if err := change.Set(update.Mutation(), members); err != nil {
			return err
		}
		n, err := update.Save(ctx)
		if err != nil {
			return service.FromDatabase(err, sentMember)
		}
		if n == 0 {
			return service.Changed()
		}
	}
	if c.Role.Value != nil && *c.Role.Value != before.Role {
		payload["from"], payload["to"] = before.Role, *c.Role.Value
		s.Store.AfterCommit(ctx, s.Pulse.Changed)
	}
	event := s.event("account.update", before.ID)
	event.Payload = payload
	return s.Trail.Record(ctx, event)
}

// Invite mails a staff member who has not set a password yet a new link to do so, which replaces the previous one. Needs
// cms_users:update; fails with Forbidden, NotFound, or with Conflict when there is a password (has_password) or the account
// is disabled (account_disabled).
func (s *Staff) Invite(ctx context.Context, id uuid.UUID) (*Account, error) {
	return s.change(ctx, id, "account.invite", "", func(ctx context.Context, _ *ent.Client) error {
		return s.Invitations.Invite(ctx, id)
	})
}

// roleNamed returns the role with this code. When there is none it returns nil and refuses the field.
func roleNamed(ctx context.Context, client *ent.Client, code string, c *service.Checks) (*cms.Role, error) {
	role, err := cms.ReadRole(ctx, client, code)
	if err != nil && !ent.IsNotFound(err) {
		return nil, err
	}
	c.Refuse(role == nil, "/role", "unknown", "There is no such role.")
	return role, nil
}
