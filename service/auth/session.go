package auth

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/ent/session"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/page"
)

// SessionTimes is the lifetime of a session: it ends at IdleExpiresAt unless it is refreshed, and at ExpiresAt at the latest.
type SessionTimes struct {
	ID            uuid.UUID `json:"id"`
	CreatedAt     time.Time `json:"created_at"`
	LastSeenAt    time.Time `json:"last_seen_at"`
	IdleExpiresAt time.Time `json:"idle_expires_at"`
	ExpiresAt     time.Time `json:"expires_at"`
	// SecondFactorAt is when a second factor was last proved; nil when it never was.
	SecondFactorAt *time.Time `json:"second_factor_at,omitempty"`
}

// Session is an open session of an account.
type Session struct {
	SessionTimes
	// UserAgent and IP say where the session was last refreshed from; empty when unknown.
	UserAgent, IP string
	// Current says that this is the viewer's current session.
	Current bool
}

// CurrentSession is the account that is signed in, and its session.
type CurrentSession struct {
	Account            Account // without Email
	Permissions        []string
	MustChangePassword bool
	MustAddFactor      bool
	Session            SessionTimes
}

// CurrentSession returns the viewer's session. It is for viewers who have signed in to the realm; others get Forbidden or
// Unauthenticated.
func (s *Service) CurrentSession(ctx context.Context, realm Realm) (*CurrentSession, error) {
	v, err := signedIn(ctx, realm)
	if err != nil {
		return nil, err
	}
	current := &CurrentSession{
		Account:     Account{ID: v.AccountID, Kind: string(v.Kind), RecordID: v.SubjectID},
		Permissions: v.Permissions, MustChangePassword: v.MustChangePassword, MustAddFactor: v.MustAddFactor,
	}
	if realm == Staff {
		if current.Account.Role, err = s.pulse.roleOf(ctx, v.AccountID); err != nil {
			return nil, err
		}
	}
	if current.Account.DisplayName, err = realmNamed(realm).displayName(ctx, s.store.Client(ctx), v.AccountID); err != nil {
		return nil, err
	}
	current.Session, err = s.sessionTimes(ctx, v.SessionID)
	return current, err
}

// sessionTimes reads a session from Redis, or else from PostgreSQL.
func (s *Service) sessionTimes(ctx context.Context, id uuid.UUID) (SessionTimes, error) {
	if times, ok := s.copies.get(ctx, id); ok {
		return times, nil
	}
	now := time.Now()
	row, err := s.store.Client(ctx).Session.Query().Where(openAt(now), session.ID(id)).Only(ctx)
	if ent.IsNotFound(err) {
		return SessionTimes{}, invalidToken(errRevoked)
	}
	if err != nil {
		return SessionTimes{}, fmt.Errorf("reading a session: %w", err)
	}
	times := timesOf(row)
	s.copies.keep(ctx, times, now)
	return times, nil
}

var sessionOrder = page.Order{Columns: []string{session.FieldCreatedAt, session.FieldID}, Desc: true}

// Sessions returns a page of the viewer's open sessions, newest first. It is for viewers who have signed in to the realm;
// others get Forbidden or Unauthenticated. It fails with Invalid when limit or cursor is not valid.
func (s *Service) Sessions(ctx context.Context, realm Realm, r page.Request) (page.Page[Session], error) {
	v, err := signedIn(ctx, realm)
	if err != nil {
		return page.Page[Session]{}, err
	}
	query := s.store.Client(ctx).Session.Query().Where(openAt(time.Now()), realmNamed(realm).has(v.AccountID))
	rows, err := page.List(ctx, s.cursors, query, r, sessionOrder, "sessions "+v.AccountID.String(),
		func(row *ent.Session) []any { return []any{row.CreatedAt, row.ID} })
	if err != nil {
		return page.Page[Session]{}, fmt.Errorf("listing sessions: %w", err)
	}
	p := page.Page[Session]{Items: make([]Session, len(rows.Items)), Next: rows.Next, Prev: rows.Prev, Total: rows.Total}
	for i, row := range rows.Items {
		p.Items[i] = Session{
			SessionTimes: timesOf(row), UserAgent: orEmpty(row.UserAgent), IP: orEmpty(row.IP), Current: row.ID == v.SessionID,
		}
	}
	return p, nil
}

// EndSession ends one of the viewer's sessions. It is for viewers who have signed in to the realm; others get Forbidden
// or Unauthenticated. It fails with NotFound when the viewer has no such open session.
func (s *Service) EndSession(ctx context.Context, realm Realm, id uuid.UUID) error {
	v, err := signedIn(ctx, realm)
	if err != nil {
		return err
	}
	if id == uuid.Nil { // which a filter takes to mean all sessions
		return service.Missing()
	}
	ended, err := s.EndSessions(ctx, SessionFilter{AccountKind: v.Kind, AccountID: v.AccountID, ID: id}, EndedByRevocation)
	if err == nil && ended == 0 {
		err = service.Missing()
	}
	return err
}

// Logout ends the viewer's session. It is for viewers who have signed in to the realm; others get Forbidden or
// Unauthenticated.
func (s *Service) Logout(ctx context.Context, realm Realm) error {
	return s.logout(ctx, realm, func(v viewer.Viewer) uuid.UUID { return v.SessionID })
}

// LogoutEverywhere ends all the viewer's sessions; see Logout.
func (s *Service) LogoutEverywhere(ctx context.Context, realm Realm) error {
	return s.logout(ctx, realm, func(viewer.Viewer) uuid.UUID { return uuid.Nil })
}

func (s *Service) logout(ctx context.Context, realm Realm, which func(viewer.Viewer) uuid.UUID) error {
	v, err := signedIn(ctx, realm)
	if err != nil {
		return err
	}
	filter := SessionFilter{AccountKind: v.Kind, AccountID: v.AccountID, ID: which(v)}
	_, err = s.end(ctx, filter, EndedByLogout, audit.Event{Action: "auth.logout"})
	return err
}

// openAt matches sessions that have not ended by now.
func openAt(now time.Time) predicate.Session {
	return session.And(session.EndedAtIsNil(), session.IdleExpiresAtGT(now))
}

func timesOf(row *ent.Session) SessionTimes {
	return SessionTimes{row.ID, row.CreatedAt, row.LastSeenAt, row.IdleExpiresAt, row.ExpiresAt, row.SecondFactorAt}
}

func orEmpty(s *string) string {
	if s == nil {
		return ""
	}
	return *s
}
