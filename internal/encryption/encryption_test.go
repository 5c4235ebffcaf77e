package encryption_test

import (
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/internal/encryption"
)

func parse(t require.TestingT, keys ...string) *encryption.Keyring {
	ring, err := encryption.Parse(strings.Join(keys, ","))
	require.NoError(t, err)
	return ring
}

func TestSealedTextOpensAndOnlyUnchanged(t *testing.T) {
	t.Parallel()
	ring := parse(t, encryption.NewKey())
	rapid.Check(t, func(t *rapid.T) {
		text, purpose := rapid.SliceOf(rapid.Byte()).Draw(t, "text"), rapid.String().Draw(t, "purpose")
		sealed := ring.Seal(text, purpose)
		opened, err := ring.Open(sealed, purpose)
		require.NoError(t, err)
		require.Equal(t, string(text), string(opened))
		require.NotEqual(t, sealed, ring.Seal(text, purpose), "equal texts look different")

		_, err = ring.Open(sealed, purpose+"x")
		require.ErrorIs(t, err, encryption.ErrOpen)
		at := rapid.IntRange(0, len(sealed)-1).Draw(t, "at")
		_, err = ring.Open(sealed[:at], purpose)
		require.ErrorIs(t, err, encryption.ErrOpen)
		sealed[at] ^= 1
		_, err = ring.Open(sealed, purpose)
		require.ErrorIs(t, err, encryption.ErrOpen)
	})
}

func TestRotation(t *testing.T) {
	t.Parallel()
	older, newer := encryption.NewKey(), encryption.NewKey()
	sealed := parse(t, older).Seal([]byte("text"), "mail")

	both := parse(t, newer, older)
	opened, err := both.Open(sealed, "mail")
	require.NoError(t, err, "what the old key sealed opens")
	assert.Equal(t, "text", string(opened))
	_, err = parse(t, newer).Open(both.Seal(nil, "mail"), "mail")
	require.NoError(t, err, "the first key seals")
	_, err = parse(t, newer).Open(sealed, "mail")
	require.ErrorIs(t, err, encryption.ErrOpen, "until the old one is taken away")
}

func TestBadKeysAreNotQuoted(t *testing.T) {
	t.Parallel()
	for name, keys := range map[string]string{
		"nothing":     "",
		"short":       "c2VjcmV0",
		"no base64":   strings.Repeat("secret", 10),
		"second":      encryption.NewKey() + ",c2VjcmV0",
		"empty after": encryption.NewKey() + ",",
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := encryption.Parse(keys)
			require.ErrorContains(t, err, "openssl rand -base64 32")
			assert.NotContains(t, err.Error(), "c2VjcmV0")
			assert.NotContains(t, err.Error(), "secret")
		})
	}
}
