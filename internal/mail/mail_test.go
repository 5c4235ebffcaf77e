package mail_test

import (
	"net/mail"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/stretchr/testify/assert"
	"github.com/stretchr/testify/require"

	mails "github.com/predicthealth/predicthealth/internal/mail"
	"github.com/predicthealth/predicthealth/internal/mail/mailtest"
)

const sender = "PredictHealth <no-reply@example.org>"

var message = mails.Message{
	ID: "1", To: "ana@example.org", Language: "es", Subject: "Confirme su dirección", Text: "Sí.", HTML: "<p>Sí.</p>",
}

func open(t *testing.T, url string) mails.Transport {
	t.Helper()
	transport, err := mails.Open(url, sender)
	require.NoError(t, err)
	return transport
}

func TestSMTP(t *testing.T) {
	t.Parallel()
	server := mailtest.New(t)
	server.Refuse = map[string]string{"nobody@example.org": "550 no such user", "later@example.org": "450 greylisted"}
	transport := open(t, server.URL())

	require.NoError(t, transport.Deliver(t.Context(), message))
	sent := server.Messages()
	require.Len(t, sent, 1)
	assert.Contains(t, sent[0], "Message-ID: <1@example.org>")

	var refused *mails.RefusedError
	to := message
	to.To = "nobody@example.org"
	require.ErrorAs(t, transport.Deliver(t.Context(), to), &refused)
	to.To = "later@example.org"
	err := transport.Deliver(t.Context(), to)
	require.Error(t, err)
	require.NotErrorAs(t, err, &refused, "it may be accepted later")
	server.Stop(t)
	err = transport.Deliver(t.Context(), message)
	require.Error(t, err)
	require.NotErrorAs(t, err, &refused)
	assert.Len(t, server.Messages(), 1)
}

func TestTLSIsRequiredUnlessTheURLSaysOtherwise(t *testing.T) {
	t.Parallel()
	server := mailtest.New(t)
	require.Error(t, open(t, strings.TrimSuffix(server.URL(), "?starttls=never")).Deliver(t.Context(), message))
	assert.Empty(t, server.Messages())
	require.NoError(t, open(t, strings.ReplaceAll(server.URL(), "never", "opportunistic")).Deliver(t.Context(), message))
	assert.Len(t, server.Messages(), 1)
}

func TestFolder(t *testing.T) {
	t.Parallel()
	dir := filepath.Join(t.TempDir(), "mail")
	require.NoError(t, open(t, "file://"+dir).Deliver(t.Context(), message))
	paths, err := filepath.Glob(filepath.Join(dir, "*"))
	require.NoError(t, err)
	require.Len(t, paths, 1)
	assert.Equal(t, ".eml", filepath.Ext(paths[0]))
	info, err := os.Stat(paths[0])
	require.NoError(t, err)
	assert.Equal(t, os.FileMode(0o600), info.Mode().Perm())

	file, err := os.Open(paths[0])
	require.NoError(t, err)
	defer func() { assert.NoError(t, file.Close()) }()
	read, err := mail.ReadMessage(file)
	require.NoError(t, err)
	assert.Equal(t, "<ana@example.org>", read.Header.Get("To"))
	assert.Equal(t, "auto-generated", read.Header.Get("Auto-Submitted"))
	assert.Contains(t, read.Header.Get("Content-Type"), "multipart/alternative")
}

func TestALineBreakBeginsNoHeader(t *testing.T) {
	t.Parallel()
	server := mailtest.New(t)
	transport := open(t, server.URL())
	var refused *mails.RefusedError
	for _, address := range []string{"ana@example.org\r\nBcc: eve@example.org", "ana@example.org, eve@example.org", "ana"} {
		to := message
		to.To = address
		require.ErrorAs(t, transport.Deliver(t.Context(), to), &refused, address)
	}
	evil := message
	evil.Subject, evil.Language = "Hello\r\nBcc: eve@example.org", "en\r\nBcc: eve@example.org"
	require.NoError(t, transport.Deliver(t.Context(), evil))
	sent := server.Messages()
	require.Len(t, sent, 1)
	read, err := mail.ReadMessage(strings.NewReader(sent[0]))
	require.NoError(t, err)
	assert.Empty(t, read.Header.Get("Bcc"))
}

func TestParseURL(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		url  string
		fine bool
	}{
		"STARTTLS":              {"smtp://user:pass@mail.example.org:587", true},
		"if the server can":     {"smtp://mail.example.org?starttls=opportunistic", true},
		"in the clear":          {"smtp://mail.example.org:25?starttls=never", true},
		"TLS":                   {"smtps://user:pass@mail.example.org", true},
		"folder":                {"file:///var/mail", true},
		"password in the clear": {"smtp://user:s3cret@mail.example.org?starttls=never", false},
		"unknown policy":        {"smtp://mail.example.org?starttls=maybe", false},
		"no host":               {"smtp://", false},
		"other scheme":          {"http://s3cret@mail.example.org", false},
		"relative folder":       {"file://mail", false},
		"no URL":                {"smtp://s3cret@%", false},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			_, err := mails.ParseURL(c.url)
			if c.fine {
				require.NoError(t, err)
				return
			}
			require.Error(t, err)
			assert.NotContains(t, err.Error(), "s3cret")
		})
	}
}
