package auth_test

import (
	"strings"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/crypto/bcrypt"

	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/auth"
)

const password = "correct horse battery staple"

func fieldsOf(t *testing.T, err error) map[string]string {
	t.Helper()
	var e *service.Error
	require.ErrorAs(t, err, &e)
	fields := map[string]string{}
	for _, f := range e.Fields {
		fields[f.Pointer] = f.Code
	}
	return fields
}

func TestCreateUser(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	accounts := auth.NewAccounts(service.NewStore(env.Ent))
	doctor := fixture.Doctor(t, env.DB)
	id, err := accounts.CreateUser(t.Context(), auth.NewUser{
		UserType: "doctor", RecordID: doctor, Email: " Dora@Example.org", Password: password, Verified: true,
	})
	require.NoError(t, err)
	hash := fixture.Value[string](t, env.DB, "SELECT password_hash FROM user_credentials WHERE user_id = $1", id)
	recorded := fixture.Value[string](t, env.DB, "SELECT concat_ws(' ', actor_type, action, entity_type, payload) FROM audit_inbox WHERE entity_id = $1", id.String())
	assert.Contains(t, recorded, "system account.create user {")
	assert.NotContains(t, recorded, hash)
	require.NoError(t, bcrypt.CompareHashAndPassword([]byte(hash), []byte(password)))
	assert.Equal(t, "dora@example.org", fixture.Value[string](t, env.DB, "SELECT email FROM users WHERE doctor_id = $1", doctor))

	for name, c := range map[string]struct {
		user auth.NewUser
		code service.Code
		want map[string]string
	}{
		"address taken": {auth.NewUser{UserType: "doctor", RecordID: fixture.Doctor(t, env.DB), Email: "dora@example.org", Password: password},
			service.Conflict, map[string]string{"/email": "taken"}},
		"second account": {auth.NewUser{UserType: "doctor", RecordID: doctor, Email: "second@example.org", Password: password},
			service.Conflict, map[string]string{"/doctor_id": "taken"}},
		"no record": {auth.NewUser{UserType: "patient", RecordID: uuid.New(), Email: "nobody@example.org", Password: password},
			service.Invalid, map[string]string{"/patient_id": "not_found"}},
		"bad fields": {auth.NewUser{UserType: "doctor", RecordID: doctor, Email: "x@", Password: strings.Repeat("é", 37)},
			service.Invalid, map[string]string{"/email": "format", "/password": "too_long"}},
	} {
		_, err := accounts.CreateUser(t.Context(), c.user)
		assert.Equal(t, c.code, service.CodeOf(err), name)
		assert.Equal(t, c.want, fieldsOf(t, err), name)
	}
}

func TestCreateCMSUser(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	accounts := auth.NewAccounts(service.NewStore(env.Ent))
	n := auth.NewCMSUser{Email: "ada@example.org", Password: password, FirstName: "Ada", LastName: "Admin", Role: "admin"}
	_, err := accounts.CreateCMSUser(t.Context(), n)
	require.NoError(t, err)
	_, err = accounts.CreateCMSUser(t.Context(), n)
	assert.Equal(t, map[string]string{"/email": "taken"}, fieldsOf(t, err))
	n.Email, n.Role = "other@example.org", "emperor"
	_, err = accounts.CreateCMSUser(t.Context(), n)
	assert.Equal(t, map[string]string{"/role": "not_found"}, fieldsOf(t, err))
	n.Role, n.Password = "editor", "short"
	_, err = accounts.CreateCMSUser(t.Context(), n)
	assert.Equal(t, map[string]string{"/password": "too_short"}, fieldsOf(t, err))
}
