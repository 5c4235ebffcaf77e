package service

import (
	"context"
	"errors"
	"fmt"

	"github.com/predicthealth/predicthealth/ent"
)

// Store gives services the ent client to use, and one transaction to all that a request does.
type Store struct{ client, system *ent.Client }

// NewStore returns the store of a client. The client must have been opened with the driver's pool, not a transaction.
func NewStore(client *ent.Client) *Store { return &Store{client, client.System()} }

// unit is what happens together or not at all. Its transaction begins when it is first needed, so that slow work
// before that, such as bcrypt, holds no connection. It belongs to one goroutine.
type unit struct {
	tx          *ent.Tx
	onBegin     func(context.Context, *ent.Client) error
	refused     error // of onBegin
	afterCommit []func(context.Context)
}

type unitKey struct{}

func unitFrom(ctx context.Context) *unit {
	u, _ := ctx.Value(unitKey{}).(*unit)
	return u
}

// Pool returns the client whose statements belong to no transaction.
func (s *Store) Pool() *ent.Client { return s.client }

// Client returns the client of the transaction that the context carries and that has begun, else the pool's.
func (s *Store) Client(ctx context.Context) *ent.Client {
	if u := unitFrom(ctx); u != nil && u.tx != nil {
		return u.tx.Client()
	}
	return s.client
}

// System is Client for what the program itself does: no access rule narrows its statements. It stands at the statement,
// with the reason in a comment; the viewer in the context stays who it is.
func (s *Store) System(ctx context.Context) *ent.Client {
	if u := unitFrom(ctx); u != nil && u.tx != nil {
		return u.tx.Client().System()
	}
	return s.system
}

// Unit runs fn so that every InTx below it joins one transaction. It commits when fn returns nil, else rolls back:
// also what a method below has done whose error fn handled. Units don't nest.
func (s *Store) Unit(ctx context.Context, fn func(context.Context) error) error {
	if unitFrom(ctx) != nil {
		return errors.New("service: a unit of work within another: join it with InTx")
	}
	u := &unit{}
	done := false
	defer func() {
		if !done && u.tx != nil { // fn failed or panicked
			_ = u.tx.Rollback()
		}
	}()
	if err := fn(context.WithValue(ctx, unitKey{}, u)); err != nil {
		return err
	}
	if u.tx != nil {
		if err := u.tx.Commit(); err != nil {
			return fmt.Errorf("commit: %w", err)
		}
	}
	done = true
	for _, hook := range u.afterCommit {
		hook(ctx)
	}
	return nil
}

// InTx runs fn in the context's unit of work, whose transaction it begins when none has begun, or in a unit of its own.
func (s *Store) InTx(ctx context.Context, fn func(ctx context.Context, tx *ent.Client) error) error {
	u := unitFrom(ctx)
	if u == nil {
		return s.Unit(ctx, func(ctx context.Context) error { return s.InTx(ctx, fn) })
	}
	if u.tx == nil {
		tx, err := s.client.Tx(ctx)
		if err != nil {
			return fmt.Errorf("begin: %w", err)
		}
		u.tx = tx
		if u.onBegin != nil {
			u.refused = u.onBegin(ctx, tx.Client())
		}
	}
	if u.refused != nil {
		return u.refused
	}
	return fn(ctx, u.tx.Client())
}

// OnBegin runs hook in the transaction of the context's unit of work before anything else does. When it
// fails, every InTx of the unit fails so.
func (s *Store) OnBegin(ctx context.Context, hook func(context.Context, *ent.Client) error) {
	unitFrom(ctx).onBegin = hook
}

// AfterCommit runs hook when the context's unit of work has committed, and never when it does not; at once when there
// is no unit. A hook can't fail the request: what it does must be able to happen later or not at all.
func (s *Store) AfterCommit(ctx context.Context, hook func(context.Context)) {
	if u := unitFrom(ctx); u != nil {
		u.afterCommit = append(u.afterCommit, hook)
		return
	}
	hook(ctx)
}
