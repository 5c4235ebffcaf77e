package devstack

import (
	"crypto/rand"
	"encoding/hex"
	"encoding/json"
	"errors"
	"fmt"
	"io/fs"
	"net"
	"os"
	"path/filepath"
	"strconv"
)

// state is what a stack remembers between runs, in a file that only its owner may read.
type state struct {
	User          string `json:"user"`
	Password      string `json:"password"`
	RedisPassword string `json:"redis_password"`
	// The ports of the last run are used again if they are free, so that saved connections of database tools work.
	PostgresPort int `json:"postgres_port"`
	RedisPort    int `json:"redis_port"`

	// Data is the directory with the servers' data. It follows from the stack's directory.
	Data string `json:"-"`
}

func statePath(dir string) string { return filepath.Join(dir, "stack.json") }

// loadState reads the state of the stack in dir; the error is fs.ErrNotExist if the stack is new.
func loadState(dir string) (state, error) {
	content, err := os.ReadFile(statePath(dir))
	if err != nil {
		return state{}, err
	}
	var s state
	if err := json.Unmarshal(content, &s); err != nil {
		return state{}, fmt.Errorf("%s is damaged, start over with --reset: %w", statePath(dir), err)
	}
	return s, nil
}

func (s state) save(dir string) error {
	content, err := json.MarshalIndent(s, "", "  ") //nolint:gosec // keeping the passwords is the purpose
	if err != nil {
		return err
	}
	temporary := statePath(dir) + ".new"
	if err := os.WriteFile(temporary, append(content, '\n'), 0o600); err != nil {
		return err
	}
	return os.Rename(temporary, statePath(dir))
}

// openState loads the state of the stack in dir, or creates it for a new stack.
func openState(dir, user string, a *account) (state, error) {
	data, err := dataDir(dir, a)
	if err != nil {
		return state{}, err
	}
	s, err := loadState(dir)
	if errors.Is(err, fs.ErrNotExist) {
		return newState(dir, data, user)
	}
	if err != nil {
		return state{}, err
	}
	if s.User != user {
		return state{}, fmt.Errorf("the cluster in %s was created for the user %q, not %q: set POSTGRES_USER back, or start over with --reset",
			dir, s.User, user)
	}
	s.Data = data
	return s, nil
}

// newState creates new passwords, so it fails if there already is a cluster, which wouldn't know them.
func newState(dir, data, user string) (state, error) {
	if data != dir { // dir was removed, but not its data elsewhere
		if err := removeData(data); err != nil {
			return state{}, err
		}
	} else if _, err := os.Stat(postgresDir(data)); err == nil {
		return state{}, fmt.Errorf("%s has a cluster but no %s with its password: start over with --reset",
			dir, filepath.Base(statePath(dir)))
	}
	s := state{User: user, Password: randomPassword(), RedisPassword: randomPassword(), Data: data}
	return s, s.save(dir)
}

func randomPassword() string {
	b := make([]byte, 24)
	_, _ = rand.Read(b) // never fails: crypto/rand ends the program instead
	return hex.EncodeToString(b)
}

// freePorts returns a port for each of preferred: that port if nothing listens there, and otherwise one
// that the system says is free.
func freePorts(preferred ...int) (ports []int, err error) {
	for _, port := range preferred {
		listener, listenErr := net.Listen("tcp", address(port))
		if listenErr != nil {
			listener, listenErr = net.Listen("tcp", address(0))
		}
		if listenErr != nil {
			return nil, fmt.Errorf("find a free port: %w", listenErr)
		}
		// Held until all are found: a released port might be found again.
		defer func() { err = errors.Join(err, listener.Close()) }()
		ports = append(ports, listener.Addr().(*net.TCPAddr).Port)
	}
	return ports, nil
}

func portFree(port int) bool {
	listener, err := net.Listen("tcp", address(port))
	if err != nil {
		return false
	}
	return listener.Close() == nil
}

func address(port int) string { return net.JoinHostPort("127.0.0.1", strconv.Itoa(port)) }
