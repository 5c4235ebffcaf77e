package service_test

import (
	"context"
	"errors"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/internal/fixture"
	"github.com/predicthealth/predicthealth/internal/testenv"
	"github.com/predicthealth/predicthealth/service"
)

var errStop = errors.New("stop")

// write renames the one patient in a transaction.
func write(ctx context.Context, s *service.Store, name string) error {
	return s.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		return tx.Patient.Update().SetFirstName(name).Exec(ctx)
	})
}

func TestAUnitHappensTogetherOrNotAtAll(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	fixture.Patient(t, env.DB, fixture.Row{"first_name": "before"})
	store := service.NewStore(env.Ent)
	ctx := viewer.SystemContext(t.Context())
	name := func() string { return fixture.Value[string](t, env.DB, "SELECT first_name FROM patients") }
	var hooks []string
	hook := func(name string) func(context.Context) {
		return func(ctx context.Context) {
			require.NoError(t, write(ctx, store, "hook "+name), "a hook has a transaction of its own")
			hooks = append(hooks, name)
		}
	}

	err := store.Unit(ctx, func(ctx context.Context) error {
		require.NoError(t, write(ctx, store, "one"))
		store.AfterCommit(ctx, hook("one"))
		read, err := store.Client(ctx).Patient.Query().Only(ctx)
		require.NoError(t, err)
		assert.Equal(t, "one", read.FirstName, "a unit reads what it wrote")
		assert.Equal(t, "before", name(), "and others don't, yet")
		require.NoError(t, write(ctx, store, "two"))
		return errStop
	})
	require.ErrorIs(t, err, errStop)
	assert.Equal(t, "before", name())
	assert.Empty(t, hooks)

	require.Panics(t, func() {
		_ = store.Unit(ctx, func(ctx context.Context) error {
			_ = write(ctx, store, "three")
			panic("!")
		})
	})
	assert.Equal(t, "before", name())

	require.NoError(t, store.Unit(ctx, func(ctx context.Context) error {
		store.AfterCommit(ctx, hook("four"))
		return write(ctx, store, "four")
	}))
	assert.Equal(t, []string{"four"}, hooks)
	assert.Equal(t, "hook four", name())

	require.NoError(t, write(ctx, store, "alone"))
	assert.Equal(t, "alone", name())
	require.Error(t, store.Unit(ctx, func(ctx context.Context) error {
		return store.Unit(ctx, func(context.Context) error { return nil })
	}))
	assert.Zero(t, env.DB.Stats().InUse, "no connection is left behind")
}

func TestAUnitHoldsNoConnectionUntilItIsNeeded(t *testing.T) {
	t.Parallel()
	env := testenv.New(t)
	require.NoError(t, service.NewStore(env.Ent).Unit(t.Context(), func(context.Context) error {
		assert.Zero(t, env.DB.Stats().InUse)
		return nil
	}))
}
