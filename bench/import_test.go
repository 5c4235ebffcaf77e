package bench

import (
	"fmt"
	"os"
	"strings"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/api/apitest"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service/dataset"
)

// importedPatients is how many patients the file of BenchmarkDryRun has.
const importedPatients = 50_000

// BenchmarkDryRun measures what a hospital's file of new patients writes to the log of a PostgreSQL of its own, and how long it
// takes: as a dry run, as an import, and as a dry run once all of them are known.
func BenchmarkDryRun(b *testing.B) {
	servers := testenv.NewServers(b)
	db, err := database.Open(b.Context(), database.Options{URL: servers.PostgresURL})
	require.NoError(b, err)
	defer func() { require.NoError(b, db.Close()) }()
	w := apitest.NewWorld(b, db)
	licence := fixture.Value[string](b, db, "SELECT licence_number FROM doctors WHERE id = $1", w.Doctor)
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	_, _ = fmt.Fprintf(table, "\n%d patients\ttime\tWAL in MB\t\n", importedPatients)
	for n := range b.N {
		var file strings.Builder
		file.WriteString("identifier_system,identifier_value,first_name,last_name,date_of_birth,sex,email,doctor_licence\n")
		for i := range importedPatients {
			fmt.Fprintf(&file, "urn:mrn,%d-%d,Ana,García,1984-05-12,female,ana%d.%d@example.org,%s\n", n, i, n, i, licence)
		}
		for _, run := range []struct {
			name string
			dry  bool
		}{{"dry run", true}, {"import", false}, {"dry run, all known", true}} {
			before, began := fixture.Value[string](b, db, "SELECT pg_current_wal_insert_lsn()"), time.Now()
			_, err := dataset.Import(b.Context(), db, dataset.File{
				Format: dataset.CSV, Size: int64(file.Len()), Content: strings.NewReader(file.String()),
			}, dataset.ImportOptions{DryRun: run.dry, Institution: w.Hospital})
			require.NoError(b, err)
			wal := fixture.Value[float64](b, db, "SELECT (pg_current_wal_insert_lsn() - $1::pg_lsn) / 1e6", before)
			_, _ = fmt.Fprintf(table, "%s\t%s\t%.1f\t\n", run.name, time.Since(began).Round(10*time.Millisecond), wal)
		}
	}
	_ = table.Flush()
}
