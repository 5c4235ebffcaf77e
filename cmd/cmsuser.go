package cmd

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"strings"

	"entgo.io/ent/dialect"
	entsql "entgo.io/ent/dialect/sql"
	"github.com/google/uuid"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"github.com/predicthealth/predicthealth/ent"
	_ "github.com/predicthealth/predicthealth/ent/runtime" // access rules
	"github.com/predicthealth/predicthealth/internal/config"
	"github.com/predicthealth/predicthealth/internal/database"
	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/mail"
	"github.com/predicthealth/predicthealth/service/setting"
)

func newCMSUserCommand() *cobra.Command {
	command := &cobra.Command{
		Use:   "cms-user",
		Short: "Create accounts for the platform's staff",
	}
	command.AddCommand(newCMSUserCreateCommand())
	return command
}

func newCMSUserCreateCommand() *cobra.Command {
	var n auth.NewCMSUser
	command := &cobra.Command{
		Use:   "create --email ADDRESS",
		Short: "Create an account, such as the first administrator's",
		Long: `Creates an account that signs in at /api/v1/cms/auth/login, and prints its id. If
ENCRYPTION_KEY is set, it queues the mail that confirms the address.

The command asks for the password, or reads the first line of standard input if that
is not a terminal. The password is never an argument: others on the machine could
read it.

Exit status: 0 done, 1 refused (the error names each bad field) or failed,
2 wrong arguments.`,
		Example: `  predicthealth cms-user create --email ana@example.org
  predicthealth cms-user create --email ed@example.org --role editor < password.txt`,
		Args: cobra.NoArgs,
		RunE: func(cmd *cobra.Command, _ []string) error {
			cfg, err := config.Load()
			if err != nil {
				return err
			}
			if n.Password, err = readPassword(cmd.InOrStdin(), cmd.ErrOrStderr()); err != nil {
				return err
			}
			id, err := createCMSUser(cmd.Context(), cfg, n)
			if err != nil {
				return explained(err)
			}
			_, err = fmt.Fprintln(cmd.OutOrStdout(), id)
			return err
		},
	}
	command.Flags().StringVar(&n.Email, "email", "", "the address that signs in (required)")
	command.Flags().StringVar(&n.Role, "role", "admin", "code of the role: admin, editor or one of your own")
	command.Flags().StringVar(&n.FirstName, "first-name", "Platform", "first name")
	command.Flags().StringVar(&n.LastName, "last-name", "Administrator", "last name")
	if err := command.MarkFlagRequired("email"); err != nil {
		panic(err) // the flag is defined above
	}
	return command
}

func createCMSUser(ctx context.Context, cfg config.Config, n auth.NewCMSUser) (_ uuid.UUID, err error) {
	db, err := database.Open(ctx, database.Options{URL: string(cfg.DatabaseURL), MaxConns: 2})
	if err != nil {
		return uuid.Nil, err
	}
	defer func() { err = errors.Join(err, db.Close()) }()
	store := service.NewStore(ent.NewClient(ent.Driver(entsql.OpenDB(dialect.Postgres, db))))
	var id uuid.UUID
	err = store.Unit(ctx, func(ctx context.Context) (err error) {
		if id, err = auth.NewAccounts(store).CreateCMSUser(ctx, n); err != nil || cfg.EncryptionKey == "" {
			return err
		}
		return sendVerification(ctx, cfg, store, id)
	})
	return id, err
}

// sendVerification queues the mail that confirms an account's address; the running instances send it.
func sendVerification(ctx context.Context, cfg config.Config, store *service.Store, id uuid.UUID) error {
	keys, err := encryption.Parse(string(cfg.EncryptionKey))
	if err != nil {
		return err
	}
	settings := setting.NewReader(store)
	mails := mail.New(mail.Options{Store: store, Settings: settings, Keys: keys, PublicURL: cfg.PublicURL})
	accounts := account.New(account.Options{Store: store, Settings: settings, Mails: mails})
	return accounts.SendVerification(ctx, account.Staff, id)
}

// readPassword prompts on a terminal, and otherwise reads a line.
func readPassword(in io.Reader, prompt io.Writer) (string, error) {
	if file, ok := in.(*os.File); ok && term.IsTerminal(int(file.Fd())) {
		_, _ = fmt.Fprint(prompt, "Password: ")
		password, err := term.ReadPassword(int(file.Fd()))
		_, _ = fmt.Fprintln(prompt)
		return string(password), err
	}
	line, err := bufio.NewReader(in).ReadString('\n')
	if err != nil && !errors.Is(err, io.EOF) {
		return "", fmt.Errorf("reading the password: %w", err)
	}
	return strings.TrimRight(line, "\r\n"), nil
}

// explained turns a service's error into text for people, one line for each field.
func explained(err error) error {
	var e *service.Error
	if !errors.As(err, &e) || len(e.Fields) == 0 {
		return err
	}
	var text strings.Builder
	for _, f := range e.Fields {
		fmt.Fprintf(&text, "\n  %s: %s", strings.TrimPrefix(f.Pointer, "/"), f.Detail)
	}
	return errors.New("the account was not created:" + text.String())
}
