package devstack

import (
	"crypto/sha256"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"syscall"
)

// elsewhere returns the data directory for the stack in dir if the servers' user can't enter dir, as in a
// checkout under /root. Unlike /tmp, /var/tmp survives a restart of the machine.
func elsewhere(dir string) string {
	sum := sha256.Sum256([]byte(dir))
	return fmt.Sprintf("/var/tmp/predicthealth-%x", sum[:8])
}

// dataDir returns where the servers of the stack in dir, run by a, keep their data: in dir itself if a
// can enter it, and elsewhere otherwise. Data that was started elsewhere stays there.
func dataDir(dir string, a *account) (string, error) {
	if a == nil {
		return dir, nil
	}
	other := elsewhere(dir)
	switch info, err := os.Lstat(other); {
	case errors.Is(err, fs.ErrNotExist):
	case err != nil:
		return "", err
	default:
		return other, trusted(other, info)
	}
	if a.reaches(dir) {
		return dir, nil
	}
	if _, err := os.Stat(postgresDir(dir)); err == nil {
		return "", fmt.Errorf("user %s can no longer enter %s, where the cluster is: make it reachable, or start over with --reset", a.Name, dir)
	}
	return other, os.Mkdir(other, 0o755) //nolint:gosec // entered by the servers' user
}

// trusted refuses a directory that somebody else created: everyone may write to /var/tmp.
func trusted(path string, info fs.FileInfo) error {
	owner, ok := info.Sys().(*syscall.Stat_t)
	if !info.IsDir() || !ok || int(owner.Uid) != os.Geteuid() {
		return fmt.Errorf("%s exists and is not a directory of this user: remove it", path)
	}
	return nil
}

// removeData removes the servers' data in data.
func removeData(data string) error {
	return errors.Join(
		os.RemoveAll(postgresDir(data)),
		os.RemoveAll(postgresDir(data)+".new"),
		os.RemoveAll(redisDir(data)),
	)
}

func postgresDir(data string) string { return filepath.Join(data, "postgres") }
func redisDir(data string) string    { return filepath.Join(data, "redis") }
func logDir(dir string) string       { return filepath.Join(dir, "log") }
