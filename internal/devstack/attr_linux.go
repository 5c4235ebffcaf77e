package devstack

import (
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"golang.org/x/sys/unix"
)

// serverAttr makes the kernel stop the server if its supervisor is killed. The kernel watches the
// thread that starts the server. supervise is called from init, which runs on the main thread, and
// that thread lives as long as the process.
func serverAttr(c command) *syscall.SysProcAttr {
	return &syscall.SysProcAttr{Credential: c.Account.credential(), Pdeathsig: c.StopSignal}
}

// adoptOrphans makes this process the parent of processes that its server leaves behind: a busy
// PostgreSQL session outlives a killed server until its statement is done.
func adoptOrphans() error {
	return unix.Prctl(unix.PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
}

// killOrphans ends those processes. Call it only after the server has been waited for.
func killOrphans() {
	for orphans := children(); len(orphans) > 0; orphans = children() {
		for _, pid := range orphans {
			_ = syscall.Kill(pid, syscall.SIGKILL) // a child keeps its process number until it is waited for
		}
		for _, pid := range orphans {
			_, _ = syscall.Wait4(pid, nil, 0, nil)
		}
	}
}

func children() (pids []int) {
	lists, _ := filepath.Glob("/proc/self/task/*/children") // the only error is a bad pattern
	for _, list := range lists {
		content, _ := os.ReadFile(list) //nolint:gosec // of this process; a thread that has ended has none
		for field := range strings.FieldsSeq(string(content)) {
			if pid, err := strconv.Atoi(field); err == nil {
				pids = append(pids, pid)
			}
		}
	}
	return pids
}
