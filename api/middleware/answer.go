package middleware

import (
	"bytes"
	"net/http"

	"github.com/gin-gonic/gin"
)

// maxHeld is the size from which an answer isn't held, in bytes. Pages of lists are much smaller.
const maxHeld = 1 << 20

// heldAnswer holds an answer until it is complete. One that becomes too large is sent as it is made.
type heldAnswer struct {
	gin.ResponseWriter
	held    bytes.Buffer
	written bool
	sending bool
}

func (a *heldAnswer) Write(p []byte) (int, error) {
	a.written = true
	if !a.sending && a.held.Len()+len(p) > maxHeld {
		a.send()
	}
	if a.sending {
		return a.ResponseWriter.Write(p)
	}
	return a.held.Write(p)
}

func (a *heldAnswer) WriteString(s string) (int, error) { return a.Write([]byte(s)) }

// WriteHeaderNow waits for send too: a status with headers is not yet an answer.
func (a *heldAnswer) WriteHeaderNow() { a.written = true }

func (a *heldAnswer) Written() bool { return a.written }

func (a *heldAnswer) Size() int { return max(a.ResponseWriter.Size(), 0) + a.held.Len() }

func (a *heldAnswer) Flush() {
	a.send()
	a.ResponseWriter.Flush()
}

// Unwrap lets http.ResponseController find the connection.
func (a *heldAnswer) Unwrap() http.ResponseWriter { return a.ResponseWriter }

// send sends what is held; the rest passes at once.
func (a *heldAnswer) send() {
	a.sending = true
	if a.written {
		a.ResponseWriter.WriteHeaderNow()
	}
	if a.held.Len() > 0 {
		_, _ = a.ResponseWriter.Write(a.held.Bytes()) // the caller may have hung up
		a.held = bytes.Buffer{}
	}
}
