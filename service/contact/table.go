package contact

import (
	"context"
	"fmt"
	"time"

	entgo "entgo.io/ent"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/change"
)

func now() time.Time { return time.Now().UTC() }

// insert gives a new row its values and makes it.
func insert(ctx context.Context, m entgo.Mutation, exec func(context.Context) error, members []*change.Member) error {
	if err := change.Set(m, members); err != nil {
		return err
	}
	return exec(ctx)
}

// update gives rows their new values, and returns how many there were.
func update(ctx context.Context, m entgo.Mutation, save func(context.Context) (int, error), members []*change.Member) (int, error) {
	if err := change.Set(m, members); err != nil {
		return 0, err
	}
	return save(ctx)
}

// catalogKey gives a member that names a catalog's entry by its code the entry's key, which find finds.
func catalogKey(m *change.Member, found *service.Checks, find func(code string) (int, error)) error {
	if m == nil || m.Value == nil {
		return nil
	}
	id, err := find(fmt.Sprint(m.Value))
	if err != nil && !ent.IsNotFound(err) {
		return fmt.Errorf("looking a code up: %w", err)
	}
	found.Refuse(err != nil, "/"+m.Field, "unknown", "The catalog has no such code.")
	m.Value = id
	return nil
}

// given is what was given of a value that can't be removed.
func given[T any](value T) service.Optional[T] {
	return service.Optional[T]{Given: true, Value: &value}
}

// contactOf is what a row has in common with those of the other tables.
func contactOf(id uuid.UUID, primary bool, verifiedAt *time.Time, createdAt, updatedAt time.Time, version int) Contact {
	return Contact{ID: id, Primary: primary, VerifiedAt: verifiedAt, CreatedAt: createdAt, UpdatedAt: updatedAt, Version: version}
}

// text is a text column that was selected besides an entity's own; empty for NULL.
func text(row interface {
	Value(name string) (ent.Value, error)
}, column string) string {
	value, _ := row.Value(column) // it was selected
	switch t := value.(type) {
	case string:
		return t
	case []byte:
		return string(t)
	}
	return ""
}
