package mail

import (
	"io/fs"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"
)

var (
	templates = []Template{
		VerifyEmail, ResetPassword, PasswordChanged, ChangeEmail, ChangeEmailNotice, EmailTaken, Invitation, Registration, RegistrationTaken,
		SecondFactorAdded, SecondFactorRemoved,
	}
	languages = []string{"en", "es"} // those that the setting system.default_language allows
	linked    = map[Template]bool{VerifyEmail: true, ResetPassword: true, ChangeEmail: true, Invitation: true, Registration: true}
)

func TestTemplates(t *testing.T) {
	t.Parallel()
	link := Link{Page: "/page", Token: "a b&<c>", Expires: time.Date(2030, 1, 2, 3, 4, 5, 0, time.FixedZone("", 3600))}
	subjects := map[string]bool{}
	for _, language := range languages {
		for _, name := range templates {
			link := link
			if name == RegistrationTaken { // its link is a page's
				link.Token = ""
			}
			m, err := render(name, language, "https://app.example.org", link)
			require.NoError(t, err, "%s %s", language, name)
			assert.NotContains(t, m.Subject, "\n")
			assert.Equal(t, language, m.Language)
			subjects[m.Subject] = true
			assert.Equal(t, linked[name], strings.Contains(m.Text, "\nhttps://app.example.org/page#token=a+b%26%3Cc%3E\n"), name)
			assert.Equal(t, linked[name], strings.Contains(m.Text, "2030-01-02 02:04 UTC"), name)
			assert.Equal(t, linked[name], strings.Contains(m.HTML, `href="https://app.example.org/page#token=a`), name)
			assert.NotContains(t, m.HTML, "ZgotmplZ")
		}
	}
	assert.Len(t, subjects, len(templates)*len(languages), "all subjects differ")
	written, err := fs.Glob(files, "templates/*/*.txt")
	require.NoError(t, err)
	assert.Len(t, written, len(templates)*len(languages), "every file is a template")
}

func TestALinkWithoutAToken(t *testing.T) {
	t.Parallel()
	m, err := render(RegistrationTaken, "en", "https://app.example.org", Link{Page: "/forgot-password"})
	require.NoError(t, err)
	assert.Contains(t, m.Text, "\nhttps://app.example.org/forgot-password\n")
}

func TestALanguageWithoutTemplates(t *testing.T) {
	t.Parallel()
	m, err := render(PasswordChanged, "de", "", Link{})
	require.NoError(t, err)
	assert.Equal(t, "en", m.Language)
	_, err = render("no_such", "en", "", Link{})
	require.Error(t, err)
}
