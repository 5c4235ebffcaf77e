package mail

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"os"
	"path/filepath"
	"time"
)

// folder keeps each message in a file, as mail programs open them.
type folder struct {
	dir  string
	from *mail.Address
}

func newFolder(dir string, from *mail.Address) (*folder, error) {
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	return &folder{dir, from}, nil
}

// Deliver names the file after the time, so that a list of the directory is in the order of delivery.
func (f *folder) Deliver(_ context.Context, m Message) error {
	msg, err := compose(m, f.from)
	if err != nil {
		return err
	}
	// Of its owner alone, for it may hold a link that sets a password; and whole once it has its name.
	file, err := os.CreateTemp(f.dir, ".mail-*")
	if err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	_, err = msg.WriteTo(file)
	if err := errors.Join(err, file.Close()); err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	name := time.Now().UTC().Format("20060102T150405.000") + "-" + m.ID + ".eml"
	if err := os.Rename(file.Name(), filepath.Join(f.dir, name)); err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	return nil
}

func (f *folder) String() string { return f.dir }
