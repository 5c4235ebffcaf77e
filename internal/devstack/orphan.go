package devstack

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"strconv"
	"strings"
	"syscall"
	"time"

	"github.com/predicthealth/predicthealth/internal/devstack/proc"
)

// endOrphan clears away what an earlier run left behind: the pid file, and the server itself if it has
// outlived its supervisor. Call it only while holding the stack's lock. It recognises the server by
// mark, a part of its command line: after a reboot, the number in the file may belong to any process,
// and if that process has the same user, PostgreSQL would refuse to start.
func endOrphan(pidFile, mark string, stop syscall.Signal) error {
	content, err := os.ReadFile(pidFile) //nolint:gosec // in the stack's own directory
	if errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	if err != nil {
		return err
	}
	first, _, _ := strings.Cut(string(content), "\n")
	if pid, err := strconv.Atoi(strings.TrimSpace(first)); err == nil {
		if server, err := proc.Lookup(pid); err == nil && strings.Contains(server.Args, mark) {
			if err := end(server, stop); err != nil {
				return err
			}
		}
	}
	return ignoreMissing(os.Remove(pidFile))
}

func end(server proc.Info, stop syscall.Signal) error {
	for _, sig := range []syscall.Signal{stop, syscall.SIGKILL} {
		if err := syscall.Kill(server.PID, sig); err != nil && !errors.Is(err, syscall.ESRCH) {
			return fmt.Errorf("end the server that an earlier run left behind, process %d: %w", server.PID, err)
		}
		for deadline := time.Now().Add(stopGrace); time.Now().Before(deadline); time.Sleep(20 * time.Millisecond) {
			if !server.Alive() {
				return nil
			}
		}
	}
	return fmt.Errorf("the server that an earlier run left behind, process %d, does not end", server.PID)
}
