package auth

import (
	"context"
	"errors"
	"fmt"
	"sync/atomic"

	"github.com/prometheus/client_golang/prometheus"
	"golang.org/x/crypto/bcrypt"

	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/setting"
)

var (
	bcryptCost        = setting.Int("auth.bcrypt.cost", 10)
	passwordMinLength = setting.Int("auth.password.min_length", 8)
)

// Passwords checks and hashes passwords. At most half of the processors do so at a time, and a bounded number of requests
// wait for it, so that sign-ins don't starve other work.
type Passwords struct {
	settings *setting.Reader
	gate     *gate
	bcrypts  atomic.Int64 // begun so far
	// costliest is the highest cost seen so far, in a hash or in the settings.
	costliest atomic.Int64
}

// NewPasswords returns a Passwords that reads its rules from the settings.
func NewPasswords(settings *setting.Reader) *Passwords {
	return &Passwords{settings: settings, gate: newGate()}
}

// Collectors returns the metrics.
func (p *Passwords) Collectors() []prometheus.Collector {
	return []prometheus.Collector{
		prometheus.NewGaugeFunc(prometheus.GaugeOpts{
			Name: "predicthealth_bcrypt_waiting", Help: "Requests that are waiting to check or hash a password.",
		}, func() float64 { return float64(p.gate.waiting.Load()) }),
		prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "predicthealth_bcrypt_turned_away_total", Help: "Requests turned away because too many were waiting to check or hash a password.",
		}, func() float64 { return float64(p.gate.turnedAway.Load()) }),
		prometheus.NewCounterFunc(prometheus.CounterOpts{
			Name: "predicthealth_bcrypt_total", Help: "Passwords checked or hashed.",
		}, func() float64 { return float64(p.bcrypts.Load()) }),
	}
}

// Validate returns what is wrong with a new password, as field errors at pointer. context holds texts that are not secret,
// such as the owner's names and address; the password must not consist mainly of them.
func (p *Passwords) Validate(ctx context.Context, pointer, password string, context ...string) ([]service.Field, error) {
	values, err := p.settings.Read(ctx)
	if err != nil {
		return nil, err
	}
	if w := weaknessOf(password, setting.Get(values, passwordMinLength), context); w != nil {
		return []service.Field{{Pointer: pointer, Code: w.code, Detail: w.detail}}, nil
	}
	return nil, nil
}

// Hash returns the bcrypt hash of a valid password. It takes tens of milliseconds, so call it outside transactions.
func (p *Passwords) Hash(ctx context.Context, password string) (string, error) {
	values, err := p.settings.Read(ctx)
	if err != nil {
		return "", err
	}
	if err := p.gate.enter(ctx); err != nil {
		return "", err
	}
	defer p.gate.leave()
	p.bcrypts.Add(1)
	cost := setting.Get(values, bcryptCost)
	p.meet(cost)
	hash, err := bcrypt.GenerateFromPassword([]byte(normalized(password)), cost)
	if err != nil {
		return "", fmt.Errorf("hashing a password: %w", err)
	}
	return string(hash), nil
}

// Matches compares a password with a hash. When there is no hash it compares with one that matches nothing, so that an
// unknown account takes as long as a wrong password.
func (p *Passwords) Matches(ctx context.Context, hash, password string) (bool, error) {
	values, err := p.settings.Read(ctx)
	if err != nil {
		return false, err
	}
	cost := setting.Get(values, bcryptCost)
	p.meet(cost)
	if stored, err := bcrypt.Cost([]byte(hash)); err == nil {
		p.meet(stored)
	}
	if hash == "" || len(password) > maxPasswordBytes {
		hash = unmatchable(cost)
	}
	if err := p.gate.enter(ctx); err != nil {
		return false, err
	}
	defer p.gate.leave()
	p.bcrypts.Add(1)
	for _, form := range forms(password) {
		err = bcrypt.CompareHashAndPassword([]byte(hash), []byte(form))
		if !errors.Is(err, bcrypt.ErrMismatchedHashAndPassword) {
			break
		}
	}
	switch {
	case errors.Is(err, bcrypt.ErrMismatchedHashAndPassword):
		return false, nil
	case err != nil:
		return false, fmt.Errorf("comparing a password: %w", err)
	}
	return true, nil
}

// forms returns a password in the form that is hashed now, and as it was sent if that differs: older hashes are of that.
func forms(password string) []string {
	if normal := normalized(password); normal != password {
		return []string{normal, password}
	}
	return []string{password}
}

// unmatchable returns a well-formed hash that is not known to match any password.
func unmatchable(cost int) string {
	return fmt.Sprintf("$2a$%02d$%s", cost, "....................../////////////////////////////////"[:53])
}
