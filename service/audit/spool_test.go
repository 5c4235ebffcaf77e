package audit

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"testing"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/internal/testenv/wait"
	"github.com/predicthealth/predicthealth/service"
)

// spoolKeys are the keys of all instances.
var spoolKeys = func() *encryption.Keyring {
	keys, err := encryption.Parse(encryption.NewKey())
	if err != nil {
		panic(err)
	}
	return keys
}()

// spooled returns a trail with a spool in a directory.
func spooled(t require.TestingT, env *testenv.Env, dir string, maxBytes int64) *Trail {
	spool, err := OpenSpool(dir, maxBytes, spoolKeys)
	require.NoError(t, err)
	return New(service.NewStore(env.Ent), spool)
}

// named is an event that can be told from others.
func named(name string) Event {
	return Event{Action: "patient.read", EntityType: "test", EntityID: name}
}

// kill leaves a spool as the end of its process does: the kernel drops the locks.
func kill(t require.TestingT, s *Spool) {
	for _, g := range s.segments() {
		require.NoError(t, g.file.Close())
	}
}

// arrived counts the records in the inbox by their names.
func arrived(t testing.TB, env *testenv.Env) map[string]int {
	t.Helper()
	rows, err := env.DB.QueryContext(t.Context(), "SELECT coalesce(entity_id, ''), count(*)::int FROM audit_inbox WHERE action = 'patient.read' GROUP BY 1")
	require.NoError(t, err)
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	counts := map[string]int{}
	for rows.Next() {
		var name string
		var count int
		require.NoError(t, rows.Scan(&name, &count))
		counts[name] = count
	}
	require.NoError(t, rows.Err())
	return counts
}

func metric(t testing.TB, trail *Trail, name string) float64 {
	t.Helper()
	registry := prometheus.NewRegistry()
	registry.MustRegister(trail.Collectors()...)
	families, err := registry.Gather()
	require.NoError(t, err)
	for _, f := range families {
		if f.GetName() == name {
			return f.GetMetric()[0].GetGauge().GetValue() + f.GetMetric()[0].GetCounter().GetValue()
		}
	}
	require.Fail(t, "no such metric", name)
	return 0
}

func files(t testing.TB, dir string) []string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(dir, "*"))
	require.NoError(t, err)
	return names
}

// adoptAll says whether the instances have taken over all that dead ones left. A process that another test starts holds
// the locks of this one for the moment before it becomes another program.
func adoptAll(t testing.TB, instances []*Trail, dir string) bool {
	owned := 0
	for _, trail := range instances {
		trail.spool.adoptAfter = time.Time{}
		require.NoError(t, trail.Ship(t.Context()))
		owned += len(trail.spool.segments())
	}
	return owned == len(files(t, dir))
}

// However often an instance is killed, in the middle of a write or just after shipping, and started again beside
// another: what Note has acknowledged arrives once.
func TestWhatIsAcknowledgedArrivesOnce(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	base, run := t.TempDir(), 0
	rapid.Check(t, func(r *rapid.T) {
		run++
		dir := filepath.Join(base, strconv.Itoa(run))
		acknowledged := map[string]bool{}
		instances := []*Trail{spooled(r, env, dir, 1<<20), spooled(r, env, dir, 1<<20)}
		pick := func(r *rapid.T) int { return rapid.IntRange(0, 1).Draw(r, "instance") }
		r.Repeat(map[string]func(*rapid.T){
			"note": func(r *rapid.T) {
				trail := instances[pick(r)]
				trail.spool.segmentBytes = 600 // a few records
				var events []Event
				for range rapid.IntRange(1, 4).Draw(r, "events") {
					events = append(events, named(fmt.Sprintf("%d-%d", run, len(acknowledged)+len(events))))
				}
				require.NoError(r, trail.Note(t.Context(), events...))
				for _, e := range events {
					acknowledged[e.EntityID] = true
				}
			},
			"ship": func(r *rapid.T) {
				trail := instances[pick(r)]
				trail.spool.adoptAfter = trail.spool.adoptAfter.Add(-adoptionInterval)
				require.NoError(r, trail.Ship(t.Context()))
			},
			"ship in vain": func(r *rapid.T) {
				gone, cancel := context.WithCancel(t.Context())
				cancel()
				_ = instances[pick(r)].Ship(gone) // fails when there is something to ship
			},
			"kill": func(r *rapid.T) {
				i := pick(r)
				spool := instances[i].spool
				torn := spool.current.seal(spoolKeys, spool.current.size, []byte(`{"action": "never acknowledged"}`))
				_, err := spool.current.file.Write(torn[:rapid.IntRange(0, len(torn)-1).Draw(r, "torn")])
				require.NoError(r, err)
				kill(r, spool)
				instances[i] = spooled(r, env, dir, 1<<20)
			},
		})
		wait.Until(t, func() bool { return adoptAll(t, instances, dir) })
		for _, trail := range instances {
			require.NoError(r, trail.Close(t.Context()))
		}
		counts := arrived(t, env)
		for name := range acknowledged {
			require.Equal(r, 1, counts[name], name)
			delete(counts, name)
		}
		for name := range counts {
			require.NotContains(r, name, fmt.Sprintf("%d-", run), "nobody noted it")
		}
		require.Empty(r, files(t, dir), "all is shipped")
	})
}

// A power cut may cut a file anywhere: what is whole before the cut is kept.
func TestAFileCutAnywhere(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	rapid.Check(t, func(r *rapid.T) {
		s, err := createSegment(dir)
		require.NoError(r, err)
		var content []byte
		ends := []int{0}
		for _, record := range rapid.SliceOfN(rapid.SliceOfN(rapid.ByteRange(' ', '~'), 0, 200), 1, 20).Draw(r, "records") {
			content = append(content, s.seal(spoolKeys, int64(len(content)), record)...)
			ends = append(ends, len(content))
		}
		cut := rapid.IntRange(0, len(content)).Draw(r, "cut")
		_, err = s.file.Write(content[:cut])
		require.NoError(r, err)
		require.NoError(r, s.file.Close())

		var adopted *segment
		for adopted == nil { // a server that another test starts holds the lock until it has closed what it inherits
			adopted, err = adoptSegment(s.path)
			require.NoError(r, err)
		}
		want, whole := 0, 0
		for i, end := range ends {
			if end <= cut {
				want, whole = end, i
			}
		}
		require.EqualValues(r, want, adopted.size)
		if want > 0 {
			lines, err := adopted.read(0, adopted.size)
			require.NoError(r, err)
			require.Len(r, lines, whole)
		}
		require.NoError(r, adopted.remove())
	})
}

func TestAFullSpoolTakesNothing(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	trail := spooled(t, env, t.TempDir(), 1000)
	taken := 0
	var err error
	for ; err == nil; taken++ {
		err = trail.Note(t.Context(), named(fmt.Sprint(taken)))
	}
	taken--
	assert.Equal(t, service.Unavailable, service.CodeOf(err))
	assert.Positive(t, taken)
	assert.InDelta(t, 1, metric(t, trail, "predicthealth_audit_spool_refusals_total"), 0)
	require.Error(t, trail.Note(t.Context(), named("a"), named("b"), named("c"), named("d"), named("e")))
	assert.InDelta(t, trail.spool.current.size, metric(t, trail, "predicthealth_audit_spool_bytes"), 0)

	require.NoError(t, trail.Ship(t.Context()))
	assert.Zero(t, trail.spool.bytes())
	require.NoError(t, trail.Note(t.Context(), named("after")))
	require.NoError(t, trail.Close(t.Context()))
	assert.Len(t, arrived(t, env), taken+1, "what was refused is not there")
	require.Error(t, trail.Note(t.Context(), named("closed")))
}

// A disk that takes nothing is like a full spool; half a line of it is never part of the next record.
func TestADiskThatFails(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	trail := spooled(t, env, t.TempDir(), 1<<20)
	require.NoError(t, trail.Note(t.Context(), named("before")))
	good := trail.spool.current.file
	readOnly, err := os.Open(trail.spool.current.path)
	require.NoError(t, err)
	trail.spool.current.file = readOnly

	assert.Equal(t, service.Unavailable, service.CodeOf(trail.Note(t.Context(), named("failed"))))
	require.NoError(t, trail.Note(t.Context(), named("after")))
	require.NoError(t, trail.Close(t.Context()))
	require.NoError(t, good.Close())
	assert.Equal(t, map[string]int{"before": 1, "after": 1}, arrived(t, env))
}

// Records that the disk has spoilt, or that PostgreSQL never takes, hold nothing up, and the trail tells of them.
func TestDamagedRecords(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	dir := t.TempDir()
	trail := spooled(t, env, dir, 1<<20)
	require.NoError(t, trail.Note(t.Context(), named("first")))
	spoilt := trail.spool.current.size
	require.NoError(t, trail.Note(t.Context(), named("spoilt")))
	require.NoError(t, trail.Note(t.Context(), named("second")))
	require.NoError(t, trail.spool.append([][]byte{[]byte(`{"id": "no id"}`), []byte(`no JSON`)}))
	require.NoError(t, trail.Note(t.Context(), named("third")))
	kill(t, trail.spool)
	path := files(t, dir)[0]
	content, err := os.ReadFile(path) //nolint:gosec // of this test
	require.NoError(t, err)
	content[spoilt+20] ^= 1
	content = append(content, make([]byte, 300)...) // what a power cut leaves of a file that had grown
	content = append(content, '\n')
	require.NoError(t, os.WriteFile(path, content, 0o600)) //nolint:gosec // of this test

	trail = spooled(t, env, dir, 1<<20)
	require.NoError(t, trail.Close(t.Context()))
	assert.Equal(t, map[string]int{"first": 1, "second": 1, "third": 1}, arrived(t, env))
	assert.Equal(t, "failure system audit_spool ×4", fixture.Value[string](t, env.DB, `
		SELECT concat_ws(' ', outcome, actor_type, entity_type, '×' || count(*)) FROM audit_inbox
		WHERE action = 'audit.lose' AND (payload->>'bytes')::int > 0 GROUP BY outcome, actor_type, entity_type`))
	assert.Empty(t, files(t, dir))
}

// Who can write to the spool's directory but has no key can't make the trail say what never happened.
func TestForgedRecords(t *testing.T) {
	t.Parallel()
	record := func(name string) []byte {
		encoded, err := named(name).Encode(t.Context())
		require.NoError(t, err)
		return encoded
	}
	strangers, err := encryption.Parse(encryption.NewKey())
	require.NoError(t, err)
	for name, forge := range map[string]func(g *segment, lines [][]byte) [][]byte{
		"with another key": func(g *segment, lines [][]byte) [][]byte {
			return append(lines, g.seal(strangers, g.size, record("forged")))
		},
		"without a code": func(_ *segment, lines [][]byte) [][]byte { return append(lines, append(record("forged"), '\n')) },
		"changed": func(_ *segment, lines [][]byte) [][]byte {
			return [][]byte{lines[0], bytes.Replace(lines[1], []byte(`"two"`), []byte(`"2wo"`), 1)}
		},
		"repeated":         func(_ *segment, lines [][]byte) [][]byte { return append(lines, lines[1]) },
		"in another order": func(_ *segment, lines [][]byte) [][]byte { return [][]byte{lines[1], lines[0]} },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			env := testenv.New(t)
			dir := t.TempDir()
			trail := spooled(t, env, dir, 1<<20)
			require.NoError(t, trail.Note(t.Context(), named("one"), named("two")))
			g := trail.spool.current
			lines, err := g.read(0, g.size)
			require.NoError(t, err)
			kill(t, trail.spool)
			require.NoError(t, os.WriteFile(g.path, bytes.Join(forge(g, lines), nil), 0o600))

			require.NoError(t, spooled(t, env, dir, 1<<20).Close(t.Context()))
			counts := arrived(t, env)
			for name, count := range counts {
				assert.Contains(t, []string{"one", "two"}, name)
				assert.Equal(t, 1, count, name)
			}
			assert.Positive(t, fixture.Value[int](t, env.DB, "SELECT count(*)::int FROM audit_inbox WHERE action = 'audit.lose'"))
		})
	}
}

// A segment's records mean nothing in another one.
func TestASegmentUnderAnotherName(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	dir := t.TempDir()
	trail := spooled(t, env, dir, 1<<20)
	require.NoError(t, trail.Note(t.Context(), named("one")))
	content, err := os.ReadFile(trail.spool.current.path)
	require.NoError(t, err)
	require.NoError(t, os.WriteFile(filepath.Join(dir, uuid.NewString()+segmentSuffix), content, 0o600)) //nolint:gosec // of this test
	require.NoError(t, trail.Close(t.Context()))
	assert.Equal(t, map[string]int{"one": 1}, arrived(t, env))
}

func TestASpoolIsNotTakenFromTheLiving(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	dir := t.TempDir()
	one, other := spooled(t, env, dir, 1<<20), spooled(t, env, dir, 1<<20)
	require.NoError(t, one.Note(t.Context(), named("one")))
	require.NoError(t, other.Close(t.Context()))
	assert.Empty(t, arrived(t, env))
	require.NoError(t, os.WriteFile(filepath.Join(dir, "other.spool"), []byte("x"), 0o600))
	require.NoError(t, one.Close(t.Context()))
	assert.Equal(t, map[string]int{"one": 1}, arrived(t, env))
	assert.Zero(t, fixture.Value[int](t, env.DB, "SELECT count(*)::int FROM audit_spools"))
	assert.Equal(t, []string{filepath.Join(dir, "other.spool")}, files(t, dir), "a file of somebody else")
}

// What another has shipped, because the file system knows no locks, is not shipped again.
func TestTwoShippersOfOneFile(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	trail := spooled(t, env, t.TempDir(), 1<<20)
	require.NoError(t, trail.Note(t.Context(), named("a"), named("b")))
	g := trail.spool.current
	require.NoError(t, trail.shipSegment(t.Context(), &segment{id: g.id, file: g.file, size: g.size}))
	require.ErrorIs(t, trail.Ship(t.Context()), errShipped)
	require.NoError(t, trail.Ship(t.Context()))
	require.NoError(t, trail.Close(t.Context()))
	assert.Equal(t, map[string]int{"a": 1, "b": 1}, arrived(t, env))
}

func TestOpenSpoolNamesTheVariable(t *testing.T) {
	t.Parallel()
	file := filepath.Join(t.TempDir(), "file")
	require.NoError(t, os.WriteFile(file, nil, 0o600))
	_, err := OpenSpool(filepath.Join(file, "spool"), 1, spoolKeys)
	require.ErrorContains(t, err, "AUDIT_SPOOL_DIR")
}
