// Package cli is what the commands of every program in this repository share: how they end and how they print.
package cli

import (
	"context"
	"errors"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"
)

// Exit statuses; a command's help says what they mean for it.
const (
	StatusFindings = 1 // also of any failure
	StatusUsage    = 2
)

// ExitError ends the program with a status of its own; a nil Err says nothing more.
type ExitError struct {
	Status int
	Err    error
}

// ExitWith is the error of a command that ends with a status of its own. A nil err prints nothing.
func ExitWith(status int, err error) error { return &ExitError{Status: status, Err: err} }

// Error is the message of Err, or names the status when there is none.
func (e *ExitError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("exit status %d", e.Status)
	}
	return e.Err.Error()
}

// Unwrap returns Err.
func (e *ExitError) Unwrap() error { return e.Err }

// Run runs the command that the program's arguments name, until it is interrupted, and returns the exit status.
func Run(root *cobra.Command) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	started := false
	root.SetOut(os.Stdout)
	root.PersistentPreRun = func(*cobra.Command, []string) { started = true }
	err := root.ExecuteContext(ctx)
	var exit *ExitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		if exit.Err != nil {
			fmt.Fprintf(os.Stderr, "Error: %v\n", err)
		}
		return exit.Status
	case !started:
		fmt.Fprintf(os.Stderr, "Error: %v\nSee `%s --help`.\n", err, root.Name())
		return StatusUsage
	default:
		fmt.Fprintf(os.Stderr, "Error: %v\n", err)
		return 1
	}
}
