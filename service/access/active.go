package access

import (
	"context"
	"fmt"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
)

// Active reports whether the viewer may change anything at all: a patient or an institution that isn't deactivated, a doctor
// who practises at one, staff and service accounts. Each statement that changes something asks again (ent/rule).
func Active(ctx context.Context, client *ent.Client) (bool, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return false, err
	}
	switch v.Kind {
	case viewer.Patient, viewer.Doctor, viewer.Institution:
	default:
		return true, nil
	}
	// The viewer need not see their own account's row, nor an inactive doctor the institution.
	active, err := client.System().User.Query().Where(append(rule.Active(v), user.ID(v.AccountID))...).Exist(ctx)
	if err != nil {
		return false, fmt.Errorf("asking whether the viewer is active: %w", err)
	}
	return active, nil
}

// RequireActive fails with Forbidden (party_inactive) when the viewer may change nothing: see Active.
func RequireActive(ctx context.Context, client *ent.Client) error {
	active, err := Active(ctx, client)
	if err != nil || active {
		return err
	}
	return &service.Error{Code: service.Forbidden, Reason: "party_inactive",
		Detail: "You are not active, so you can read but not change anything."}
}
