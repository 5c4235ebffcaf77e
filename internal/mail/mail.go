// Package mail delivers messages: to an SMTP server, or into a folder for development.
package mail

import (
	"context"
	"errors"
	"fmt"
	"net/mail"
	"net/url"
	"strings"

	gomail "github.com/wneessen/go-mail"
)

// Message is a mail to one recipient.
type Message struct {
	// ID becomes part of the Message-ID, by which a message that is delivered twice can be recognised.
	ID       string
	To       string
	Language string // BCP 47
	Subject  string
	// Text and HTML have the same content.
	Text, HTML string
}

// Transport delivers messages. It is safe for concurrent use.
type Transport interface {
	// Deliver returns nil if the message was accepted, and a *RefusedError if it never will be.
	Deliver(ctx context.Context, m Message) error
	// String says where messages go, without credentials.
	String() string
}

// RefusedError means that a server refuses a recipient for good.
type RefusedError struct{ Err error }

// Error returns the server's message.
func (e *RefusedError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *RefusedError) Unwrap() error { return e.Err }

// Open returns the transport for a URL; see ParseURL. from is the sender, an address with or without a name.
func Open(rawURL, from string) (Transport, error) {
	u, err := ParseURL(rawURL)
	if err != nil {
		return nil, err
	}
	sender, err := mail.ParseAddress(from)
	if err != nil {
		return nil, errors.New("mail: the sender is not an address such as PredictHealth <no-reply@example.org>")
	}
	if u.Scheme == "file" {
		return newFolder(u.Path, sender)
	}
	return newSMTP(u, sender)
}

// ParseURL parses the URL that says where mails go:
//
//	smtp://user:password@host:587   requires STARTTLS; with ?starttls=opportunistic it is optional, and
//	                                ?starttls=never doesn't try it
//	smtps://user:password@host:465  TLS from the start
//	file:///directory               one file for each mail, for development
//
// A password is never sent in clear text. The error quotes nothing.
func ParseURL(rawURL string) (*url.URL, error) {
	u, err := url.Parse(rawURL)
	if err != nil {
		return nil, errors.New("mail: this is not a URL")
	}
	policy := u.Query().Get("starttls")
	_, known := startTLS[policy]
	switch {
	case u.Scheme == "file" && u.Host == "" && strings.HasPrefix(u.Path, "/") && u.RawQuery == "":
		return u, nil
	case u.Scheme == "smtps" && u.Hostname() != "" && u.RawQuery == "":
		return u, nil
	case u.Scheme == "smtp" && u.Hostname() != "" && known && (policy != "never" || u.User == nil):
		return u, nil
	}
	return nil, errors.New("mail: want smtp://user:password@host:587, smtps://user:password@host:465 or file:///directory")
}

// compose builds a message. Addresses and headers are encoded, so a line break in them can't start another header.
func compose(m Message, from *mail.Address) (*gomail.Msg, error) {
	msg := gomail.NewMsg()
	msg.FromMailAddress(from)
	if err := msg.To(m.To); err != nil {
		return nil, &RefusedError{fmt.Errorf("mail: the recipient is not an address: %w", err)}
	}
	_, domain, _ := strings.Cut(from.Address, "@")
	msg.SetMessageIDWithValue(m.ID + "@" + domain)
	msg.SetDate()
	msg.Subject(m.Subject)
	msg.SetGenHeader(gomail.HeaderContentLang, m.Language)
	msg.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: keeps out-of-office programs from answering
	msg.SetBodyString(gomail.TypeTextPlain, m.Text)
	msg.AddAlternativeString(gomail.TypeTextHTML, m.HTML)
	return msg, nil
}
