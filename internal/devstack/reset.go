package devstack

import (
	"context"
	"errors"
	"os"
)

// Reset removes the stack in dir with all its data. It leaves other files in dir alone, and also a
// directory without a stack. The error wraps ErrInUse if the stack is running.
func Reset(dir string) error {
	dir, err := canonical(dir)
	if err != nil {
		return ignoreMissing(err)
	}
	if _, err := os.Stat(lockPath(dir)); err != nil {
		return ignoreMissing(err)
	}
	ctx, cancel := context.WithTimeout(context.Background(), stopGrace)
	defer cancel()
	lock, err := lockDir(ctx, dir)
	if err != nil {
		return err
	}
	defer func() { _ = unlock(lock) }()
	a, err := serverAccount()
	if err != nil {
		return err
	}
	s, _ := loadState(dir) // without it, only an orphaned Redis goes unrecognised
	if s.Data, err = dataDir(dir, a); err != nil {
		s.Data = dir
	}
	if err := errors.Join(s.clearOrphans(), removeData(s.Data)); err != nil {
		return err
	}
	if s.Data != dir {
		if err := os.Remove(s.Data); err != nil {
			return err
		}
	}
	return errors.Join(os.RemoveAll(logDir(dir)), ignoreMissing(os.Remove(statePath(dir))))
}
