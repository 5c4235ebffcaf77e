package migration

import (
	"context"
	"os"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"golang.org/x/sync/errgroup"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const (
	first  = "20260101000000_first.sql"
	second = "20260102000000_second.sql"
	third  = "20260103000000_third.sql"
)

// handmade is a toy with migrations written by hand.
func handmade(t *testing.T, files map[string]string) *toy {
	t.Helper()
	p := newToy(t, nil)
	for name, text := range files {
		p.write(name, text)
	}
	return p
}

func TestUpOnceForAll(t *testing.T) {
	t.Parallel()
	p := handmade(t, map[string]string{
		first:  "CREATE TABLE a (x int);\nINSERT INTO a VALUES (1);\nSELECT pg_sleep(0.2);",
		second: "-- atlas:txmode none\n\nCREATE INDEX CONCURRENTLY a_x ON a (x);",
		third:  "INSERT INTO a VALUES (2);",
	})
	db := newDatabase(t)
	var (
		group   errgroup.Group
		mu      sync.Mutex
		applied []string
		waited  int
	)
	for range 10 {
		group.Go(func() error {
			versions, err := p.up(db.url, UpOptions{Log: func(format string, _ ...any) {
				mu.Lock()
				defer mu.Unlock()
				if strings.HasPrefix(format, "waiting for another instance") {
					waited++
				}
			}})
			mu.Lock()
			defer mu.Unlock()
			applied = append(applied, versions...)
			return err
		})
	}
	require.NoError(t, group.Wait())
	assert.Len(t, applied, 3, "each migration is applied by one instance")
	assert.Positive(t, waited, "the others say that they wait")
	assert.Equal(t, "2", db.value("SELECT count(*) FROM a"))
	assert.Equal(t, "3", db.value("SELECT count(*) FROM "+revisionsTable))
}

func TestUpWaitsNoLongerThanTold(t *testing.T) {
	t.Parallel()
	p := handmade(t, map[string]string{first: "CREATE TABLE a (x int);"})
	db := newDatabase(t)
	unlock, err := lock(t.Context(), db.DB, UpOptions{})
	require.NoError(t, err)
	_, err = p.up(db.url, UpOptions{Wait: 50 * time.Millisecond})
	require.ErrorContains(t, err, "another instance is still migrating")
	ctx, cancel := context.WithTimeout(t.Context(), 50*time.Millisecond)
	defer cancel()
	_, err = Up(ctx, db.url, UpOptions{Files: os.DirFS(p.migrationsDir())})
	require.ErrorIs(t, err, context.DeadlineExceeded)
	require.NoError(t, unlock())
	_, err = p.up(db.url, UpOptions{Wait: 50 * time.Millisecond})
	require.NoError(t, err)
}

func TestUpTo(t *testing.T) {
	t.Parallel()
	p := handmade(t, map[string]string{first: "CREATE TABLE a ();", second: "CREATE TABLE b ();", third: "CREATE TABLE c ();"})
	db := newDatabase(t)
	_, err := p.up(db.url, UpOptions{To: "20260102000001"})
	require.ErrorContains(t, err, "no migration with version")
	for _, step := range []struct {
		to   string
		want []string
	}{
		{"20260102000000", []string{"20260101000000", "20260102000000"}},
		{"20260101000000", nil},
		{"", []string{"20260103000000"}},
		{"", nil},
	} {
		applied, err := p.up(db.url, UpOptions{To: step.to})
		require.NoError(t, err)
		require.Equal(t, step.want, applied, step.to)
	}
}

func TestUpFailsWhole(t *testing.T) {
	t.Parallel()
	p := handmade(t, map[string]string{first: "CREATE TABLE a ();", second: "CREATE TABLE b ();\n\nCREATE TABLE a ();"})
	db := newDatabase(t)
	applied, err := p.up(db.url, UpOptions{})
	require.ErrorContains(t, err, second+":3:")
	require.Equal(t, []string{"20260101000000"}, applied)
	require.Empty(t, db.value("SELECT to_regclass('b')"))
	p.write(second, "CREATE TABLE b ();")
	_, err = p.up(db.url, UpOptions{})
	require.NoError(t, err, "a file that failed as a whole may be fixed")
}

func TestUpHalfway(t *testing.T) {
	t.Parallel()
	index := "-- atlas:txmode none\n\nCREATE TABLE b ();\nCREATE UNIQUE INDEX CONCURRENTLY a_x ON a (x);\nCREATE TABLE c ();"
	p := handmade(t, map[string]string{first: "CREATE TABLE a (x int);\nINSERT INTO a VALUES (1), (1);", second: index, third: "CREATE TABLE d ();"})
	db := newDatabase(t)
	_, err := p.up(db.url, UpOptions{})
	require.ErrorContains(t, err, "1 of 3 statements are applied")
	require.ErrorContains(t, err, "could not create unique index")

	_, err = p.up(db.url, UpOptions{})
	require.ErrorIs(t, err, ErrHalfway)
	require.ErrorContains(t, err, "--resume")
	status, err := ReadStatus(t.Context(), db.url, os.DirFS(p.migrationsDir()))
	require.NoError(t, err)
	require.Equal(t, StateBlocked, status.State)
	require.ErrorIs(t, status.Err, ErrHalfway)

	db.exec("DELETE FROM a")
	db.exec("DROP INDEX a_x")
	p.write(second, strings.Replace(index, "TABLE b", "TABLE bb", 1))
	_, err = p.up(db.url, UpOptions{Resume: true})
	require.ErrorIs(t, err, ErrHistory, "what is applied may not be edited")
	p.write(second, index)
	applied, err := p.up(db.url, UpOptions{Resume: true})
	require.NoError(t, err)
	require.Equal(t, []string{"20260102000000", "20260103000000"}, applied)
	_, err = p.up(db.url, UpOptions{})
	require.NoError(t, err)
}

func TestUpRefuses(t *testing.T) {
	t.Parallel()
	files := map[string]string{first: "CREATE TABLE a ();", second: "CREATE TABLE b ();"}
	for name, test := range map[string]struct {
		change func(p *toy, db *database)
		want   error
		says   string
	}{
		"a database newer than the program": {
			func(p *toy, _ *database) { require.NoError(p.t, os.Remove(p.migrationsDir()+"/"+second)); p.hash() },
			ErrNewer, "20260102000000_second",
		},
		"a file edited after it was applied": {
			func(p *toy, _ *database) { p.write(first, "CREATE TABLE aa ();") }, ErrHistory, first,
		},
		"a file that is gone": {
			func(p *toy, _ *database) { require.NoError(p.t, os.Remove(p.migrationsDir()+"/"+first)); p.hash() },
			ErrHistory, "20260101000000_first",
		},
		"a file older than what is applied": {
			func(p *toy, _ *database) { p.write("20260101120000_late.sql", "CREATE TABLE c ();") }, ErrHistory, "20260101120000_late.sql",
		},
		"tables without history": {
			func(_ *toy, db *database) { db.exec("DROP SCHEMA atlas_schema_revisions CASCADE") }, ErrNotEmpty, `"a"`,
		},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p, db := handmade(t, files), newDatabase(t)
			_, err := p.up(db.url, UpOptions{})
			require.NoError(t, err)
			test.change(p, db)
			_, err = p.up(db.url, UpOptions{})
			require.ErrorIs(t, err, test.want)
			require.ErrorContains(t, err, test.says)
			status, err := ReadStatus(t.Context(), db.url, os.DirFS(p.migrationsDir()))
			require.NoError(t, err)
			require.ErrorIs(t, status.Err, test.want)
		})
	}
}

func TestUpChecksSum(t *testing.T) {
	t.Parallel()
	for name, test := range map[string]struct{ text, says string }{
		"edited":   {"CREATE TABLE b ();", "was edited"},
		"conflict": {"<<<<<<< HEAD\nh1:x\n", "merge conflict"},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			p := handmade(t, map[string]string{first: "CREATE TABLE a ();"})
			file := first
			if name == "conflict" {
				file = "atlas.sum"
			}
			require.NoError(t, os.WriteFile(p.migrationsDir()+"/"+file, []byte(test.text), 0o600))
			_, err := p.up(newDatabase(t).url, UpOptions{})
			require.ErrorContains(t, err, test.says)
			require.ErrorContains(t, err, "migrate hash")
		})
	}
}

func TestStatus(t *testing.T) {
	t.Parallel()
	p, db := handmade(t, map[string]string{first: "CREATE TABLE a ();", second: "CREATE TABLE b ();"}), newDatabase(t)
	for _, want := range []struct {
		to      string
		state   State
		applied int
		pending []string
	}{
		{"", StatePending, 0, []string{"20260101000000", "20260102000000"}},
		{"20260101000000", StatePending, 1, []string{"20260102000000"}},
		{"20260102000000", StateCurrent, 2, []string{}},
	} {
		if want.to != "" {
			_, err := p.up(db.url, UpOptions{To: want.to})
			require.NoError(t, err)
		}
		status, err := ReadStatus(t.Context(), db.url, os.DirFS(p.migrationsDir()))
		require.NoError(t, err)
		assert.Equal(t, want.state, status.State)
		assert.Len(t, status.Applied, want.applied)
		assert.Equal(t, want.pending, status.Pending)
	}
}

// A process that dies leaves no lock behind, and a transaction that wasn't committed leaves nothing.
func TestUpAfterDeath(t *testing.T) {
	t.Parallel()
	p, db := handmade(t, map[string]string{first: "CREATE TABLE a ();\nSELECT pg_sleep(600);"}), newDatabase(t)
	ended := make(chan error)
	go func() {
		_, err := p.up(db.url, UpOptions{})
		ended <- err
	}()
	wait.Until(t, func() bool {
		return db.value("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND query LIKE '%pg_sleep(600)%' AND wait_event = 'PgSleep'") == "1"
	})
	db.exec("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()")
	require.Error(t, <-ended)
	p.write(first, "CREATE TABLE a ();")
	applied, err := p.up(db.url, UpOptions{Wait: wait.Patience})
	require.NoError(t, err)
	require.Len(t, applied, 1)
}

func TestNewMigration(t *testing.T) {
	t.Parallel()
	p := handmade(t, map[string]string{"29990101000000_future.sql": "SELECT 1;"})
	path, err := p.New("fill_names", false)
	require.NoError(t, err)
	require.True(t, strings.HasSuffix(path, "/29990101000001_fill_names.sql"), "later than the last one: %s", path)
	dir, err := p.Migrations()
	require.NoError(t, err)
	require.NoError(t, CheckSum(dir))
	files, err := dir.Files()
	require.NoError(t, err)
	require.False(t, transactional(files[1]))
	_, err = p.New("Fill Names", true)
	require.Error(t, err)
}
