// Package page lists records by keyset: a page begins after the last row of the one before, found by an index, so the
// thousandth page costs what the first does.
package page

import (
	"crypto/aes"
	"crypto/cipher"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"sync/atomic"
)

// Cursors seals the places where pages begin. A cursor is encrypted, for sort keys may be names, and belongs to one
// list: that of a viewer, a sort and filters.
type Cursors struct{ ciphers atomic.Pointer[[]cipher.AEAD] }

// NewCursors returns a Cursors that seals with the first secret and opens with all; each has 32 bytes.
func NewCursors(secrets [][]byte) (*Cursors, error) {
	c := &Cursors{}
	return c, c.Renew(secrets)
}

// Renew replaces the secrets, as when keys rotate; see NewCursors.
func (c *Cursors) Renew(secrets [][]byte) error {
	if len(secrets) == 0 {
		return errors.New("cursors: no secret")
	}
	ciphers := make([]cipher.AEAD, len(secrets))
	for i, secret := range secrets {
		block, err := aes.NewCipher(secret)
		if err != nil {
			return fmt.Errorf("cursors: %w", err)
		}
		if ciphers[i], err = cipher.NewGCMWithRandomNonce(block); err != nil {
			return fmt.Errorf("cursors: %w", err)
		}
	}
	c.ciphers.Store(&ciphers)
	return nil
}

// position is where a page begins: beyond the row with these sort keys.
type position struct {
	Backward bool     `json:"b,omitempty"`
	Keys     []string `json:"k"`
}

func (c *Cursors) seal(p position, list string) (string, error) {
	text, err := json.Marshal(p)
	if err != nil {
		return "", fmt.Errorf("cursors: %w", err)
	}
	sealed := (*c.ciphers.Load())[0].Seal(nil, nil, text, []byte(list)) //nolint:gosec // it makes its nonces itself
	return base64.RawURLEncoding.EncodeToString(sealed), nil
}

// open returns the position in a cursor of this list; false when it is none.
func (c *Cursors) open(cursor, list string) (p position, ok bool) {
	sealed, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return position{}, false
	}
	for _, aead := range *c.ciphers.Load() {
		text, err := aead.Open(nil, nil, sealed, []byte(list))
		if err == nil && json.Unmarshal(text, &p) == nil {
			return p, true
		}
	}
	return position{}, false
}
