package dataset_test

import (
	"context"
	"errors"
	"io/fs"
	"os"
	"slices"
	"strings"
	"testing"
	"testing/fstest"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/service/dataset"
)

func TestImportFHIR_fails_whole(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	before := contents(t, db)
	stop := errors.New("stop")
	atStep := func(step string, do func()) func(dataset.Progress) {
		return func(p dataset.Progress) {
			if p.Step == step {
				do()
			}
		}
	}
	whole := export(t)
	cut := export(t)
	content := gzipped(t, cut["Condition.ndjson"].Data)
	cut["Condition.ndjson"] = &fstest.MapFile{Data: content[:len(content)/2]}
	for _, tt := range []struct {
		name  string
		files fs.FS
		while func(cancel func()) dataset.ImportOptions
		want  string
	}{
		{"cut file", cut, nil, "Condition.ndjson: the file is truncated"},
		{"nothing to read", fstest.MapFS{"a.txt": {}}, nil, "no FHIR file"},
		{"unknown country", whole, func(func()) dataset.ImportOptions { return dataset.ImportOptions{Country: "XX"} }, "unknown country"},
		{"canceled while reading", whole, func(cancel func()) dataset.ImportOptions {
			return dataset.ImportOptions{Progress: atStep("reading Condition.ndjson", cancel)}
		}, context.Canceled.Error()},
		{"canceled while writing", whole, func(cancel func()) dataset.ImportOptions {
			return dataset.ImportOptions{Progress: atStep("writing conditions", cancel)}
		}, ""},
		{"nobody takes the problems", whole, func(func()) dataset.ImportOptions {
			return dataset.ImportOptions{Problem: func(dataset.Problem) error { return stop }}
		}, "stop"},
	} {
		ctx, cancel := context.WithCancel(t.Context())
		var options dataset.ImportOptions
		if tt.while != nil {
			options = tt.while(cancel)
		}
		_, err := dataset.ImportFHIR(ctx, db, tt.files, options)
		cancel()
		require.ErrorContains(t, err, tt.want, tt.name)
		assert.Equal(t, before, contents(t, db), tt.name)
	}
	report, _ := load(t, db, whole)
	assert.Contains(t, summary(t, report), "Patient 12=12+0+0+0", "and can be done again")
}

func TestImportFHIR_leaves_out_bad_lines_and_loads_the_others(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	files := export(t)
	broken, err := fs.Sub(os.DirFS("testdata"), "broken")
	require.NoError(t, err)
	names, err := fs.Glob(broken, "*.ndjson")
	require.NoError(t, err)
	var want []string
	for _, name := range names {
		content, err := fs.ReadFile(broken, name)
		require.NoError(t, err)
		// Each line begins with the code that it is to be left out for.
		for line := range strings.Lines(string(content)) {
			code, resource, _ := strings.Cut(strings.TrimSuffix(line, "\n"), " ")
			add(files, name, resource)
			want = append(want, name+" "+code)
		}
	}
	report, problems := load(t, db, files)
	var got []string
	for _, p := range problems {
		if p.Severity == dataset.SeverityError {
			got = append(got, p.File+" "+p.Code)
			assert.NotEmpty(t, p.Message, p.Code)
			assert.NotZero(t, p.Line)
		}
	}
	assert.ElementsMatch(t, want, got)
	assert.Equal(t, len(want), report.Errors())
	for _, r := range report.Resources {
		assert.Positive(t, r.Inserted, r.Resource)
	}
	assert.Equal(t, 12, one[int](t, db, `SELECT count(*) FROM patients`))
	again, _ := load(t, db, files)
	for _, r := range again.Resources {
		assert.Zero(t, r.Inserted+r.Updated, r.Resource)
	}
}

func TestImportFHIR_refuses_changes_that_would_break_a_rule(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	load(t, db, export(t))
	do(t, db, `UPDATE health_profiles h SET smoking_years = 50 FROM patients p WHERE p.id = patient_id AND last_name = 'Amari'`)
	before := contents(t, db)
	for _, tt := range []struct{ name, file, from, to, code string }{
		{"born after a record", "Patient.ndjson", `"birthDate":"1944-03-21"`, `"birthDate":"2010-01-01"`, "birth_after_records"},
		{"smoked for longer than lived", "Patient.ndjson", `"birthDate":"1961-04-02"`, `"birthDate":"1961-04-02","deceasedDateTime":"2000-01-01"`, "smoked_longer_than_lived"},
		{"doctor moves away from patients", "Practitioner.ndjson", `"Carla"],"prefix":["Dr."]}],"address":[{"line":["20 Mill Road"],"city":"WORCESTER","state":"MA","postalCode":"01608"`,
			`"Carla"],"prefix":["Dr."]}],"address":[{"line":["1 Harbor Street"],"city":"SALEM","state":"MA","postalCode":"01970"`, "doctor_has_patients"},
		{"licence of another", "Practitioner.ndjson", `"value":"1000000040"`, `"value":"1000000010"`, "licence_taken"},
	} {
		files := export(t)
		replace(t, files, tt.file, tt.from, tt.to)
		report, problems := load(t, db, files)
		assert.Equal(t, 1, report.Errors(), tt.name)
		problems = slices.DeleteFunc(problems, func(p dataset.Problem) bool { return p.Severity == dataset.SeverityWarning })
		require.Len(t, problems, 1, tt.name)
		assert.Equal(t, tt.code, problems[0].Code, tt.name)
		assert.Equal(t, before, contents(t, db), tt.name)
	}
}
