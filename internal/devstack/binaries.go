package devstack

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"sort"
	"strconv"
)

// MinimumPostgres is the oldest major version of PostgreSQL that the platform runs on.
const MinimumPostgres = 15

// ErrMissing is wrapped by the error for PostgreSQL or Redis not being installed. The text of that
// error says how to install what is missing on this machine.
var ErrMissing = errors.New("not found on this machine")

// binaries are the programs of a stack, as absolute paths.
type binaries struct {
	postgres string
	initdb   string
	redis    string
	major    int // of PostgreSQL
}

// places are the directories to search for programs.
type places struct {
	path     []string // searched first
	postgres []string // glob patterns
	redis    []string // glob patterns
}

// systemPlaces returns PATH and the directories where package managers install servers: Debian's and
// Red Hat's for PostgreSQL, and Homebrew's for both servers on both kinds of Mac.
func systemPlaces() places {
	return places{
		path: filepath.SplitList(os.Getenv("PATH")),
		postgres: []string{
			"/usr/lib/postgresql/*/bin",
			"/usr/pgsql-*/bin",
			"/opt/homebrew/opt/postgresql@*/bin",
			"/usr/local/opt/postgresql@*/bin",
		},
		redis: []string{"/opt/homebrew/opt/redis*/bin", "/usr/local/opt/redis*/bin", "/usr/local/bin", "/usr/bin"},
	}
}

// find looks for PostgreSQL and Redis. A program in PATH comes first, then the highest version. If major
// isn't 0, only that version of PostgreSQL will do, because a cluster needs the version that created it.
func (p places) find(major int) (binaries, error) {
	var found binaries
	var versions []int
	for _, c := range p.postgresCandidates() {
		versions = append(versions, c.major)
		if c.major >= MinimumPostgres && (major == 0 || c.major == major) {
			found = c
			break
		}
	}
	found.redis = p.redisServer()

	if found.postgres == "" && major != 0 && len(versions) > 0 {
		return binaries{}, fmt.Errorf(
			"the cluster was made by PostgreSQL %d, but only %v is installed: install version %d, or start over with --reset: %w",
			major, versions, major, ErrMissing)
	}
	if found.postgres == "" || found.redis == "" {
		return binaries{}, missingError(found, versions)
	}
	return found, nil
}

// postgresCandidates returns the installations found, the preferred one first.
func (p places) postgresCandidates() []binaries {
	inspectAll := func(dirs []string) (found []binaries) {
		for _, path := range executables(dirs, "postgres") {
			if b, ok := inspect(path); ok {
				found = append(found, b)
			}
		}
		return found
	}
	others := inspectAll(expand(p.postgres))
	sort.SliceStable(others, func(i, j int) bool { return others[i].major > others[j].major })
	return append(inspectAll(p.path), others...)
}

// expand returns the directories that match any of the patterns.
func expand(patterns []string) (dirs []string) {
	for _, pattern := range patterns {
		matches, _ := filepath.Glob(pattern) // the only error is a bad pattern
		dirs = append(dirs, matches...)
	}
	return dirs
}

// executables returns the absolute paths of the programs with this name in dirs.
func executables(dirs []string, name string) (paths []string) {
	for _, dir := range dirs {
		path, err := filepath.Abs(filepath.Join(dir, name))
		if err != nil {
			continue
		}
		if _, err := exec.LookPath(path); err == nil {
			paths = append(paths, path)
		}
	}
	return paths
}

var versionPattern = regexp.MustCompile(`\(PostgreSQL\) (\d+)`)

// inspect returns the installation that the server binary at path belongs to.
func inspect(path string) (binaries, bool) {
	initdb := filepath.Join(filepath.Dir(path), "initdb")
	if _, err := os.Stat(initdb); err != nil {
		return binaries{}, false
	}
	out, err := exec.Command(path, "--version").Output()
	if err != nil {
		return binaries{}, false
	}
	match := versionPattern.FindSubmatch(out)
	if match == nil {
		return binaries{}, false
	}
	major, err := strconv.Atoi(string(match[1]))
	return binaries{postgres: path, initdb: initdb, major: major}, err == nil
}

func (p places) redisServer() string {
	found := executables(append(slices.Clone(p.path), expand(p.redis)...), "redis-server")
	if len(found) == 0 {
		return ""
	}
	return found[0]
}
