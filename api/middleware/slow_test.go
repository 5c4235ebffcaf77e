package middleware_test

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/iotest"
	"time"

	"github.com/gin-gonic/gin"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/middleware"
	"github.com/predicthealth/predicthealth/internal/fairshare"
	"github.com/predicthealth/predicthealth/internal/httpserver"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const (
	// stuck is how many callers are stuck; the server has places for fewer.
	stuck  = 12
	places = 3
	// large is more than the systems at both ends keep of a connection for who doesn't read.
	large = 24 << 20
	// list is the size of an answer that needs a place while it is made.
	list = 1_000_000
)

// serveSlow serves a router with places for few requests until the test ends.
func serveSlow(t *testing.T) net.Listener {
	t.Helper()
	router := gin.New()
	router.Use(middleware.Concurrency(fairshare.NewShares(places), fairshare.NewRate(1000, time.Hour), "/page"))
	content := []byte(strings.Repeat("x", large))
	router.GET("/page", func(c *gin.Context) { c.Data(http.StatusOK, "text/plain", content) })
	router.GET("/list", func(c *gin.Context) { c.Data(http.StatusOK, "text/plain", content[:list]) })
	router.POST("/echo", func(c *gin.Context) {
		n, err := io.Copy(io.Discard, c.Request.Body)
		if err != nil {
			c.Status(http.StatusRequestTimeout)
			return
		}
		c.String(http.StatusOK, "%d", n)
	})
	var config net.ListenConfig
	wide, err := config.Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	listener := narrow{wide}
	ctx, stop := context.WithCancel(context.WithoutCancel(t.Context()))
	stopped := make(chan error, 1)
	go func() {
		stopped <- httpserver.Serve(ctx, []httpserver.Server{
			{Listener: listener, Handler: router, MaxConns: 1000, Pause: 10 * wait.Patience},
		}, 0)
	}()
	t.Cleanup(func() {
		stop()
		if err := <-stopped; err != nil {
			t.Log(err) // callers that are stuck don't end in time
		}
	})
	return listener
}

// narrow accepts connections that keep little of an answer for who doesn't read.
type narrow struct{ net.Listener }

const narrowBuffer = 64 << 10

func (n narrow) Accept() (net.Conn, error) {
	c, err := n.Listener.Accept()
	if tcp, ok := c.(*net.TCPConn); ok {
		err = errors.Join(err, tcp.SetWriteBuffer(narrowBuffer))
	}
	return c, err
}

// dial connects from an address of this machine.
func dial(t *testing.T, from string, listener net.Listener) net.Conn {
	t.Helper()
	dialer := net.Dialer{LocalAddr: &net.TCPAddr{IP: net.ParseIP(from)}}
	c, err := dialer.DialContext(t.Context(), "tcp", listener.Addr().String())
	require.NoError(t, err)
	t.Cleanup(func() { _ = c.Close() })
	tcp, ok := c.(*net.TCPConn)
	require.True(t, ok)
	require.NoError(t, tcp.SetReadBuffer(narrowBuffer))
	return c
}

// ask sends a request and returns the answer.
func ask(t *testing.T, c net.Conn, request string) (status int, body string) {
	t.Helper()
	_, err := io.WriteString(c, request)
	require.NoError(t, err)
	return read(t, bufio.NewReader(c))
}

func read(t *testing.T, r *bufio.Reader) (status int, body string) {
	t.Helper()
	answer, err := http.ReadResponse(r, nil)
	require.NoError(t, err)
	content, err := io.ReadAll(answer.Body)
	require.NoError(t, err)
	require.NoError(t, answer.Body.Close())
	return answer.StatusCode, string(content)
}

func post(length int, body string) string {
	return fmt.Sprintf("POST /echo HTTP/1.1\r\nHost: x\r\nContent-Length: %d\r\n\r\n%s", length, body)
}

func get(path string) string { return "GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n" }

// However many callers of one network are stuck, others are answered, and so are they when they go on.
func TestSlowCallersKeepNoPlace(t *testing.T) {
	t.Parallel()
	beginning := strings.Repeat("x", 300<<10)
	for name, c := range map[string]struct {
		begin, rest string
		answers     []int // sizes
	}{
		"a body":              {post(10, "half"), "second", []int{2}},
		"a file":              {post(len(beginning)+1, beginning), "x", []int{6}},
		"lists, not read":     {strings.Repeat(get("/list"), large/list), "", slices.Repeat([]int{list}, large/list)},
		"a page, not read":    {get("/page"), "", []int{large}},
		"pages, one by one":   {strings.Repeat(get("/page"), 3), "", []int{large, large, large}},
		"no body after all":   {post(10, ""), "1234567890", []int{2}},
		"a refused long body": {"POST /nowhere HTTP/1.1\r\nHost: x\r\nContent-Length: 3\r\n\r\nab", "c", nil},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			listener := serveSlow(t)
			var slow []*bufio.ReadWriter
			for range stuck {
				conn := dial(t, "127.0.0.1", listener)
				_, err := io.WriteString(conn, c.begin)
				require.NoError(t, err)
				caller := bufio.NewReadWriter(bufio.NewReader(conn), bufio.NewWriter(conn))
				if c.answers != nil && c.rest == "" { // one after the other: a network may not have two places here
					_, err := caller.Peek(1) // the answer is on its way, so its place is free again; the rest of it is stuck
					require.NoError(t, err)
				}
				slow = append(slow, caller)
			}
			others := dial(t, "127.0.0.2", listener)
			wait.Until(t, func() bool { // those whose answer is made at this moment have places for this moment
				status, _ := ask(t, others, post(3, "abc"))
				return status == http.StatusOK
			})
			for range 20 {
				status, body := ask(t, others, post(3, "abc"))
				require.Equal(t, http.StatusOK, status)
				require.Equal(t, "3", body)
			}
			for _, conn := range slow[:2] { // nobody has been given up
				if c.answers == nil {
					continue
				}
				_, err := conn.WriteString(c.rest)
				require.NoError(t, errors.Join(err, conn.Flush()))
				for _, size := range c.answers {
					status, body := read(t, conn.Reader)
					require.Equal(t, http.StatusOK, status)
					require.Len(t, body, size)
				}
			}
		})
	}
}

// A body that breaks off, or comes too slowly, is refused before it needs a place.
func TestBrokenBodiesNeedNoPlace(t *testing.T) {
	t.Parallel()
	router := gin.New()
	router.Use(middleware.Concurrency(fairshare.NewShares(0), fairshare.NewRate(1, time.Hour)))
	router.POST("/echo", func(*gin.Context) {})
	for name, c := range map[string]struct {
		err    error
		status int
	}{
		"broken off": {io.ErrUnexpectedEOF, http.StatusBadRequest},
		"too slow":   {os.ErrDeadlineExceeded, http.StatusRequestTimeout},
		"whole":      {io.EOF, http.StatusServiceUnavailable}, // there is no place
	} {
		answer := httptest.NewRecorder()
		body := io.MultiReader(strings.NewReader("half"), iotest.ErrReader(c.err))
		router.ServeHTTP(answer, httptest.NewRequestWithContext(t.Context(), http.MethodPost, "/echo", body))
		require.Equal(t, c.status, answer.Code, name)
	}
}

// Pages need no place, but a network can't ask for them without end.
func TestPagesAreLimitedByNetwork(t *testing.T) {
	t.Parallel()
	router := gin.New()
	router.Use(middleware.Concurrency(fairshare.NewShares(places), fairshare.NewRate(2, time.Hour), "/page", "/livez"))
	router.GET("/page", func(c *gin.Context) { c.Status(http.StatusOK) })
	router.GET("/livez", func(c *gin.Context) { c.Status(http.StatusOK) })
	for _, step := range []struct {
		from, path string
		status     int
	}{
		{"192.0.2.1", "/page", http.StatusOK},
		{"192.0.2.1", "/page", http.StatusOK},
		{"192.0.2.1", "/page", http.StatusTooManyRequests},
		{"192.0.2.2", "/page", http.StatusOK},
		{"192.0.2.1", "/livez", http.StatusOK},
		{"192.0.2.1", "/nowhere", http.StatusNotFound},
		{"192.0.2.1", "/nothing", http.StatusNotFound},
		{"192.0.2.1", "/nowhere", http.StatusTooManyRequests},
	} {
		status, header := serveFrom(t, router, step.from, step.path)
		require.Equal(t, step.status, status, step)
		if status == http.StatusTooManyRequests {
			require.Equal(t, "1", header.Get("Retry-After"))
		}
	}
}

// A network that runs all the requests that it may leaves places for others.
func TestANetworkHasItsShareOfPlaces(t *testing.T) {
	t.Parallel()
	router := gin.New()
	router.Use(middleware.Concurrency(fairshare.NewShares(6), fairshare.NewRate(1, time.Hour)))
	entered, leave := make(chan struct{}), make(chan struct{})
	router.GET("/slow", func(*gin.Context) {
		entered <- struct{}{}
		<-leave
	})
	router.GET("/quick", func(c *gin.Context) { c.Status(http.StatusOK) })
	for range 2 {
		go serveFrom(t, router, "2001:db8::1", "/slow")
		<-entered
	}
	status, _ := serveFrom(t, router, "2001:db8::2", "/quick") // the same /64
	require.Equal(t, http.StatusTooManyRequests, status)
	status, _ = serveFrom(t, router, "2001:db8:0:1::1", "/quick")
	require.Equal(t, http.StatusOK, status)
	close(leave)
}
