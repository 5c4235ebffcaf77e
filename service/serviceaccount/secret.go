package serviceaccount

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/serviceaccount"
	"github.com/predicthealth/predicthealth/ent/serviceaccountsecret"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/cms"
)

// MaxOverlap is the longest time that a secret may stay valid beside the one that replaces it.
const MaxOverlap = 30 * 24 * time.Hour

// maxSecrets is how many secrets may be valid at a time.
const maxSecrets = 2

// AddSecret adds a secret to an account. Its value is returned only this once; the other secrets, and the tokens obtained
// with them, stop working after overlap, 0 to MaxOverlap. Needs accounts:update and every permission that the account has; fails with Forbidden,
// NotFound, Invalid, or with Conflict when two secrets are already valid.
func (s *Service) AddSecret(ctx context.Context, id uuid.UUID, overlap time.Duration) (added Secret, value string, err error) {
	if overlap < 0 || overlap > MaxOverlap {
		return Secret{}, "", service.InvalidFields([]service.Field{{
			Pointer: "/overlap_seconds", Code: "out_of_range", Detail: "Secrets can overlap for at most 30 days.",
		}})
	}
	err = s.manage(ctx, id, func(ctx context.Context, tx *ent.Client, account *ServiceAccount) error {
		now := time.Now()
		if len(valid(account.Secrets, now)) >= maxSecrets {
			return &service.Error{Code: service.Conflict, Reason: "too_many_secrets",
				Detail: "Two secrets are already valid. Delete one of them first."}
		}
		until := now.Add(overlap)
		err := tx.ServiceAccountSecret.Update().Where(
			serviceaccountsecret.ServiceAccountID(id),
			serviceaccountsecret.Or(serviceaccountsecret.ExpiresAtIsNil(), serviceaccountsecret.ExpiresAtGT(until)),
		).SetExpiresAt(until).Exec(ctx)
		if err != nil {
			return fmt.Errorf("ending older secrets: %w", err)
		}
		secretID, secret, err := addSecret(ctx, tx, id)
		if err != nil {
			return err
		}
		added, value = Secret{ID: secretID, CreatedAt: now}, secret
		return s.record(ctx, "service_account.add_secret", id, secretID)
	})
	return added, value, err
}

// DeleteSecret deletes a secret and revokes the access tokens that were issued for it, at once. Needs accounts:update and
// every permission that the account has; fails with Forbidden or NotFound.
func (s *Service) DeleteSecret(ctx context.Context, id, secretID uuid.UUID) error {
	return s.manage(ctx, id, func(ctx context.Context, tx *ent.Client, _ *ServiceAccount) error {
		deleted, err := tx.ServiceAccountSecret.Delete().Where(
			serviceaccountsecret.ID(secretID), serviceaccountsecret.ServiceAccountID(id),
		).Exec(ctx)
		if err != nil {
			return fmt.Errorf("deleting a secret: %w", err)
		}
		if deleted == 0 {
			return service.Missing()
		}
		if err := s.options.Auth.RevokeSecrets(ctx, secretID); err != nil {
			return err
		}
		return s.record(ctx, "service_account.delete_secret", id, secretID)
	})
}

// manage changes an account and locks out concurrent changes.
func (s *Service) manage(
	ctx context.Context, id uuid.UUID, change func(context.Context, *ent.Client, *ServiceAccount) error,
) error {
	if err := service.Require(ctx, "accounts:update"); err != nil {
		return err
	}
	return s.options.Store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if err := lock(ctx, tx, id); err != nil {
			return err
		}
		account, err := read(ctx, tx, id)
		if err != nil {
			return err
		}
		role, err := cms.ReadRole(ctx, tx, account.Role)
		if err != nil {
			return err
		}
		if err := covers(ctx, role, account.Scopes); err != nil {
			return err
		}
		return change(ctx, tx, account)
	})
}

func (s *Service) record(ctx context.Context, action string, id, secretID uuid.UUID) error {
	return s.options.Trail.Record(ctx, audit.Event{
		Action: action, EntityType: entityType, EntityID: id.String(), Payload: map[string]any{"secret_id": secretID},
	})
}

func lock(ctx context.Context, tx *ent.Client, id uuid.UUID) error {
	_, err := tx.ServiceAccount.Query().Where(serviceaccount.ID(id)).ForUpdate().OnlyID(ctx)
	return err
}

func valid(secrets []Secret, now time.Time) []Secret {
	return slices.DeleteFunc(slices.Clone(secrets), func(s Secret) bool {
		return s.ExpiresAt != nil && !now.Before(*s.ExpiresAt)
	})
}
