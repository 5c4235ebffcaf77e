package mail

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"net"
	"net/mail"
	"net/url"
	"slices"
	"strconv"
	"time"

	gomail "github.com/wneessen/go-mail"
)

// smtpTimeout limits connecting to a server and each exchange with it.
const smtpTimeout = 10 * time.Second

// startTLS are the policies of smtp:// URLs.
var startTLS = map[string]gomail.TLSPolicy{
	"":              gomail.TLSMandatory,
	"required":      gomail.TLSMandatory,
	"opportunistic": gomail.TLSOpportunistic,
	"never":         gomail.NoTLS,
}

// ports are the defaults for URLs without a port (RFC 8314).
var ports = map[string]int{"smtp": 587, "smtps": 465}

type smtpServer struct {
	host    string
	address string
	options []gomail.Option
	from    *mail.Address
	// dial uses TLS for smtps.
	dial gomail.DialContextFunc
}

func newSMTP(u *url.URL, from *mail.Address) (*smtpServer, error) {
	port := ports[u.Scheme]
	if text := u.Port(); text != "" {
		var err error
		if port, err = strconv.Atoi(text); err != nil {
			return nil, fmt.Errorf("mail: the port of the server: %w", err)
		}
	}
	s := &smtpServer{host: u.Hostname(), address: net.JoinHostPort(u.Hostname(), strconv.Itoa(port)), from: from}
	policy := startTLS[u.Query().Get("starttls")]
	s.dial = (&net.Dialer{}).DialContext
	if u.Scheme == "smtps" {
		s.dial = (&tls.Dialer{Config: &tls.Config{ServerName: s.host, MinVersion: tls.VersionTLS12}}).DialContext
		policy = gomail.TLSOpportunistic // the client sees that the connection uses TLS
	}
	s.options = []gomail.Option{gomail.WithTimeout(smtpTimeout), gomail.WithPort(port), gomail.WithTLSPolicy(policy)}
	if u.User != nil {
		password, _ := u.User.Password()
		s.options = append(s.options, gomail.WithUsername(u.User.Username()), gomail.WithPassword(password),
			gomail.WithSMTPAuth(gomail.SMTPAuthAutoDiscover))
	}
	_, err := gomail.NewClient(s.host, s.options...)
	if err != nil {
		return nil, fmt.Errorf("mail: %w", err)
	}
	return s, nil
}

// Deliver opens a connection for each message, because mails are few.
func (s *smtpServer) Deliver(ctx context.Context, m Message) error {
	msg, err := compose(m, s.from)
	if err != nil {
		return err
	}
	var connection net.Conn
	dial := func(ctx context.Context, network, address string) (_ net.Conn, err error) {
		connection, err = s.dial(ctx, network, address)
		return connection, err
	}
	client, err := gomail.NewClient(s.host, append(slices.Clone(s.options), gomail.WithDialContextFunc(dial))...)
	if err != nil {
		return fmt.Errorf("mail: %w", err)
	}
	err = client.DialAndSendWithContext(ctx, msg)
	if connection != nil {
		_ = connection.Close() // the client leaves it open if the server's greeting, TLS or login fails
	}
	var refused *gomail.SendError
	switch {
	case err == nil, msg.IsDelivered(): // it was accepted, however the connection ended
		return nil
	case errors.As(err, &refused) && refused.Reason == gomail.ErrSMTPRcptTo && !refused.IsTemp():
		return &RefusedError{fmt.Errorf("mail: %w", err)}
	}
	return fmt.Errorf("mail: %w", err)
}

func (s *smtpServer) String() string { return s.address }
