package auth

import (
	"bytes"
	"encoding/json"
	"maps"
	"slices"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service/setting"
)

// knowledge is what polls have brought so far. It is immutable: each poll makes a new one.
type knowledge struct {
	// asked is when the last poll began.
	asked time.Time
	// last is the highest revocation number: revoked holds all revocations up to it, until they expire.
	last int64
	// revoked maps sessions and service accounts' secrets to the time when the last of their tokens has expired.
	revoked map[uuid.UUID]time.Time
	// encoded is the JSON that platform was read from.
	encoded  []byte
	platform *platform
}

// platform is what is known besides revocations.
type platform struct {
	Settings setting.Values `json:"settings"`
	Roles    map[int]role   `json:"roles"`
	// Staff and ServiceAccounts hold only active accounts.
	Staff           map[uuid.UUID]staffMember    `json:"staff"`
	ServiceAccounts map[uuid.UUID]serviceAccount `json:"service_accounts"`
	// EndingSecrets says when service accounts' secrets stop working, and with them the tokens obtained with them.
	EndingSecrets map[uuid.UUID]time.Time `json:"ending_secrets"`
}

type serviceAccount struct {
	Role   int      `json:"role"`
	Scopes []string `json:"scopes"`
}

type role struct {
	Code        string   `json:"code"`
	Permissions []string `json:"permissions"`
}

type staffMember struct {
	Role               int  `json:"role"`
	MustChangePassword bool `json:"must_change_password"`
}

// news is what a poll brings. at is PostgreSQL's time; no other clock decides when a revocation expires.
type news struct {
	at                    time.Time
	revocations, platform []byte
}

type revocation struct {
	Number    int64     `json:"number"`
	Subject   uuid.UUID `json:"subject"`
	ExpiresAt time.Time `json:"expires_at"`
}

// with returns the knowledge, updated with the news of a poll that began at asked.
func (k *knowledge) with(asked time.Time, n news) (*knowledge, error) {
	next := &knowledge{asked: asked, last: k.last, revoked: k.revoked, encoded: k.encoded, platform: k.platform}
	var revocations []revocation
	if err := json.Unmarshal(n.revocations, &revocations); err != nil {
		return nil, err
	}
	if len(revocations) > 0 || k.revoked == nil {
		next.revoked = make(map[uuid.UUID]time.Time, len(k.revoked)+len(revocations))
		maps.Copy(next.revoked, k.revoked)
		maps.DeleteFunc(next.revoked, func(_ uuid.UUID, expires time.Time) bool { return !expires.After(n.at) })
		for _, r := range revocations {
			next.revoked[r.Subject] = r.ExpiresAt
			next.last = max(next.last, r.Number)
		}
	}
	if !bytes.Equal(n.platform, k.encoded) {
		next.encoded, next.platform = n.platform, &platform{}
		if err := json.Unmarshal(n.platform, next.platform); err != nil {
			return nil, err
		}
	}
	return next, nil
}

// isRevoked says whether a session was ended, or a secret withdrawn or replaced.
func (k *knowledge) isRevoked(subject uuid.UUID) bool {
	_, revoked := k.revoked[subject]
	end, ends := k.platform.EndingSecrets[subject]
	return revoked || ends && !time.Now().Before(end)
}

// permissions returns what a service account's token with these scopes permits: never more than the account's scopes and
// its role permit.
func (k *knowledge) permissions(a serviceAccount, scopes []string) []string {
	return slices.DeleteFunc(slices.Clone(k.platform.Roles[a.Role].Permissions), func(permission string) bool {
		return !slices.Contains(a.Scopes, permission) || !slices.Contains(scopes, permission)
	})
}
