package cluster

import (
	"context"
	"path/filepath"
	"testing"

	"github.com/predicthealth/predicthealth/internal/devstack"
)

// NewServers starts a PostgreSQL with an empty database, and a Redis, for this test alone. The test may
// stop, kill, pause and start them again. They end with t.
func NewServers(t testing.TB) *devstack.Stack {
	t.Helper()
	owner, err := thisProcess()
	if err != nil {
		t.Fatalf("start servers for the test: %v", err)
	}
	dir := filepath.Join(dataBase(), owner.name()+"-"+randomName(), "stack")
	t.Cleanup(func() { removeStack(dir) })
	stack, err := devstack.Start(t.Context(), devstack.Options{Dir: dir, Fast: true})
	if err != nil {
		t.Fatalf("start servers for the test: %v", err)
	}
	t.Cleanup(func() {
		if err := stack.Stop(context.Background()); err != nil {
			t.Errorf("stop the test's servers: %v", err)
		}
	})
	return stack
}
