// Package encryption encrypts data in the database that must be readable again, with AES-256-GCM. Keys can be replaced
// while the old ones still open what they sealed.
package encryption

import (
	"crypto/aes"
	"crypto/cipher"
	"crypto/hkdf"
	"crypto/hmac"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"errors"
	"fmt"
	"slices"
	"strings"
)

const (
	keyBytes = 32 // AES-256
	// idBytes of the SHA-256 of a key precede what it sealed, to tell which key opens it.
	idBytes = 4
)

// ErrOpen is returned for data that none of the keys sealed, or that was sealed for another purpose.
var ErrOpen = errors.New("encryption: it was sealed with another key or for another purpose")

// Keyring seals with its first key and opens with any of its keys. It is safe for concurrent use.
type Keyring struct{ keys []key }

type key struct {
	id   [idBytes]byte
	aead cipher.AEAD
	mac  []byte // derived from the key, for MAC
}

// NewKey returns a random key in the format of Parse.
func NewKey() string {
	k := make([]byte, keyBytes)
	_, _ = rand.Read(k) // never fails, see its documentation
	return base64.StdEncoding.EncodeToString(k)
}

// Parse reads comma-separated keys, the newest first; each is 32 random bytes in base64. Its error quotes no key.
func Parse(text string) (*Keyring, error) {
	var ring Keyring
	for one := range strings.SplitSeq(text, ",") {
		raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(one))
		if err != nil || len(raw) != keyBytes {
			return nil, fmt.Errorf("encryption: key %d is not %d bytes in base64; make one with `openssl rand -base64 %d`",
				len(ring.keys)+1, keyBytes, keyBytes)
		}
		block, err := aes.NewCipher(raw)
		if err != nil {
			return nil, fmt.Errorf("encryption: %w", err)
		}
		aead, err := cipher.NewGCMWithRandomNonce(block)
		if err != nil {
			return nil, fmt.Errorf("encryption: %w", err)
		}
		mac, err := hkdf.Key(sha256.New, raw, nil, "predicthealth mac", sha256.Size)
		if err != nil {
			return nil, fmt.Errorf("encryption: %w", err)
		}
		digest := sha256.Sum256(raw)
		ring.keys = append(ring.keys, key{[idBytes]byte(digest[:idBytes]), aead, mac})
	}
	return &ring, nil
}

// Seal encrypts text for a purpose, such as a table and a row's key. Sealed text opens only for the same purpose, so it
// can't be moved.
func (r *Keyring) Seal(text []byte, purpose string) []byte {
	k := r.keys[0]
	return k.aead.Seal(slices.Clone(k.id[:]), nil, text, []byte(purpose)) //nolint:gosec // NewGCMWithRandomNonce makes the nonce
}

// Open decrypts what Seal returned for the same purpose; otherwise it fails with ErrOpen.
func (r *Keyring) Open(sealed []byte, purpose string) ([]byte, error) {
	if len(sealed) < idBytes {
		return nil, ErrOpen
	}
	id, rest := [idBytes]byte(sealed[:idBytes]), sealed[idBytes:]
	for _, k := range r.keys {
		if k.id != id {
			continue
		}
		if text, err := k.aead.Open(nil, nil, rest, []byte(purpose)); err == nil {
			return text, nil
		}
	}
	return nil, ErrOpen
}

// MACBytes is the length of a MAC.
const MACBytes = 16

// MAC returns a message authentication code (HMAC-SHA-256, its first half) of data for a purpose: only who has the key can
// make it.
func (r *Keyring) MAC(data []byte, purpose string) []byte { return r.keys[0].code(data, purpose) }

// Authentic says whether one of the keys made the MAC, of this data and for this purpose.
func (r *Keyring) Authentic(mac, data []byte, purpose string) bool {
	return slices.ContainsFunc(r.keys, func(k key) bool { return hmac.Equal(mac, k.code(data, purpose)) })
}

func (k key) code(data []byte, purpose string) []byte {
	code := hmac.New(sha256.New, k.mac)
	code.Write(append([]byte(purpose), 0)) // a purpose has no NUL
	code.Write(data)
	return code.Sum(nil)[:MACBytes]
}
