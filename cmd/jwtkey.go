package cmd

import (
	"fmt"

	"github.com/spf13/cobra"

	"github.com/predicthealth/predicthealth/service/auth"
)

func newJWTKeyCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "jwt-key",
		Short: "Create the keys that sign access tokens",
	}
	command.AddCommand(newJWTKeyCreateCommand())
	return command
}

func newJWTKeyCreateCommand() *cobra.Command {
	var ifNone bool
	command := &cobra.Command{
		Use:   "create DIR",
		Short: "Write a new signing key into a directory",
		Long: `Writes a new Ed25519 key into DIR, which JWT_KEYS_DIR names, and prints its path.
Instances publish it within a minute, sign with it when it is ten minutes old (at
once if it is the only key), and still accept tokens signed by older keys in DIR. To
rotate, create a key, give DIR to all instances, and remove the old file when the
tokens that it signed have expired, at the latest an hour after it stopped signing.

Let only the program read DIR: whoever can read a key can sign in as anyone.

Exit status: 0 done, 1 failed, 2 wrong arguments.`,
		Example: "  predicthealth jwt-key create /var/lib/predicthealth/keys",
		Args:    cobra.ExactArgs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			if ifNone {
				_, err := auth.EnsureKeys(args[0])
				return err
			}
			path, err := auth.GenerateKey(args[0])
			if err != nil {
				return err
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), path)
			return err
		},
	}
	command.Flags().BoolVar(&ifNone, "if-none", false, "do nothing if DIR already has a key; for jobs that run at each start")
	return command
}
