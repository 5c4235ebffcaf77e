package api_test

import (
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
)

const (
	invitee = "nora@example.org"
	chosen  = "seven green bicycles sing"
)

// guest is a patient of apitest.Doctor, who has invited them.
type guest struct {
	app  *apitest.App
	cast *apitest.Cast
	path string // the patient's
}

func invited(t *testing.T) guest {
	t.Helper()
	return invitedOn(t, testenv.New(t))
}

func invitedOn(t *testing.T, env *testenv.Env) guest {
	t.Helper()
	app := apitest.On(t, env)
	g := guest{app: app, cast: apitest.NewCast(t, app)}
	answer := g.post(t, apitest.Doctor, "/api/v1/patients", map[string]any{"first_name": "Nora", "last_name": "New",
		"date_of_birth": "1990-02-28", "sex": "female", "account": map[string]any{"email": invitee}})
	require.Equal(t, http.StatusCreated, answer.Code, answer.Body.String())
	g.path = answer.Header().Get("Location")
	return g
}

func (g guest) post(t *testing.T, as, path string, body any) *httptest.ResponseRecorder {
	t.Helper()
	return g.app.Do(g.app.Request(t, apitest.Scenario{As: as, Method: http.MethodPost, Path: path, Body: body}))
}

// token is that of the newest of so many mails to an address.
func (g guest) token(t *testing.T, email string, mails int) string {
	t.Helper()
	return g.app.Mails(t, email, mails)[mails-1].Token(t)
}

func (g guest) accept(t *testing.T, token string) int {
	t.Helper()
	return g.post(t, "", "/api/v1/auth/reset-password", map[string]any{"token": token, "new_password": chosen}).Code
}

func (g guest) signIn(t *testing.T, email, password string) *httptest.ResponseRecorder {
	t.Helper()
	return g.post(t, "", "/api/v1/auth/login", map[string]any{"email": email, "password": password})
}

// again invites the patient again, with a body; nil for none.
func (g guest) again(t *testing.T, as string, body any, status int, contains string) {
	t.Helper()
	answer := g.post(t, as, g.path+"/invitation", body)
	require.Equal(t, status, answer.Code, answer.Body.String())
	assert.Contains(t, answer.Body.String(), contains)
}

func (g guest) exec(t *testing.T, statement string, args ...any) {
	t.Helper()
	_, err := g.app.Env.DB.ExecContext(t.Context(), statement, args...)
	require.NoError(t, err)
}

const gone, fine = http.StatusUnprocessableEntity, http.StatusNoContent

func TestAnInvitationIsAccepted(t *testing.T) {
	t.Parallel()
	g := invited(t)
	mail := g.app.Mails(t, invitee, 1)[0]
	assert.Equal(t, "You are invited to PredictHealth", mail.Subject)
	assert.Contains(t, mail.Text, apitest.PublicURL+"/reset-password#token=")
	before, wrong := g.signIn(t, invitee, chosen), g.signIn(t, apitest.Colleague, "wrong")
	assert.Equal(t, http.StatusUnauthorized, before.Code)
	assert.Equal(t, strings.ReplaceAll(wrong.Body.String(), wrong.Header().Get("X-Request-Id"), ""),
		strings.ReplaceAll(before.Body.String(), before.Header().Get("X-Request-Id"), ""), "it looks like a wrong password")
	require.Equal(t, fine, g.accept(t, mail.Token(t)))
	assert.Equal(t, gone, g.accept(t, mail.Token(t)), "it works once")
	assert.Equal(t, http.StatusOK, g.signIn(t, invitee, chosen).Code)
	assert.True(t, fixture.Value[bool](t, g.app.Env.DB, "SELECT verified FROM users WHERE email = $1", invitee))
	g.again(t, apitest.Doctor, nil, http.StatusConflict, "/problems/has_password")
	assert.NotContains(t, g.app.Log.String(), mail.Token(t))
}

func TestAnInvitationExpires(t *testing.T) {
	t.Parallel()
	g := invited(t)
	first := g.token(t, invitee, 1)
	g.exec(t, "UPDATE one_time_tokens SET expires_at = now() - interval '1 second'")
	assert.Equal(t, gone, g.accept(t, first))
	assert.Equal(t, http.StatusUnauthorized, g.signIn(t, invitee, chosen).Code)
	g.again(t, apitest.Hospital, nil, http.StatusAccepted, "")
	second := g.token(t, invitee, 2)
	g.again(t, apitest.Admin, nil, http.StatusAccepted, "")
	assert.Equal(t, gone, g.accept(t, second), "a newer invitation replaces it")
	assert.Equal(t, fine, g.accept(t, g.token(t, invitee, 3)))
	require.Len(t, g.app.Events(t, "patient.invite"), 2)
}

func TestManyAcceptAnInvitationAtOnce(t *testing.T) {
	t.Parallel()
	g := invited(t)
	token := g.token(t, invitee, 1)
	codes := make([]int, 8)
	var accepting sync.WaitGroup
	for i := range codes {
		request := g.app.Request(t, apitest.Scenario{Method: http.MethodPost, Path: "/api/v1/auth/reset-password",
			Body: map[string]any{"token": token, "new_password": chosen}})
		accepting.Go(func() { codes[i] = g.app.Do(request).Code })
	}
	accepting.Wait()
	won := 0
	for _, code := range codes {
		if code == fine {
			won++
		} else {
			assert.Equal(t, gone, code)
		}
	}
	assert.Equal(t, 1, won)
}

// Whoever invites somebody while the invitation is accepted gets an answer, and the owner keeps the account.
func TestAnInvitationIsAcceptedWhileTheAddressChanges(t *testing.T) {
	t.Parallel()
	g := invited(t)
	accept := g.app.Request(t, apitest.Scenario{Method: http.MethodPost, Path: "/api/v1/auth/reset-password",
		Body: map[string]any{"token": g.token(t, invitee, 1), "new_password": chosen}})
	change := g.app.Request(t, apitest.Scenario{As: apitest.Doctor, Method: http.MethodPost, Path: g.path + "/invitation",
		Body: map[string]any{"email": "other@example.org"}})
	var accepted, changed int
	var both sync.WaitGroup
	both.Go(func() { accepted = g.app.Do(accept).Code })
	both.Go(func() { changed = g.app.Do(change).Code })
	both.Wait()
	if accepted == fine {
		assert.Equal(t, http.StatusConflict, changed)
		assert.Equal(t, http.StatusOK, g.signIn(t, invitee, chosen).Code)
	} else {
		assert.Equal(t, []int{gone, http.StatusAccepted}, []int{accepted, changed})
		assert.Equal(t, fine, g.accept(t, g.token(t, "other@example.org", 1)))
	}
}

func TestTheInviterCorrectsTheAddress(t *testing.T) {
	t.Parallel()
	g := invited(t)
	first := g.token(t, invitee, 1)
	g.again(t, apitest.Doctor, map[string]any{"email": "x"}, gone, "/email")
	g.again(t, apitest.Doctor, map[string]any{"email": apitest.OtherPatient}, http.StatusConflict, "taken")
	g.again(t, apitest.Doctor, map[string]any{"email": " Norma@Example.org"}, http.StatusAccepted, "")
	assert.Equal(t, gone, g.accept(t, first), "the old address is nobody's")
	require.Equal(t, fine, g.accept(t, g.token(t, "norma@example.org", 1)))
	assert.Equal(t, http.StatusUnauthorized, g.signIn(t, invitee, chosen).Code)
	assert.Equal(t, http.StatusOK, g.signIn(t, "norma@example.org", chosen).Code)
	g.again(t, apitest.Doctor, map[string]any{"email": invitee}, http.StatusConflict, "/problems/has_password")
}

// An account may be opened later, by those who could have opened it at once.
func TestAnAccountIsOpenedByAnInvitation(t *testing.T) {
	t.Parallel()
	g := invited(t)
	g.exec(t, "DELETE FROM users WHERE email = $1", invitee)
	g.again(t, apitest.Doctor, nil, gone, "/email")
	g.again(t, apitest.Doctor, map[string]any{"email": "norma@example.org"}, http.StatusAccepted, "")
	assert.Equal(t, fine, g.accept(t, g.token(t, "norma@example.org", 1)))
	assert.Len(t, g.app.Events(t, "account.create"), 1)
}

func TestAnInvitationAfterADeactivation(t *testing.T) {
	t.Parallel()
	g := invited(t)
	account := "/api/v1/cms/accounts/" + fixture.Value[string](t, g.app.Env.DB, "SELECT id FROM users WHERE email = $1", invitee)
	require.Equal(t, http.StatusOK, g.post(t, apitest.Admin, account+"/disable", nil).Code)
	assert.Equal(t, gone, g.accept(t, g.token(t, invitee, 1)), "of a disabled account")
	g.again(t, apitest.Doctor, nil, http.StatusConflict, "/problems/account_disabled")
	g.again(t, apitest.Doctor, map[string]any{"email": "norma@example.org"}, http.StatusConflict, "/problems/account_disabled")
	require.Equal(t, http.StatusOK, g.post(t, apitest.Admin, account+"/enable", nil).Code)

	// A patient out of care reads their record, and so may be invited to it; they change nothing.
	require.Equal(t, http.StatusOK, g.post(t, apitest.Hospital, g.path+"/deactivate", nil).Code)
	g.again(t, apitest.Doctor, nil, http.StatusAccepted, "")
	require.Equal(t, fine, g.accept(t, g.token(t, invitee, 2)))
	require.Equal(t, http.StatusOK, g.signIn(t, invitee, chosen).Code)
	g.app.Run(t, []apitest.Scenario{
		{Name: "reads", As: invitee, Path: g.path, Status: http.StatusOK},
		{Name: "changes", As: invitee, Method: http.MethodPost, Path: g.path + "/phones", Body: map[string]any{"number": "+16175550101", "type": "home"},
			Status: http.StatusForbidden, Contains: []string{"/problems/party_inactive"}},
	})
}

// Whoever has lost the invitation asks for a new password and is invited again, for as long as by the inviter.
func TestWhoForgotTheInvitation(t *testing.T) {
	t.Parallel()
	g := invited(t)
	first := g.token(t, invitee, 1)
	require.Equal(t, http.StatusAccepted, g.post(t, "", "/api/v1/auth/forgot-password", map[string]any{"email": invitee}).Code)
	mail := g.app.Mails(t, invitee, 2)[1]
	assert.Equal(t, "You are invited to PredictHealth", mail.Subject)
	assert.True(t, fixture.Value[bool](t, g.app.Env.DB, "SELECT expires_at > now() + interval '71 hours' FROM one_time_tokens WHERE used_at IS NULL"))
	assert.Equal(t, gone, g.accept(t, first))
	assert.Equal(t, fine, g.accept(t, mail.Token(t)))
}

func TestAnInvitationWithoutRedis(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	env.RedisURL = "redis://127.0.0.1:1"
	g := invitedOn(t, env)
	g.again(t, apitest.Doctor, nil, http.StatusAccepted, "")
	assert.Equal(t, gone, g.accept(t, g.token(t, invitee, 2)+"x"))
	assert.Equal(t, fine, g.accept(t, g.token(t, invitee, 2)))
	assert.Equal(t, http.StatusOK, g.signIn(t, invitee, chosen).Code)
}

func TestWhoMayInviteWhom(t *testing.T) {
	t.Parallel()
	g := invited(t)
	doctor := func(status string) string {
		id := fixture.Doctor(t, g.app.Env.DB, fixture.Row{"institution_id": g.cast.Hospital, "status": status})
		fixture.User(t, g.app.Env.DB, "doctor", id, fixture.Row{"email": status + "2@example.org"})
		return "/api/v1/doctors/" + id.String() + "/invitation"
	}
	waits, practises := doctor("suspended"), doctor("active")
	insured := "/api/v1/patients/" + g.cast.Insured.String() + "/invitation"
	house := "/api/v1/institutions/" + fixture.Institution(t, g.app.Env.DB).String() + "/invitation"
	at := func() map[string]any { return map[string]any{"email": uuid.NewString() + "@example.org"} }
	post := func(name, as, path string, body any, status int, errors ...string) apitest.Scenario {
		return apitest.Scenario{Name: name, As: as, Method: http.MethodPost, Path: path, Body: body, Status: status, WantErrors: errors}
	}
	const sent, no, unseen = http.StatusAccepted, http.StatusForbidden, http.StatusNotFound
	g.app.Run(t, []apitest.Scenario{
		post("nobody", "", g.path+"/invitation", nil, http.StatusUnauthorized),
		post("another tenant", apitest.OtherClinic, g.path+"/invitation", nil, unseen),
		post("another tenant's doctor", apitest.OtherDoctor, g.path+"/invitation", at(), unseen),
		post("a colleague", apitest.Colleague, g.path+"/invitation", nil, no),
		post("an insurer", apitest.Insurer, insured, at(), no),
		post("staff who create no patients", apitest.Editor, g.path+"/invitation", nil, no),
		post("another tenant, a doctor", apitest.OtherClinic, waits, at(), unseen),
		post("the institution, a doctor who waits for staff", apitest.Hospital, waits, at(), sent),
		post("the institution, a doctor whom staff know", apitest.Hospital, practises, nil, sent),
		post("the same, at another address", apitest.Hospital, practises, at(), no, "/email forbidden"),
		post("staff, the same", apitest.Admin, practises, at(), sent),
		post("staff who create no doctors", apitest.Editor, practises, nil, no),
		post("staff, an institution", apitest.Admin, house, at(), sent),
		post("staff who create no institutions", apitest.Editor, house, at(), no),
		post("the institution itself", apitest.Hospital, "/api/v1/institutions/me/invitation", nil, no),
	})
}
