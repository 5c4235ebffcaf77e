package devstack

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/predicthealth/predicthealth/internal/devstack/proc"
)

// ErrInUse is wrapped by the error for a directory whose stack is already running.
var ErrInUse = errors.New("already running")

// lockDir locks the stack in dir. The kernel releases the lock when the last process that holds it
// ends, so none is ever left behind. Supervisors hold it too: if the program that started them has
// died, lockDir waits, within ctx, until they have shut their servers down.
func lockDir(ctx context.Context, dir string) (*os.File, error) {
	path := lockPath(dir)
	file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o600) //nolint:gosec // the caller's directory
	if err != nil {
		return nil, err
	}
	for {
		err := syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
		if err == nil {
			if err := writeHolder(file); err != nil {
				return nil, err
			}
			return file, nil
		}
		if !errors.Is(err, syscall.EWOULDBLOCK) {
			return nil, errors.Join(fmt.Errorf("lock %s: %w", path, err), file.Close())
		}
		if holder := readHolder(path); holder.PID != 0 && holder.Alive() {
			return nil, errors.Join(fmt.Errorf("the stack in %s is %w, started by process %d: stop that first, or use another directory",
				dir, ErrInUse, holder.PID), file.Close())
		}
		select {
		case <-ctx.Done():
			return nil, errors.Join(fmt.Errorf("the stack in %s is %w: its servers have not shut down yet: %w",
				dir, ErrInUse, ctx.Err()), file.Close())
		case <-time.After(20 * time.Millisecond):
		}
	}
}

func lockPath(dir string) string { return filepath.Join(dir, "lock") }

// unlock releases the lock once no server runs any more. Closing the file alone wouldn't release it at
// once: a program that is being started elsewhere in this process has a copy until it runs.
func unlock(file *os.File) error {
	return errors.Join(syscall.Flock(int(file.Fd()), syscall.LOCK_UN), file.Close())
}

func writeHolder(file *os.File) error {
	self, err := proc.Lookup(os.Getpid())
	if err == nil {
		err = file.Truncate(0)
	}
	if err == nil {
		_, err = file.WriteAt(fmt.Appendf(nil, "%d %s\n", self.PID, self.Started), 0)
	}
	if err != nil {
		return errors.Join(fmt.Errorf("write %s: %w", file.Name(), err), file.Close())
	}
	return nil
}

func readHolder(path string) proc.Info {
	content, _ := os.ReadFile(path) //nolint:gosec // as above; an unreadable file names nobody
	number, started, _ := strings.Cut(strings.TrimSpace(string(content)), " ")
	pid, _ := strconv.Atoi(number)
	return proc.Info{PID: pid, Started: started}
}
