package migration

import (
	"context"
	"database/sql"
	"errors"
	"io/fs"
	"time"
)

// State says how a database relates to the program's migrations.
type State string

// Values of State.
const (
	StateCurrent State = "current" // has every migration
	StatePending State = "pending" // lacks some; Up applies them
	StateBlocked State = "blocked" // Up refuses; Problem says why
)

// Applied is a migration that a database has.
type Applied struct {
	Version string    `json:"version"`
	Name    string    `json:"name"`
	At      time.Time `json:"applied_at"`
}

// Status says which of the program's migrations a database has, and which it lacks.
type Status struct {
	State   State     `json:"state"`
	Applied []Applied `json:"applied"`
	Pending []string  `json:"pending"`           // versions, in order
	Problem string    `json:"problem,omitempty"` // why Up refuses

	// Err is the reason behind Problem: ErrNewer, ErrHistory, ErrHalfway or ErrNotEmpty.
	Err error `json:"-"`
}

// ReadStatus compares the database at url with the migrations at the top of files. It changes nothing.
func ReadStatus(ctx context.Context, url string, files fs.FS) (_ *Status, err error) {
	db, err := open(url)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	return ReadStatusThrough(ctx, db, files)
}

// ReadStatusThrough does what ReadStatus does through a pool that is open already.
func ReadStatusThrough(ctx context.Context, db *sql.DB, files fs.FS) (*Status, error) {
	dir, err := Dir(files)
	if err != nil {
		return nil, err
	}
	revisions, err := readRevisions(ctx, db)
	if err != nil {
		return nil, err
	}
	status := &Status{State: StateCurrent, Applied: []Applied{}, Pending: []string{}}
	for _, r := range revisions {
		if !halfway(r) {
			status.Applied = append(status.Applied, Applied{Version: r.Version, Name: r.Description, At: r.ExecutedAt.UTC()})
		}
	}
	pending, err := pending(dir, revisions, false)
	if err == nil && len(revisions) == 0 {
		err = checkEmpty(ctx, db)
	}
	switch {
	case errors.Is(err, ErrNewer), errors.Is(err, ErrHistory), errors.Is(err, ErrHalfway), errors.Is(err, ErrNotEmpty):
		status.State, status.Problem, status.Err = StateBlocked, err.Error(), err
	case err != nil:
		return nil, err
	case len(pending) > 0:
		status.State = StatePending
	}
	for _, f := range pending {
		status.Pending = append(status.Pending, f.Version())
	}
	return status, nil
}
