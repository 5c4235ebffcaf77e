package cluster

import (
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"syscall"

	"github.com/predicthealth/predicthealth/internal/devstack/proc"
)

// run is the process whose lifetime the servers and their directories share.
type run struct {
	PID     int    `json:"pid"`
	Started string `json:"started"`
}

// thisRun returns the `go test` that started this test binary, or the binary itself if none did.
func thisRun() (run, error) {
	if parent, err := proc.Lookup(os.Getppid()); err == nil && parent.Name == "go" {
		return run{parent.PID, parent.Started}, nil
	}
	return thisProcess()
}

func thisProcess() (run, error) {
	self, err := proc.Lookup(os.Getpid())
	return run{self.PID, self.Started}, err
}

func (r run) alive() bool { return proc.Info{PID: r.PID, Started: r.Started}.Alive() }

// name returns the common beginning of the names of the run's directories.
func (r run) name() string {
	return fmt.Sprintf("predicthealth-test-%d-%d-%s", os.Getuid(), r.PID, r.Started)
}

// dir is where the test binaries of a run find each other.
func (r run) dir() string { return filepath.Join(os.TempDir(), r.name()) }

// dataDir is where the shared servers keep their data.
func (r run) dataDir() string { return filepath.Join(dataBase(), r.name(), "stack") }

// memory is a file system in memory, on systems that have it.
const memory = "/dev/shm"

// dataBase returns memory if it has at least 2 GiB free, which is enough for hundreds of databases at a
// time. Containers often have only 64 MiB.
func dataBase() string {
	const enough = 2 << 30
	var fs syscall.Statfs_t
	if err := syscall.Statfs(memory, &fs); err == nil && fs.Bavail*uint64(fs.Bsize) >= enough {
		return memory
	}
	return os.TempDir()
}

var namePattern = regexp.MustCompile(`^predicthealth-test-(\d+)-(\d+)-([^-]+(?:-[^-]+){4}|\d+)`)

// abandoned returns the directories of this user's runs that ended without removing them. That takes a
// kill of the keeper too, or a crash of the machine.
func abandoned() (dirs []string) {
	for _, base := range []string{os.TempDir(), memory} {
		paths, _ := filepath.Glob(filepath.Join(base, "predicthealth-test-*")) // the only error is a bad pattern
		for _, path := range paths {
			match := namePattern.FindStringSubmatch(filepath.Base(path))
			if match == nil || match[1] != strconv.Itoa(os.Getuid()) {
				continue
			}
			pid, err := strconv.Atoi(match[2])
			if err == nil && !(run{pid, match[3]}).alive() {
				dirs = append(dirs, path)
			}
		}
	}
	return dirs
}
