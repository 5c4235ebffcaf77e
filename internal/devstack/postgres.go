package devstack

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"io/fs"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"syscall"

	"github.com/lib/pq"
)

// postgresSettings returns the settings of every private cluster. It listens only on a port of 127.0.0.1.
func postgresSettings(port int, fast bool) map[string]string {
	settings := map[string]string{
		"listen_addresses":        "127.0.0.1",
		"port":                    strconv.Itoa(port),
		"unix_socket_directories": "",
		"timezone":                "UTC",
		"log_timezone":            "UTC",
	}
	if !fast {
		return settings
	}
	// Commits stay synchronous: with fsync off that costs next to nothing, and committed data survives
	// if the server is killed, though not if the machine crashes.
	for name, value := range map[string]string{
		"fsync":              "off",
		"full_page_writes":   "off",
		"wal_level":          "minimal",
		"max_wal_senders":    "0",
		"max_wal_size":       "2GB",
		"checkpoint_timeout": "1d",
		"max_connections":    "500",
		"autovacuum":         "off", // it would compete with the tests, whose tables are small
		"jit":                "off",
		"temp_file_limit":    "1GB", // the data may be in memory
	} {
		settings[name] = value
	}
	return settings
}

func postgresCommand(b binaries, a *account, data string, port int, fast bool) command {
	args := []string{"-D", postgresDir(data)}
	for name, value := range postgresSettings(port, fast) {
		args = append(args, "-c", name+"="+value)
	}
	// SIGINT is PostgreSQL's fast shutdown: it ends sessions and writes the data.
	return command{Path: b.postgres, Args: args, Account: a, StopSignal: syscall.SIGINT, Grace: stopGrace}
}

// clusterVersion returns the major version that created the cluster in data; 0 if there is no cluster.
func clusterVersion(data string) (int, error) {
	path := filepath.Join(postgresDir(data), "PG_VERSION")
	content, err := os.ReadFile(path) //nolint:gosec // in the stack's own directory
	if errors.Is(err, fs.ErrNotExist) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	major, err := strconv.Atoi(strings.TrimSpace(string(content)))
	if err != nil {
		return 0, fmt.Errorf("%s is damaged, start over with --reset: %w", path, err)
	}
	return major, nil
}

// initCluster creates the cluster in data. It creates it next to its place and then renames it, so that
// an interrupted attempt leaves nothing that looks like a cluster.
func initCluster(ctx context.Context, b binaries, a *account, s state, fast bool) error {
	unfinished := postgresDir(s.Data) + ".new"
	passwordFile := filepath.Join(s.Data, "password.new")
	defer func() { _ = os.Remove(passwordFile) }()
	if err := os.RemoveAll(unfinished); err != nil {
		return err
	}
	if err := a.makeDir(unfinished); err != nil {
		return err
	}
	if err := a.writeFile(passwordFile, s.Password+"\n"); err != nil {
		return err
	}
	args := []string{
		"--pgdata=" + unfinished, "--username=" + s.User, "--pwfile=" + passwordFile,
		"--encoding=UTF8", "--locale=" + clusterLocale(), "--no-instructions",
	}
	// Verifying a SCRAM password takes milliseconds by design, and tests connect thousands of times.
	if fast {
		args = append(args, "--auth=md5", "--no-sync")
	} else {
		args = append(args, "--auth=scram-sha-256")
	}
	initdb := exec.CommandContext(ctx, b.initdb, args...) //nolint:gosec // an installed program
	initdb.Dir = "/"
	initdb.SysProcAttr = &syscall.SysProcAttr{Credential: a.credential()}
	if out, err := initdb.CombinedOutput(); err != nil {
		return fmt.Errorf("initdb: %w\n%s", err, lastLines(string(out)))
	}
	return os.Rename(unfinished, postgresDir(s.Data))
}

// clusterLocale returns a locale that classifies letters by Unicode, so that lower() works on every name.
func clusterLocale() string {
	if runtime.GOOS == "darwin" {
		return "en_US.UTF-8" // older versions of macOS have no C.UTF-8
	}
	return "C.UTF-8"
}

func (s state) postgresURL(database string) string {
	u := url.URL{
		Scheme:   "postgres",
		User:     url.UserPassword(s.User, s.Password),
		Host:     address(s.PostgresPort),
		Path:     "/" + database,
		RawQuery: "sslmode=disable",
	}
	return u.String()
}

// pingPostgres needs a URL with parameters. It doesn't wait for a server that accepts a connection and
// says nothing, such as a paused server or another program on the port.
func pingPostgres(ctx context.Context, url string) error {
	return withConnection(ctx, url+"&connect_timeout=2", func(*sql.Conn) error { return nil })
}

// ensureDatabase creates the database name in the cluster at url, unless it exists.
func ensureDatabase(ctx context.Context, url, name string) error {
	return withConnection(ctx, url, func(conn *sql.Conn) error {
		var exists bool
		err := conn.QueryRowContext(ctx, "SELECT EXISTS (SELECT FROM pg_database WHERE datname = $1)", name).Scan(&exists)
		if err != nil || exists {
			return err
		}
		_, err = conn.ExecContext(ctx, "CREATE DATABASE "+pq.QuoteIdentifier(name))
		return err
	})
}

// withConnection calls do with its own connection.
func withConnection(ctx context.Context, url string, do func(*sql.Conn) error) error {
	connector, err := pq.NewConnector(url)
	if err != nil {
		return err
	}
	db := sql.OpenDB(connector)
	conn, err := db.Conn(ctx)
	if err != nil {
		return errors.Join(err, db.Close())
	}
	return errors.Join(do(conn), conn.Close(), db.Close())
}
