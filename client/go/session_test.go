package predicthealth_test

import (
	"context"
	"errors"
	"net/http"
	"strings"
	"sync"
	"sync/atomic"
	"testing"

	predicthealth "github.com/predicthealth/predicthealth/client/go"
)

// counting counts the requests whose path has an ending.
type counting struct {
	ending string
	count  atomic.Int32
}

func (c *counting) RoundTrip(r *http.Request) (*http.Response, error) {
	if strings.HasSuffix(r.URL.Path, c.ending) {
		c.count.Add(1)
	}
	return http.DefaultTransport.RoundTrip(r)
}

func TestManyRequestsOnAnEndedTokenRenewItOnce(t *testing.T) {
	t.Parallel()
	tokens := signedIn(t, "doctor").Tokens()
	tokens.AccessToken = "ended"
	refreshes := &counting{ending: "/refresh"}
	var kept []predicthealth.Tokens
	api, err := predicthealth.New(address, predicthealth.WithTokens(tokens), predicthealth.WithHTTPClient(&http.Client{Transport: refreshes}),
		predicthealth.OnTokens(func(t predicthealth.Tokens) { kept = append(kept, t) }))
	check(t, err)
	var group sync.WaitGroup
	for range 20 {
		group.Add(1)
		go func() {
			defer group.Done()
			if _, err := api.ListPatientsPage(t.Context(), nil); err != nil {
				t.Error(err)
			}
		}()
	}
	group.Wait()
	equal(t, 1, refreshes.count.Load())
	equal(t, 1, len(kept))
	equal(t, kept[0], api.Tokens())
}

func TestASessionThatHasEndedIsTold(t *testing.T) {
	t.Parallel()
	api := signedIn(t, "doctor")
	tokens := api.Tokens()
	check(t, api.SignOut(t.Context()))
	equal(t, predicthealth.Tokens{}, api.Tokens())

	kept := tokens
	api, err := predicthealth.New(address, predicthealth.WithTokens(tokens), predicthealth.OnTokens(func(t predicthealth.Tokens) { kept = t }))
	check(t, err)
	_, err = api.ListPatientsPage(t.Context(), nil)
	if !errors.Is(err, predicthealth.ErrSignedOut) {
		t.Errorf("the error is %v", err)
	}
	var refused *predicthealth.Error
	if !errors.As(err, &refused) || refused.Code() != "invalid_refresh_token" {
		t.Errorf("the reason is %v", err)
	}
	equal(t, predicthealth.Tokens{}, kept)
}

func TestStaffRenewTheirOwnWay(t *testing.T) {
	t.Parallel()
	tokens := signedIn(t, "admin").Tokens()
	tokens.AccessToken = "ended"
	api, err := predicthealth.New(address, predicthealth.WithTokens(tokens))
	check(t, err)
	_, err = api.ListRolesPage(t.Context(), nil)
	check(t, err)
	check(t, api.SignOut(t.Context()))
}

func TestServiceAccountsSignInWhenTheyMust(t *testing.T) {
	t.Parallel()
	admin := signedIn(t, "admin")
	account, err := admin.CreateServiceAccount(t.Context(), predicthealth.ServiceAccountCreate{
		Name: t.Name() + admin.Tokens().AccessToken[len(admin.Tokens().AccessToken)-8:], Role: "editor", Scopes: []string{"patients:read"},
	})
	check(t, err)
	sent := &counting{ending: "/auth/token"}
	machine, err := predicthealth.New(address, predicthealth.WithServiceAccount(account.ID, account.ClientSecret),
		predicthealth.WithHTTPClient(&http.Client{Transport: sent}))
	check(t, err)
	for range 2 {
		_, err = machine.ListPatientsPage(t.Context(), &predicthealth.ListPatientsParams{Limit: 1})
		check(t, err)
	}
	equal(t, 1, sent.count.Load())
}

func TestWhoLeavesDoesNotEndTheRenewalOfOthers(t *testing.T) {
	t.Parallel()
	tokens := signedIn(t, "doctor").Tokens()
	tokens.AccessToken = "ended"
	begun, goOn := make(chan struct{}), make(chan struct{})
	api, err := predicthealth.New(address, predicthealth.WithTokens(tokens), predicthealth.WithHTTPClient(&http.Client{
		Transport: roundTripper(func(r *http.Request) (*http.Response, error) {
			if strings.HasSuffix(r.URL.Path, "/refresh") {
				close(begun)
				<-goOn
			}
			return http.DefaultTransport.RoundTrip(r)
		})}))
	check(t, err)
	ctx, leave := context.WithCancel(t.Context())
	left, stayed := make(chan error), make(chan error)
	go func() { _, err := api.ListPatientsPage(ctx, nil); left <- err }()
	<-begun
	go func() { _, err := api.ListPatientsPage(t.Context(), nil); stayed <- err }()
	leave()
	if err := <-left; !errors.Is(err, context.Canceled) {
		t.Errorf("who left got %v", err)
	}
	close(goOn)
	check(t, <-stayed)
}

type roundTripper func(*http.Request) (*http.Response, error)

func (f roundTripper) RoundTrip(r *http.Request) (*http.Response, error) { return f(r) }
