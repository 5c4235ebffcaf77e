package predicthealth

import (
	"fmt"
	"net/http"
	"net/url"
	"strings"
	"time"
)

// Client calls the API. Make one with [New] and use it for all requests of a person or a service.
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

// New returns a client of the platform at an address such as https://health.example.org. It fails when the address is
// none.
func New(baseURL string, options ...ClientOption) (*Client, error) {
	base, err := url.Parse(strings.TrimRight(baseURL, "/"))
	if err != nil || base.Scheme == "" || base.Host == "" {
		return nil, fmt.Errorf("predicthealth: %q is no address such as https://health.example.org", baseURL)
	}
	c := &Client{
		base: base, http: http.DefaultClient, userAgent: "predicthealth-go/" + Version, attempts: 4, longestWait: 30 * time.Second,
	}
	for _, option := range options {
		option(c)
	}
	return c, nil
}

// WithHTTPClient sends requests with h instead of [http.DefaultClient]. Its Timeout bounds an attempt, not the whole.
func WithHTTPClient(h *http.Client) ClientOption { return func(c *Client) { c.http = h } }

// WithUserAgent names the program in the User-Agent header.
func WithUserAgent(name string) ClientOption {
	return func(c *Client) { c.userAgent = name + " " + c.userAgent }
}

// WithRetries sets how often a request is sent at most (4; 1 never repeats), and the longest wait before it is sent again
// (30 s): a Retry-After that is longer ends the request with its error.
func WithRetries(attempts int, longestWait time.Duration) ClientOption {
	return func(c *Client) { c.attempts, c.longestWait = max(attempts, 1), longestWait }
}

// WithTokens goes on with the session of a sign-in of before; [OnTokens] gives what to keep for that.
func WithTokens(tokens Tokens) ClientOption {
	return func(c *Client) { c.session.tokens = tokens }
}

// OnTokens calls keep with the tokens of a sign-in and of each renewal before they are used, and with none when the session
// has ended. Keep them where only their owner reads.
func OnTokens(keep func(Tokens)) ClientOption {
	return func(c *Client) { c.session.keep = keep }
}

// WithServiceAccount signs in as a machine (OAuth 2.0 client credentials), when a token is first needed and whenever it ends.
func WithServiceAccount(clientID, clientSecret string) ClientOption {
	return func(c *Client) { c.session.clientID, c.session.clientSecret = clientID, clientSecret }
}
