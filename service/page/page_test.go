package page_test

import (
	"crypto/rand"
	"fmt"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
	"pgregory.net/rapid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
)

func secret() []byte {
	key := make([]byte, 32)
	_, _ = rand.Read(key)
	return key
}

var orders = []page.Order{
	{Columns: []string{patient.FieldCreatedAt, patient.FieldID}},
	{Columns: []string{patient.FieldLastName, patient.FieldFirstName, patient.FieldID}},
}

func keysOf(order page.Order) func(*ent.Patient) []any {
	if order.Columns[0] == patient.FieldCreatedAt {
		return func(p *ent.Patient) []any { return []any{p.CreatedAt, p.ID} }
	}
	return func(p *ent.Patient) []any { return []any{p.LastName, p.FirstName, p.ID} }
}

// Pages of any size, walked to the end and back, are the whole list in its order.
func TestPagesAreTheList(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	doctor := fixture.Doctor(t, env.DB)
	cursors, err := page.NewCursors([][]byte{secret()})
	require.NoError(t, err)
	instants := []string{"2024-01-01", "2024-01-01 00:00:00.000001", "2024-06-01 12:00:00.123456"}
	for i := range 23 { // few names and instants, so that keys are equal
		fixture.Patient(t, env.DB, fixture.Row{
			"doctor_id": doctor, "first_name": strings.Repeat("A", 1+i%2), "last_name": []string{"Ñu", "nu", "Zoë", "zoe"}[i%4],
			"created_at": instants[i%3],
		})
	}
	ctx := viewer.SystemContext(t.Context())
	rapid.Check(t, func(r *rapid.T) {
		order := rapid.SampledFrom(orders).Draw(r, "order")
		order.Desc = rapid.Bool().Draw(r, "descending")
		limit := rapid.IntRange(1, 30).Draw(r, "limit")
		list := func(limit int, cursor string) page.Page[*ent.Patient] {
			p, err := page.List(ctx, cursors, env.Ent.Patient.Query(), page.Request{Limit: limit, Cursor: cursor}, order, "list", keysOf(order))
			require.NoError(r, err)
			return p
		}
		whole := list(page.MaxLimit, "")
		require.Len(r, whole.Items, 23)
		require.Empty(r, whole.Next+whole.Prev)

		var forward, backward []string
		at := list(limit, "")
		require.Empty(r, at.Prev)
		for forward = ids(at); at.Next != ""; forward = append(forward, ids(at)...) {
			at = list(limit, at.Next)
		}
		for backward = ids(at); at.Prev != ""; backward = append(ids(at), backward...) {
			at = list(limit, at.Prev)
		}
		require.Equal(r, ids(whole), forward)
		require.Equal(r, ids(whole), backward)
	})
}

func ids(p page.Page[*ent.Patient]) []string {
	var all []string
	for _, item := range p.Items {
		all = append(all, item.ID.String())
	}
	return all
}

// A page goes on where it stopped, whatever was added or removed before that place meanwhile.
func TestPagesStandStill(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	doctor := fixture.Doctor(t, env.DB)
	cursors, err := page.NewCursors([][]byte{secret()})
	require.NoError(t, err)
	add := func(day int) {
		fixture.Patient(t, env.DB, fixture.Row{"doctor_id": doctor, "first_name": fmt.Sprint(day), "created_at": time.Date(2024, 1, day, 0, 0, 0, 0, time.UTC)})
	}
	for day := 10; day < 14; day++ {
		add(day)
	}
	list := func(cursor string) page.Page[*ent.Patient] {
		p, err := page.List(viewer.SystemContext(t.Context()), cursors, env.Ent.Patient.Query(), page.Request{Limit: 2, Cursor: cursor}, orders[0], "list", keysOf(orders[0]))
		require.NoError(t, err)
		return p
	}
	first := list("")
	add(1)
	_, err = testenv.Owner(t, env).ExecContext(t.Context(), "DELETE FROM patients WHERE id = $1", first.Items[0].ID)
	require.NoError(t, err)
	var names []string
	for _, p := range list(first.Next).Items {
		names = append(names, p.FirstName)
	}
	assert.Equal(t, []string{"12", "13"}, names)
}

func TestCursorsAreSealed(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	doctor := fixture.Doctor(t, env.DB)
	for range 3 {
		fixture.Patient(t, env.DB, fixture.Row{"doctor_id": doctor, "last_name": "Confidential"})
	}
	oldSecret, newSecret := secret(), secret()
	list := func(secrets [][]byte, name, cursor string) (page.Page[*ent.Patient], error) {
		cursors, err := page.NewCursors(secrets)
		require.NoError(t, err)
		return page.List(viewer.SystemContext(t.Context()), cursors, env.Ent.Patient.Query(), page.Request{Limit: 1, Cursor: cursor}, orders[1], name, keysOf(orders[1]))
	}
	first, err := list([][]byte{oldSecret}, "a", "")
	require.NoError(t, err)
	_, err = list([][]byte{newSecret, oldSecret}, "a", first.Next)
	require.NoError(t, err, "after a rotation")
	again, err := list([][]byte{oldSecret}, "a", "")
	require.NoError(t, err)
	assert.Equal(t, first.Next, again.Next, "the same page has the same cursor")
	tampered := []byte(first.Next)
	tampered[len(tampered)/2] ^= 1
	for name, attempt := range map[string]struct {
		secrets      [][]byte
		list, cursor string
	}{
		"of another list":   {[][]byte{oldSecret}, "b", first.Next},
		"of another secret": {[][]byte{newSecret}, "a", first.Next},
		"tampered":          {[][]byte{oldSecret}, "a", string(tampered)},
		"made up":           {[][]byte{oldSecret}, "a", "e30"},
	} {
		_, err := list(attempt.secrets, attempt.list, attempt.cursor)
		assert.Equal(t, service.Invalid, service.CodeOf(err), name)
	}
}
