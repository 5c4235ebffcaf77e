package demo_test

import (
	"testing"

	"github.com/stretchr/testify/require"
	"golang.org/x/crypto/bcrypt"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/demo"
)

func TestLoadMakesPeopleAndAccountsOnce(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	store := service.NewStore(env.Ent)
	loader := demo.Loader{DB: testenv.Owner(t, env), Store: store, Accounts: auth.NewAccounts(store)}
	ctx := viewer.SystemContext(t.Context())
	counts := func() [4]int {
		return [4]int{
			env.Ent.Patient.Query().CountX(ctx), env.Ent.Doctor.Query().CountX(ctx),
			env.Ent.User.Query().CountX(ctx), env.Ent.CMSUser.Query().CountX(ctx),
		}
	}

	made, err := loader.Load(t.Context(), "a long demo password")
	require.NoError(t, err)
	require.Equal(t, demo.Accounts("a long demo password"), made)
	require.Equal(t, [4]int{500, 60, 3, 2}, counts())

	made, err = loader.Load(t.Context(), "another demo password")
	require.NoError(t, err)
	require.Empty(t, made)

	require.NoError(t, loader.SetPasswords(t.Context(), "another demo password"))
	for _, credential := range env.Ent.UserCredential.Query().AllX(ctx) {
		require.NoError(t, bcrypt.CompareHashAndPassword([]byte(credential.PasswordHash), []byte("another demo password")))
	}
	for _, credential := range env.Ent.CMSUserCredential.Query().AllX(ctx) {
		require.NoError(t, bcrypt.CompareHashAndPassword([]byte(credential.PasswordHash), []byte("another demo password")))
	}
	require.Equal(t, [4]int{500, 60, 3, 2}, counts())
}

func TestLoadRefusesAPasswordThatBreaksTheRules(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	store := service.NewStore(env.Ent)
	loader := demo.Loader{DB: testenv.Owner(t, env), Store: store, Accounts: auth.NewAccounts(store)}

	_, err := loader.Load(t.Context(), "short")

	require.Equal(t, service.Invalid, service.CodeOf(err))
}
