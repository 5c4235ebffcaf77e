package testenv

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"hash"
	"io/fs"
	"sync"
	"testing"

	"github.com/predicthealth/predicthealth/ent/migrate"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/migration"
	"github.com/predicthealth/predicthealth/internal/testenv/cluster"
	"github.com/predicthealth/predicthealth/service/catalog" //nolint:depguard // tests start from what it seeds
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

// applicationLogin is a login with the application's role, like one that operators create.
const applicationLogin = "test_application"

// template makes sure that the migrated and seeded database exists, and returns its name. A test binary
// checks once, and a run creates it once.
func template(t testing.TB) string {
	t.Helper()
	templateOnce.Do(func() {
		c := cluster.Shared(t)
		templateName, templateErr = nameTemplate()
		if templateErr == nil {
			// The first test creates it for all tests: if that test ends, the others still need it.
			ctx := context.WithoutCancel(t.Context())
			templateErr = c.Template(ctx, templateName, fillTemplate)
		}
	})
	if templateErr != nil {
		t.Fatalf("create the migrated and seeded database that tests copy: %v", templateErr)
	}
	return templateName
}

var (
	templateOnce sync.Once
	templateName string
	templateErr  error
)

// nameTemplate derives the template's name from everything that goes into it.
func nameTemplate() (string, error) {
	sum := sha256.New()
	if err := errors.Join(addFiles(sum, migrate.Files), addFiles(sum, sqlfiles.FS)); err != nil {
		return "", err
	}
	return "template_" + hex.EncodeToString(sum.Sum(nil)[:8]), nil
}

func addFiles(sum hash.Hash, files fs.FS) error {
	return fs.WalkDir(files, ".", func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		content, err := fs.ReadFile(files, path)
		if err != nil {
			return err
		}
		_, err = fmt.Fprintf(sum, "%s %d\n%s", path, len(content), content)
		return err
	})
}

func fillTemplate(ctx context.Context, url string) error {
	if err := fill(ctx, url); err != nil {
		return err
	}
	_, err := database.EnsureApplicationLogin(ctx, url, applicationLogin)
	return err
}

// fill migrates and seeds the database at url.
func fill(ctx context.Context, url string) (err error) {
	migrations, err := fs.Sub(migrate.Files, "migrations")
	if err != nil {
		return err
	}
	if _, err := migration.Up(ctx, url, migration.UpOptions{Files: migrations}); err != nil {
		return err
	}
	db, err := database.Open(ctx, database.Options{URL: url, MaxConns: 1})
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	if _, err := catalog.Seed(ctx, db); err != nil {
		return err
	}
	_, err = db.ExecContext(ctx, "ANALYZE")
	return err
}
