// Package bench compares alternatives in one run on one machine. It prints ratios, which hold on other
// machines too: go test -run '^$' -bench . ./bench/
package bench

import (
	"fmt"
	"os"
	"slices"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/stretchr/testify/require"
)

const rounds = 9

// alternative is one way to do the work; run does it n times and returns how long that took.
type alternative struct {
	name string
	run  func(n int) (time.Duration, error)
}

// compare prints, for each alternative, the time of one operation in its fastest round, its ratio to the first
// alternative, and its speed: how often it is done while the first is done once. The fastest round is the one that the
// machine's other work disturbed least. The alternatives take turns.
func compare(b *testing.B, title string, n int, alternatives ...alternative) {
	b.Helper()
	times := make([][]time.Duration, len(alternatives))
	for range b.N {
		for range rounds {
			for i, a := range alternatives {
				took, err := a.run(n)
				require.NoError(b, err, a.name)
				times[i] = append(times[i], took/time.Duration(n))
			}
		}
	}
	table := tabwriter.NewWriter(os.Stdout, 0, 0, 2, ' ', tabwriter.AlignRight)
	defer func() { _ = table.Flush() }()
	_, _ = fmt.Fprintf(table, "\n%s\ttime\tratio\tspeed\t\n", title)
	first := slices.Min(times[0])
	for i, a := range alternatives {
		each := slices.Min(times[i])
		_, _ = fmt.Fprintf(table, "%s\t%s\t%.2f\t%.2f\t\n",
			a.name, each.Round(10*time.Nanosecond), float64(each)/float64(first), float64(first)/float64(each))
	}
}

// repeat returns an alternative that repeats one operation.
func repeat(name string, operation func() error) alternative {
	return alternative{name, func(n int) (time.Duration, error) {
		start := time.Now()
		for range n {
			if err := operation(); err != nil {
				return 0, err
			}
		}
		return time.Since(start), nil
	}}
}
