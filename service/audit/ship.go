package audit

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/google/uuid"
	"github.com/lib/pq"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/auditspool"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

// shipBytes is how much of a segment is shipped at a time; no record is larger.
const shipBytes = 256 << 10

var shipQuery = sqlfiles.Query("audit_ship")

// errShipped says that another process has already shipped what was about to be shipped.
var errShipped = errors.New("the segment has been shipped by another process: its lock did not hold")

// Ship moves the spool's records to the database, each of them once, and takes over what dead instances have left. If the
// database fails it returns that error; the records then stay in the spool, synced to the disk.
func (t *Trail) Ship(ctx context.Context) error {
	if t.spool == nil {
		return nil
	}
	if err := t.noteStrangers(false); err != nil {
		return fmt.Errorf("recording what strangers failed at: %w", err)
	}
	t.spool.shipping.Lock()
	defer t.spool.shipping.Unlock()
	if err := t.spool.adopt(); err != nil {
		return fmt.Errorf("looking for abandoned records: %w", err)
	}
	for _, g := range t.spool.segments() {
		if err := t.shipSegment(ctx, g); err != nil {
			g.uncertain = true // the last statement may have been committed
			return errors.Join(fmt.Errorf("shipping audit records: %w", err), g.file.Sync())
		}
		if err := t.spool.drop(g); err != nil {
			return fmt.Errorf("removing a spool file: %w", err)
		}
	}
	return t.forgetRemoved(ctx)
}

func (t *Trail) shipSegment(ctx context.Context, g *segment) error {
	from := g.shipped // only shipping changes this
	if g.uncertain {
		var err error
		if from, err = t.progress(ctx, g.id); err != nil {
			return err
		}
		t.spool.setShipped(g, from)
	}
	for size := t.spool.size(g); from < size; {
		lines, err := g.read(from, size)
		if err != nil {
			return err
		}
		if from, err = t.shipLines(ctx, g, from, lines); err != nil {
			return err
		}
		t.spool.setShipped(g, from)
	}
	return nil
}

// progress returns how much of a segment is in the database.
func (t *Trail) progress(ctx context.Context, id uuid.UUID) (int64, error) {
	row, err := t.store.Pool().AuditSpool.Get(ctx, id)
	if ent.IsNotFound(err) {
		return 0, nil
	}
	if err != nil {
		return 0, err
	}
	return row.ShippedBytes, nil
}

// shipLines ships lines that begin at offset from of a segment, and returns the offset of their end.
func (t *Trail) shipLines(ctx context.Context, g *segment, from int64, lines [][]byte) (int64, error) {
	to := from
	records := make([][]byte, len(lines))
	for i, line := range lines {
		record, ok := g.open(t.spool.keys, to, line)
		if !ok {
			var err error
			if record, err = damage(ctx, g, to, line); err != nil {
				return from, err
			}
		}
		records[i] = record
		to += int64(len(line))
	}
	err := t.shipRecords(ctx, g, from, to, records)
	if !isRefusal(err) {
		return to, err
	}
	if len(lines) == 1 { // a record that PostgreSQL will never accept must not hold up the others
		record, err := damage(ctx, g, from, lines[0])
		if err != nil {
			return from, err
		}
		return to, t.shipRecords(ctx, g, from, to, [][]byte{record})
	}
	half := len(lines) / 2
	if from, err = t.shipLines(ctx, g, from, lines[:half]); err != nil {
		return from, err
	}
	return t.shipLines(ctx, g, from, lines[half:])
}

func (t *Trail) shipRecords(ctx context.Context, g *segment, from, to int64, records [][]byte) error {
	result, err := t.store.Pool().ExecContext(ctx, shipQuery, g.id, from, to, array(records))
	if err != nil {
		return err
	}
	if shipped, err := result.RowsAffected(); err != nil || shipped == 0 {
		return errors.Join(errShipped, err)
	}
	return nil
}

// isRefusal says whether PostgreSQL will never accept the record.
func isRefusal(err error) bool {
	var e *pq.Error
	if !errors.As(err, &e) {
		return false
	}
	class := e.Code.Class()
	return class == "22" || class == "23" // a value that is out of range or violates a constraint
}

// damage returns the record that takes the place of an unreadable line.
func damage(ctx context.Context, g *segment, at int64, line []byte) ([]byte, error) {
	return Event{
		Action: "audit.lose", Outcome: Failure, Actor: System, EntityType: "audit_spool", EntityID: g.id.String(),
		Payload: map[string]int64{"offset": at, "bytes": int64(len(line))},
	}.Encode(ctx)
}

// read returns the whole lines of the segment that begin at offset from and end before size.
func (g *segment) read(from, size int64) ([][]byte, error) {
	buffer := make([]byte, min(size-from, shipBytes))
	if _, err := g.file.ReadAt(buffer, from); err != nil {
		return nil, fmt.Errorf("reading %s: %w", g.path, err)
	}
	if end := bytes.LastIndexByte(buffer, '\n'); end >= 0 {
		buffer = buffer[:end+1]
	}
	lines := bytes.SplitAfter(buffer, []byte{'\n'})
	if last := len(lines) - 1; len(lines[last]) == 0 {
		lines = lines[:last]
	}
	return lines, nil
}

// forgetRemoved deletes the rows of segments whose files have been removed. This comes last, because a file without its row
// would be shipped again.
func (t *Trail) forgetRemoved(ctx context.Context) error {
	if len(t.spool.removed) == 0 {
		return nil
	}
	_, err := t.store.Pool().AuditSpool.Delete().Where(auditspool.IDIn(t.spool.removed...)).Exec(ctx)
	if err != nil {
		return fmt.Errorf("forgetting shipped spool files: %w", err)
	}
	t.spool.removed = nil
	return nil
}
