package auth

import (
	"context"
	"errors"
	"fmt"
	"runtime"
	"unicode/utf8"

	"golang.org/x/crypto/bcrypt"

	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/setting"
)

// maxPasswordBytes is what bcrypt takes into account; more is refused, never cut.
const maxPasswordBytes = 72

var (
	bcryptCost        = setting.Int("auth.bcrypt.cost", 10)
	passwordMinLength = setting.Int("auth.password.min_length", 8)
)

// Passwords checks and hashes passwords. At most half of the processors do so at a time, so that sign-ins don't
// starve other requests.
type Passwords struct {
	settings *setting.Reader
	slots    chan struct{}
}

// NewPasswords returns a Passwords whose rules are in the settings.
func NewPasswords(settings *setting.Reader) *Passwords {
	return &Passwords{settings, make(chan struct{}, max(1, runtime.GOMAXPROCS(0)/2))}
}

// Validate returns what is wrong with a new password, with the pointer it is given.
func (p *Passwords) Validate(ctx context.Context, pointer, password string) ([]service.Field, error) {
	values, err := p.settings.Read(ctx)
	if err != nil {
		return nil, err
	}
	if shortest := setting.Get(values, passwordMinLength); utf8.RuneCountInString(password) < shortest {
		return []service.Field{{
			Pointer: pointer, Code: "too_short", Detail: fmt.Sprintf("A password has at least %d characters.", shortest),
		}}, nil
	}
	if len(password) > maxPasswordBytes {
		return []service.Field{{
			Pointer: pointer, Code: "too_long", Detail: fmt.Sprintf("A password has at most %d bytes.", maxPasswordBytes),
		}}, nil
	}
	return nil, nil
}

// Hash returns the bcrypt hash of a valid password. It takes tens of milliseconds: call it outside transactions.
func (p *Passwords) Hash(ctx context.Context, password string) (string, error) {
	values, err := p.settings.Read(ctx)
	if err != nil {
		return "", err
	}
	if err := p.acquire(ctx); err != nil {
		return "", err
	}
	defer p.release()
	hash, err := bcrypt.GenerateFromPassword([]byte(password), setting.Get(values, bcryptCost))
	if err != nil {
		return "", fmt.Errorf("hashing a password: %w", err)
	}
	return string(hash), nil
}

// matches compares a password with a hash, and with a hash that fits nothing when there is none: an unknown account
// costs as much as a wrong password.
func (p *Passwords) matches(ctx context.Context, hash, password string) (bool, error) {
	values, err := p.settings.Read(ctx)
	if err != nil {
		return false, err
	}
	if hash == "" || len(password) > maxPasswordBytes {
		hash = unmatchable(setting.Get(values, bcryptCost))
	}
	if err := p.acquire(ctx); err != nil {
		return false, err
	}
	defer p.release()
	err = bcrypt.CompareHashAndPassword([]byte(hash), []byte(password))
	if err != nil && !errors.Is(err, bcrypt.ErrMismatchedHashAndPassword) {
		return false, fmt.Errorf("comparing a password: %w", err)
	}
	return err == nil, nil
}

// unmatchable is a well-formed hash whose digest is not known to belong to any password.
func unmatchable(cost int) string {
	return fmt.Sprintf("$2a$%02d$%s", cost, "....................../////////////////////////////////"[:53])
}

func (p *Passwords) acquire(ctx context.Context) error {
	select {
	case p.slots <- struct{}{}:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("waiting to check a password: %w", ctx.Err())
	}
}

func (p *Passwords) release() { <-p.slots }
