package bench

import (
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"slices"
	"strings"
	"sync"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/httpserver"
)

// mostSlowdown is how much longer others may wait while somebody attacks: the ratio of the 99th percentiles.
const mostSlowdown = 3

// attacks are what one address without credentials sends on each of its connections, and how many it opens.
var attacks = []struct {
	name        string
	connections int
	request     string
}{
	{"reads nothing", 342, strings.Repeat("GET /docs/assets/swagger-ui-bundle.js HTTP/1.1\r\nHost: x\r\n\r\n", 3)},
	{"sends bodies slowly", 400, "POST /api/v1/auth/login HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 200\r\n\r\n{"},
}

// BenchmarkSlowCallers measures how long a doctor's requests take while one address attacks, with the server's limits as they
// are by default. It fails when somebody is refused, or waits for too long compared with a calm time in the same run.
func BenchmarkSlowCallers(b *testing.B) {
	app := apitest.New(b)
	apitest.NewWorld(b, app.Env.DB)
	token := app.Token(b, apitest.Doctor)
	var config net.ListenConfig
	listener, err := config.Listen(b.Context(), "tcp", "127.0.0.1:0")
	require.NoError(b, err)
	ctx, stop := context.WithCancel(b.Context())
	served := make(chan error, 1)
	go func() {
		served <- httpserver.Serve(ctx, []httpserver.Server{{Listener: listener, Handler: app.Handler, MaxConns: 4096}}, 0)
	}()
	defer func() {
		stop()
		if err := <-served; err != nil {
			b.Log(err) // callers that are stuck don't end in time
		}
	}()
	address := listener.Addr().String()
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	_, _ = fmt.Fprintln(table, "\none address\tothers' p50\tp99\tratio of p99\t")
	for range b.N {
		ask(b, address, token) // warms up
		for _, a := range attacks {
			calm := ask(b, address, token)
			end := attack(b, address, a.connections, a.request)
			busy := ask(b, address, token)
			end()
			ratio := float64(percentile(busy, 99)) / float64(percentile(calm, 99))
			_, _ = fmt.Fprintf(table, "is calm\t%s\t%s\t\t\n", percentile(calm, 50), percentile(calm, 99))
			_, _ = fmt.Fprintf(table, "%s\t%s\t%s\t%.2f\t\n", a.name, percentile(busy, 50), percentile(busy, 99), ratio)
			if ratio > mostSlowdown {
				b.Errorf("while one address %s, others wait %.1f times as long", a.name, ratio)
			}
		}
	}
	_ = table.Flush()
}

// ask sends requests from another address, a few at a time, and returns how long each took.
func ask(b *testing.B, address, token string) []time.Duration {
	b.Helper()
	const callers, requests = 4, 250
	client := &http.Client{Transport: &http.Transport{
		DialContext:         (&net.Dialer{LocalAddr: &net.TCPAddr{IP: net.IPv4(127, 0, 0, 2)}}).DialContext,
		MaxIdleConnsPerHost: callers,
	}}
	defer client.CloseIdleConnections()
	all := make([][]time.Duration, callers)
	var asking sync.WaitGroup
	for i := range callers {
		asking.Go(func() {
			for range requests {
				began := time.Now()
				request, err := http.NewRequestWithContext(b.Context(), http.MethodGet, "http://"+address+"/api/v1/patients?limit=10", nil)
				if err != nil {
					b.Error(err)
					return
				}
				request.Header.Set("Authorization", "Bearer "+token)
				answer, err := client.Do(request)
				if err != nil {
					b.Error(err)
					return
				}
				_, err = io.Copy(io.Discard, answer.Body)
				if err != nil || answer.StatusCode != http.StatusOK {
					b.Error("status", answer.StatusCode, err)
				}
				_ = answer.Body.Close()
				all[i] = append(all[i], time.Since(began))
			}
		})
	}
	asking.Wait()
	times := slices.Concat(all...)
	require.NotEmpty(b, times)
	slices.Sort(times)
	return times
}

func percentile(sorted []time.Duration, percent int) time.Duration {
	return sorted[min(len(sorted)-1, len(sorted)*percent/100)].Round(10 * time.Microsecond)
}

// attack opens connections and holds them until the returned function is called.
func attack(b *testing.B, address string, connections int, request string) (end func()) {
	b.Helper()
	ctx, cancel := context.WithCancel(b.Context())
	var attacking, begun sync.WaitGroup
	begun.Add(connections)
	for range connections {
		attacking.Go(func() { hold(ctx, address, request, begun.Done) })
	}
	begun.Wait()
	return func() {
		cancel()
		attacking.Wait()
	}
}

// hold sends a request and then does nothing until ctx ends.
func hold(ctx context.Context, address, request string, begun func()) {
	defer func() { <-ctx.Done() }()
	defer begun()
	c, err := new(net.Dialer).DialContext(ctx, "tcp", address)
	if err != nil {
		return
	}
	context.AfterFunc(ctx, func() { _ = c.Close() })
	_, _ = io.WriteString(c, request)
}
