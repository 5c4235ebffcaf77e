package devstack

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"os/exec"
	"strconv"
	"strings"
	"syscall"
)

// process is a running server, seen from the program that started it.
type process struct {
	pid    int // of the server
	stdin  io.WriteCloser
	stdout *bufio.Reader
	ended  chan struct{} // closed when server and supervisor have ended
}

// launch starts a supervisor for c. The output of the server goes to log.
func launch(c command, log, lock *os.File) (*process, error) {
	self, err := os.Executable()
	if err != nil {
		return nil, err
	}
	supervisor := exec.Command(self) //nolint:gosec // this program
	supervisor.Env = append(os.Environ(), supervisorEnv+"=1")
	supervisor.Stderr = log
	supervisor.ExtraFiles = []*os.File{lock}
	// The supervisor gets its own session: Ctrl-C in a terminal is for the program, which then stops its servers.
	supervisor.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	stdin, err := supervisor.StdinPipe()
	if err != nil {
		return nil, err
	}
	stdout, err := supervisor.StdoutPipe()
	if err != nil {
		return nil, err
	}
	if err := supervisor.Start(); err != nil {
		return nil, err
	}
	p := &process{stdin: stdin, stdout: bufio.NewReader(stdout), ended: make(chan struct{})}
	p.pid, err = p.handOver(c)
	go func() {
		_ = supervisor.Wait() // the log says how it ended
		close(p.ended)
	}()
	if err != nil {
		_ = stdin.Close()
		<-p.ended
		return nil, err
	}
	return p, nil
}

// handOver tells the supervisor what to run, and reads the server's process number.
func (p *process) handOver(c command) (int, error) {
	if err := json.NewEncoder(p.stdin).Encode(c); err != nil {
		return 0, err
	}
	line, err := p.stdout.ReadString('\n')
	if err != nil {
		return 0, fmt.Errorf("cannot start %s", c.Path)
	}
	return strconv.Atoi(strings.TrimSpace(line))
}

// signal asks the supervisor, because only the supervisor knows that the process number still belongs to the server. It
// returns once the signal is sent.
func (p *process) signal(s syscall.Signal) error {
	if _, err := fmt.Fprintln(p.stdin, int(s)); err != nil {
		return err
	}
	_, err := p.stdout.ReadString('\n')
	return err
}

// stop shuts the server down and waits for it.
func (p *process) stop(ctx context.Context) error {
	_ = p.stdin.Close()
	select {
	case <-p.ended:
		return nil
	case <-ctx.Done():
		return ctx.Err()
	}
}

func (p *process) running() bool {
	select {
	case <-p.ended:
		return false
	default:
		return true
	}
}
