package httpserver

import (
	"io"
	"net/http"
	"time"
)

// readRate is how many bytes of a body must arrive in a second, on average.
const readRate = 1 << 10

// paced gives the body of a request time for as long as it arrives and never pauses for longer than pause. net/http has one
// deadline for all bodies: too long for small ones and too short for large ones.
func paced(next http.Handler, pause time.Duration) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Body == nil || r.Body == http.NoBody {
			next.ServeHTTP(w, r)
			return
		}
		b := &body{ReadCloser: r.Body, pause: pause, connection: http.NewResponseController(w), began: time.Now()}
		r.Body = b
		defer func() {
			if !b.ended { // net/http reads on, to be able to use the connection for another request
				b.wait()
			}
		}()
		next.ServeHTTP(w, r)
	})
}

// body is a request's body with a deadline that moves on as it arrives.
type body struct {
	io.ReadCloser
	connection *http.ResponseController
	pause      time.Duration
	began      time.Time
	received   int64
	ended      bool
}

func (b *body) Read(p []byte) (int, error) {
	b.wait()
	n, err := b.ReadCloser.Read(p)
	b.received += int64(n)
	if err == io.EOF { // io.Reader's contract
		b.ended = true
		_ = b.connection.SetReadDeadline(time.Time{}) // from here on net/http reads only to notice that the caller hangs up
	}
	return n, err
}

// wait sets the deadline for the next piece.
func (b *body) wait() {
	due := b.began.Add(b.pause + time.Duration(b.received/readRate)*time.Second)
	if patience := time.Now().Add(b.pause); patience.Before(due) {
		due = patience
	}
	_ = b.connection.SetReadDeadline(due) // fails on a connection that is closed, as reading then does
}
