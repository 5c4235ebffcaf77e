package auth

import (
	"crypto/ed25519"
	"crypto/rand"
	"os"
	"strings"
	"testing"
	"testing/synctest"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent/viewer"
)

func testTokens(t *testing.T) *tokens {
	t.Helper()
	keys, err := EnsureKeys(t.TempDir())
	require.NoError(t, err)
	tokens, err := newTokens(keys, "issuer", "audience")
	require.NoError(t, err)
	return tokens
}

func TestTokensSayWhoseTheyAre(t *testing.T) {
	t.Parallel()
	tokens := testTokens(t)
	a := account{id: uuid.New(), kind: viewer.Doctor, record: uuid.New()}
	session := uuid.New()
	token, err := tokens.sign(a.claims(SessionTimes{ID: session}), time.Now(), time.Minute)
	require.NoError(t, err)
	for range 2 { // verified, then remembered
		c, err := tokens.verify(token)
		require.NoError(t, err)
		v, err := c.viewer()
		require.NoError(t, err)
		assert.Equal(t, viewer.Viewer{Kind: viewer.Doctor, AccountID: a.id, SubjectID: a.record, SessionID: session}, v)
	}
}

func TestRememberedTokensExpire(t *testing.T) {
	t.Parallel()
	synctest.Test(t, func(t *testing.T) {
		tokens := testTokens(t)
		token, err := tokens.sign(account{id: uuid.New(), kind: viewer.CMSUser}.claims(SessionTimes{ID: uuid.New()}), time.Now(), time.Minute)
		require.NoError(t, err)
		time.Sleep(time.Minute - time.Second)
		_, err = tokens.verify(token)
		require.NoError(t, err)
		time.Sleep(time.Second)
		_, err = tokens.verify(token)
		require.Error(t, err)
	})
}

func TestForgedTokensAreRefused(t *testing.T) {
	t.Parallel()
	tokens := testTokens(t)
	key := tokens.keys.signing()
	_, stranger, err := ed25519.GenerateKey(rand.Reader)
	require.NoError(t, err)
	good := func() (map[string]any, jwt.MapClaims) {
		return map[string]any{"kid": key.id, "typ": accessTokenType}, jwt.MapClaims{
			"iss": "issuer", "aud": "audience", "sub": uuid.NewString(), "sid": uuid.NewString(), "kind": "patient",
			"record": uuid.NewString(), "exp": time.Now().Add(time.Hour).Unix(),
		}
	}
	sign := func(method jwt.SigningMethod, key any, change func(header map[string]any, claims jwt.MapClaims)) string {
		header, claims := good()
		change(header, claims)
		token := jwt.NewWithClaims(method, claims)
		for name, value := range header {
			token.Header[name] = value
		}
		text, err := token.SignedString(key)
		require.NoError(t, err)
		return text
	}
	keep := func(map[string]any, jwt.MapClaims) {}
	claim := func(name string, value any) func(map[string]any, jwt.MapClaims) {
		return func(_ map[string]any, claims jwt.MapClaims) { claims[name] = value }
	}
	header := func(name string, value any) func(map[string]any, jwt.MapClaims) {
		return func(header map[string]any, _ jwt.MapClaims) { header[name] = value }
	}
	ed := jwt.SigningMethodEdDSA
	valid := sign(ed, key.private, keep)
	_, err = tokens.verify(valid)
	require.NoError(t, err)
	_, err = tokens.verify(sign(ed, key.private, claim("exp", time.Now().Add(-time.Second).Unix())))
	require.ErrorIs(t, err, errTokenExpired)
	public := []byte(key.private.Public().(ed25519.PublicKey))
	for name, token := range map[string]string{
		"alg none":               sign(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, keep),
		"HMAC of the public key": sign(jwt.SigningMethodHS256, public, keep),
		"another key":            sign(ed, stranger, keep),
		"unknown kid":            sign(ed, key.private, header("kid", "../../etc/passwd")),
		"kid is no text":         sign(ed, key.private, header("kid", 1)),
		"a key of its own":       sign(ed, stranger, header("jwk", map[string]string{"kty": "OKP", "crv": "Ed25519", "x": "AAAA"})),
		"another type":           sign(ed, key.private, header("typ", "JWT")),
		"another issuer":         sign(ed, key.private, claim("iss", "x")),
		"another audience":       sign(ed, key.private, claim("aud", "x")),
		"another's, expired":     sign(ed, stranger, claim("exp", time.Now().Add(-time.Second).Unix())),
		"without an end":         sign(ed, key.private, func(_ map[string]any, c jwt.MapClaims) { delete(c, "exp") }),
		"the system":             sign(ed, key.private, claim("kind", "system")),
		"a patient without one":  sign(ed, key.private, func(_ map[string]any, c jwt.MapClaims) { delete(c, "record") }),
		"without a signature":    valid[:strings.LastIndex(valid, ".")+1],
		"other bits at its end":  otherwise(valid),
		"empty":                  "",
		"a megabyte of dots":     strings.Repeat(".", 1<<20),
	} {
		c, err := tokens.verify(token)
		if err == nil {
			_, err = c.viewer()
		}
		assert.ErrorIs(t, err, errToken, name)
	}
}

// otherwise is the same token in other letters: base64's last one has bits to spare, which no decoder need look at.
func otherwise(token string) string {
	const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
	last := len(token) - 1
	return token[:last] + string(alphabet[strings.IndexByte(alphabet, token[last])^1])
}

func TestKeysRotate(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	old, err := EnsureKeys(dir)
	require.NoError(t, err)
	oldTokens, err := newTokens(old, "i", "a")
	require.NoError(t, err)
	token, err := oldTokens.sign(account{id: uuid.New(), kind: viewer.CMSUser}.claims(SessionTimes{ID: uuid.New()}), time.Now(), time.Minute)
	require.NoError(t, err)

	path, err := GenerateKey(dir)
	require.NoError(t, err)
	rotated, err := LoadKeys(dir)
	require.NoError(t, err)
	tokens, err := newTokens(rotated, "i", "a")
	require.NoError(t, err)
	_, err = tokens.verify(token)
	require.NoError(t, err)
	assert.Len(t, rotated.Public(), 2, "it is published")
	assert.Equal(t, old.signing().id, rotated.signing().id, "and doesn't sign yet")

	ago := time.Now().Add(-publishedBefore)
	require.NoError(t, os.Chtimes(path, ago, ago))
	require.NoError(t, rotated.Reload(t.Context()))
	_, err = tokens.verify(token)
	require.NoError(t, err)
	assert.NotEqual(t, old.signing().id, rotated.signing().id)
	assert.Len(t, rotated.Public(), 2)
	newSecrets, err := rotated.Derive("x")
	require.NoError(t, err)
	oldSecrets, err := old.Derive("x")
	require.NoError(t, err)
	assert.Equal(t, oldSecrets[0], newSecrets[1])
	others, err := old.Derive("y")
	require.NoError(t, err)
	assert.NotEqual(t, oldSecrets, others)

	require.NoError(t, os.WriteFile(path, []byte("half a ke"), 0o600))
	require.Error(t, rotated.Reload(t.Context()))
	assert.Len(t, rotated.Public(), 2, "what can't be read changes nothing")
	require.NoError(t, os.Remove(path))
	current, err := tokens.sign(account{id: uuid.New(), kind: viewer.CMSUser}.claims(SessionTimes{ID: uuid.New()}), time.Now(), time.Minute)
	require.NoError(t, err)
	_, err = tokens.verify(current)
	require.NoError(t, err)
	require.NoError(t, rotated.Reload(t.Context()))
	_, err = tokens.verify(current)
	require.ErrorIs(t, err, errToken, "a key that was taken away, however well its tokens are remembered")
}

func TestMissingKeysSayWhatToDo(t *testing.T) {
	t.Parallel()
	_, err := LoadKeys("")
	require.ErrorContains(t, err, "JWT_KEYS_DIR")
	_, err = LoadKeys(t.TempDir())
	require.ErrorContains(t, err, "predicthealth jwt-key create")
}
