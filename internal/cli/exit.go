// Package cli holds what the commands of all programs in this repository share: how they end and how they print.
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

// Exit statuses. The help of a command says what they mean for it.
const (
	StatusFindings = 1 // any other failure has this status too
	StatusUsage    = 2
)

// ExitError ends the program with the given status; if Err is nil, nothing is printed.
type ExitError struct {
	Status int
	Err    error
}

// ExitWith returns an error that ends the program with a status. If err is nil, nothing is printed.
func ExitWith(status int, err error) error { return &ExitError{Status: status, Err: err} }

// Error returns the message of Err, or names the status if Err is nil.
func (e *ExitError) Error() string {
	if e.Err == nil {
		return fmt.Sprintf("exit status %d", e.Status)
	}
	return e.Err.Error()
}

// Unwrap returns Err.
func (e *ExitError) Unwrap() error { return e.Err }

// Run runs the command that the program's arguments name, and returns the exit status. An interrupt ends the command.
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
