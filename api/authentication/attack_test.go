package authentication_test

import (
	"crypto/ed25519"
	"crypto/hmac"
	"crypto/rand"
	"crypto/rsa"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"maps"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	"github.com/golang-jwt/jwt/v5"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
)

// parts are a token's header and claims.
func parts(t *testing.T, token string) (header, claims map[string]any) {
	t.Helper()
	texts := strings.Split(token, ".")
	require.Len(t, texts, 3)
	for i, target := range []*map[string]any{&header, &claims} {
		text, err := base64.RawURLEncoding.DecodeString(texts[i])
		require.NoError(t, err)
		require.NoError(t, json.Unmarshal(text, target))
	}
	return header, claims
}

// A forger has a valid token, the public keys, and keys of their own.
func TestForgedTokensAreRefused(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	given := signIn(t, app, users, apitest.Doctor)
	set := apitest.Get[struct{ Keys []map[string]string }](t, app, "", "/.well-known/jwks.json")
	public, err := base64.RawURLEncoding.DecodeString(set.Keys[0]["x"])
	require.NoError(t, err)
	ownPublic, own, err := ed25519.GenerateKey(rand.Reader)
	require.NoError(t, err)
	ownRSA, err := rsa.GenerateKey(rand.Reader, 2048)
	require.NoError(t, err)
	ownJWK := map[string]string{"kty": "OKP", "crv": "Ed25519", "x": base64.RawURLEncoding.EncodeToString(ownPublic)}
	forge := func(method jwt.SigningMethod, key any, changes map[string]any) string {
		header, claims := parts(t, given.Access)
		token := jwt.NewWithClaims(method, jwt.MapClaims(claims))
		alg := token.Header["alg"]
		maps.Copy(token.Header, header)
		token.Header["alg"] = alg
		maps.Copy(token.Header, changes)
		text, err := token.SignedString(key)
		require.NoError(t, err)
		return text
	}
	changed := func(name string, value any) string {
		_, claims := parts(t, given.Access)
		claims[name] = value
		text, err := json.Marshal(claims)
		require.NoError(t, err)
		texts := strings.Split(given.Access, ".")
		return texts[0] + "." + base64.RawURLEncoding.EncodeToString(text) + "." + texts[2]
	}
	mac := func(key []byte) string {
		unsigned := strings.TrimSuffix(forge(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, map[string]any{"alg": "HS256"}), ".")
		sum := hmac.New(sha256.New, key)
		sum.Write([]byte(unsigned))
		return unsigned + "." + base64.RawURLEncoding.EncodeToString(sum.Sum(nil))
	}
	require.Equal(t, http.StatusOK, check(t, app, users, given.Access))
	for name, token := range map[string]string{
		"alg none":               forge(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, nil),
		"alg NONE":               forge(jwt.SigningMethodNone, jwt.UnsafeAllowNoneSignatureType, map[string]any{"alg": "NONE"}),
		"EdDSA without":          given.Access[:strings.LastIndex(given.Access, ".")+1],
		"HS256 of the public":    mac(public),
		"HS256 of the public, x": mac([]byte(set.Keys[0]["x"])),
		"RS256":                  forge(jwt.SigningMethodRS256, ownRSA, nil),
		"own key":                forge(jwt.SigningMethodEdDSA, own, nil),
		"own jwk":                forge(jwt.SigningMethodEdDSA, own, map[string]any{"jwk": ownJWK}),
		"own jku":                forge(jwt.SigningMethodEdDSA, own, map[string]any{"jku": "https://attacker.example/jwks.json"}),
		"own x5u":                forge(jwt.SigningMethodEdDSA, own, map[string]any{"x5u": "https://attacker.example/x"}),
		"kid of a file":          forge(jwt.SigningMethodEdDSA, own, map[string]any{"kid": "../../../dev/null"}),
		"kid of SQL":             forge(jwt.SigningMethodEdDSA, own, map[string]any{"kid": "x' UNION SELECT 'x"}),
		"no kid":                 forge(jwt.SigningMethodEdDSA, own, map[string]any{"kid": nil}),
		"another subject":        changed("sub", "0191d0f0-0000-7000-8000-000000000000"),
		"another kind":           changed("kind", "system"),
		"another session":        changed("sid", "0191d0f0-0000-7000-8000-000000000000"),
		"a later end":            changed("exp", time.Now().Add(time.Hour).Unix()),
		"the refresh token":      given.Refresh,
		"nothing":                "",
		"words":                  "a b c",
		"a megabyte of dots":     strings.Repeat(".", 1<<20),
	} {
		answer := send(t, app, http.MethodGet, users+"/session", token, nil)
		assert.Equal(t, http.StatusUnauthorized, answer.Code, name)
		if token != "" {
			assert.Equal(t, `Bearer realm="predicthealth", error="invalid_token"`, answer.Header().Get("WWW-Authenticate"), name)
		}
	}
}

// Whatever a stranger sends as a token must cost less than a request that is served.
func TestAMegabyteOfDotsCostsNothing(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	request := httptest.NewRequestWithContext(t.Context(), http.MethodGet, users+"/session", nil)
	request.Header.Set("Authorization", "Bearer "+strings.Repeat(".", 1<<20))
	bytes := testing.Benchmark(func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			assert.Equal(b, http.StatusUnauthorized, app.Do(request).Code)
		}
	}).AllocedBytesPerOp()
	assert.Less(t, bytes, int64(1<<18), "no copy is made of it")
}
