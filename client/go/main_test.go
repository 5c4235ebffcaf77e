package predicthealth_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	predicthealth "github.com/predicthealth/predicthealth/client/go"
)

// The tests ask a running platform, as `make run` starts one: HTTP_URL is its address, ACCOUNTS its .dev/accounts.json.
var (
	address  = os.Getenv("HTTP_URL")
	accounts = map[string]predicthealth.Login{} // by user_type
)

func TestMain(m *testing.M) {
	if err := readAccounts(os.Getenv("ACCOUNTS")); err != nil {
		fmt.Fprintf(os.Stderr, "These tests need a running platform. In the repository, `go test ./client` starts one for them; or `make run`, then\n"+
			". .dev/env && cd client/go && ACCOUNTS=../../.dev/accounts.json go test ./...\n%v\n", err)
		os.Exit(1)
	}
	os.Exit(m.Run())
}

func readAccounts(path string) error {
	text, err := os.ReadFile(filepath.Clean(path))
	if err != nil {
		return err
	}
	var list []struct {
		UserType string `json:"user_type"`
		Email    string `json:"email"`
		Password string `json:"password"`
	}
	if err := json.Unmarshal(text, &list); err != nil {
		return err
	}
	for _, a := range list {
		accounts[a.UserType] = predicthealth.Login{Email: a.Email, Password: a.Password}
	}
	return nil
}

// signedIn is a client of one of the accounts.
func signedIn(t *testing.T, userType string, options ...predicthealth.ClientOption) *predicthealth.Client {
	t.Helper()
	api, err := predicthealth.New(address, options...)
	if err == nil && userType == "admin" {
		_, err = api.SignInStaff(t.Context(), accounts[userType])
	} else if err == nil {
		_, err = api.SignIn(t.Context(), accounts[userType])
	}
	if err != nil {
		t.Fatal(err)
	}
	return api
}

func check(t *testing.T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}

func equal[T comparable](t *testing.T, want, got T) {
	t.Helper()
	if want != got {
		t.Errorf("want %v, got %v", want, got)
	}
}
