package serviceaccount

import (
	"context"
	"crypto/rand"
	"crypto/sha256"
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/cms"
)

const (
	// secretPrefix lets scanners of source code and logs find leaked secrets.
	secretPrefix  = "phs_"
	maxNameLength = 100
)

// NewAccount is a service account to create.
type NewAccount struct {
	Name, Role string
	// Scopes must be permissions of the role.
	Scopes []string
}

// Create creates a service account with its first secret, whose value is returned only this once. Needs accounts:create
// and every permission that the account gets; fails with Forbidden, with Invalid, naming the fields at fault, or with
// Conflict when the name is taken.
func (s *Service) Create(ctx context.Context, n NewAccount) (_ *ServiceAccount, secret string, err error) {
	if err := service.Require(ctx, "accounts:create"); err != nil {
		return nil, "", err
	}
	var created *ServiceAccount
	err = s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		roleID, err := s.check(ctx, tx, &n, nil)
		if err != nil {
			return err
		}
		row, err := tx.ServiceAccount.Create().SetName(n.Name).SetRoleID(roleID).SetScopes(n.Scopes).Save(ctx)
		if err != nil {
			return service.FromDatabase(err, map[string]string{"service_accounts": ""})
		}
		if _, secret, err = addSecret(ctx, tx, row.ID); err != nil {
			return err
		}
		if created, err = read(ctx, tx, row.ID); err != nil {
			return err
		}
		return s.options.Trail.Record(ctx, audit.Event{
			Action: "service_account.create", EntityType: entityType, EntityID: row.ID.String(),
			Payload: map[string]any{"name": n.Name, "role": n.Role, "scopes": n.Scopes},
		})
	})
	return created, secret, err
}

// check sorts the scopes and returns the role's id, or the errors in the fields. Scopes in kept are accepted even if the
// role has lost them, because then they permit nothing.
func (s *Service) check(ctx context.Context, tx *ent.Client, n *NewAccount, kept []string) (roleID int, err error) {
	var fields []service.Field
	n.Name = strings.TrimSpace(n.Name)
	if n.Name == "" {
		fields = append(fields, service.Field{Pointer: "/name", Code: "blank", Detail: "This must not be blank."})
	}
	if utf8.RuneCountInString(n.Name) > maxNameLength {
		fields = append(fields, service.Field{Pointer: "/name", Code: "too_long", Detail: "This is too long."})
	}
	role, err := cms.ReadRole(ctx, tx, n.Role)
	if err != nil && !ent.IsNotFound(err) {
		return 0, err
	}
	if role == nil {
		fields = append(fields, service.Field{Pointer: "/role", Code: "not_found", Detail: "This role does not exist."})
	}
	if len(n.Scopes) == 0 {
		fields = append(fields, service.Field{Pointer: "/scopes", Code: "required", Detail: "The account needs at least one scope."})
	}
	for i, scope := range n.Scopes {
		if role != nil && !slices.Contains(role.Permissions, scope) && !slices.Contains(kept, scope) {
			fields = append(fields, service.Field{
				Pointer: fmt.Sprintf("/scopes/%d", i), Code: "not_allowed", Detail: "The role does not have this permission.",
			})
		}
	}
	if err := service.InvalidFields(fields); err != nil {
		return 0, err
	}
	n.Scopes = slices.Compact(slices.Sorted(slices.Values(n.Scopes)))
	return role.ID, covers(ctx, role, n.Scopes)
}

func addSecret(ctx context.Context, tx *ent.Client, account uuid.UUID) (id uuid.UUID, secret string, err error) {
	secret = secretPrefix + rand.Text() + rand.Text() // 256 bits
	row, err := tx.ServiceAccountSecret.Create().SetServiceAccountID(account).SetSecretHash(hash(secret)).Save(ctx)
	if err != nil {
		return uuid.Nil, "", fmt.Errorf("storing a secret: %w", err)
	}
	return row.ID, secret, nil
}

// hash is a plain digest: a random secret can't be guessed, so a slow hash would only cost time.
func hash(secret string) []byte {
	digest := sha256.Sum256([]byte(secret))
	return digest[:]
}
