// Package cmd has the program's commands, one a file.
package cmd

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/internal/migration"
)

// Exit statuses; a command's help says what they mean for it.
const (
	exitFindings = 1 // also of any failure
	exitUsage    = 2
)

// exitError ends the program with a status of its own; a nil err says nothing more.
type exitError struct {
	status int
	err    error
}

func exitWith(status int, err error) error { return &exitError{status: status, err: err} }

func (e *exitError) Error() string {
	if e.err == nil {
		return fmt.Sprintf("exit status %d", e.status)
	}
	return e.err.Error()
}

func (e *exitError) Unwrap() error { return e.err }

// Execute runs the command that the arguments name and returns the exit status.
func Execute() int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	started := false
	root := newRootCommand()
	root.PersistentPreRun = func(*cobra.Command, []string) { started = true }
	err := root.ExecuteContext(ctx)
	var exit *exitError
	switch {
	case err == nil:
		return 0
	case errors.As(err, &exit):
		if exit.err != nil {
			fmt.Fprintf(os.Stderr, "Error: %v\n", err)
		}
		return exit.status
	case !started:
		fmt.Fprintf(os.Stderr, "Error: %v\nSee `%s --help`.\n", err, root.Name())
		return exitUsage
	default:
		fmt.Fprintf(os.Stderr, "Error: %v\n", err)
		return 1
	}
}

func newRootCommand() *cobra.Command {
	root := &cobra.Command{
		Use:           "predicthealth",
		Short:         "A health platform on PostgreSQL and Redis",
		SilenceErrors: true,
		SilenceUsage:  true,
	}
	root.SetOut(os.Stdout)
	root.AddCommand(newDevCommand(), newServeCommand(), newHealthcheckCommand(), newMigrateCommand(), newCatalogCommand(),
		newImportCommand(), newGenerateCommand(), newDemoCommand(), newCMSUserCommand(), newJWTKeyCommand(),
		newAuditCommand())
	return root
}

// logTo prints progress as lines on w.
func logTo(w io.Writer) migration.Logf {
	return func(format string, args ...any) {
		_, _ = fmt.Fprintf(w, format+"\n", args...) // who reads it is gone
	}
}
