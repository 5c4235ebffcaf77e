package devstack

import (
	"fmt"
	"os"
	"os/exec"
	"runtime"
	"strings"
)

// missingError says what is missing and every way to get it. versions are those of installed
// PostgreSQL servers that are too old.
func missingError(found binaries, versions []int) error {
	var missing, what []string
	if found.postgres == "" {
		name := fmt.Sprintf("PostgreSQL %d or newer", MinimumPostgres)
		if len(versions) > 0 {
			name += fmt.Sprintf(" (only %v is installed)", versions)
		}
		missing, what = append(missing, name), append(what, "postgresql")
	}
	if found.redis == "" {
		missing, what = append(missing, "Redis"), append(what, "redis")
	}
	return fmt.Errorf(`%s: %w
  install:            %s
  or use containers:  docker compose up
  or use servers you already run: set DATABASE_URL and REDIS_URL`,
		strings.Join(missing, " and "), ErrMissing, thisPlatform().installCommand(what))
}

// platform describes the system, for choosing how to install software.
type platform struct {
	manager   string // apt-get, dnf, apk or brew
	osRelease string // the text of /etc/os-release
	root      bool
}

func thisPlatform() platform {
	p := platform{manager: "apt-get", root: os.Geteuid() == 0}
	if runtime.GOOS == "darwin" {
		p.manager = "brew"
		return p
	}
	for _, manager := range []string{"apt-get", "dnf", "apk"} {
		if _, err := exec.LookPath(manager); err == nil {
			p.manager = manager
			break
		}
	}
	release, _ := os.ReadFile("/etc/os-release") // without it, use the names that fit most systems
	p.osRelease = string(release)
	return p
}

// packages are the names of "postgresql" and "redis" for each package manager.
var packages = map[string]map[string]string{
	"apt-get": {"postgresql": "postgresql-15", "redis": "redis-server"},
	"dnf":     {"postgresql": "postgresql-server postgresql-contrib", "redis": "redis"},
	"apk":     {"postgresql": "postgresql15 postgresql15-contrib", "redis": "redis"},
	"brew":    {"postgresql": "postgresql@15", "redis": "redis"},
}

// installCommand returns the shell command that installs the named software.
func (p platform) installCommand(what []string) string {
	words := []string{p.manager, "install", "-y"}
	switch p.manager {
	case "brew":
		words = []string{"brew", "install"}
	case "apk":
		words = []string{"apk", "add"}
	}
	if !p.root && p.manager != "brew" {
		words = append([]string{"sudo"}, words...)
	}
	for _, name := range what {
		pkg := packages[p.manager][name]
		// Each Debian and Ubuntu release packages one version of PostgreSQL; Debian 12 has 15.
		if pkg == "postgresql-15" && p.osRelease != "" && !strings.Contains(p.osRelease, `VERSION_ID="12"`) {
			pkg = "postgresql"
		}
		words = append(words, pkg)
	}
	return strings.Join(words, " ")
}
