package httpserver

import (
	"net"
	"time"
)

// writeStep is how much of an answer a caller must read in a conn's writeTime, in bytes: with 30 seconds, 2 KiB a second.
// Callers' systems tell that they have read something in steps of up to 64 KiB.
const writeStep = 64 << 10

// conn is a connection that waits for its caller for as long as the caller reads, and gives its place back when it is closed.
type conn struct {
	net.Conn
	writeTime time.Duration
	give      func()
}

// Write gives each step of an answer its own time, however large the answer is.
func (c *conn) Write(p []byte) (written int, err error) {
	for {
		if err := c.SetWriteDeadline(time.Now().Add(c.writeTime)); err != nil {
			return written, err
		}
		n, err := c.Conn.Write(p[written:min(len(p), written+writeStep)])
		if written += n; err != nil || written == len(p) {
			return written, err
		}
	}
}

// CloseWrite lets the caller read an answer that comes before the end of its request.
func (c *conn) CloseWrite() error {
	if half, ok := c.Conn.(interface{ CloseWrite() error }); ok {
		return half.CloseWrite()
	}
	return nil
}

// Close closes the connection and gives its place back.
func (c *conn) Close() error {
	defer c.give()
	return c.Conn.Close()
}
