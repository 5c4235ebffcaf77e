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

// folder writes each message to a file that mail programs can open.
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

// Deliver names the file after the time, so that the directory lists mails in order of delivery.
func (f *folder) Deliver(_ context.Context, m Message) error {
	msg, err := compose(m, f.from)
	if err != nil {
		return err
	}
	// Only its owner may read the file, because it may hold a link that sets a password. It gets its name once it is complete.
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
