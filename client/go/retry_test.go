package predicthealth_test

import (
	"context"
	"errors"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"
	"time"

	predicthealth "github.com/predicthealth/predicthealth/client/go"
)

// losing sends each request of a method and loses the first answers.
type losing struct {
	method string
	left   int
	keys   []string
}

func (l *losing) RoundTrip(r *http.Request) (*http.Response, error) {
	response, err := http.DefaultTransport.RoundTrip(r)
	if err != nil || r.Method != l.method || strings.Contains(r.URL.Path, "/auth/") {
		return response, err
	}
	l.keys = append(l.keys, r.Header.Get("Idempotency-Key"))
	if l.left > 0 {
		l.left--
		_ = response.Body.Close()
		return nil, io.ErrUnexpectedEOF
	}
	return response, nil
}

func TestALostAnswerIsAskedForAgainAndTheWorkIsDoneOnce(t *testing.T) {
	t.Parallel()
	transport := &losing{method: http.MethodPost, left: 2}
	api := signedIn(t, "doctor", predicthealth.WithHTTPClient(&http.Client{Transport: transport}))
	var response http.Response
	patient, err := api.CreatePatient(t.Context(), nora(), predicthealth.ResponseTo(&response))
	check(t, err)
	equal(t, 3, len(transport.keys))
	equal(t, transport.keys[0], transport.keys[2])
	equal(t, "true", response.Header.Get("Idempotency-Replayed"))
	equal(t, `"v1"`, patient.ETag)
}

func TestAKeyOfOnesOwnIsAnsweredAsBefore(t *testing.T) {
	t.Parallel()
	api := signedIn(t, "doctor")
	key := predicthealth.IdempotencyKey("key-" + api.Tokens().RefreshToken[:16])
	first, err := api.CreatePatient(t.Context(), nora(), key)
	check(t, err)
	second, err := api.CreatePatient(t.Context(), nora(), key)
	check(t, err)
	equal(t, first.ID, second.ID)
}

// refusing answers with a status and a header until it has done so often enough.
func refusing(t *testing.T, times, status int, problem, retryAfter string) (*predicthealth.Client, *int) {
	t.Helper()
	asked := new(int)
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		*asked++
		if *asked > times {
			w.WriteHeader(http.StatusNoContent)
			return
		}
		w.Header().Set("Content-Type", "application/problem+json")
		if retryAfter != "" {
			w.Header().Set("Retry-After", retryAfter)
		}
		w.WriteHeader(status)
		_, _ = io.WriteString(w, `{"type":"/problems/`+problem+`","title":"","status":1,"detail":"","request_id":""}`)
	}))
	t.Cleanup(server.Close)
	api, err := predicthealth.New(server.URL, predicthealth.WithRetries(3, 2*time.Second))
	check(t, err)
	return api, asked
}

func TestWhatPassesIsWaitedFor(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct {
		times, status       int
		problem, retryAfter string
		asked               int // to delete an address, which takes a key
		unkeyed             int // to ask for a new password, which takes none
	}{
		"the limit":                {1, 429, "rate_limited", "0", 2, 2},
		"maintenance":              {1, 503, "maintenance", "0", 2, 1},
		"more than the attempts":   {9, 503, "unavailable", "0", 3, 1},
		"a wait that is too long":  {1, 503, "maintenance", "3600", 1, 1},
		"a date that has passed":   {1, 503, "maintenance", "Fri, 27 Nov 2020 10:00:00 GMT", 2, 1},
		"a proxy":                  {1, 502, "x", "", 2, 1},
		"the same request at work": {1, 409, "request_in_progress", "", 2, 2},
		"a conflict":               {1, 409, "taken", "", 1, 1},
		"a fault of the platform":  {1, 500, "internal", "", 1, 1},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			api, asked := refusing(t, test.times, test.status, test.problem, test.retryAfter)
			_ = api.DeletePatientEmail(t.Context(), "me", "1", "*")
			equal(t, test.asked, *asked)
			api, asked = refusing(t, test.times, test.status, test.problem, test.retryAfter)
			_ = api.ForgotPassword(t.Context(), predicthealth.PasswordResetRequest{Email: "a@example.org"})
			equal(t, test.unkeyed, *asked)
		})
	}
}

func TestAWaitEndsWithItsContext(t *testing.T) {
	t.Parallel()
	api, _ := refusing(t, 9, http.StatusServiceUnavailable, "maintenance", "2")
	ctx, cancel := context.WithCancel(t.Context())
	time.AfterFunc(10*time.Millisecond, cancel)
	_, err := api.ListCountriesPage(ctx, nil)
	if !errors.Is(err, context.Canceled) {
		t.Errorf("the error is %v", err)
	}
}

func TestAnAnswerOfAProxyIsAnErrorToo(t *testing.T) {
	t.Parallel()
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, _ *http.Request) {
		http.Error(w, "<html>no such host", http.StatusNotFound)
	}))
	t.Cleanup(server.Close)
	api, err := predicthealth.New(server.URL)
	check(t, err)
	_, err = api.ListCountriesPage(t.Context(), nil)
	var refused *predicthealth.Error
	if !errors.As(err, &refused) || refused.Status != http.StatusNotFound || refused.Detail != "<html>no such host" {
		t.Errorf("the error is %v", err)
	}
}
