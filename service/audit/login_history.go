package audit

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent/auditevent"
	"github.com/predicthealth/predicthealth/service/page"
)

// loginActions are the actions in an account's sign-in history.
var loginActions = []string{"auth.login", "account.locked"}

// LoginHistory returns a page of an account's sign-ins, failed attempts and the locks that they caused, newest first.
// entityType is user or cms_user. It is for services that have checked the caller's permissions; it fails with Invalid when
// the cursor or the limit is not valid.
func (r *Reader) LoginHistory(
	ctx context.Context, entityType string, account uuid.UUID, request page.Request,
) (page.Page[SealedEvent], error) {
	f := Filter{EntityType: []string{entityType}, EntityID: account.String()}
	rows, err := r.list(ctx, "login_history", f, request, auditevent.ActionIn(loginActions...))
	return page.Map(rows, toSealedEvent), err
}
