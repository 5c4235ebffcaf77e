package authentication_test

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const step = 30 * time.Second

type object = map[string]any

// withOTP are credentials with a code.
func withOTP(email, password, otp string) object {
	return object{"email": email, "password": password, "otp": otp}
}

// problem returns the type and the status of an answer.
func problem(t *testing.T, answer *httptest.ResponseRecorder) string {
	t.Helper()
	var body struct{ Type string }
	if answer.Code >= http.StatusBadRequest {
		body = apitest.Decode[struct{ Type string }](t, answer)
	}
	return strings.TrimSpace(fmt.Sprint(answer.Code, " ", strings.TrimPrefix(body.Type, "/problems/")))
}

// challenge signs in without a code and returns the challenge.
func challenge(t *testing.T, app *apitest.App, realm, email string) string {
	t.Helper()
	answer := post(t, app, realm+"/login", "", credentials(email, apitest.Password))
	require.Equal(t, "401 otp_required", problem(t, answer))
	token := apitest.Decode[struct {
		ChallengeToken string `json:"challenge_token"`
	}](t, answer).ChallengeToken
	require.NotEmpty(t, token)
	return token
}

// proven signs in with a code.
func proven(t *testing.T, app *apitest.App, realm, email string) tokens {
	t.Helper()
	answer := post(t, app, realm+"/login", "", withOTP(email, apitest.Password, app.Code(t, apitest.FactorSecret, 0)))
	require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
	return apitest.Decode[tokens](t, answer)
}

// The whole life of a factor: added, used, removed; its secrets are nowhere but in the answers that show them.
func TestASecondFactorsLife(t *testing.T) {
	t.Parallel()
	live(t, testenv.New(t))
}

func TestASecondFactorsLifeWithoutRedis(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	env.RedisURL = nowhere
	live(t, env)
}

func live(t *testing.T, env *testenv.Env) {
	t.Helper()
	app := apitest.On(t, env)
	apitest.NewWorld(t, app.Env.DB)
	for realm, email := range map[string]string{users: apitest.Doctor, staff: apitest.Editor} {
		path := realm + "/second-factor"
		first, other := signIn(t, app, realm, email), signIn(t, app, realm, email)
		_, claims := parts(t, first.Access)
		assert.Equal(t, []any{"pwd"}, claims["amr"])
		assert.InDelta(t, time.Now().Unix(), claims["auth_time"], 60)
		assert.Equal(t, "422 validation_failed", problem(t, post(t, app, path, first.Access, object{"password": "wrong"})), "a stolen token is not enough")

		answer := post(t, app, path, first.Access, object{"password": apitest.Password})
		require.Equal(t, http.StatusCreated, answer.Code, answer.Body.String())
		secret := apitest.Decode[struct {
			Secret string
			URI    string
			QRSVG  string `json:"qr_svg"`
		}](t, answer)
		assert.Contains(t, secret.URI, "otpauth://totp/PredictHealth:"+email+"?")
		assert.Contains(t, secret.URI, "secret="+secret.Secret)
		assert.Contains(t, secret.QRSVG, "<svg ")
		assert.Equal(t, http.StatusOK, check(t, app, realm, signIn(t, app, realm, email).Access), "it doesn't count yet")
		assert.Equal(t, "422 validation_failed", problem(t, post(t, app, path+"/confirm", first.Access, object{"otp": "000000"})))

		code := app.Code(t, secret.Secret, 0)
		answer = post(t, app, path+"/confirm", first.Access, object{"otp": code})
		require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
		recovery := apitest.Decode[struct {
			RecoveryCodes []string `json:"recovery_codes"`
		}](t, answer).RecoveryCodes
		assert.Len(t, recovery, 10)
		assert.Contains(t, app.Mails(t, email, 1)[0].Subject, "second factor was added")
		assert.Equal(t, http.StatusUnauthorized, check(t, app, realm, other.Access), "it was opened without the factor")
		assert.Equal(t, http.StatusOK, check(t, app, realm, first.Access))
		answer = post(t, app, realm+"/login", "", withOTP(email, apitest.Password, code))
		assert.Equal(t, "401 invalid_credentials", problem(t, answer), "it was used to confirm")
		assert.Equal(t, "409 has_second_factor", problem(t, post(t, app, path, first.Access, object{"password": apitest.Password})))
		assert.Equal(t, "409 has_second_factor", problem(t, post(t, app, path, first.Access, object{"password": "wrong"})), "passwords aren't tried here")
		answer = send(t, app, http.MethodGet, path, first.Access, nil)
		assert.Contains(t, answer.Body.String(), `"active":true`)
		assert.Contains(t, answer.Body.String(), `"recovery_code_count":10`)
		assert.NotContains(t, answer.Body.String(), secret.Secret)

		for i, want := range []int{http.StatusOK, http.StatusUnauthorized} {
			answer = post(t, app, realm+"/login", "", withOTP(email, apitest.Password, strings.ToUpper(recovery[3])))
			assert.Equal(t, want, answer.Code, "time %d of a recovery code", i+1)
		}
		given := apitest.Decode[tokens](t, post(t, app, realm+"/login/confirm", "", object{
			"challenge_token": challenge(t, app, realm, email), "otp": app.Code(t, secret.Secret, 0),
		}))
		_, claims = parts(t, given.Access)
		assert.Equal(t, []any{"pwd", "otp", "mfa"}, claims["amr"])
		status, next := refresh(t, app, realm, given.Refresh)
		require.Equal(t, http.StatusOK, status)
		_, later := parts(t, next.Access)
		assert.Equal(t, claims["amr"], later["amr"])
		assert.Equal(t, claims["auth_time"], later["auth_time"])

		answer = post(t, app, path+"/recovery-codes", given.Access, nil)
		require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
		answer = post(t, app, realm+"/login", "", withOTP(email, apitest.Password, recovery[4]))
		assert.Equal(t, "401 invalid_credentials", problem(t, answer), "there are new ones")
		assert.Equal(t, http.StatusNoContent, send(t, app, http.MethodDelete, path, given.Access, nil).Code)
		assert.Contains(t, app.Mails(t, email, 2)[1].Subject+app.Mails(t, email, 2)[0].Subject, "was removed")
		assert.Equal(t, "409 no_second_factor", problem(t, send(t, app, http.MethodDelete, path, given.Access, nil)))
		signIn(t, app, realm, email)

		var events strings.Builder
		for _, e := range app.Events(t) {
			fmt.Fprintln(&events, e)
		}
		for _, kept := range append(recovery, secret.Secret) {
			assert.NotContains(t, app.Log.String(), kept)
			assert.NotContains(t, events.String(), kept)
		}
		for _, action := range []string{"second_factor.begin", "second_factor.add", "auth.challenge", "second_factor.renew_recovery_codes", "second_factor.remove"} {
			assert.Contains(t, events.String(), action)
		}
	}
}

func TestCodesOfOtherTimes(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	app.AddFactor(t, apitest.Doctor)
	for name, attempt := range map[string]struct {
		drift time.Duration
		want  int
	}{
		"now": {0, http.StatusOK}, "long ago": {-5 * step, http.StatusUnauthorized}, "far ahead": {5 * step, http.StatusUnauthorized},
	} {
		answer := post(t, app, login, "", withOTP(apitest.Doctor, apitest.Password, app.Code(t, apitest.FactorSecret, attempt.drift)))
		assert.Equal(t, attempt.want, answer.Code, name)
	}
}

// What is asked at once with one code, or one recovery code, opens one session.
func TestACodeOpensOneSession(t *testing.T) {
	t.Parallel()
	app := apitest.New(t, apitest.Setting(t, "auth.lockout.max_failures", "100"))
	apitest.NewWorld(t, app.Env.DB)
	app.AddFactor(t, apitest.Doctor)
	given := proven(t, app, users, apitest.Doctor)
	answer := post(t, app, users+"/second-factor/recovery-codes", given.Access, nil)
	recovery := apitest.Decode[struct {
		RecoveryCodes []string `json:"recovery_codes"`
	}](t, answer).RecoveryCodes
	one := challenge(t, app, users, apitest.Doctor)
	for name, ask := range map[string]func(i int) *httptest.ResponseRecorder{
		"code": func() func(int) *httptest.ResponseRecorder {
			code := app.Code(t, apitest.FactorSecret, 0)
			return func(int) *httptest.ResponseRecorder {
				return post(t, app, login, "", withOTP(apitest.Doctor, apitest.Password, code))
			}
		}(),
		"recovery code": func(int) *httptest.ResponseRecorder {
			return post(t, app, login, "", withOTP(apitest.Doctor, apitest.Password, recovery[0]))
		},
		"challenge": func(i int) *httptest.ResponseRecorder {
			return post(t, app, users+"/login/confirm", "", object{"challenge_token": one, "otp": recovery[i+1]})
		},
	} {
		statuses := map[int]int{}
		var mu sync.Mutex
		var asking sync.WaitGroup
		for i := range 8 {
			asking.Go(func() {
				code := ask(i).Code
				mu.Lock()
				defer mu.Unlock()
				statuses[code]++
			})
		}
		asking.Wait()
		assert.Equal(t, map[int]int{http.StatusOK: 1, http.StatusUnauthorized: 7}, statuses, name)
	}
}

func TestAChallengeIsGoodForOneThing(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	for _, email := range []string{apitest.Doctor, apitest.Colleague, apitest.Editor} {
		app.AddFactor(t, email)
	}
	doctors, editors := challenge(t, app, users, apitest.Doctor), challenge(t, app, staff, apitest.Editor)
	assert.Equal(t, http.StatusUnauthorized, check(t, app, users, doctors), "as an access token")
	status, _ := refresh(t, app, users, doctors)
	assert.Equal(t, http.StatusUnauthorized, status, "as a refresh token")
	answer := post(t, app, users+"/reset-password", "", object{"token": doctors, "new_password": "seven green bicycles sing"})
	assert.Equal(t, "422 validation_failed", problem(t, answer), "as a link")
	code := func() string { return app.Code(t, apitest.FactorSecret, 0) }
	used := app.Challenge(t, apitest.Doctor, time.Minute)
	require.Equal(t, http.StatusOK, post(t, app, users+"/login/confirm", "", object{"challenge_token": used, "otp": code()}).Code)
	for name, attempt := range map[string]struct{ realm, token, want string }{
		"of the other realm": {staff, doctors, "401 invalid_challenge"}, "of staff": {users, editors, "401 invalid_challenge"},
		"expired": {users, app.Challenge(t, apitest.Doctor, -time.Second), "401 invalid_challenge"},
		"used":    {users, used, "401 invalid_challenge"}, "made up": {users, "x", "401 invalid_challenge"},
		"right": {staff, editors, "200"},
	} {
		answer := post(t, app, attempt.realm+"/login/confirm", "", object{"challenge_token": attempt.token, "otp": code()})
		assert.Equal(t, attempt.want, problem(t, answer), name)
	}
	for name, change := range map[string]string{
		"disabled": "active = false", "locked": "locked_until = now() + interval '1 hour', active = true",
	} {
		_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE users SET "+change+" WHERE email = $1", apitest.Doctor) //nolint:gosec // the changes stand above
		require.NoError(t, err)
		answer := post(t, app, users+"/login/confirm", "", object{"challenge_token": doctors, "otp": code()})
		assert.Equal(t, "401 invalid_otp", problem(t, answer), name)
	}
}

// Whoever has the password guesses no codes: the password doesn't make wrong ones forgotten, nor does a reset by mail.
func TestGuessingCodesLocks(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	app.AddFactor(t, apitest.Doctor)
	for range 5 {
		token := challenge(t, app, users, apitest.Doctor)
		answer := post(t, app, users+"/login/confirm", "", object{"challenge_token": token, "otp": "000000"})
		require.Equal(t, "401 invalid_otp", problem(t, answer))
	}
	right := app.Challenge(t, apitest.Doctor, time.Hour)
	confirm := func() string {
		answer := post(t, app, users+"/login/confirm", "", object{"challenge_token": right, "otp": app.Code(t, apitest.FactorSecret, 0)})
		return problem(t, answer)
	}
	assert.Equal(t, "401 invalid_otp", confirm(), "it is locked")
	answer := post(t, app, login, "", credentials(apitest.Doctor, apitest.Password))
	assert.Equal(t, "401 invalid_credentials", problem(t, answer))
	require.Equal(t, http.StatusAccepted, post(t, app, users+"/forgot-password", "", object{"email": apitest.Doctor}).Code)
	link := app.Mails(t, apitest.Doctor, 1)[0].Token(t)
	answer = post(t, app, users+"/reset-password", "", object{"token": link, "new_password": "seven green bicycles sing"})
	require.Equal(t, http.StatusNoContent, answer.Code, answer.Body.String())
	assert.Equal(t, "401 invalid_challenge", confirm(), "the old password opened it")
	answer = post(t, app, login, "", credentials(apitest.Doctor, "seven green bicycles sing"))
	assert.Equal(t, "401 invalid_credentials", problem(t, answer), "it is still locked")
	_, err := app.Env.DB.ExecContext(t.Context(), "DELETE FROM login_throttles")
	require.NoError(t, err)
	answer = post(t, app, login, "", credentials(apitest.Doctor, "seven green bicycles sing"))
	assert.Equal(t, "401 otp_required", problem(t, answer), "a new password is not enough")
}

// With a code, nobody learns from the answer whether the password was right.
func TestAWrongCodeIsLikeAWrongPassword(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	app.AddFactor(t, apitest.Doctor)
	code := app.Code(t, apitest.FactorSecret, 0)
	var bodies []object
	for _, attempt := range []object{
		withOTP(apitest.Doctor, "wrong", code), withOTP(apitest.Doctor, apitest.Password, "000000"), withOTP("nobody@example.org", "x", code),
	} {
		answer := post(t, app, login, "", attempt)
		require.Equal(t, http.StatusUnauthorized, answer.Code)
		body := apitest.Decode[object](t, answer)
		delete(body, "request_id")
		bodies = append(bodies, body)
	}
	assert.Equal(t, bodies[0], bodies[1])
	assert.Equal(t, bodies[0], bodies[2])
	answer := post(t, app, login, "", withOTP(apitest.Doctor, apitest.Password, code))
	assert.Equal(t, http.StatusOK, answer.Code, "a wrong password uses no code up")
	assert.Zero(t, fixture.Value[int](t, app.Env.DB, "SELECT failed_logins FROM users WHERE email = $1", apitest.Doctor))
}

func TestARequiredSecondFactor(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	app.Set(t, "auth.second_factor.required_of", `["doctor", "editor"]`)
	for realm, email := range map[string]string{users: apitest.Doctor, staff: apitest.Editor} {
		var given tokens
		restricted := func() bool {
			given = signIn(t, app, realm, email)
			answer := send(t, app, http.MethodGet, realm+"/session", given.Access, nil)
			return strings.Contains(answer.Body.String(), `"must_add_second_factor":true`)
		}
		app.Set(t, "auth.second_factor.grace", `"1h"`)
		wait.Within(t, wait.Patience, func() bool { // the settings are known
			return !restricted() && !strings.Contains(send(t, app, http.MethodGet, realm+"/second-factor", given.Access, nil).Body.String(), `"required_at":null`)
		})
		assert.Equal(t, http.StatusOK, listPatients(t, app, given.Access))
		app.Set(t, "auth.second_factor.grace", `"0s"`)
		wait.Within(t, wait.Patience, restricted)
		answer := send(t, app, http.MethodGet, "/api/v1/patients", given.Access, nil)
		assert.Equal(t, "403 second_factor_required", problem(t, answer))
		status, given := refresh(t, app, realm, given.Refresh)
		require.Equal(t, http.StatusOK, status)
		assert.Equal(t, http.StatusForbidden, listPatients(t, app, given.Access), "a refresh is no way round it")

		answer = post(t, app, realm+"/second-factor", given.Access, object{"password": apitest.Password})
		secret := apitest.Decode[struct{ Secret string }](t, answer).Secret
		answer = post(t, app, realm+"/second-factor/confirm", given.Access, object{"otp": app.Code(t, secret, 0)})
		require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
		status, given = refresh(t, app, realm, given.Refresh)
		require.Equal(t, http.StatusOK, status)
		assert.Equal(t, http.StatusOK, listPatients(t, app, given.Access))
	}
	others := signIn(t, app, staff, apitest.Admin)
	assert.Equal(t, http.StatusOK, listPatients(t, app, others.Access), "of a role that needs none")
}

func TestStepUp(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	for realm, email := range map[string]string{users: apitest.Doctor, staff: apitest.Editor} {
		old, thief := signIn(t, app, realm, email), signIn(t, app, realm, email)
		path := realm + "/second-factor/recovery-codes"
		assert.Equal(t, "409 no_second_factor", problem(t, post(t, app, realm+"/step-up", old.Access, object{"otp": "000000"})))
		app.AddFactor(t, email)
		assert.Equal(t, "401 step_up_required", problem(t, post(t, app, path, old.Access, nil)))
		assert.Equal(t, "422 validation_failed", problem(t, post(t, app, realm+"/step-up", old.Access, object{"otp": "000000"})))
		code := app.Code(t, apitest.FactorSecret, 0)
		answer := post(t, app, realm+"/step-up", old.Access, object{"otp": code})
		require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
		fresh := apitest.Decode[tokens](t, answer)
		assert.Equal(t, http.StatusOK, post(t, app, path, fresh.Access, nil).Code)
		assert.Equal(t, "401 step_up_required", problem(t, post(t, app, path, thief.Access, nil)), "another session is as before")
		assert.Equal(t, "422 validation_failed", problem(t, post(t, app, realm+"/step-up", thief.Access, object{"otp": code})), "a code works once")
		_, claims := parts(t, fresh.Access)
		assert.Equal(t, []any{"pwd", "otp", "mfa"}, claims["amr"])

		_, err := app.Env.DB.ExecContext(t.Context(), "UPDATE sessions SET second_factor_at = now() - interval '5 minutes'")
		require.NoError(t, err)
		status, later := refresh(t, app, realm, old.Refresh)
		require.Equal(t, http.StatusOK, status)
		assert.Equal(t, "401 step_up_required", problem(t, post(t, app, path, later.Access, nil)), "five minutes later")
		require.Equal(t, http.StatusNoContent, post(t, app, realm+"/logout", later.Access, nil).Code)
		answer = post(t, app, realm+"/step-up", later.Access, object{"otp": app.Code(t, apitest.FactorSecret, 0)})
		assert.Equal(t, "401 invalid_token", problem(t, answer))
	}
}
