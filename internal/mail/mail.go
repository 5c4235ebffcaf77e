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

// Message is a mail to one person.
type Message struct {
	// ID is part of the Message-ID: a message that is delivered twice can be told by it.
	ID       string
	To       string
	Language string // BCP 47
	Subject  string
	// Text and HTML say the same.
	Text, HTML string
}

// Transport delivers messages. It is safe for concurrent use.
type Transport interface {
	// Deliver returns nil when the message was accepted. The error is a *RefusedError when it never will be.
	Deliver(ctx context.Context, m Message) error
	// String says where messages go, without credentials.
	String() string
}

// RefusedError is a server's final word on a recipient.
type RefusedError struct{ Err error }

// Error is the server's.
func (e *RefusedError) Error() string { return e.Err.Error() }

// Unwrap returns the cause.
func (e *RefusedError) Unwrap() error { return e.Err }

// Open returns the transport that a URL names; see ParseURL. from is the sender, an address with or without a name.
func Open(rawURL, from string) (Transport, error) {
	u, err := ParseURL(rawURL)
	if err != nil {
		return nil, err
	}
	sender, err := mail.ParseAddress(from)
	if err != nil {
		return nil, errors.New("mail: the sender is no address such as PredictHealth <no-reply@example.org>")
	}
	if u.Scheme == "file" {
		return newFolder(u.Path, sender)
	}
	return newSMTP(u, sender)
}

// ParseURL reads where mails go:
//
//	smtp://user:password@host:587   STARTTLS, without which nothing is sent; ?starttls=opportunistic sends
//	                                anyway, ?starttls=never doesn't try
//	smtps://user:password@host:465  TLS from the start
//	file:///directory               a file a mail, for development
//
// A password is never sent in the clear. The error quotes nothing.
func ParseURL(rawURL string) (*url.URL, error) {
	u, err := url.Parse(rawURL)
	if err != nil {
		return nil, errors.New("mail: this is no URL")
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

// compose writes a message. Addresses and headers are encoded, so that a line break in them can't begin another header.
func compose(m Message, from *mail.Address) (*gomail.Msg, error) {
	msg := gomail.NewMsg()
	msg.FromMailAddress(from)
	if err := msg.To(m.To); err != nil {
		return nil, &RefusedError{fmt.Errorf("mail: the recipient is no address: %w", err)}
	}
	_, domain, _ := strings.Cut(from.Address, "@")
	msg.SetMessageIDWithValue(m.ID + "@" + domain)
	msg.SetDate()
	msg.Subject(m.Subject)
	msg.SetGenHeader(gomail.HeaderContentLang, m.Language)
	msg.SetGenHeader("Auto-Submitted", "auto-generated") // RFC 3834: no holiday notice answers it
	msg.SetBodyString(gomail.TypeTextPlain, m.Text)
	msg.AddAlternativeString(gomail.TypeTextHTML, m.HTML)
	return msg, nil
}
