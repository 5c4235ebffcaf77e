package auth

import (
	"context"
	"fmt"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service/audit"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var (
	revocationLockQuery = sqlfiles.Query("revocation_lock")
	endSessionsQuery    = sqlfiles.Query("end_sessions")
	revokeSecretsQuery  = sqlfiles.Query("revoke_secrets")
)

// EndReason is the reason why a session ended.
type EndReason string

// The reasons why sessions end.
const (
	EndedByLogout         EndReason = "logout"
	EndedByRevocation     EndReason = "revoked"
	EndedByReuse          EndReason = "reuse" // of a refresh token: somebody else has it too
	EndedByPasswordChange EndReason = "password_changed"
	EndedByDisabling      EndReason = "disabled"
)

// SessionFilter selects sessions of an account.
type SessionFilter struct {
	// AccountKind says whether the account is in users or cms_users.
	AccountKind viewer.Kind
	AccountID   uuid.UUID
	// ID selects a single session; all sessions when nil.
	ID uuid.UUID
	// Except is a session to leave out; none when nil.
	Except uuid.UUID
}

// EndSessions ends an account's open sessions in the context's unit of work and returns how many there were. After the
// commit this instance refuses their tokens at once, and every other instance within a second. It is for services that
// have checked the caller's permissions. It fails only when the database does.
func (s *Service) EndSessions(ctx context.Context, f SessionFilter, reason EndReason) (ended int, err error) {
	return s.end(ctx, f, reason, audit.Event{Action: "session.end"})
}

// end does what EndSessions does, and records e.
func (s *Service) end(ctx context.Context, f SessionFilter, reason EndReason, e audit.Event) (ended int, err error) {
	err = s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		ids, err := endSessions(ctx, tx, f, reason)
		if err != nil {
			return err
		}
		s.store.AfterCommit(ctx, s.pulse.Changed) // also publishes what the caller changed in the account
		if ended = len(ids); ended == 0 {
			return nil
		}
		s.store.AfterCommit(ctx, func(ctx context.Context) { s.copies.drop(ctx, ids) })
		e.EntityType, e.EntityID, e.ResultCount = f.table(), f.AccountID.String(), ended
		e.Payload = map[string]any{"reason": reason, "sessions": ids}
		return s.trail.Record(ctx, e)
	})
	return ended, err
}

func endSessions(ctx context.Context, tx *ent.Client, f SessionFilter, reason EndReason) (ids []uuid.UUID, err error) {
	if _, err := tx.ExecContext(ctx, revocationLockQuery); err != nil {
		return nil, fmt.Errorf("waiting for others to revoke: %w", err)
	}
	var user, cmsUser uuid.NullUUID
	if f.AccountKind == viewer.CMSUser {
		cmsUser = nullable(f.AccountID)
	} else {
		user = nullable(f.AccountID)
	}
	rows, err := tx.QueryContext(ctx, endSessionsQuery, user, cmsUser, nullable(f.ID), nullable(f.Except), string(reason))
	if err != nil {
		return nil, fmt.Errorf("ending sessions: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	for rows.Next() {
		var id uuid.UUID
		if err := rows.Scan(&id); err != nil {
			return nil, fmt.Errorf("ending sessions: %w", err)
		}
		ids = append(ids, id)
	}
	return ids, rows.Err()
}

// RevokeSecrets invalidates the access tokens that were issued for these secrets of service accounts, in the context's
// unit of work; see EndSessions.
func (s *Service) RevokeSecrets(ctx context.Context, secrets ...uuid.UUID) error {
	return s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		if _, err := tx.ExecContext(ctx, revocationLockQuery); err != nil {
			return fmt.Errorf("waiting for others to revoke: %w", err)
		}
		if _, err := tx.ExecContext(ctx, revokeSecretsQuery, pq.Array(secrets)); err != nil {
			return fmt.Errorf("revoking secrets: %w", err)
		}
		s.store.AfterCommit(ctx, s.pulse.Changed)
		return nil
	})
}

// table returns the table of the account, by the name that the audit trail uses.
func (f SessionFilter) table() string {
	if f.AccountKind == viewer.CMSUser {
		return string(Staff)
	}
	return string(Users)
}

func nullable(id uuid.UUID) uuid.NullUUID { return uuid.NullUUID{UUID: id, Valid: id != uuid.Nil} }
