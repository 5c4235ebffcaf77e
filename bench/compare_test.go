// Package bench compares alternatives in one run on one machine, so that what it prints are ratios
// that hold elsewhere: go test -run '^$' -bench . ./bench/
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

// alternative is one way of doing the same; run does it n times and tells how long that took.
type alternative struct {
	name string
	run  func(n int) (time.Duration, error)
}

// compare prints the time of one operation of each alternative in its fastest round, the one least
// disturbed by what else the machine did, and its ratio to the first. The alternatives take turns.
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
	_, _ = fmt.Fprintf(table, "\n%s\ttime\tratio\t\n", title)
	first := slices.Min(times[0])
	for i, a := range alternatives {
		each := slices.Min(times[i])
		_, _ = fmt.Fprintf(table, "%s\t%s\t%.2f\t\n", a.name, each.Round(10*time.Nanosecond), float64(each)/float64(first))
	}
}

// repeat makes an alternative of one operation.
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
