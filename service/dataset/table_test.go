package dataset_test

import (
	"context"
	"database/sql"
	"io"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/service/dataset"
)

const heading = "identifier_system,identifier_value,first_name,last_name,date_of_birth\n"

func TestImport_of_a_table_whose_row_does_not_end_fails_without_reading_on(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	endless := &counted{reader: io.MultiReader(strings.NewReader(heading+`urn:x,1,"Ana`), io.LimitReader(letters{}, 64<<20))}
	_, err := dataset.Import(t.Context(), db, dataset.File{Format: dataset.CSV, Content: endless}, dataset.ImportOptions{})
	var wrong *dataset.FileError
	require.ErrorAs(t, err, &wrong)
	assert.Contains(t, wrong.Detail, "a quotation mark is missing")
	assert.Less(t, endless.read, 2<<20)
	assert.Zero(t, one[int](t, db, "SELECT count(*) FROM patients"))
}

func TestCheckHeading(t *testing.T) {
	t.Parallel()
	for _, tt := range []struct{ name, file, want string }{
		{"good", heading, ""},
		{"another order, capitals and a mark", "\ufeffLast_Name, first_name,date_of_birth,identifier_value\r\n", ""},
		{"empty", "", "the file is empty"},
		{"semicolons", strings.ReplaceAll(heading, ",", ";"), "not by semicolons"},
		{"tabs", strings.ReplaceAll(heading, ",", "\t"), "not by semicolons"},
		{"all that is wrong", "identifier_value,what,last_name,last_name\n",
			"column 2 has an unknown name; last_name appears twice; first_name is missing; date_of_birth is missing"},
		{"FHIR", `{"resourceType":"Patient"}`, "not valid CSV"},
	} {
		err := dataset.CheckHeading(strings.NewReader(tt.file))
		if tt.want == "" {
			assert.NoError(t, err, tt.name)
		} else {
			assert.ErrorContains(t, err, tt.want, tt.name)
		}
	}
}

func TestImport_dry_run_keeps_what_finishes_it(t *testing.T) {
	t.Parallel()
	db := openDatabase(t)
	do(t, db, "CREATE TABLE note (text text)")
	before := contents(t, db)
	var file strings.Builder
	for _, content := range export(t) {
		file.Write(content.Data)
	}
	report, err := dataset.Import(t.Context(), db, dataset.File{Format: dataset.NDJSON, Content: strings.NewReader(file.String())}, dataset.ImportOptions{
		DryRun: true,
		Finish: func(ctx context.Context, tx *sql.Tx, _ dataset.ImportReport) error {
			_, err := tx.ExecContext(ctx, "INSERT INTO note VALUES ('done')")
			return err
		},
	})
	require.NoError(t, err)
	assert.Contains(t, summary(t, report), "Patient 12=12+0+0+0")
	assert.Equal(t, before, contents(t, db))
	assert.Equal(t, 1, one[int](t, db, "SELECT count(*) FROM note"))
}

type letters struct{}

func (letters) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = 'x'
	}
	return len(p), nil
}

// counted counts what is read.
type counted struct {
	reader io.Reader
	read   int
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.reader.Read(p)
	c.read += n
	return n, err
}
