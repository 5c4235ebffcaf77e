package importjobs_test

import (
	"archive/tar"
	archive "archive/zip"
	"bytes"
	"crypto/rand"
	"fmt"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
)

// entries are the lines of a file as a Bundle.
func entries(text string) string {
	lines := strings.Split(strings.TrimSpace(text), "\n")
	return `{"resourceType":"Bundle","type":"collection","entry":[` + "\n" + `{"resource":` +
		strings.Join(lines, "},\n"+`{"resource":`) + "}\n]}"
}

func TestBundlesAndArchivesAreReadAsLinesAre(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	identify(t, app, "doctor", w.Doctor, "urn:ietf:rfc:3986", "urn:uuid:"+w.Doctor.String())
	good := line(uuid.NewString(), "Kept", practitioner(w.Doctor))
	file := good + line("", "Nameless", practitioner(w.Doctor))
	noise := make([]byte, 3<<20) // more than one piece of a stored file
	_, err := rand.Read(noise)
	require.NoError(t, err)
	members := fstest.MapFS{"export/people.ndjson": {Data: []byte(file)}, "export/scan.png": {Data: noise}, "more.json": {Data: []byte(entries(good))}}
	var zipped, tarred bytes.Buffer
	z, r := archive.NewWriter(&zipped), tar.NewWriter(&tarred)
	require.NoError(t, z.AddFS(members))
	require.NoError(t, z.Close())
	require.NoError(t, r.AddFS(members))
	require.NoError(t, r.Close())

	for _, tt := range []struct {
		media, content, lines string
		at                    string // the file and line of the problem
		archive               bool
	}{
		{ndjson, strings.ReplaceAll(entries(file), "\n", ""), "Patient 2=1+0+0+1", " 1", false},
		{"application/fhir+json", entries(file), "Patient 2=0+0+1+1", " 3", false},
		{"application/json", zip(t, entries(file)), "Patient 2=0+0+1+1", " 3", false},
		{"application/zip", zipped.String(), "Patient 3=0+0+1+2", "export/people.ndjson 2", true},
		{"application/x-tar", tarred.String(), "Patient 3=0+0+1+2", "export/people.ndjson 2", true},
		{"application/gzip", zip(t, tarred.String()), "Patient 3=0+0+1+2", "export/people.ndjson 2", true},
	} {
		done := load(t, app, apitest.Hospital, "", tt.media, tt.content)
		assert.Equal(t, tt.lines, done.lines(), tt.media)
		var found []string
		for _, p := range problems(t, app, apitest.Hospital, done.ID) {
			if p.Code == "no_id" {
				found = append(found, fmt.Sprint(p.File, " ", p.Line))
			}
		}
		assert.Equal(t, []string{tt.at}, found, tt.media)
		if tt.archive {
			assert.Equal(t, []string{"export/people.ndjson", "more.json"}, done.Report.Files)
			require.Len(t, done.Report.Ignored, 1)
			assert.Equal(t, "export/scan.png", done.Report.Ignored[0].Name)
		} else {
			assert.Empty(t, done.Report.Files)
			assert.Empty(t, done.Report.Ignored)
		}
		assert.Equal(t, 3, count(t, app, "patients"), tt.media)
	}
}

func TestAFileIsWhatItIsCalled(t *testing.T) {
	t.Parallel()
	app, _ := start(t)
	for media, failure := range map[string]string{
		"application/zip":       "The file is neither a zip nor a tar archive.",
		"application/fhir+json": "The file is truncated: fetch it again.",
	} {
		done := ended(t, app, apitest.Hospital, accepted(t, handIn(t, app, apitest.Hospital, "", media, `{"resourceType":"Bundle","entry":[`)).ID)
		require.Equal(t, "failed", done.Status, media)
		assert.Equal(t, failure, *done.Failure, media)
	}
}

// One quotation mark that is never closed must not take the rest of the file along.
func TestAnOpenQuotationMarkSpoilsOneRow(t *testing.T) {
	t.Parallel()
	app, w := start(t)
	var file strings.Builder
	file.WriteString("identifier_system,identifier_value,first_name,last_name,date_of_birth,sex,doctor_id\n")
	for i := range 1000 {
		name := "Row"
		if i == 0 {
			name = `"Open`
		}
		fmt.Fprintf(&file, "urn:hunt,q%d,Ana,%s,1984-05-12,female,%s\n", i, name, w.Doctor)
	}
	done := load(t, app, apitest.Hospital, "", "text/csv", file.String())
	assert.Equal(t, "Patient 1000=999+0+0+1", done.lines())
	assert.Equal(t, []string{"2  invalid_csv"}, texts(problems(t, app, apitest.Hospital, done.ID)))
}
