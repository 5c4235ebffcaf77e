package cmd

import (
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strings"

	"github.com/predicthealth/predicthealth/service/demo"
)

// demoPassword is the one password of all demo accounts; it is new at the first start.
func (d *development) demoPassword() (password string, isNew bool, err error) {
	path := filepath.Join(d.dir, "demo-password")
	text, err := os.ReadFile(path) //nolint:gosec // a file of our own
	if err == nil {
		return strings.TrimSpace(string(text)), false, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", false, fmt.Errorf("the demo accounts' password: %w", err)
	}
	password = rand.Text()
	if err := os.MkdirAll(d.dir, 0o755); err != nil { //nolint:gosec // the servers' user passes through it
		return "", false, fmt.Errorf("the demo accounts' password: %w", err)
	}
	if err := os.WriteFile(path, []byte(password+"\n"), 0o600); err != nil {
		return "", false, fmt.Errorf("the demo accounts' password: %w", err)
	}
	return password, true, nil
}

// announce writes .dev/env and .dev/accounts.json and says that the platform is ready, and where.
func (d *development) announce(address net.Addr, accounts []demo.Account) error {
	baseURL := "http://" + reachable(address)
	env := fmt.Sprintf("export DATABASE_URL=%s\nexport MIGRATE_DATABASE_URL=%s\nexport REDIS_URL=%s\nexport HTTP_URL=%s\n",
		quoted(string(d.cfg.DatabaseURL)), quoted(string(d.cfg.MigrateDatabaseURL)),
		quoted(string(d.cfg.RedisURL)), quoted(baseURL))
	list, err := json.MarshalIndent(accounts, "", "  ") //nolint:gosec // demo passwords, for whoever may read the file
	if err != nil {
		return err
	}
	err = errors.Join(
		os.WriteFile(filepath.Join(d.dir, "env"), []byte(env), 0o600),
		os.WriteFile(filepath.Join(d.dir, "accounts.json"), append(list, '\n'), 0o600))
	if err != nil {
		return err
	}
	_, err = fmt.Fprintf(d.out, `
PredictHealth is ready.

  API          %[1]s/api/v1
  Reference    %[1]s/docs
  Database     . %[2]s/env && psql "$DATABASE_URL"
  All accounts %[2]s/accounts.json

`, baseURL, d.dir)
	if err != nil {
		return err
	}
	return printAccounts(d.out, accounts)
}

// reachable is the address as a client on this machine names it.
func reachable(address net.Addr) string {
	host, port, err := net.SplitHostPort(address.String())
	if ip := net.ParseIP(host); err == nil && ip != nil && ip.IsUnspecified() {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return address.String()
}

// quoted is text as a shell reads it back.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }
