package auth

import (
	"context"
	"crypto"
	"crypto/ed25519"
	"crypto/hkdf"
	"crypto/rand"
	"crypto/sha256"
	"crypto/x509"
	"encoding/base64"
	"encoding/pem"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"sync/atomic"
	"time"
)

const keyPattern = "*.pem"

// othersMay are the permissions that a key's file must not have: none for others, and its group may at most read it, which
// is how orchestrators hand out secrets.
const othersMay = 0o037

// publishedBefore is how long a new key is published before it signs. By then every instance, and every service that
// caches the key set, has it.
const publishedBefore = 10 * time.Minute

// Keys are the Ed25519 keys of access tokens. The newest one that everyone knows signs; all of them verify. Keys are safe
// for concurrent use.
type Keys struct {
	dir    string
	loaded atomic.Pointer[[]key] // by file name
}

type key struct {
	id      string // RFC 7638 thumbprint
	private ed25519.PrivateKey
	since   time.Time // when its file was written
}

// LoadKeys reads every *.pem file (PKCS #8, Ed25519) in a directory. To rotate keys, add a file whose name sorts last; it
// signs once it is ten minutes old. Remove the old file when the tokens that it signed have expired.
func LoadKeys(dir string) (*Keys, error) {
	keys := &Keys{dir: dir}
	if err := keys.Reload(context.Background()); err != nil {
		return nil, err
	}
	return keys, nil
}

// Reload reads the directory again. If that fails, the keys stay as they are.
func (k *Keys) Reload(context.Context) error {
	loaded, err := readKeys(k.dir)
	if err != nil {
		return err
	}
	k.loaded.Store(&loaded)
	return nil
}

func readKeys(dir string) ([]key, error) {
	if dir == "" {
		return nil, errors.New("no signing keys: set JWT_KEYS_DIR to a directory with keys; `predicthealth jwt-key create DIR` creates one")
	}
	paths, err := filepath.Glob(filepath.Join(dir, keyPattern))
	if err != nil {
		return nil, fmt.Errorf("signing keys: %w", err)
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no signing keys: %s has no %s file; create one with `predicthealth jwt-key create %s`", dir, keyPattern, dir)
	}
	slices.Sort(paths)
	var keys []key
	for _, path := range paths {
		k, err := loadKey(path)
		if err != nil {
			return nil, fmt.Errorf("signing key %s: %w", path, err)
		}
		keys = append(keys, k)
	}
	return keys, nil
}

func loadKey(path string) (key, error) {
	info, err := os.Stat(path)
	if err != nil {
		return key{}, err
	}
	if info.Mode().Perm()&othersMay != 0 {
		return key{}, fmt.Errorf("has the mode %#o, so that others on this machine can read or replace it; run `chmod 600 %s`",
			info.Mode().Perm(), path)
	}
	text, err := os.ReadFile(path) //nolint:gosec // the operator chooses the directory
	if err != nil {
		return key{}, err
	}
	block, _ := pem.Decode(text)
	if block == nil {
		return key{}, errors.New("is not PEM")
	}
	parsed, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if err != nil {
		return key{}, errors.New("is not a PKCS #8 private key")
	}
	private, ok := parsed.(ed25519.PrivateKey)
	if !ok {
		return key{}, errors.New("is not an Ed25519 key; create one with `predicthealth jwt-key create`")
	}
	return newKey(private, info.ModTime()), nil
}

// GenerateKey writes a new signing key into a directory and returns the file's path. It creates the directory if needed.
// The file is named after the current time, so that the newest key signs.
func GenerateKey(dir string) (path string, err error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return "", fmt.Errorf("generating a key: %w", err)
	}
	der, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return "", fmt.Errorf("generating a key: %w", err)
	}
	if err := os.MkdirAll(dir, 0o700); err != nil {
		return "", fmt.Errorf("generating a key: %w", err)
	}
	path = filepath.Join(dir, time.Now().UTC().Format("20060102T150405.000000Z")+".pem")
	text := pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: der})
	file, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o600) //nolint:gosec // as above
	if err != nil {
		return "", fmt.Errorf("generating a key: %w", err)
	}
	if _, err := file.Write(text); err != nil {
		return "", errors.Join(err, file.Close())
	}
	return path, file.Close()
}

// EnsureKeys loads the keys of a directory, and creates the first one when there is none. It is for development: two
// programs that start at once in an empty directory create a key each.
func EnsureKeys(dir string) (*Keys, error) {
	paths, err := filepath.Glob(filepath.Join(dir, keyPattern))
	if err != nil && !errors.Is(err, fs.ErrNotExist) {
		return nil, fmt.Errorf("signing keys: %w", err)
	}
	if len(paths) == 0 {
		if _, err := GenerateKey(dir); err != nil {
			return nil, err
		}
	}
	return LoadKeys(dir)
}

func newKey(private ed25519.PrivateKey, since time.Time) key {
	thumbprint := sha256.Sum256(fmt.Appendf(nil, `{"crv":"Ed25519","kty":"OKP","x":"%s"}`, x(private)))
	return key{id: base64.RawURLEncoding.EncodeToString(thumbprint[:]), private: private, since: since}
}

func x(private ed25519.PrivateKey) string {
	return base64.RawURLEncoding.EncodeToString(private.Public().(ed25519.PublicKey))
}

// ordered returns the signing key and then the others, newest first. The signing key is the last by name that is old
// enough to be known everywhere; the first by name while none is.
func (k *Keys) ordered() []key {
	all := slices.Clone(*k.loaded.Load())
	slices.Reverse(all)
	signing := slices.IndexFunc(all, func(key key) bool { return time.Since(key.since) >= publishedBefore })
	if signing < 0 {
		signing = len(all) - 1
	}
	first := all[signing]
	return slices.Insert(slices.Delete(all, signing, signing+1), 0, first)
}

func (k *Keys) signing() key { return k.ordered()[0] }

// public returns the key that verifies what the key kid signed.
func (k *Keys) public(kid string) (crypto.PublicKey, bool) {
	for _, key := range *k.loaded.Load() {
		if key.id == kid {
			return key.private.Public(), true
		}
	}
	return nil, false
}

// JWK is a public key in the form of RFC 8037.
type JWK struct {
	KeyType   string `json:"kty" example:"OKP"`
	Curve     string `json:"crv" example:"Ed25519"`
	X         string `json:"x"`
	KeyID     string `json:"kid"`
	Use       string `json:"use" example:"sig"`
	Algorithm string `json:"alg" example:"EdDSA"`
}

// Public returns the public keys, the signing one first.
func (k *Keys) Public() []JWK {
	var all []JWK
	for _, key := range k.ordered() {
		all = append(all, JWK{"OKP", "Ed25519", x(key.private), key.id, "sig", "EdDSA"})
	}
	return all
}

// Derive derives a 32-byte secret for a purpose from each key, the signing key's first. All instances derive the same
// secrets. Protect new data with the first, and try all of them on old data. Data that they protect can't outlive the keys.
func (k *Keys) Derive(purpose string) ([][]byte, error) {
	var secrets [][]byte
	for _, key := range k.ordered() {
		secret, err := hkdf.Key(sha256.New, key.private.Seed(), nil, "predicthealth "+purpose, 32)
		if err != nil {
			return nil, fmt.Errorf("deriving a secret: %w", err)
		}
		secrets = append(secrets, secret)
	}
	return secrets, nil
}
