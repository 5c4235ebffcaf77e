package devstack

import (
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

// install puts programs that only know their version into a directory for each of the versions of
// PostgreSQL, and Redis into one.
func install(t *testing.T, root string, versions ...int) {
	t.Helper()
	write := func(path, output string) {
		require.NoError(t, os.MkdirAll(filepath.Dir(path), 0o750))
		require.NoError(t, os.WriteFile(path, fmt.Appendf(nil, "#!/bin/sh\necho '%s'\n", output), 0o700)) //nolint:gosec // a program
	}
	for _, version := range versions {
		dir := filepath.Join(root, fmt.Sprint(version), "bin")
		write(filepath.Join(dir, "postgres"), fmt.Sprintf("postgres (PostgreSQL) %d.3 (Debian)", version))
		write(filepath.Join(dir, "initdb"), "")
	}
	write(filepath.Join(root, "redis", "redis-server"), "")
}

func TestFind(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	install(t, root, 9, 14, 15, 16, 17)
	at := func(pattern string) string { return filepath.Join(root, pattern) }
	cases := map[string]struct {
		path     []string
		postgres string
		major    int
		want     int
	}{
		"the highest version":              {nil, "*/bin", 0, 17},
		"that of the cluster":              {nil, "*/bin", 16, 16},
		"the one in PATH":                  {[]string{at("15/bin")}, "*/bin", 0, 15},
		"not one in PATH that is too old":  {[]string{at("14/bin")}, "1[56]/bin", 0, 16},
		"not one in PATH for other data":   {[]string{at("15/bin")}, "*/bin", 17, 17},
		"a directory in PATH without them": {[]string{at("nothing")}, "*/bin", 0, 17},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			found, err := places{path: c.path, postgres: []string{at(c.postgres)}, redis: []string{at("redis")}}.find(c.major)
			require.NoError(t, err)
			assert.Equal(t, c.want, found.major)
			assert.Equal(t, at(fmt.Sprintf("%d/bin/postgres", c.want)), found.postgres)
			assert.Equal(t, at(fmt.Sprintf("%d/bin/initdb", c.want)), found.initdb)
			assert.Equal(t, at("redis/redis-server"), found.redis)
		})
	}
}

func TestMissing(t *testing.T) {
	t.Parallel()
	root := t.TempDir()
	install(t, root, 13, 14, 16)
	at := func(pattern string) []string { return []string{filepath.Join(root, pattern)} }
	cases := map[string]struct {
		places places
		major  int
		want   []string
	}{
		"both":           {places{}, 0, []string{"PostgreSQL 15 or newer and Redis", "docker compose up", "DATABASE_URL", "REDIS_URL"}},
		"Redis":          {places{postgres: at("*/bin")}, 0, []string{"Redis: not found"}},
		"a new enough":   {places{postgres: at("1[34]/bin"), redis: at("redis")}, 0, []string{"only [14 13] is installed"}},
		"the cluster's":  {places{postgres: at("*/bin"), redis: at("redis")}, 15, []string{"made by PostgreSQL 15", "--reset"}},
		"Redis of those": {places{postgres: at("*/bin")}, 16, []string{"Redis: not found"}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := c.places.find(c.major)
			require.ErrorIs(t, err, ErrMissing)
			for _, want := range c.want {
				assert.ErrorContains(t, err, want)
			}
		})
	}
}

func TestInstallCommand(t *testing.T) {
	t.Parallel()
	both := []string{"postgresql", "redis"}
	debian12 := "ID=debian\nVERSION_ID=\"12\"\n"
	cases := map[string]struct {
		platform platform
		what     []string
		want     string
	}{
		"Debian 12 as root": {platform{"apt-get", debian12, true}, both, "apt-get install -y postgresql-15 redis-server"},
		"Debian 12":         {platform{"apt-get", debian12, false}, both, "sudo apt-get install -y postgresql-15 redis-server"},
		"only Redis":        {platform{"apt-get", debian12, true}, both[1:], "apt-get install -y redis-server"},
		"Ubuntu 24.04":      {platform{"apt-get", "VERSION_ID=\"24.04\"", false}, both, "sudo apt-get install -y postgresql redis-server"},
		"macOS":             {platform{"brew", "", false}, both, "brew install postgresql@15 redis"},
		"Fedora":            {platform{"dnf", "", false}, both, "sudo dnf install -y postgresql-server postgresql-contrib redis"},
		"Alpine as root":    {platform{"apk", "", true}, both, "apk add postgresql15 postgresql15-contrib redis"},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			assert.Equal(t, c.want, c.platform.installCommand(c.what))
		})
	}
}
