// Package mailtest provides an SMTP server for tests that can be stopped and started, and refuses given recipients.
package mailtest

import (
	"bufio"
	"fmt"
	"net"
	"net/textproto"
	"strings"
	"sync"
	"testing"

	"github.com/stretchr/testify/require"
)

// Server accepts mails on an address of 127.0.0.1 that stays reserved for it while it is stopped.
type Server struct {
	// Refuse maps recipients to the answer to RCPT TO, such as "550 no such user". Recipients not in it are accepted.
	Refuse map[string]string

	address  string
	listener net.Listener
	serving  sync.WaitGroup

	mu       sync.Mutex
	messages []string
}

// New returns a server that runs until the test ends.
func New(t testing.TB) *Server {
	t.Helper()
	s := &Server{address: "127.0.0.1:0"}
	s.Start(t)
	t.Cleanup(func() { s.Stop(t) })
	return s
}

// URL returns the server's address, in the format of SMTP_URL.
func (s *Server) URL() string { return "smtp://" + s.address + "?starttls=never" }

// Start accepts connections again.
func (s *Server) Start(t testing.TB) {
	t.Helper()
	var config net.ListenConfig
	listener, err := config.Listen(t.Context(), "tcp", s.address)
	require.NoError(t, err)
	s.listener, s.address = listener, listener.Addr().String()
	s.serving.Go(func() {
		for {
			connection, err := listener.Accept()
			if err != nil {
				return
			}
			s.serving.Go(func() { s.serve(connection) })
		}
	})
}

// Stop waits for open connections to end and refuses new ones.
func (s *Server) Stop(t testing.TB) {
	t.Helper()
	if s.listener == nil {
		return
	}
	require.NoError(t, s.listener.Close())
	s.listener = nil
	s.serving.Wait()
}

// Messages returns the accepted mails in order.
func (s *Server) Messages() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return append([]string(nil), s.messages...)
}

func (s *Server) serve(connection net.Conn) {
	defer func() { _ = connection.Close() }()
	reader := textproto.NewReader(bufio.NewReader(connection))
	say := func(line string) { _, _ = fmt.Fprintf(connection, "%s\r\n", line) }
	say("220 test")
	for {
		line, err := reader.ReadLine()
		if err != nil {
			return
		}
		command, argument, _ := strings.Cut(line, " ")
		switch strings.ToUpper(command) {
		case "RCPT":
			address := strings.Trim(strings.TrimPrefix(argument, "TO:"), "<>")
			if answer, refused := s.Refuse[address]; refused {
				say(answer)
			} else {
				say("250 ok")
			}
		case "DATA":
			say("354 go on")
			lines, err := reader.ReadDotLines()
			if err != nil {
				return
			}
			s.keep(strings.Join(lines, "\n"))
			say("250 accepted")
		case "QUIT":
			say("221 bye")
			return
		default:
			say("250 ok")
		}
	}
}

func (s *Server) keep(message string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.messages = append(s.messages, message)
}
