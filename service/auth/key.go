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

// publishedBefore is how long a new key is published before it signs: until then every instance, and every service
// that keeps the key set, has it.
const publishedBefore = 10 * time.Minute

// Keys are the Ed25519 keys of access tokens: the newest that all know signs, all verify. It is safe for concurrent use.
type Keys struct {
	dir    string
	loaded atomic.Pointer[[]key] // by file name
}

type key struct {
	id      string // RFC 7638 thumbprint
	private ed25519.PrivateKey
	since   time.Time // when its file was written
}

// LoadKeys reads every *.pem (PKCS #8, Ed25519) in a directory. To rotate, add a file with a later name; when it is ten
// minutes old it signs. Remove the old file when the tokens that it signed have expired.
func LoadKeys(dir string) (*Keys, error) {
	keys := &Keys{dir: dir}
	if err := keys.Reload(context.Background()); err != nil {
		return nil, err
	}
	return keys, nil
}

// Reload reads the directory again. When that fails the keys stay as they are.
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
		return nil, errors.New("no signing keys: set JWT_KEYS_DIR to the directory that `predicthealth jwt-key create DIR` fills")
	}
	paths, err := filepath.Glob(filepath.Join(dir, keyPattern))
	if err != nil {
		return nil, fmt.Errorf("signing keys: %w", err)
	}
	if len(paths) == 0 {
		return nil, fmt.Errorf("no signing keys: %s has no %s; make one with `predicthealth jwt-key create %s`", dir, keyPattern, dir)
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
	text, err := os.ReadFile(path) //nolint:gosec // the operator names the directory
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
		return key{}, errors.New("is not an Ed25519 key: make one with `predicthealth jwt-key create`")
	}
	info, err := os.Stat(path)
	if err != nil {
		return key{}, err
	}
	return newKey(private, info.ModTime()), nil
}

// GenerateKey writes a new signing key into a directory, which it makes when missing, and returns the file's path.
// The file's name is the present time, so that the newest key signs.
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

// EnsureKeys loads the keys of a directory, and makes the first when it has none. It is for development: two
// programs that start at once in an empty directory make a key each.
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

// ordered returns the key that signs and then the others, the newest first. It signs with the last by name that is old
// enough to be known everywhere, with the first while none is.
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

// public returns the key that verifies what kid signed.
func (k *Keys) public(kid string) (crypto.PublicKey, bool) {
	for _, key := range *k.loaded.Load() {
		if key.id == kid {
			return key.private.Public(), true
		}
	}
	return nil, false
}

// JWK is a public key as RFC 8037 has it.
type JWK struct {
	KeyType   string `json:"kty" example:"OKP"`
	Curve     string `json:"crv" example:"Ed25519"`
	X         string `json:"x"`
	KeyID     string `json:"kid"`
	Use       string `json:"use" example:"sig"`
	Algorithm string `json:"alg" example:"EdDSA"`
}

// Public returns the public keys, the one that signs first.
func (k *Keys) Public() []JWK {
	var all []JWK
	for _, key := range k.ordered() {
		all = append(all, JWK{"OKP", "Ed25519", x(key.private), key.id, "sig", "EdDSA"})
	}
	return all
}

// Derive returns a 32-byte secret for a purpose from each key, that of the signing key first, so that all instances have
// the same ones. Make new things of the first and try all on old ones. What they protect lives no longer than the keys.
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
