package dataset_test

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/service/dataset"
)

// bundle returns the files of an export as a transaction, whose resources have no id but an address.
func bundle(t *testing.T, files fstest.MapFS, indent string) []byte {
	t.Helper()
	type object = map[string]any
	var entries []any
	for _, name := range slices.Sorted(maps.Keys(files)) {
		for line := range strings.Lines(string(files[name].Data)) {
			var resource object
			require.NoError(t, json.Unmarshal([]byte(line), &resource))
			address := fmt.Sprint("urn:uuid:", resource["id"])
			delete(resource, "id")
			entries = append(entries, object{"fullUrl": address, "resource": resource,
				"request": object{"method": "POST", "url": resource["resourceType"]}})
		}
	}
	text, err := json.MarshalIndent(object{"resourceType": "Bundle", "type": "transaction", "entry": entries}, "", indent)
	require.NoError(t, err)
	if indent == "" {
		text = bytes.ReplaceAll(text, []byte("\n"), nil)
	}
	return text
}

func gzipped(t *testing.T, content []byte) []byte {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	_, err := w.Write(content)
	require.NoError(t, err)
	require.NoError(t, w.Close())
	return out.Bytes()
}

func zipped(t *testing.T, files fstest.MapFS) []byte {
	t.Helper()
	var out bytes.Buffer
	pack(t, zip.NewWriter(&out), files)
	return out.Bytes()
}

func tarred(t *testing.T, files fstest.MapFS) []byte {
	t.Helper()
	var out bytes.Buffer
	pack(t, tar.NewWriter(&out), files)
	return out.Bytes()
}

func pack(t *testing.T, w interface {
	io.Closer
	AddFS(files fs.FS) error
}, files fstest.MapFS) {
	t.Helper()
	require.NoError(t, w.AddFS(files))
	require.NoError(t, w.Close())
}

// Whatever holds the resources, they are the same.
func TestImport_reads_resources_from_whatever_holds_them(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	files := export(t)
	load(t, db, files)
	before := contents(t, db)
	inFolder := fstest.MapFS{"data/notes.txt": {Data: []byte("hello")}, "data/inner.zip": {Data: zipped(t, files)}}
	for name, file := range files {
		inFolder["data/fhir/"+name+".gz"] = &fstest.MapFile{Data: gzipped(t, file.Data)}
	}
	one, many := bundle(t, files, ""), bundle(t, files, "  ")
	for name, content := range map[string][]byte{
		"bundle.ndjson": one, "bundle.json": one, "pretty.json": many, "pretty.ndjson": many, "pretty.json.gz": gzipped(t, many),
		"nested.json": fmt.Appendf(nil, `{"resourceType":"Bundle","entry":[{"resource":%s}]}`, one),
		"array.json":  fmt.Appendf(nil, "[%s]", one), "export.zip": zipped(t, inFolder), "export.tar": tarred(t, inFolder),
		"export.tar.gz": gzipped(t, tarred(t, inFolder)), "export.tgz": gzipped(t, tarred(t, inFolder)),
	} {
		report, problems := load(t, db, fstest.MapFS{name: {Data: content}})
		assert.Contains(t, summary(t, report), "Patient 12=0+0+12+0", name)
		assert.Len(t, problems, 1, name)
		assert.Equal(t, before, contents(t, db), name)
		if strings.HasPrefix(name, "export") {
			assert.Len(t, report.Ignored, 2, name)
			assert.Equal(t, name+"/data/notes.txt", report.Ignored[1].Name)
			assert.Contains(t, report.Files, name+"/data/fhir/Patient.ndjson.gz")
			assert.True(t, strings.HasPrefix(problems[0].File, name+"/data/fhir/"), problems[0].File)
		}
		format := dataset.NDJSON
		if strings.HasPrefix(name, "export") {
			format = dataset.Archive
		}
		_, err := dataset.Import(t.Context(), db, dataset.File{Format: format, Size: int64(len(content)), Content: bytes.NewReader(content)}, dataset.ImportOptions{})
		require.NoError(t, err, name)
		assert.Equal(t, before, contents(t, db), name)
	}
}

func TestImport_of_files_that_are_broken_as_a_whole(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	files := export(t)
	before := contents(t, db)
	pretty := bundle(t, files, " ")
	zip, tar := zipped(t, files), tarred(t, files)
	encrypted := slices.Clone(zip)
	for at := bytes.Index(zip, []byte("PK\x01\x02")); at >= 0 && at < len(zip); at++ {
		if bytes.HasPrefix(zip[at:], []byte("PK\x01\x02")) {
			encrypted[at+8] |= 1 // the flag in the directory
		}
	}
	for _, tt := range []struct {
		name    string
		content []byte
		want    string
	}{
		{"bundle.json", pretty[:len(pretty)/2], "bundle.json: the file is truncated"},
		{"bundle.json", bytes.Replace(pretty, []byte(`"transaction"`), []byte("transaction"), 1), "not JSON from byte"},
		{"bundle.json", []byte(`{"resourceType":"Bundle","entry":{}}`), "must be an array"},
		{"bundle.json", []byte(`{"resourceType":"Bundle","entry":[{"resource":"` + strings.Repeat("x", 17<<20)), "longer than 16 MiB"},
		{"export.zip", zip[:len(zip)/2], "export.zip: the zip archive is broken"},
		{"export.zip", encrypted, "it is encrypted"},
		{"export.zip", []byte(`{}`), "neither a zip nor a tar"},
		{"export.zip", zipped(t, fstest.MapFS{"a.txt": {Data: []byte("a")}}), "holds no FHIR file"},
		{"export.tar", tar[:len(tar)/2], "export.tar/Observation.ndjson: the file is truncated"},
		{"export.tgz", gzipped(t, tar)[:len(tar)/8], "the file is truncated"},
	} {
		_, err := dataset.ImportFHIR(t.Context(), db, fstest.MapFS{tt.name: {Data: tt.content}}, dataset.ImportOptions{})
		var wrong *dataset.FileError
		require.ErrorAs(t, err, &wrong, "%s: %s", tt.name, tt.want)
		require.ErrorContains(t, err, tt.want)
		assert.Equal(t, before, contents(t, db), tt.want)
	}
	_, err := dataset.ImportFHIR(t.Context(), db, fstest.MapFS{"export.zip": {Data: zip}}, dataset.ImportOptions{MaxText: 1 << 10})
	require.ErrorContains(t, err, "load it in parts", "the bound is for the archive, not for each file in it")
}

// What isn't read is named and counted.
func TestImport_names_what_it_does_not_read(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	files := export(t)
	files["condition.ndjson"] = files["Condition.ndjson"]
	delete(files, "Condition.ndjson")
	files["Allergies.jsonl"] = files["AllergyIntolerance.ndjson"]
	delete(files, "AllergyIntolerance.ndjson")
	files["Patient.ndjson.bak"] = files["Patient.ndjson"]
	files[".Patient.ndjson"] = files["Patient.ndjson"]
	files["old/Patient.ndjson"] = files["Patient.ndjson"]
	add(files, "more.json", `{"resourceType":"Bundle","link":[{"relation":"next","url":"https://example.org"}],"entry":[
{"resource":{"resourceType":"Encounter"}},{"resource":{"resourceType":"Encounter"}},{"resource":{"resourceType":"Claim"}},
{"request":{"method":"DELETE","url":"Patient/1"}},{}]}`)
	add(files, "more.json", `{"resourceType":"bundle"}`)
	report, problems := load(t, db, files)
	assert.Contains(t, summary(t, report), "\nBundle 3=0+0+0+3 deletion:1 more_pages:1 no_resource:1\nClaim 1=0+0+0+1 not_used:1\nEncounter 2=0+0+0+2 not_used:2\nother 1=0+0+0+1 unknown_resource:1")
	assert.Regexp(t, "Condition 10=9", summary(t, report))
	assert.Regexp(t, "AllergyIntolerance 3=3", summary(t, report))
	var ignored []string
	for _, file := range report.Ignored {
		ignored = append(ignored, file.Name)
		assert.NotEmpty(t, file.Reason)
	}
	assert.Equal(t, []string{".Patient.ndjson", "Patient.ndjson.bak", "old"}, ignored)
	for _, p := range problems {
		if p.Code == "deletion" {
			assert.Equal(t, 3, p.Line)
		}
	}
	_, err := fs.Stat(files, "more.json")
	require.NoError(t, err)
}

// One quotation mark that is never closed spoils one row.
func TestImport_of_a_table_with_open_quotation_marks(t *testing.T) {
	t.Parallel()
	const row = "urn:x,%d,Ana,García,1984-05-12\n"
	for _, tt := range []struct {
		name    string
		spoil   map[int]string // the last name in these rows
		refused []int
	}{
		{"the first row", map[int]string{0: `"Open`}, []int{0}},
		{"the last row", map[int]string{99: `"Open`}, []int{99}},
		{"two rows apart", map[int]string{3: `"Open`, 60: `"Open`}, []int{3, 60}},
		{"two rows near each other", map[int]string{3: `"Open`, 5: `"Open`}, []int{3, 5}},
		{"two rows that close each other", map[int]string{3: `"Open`, 5: `Closed"`}, []int{3, 5}},
		{"a mark inside", map[int]string{3: `Gar"cía`}, []int{3}},
		{"marks as they should be", map[int]string{3: `"García"`, 4: `"Gar""cía"`, 5: `"García, Ana"`}, nil},
	} {
		t.Run(tt.name, func(t *testing.T) {
			t.Parallel()
			db := openDatabase(t)
			var file strings.Builder
			file.WriteString(heading)
			for i := range 100 {
				text := fmt.Sprintf(row, i)
				if name := tt.spoil[i]; name != "" {
					text = strings.Replace(text, "García", name, 1)
				}
				file.WriteString(text)
			}
			var refused []int
			_, err := dataset.Import(t.Context(), db, dataset.File{Format: dataset.CSV, Content: strings.NewReader(file.String())},
				dataset.ImportOptions{Problem: func(p dataset.Problem) error {
					if p.Code == "invalid_csv" || p.Field == "last_name" || p.Field == "first_name" {
						refused = append(refused, p.Line-2)
					}
					return nil
				}})
			require.NoError(t, err)
			assert.Equal(t, tt.refused, refused)
		})
	}
}
