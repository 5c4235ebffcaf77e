package predicthealth

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Client calls the API. Create one with [New], and use it for all requests of one person or service.
type Client struct {
	base        *url.URL
	http        *http.Client
	userAgent   string
	attempts    int
	longestWait time.Duration
	session     session
}

// ClientOption is an option of [New].
type ClientOption func(*Client)

// New returns a client for the platform at an address such as https://health.example.org. It fails when the address is not
// valid.
func New(baseURL string, options ...ClientOption) (*Client, error) {
	base, err := url.Parse(strings.TrimRight(baseURL, "/"))
	if err != nil || base.Scheme == "" || base.Host == "" {
		return nil, fmt.Errorf("predicthealth: %q is not an address such as https://health.example.org", baseURL)
	}
	c := &Client{
		base: base, http: http.DefaultClient, userAgent: "predicthealth-go/" + Version, attempts: 4, longestWait: 30 * time.Second,
	}
	for _, option := range options {
		option(c)
	}
	return c, nil
}

// WithHTTPClient sends requests with h instead of [http.DefaultClient]. Its Timeout applies to each attempt, not to all of them
// together.
func WithHTTPClient(h *http.Client) ClientOption { return func(c *Client) { c.http = h } }

// WithUserAgent names the program in the User-Agent header.
func WithUserAgent(name string) ClientOption {
	return func(c *Client) { c.userAgent = name + " " + c.userAgent }
}

// WithRetries sets the largest number of attempts (default 4; 1 means no retries) and the longest wait before a retry
// (default 30 s). A longer Retry-After ends the request with its error.
func WithRetries(attempts int, longestWait time.Duration) ClientOption {
	return func(c *Client) { c.attempts, c.longestWait = max(attempts, 1), longestWait }
}

// WithTokens continues the session of an earlier sign-in, with tokens that [OnTokens] received.
func WithTokens(tokens Tokens) ClientOption {
	return func(c *Client) { c.session.tokens = tokens }
}

// OnTokens calls keep with the tokens of a sign-in and of each renewal before they are used, and with zero Tokens when the
// session has ended. Store them where only their owner can read them.
func OnTokens(keep func(Tokens)) ClientOption {
	return func(c *Client) { c.session.keep = keep }
}

// WithServiceAccount signs in with a service account (OAuth 2.0 client credentials) when a token is first needed, and whenever
// it expires.
func WithServiceAccount(clientID, clientSecret string) ClientOption {
	return func(c *Client) { c.session.clientID, c.session.clientSecret = clientID, clientSecret }
}
