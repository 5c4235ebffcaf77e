// Package page lists records by keyset: a page begins after the last row of the previous one, which an index finds. So the
// thousandth page costs no more than the first.
package page

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hmac"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"errors"
	"fmt"
	"sync/atomic"
)

// Cursors encrypts and decrypts the positions where pages begin. Cursors are encrypted because sort keys may be names. Each
// belongs to one list: one viewer, sort order and set of filters. The same position always gives the same cursor, so that a
// page that hasn't changed is identical byte for byte.
type Cursors struct{ ciphers atomic.Pointer[[]sealer] }

// sealer encrypts with a nonce that is derived from the text, so that no nonce is used for two texts.
type sealer struct {
	cipher.AEAD
	nonceKey []byte
}

func (s sealer) nonce(text, list []byte) []byte {
	mac := hmac.New(sha256.New, s.nonceKey)
	sum := sha256.Sum256(list)
	mac.Write(sum[:])
	mac.Write(text)
	return mac.Sum(nil)[:s.NonceSize()]
}

// NewCursors returns Cursors that encrypt with the first secret and decrypt with all of them. Each secret has 32 bytes.
func NewCursors(secrets [][]byte) (*Cursors, error) {
	c := &Cursors{}
	return c, c.Renew(secrets)
}

// Renew replaces the secrets, for example when keys rotate; see NewCursors.
func (c *Cursors) Renew(secrets [][]byte) error {
	if len(secrets) == 0 {
		return errors.New("cursors: no secret")
	}
	ciphers := make([]sealer, len(secrets))
	for i, secret := range secrets {
		block, err := aes.NewCipher(secret)
		if err != nil {
			return fmt.Errorf("cursors: %w", err)
		}
		aead, err := cipher.NewGCM(block)
		if err != nil {
			return fmt.Errorf("cursors: %w", err)
		}
		nonces := hmac.New(sha256.New, secret)
		nonces.Write([]byte("nonces"))
		ciphers[i] = sealer{aead, nonces.Sum(nil)}
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
	first := (*c.ciphers.Load())[0]
	nonce := first.nonce(text, []byte(list))
	return base64.RawURLEncoding.EncodeToString(first.Seal(nonce, nonce, text, []byte(list))), nil
}

// open returns the position in a cursor of this list; false when it isn't one.
func (c *Cursors) open(cursor, list string) (p position, ok bool) {
	sealed, err := base64.RawURLEncoding.DecodeString(cursor)
	if err != nil {
		return position{}, false
	}
	for _, s := range *c.ciphers.Load() {
		if len(sealed) < s.NonceSize() {
			break
		}
		text, err := s.Open(nil, sealed[:s.NonceSize()], sealed[s.NonceSize():], []byte(list))
		if err == nil && json.Unmarshal(text, &p) == nil {
			return p, true
		}
	}
	return position{}, false
}
