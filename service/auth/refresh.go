package auth

import (
	"context"
	"crypto/hmac"
	"crypto/sha256"
	"database/sql"
	"encoding/base64"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/refreshtoken"
	"github.com/predicthealth/predicthealth/ent/session"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/setting"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

const (
	// replayWindow is how long a used refresh token returns its successor again, for callers who lost the response.
	replayWindow = 10 * time.Second
	// maxRefreshToken bounds what callers who are not signed in can make us hash; our tokens have about 50 bytes.
	maxRefreshToken = 128
)

var refreshTokenQuery = sqlfiles.Query("refresh_token")

// Refresh is a request for new tokens of a session.
type Refresh struct {
	Token string
	// IP and UserAgent say where the request comes from; empty when unknown.
	IP, UserAgent string
}

// Refresh uses a refresh token and returns its successor and an access token. A caller who lost the response may send the
// token again within ten seconds and gets the same successor, until that is used. Any other reuse means that two parties
// have the token, and ends the session. Whatever the reason, it fails with the same Unauthenticated error. Anyone may call
// it, but not in a unit of work, because the end of a stolen session must be kept.
func (s *Service) Refresh(ctx context.Context, realm Realm, r Refresh) (*Grant, error) {
	values, err := s.settings.Read(ctx)
	if err != nil {
		return nil, err
	}
	var grant *Grant
	var token presented
	err = s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) (err error) {
		if token, err = present(ctx, tx, r.Token); err != nil {
			return err
		}
		grant, err = s.refresh(ctx, tx, realmNamed(realm), token, r, values)
		return err
	})
	if !errors.Is(err, errReused) {
		return grant, err
	}
	if err := s.endStolen(ctx, realm, token); err != nil {
		return nil, err
	}
	return nil, errRefused
}

var (
	errReused  = errors.New("the refresh token has already been used")
	errRefused = &service.Error{
		Code: service.Unauthenticated, Reason: "invalid_refresh_token",
		Detail: "The refresh token is not valid or has expired. Sign in again.",
	}
)

// presented is a refresh token that was sent, as it is stored.
type presented struct {
	secret          string
	id, session     uuid.UUID
	user, cmsUser   uuid.NullUUID
	opened, expires time.Time // the session
	now             time.Time
	used, proved    sql.NullTime // of the token, and of the session's second factor
	over            bool         // the token or the session has expired
}

// times are those of the session that a refresh doesn't change.
func (t presented) times() SessionTimes {
	times := SessionTimes{ID: t.session, CreatedAt: t.opened, ExpiresAt: t.expires}
	if t.proved.Valid {
		times.SecondFactorAt = &t.proved.Time
	}
	return times
}

func present(ctx context.Context, tx *ent.Client, secret string) (presented, error) {
	t := presented{secret: secret}
	if len(secret) > maxRefreshToken {
		return t, errRefused
	}
	rows, err := tx.QueryContext(ctx, refreshTokenQuery, hashOf(secret))
	if err != nil {
		return t, fmt.Errorf("finding a refresh token: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	if !rows.Next() {
		if err := rows.Err(); err != nil {
			return t, fmt.Errorf("finding a refresh token: %w", err)
		}
		return t, errRefused
	}
	if err := rows.Scan(&t.id, &t.session, &t.user, &t.cmsUser, &t.opened, &t.expires, &t.now, &t.used, &t.proved, &t.over); err != nil {
		return t, fmt.Errorf("reading a refresh token: %w", err)
	}
	return t, nil
}

func (s *Service) refresh(
	ctx context.Context, tx *ent.Client, r realm, t presented, from Refresh, values setting.Values,
) (*Grant, error) {
	owner := r.owner(t.user, t.cmsUser)
	if t.over || !owner.Valid {
		return nil, errRefused
	}
	successors, err := s.successors(t.secret)
	if err != nil {
		return nil, err
	}
	next := successors[0]
	if t.used.Valid {
		if next, err = replay(ctx, tx, t, successors); err != nil {
			return nil, err
		}
	}
	a, err := r.get(ctx, tx, owner.UUID)
	if err != nil {
		return nil, err
	}
	if !a.active { // a lock is about guessed passwords: it ends no session
		return nil, errRefused
	}
	if a.displayName, err = r.displayName(ctx, tx, a.id); err != nil {
		return nil, err
	}
	if !t.used.Valid {
		if err := s.rotate(ctx, tx, t, next, from, setting.Get(values, a.sessionLifetime().idle)); err != nil {
			return nil, err
		}
	}
	return s.grant(ctx, r, a, t.times(), next, values)
}

// replay returns the successor of a used token, for a caller who lost the response.
func replay(ctx context.Context, tx *ent.Client, t presented, successors []string) (string, error) {
	if t.now.Sub(t.used.Time) > replayWindow {
		return "", errReused
	}
	for _, next := range successors {
		unused, err := tx.RefreshToken.Query().
			Where(refreshtoken.TokenHash(hashOf(next)), refreshtoken.SessionID(t.session), refreshtoken.UsedAtIsNil()).
			Exist(ctx)
		if err != nil {
			return "", fmt.Errorf("finding a successor: %w", err)
		}
		if unused {
			return next, nil
		}
	}
	return "", errReused
}

// rotate replaces a token with the next one and extends the session.
func (s *Service) rotate(
	ctx context.Context, tx *ent.Client, t presented, next string, from Refresh, idle time.Duration,
) error {
	idleExpires := earlier(t.now.Add(idle), t.expires)
	if err := tx.RefreshToken.Update().Where(refreshtoken.ID(t.id)).SetUsedAt(t.now).Exec(ctx); err != nil {
		return fmt.Errorf("using a refresh token: %w", err)
	}
	if err := tx.RefreshToken.Create().
		SetSessionID(t.session).SetTokenHash(hashOf(next)).SetExpiresAt(idleExpires).Exec(ctx); err != nil {
		return fmt.Errorf("giving a refresh token: %w", err)
	}
	if err := tx.Session.Update().Where(session.ID(t.session)).
		SetLastSeenAt(t.now).SetNillableIP(nonEmpty(from.IP)).SetNillableUserAgent(nonEmpty(shortened(from.UserAgent))).
		SetIdleExpiresAt(idleExpires).Exec(ctx); err != nil {
		return fmt.Errorf("prolonging a session: %w", err)
	}
	s.store.AfterCommit(ctx, func(ctx context.Context) {
		times := t.times()
		times.LastSeenAt, times.IdleExpiresAt = t.now, idleExpires
		s.copies.keep(ctx, times, t.now)
	})
	return nil
}

// endStolen ends the session of a token that was used twice.
func (s *Service) endStolen(ctx context.Context, realm Realm, t presented) error {
	owner := realmNamed(realm).owner(t.user, t.cmsUser).UUID
	filter := SessionFilter{AccountKind: kindOf(realm), AccountID: owner, ID: t.session}
	_, err := s.end(ctx, filter, EndedByReuse, audit.Event{
		Action: "session.reuse", Outcome: audit.Denied, Actor: &audit.Actor{Type: "anonymous"},
	})
	return err
}

// successors returns the possible successors of a refresh token: one for the current secret, and one for each secret from
// before a key rotation. A successor is derived from the token, so that it can be returned twice without being stored.
func (s *Service) successors(token string) ([]string, error) {
	secrets, err := s.tokens.keys.Derive("refresh")
	if err != nil {
		return nil, err
	}
	all := make([]string, len(secrets))
	for i, secret := range secrets {
		mac := hmac.New(sha256.New, secret)
		mac.Write([]byte(token))
		all[i] = base64.RawURLEncoding.EncodeToString(mac.Sum(nil))
	}
	return all, nil
}

// hashOf returns the hash that is stored of a refresh token.
func hashOf(token string) []byte {
	digest := sha256.Sum256([]byte(token))
	return digest[:]
}

func earlier(a, b time.Time) time.Time {
	if a.Before(b) {
		return a
	}
	return b
}
