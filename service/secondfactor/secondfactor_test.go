package secondfactor

import (
	"strings"
	"testing"
	"time"

	"github.com/pquerna/otp/totp"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/throttle"
)

// Codes of RFC 6238, appendix B, and how far the clocks may differ.
func TestStepOf(t *testing.T) {
	t.Parallel()
	const secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ" //nolint:gosec // the RFC's
	for _, c := range []struct {
		name, code string
		now, want  int64
	}{
		{"of the RFC", "287082", 59, 1},
		{"of the RFC, later", "081804", 1111111109, 37037036},
		{"a step late", "287082", 89, 1},
		{"two steps late", "287082", 90, 0},
		{"a step early", "081804", 1111111109 - 30, 37037036},
		{"two steps early", "081804", 1111111109 - 60, 0},
		{"wrong", "287083", 59, 0},
		{"none", "", 59, 0},
	} {
		found, err := stepOf(secret, c.code, time.Unix(c.now, 0))
		require.NoError(t, err)
		assert.Equal(t, c.want, found, c.name)
	}
}

// A factor that is used outlives the key that encrypted it first.
func TestAFactorIsEncryptedAnew(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	owner := Owner{throttle.Users, fixture.User(t, env.DB, "doctor", fixture.Doctor(t, env.DB))}
	older, newer := encryption.NewKey(), encryption.NewKey()
	with := func(keys ...string) *Factors {
		ring, err := encryption.Parse(strings.Join(keys, ","))
		require.NoError(t, err)
		return New(service.NewStore(env.Ent), ring)
	}
	secret, err := with(older).Begin(t.Context(), owner, "dora@example.org")
	require.NoError(t, err)
	code := func() string { // as if none had been used
		_, err := env.DB.ExecContext(t.Context(), "UPDATE second_factors SET last_step = 0")
		require.NoError(t, err)
		code, err := totp.GenerateCode(secret.Text, time.Now())
		require.NoError(t, err)
		return code
	}
	recovery, err := with(older).Confirm(t.Context(), owner, code())
	require.NoError(t, err)
	require.Len(t, recovery, recoveryCodes)
	_, err = with(newer).Verify(t.Context(), owner, code())
	require.ErrorIs(t, err, encryption.ErrOpen)
	for _, keys := range [][]string{{newer, older}, {newer}} {
		right, err := with(keys...).Verify(t.Context(), owner, code())
		require.NoError(t, err)
		assert.True(t, right)
	}
}

func TestTheQRCodeIsASquare(t *testing.T) {
	t.Parallel()
	image, err := svg("otpauth://totp/PredictHealth:ana@example.org?secret=JBSWY3DPEHPK3PXP")
	require.NoError(t, err)
	assert.Regexp(t, `^<svg xmlns="http://www\.w3\.org/2000/svg" viewBox="0 0 (\d+) (\d+)" [^>]*><path fill="#fff" [^>]*/><path d="(M\d+ \d+h1v1h-1z)+"/></svg>$`, image)
	assert.Contains(t, image, `d="M4 4h1v1h-1z`, "its corner, within the margin")
}
