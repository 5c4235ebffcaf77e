package devstack

import (
	"context"
	"errors"
	"fmt"
	"os"
	"strings"
	"sync"
	"syscall"
	"time"
)

// stopGrace is how long a server may take to shut down before it is killed.
const stopGrace = 10 * time.Second

// Server is one of a stack's two servers. Its methods may be called from several goroutines. They are
// for seeing what a program does when a server fails; the server comes back on the same address with
// its data.
type Server struct {
	name    string
	command command
	logPath string
	lock    *os.File
	ping    func(context.Context) error

	mu      sync.Mutex
	process *process // nil before the first start
}

// Start runs the server and returns when it answers. If the server ends instead, it returns an error
// with the end of the server's log. If the server is already running, it returns an error.
func (s *Server) Start(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.process != nil && s.process.running() {
		return fmt.Errorf("%s is %w", s.name, ErrInUse)
	}
	log, err := os.OpenFile(s.logPath, os.O_CREATE|os.O_WRONLY|os.O_APPEND, 0o600)
	if err != nil {
		return err
	}
	defer func() { _ = log.Close() }()
	s.process, err = launch(s.command, log, s.lock)
	if err != nil {
		return fmt.Errorf("start %s: %w%s", s.name, err, s.logTail())
	}
	return s.awaitReady(ctx)
}

func (s *Server) awaitReady(ctx context.Context) error {
	for {
		err := s.ping(ctx)
		if err == nil {
			return nil
		}
		select {
		case <-s.process.ended:
			return fmt.Errorf("%s ended while starting%s", s.name, s.logTail())
		case <-ctx.Done():
			s.killProcess()
			return fmt.Errorf("%s does not answer: %w: %w%s", s.name, ctx.Err(), err, s.logTail())
		case <-time.After(10 * time.Millisecond):
		}
	}
}

// Stop shuts the server down cleanly and waits until it has ended. It kills a server that doesn't end
// within ten seconds.
func (s *Server) Stop(ctx context.Context) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.process == nil {
		return nil
	}
	if err := s.process.stop(ctx); err != nil {
		return fmt.Errorf("stop %s: %w", s.name, err)
	}
	return nil
}

// Kill ends the server at once, as a crash would, and waits until it has ended.
func (s *Server) Kill() {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.process != nil {
		s.killProcess()
	}
}

func (s *Server) killProcess() {
	_ = s.process.signal(syscall.SIGKILL) // fails if it has already ended
	<-s.process.ended
	_ = s.process.stdin.Close()
}

// Pause freezes the server: connections open but nothing answers, as with a broken network. Sessions
// that PostgreSQL has already begun continue, because each has its own process.
func (s *Server) Pause() error { return s.send(syscall.SIGSTOP) }

// Resume lets a paused server continue.
func (s *Server) Resume() error { return s.send(syscall.SIGCONT) }

func (s *Server) send(sig syscall.Signal) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.process == nil || !s.process.running() {
		return fmt.Errorf("%s is not running", s.name)
	}
	return s.process.signal(sig)
}

// ended returns a channel that is closed when the server has ended, for whatever reason.
func (s *Server) ended() <-chan struct{} {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.process.ended
}

// logTail returns the end of the server's log, as an ending for an error message.
func (s *Server) logTail() string {
	content, err := os.ReadFile(s.logPath)
	if err != nil || len(content) == 0 {
		return ""
	}
	return "; its log " + s.logPath + " ends with:\n" + lastLines(string(content))
}

func lastLines(text string) string {
	const wanted = 8
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return strings.Join(lines[max(0, len(lines)-wanted):], "\n")
}

// startOnFreePort starts the server that build makes for port. Another program may have taken the port
// since it was found to be free; then it tries another port.
func startOnFreePort(ctx context.Context, port int, build func(port int) (*Server, error)) (*Server, error) {
	const attempts = 3
	var failures error
	for range attempts {
		server, err := build(port)
		if err != nil {
			return nil, err
		}
		if err = server.Start(ctx); err == nil {
			return server, nil
		}
		failures = errors.Join(failures, err)
		if portFree(port) {
			return nil, err
		}
		ports, err := freePorts(0)
		if err != nil {
			return nil, err
		}
		port = ports[0]
	}
	return nil, failures
}
