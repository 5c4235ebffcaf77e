package cmd

import (
	"bytes"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/spf13/cobra"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/cli"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service/dataset"
)

// exportDir is the project's own FHIR export.
const exportDir = "../service/dataset/testdata/export"

// bufferedCommand is a command whose output can be read.
func bufferedCommand(t *testing.T) (command *cobra.Command, out, progress *bytes.Buffer) {
	t.Helper()
	command, out, progress = &cobra.Command{}, &bytes.Buffer{}, &bytes.Buffer{}
	command.SetContext(t.Context())
	command.SetOut(out)
	command.SetErr(progress)
	return command, out, progress
}

func TestImportFHIR_tells_what_it_did(t *testing.T) {
	t.Parallel()
	db := testenv.Owner(t, testenv.New(t))
	errorFile := filepath.Join(t.TempDir(), "errors.ndjson")
	command, out, progress := bufferedCommand(t)
	require.NoError(t, importFHIR(command, db, exportDir, importFlags{errorFile: errorFile}))
	assert.Contains(t, out.String(), "Patient                     12        12         0          0         0\n")
	assert.Contains(t, out.String(), "10  not_the_latest\n")
	assert.Contains(t, out.String(), "health_profiles                        6         0          0\n")
	for line := range strings.Lines(strings.ReplaceAll(out.String(), errorFile, "")) {
		assert.LessOrEqual(t, utf8.RuneCountInString(line), 81, line)
	}
	assert.Contains(t, progress.String(), "reading Patient.ndjson\n")
	assert.Contains(t, progress.String(), "writing patients\n")

	content, err := os.ReadFile(errorFile) //nolint:gosec // the test's own file
	require.NoError(t, err)
	var warning dataset.Problem
	require.NoError(t, json.Unmarshal(content, &warning))
	assert.Equal(t, "identifier_taken warning", warning.Code+" "+warning.Severity)

	command, out, progress = bufferedCommand(t)
	flags := importFlags{errorFile: errorFile, asJSON: true}
	flags.DryRun = true
	require.NoError(t, importFHIR(command, db, exportDir, flags))
	var report dataset.ImportReport
	require.NoError(t, json.Unmarshal(out.Bytes(), &report))
	assert.True(t, report.DryRun)
	assert.Equal(t, 12, report.Resources[2].Unchanged)
	assert.Empty(t, progress.String())
}

func TestImportFHIR_ends_with_status_1_when_lines_are_left_out(t *testing.T) {
	t.Parallel()
	db := testenv.Owner(t, testenv.New(t))
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS(exportDir)))
	name := filepath.Join(dir, "Condition.ndjson")
	content, err := os.ReadFile(name) //nolint:gosec // the test's own file
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(name, append(content, "{broken\n"...), 0o600)) //nolint:gosec // the test's own file
	errorFile := filepath.Join(dir, "errors.ndjson")
	command, out, _ := bufferedCommand(t)
	err = importFHIR(command, db, dir, importFlags{errorFile: errorFile})
	require.EqualError(t, err, "1 of 73 lines were left out because of errors, see "+errorFile)
	var exit *cli.ExitError
	require.ErrorAs(t, err, &exit)
	assert.Equal(t, cli.StatusFindings, exit.Status)
	assert.Contains(t, out.String(), "1  invalid_json  error\n")
	content, err = os.ReadFile(errorFile) //nolint:gosec // the test's own file
	require.NoError(t, err)
	assert.Contains(t, string(content), `{"file":"Condition.ndjson","line":11,"resource":"Condition","id":"","field":"","code":"invalid_json"`)
}

func TestImportFHIR_leaves_no_empty_error_file(t *testing.T) {
	t.Parallel()
	db := testenv.Owner(t, testenv.New(t))
	dir := t.TempDir()
	command, _, _ := bufferedCommand(t)
	err := importFHIR(command, db, dir, importFlags{errorFile: filepath.Join(dir, "errors.ndjson")})
	require.ErrorIs(t, err, dataset.ErrNoFiles)
	entries, err := os.ReadDir(dir)
	require.NoError(t, err)
	assert.Empty(t, entries)
}

func TestImportFHIR_reads_one_file_and_not_what_it_writes(t *testing.T) {
	t.Parallel()
	db := testenv.Owner(t, testenv.New(t))
	dir := t.TempDir()
	require.NoError(t, os.CopyFS(dir, os.DirFS(exportDir)))
	errorFile := filepath.Join(dir, "import-errors.ndjson")
	for range 2 {
		command, out, _ := bufferedCommand(t)
		require.NoError(t, os.WriteFile(filepath.Join(dir, "Patient.bak"), nil, 0o600))
		require.NoError(t, importFHIR(command, db, dir, importFlags{errorFile: errorFile}))
		assert.Contains(t, out.String(), "files not read: 1\n  Patient.bak: its name doesn't end in")
		assert.NotContains(t, out.String(), "other")
		require.FileExists(t, errorFile, "there is a warning in it")
	}
	command, out, _ := bufferedCommand(t)
	require.NoError(t, importFHIR(command, db, filepath.Join(dir, "Patient.ndjson"), importFlags{errorFile: errorFile}))
	assert.Regexp(t, `Patient +12 `, out.String())
	assert.NotContains(t, out.String(), "Condition")
	assert.NotContains(t, out.String(), "not read")
}

func TestImportFHIR_names_the_folder_that_is_not_there(t *testing.T) {
	t.Parallel()
	command, _, _ := bufferedCommand(t)
	err := importFHIR(command, nil, "/no/such/folder", importFlags{errorFile: filepath.Join(t.TempDir(), "errors.ndjson")})
	require.ErrorContains(t, err, "/no/such/folder")
}

func TestGenerate_tells_what_it_made(t *testing.T) {
	t.Parallel()
	db := testenv.Owner(t, testenv.New(t))
	command, out, progress := bufferedCommand(t)
	options := dataset.GenerateOptions{Seed: 3, Patients: 10}
	require.NoError(t, parseDay("2025-01-31", &options.AsOf))
	require.NoError(t, generatePopulation(command, db, options, false))
	assert.Contains(t, out.String(), "patients                        10\n")
	assert.Contains(t, progress.String(), "writing patients\n")
	command, out, _ = bufferedCommand(t)
	require.NoError(t, generatePopulation(command, db, options, true))
	var report dataset.GenerateReport
	require.NoError(t, json.Unmarshal(out.Bytes(), &report))
	assert.Zero(t, report.Inserted["patients"])
	assert.ErrorContains(t, parseDay("31.1.2025", &options.AsOf), "2026-01-31")
}

func TestImportAndGenerate_teach_in_their_help(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct {
		command *cobra.Command
		args    []string
		want    string
	}{
		{newImportCommand(), []string{"fhir", "--help"}, "3 nothing was loaded"},
		{newGenerateCommand(), []string{"--help"}, "--patients 100000"},
	} {
		var out bytes.Buffer
		tt.command.SetOut(&out)
		tt.command.SetArgs(tt.args)
		require.NoError(t, tt.command.ExecuteContext(t.Context()))
		assert.Contains(t, out.String(), tt.want)
		for line := range strings.Lines(out.String()) {
			assert.LessOrEqual(t, utf8.RuneCountInString(line), 101, line)
		}
	}
}
