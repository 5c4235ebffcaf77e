package cmd

import (
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service/auth"
)

func TestReadPassword(t *testing.T) {
	t.Parallel()
	for in, want := range map[string]string{
		"secret\n": "secret", " two words \r\nmore": " two words ", "no line end": "no line end", "": "",
	} {
		got, err := readPassword(strings.NewReader(in), io.Discard)
		require.NoError(t, err)
		assert.Equal(t, want, got)
	}
}

func TestCreateCMSUser(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	cfg := config.Config{DatabaseURL: config.Secret(env.URL)}
	n := auth.NewCMSUser{
		Email: "ana@example.org", Password: "correct horse battery staple", FirstName: "Ana", LastName: "Admin", Role: "admin",
	}
	id, err := createCMSUser(t.Context(), cfg, n)
	require.NoError(t, err)
	assert.Zero(t, fixture.Value[int](t, env.DB, "SELECT count(*)::int FROM mail_queue"))
	assert.Equal(t, "admin", fixture.Value[string](t, env.DB,
		"SELECT r.code FROM cms_users u JOIN cms_roles r ON r.id = u.role_id WHERE u.id = $1", id))

	cfg.EncryptionKey = config.Secret(encryption.NewKey())
	n.Email = "ed@example.org"
	_, err = createCMSUser(t.Context(), cfg, n)
	require.NoError(t, err)
	assert.Equal(t, "ed@example.org verify_email", fixture.Value[string](t, env.DB, "SELECT recipient || ' ' || template FROM mail_queue"))

	n.Email, n.Password = "nobody", "short"
	_, err = createCMSUser(t.Context(), cfg, n)
	text := explained(err).Error()
	assert.Contains(t, text, "\n  email: ")
	assert.Contains(t, text, "\n  password: ")
	assert.NotContains(t, text, "short")
}
