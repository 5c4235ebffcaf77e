// Package demo creates people to try the platform with, and accounts to sign in as them. It is for development and
// demonstrations only: whoever knows the single password can sign in as an administrator.
package demo

import (
	"context"
	"database/sql"
	"fmt"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/cmsuser"
	"github.com/predicthealth/predicthealth/ent/user"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/dataset"
)

// seed makes the same people everywhere, so that the examples in the documents work.
const seed = 1

// Account is a demo account.
type Account struct {
	// UserType is patient, doctor or institution for accounts that sign in at /api/v1/auth/login, or a staff role, admin or
	// editor, for accounts that sign in at /api/v1/cms/auth/login.
	UserType string `json:"user_type"`
	Email    string `json:"email"`
	Password string `json:"password"`
}

var (
	userTypes  = []string{"patient", "doctor", "institution"}
	staffRoles = []string{"admin", "editor"}
)

// address returns an address under a domain that nobody owns (RFC 2606).
func address(userType string) string { return userType + "@demo.example" }

// Accounts returns the demo accounts with their password.
func Accounts(password string) []Account {
	var accounts []Account
	for _, userType := range append(append([]string{}, userTypes...), staffRoles...) {
		accounts = append(accounts, Account{userType, address(userType), password})
	}
	return accounts
}

// Loader loads the demo data into a migrated and seeded database.
type Loader struct {
	DB       *sql.DB
	Store    *service.Store
	Accounts *auth.Accounts
	// Progress, if set, is called with the progress of loading the people.
	Progress func(dataset.Progress)
}

// Load creates 500 patients, their doctors and institutions, and the accounts, all with the same password. Existing people
// and accounts stay as they are, so loading again changes nothing. It returns the accounts that it created, and fails with an
// Invalid error if the password breaks the rules for passwords. Only commands may call it.
func (l Loader) Load(ctx context.Context, password string) (made []Account, err error) {
	missing, err := l.missing(ctx)
	if err != nil || len(missing) == 0 {
		return nil, err
	}
	report, err := dataset.Generate(ctx, l.DB, dataset.GenerateOptions{Seed: seed, Progress: l.Progress})
	if err != nil {
		return nil, err
	}
	records := map[string]uuid.UUID{
		"patient":     report.Example.PatientID,
		"doctor":      report.Example.DoctorID,
		"institution": report.Example.InstitutionID,
	}
	for _, account := range Accounts(password) {
		if !missing[account.Email] {
			continue
		}
		if err := l.create(ctx, account, records); err != nil {
			return made, fmt.Errorf("demo account %s: %w", account.Email, err)
		}
		made = append(made, account)
	}
	return made, nil
}

// SetPasswords gives all demo accounts the same password, whatever they had before.
func (l Loader) SetPasswords(ctx context.Context, password string) error {
	for _, account := range Accounts(password) {
		if err := l.Accounts.SetPassword(ctx, account.Email, account.Password); err != nil {
			return fmt.Errorf("demo account %s: %w", account.Email, err)
		}
	}
	return nil
}

func (l Loader) create(ctx context.Context, a Account, records map[string]uuid.UUID) error {
	if record, ok := records[a.UserType]; ok {
		_, err := l.Accounts.CreateUser(ctx, auth.NewUser{
			UserType: a.UserType, RecordID: record, Email: a.Email, Password: a.Password, Verified: true,
		})
		return err
	}
	_, err := l.Accounts.CreateCMSUser(ctx, auth.NewCMSUser{
		Email: a.Email, Password: a.Password, FirstName: "Demo", LastName: a.UserType, Role: a.UserType,
	})
	return err
}

// missing returns the addresses of demo accounts that don't exist.
func (l Loader) missing(ctx context.Context) (map[string]bool, error) {
	missing := map[string]bool{}
	var addresses []string
	for _, account := range Accounts("") {
		missing[account.Email] = true
		addresses = append(addresses, account.Email)
	}
	client := l.Store.System(ctx) // a command asks, and nobody has signed in
	for _, find := range []func(context.Context, *ent.Client, []string) ([]string, error){findUsers, findStaff} {
		found, err := find(ctx, client, addresses)
		if err != nil {
			return nil, fmt.Errorf("looking for demo accounts: %w", err)
		}
		for _, email := range found {
			delete(missing, email)
		}
	}
	return missing, nil
}

func findUsers(ctx context.Context, client *ent.Client, addresses []string) ([]string, error) {
	return client.User.Query().Where(user.EmailIn(addresses...)).Select(user.FieldEmail).Strings(ctx)
}

func findStaff(ctx context.Context, client *ent.Client, addresses []string) ([]string, error) {
	return client.CMSUser.Query().Where(cmsuser.EmailIn(addresses...)).Select(cmsuser.FieldEmail).Strings(ctx)
}
