package devstack

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"os/signal"
	"strconv"
	"strings"
	"syscall"
	"time"
)

// supervisorEnv is set only for a copy of this program that is to supervise a server.
const supervisorEnv = "PREDICTHEALTH_DEVSTACK_SUPERVISOR"

// lockFD is the file descriptor of the stack's lock file in a supervisor. The supervisor holds the lock
// as long as its server runs, even if the program that started it is gone.
const lockFD = 3

// command is a server to supervise.
type command struct {
	Path string   `json:"path"`
	Args []string `json:"args"`
	// Account is the user that the server runs as; nil means the user of this program.
	Account *account `json:"account,omitempty"`
	// StopSignal asks the server to shut down cleanly; after Grace it is killed.
	StopSignal syscall.Signal `json:"stop_signal"`
	Grace      time.Duration  `json:"grace"`
}

// A re-executed copy must become a supervisor before main, or a test binary's runner, gets to run.
func init() {
	if os.Getenv(supervisorEnv) == "" {
		return
	}
	if err := supervise(os.Stdin, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "supervisor:", err)
		os.Exit(1)
	}
	os.Exit(0)
}

// supervise runs the server whose command is the first line of in, writes its process number to out,
// and ends with it. Each further line of in is the number of a signal to pass on; a line of out confirms that. The end of in
// means that the program that started the stack has stopped it or is gone; supervise then shuts the server down.
func supervise(in io.Reader, out io.Writer) error {
	syscall.CloseOnExec(lockFD)
	// Handled rather than ignored: an ignored signal would stay ignored in the server.
	asked := make(chan os.Signal, 1)
	signal.Notify(asked, syscall.SIGINT, syscall.SIGTERM, syscall.SIGHUP)

	lines := bufio.NewReader(in)
	var c command
	first, err := lines.ReadBytes('\n')
	if err != nil {
		return fmt.Errorf("read the command: %w", err)
	}
	if err := json.Unmarshal(first, &c); err != nil {
		return fmt.Errorf("read the command: %w", err)
	}
	if err := adoptOrphans(); err != nil {
		return fmt.Errorf("adopt orphans: %w", err)
	}
	defer killOrphans()
	server := exec.Command(c.Path, c.Args...) //nolint:gosec // a server chosen by devstack
	server.Env = []string{"PATH=" + os.Getenv("PATH"), "LC_ALL=C", "TZ=UTC"}
	server.Dir = "/"
	server.Stdout, server.Stderr = os.Stderr, os.Stderr
	server.SysProcAttr = serverAttr(c)
	if err := server.Start(); err != nil {
		return err
	}
	if _, err := fmt.Fprintln(out, server.Process.Pid); err != nil {
		return errors.Join(err, server.Process.Kill(), server.Wait())
	}

	gone := make(chan struct{})
	go func() {
		defer close(gone)
		relaySignals(lines, out, server.Process)
	}()
	ended := make(chan error, 1)
	go func() { ended <- server.Wait() }()

	select {
	case err := <-ended:
		return err
	case <-gone:
	case <-asked:
	}
	_ = server.Process.Signal(c.StopSignal)
	_ = server.Process.Signal(syscall.SIGCONT) // a paused server reacts to nothing else
	select {
	case err := <-ended:
		return err
	case <-time.After(c.Grace):
		_ = server.Process.Kill()
		return <-ended
	}
}

// relaySignals passes on signal numbers, one on each line, and confirms each, until in ends.
func relaySignals(in *bufio.Reader, out io.Writer, to *os.Process) {
	for {
		line, err := in.ReadString('\n')
		if err != nil {
			return
		}
		if number, err := strconv.Atoi(strings.TrimSpace(line)); err == nil {
			_ = to.Signal(syscall.Signal(number)) // fails only if the server has just ended
		}
		_, _ = fmt.Fprintln(out) // fails when nobody is left to wait for it
	}
}
