package cmd

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"io"
	"maps"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/lib/pq"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
	"github.com/predicthealth/predicthealth/service/auth"
)

// program is `predicthealth serve` as a process of its own.
type program struct {
	binary, address string
	environ         []string
	process         *exec.Cmd
	log             bytes.Buffer
}

// newProgram builds the program and sets it up on a database of the test's own.
func newProgram(t *testing.T, env *testenv.Env) *program {
	t.Helper()
	dir := t.TempDir()
	p := &program{binary: filepath.Join(dir, "predicthealth")}
	output, err := exec.CommandContext(t.Context(), "go", "build", "-o", p.binary, "..").CombinedOutput() //nolint:gosec // of this repository
	require.NoError(t, err, "%s", output)
	_, err = auth.EnsureKeys(filepath.Join(dir, "keys"))
	require.NoError(t, err)
	free, err := (&net.ListenConfig{}).Listen(t.Context(), "tcp", "127.0.0.1:0")
	require.NoError(t, err)
	p.address = free.Addr().String()
	require.NoError(t, free.Close())
	secret := make([]byte, 32)
	_, _ = rand.Read(secret) // never fails
	p.environ = append(os.Environ(), "DATABASE_URL="+env.URL, "REDIS_URL="+env.RedisURL, "HTTP_ADDR="+p.address,
		"JWT_KEYS_DIR="+filepath.Join(dir, "keys"), "ENCRYPTION_KEY="+base64.StdEncoding.EncodeToString(secret),
		"AUDIT_SPOOL_DIR="+filepath.Join(dir, "spool"), "LOG_LEVEL=warn")
	t.Cleanup(p.kill)
	return p
}

func (p *program) start(t *testing.T) {
	t.Helper()
	p.process = exec.Command(p.binary, "serve") //nolint:gosec // the test's own
	p.process.Dir, p.process.Env = t.TempDir(), p.environ
	p.process.Stdout, p.process.Stderr = &p.log, &p.log
	require.NoError(t, p.process.Start())
	wait.Until(t, func() bool {
		return p.get(t.Context(), "/readyz", "", "") == http.StatusOK
	}, "it does not serve")
}

// kill is kill -9.
func (p *program) kill() {
	if p.process != nil {
		_ = p.process.Process.Kill()
		_ = p.process.Wait()
		p.process = nil
	}
}

// get reads with a token, as a request of this id, and returns the answer's status; 0 when there is no whole answer.
func (p *program) get(ctx context.Context, path, token, id string) int {
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, "http://"+p.address+path, nil)
	if err != nil {
		return 0
	}
	request.Header.Set("Authorization", "Bearer "+token)
	request.Header.Set("X-Request-Id", id)
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		return 0
	}
	defer func() { _ = answer.Body.Close() }()
	if _, err := io.Copy(io.Discard, answer.Body); err != nil {
		return 0
	}
	return answer.StatusCode
}

// signIn returns an access token.
func (p *program) signIn(t *testing.T, email string) string {
	t.Helper()
	credentials := fmt.Sprintf(`{"email": %q, "password": %q}`, email, apitest.Password)
	request, err := http.NewRequestWithContext(t.Context(), http.MethodPost, "http://"+p.address+"/api/v1/auth/login", strings.NewReader(credentials))
	require.NoError(t, err)
	request.Header.Set("Content-Type", "application/json")
	answer, err := http.DefaultClient.Do(request)
	require.NoError(t, err)
	defer func() { _ = answer.Body.Close() }()
	var grant struct {
		AccessToken string `json:"access_token"`
	}
	require.NoError(t, json.NewDecoder(answer.Body).Decode(&grant))
	require.NotEmpty(t, grant.AccessToken)
	return grant.AccessToken
}

// However often the program is killed while people read, each read that was answered is in the trail, once.
func TestReadsSurviveTheirProgram(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	w := apitest.NewWorld(t, env.DB)
	p := newProgram(t, env)
	p.start(t)
	token := p.signIn(t, apitest.Doctor)

	var mu sync.Mutex
	answered := map[string]bool{}
	const kills, readers = 4, 4
	for round := range kills {
		ctx, stop := context.WithCancel(t.Context())
		var reading sync.WaitGroup
		for reader := range readers {
			reading.Go(func() {
				for n := 0; ctx.Err() == nil; n++ {
					id := fmt.Sprintf("read-%d-%d-%d", round, reader, n)
					if p.get(ctx, "/api/v1/patients/"+w.Patient.String(), token, id) == http.StatusOK {
						mu.Lock()
						answered[id] = true
						mu.Unlock()
					}
				}
			})
		}
		wait.Until(t, func() bool {
			mu.Lock()
			defer mu.Unlock()
			return len(answered) > 15*(round+1)
		}, "%s", &p.log)
		time.Sleep(time.Duration(150*round) * time.Millisecond) // at another moment of shipping each time
		p.kill()
		stop()
		reading.Wait()
		p.start(t)
	}
	require.Greater(t, len(answered), 50)
	t.Logf("%d reads were answered", len(answered))
	counts := map[string]int{}
	// Reads that were not answered may be in the trail too: they must not stand for those that were.
	ids := pq.Array(slices.Collect(maps.Keys(answered)))
	wait.Until(t, func() bool {
		return fixture.Value[int](t, env.DB, "SELECT count(DISTINCT request_id)::int FROM audit_events WHERE action = 'patient.read' AND request_id = ANY ($1)", ids) == len(answered)
	}, "%s", &p.log)
	rows, err := env.DB.QueryContext(t.Context(), "SELECT request_id, count(*) FROM audit_events WHERE action = 'patient.read' GROUP BY 1")
	require.NoError(t, err)
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	for rows.Next() {
		var id string
		var count int
		require.NoError(t, rows.Scan(&id, &count))
		counts[id] = count
		assert.Equal(t, 1, count, id)
	}
	require.NoError(t, rows.Err())
	for id := range answered {
		assert.Contains(t, counts, id, "answered, and not in the trail")
	}
}
