package audit

import (
	"context"
	"errors"
	"fmt"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/service"
)

// Trail records acts. It is safe for concurrent use.
type Trail struct {
	store   *service.Store
	spool   *Spool
	metrics *metrics
}

// New returns the trail of a store. Without a spool, as in commands, Note writes to the database itself.
func New(store *service.Store, spool *Spool) *Trail {
	return &Trail{store.AsSystem(), spool, newMetrics(spool)}
}

// Record records acts in the context's unit of work: they are in the trail exactly when it commits.
func (t *Trail) Record(ctx context.Context, events ...Event) error {
	return t.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error { return RecordIn(ctx, tx, events...) })
}

// Note records acts that change nothing, or did not happen: reads, denials, failed sign-ins. When it returns nil they
// survive the program's end, so an answer may leave. It fails with an Unavailable error when the spool is full: then
// nothing may be answered.
func (t *Trail) Note(ctx context.Context, events ...Event) error {
	if t.spool == nil {
		return RecordIn(ctx, t.store.Pool(), events...)
	}
	records, err := encodeAll(ctx, events)
	if err != nil || len(records) == 0 {
		return err
	}
	return t.spool.append(records)
}

// Close ships what is left of the spool, if the database is there, and closes it. Another instance, or the next start,
// ships what still is left.
func (t *Trail) Close(ctx context.Context) error {
	if t.spool == nil {
		return nil
	}
	if err := t.Ship(ctx); err != nil {
		return errors.Join(fmt.Errorf("the rest is shipped at the next start: %w", err), t.spool.close())
	}
	t.spool.shipping.Lock()
	defer t.spool.shipping.Unlock()
	return errors.Join(t.spool.close(), t.forgetRemoved(ctx))
}
