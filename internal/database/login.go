package database

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"net/url"

	"github.com/lib/pq"
)

// EnsureApplicationLogin creates the login name, a member of predicthealth_app, in the migrated database at ownerURL, and
// returns ownerURL with that login instead of the owner's. A login belongs to the whole cluster; it gets the password of
// ownerURL, even if it already exists. This is for private clusters: operators create their own logins.
func EnsureApplicationLogin(ctx context.Context, ownerURL, name string) (_ string, err error) {
	u, err := url.Parse(ownerURL)
	if err != nil {
		return "", errors.New("the owner's database URL can't be read")
	}
	password, _ := u.User.Password()
	db, err := sql.Open("postgres", ownerURL)
	if err != nil {
		return "", fmt.Errorf("application login: %w", err)
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	role, secret := pq.QuoteIdentifier(name), pq.QuoteLiteral(password)
	_, err = db.ExecContext(ctx, fmt.Sprintf(`DO $$ BEGIN
		CREATE ROLE %s LOGIN PASSWORD %s IN ROLE predicthealth_app;
	EXCEPTION WHEN duplicate_object THEN
		ALTER ROLE %[1]s LOGIN PASSWORD %[2]s;
	END $$`, role, secret))
	if err != nil {
		return "", fmt.Errorf("application login %s: %w", name, err)
	}
	u.User = url.UserPassword(name, password)
	return u.String(), nil
}
