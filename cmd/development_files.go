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

	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/service/demo"
)

// mailDir is the folder in devDir for mails, unless SMTP_URL names a mail server.
const mailDir = "mail"

// demoPassword returns the password of all demo accounts, which the first start generates.
func (d *development) demoPassword() (password string, isNew bool, err error) {
	return d.keep("demo-password", rand.Text)
}

// setUpMail sets an encryption key and a mail folder where the settings don't.
func (d *development) setUpMail() error {
	if d.cfg.EncryptionKey == "" {
		key, _, err := d.keep("encryption-key", encryption.NewKey)
		if err != nil {
			return err
		}
		d.cfg.EncryptionKey = config.Secret(key)
	}
	if d.cfg.SMTPURL == "" {
		dir, err := filepath.Abs(filepath.Join(d.dir, mailDir))
		if err != nil {
			return err
		}
		d.cfg.SMTPURL = config.Secret("file://" + filepath.ToSlash(dir))
	}
	return nil
}

// keep returns the secret stored in a file of devDir; at the first start it makes the secret and stores it.
func (d *development) keep(name string, make func() string) (secret string, isNew bool, err error) {
	path := filepath.Join(d.dir, name)
	text, err := os.ReadFile(path) //nolint:gosec // a file of our own
	if err == nil {
		return strings.TrimSpace(string(text)), false, nil
	}
	if !errors.Is(err, fs.ErrNotExist) {
		return "", false, fmt.Errorf("%s: %w", name, err)
	}
	secret = make()
	if err := os.MkdirAll(d.dir, 0o755); err != nil { //nolint:gosec // the servers' user passes through it
		return "", false, fmt.Errorf("%s: %w", name, err)
	}
	if err := os.WriteFile(path, []byte(secret+"\n"), 0o600); err != nil {
		return "", false, fmt.Errorf("%s: %w", name, err)
	}
	return secret, true, nil
}

// announce writes .dev/env and .dev/accounts.json and prints that the platform is ready, and where.
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
  Mails        %[2]s/%[3]s

`, baseURL, d.dir, mailDir)
	if err != nil {
		return err
	}
	return printAccounts(d.out, accounts)
}

// reachable returns the address at which a client on this machine reaches the server.
func reachable(address net.Addr) string {
	host, port, err := net.SplitHostPort(address.String())
	if ip := net.ParseIP(host); err == nil && ip != nil && ip.IsUnspecified() {
		return net.JoinHostPort("127.0.0.1", port)
	}
	return address.String()
}

// quoted quotes text for a shell.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", `'\''`) + "'" }
