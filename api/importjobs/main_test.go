package importjobs_test

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"net/http"
	"net/http/httptest"
	"os"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

const (
	path   = "/api/v1/imports"
	ndjson = "application/fhir+ndjson"
	table  = "text/csv"
)

// job is an import as the API tells it.
type job struct {
	ID            string
	Status        string
	Step          string
	BytesRead     int     `json:"bytes_read"`
	BytesTotal    int     `json:"bytes_total"`
	InstitutionID *string `json:"institution_id"`
	ProblemCount  int     `json:"problem_count"`
	Failure       *string
	Report        *struct {
		Resources []struct {
			Resource  string
			Read      int `json:"read_count"`
			Inserted  int `json:"inserted_count"`
			Updated   int `json:"updated_count"`
			Unchanged int `json:"unchanged_count"`
			Skipped   int `json:"skipped_count"`
		}
		Files   []string
		Ignored []struct{ Name string } `json:"ignored_files"`
	}
}

// lines says what became of them: a line a resource.
func (j job) lines() string {
	var all []string
	if j.Report != nil {
		for _, r := range j.Report.Resources {
			all = append(all, fmt.Sprintf("%s %d=%d+%d+%d+%d", r.Resource, r.Read, r.Inserted, r.Updated, r.Unchanged, r.Skipped))
		}
	}
	return strings.Join(all, "\n")
}

type problem struct {
	Line                                  int
	File, Resource, Field, Code, Severity string
	ResourceID                            string `json:"resource_id"`
}

func (p problem) String() string { return fmt.Sprintf("%d %s %s", p.Line, p.Field, p.Code) }

// handIn sends a file.
func handIn(t *testing.T, app *apitest.App, as, query, media, file string, header ...map[string]string) *httptest.ResponseRecorder {
	t.Helper()
	s := apitest.Scenario{As: as, Method: http.MethodPost, Path: path + query, Body: file, Header: map[string]string{"Content-Type": media}}
	for _, more := range header {
		maps.Copy(s.Header, more)
	}
	return app.Do(app.Request(t, s))
}

// accepted is the job that a file has become.
func accepted(t *testing.T, answer *httptest.ResponseRecorder) job {
	t.Helper()
	require.Equal(t, http.StatusAccepted, answer.Code, answer.Body.String())
	j := apitest.Decode[job](t, answer)
	assert.Equal(t, path+"/"+j.ID, answer.Header().Get("Location"))
	assert.NotEmpty(t, answer.Header().Get("Retry-After"))
	return j
}

// ended waits for the end of a job.
func ended(t *testing.T, app *apitest.App, as, id string) (j job) {
	t.Helper()
	wait.Until(t, func() bool {
		answer := app.Do(app.Request(t, apitest.Scenario{As: as, Path: path + "/" + id}))
		require.Equal(t, http.StatusOK, answer.Code, answer.Body.String())
		j = apitest.Decode[job](t, answer)
		open := j.Status == "accepted" || j.Status == "in-progress"
		assert.Equal(t, open, answer.Header().Get("Retry-After") != "")
		return !open
	})
	return j
}

// load hands a file in and waits.
func load(t *testing.T, app *apitest.App, as, query, media, file string) job {
	t.Helper()
	j := ended(t, app, as, accepted(t, handIn(t, app, as, query, media, file)).ID)
	require.Equal(t, "completed", j.Status, app.Log.String())
	return j
}

func problems(t *testing.T, app *apitest.App, as, id string) []problem {
	t.Helper()
	return apitest.Get[struct{ Items []problem }](t, app, as, path+"/"+id+"/problems?limit=200").Items
}

func texts(problems []problem) []string {
	var all []string
	for _, p := range problems {
		all = append(all, p.String())
	}
	return all
}

// export is the project's own, mixed in one file, those that refer before those that are referred to.
func export(t *testing.T) string {
	t.Helper()
	var file strings.Builder
	for _, resource := range []string{"AllergyIntolerance", "Condition", "MedicationRequest", "Observation", "Patient", "Practitioner", "Organization"} {
		text, err := fs.ReadFile(os.DirFS("../../service/dataset/testdata/export"), resource+".ndjson")
		require.NoError(t, err)
		file.Write(text)
	}
	return file.String()
}

func zip(t *testing.T, text string) string {
	t.Helper()
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	_, err := io.WriteString(w, text)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return zipped.String()
}

func start(t *testing.T, changes ...apitest.Change) (*apitest.App, apitest.World) {
	t.Helper()
	app := apitest.New(t, changes...)
	return app, apitest.NewWorld(t, app.Env.DB)
}

func count(t *testing.T, app *apitest.App, query string, args ...any) int {
	t.Helper()
	return fixture.Value[int](t, app.Env.DB, "SELECT count(*) FROM "+query, args...)
}

// nothingStays checks that no file is left.
func nothingStays(t *testing.T, app *apitest.App) {
	t.Helper()
	assert.Zero(t, count(t, app, "import_chunks"), "a file is left")
}

const wholeExport = `Organization 3=3+0+0+0
Practitioner 4=4+0+0+0
Patient 12=12+0+0+0
Observation 28=17+0+0+11
Condition 10=9+0+0+1
MedicationRequest 12=11+0+0+1
AllergyIntolerance 3=3+0+0+0`
