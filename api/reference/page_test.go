package reference_test

import (
	"encoding/json"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
)

// In a browser, the page runs operations, shows what is refused and why, and signs itself in: the token outlives the page.
func TestThePageInABrowser(t *testing.T) {
	t.Parallel()
	app := apitest.New(t)
	apitest.NewWorld(t, app.Env.DB)
	visitor, err := os.ReadFile("testdata/visitor.js")
	require.NoError(t, err)
	told := make(chan map[string]string, 1)
	mux := http.NewServeMux()
	mux.Handle("/", app.Handler)
	mux.HandleFunc("/docs/page.js", func(w http.ResponseWriter, r *http.Request) {
		r.Header.Del("Accept-Encoding") // as text, to append to
		script := httptest.NewRecorder()
		app.Handler.ServeHTTP(script, r)
		w.Header().Set("Content-Type", script.Header().Get("Content-Type"))
		_, _ = w.Write([]byte(script.Body.String() + "\nconst password = \"" + apitest.Password + "\";\n" + string(visitor)))
	})
	mux.HandleFunc("POST /told", func(_ http.ResponseWriter, r *http.Request) {
		var seen map[string]string
		assert.NoError(t, json.NewDecoder(r.Body).Decode(&seen))
		told <- seen
	})
	server := httptest.NewServer(mux)
	t.Cleanup(server.Close)
	log := browse(t, server.URL+"/docs")
	select {
	case seen := <-told:
		assert.Empty(t, seen["failed"])
		assert.Regexp(t, `^401 (?s:.*)"/problems/unauthenticated"`, seen["before"])
		assert.Regexp(t, `^401 (?s:.*)"detail": "`, seen["wrong"])
		assert.Regexp(t, `^200 (?s:.*)"access_token": "`, seen["signIn"])
		assert.Regexp(t, `^200 (?s:.*)"user_type": "doctor"`, seen["after"], "the page sends the token, after it was loaded anew")
		assert.Contains(t, seen["refusals"], "application/problem+json")
	case <-time.After(5 * time.Minute):
		text, _ := os.ReadFile(log) //nolint:gosec // of this test
		require.Fail(t, "the visitor doesn't come to an end", strings.Join(console.FindAllString(string(text), -1), "\n"))
	}
}

// console finds what the page says of itself among the many things that the browser says.
var console = regexp.MustCompile(`(?m)^.*CONSOLE.*$`)

// browse opens a page in a browser of its own until the test ends, and returns the file that has what the browser writes.
func browse(t *testing.T, url string) (log string) {
	t.Helper()
	path := ""
	for _, name := range []string{"chromium", "chromium-browser", "google-chrome"} {
		if found, err := exec.LookPath(name); err == nil {
			path = found
			break
		}
	}
	require.NotEmpty(t, path, "the tests of the reference page need Chromium: scripts/install test")
	dir := t.TempDir()
	log = filepath.Join(dir, "log")
	out, err := os.Create(log) //nolint:gosec // of this test
	require.NoError(t, err)
	//nolint:gosec // its arguments are ours
	browser := exec.CommandContext(t.Context(), path, strings.Fields("--headless --no-sandbox --disable-gpu --disable-dev-shm-usage "+
		"--disable-background-networking --no-first-run --enable-logging=stderr --remote-debugging-port=0 --user-data-dir="+filepath.Join(dir, "profile")+" "+url)...)
	browser.Stdout, browser.Stderr = out, out
	browser.WaitDelay = 10 * time.Second
	require.NoError(t, browser.Start())
	t.Cleanup(func() {
		_ = browser.Process.Kill()
		_ = browser.Wait()
		_ = out.Close()
	})
	return log
}
