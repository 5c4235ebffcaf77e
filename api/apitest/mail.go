package apitest

import (
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/stretchr/testify/require"

	"github.com/predicthealth/predicthealth/internal/testenv/wait"
)

// PublicURL is where the links in an App's mails begin.
const PublicURL = "https://app.example.org"

// Mail is one that the App has sent.
type Mail struct {
	To, Subject string
	// Text and HTML are its parts.
	Text, HTML string
}

// Token is what the link of a mail carries.
func (m Mail) Token(t testing.TB) string {
	t.Helper()
	_, rest, found := strings.Cut(m.Text, "#token=")
	require.True(t, found, m.Text)
	token, _, _ := strings.Cut(rest, "\n")
	return strings.TrimSpace(token)
}

// Mails waits until as many mails have been sent to an address as are asked for, and returns them in their order.
func (a *App) Mails(t testing.TB, to string, count int) []Mail {
	t.Helper()
	for deadline := time.Now().Add(wait.Patience); ; time.Sleep(20 * time.Millisecond) {
		var found []Mail
		paths, err := filepath.Glob(filepath.Join(a.mailDir, "*.eml"))
		require.NoError(t, err)
		for _, path := range paths {
			if m := readMail(t, path); m.To == to {
				found = append(found, m)
			}
		}
		if len(found) >= count {
			require.Len(t, found, count)
			return found
		}
		require.True(t, time.Now().Before(deadline), "%d of %d mails to %s", len(found), count, to)
	}
}

func readMail(t testing.TB, path string) Mail {
	t.Helper()
	file, err := os.Open(path) //nolint:gosec // a test's own directory
	require.NoError(t, err)
	defer func() { require.NoError(t, file.Close()) }()
	message, err := mail.ReadMessage(file)
	require.NoError(t, err)
	subject, err := new(mime.WordDecoder).DecodeHeader(message.Header.Get("Subject"))
	require.NoError(t, err)
	m := Mail{To: strings.Trim(message.Header.Get("To"), "<>"), Subject: subject}
	_, parameters, err := mime.ParseMediaType(message.Header.Get("Content-Type"))
	require.NoError(t, err)
	parts := multipart.NewReader(message.Body, parameters["boundary"])
	for _, text := range []*string{&m.Text, &m.HTML} {
		part, err := parts.NextRawPart()
		require.NoError(t, err)
		content, err := io.ReadAll(quotedprintable.NewReader(part))
		require.NoError(t, err)
		*text = strings.ReplaceAll(string(content), "\r\n", "\n")
	}
	return m
}
