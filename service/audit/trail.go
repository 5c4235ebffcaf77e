package audit

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"time"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
)

// Trail records events in the audit trail. It is safe for concurrent use.
type Trail struct {
	store     *service.Store
	spool     *Spool
	strangers strangers
	metrics   *metrics
}

// New returns the trail of a store. Without a spool, as in commands, Note writes to the database itself.
func New(store *service.Store, spool *Spool) *Trail {
	return &Trail{store: store.AsSystem(), spool: spool, metrics: newMetrics(spool)}
}

// Record records events in the context's unit of work: they are in the trail if and only if it commits.
func (t *Trail) Record(ctx context.Context, events ...Event) error {
	return t.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error { return RecordIn(ctx, tx, events...) })
}

// Note records events that change nothing or did not happen: reads, denials, failed sign-ins. When it returns nil they
// survive the end of the program, so that a response may be sent. It fails with Unavailable when the spool is full; then no
// response may be sent. What callers who are not signed in fail at is counted beyond a number in each minute: the end of the
// program may lose such counts.
func (t *Trail) Note(ctx context.Context, events ...Event) error {
	if held, ok := ctx.Value(heldKey{}).(*[]Event); ok {
		*held = append(*held, events...)
		return nil
	}
	if t.spool == nil {
		return RecordIn(ctx, t.store.Pool(), events...)
	}
	single := slices.DeleteFunc(slices.Clone(events), func(e Event) bool { return !t.strangers.single(ctx, e, time.Now()) })
	records, err := encodeAll(ctx, single)
	if err != nil || len(records) == 0 {
		return err
	}
	return t.spool.append(records)
}

// noteStrangers spools the counts of what strangers failed at, when a minute is over or the program ends.
func (t *Trail) noteStrangers(end bool) error {
	records, err := t.strangers.rest(time.Now(), end)
	if err != nil || len(records) == 0 {
		return err
	}
	return t.spool.append(records)
}

type heldKey struct{}

// Together runs a function that reads several things for one response, and notes all that it has read once it has succeeded. If
// it fails nothing was given to anybody, and nothing is noted.
func (t *Trail) Together(ctx context.Context, read func(context.Context) error) error {
	var held []Event
	if err := read(context.WithValue(ctx, heldKey{}, &held)); err != nil {
		return err
	}
	return t.Note(ctx, held...)
}

// Close ships what is left in the spool, if the database answers, and closes it. Another instance, or the next start,
// ships what is still left then.
func (t *Trail) Close(ctx context.Context) error {
	if t.spool == nil {
		return nil
	}
	err := errors.Join(t.noteStrangers(true), t.Ship(ctx))
	if err != nil {
		return errors.Join(fmt.Errorf("the rest will be shipped at the next start: %w", err), t.spool.close())
	}
	t.spool.shipping.Lock()
	defer t.spool.shipping.Unlock()
	return errors.Join(t.spool.close(), t.forgetRemoved(ctx))
}
