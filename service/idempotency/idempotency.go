// Package idempotency makes unsafe requests repeatable. The first request does its work and stores its response, in one
// transaction; a repetition gets that response and does nothing.
package idempotency

import (
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/binary"
	"errors"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/idempotencykey"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/predicate"
	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/setting"
	"github.com/predicthealth/predicthealth/service/worker"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var (
	retention = setting.Duration("api.idempotency.retention", 24*time.Hour)
	lockQuery = sqlfiles.Query("idempotency_lock")
)

// Request is a request that may be repeated.
type Request struct {
	// Caller and Operation limit where the key is valid: two callers may use the same key.
	Caller, Operation, Key string
	// Hash identifies the request's content, to tell apart requests with the same key.
	Hash []byte
}

// Answers stores the responses to requests. It is safe for concurrent use.
type Answers struct {
	store    *service.Store // acts for the system
	seen     *service.Store // acts for the viewer
	settings *setting.Reader
	keys     *encryption.Keyring
}

// New returns an Answers that encrypts what it stores with keys.
func New(store *service.Store, settings *setting.Reader, keys *encryption.Keyring) *Answers {
	return &Answers{store.AsSystem(), store, settings, keys}
}

// empty is the response of an operation that returns nothing.
const empty = "null"

// errAnswered ends a unit of work whose request had been answered before it began.
var errAnswered = errors.New("the request has already been answered")

// Do runs do in a unit of work and stores what it returns. For a request that has already been answered it returns that
// response and true, unless the caller has lost the right to it since. Every caller may repeat their own requests. Do fails
// as do does, and then stores nothing; with a Conflict (request_in_progress) when the same request is still being
// processed; and with Invalid when the key was used for a different request.
func (a *Answers) Do(ctx context.Context, r Request, do func(context.Context) ([]byte, error)) (answer []byte, repeated bool, err error) {
	// What do checks before its transaction begins may have changed since the first request.
	if answer, err = a.find(ctx, a.store.Pool(), r); err != nil {
		return nil, false, err
	}
	if repeated = answer != nil; !repeated {
		answer, repeated, err = a.first(ctx, r, do)
	}
	if err == nil && repeated {
		err = a.rehearse(ctx, answer, do)
	}
	return answer, repeated, err
}

// first does what Do does, for a request that seems to be new.
func (a *Answers) first(ctx context.Context, r Request, do func(context.Context) ([]byte, error)) (answer []byte, repeated bool, err error) {
	err = a.store.Unit(ctx, func(ctx context.Context) error {
		a.store.OnBegin(ctx, func(ctx context.Context, tx *ent.Client) (err error) {
			answer, err = a.claim(ctx, tx, r)
			if answer != nil {
				repeated, err = true, errAnswered
			}
			return err
		})
		made, err := do(ctx)
		if err != nil {
			return err
		}
		answer = made
		return a.keep(ctx, r, made)
	})
	if repeated && errors.Is(err, errAnswered) {
		err = nil
	}
	return answer, repeated, err
}

// Sees returns nil when the viewer still sees the patient whose record a stored response holds, and fails with Forbidden
// otherwise: that the work could be done again, as a registration can, doesn't say so.
func (a *Answers) Sees(ctx context.Context, patientID uuid.UUID) error {
	seen, err := a.seen.Client(ctx).Patient.Query().Where(patient.ID(patientID)).Exist(ctx)
	if err == nil && !seen {
		err = service.Errorf(service.Forbidden, "You may no longer see the record that this request made.")
	}
	return err
}

var errRehearsed = errors.New("a rehearsal is always rolled back")

// rehearse repeats the work of an answered request and rolls it back. A caller who may no longer do it, or no longer see the
// record, gets that error instead of the response. An error because the work has already been done doesn't count.
func (a *Answers) rehearse(ctx context.Context, answer []byte, do func(context.Context) ([]byte, error)) error {
	if string(answer) == empty {
		return nil
	}
	err := a.store.Unit(ctx, func(ctx context.Context) error {
		if _, err := do(ctx); err != nil {
			return err
		}
		return errRehearsed
	})
	done := service.CodeOf(err) == service.Conflict || service.CodeOf(err) == service.Stale
	if done || errors.Is(err, errRehearsed) {
		return nil
	}
	return err
}

// claim returns the stored response; if there is none it makes sure that only this transaction continues.
func (a *Answers) claim(ctx context.Context, tx *ent.Client, r Request) ([]byte, error) {
	free, err := lock(ctx, tx, r)
	if err != nil {
		return nil, err
	}
	if !free {
		return nil, &service.Error{Code: service.Conflict, Reason: "request_in_progress",
			Detail: "A request with this Idempotency-Key is still being processed. Try again shortly."}
	}
	answer, err := a.find(ctx, tx, r)
	if err != nil || answer != nil {
		return answer, err
	}
	_, err = tx.IdempotencyKey.Delete().Where(r.row()...).Exec(ctx) // its time is over
	return nil, err
}

func lock(ctx context.Context, tx *ent.Client, r Request) (free bool, err error) {
	digest := sha256.Sum256(fmt.Appendf(nil, "idempotency %q %q %q", r.Caller, r.Operation, r.Key))
	rows, err := tx.QueryContext(ctx, lockQuery, int64(binary.BigEndian.Uint64(digest[:])))
	if err != nil {
		return false, fmt.Errorf("locking an idempotency key: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	if rows.Next() {
		err = rows.Scan(&free)
	}
	return free, errors.Join(err, rows.Err())
}

// find returns the stored response to a request; nil when there is none.
func (a *Answers) find(ctx context.Context, client *ent.Client, r Request) ([]byte, error) {
	row, err := client.IdempotencyKey.Query().Where(r.row()...).Where(idempotencykey.ExpiresAtGT(time.Now())).
		Only(ctx)
	switch {
	case ent.IsNotFound(err):
		return nil, nil
	case err != nil:
		return nil, fmt.Errorf("finding an idempotency key: %w", err)
	}
	// The hash is encrypted, because a plain hash of a body with a password would let the password be guessed.
	hash, err := a.keys.Open(row.RequestHash, r.purpose()+" request")
	if err != nil {
		return nil, fmt.Errorf("reading a stored request: %w", err)
	}
	if !bytes.Equal(hash, r.Hash) {
		return nil, &service.Error{Code: service.Invalid, Reason: "idempotency_key_reused",
			Detail: "This Idempotency-Key was used for another request. Use a new key for each request."}
	}
	answer, err := a.keys.Open(*row.Response, r.purpose())
	if err != nil {
		return nil, fmt.Errorf("reading a stored response: %w", err)
	}
	return answer, nil
}

// keep stores a response in the unit of work that made it.
func (a *Answers) keep(ctx context.Context, r Request, answer []byte) error {
	values, err := a.settings.Read(ctx)
	if err != nil {
		return err
	}
	return a.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		err := tx.IdempotencyKey.Create().
			SetCaller(r.Caller).SetOperation(r.Operation).SetKey(r.Key).SetRequestHash(a.keys.Seal(r.Hash, r.purpose()+" request")).
			SetResponse(a.keys.Seal(answer, r.purpose())).SetExpiresAt(time.Now().Add(setting.Get(values, retention))).
			Exec(ctx)
		if err != nil {
			return fmt.Errorf("storing a response: %w", err)
		}
		return nil
	})
}

func (r Request) row() []predicate.IdempotencyKey {
	return []predicate.IdempotencyKey{
		idempotencykey.Caller(r.Caller), idempotencykey.Operation(r.Operation), idempotencykey.Key(r.Key),
	}
}

// purpose binds a stored response to its request, so that another row's can't take its place.
func (r Request) purpose() string {
	return fmt.Sprintf("idempotency_keys %q %q %q", r.Caller, r.Operation, r.Key)
}

// Sweeper returns a worker that deletes expired responses.
func (a *Answers) Sweeper() worker.Worker {
	return worker.Worker{Name: "idempotency sweeper", Interval: time.Hour, Run: func(ctx context.Context) error {
		_, err := a.store.Pool().IdempotencyKey.Delete().Where(idempotencykey.ExpiresAtLTE(time.Now())).Exec(ctx)
		return err
	}}
}
