package auth

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
	lru "github.com/hashicorp/golang-lru/v2"

	"github.com/predicthealth/predicthealth/ent/viewer"
)

const (
	// accessTokenType is the type from RFC 9068: nothing else that we sign can pass for an access token.
	accessTokenType = "at+jwt"
	// otpMethod is the authentication method of a second factor.
	otpMethod = "otp"
	// maxTokenBytes bounds the work that a caller who isn't signed in can cause; our tokens have about 600 bytes.
	maxTokenBytes = 4096
	// verifiedTokens is how many verified tokens are remembered; verifying one takes about 50 µs.
	verifiedTokens = 10_000
)

// claims are the claims of an access token (RFC 9068). The subject is the account.
type claims struct {
	jwt.RegisteredClaims
	// SessionID is the id of the session, or of a service account's secret.
	SessionID uuid.UUID   `json:"sid"`
	Kind      viewer.Kind `json:"kind"`
	// Record is the patient, doctor or institution that the account belongs to; nil for other accounts.
	Record *uuid.UUID `json:"record,omitempty"`
	// Scope holds a service account's scopes, separated by spaces.
	Scope string `json:"scope,omitempty"`
	// AuthTime is when the account last proved who it is, in seconds since 1970, and Methods how (amr, RFC 8176).
	AuthTime int64    `json:"auth_time,omitempty"`
	Methods  []string `json:"amr,omitempty"`
	// MustChangePassword is set for users. For staff, the Pulse knows it.
	MustChangePassword bool `json:"must_change_password,omitempty"`
	MustAddFactor      bool `json:"must_add_second_factor,omitempty"`

	keyID string // the id of the key that verified the token
}

// tokens signs and verifies access tokens.
type tokens struct {
	keys     *Keys
	issuer   string
	audience string
	parser   *jwt.Parser
	verified *lru.Cache[[sha256.Size]byte, claims]
}

func newTokens(keys *Keys, issuer, audience string) (*tokens, error) {
	verified, err := lru.New[[sha256.Size]byte, claims](verifiedTokens)
	if err != nil {
		return nil, err
	}
	return &tokens{
		keys: keys, issuer: issuer, audience: audience, verified: verified,
		parser: jwt.NewParser(
			jwt.WithValidMethods([]string{jwt.SigningMethodEdDSA.Alg()}),
			jwt.WithIssuer(issuer), jwt.WithAudience(audience), jwt.WithExpirationRequired(), jwt.WithStrictDecoding(),
		),
	}, nil
}

// claims returns the claims of a token for one of the account's sessions.
func (a account) claims(session SessionTimes) claims {
	c := claims{
		SessionID: session.ID, Kind: a.kind, AuthTime: session.CreatedAt.Unix(), Methods: []string{"pwd"},
		MustChangePassword: a.mustChangePassword && a.kind != viewer.CMSUser,
	}
	if session.SecondFactorAt != nil {
		c.AuthTime, c.Methods = session.SecondFactorAt.Unix(), []string{"pwd", otpMethod, "mfa"}
	}
	c.Subject = a.id.String()
	if a.record != uuid.Nil {
		c.Record = &a.record
	}
	return c
}

// sign returns a token with these claims that expires after lifetime.
func (t *tokens) sign(c claims, now time.Time, lifetime time.Duration) (string, error) {
	c.RegisteredClaims = jwt.RegisteredClaims{
		Issuer:    t.issuer,
		Audience:  jwt.ClaimStrings{t.audience},
		Subject:   c.Subject,
		IssuedAt:  jwt.NewNumericDate(now),
		ExpiresAt: jwt.NewNumericDate(now.Add(lifetime)),
		ID:        uuid.NewString(),
	}
	key := t.keys.signing()
	token := jwt.NewWithClaims(jwt.SigningMethodEdDSA, c)
	token.Header["kid"] = key.id
	token.Header["typ"] = accessTokenType
	signed, err := token.SignedString(key.private)
	if err != nil {
		return "", fmt.Errorf("signing a token: %w", err)
	}
	return signed, nil
}

var (
	errToken        = errors.New("the access token is not valid")
	errTokenExpired = errors.New("the access token has expired")
)

// verify returns the claims of a token. It fails with errTokenExpired for a token of ours that has expired, and otherwise with
// errToken, because callers must not learn the reason.
func (t *tokens) verify(token string) (claims, error) {
	if len(token) > maxTokenBytes {
		return claims{}, errToken
	}
	digest := sha256.Sum256([]byte(token))
	c, known := t.verified.Get(digest)
	if !known {
		parsed, err := t.parser.ParseWithClaims(token, &c, t.key)
		if errors.Is(err, jwt.ErrTokenExpired) {
			return claims{}, errTokenExpired
		}
		if err != nil || !parsed.Valid {
			return claims{}, errToken
		}
		c.keyID, _ = parsed.Header["kid"].(string)
		t.verified.Add(digest, c)
	}
	if _, kept := t.keys.public(c.keyID); !kept {
		return claims{}, errToken
	}
	if !time.Now().Before(c.ExpiresAt.Time) {
		return claims{}, errTokenExpired
	}
	return c, nil
}

// key returns the key that the token's header names. It uses only our own keys, whatever else the header says.
func (t *tokens) key(token *jwt.Token) (any, error) {
	kid, _ := token.Header["kid"].(string)
	public, ok := t.keys.public(kid)
	if !ok || token.Header["typ"] != accessTokenType {
		return nil, errToken
	}
	return public, nil
}

func (c claims) viewer() (viewer.Viewer, error) {
	id, err := uuid.Parse(c.Subject)
	if err != nil {
		return viewer.Viewer{}, errToken
	}
	v := viewer.Viewer{
		Kind: c.Kind, AccountID: id, SessionID: c.SessionID, MustChangePassword: c.MustChangePassword, MustAddFactor: c.MustAddFactor,
		AuthenticatedAt: time.Unix(c.AuthTime, 0).UTC(), SecondFactor: slices.Contains(c.Methods, otpMethod),
	}
	switch c.Kind {
	case viewer.Patient, viewer.Doctor, viewer.Institution:
		if c.Record == nil {
			return viewer.Viewer{}, errToken
		}
		v.SubjectID = *c.Record
	case viewer.CMSUser, viewer.ServiceAccount:
	default: // the system carries no token
		return viewer.Viewer{}, errToken
	}
	return v, nil
}
