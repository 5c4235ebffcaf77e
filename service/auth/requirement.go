package auth

import (
	"context"
	"fmt"
	"slices"
	"time"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/systemsetting"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/secondfactor"
	"github.com/predicthealth/predicthealth/service/setting"
)

var (
	factorRequiredOf = setting.StringList("auth.second_factor.required_of")
	factorGrace      = setting.Duration("auth.second_factor.grace", 14*24*time.Hour)
)

// MustAddFactor says whether the viewer must add a second factor before they may do anything else.
func MustAddFactor(ctx context.Context) bool {
	v, err := service.Viewer(ctx)
	return err == nil && v.MustAddFactor
}

// FactorDue returns when the viewer must have a second factor; nil when the settings don't require one. It is for viewers
// who have signed in to the realm; others get Forbidden or Unauthenticated.
func (s *Service) FactorDue(ctx context.Context, realm Realm) (*time.Time, error) {
	v, err := signedIn(ctx, realm)
	if err != nil {
		return nil, err
	}
	values, err := s.settings.Read(ctx)
	if err != nil {
		return nil, err
	}
	client := s.store.Client(ctx)
	a, err := realmNamed(realm).get(ctx, client, v.AccountID)
	if err != nil {
		return nil, err
	}
	return factorDue(ctx, client, a, values)
}

// mustAddFactor says whether an account lacks a second factor that it must have by now.
func (s *Service) mustAddFactor(ctx context.Context, r realm, a account, values setting.Values) (bool, error) {
	due, err := factorDue(ctx, s.store.Client(ctx), a, values)
	if err != nil || due == nil || time.Now().Before(*due) {
		return false, err
	}
	has, err := s.factors.Has(ctx, secondfactor.Owner{Realm: r.name(), ID: a.id})
	return !has, err
}

// factorDue returns when an account must have a second factor: some time after it was made and after the requirement last
// changed, whichever came later; nil when it needs none.
func factorDue(ctx context.Context, client *ent.Client, a account, values setting.Values) (*time.Time, error) {
	required := setting.Get(values, factorRequiredOf)
	if !slices.Contains(required, string(a.kind)) && (a.role == "" || !slices.Contains(required, a.role)) {
		return nil, nil
	}
	row, err := client.SystemSetting.Query().Where(systemsetting.Key(factorRequiredOf.Name)).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading since when a second factor is required: %w", err)
	}
	due := a.createdAt
	if row.UpdatedAt.After(due) {
		due = row.UpdatedAt
	}
	due = due.Add(setting.Get(values, factorGrace))
	return &due, nil
}
