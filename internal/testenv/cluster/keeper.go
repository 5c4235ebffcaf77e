package cluster

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"

	"github.com/predicthealth/predicthealth/internal/devstack"
)

// keeperEnv is set, to the run, for a copy of a test binary that is to keep the run's servers.
const keeperEnv = "PREDICTHEALTH_TEST_KEEPER"

// pollRun is how often the keeper checks whether its run has ended.
const pollRun = 200 * time.Millisecond

// report is what the keeper prints once the servers are ready, or why they aren't.
type report struct {
	Error string `json:"error,omitempty"`
}

// A re-executed copy must become the keeper before the test binary's runner gets to run.
func init() {
	text := os.Getenv(keeperEnv)
	if text == "" {
		return
	}
	var r run
	err := json.Unmarshal([]byte(text), &r)
	if err == nil {
		err = r.keep()
	}
	if err != nil {
		_ = json.NewEncoder(os.Stdout).Encode(report{err.Error()})
		os.Exit(1)
	}
	os.Exit(0)
}

// startKeeper starts a process that outlives this test binary, and returns when its servers are ready.
func (r run) startKeeper() error {
	self, err := os.Executable()
	if err != nil {
		return err
	}
	text, err := json.Marshal(r)
	if err != nil {
		return err
	}
	log, err := os.Create(filepath.Join(r.dir(), "keeper.log"))
	if err != nil {
		return err
	}
	defer func() { _ = log.Close() }()
	// `go test` waits for every process that holds a test binary's output, so the keeper must not hold it.
	keeper := exec.Command(self) //nolint:gosec // this test binary
	keeper.Env = append(os.Environ(), keeperEnv+"="+string(text))
	keeper.Dir = "/"
	keeper.Stderr = log
	keeper.SysProcAttr = &syscall.SysProcAttr{Setsid: true}
	stdout, err := keeper.StdoutPipe()
	if err != nil {
		return err
	}
	if err := keeper.Start(); err != nil {
		return err
	}
	var answer report
	if err := json.NewDecoder(stdout).Decode(&answer); err != nil {
		return fmt.Errorf("the process that keeps the servers ended without a report: %w", errors.Join(err, keeper.Wait()))
	}
	if answer.Error != "" {
		return errors.Join(errors.New(answer.Error), keeper.Wait())
	}
	return errors.Join(stdout.Close(), keeper.Process.Release())
}

// keep runs the servers until the run or one of the servers ends.
func (r run) keep() error {
	ctx, cancel := context.WithCancel(context.Background())
	defer cancel()
	data := r.dataDir()
	defer func() {
		removeStack(data)
		_ = os.RemoveAll(r.dir())
		sweep()
	}()
	stack, err := devstack.Start(ctx, devstack.Options{Dir: data, Database: maintenance, Fast: true})
	if err != nil {
		return err
	}
	c := Cluster{PostgresURL: stack.PostgresURL, RedisURL: stack.RedisURL}
	if err := errors.Join(fillRedisDatabases(ctx, c.RedisURL), r.save(c)); err != nil {
		return errors.Join(err, stack.Stop(ctx))
	}
	if err := json.NewEncoder(os.Stdout).Encode(report{}); err != nil {
		return errors.Join(err, stack.Stop(ctx))
	}
	_ = os.Stdout.Close()
	go sweep()
	go func() {
		defer cancel()
		for r.alive() {
			time.Sleep(pollRun)
		}
	}()
	err = stack.Wait(ctx)
	_ = os.Remove(r.clusterFile())
	return errors.Join(err, stack.Stop(context.Background()))
}

// sweep removes what ended runs have left behind.
func sweep() {
	for _, dir := range abandoned() {
		removeStack(filepath.Join(dir, "stack"))
		_ = os.RemoveAll(dir)
	}
}

// removeStack removes a stopped stack and its directory. A later run removes what can't be removed now.
func removeStack(dir string) {
	if devstack.Reset(dir) == nil {
		_ = os.RemoveAll(filepath.Dir(dir))
	}
}
