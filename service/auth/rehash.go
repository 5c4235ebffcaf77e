package auth

import (
	"context"
	"fmt"
	"log/slog"

	"github.com/google/uuid"
	"golang.org/x/crypto/bcrypt"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsusercredential"
	"github.com/predicthealth/predicthealth/ent/usercredential"
	"github.com/predicthealth/predicthealth/service/setting"
)

// strengthen hashes the password of an account again when it has just signed in and the setting for bcrypt's cost has
// risen since. A failure to do so is no reason to refuse the sign-in.
func (s *Service) strengthen(ctx context.Context, r realm, a account, password string) {
	if err := s.tryStrengthen(ctx, r, a, password); err != nil {
		slog.WarnContext(ctx, "a password could not be hashed at the cost in the settings", "error", err)
	}
}

func (s *Service) tryStrengthen(ctx context.Context, r realm, a account, password string) error {
	values, err := s.settings.Read(ctx)
	if err != nil {
		return err
	}
	cost, err := bcrypt.Cost([]byte(a.hash))
	if err != nil || cost >= setting.Get(values, bcryptCost) {
		return err
	}
	hash, err := s.passwords.Hash(ctx, password)
	if err != nil {
		return err
	}
	if err := r.rehash(ctx, s.store.Pool(), a.id, a.hash, hash); err != nil {
		return fmt.Errorf("replacing a hash: %w", err)
	}
	return nil
}

func (userRealm) rehash(ctx context.Context, client *ent.Client, id uuid.UUID, old, hash string) error {
	return client.UserCredential.Update().
		Where(usercredential.UserID(id), usercredential.PasswordHash(old)).SetPasswordHash(hash).Exec(ctx)
}

func (cmsRealm) rehash(ctx context.Context, client *ent.Client, id uuid.UUID, old, hash string) error {
	return client.CMSUserCredential.Update().
		Where(cmsusercredential.CmsUserID(id), cmsusercredential.PasswordHash(old)).SetPasswordHash(hash).Exec(ctx)
}
