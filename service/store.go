package service

import (
	"context"
	"errors"
	"fmt"

	"github.com/predicthealth/predicthealth/ent"
)

// Store gives services the ent client to use, and one transaction to all that a request does.
type Store struct {
	client, system *ent.Client
	asSystem       bool // whose clients it gives
}

// NewStore returns the store of a client. The client must have been opened with the driver's pool, not a transaction.
func NewStore(client *ent.Client) *Store { return &Store{client, client.System(), false} }

// AsSystem returns the same store with clients that the access rules let pass. It is for services whose tables no account
// reaches through ent, such as sessions, tokens and queues: what their methods do is theirs to permit.
func (s *Store) AsSystem() *Store { return &Store{s.client, s.system, true} }

// unit is a unit of work, which is committed as a whole or not at all. Its transaction begins when it is first needed, so
// that slow work before, such as bcrypt, holds no connection. It belongs to one goroutine.
type unit struct {
	tx          *ent.Tx
	onBegin     func(context.Context, *ent.Tx) error
	refused     error // of onBegin
	afterCommit []func(context.Context)
}

type unitKey struct{}

func unitFrom(ctx context.Context) *unit {
	u, _ := ctx.Value(unitKey{}).(*unit)
	return u
}

// Pool returns the client whose statements belong to no transaction.
func (s *Store) Pool() *ent.Client {
	if s.asSystem {
		return s.system
	}
	return s.client
}

// Client returns the client of the context's transaction if one has begun, otherwise the pool's.
func (s *Store) Client(ctx context.Context) *ent.Client {
	if u := unitFrom(ctx); u != nil && u.tx != nil {
		return s.of(u.tx)
	}
	return s.Pool()
}

// System is Client without the access rules, for what the program itself reads and writes. Use it for one statement, with
// the reason in a comment; the viewer in the context stays the same for everything else.
func (s *Store) System(ctx context.Context) *ent.Client { return s.AsSystem().Client(ctx) }

// of returns the client of a transaction.
func (s *Store) of(tx *ent.Tx) *ent.Client {
	if s.asSystem {
		return tx.Client().System()
	}
	return tx.Client()
}

// Unit runs fn so that every InTx below it joins one transaction. It commits when fn returns nil, otherwise it rolls back,
// including the work of methods whose error fn has handled. Units can't be nested.
func (s *Store) Unit(ctx context.Context, fn func(context.Context) error) error {
	if unitFrom(ctx) != nil {
		return errors.New("service: a unit of work inside another; join it with InTx")
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

// InTx runs fn in the context's unit of work, and begins its transaction if needed. Without a unit it runs fn in its own.
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
			u.refused = u.onBegin(ctx, tx)
		}
	}
	if u.refused != nil {
		return u.refused
	}
	return fn(ctx, s.of(u.tx))
}

// Once runs fn, which sends one statement. A statement is a transaction by itself, so fn gets the pool's client, unless the
// context has a unit of work for it to join.
func (s *Store) Once(ctx context.Context, fn func(ctx context.Context, client *ent.Client) error) error {
	if unitFrom(ctx) == nil {
		return fn(ctx, s.Pool())
	}
	return s.InTx(ctx, fn)
}

// OnBegin runs hook first in the transaction of the context's unit of work. If it fails, every InTx of the unit fails with
// its error.
func (s *Store) OnBegin(ctx context.Context, hook func(context.Context, *ent.Client) error) {
	unitFrom(ctx).onBegin = func(ctx context.Context, tx *ent.Tx) error { return hook(ctx, s.of(tx)) }
}

// AfterCommit runs hook when the context's unit of work has committed, and never when it has not. Without a unit it runs
// hook at once. A hook can't fail the request: its work must be able to happen later or not at all.
func (s *Store) AfterCommit(ctx context.Context, hook func(context.Context)) {
	if u := unitFrom(ctx); u != nil {
		u.afterCommit = append(u.afterCommit, hook)
		return
	}
	hook(ctx)
}
