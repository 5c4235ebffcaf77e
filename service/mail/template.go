package mail

import (
	"embed"
	"errors"
	"fmt"
	html "html/template"
	"net/url"
	"strings"
	text "text/template"
	"time"

	transport "github.com/predicthealth/predicthealth/internal/mail"
)

// Template is the text of a message: templates/<language>/<template>.txt, with the subject in its first line.
type Template string

// The templates.
const (
	VerifyEmail       Template = "verify_email"
	ResetPassword     Template = "reset_password"
	PasswordChanged   Template = "password_changed"
	ChangeEmail       Template = "change_email"
	ChangeEmailNotice Template = "change_email_notice"
	EmailTaken        Template = "email_taken"
	Invitation        Template = "invitation"
	Registration      Template = "registration"
	RegistrationTaken Template = "registration_taken"

	SecondFactorAdded   Template = "second_factor_added"
	SecondFactorRemoved Template = "second_factor_removed"
)

// fallback is the language of messages for people whose language has no templates.
const fallback = "en"

//go:embed templates
var files embed.FS

var layout = html.Must(html.ParseFS(files, "templates/layout.html"))

// page holds the values for templates and the layout.
type page struct {
	Link, Expires     string
	Language, Subject string
	Paragraphs        []string
}

// render writes a message in a language, as text and as HTML with the same paragraphs.
func render(name Template, language, publicURL string, link Link) (transport.Message, error) {
	content, err := files.ReadFile(path(name, language))
	if err != nil {
		language = fallback
		content, err = files.ReadFile(path(name, language))
	}
	if err != nil {
		return transport.Message{}, fmt.Errorf("mail: there is no template %q", name)
	}
	parsed, err := text.New("").Option("missingkey=error").Parse(string(content))
	if err != nil {
		return transport.Message{}, fmt.Errorf("mail: %w", err)
	}
	p := page{Language: language}
	if link.Page != "" {
		p.Link = publicURL + link.Page
	}
	if link.Token != "" {
		// The token comes after #, so that no server and no log on the way sees it.
		p.Link += "#token=" + url.QueryEscape(link.Token)
		p.Expires = link.Expires.UTC().Format(time.DateOnly + " 15:04 UTC")
	}
	var written strings.Builder
	if err := parsed.Execute(&written, p); err != nil {
		return transport.Message{}, fmt.Errorf("mail: %w", err)
	}
	subject, body, found := strings.Cut(strings.TrimSpace(written.String()), "\n\n")
	if !found {
		return transport.Message{}, errors.New("mail: a template needs a subject, an empty line and a text")
	}
	p.Subject, p.Paragraphs = subject, strings.Split(body, "\n\n")
	var page strings.Builder
	if err := layout.Execute(&page, p); err != nil {
		return transport.Message{}, fmt.Errorf("mail: %w", err)
	}
	return transport.Message{Language: language, Subject: subject, Text: body + "\n", HTML: page.String()}, nil
}

func path(name Template, language string) string {
	return "templates/" + language + "/" + string(name) + ".txt"
}
