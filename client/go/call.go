package predicthealth

import (
	"bytes"
	"context"
	"crypto/rand"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	mathrand "math/rand/v2"
	"net/http"
	"net/url"
	"strconv"
	"time"
)

const idempotencyKey = "Idempotency-Key"

// call is a request that may be sent several times.
type call struct {
	client   *Client
	request  request
	url      string
	header   http.Header
	content  []byte
	response *http.Response // of the caller, to be filled in
}

func (c *Client) newCall(r request, accept string, opts []Option) (*call, error) {
	out := &call{client: c, request: r, header: http.Header{}}
	out.header.Set("Accept", accept)
	out.header.Set("User-Agent", c.userAgent)
	if r.contentType != "" {
		out.header.Set("Content-Type", r.contentType)
	}
	if r.ifMatch != "" {
		out.header.Set("If-Match", r.ifMatch)
	}
	if r.keyed {
		out.header.Set(idempotencyKey, rand.Text())
	}
	query := url.Values{}
	addParams(r.params, query, out.header)
	for _, option := range opts {
		option(out)
	}
	address := c.base.String() + r.path
	if len(query) > 0 {
		address += "?" + query.Encode()
	}
	out.url = address
	if r.body == nil {
		return out, nil
	}
	var err error
	if out.content, err = json.Marshal(r.body); err != nil || r.contentType != "application/x-www-form-urlencoded" {
		return out, err
	}
	members := map[string]any{}
	err = json.Unmarshal(out.content, &members)
	out.content = []byte(form(members).Encode())
	return out, err
}

// try sends the request once, and again with a new token if the API refuses the old one.
func (c *call) try(ctx context.Context) (*http.Response, error) {
	if !c.request.bearer {
		return c.once(ctx, "")
	}
	token, err := c.client.token(ctx, "")
	if err != nil {
		return nil, err
	}
	response, err := c.once(ctx, token)
	var refused *Error
	if !errors.As(err, &refused) || refused.Status != http.StatusUnauthorized || c.spent() {
		return response, err
	}
	renewed, renewal := c.client.token(ctx, token)
	if renewal != nil {
		return response, renewal
	}
	if renewed == token {
		return response, err
	}
	return c.once(ctx, renewed)
}

// spent says whether the body was a file that can't be read again.
func (c *call) spent() bool {
	_, seekable := c.request.file.(io.Seeker)
	return c.request.file != nil && !seekable
}

func (c *call) once(ctx context.Context, token string) (*http.Response, error) {
	body, err := c.body()
	if err != nil {
		return nil, err
	}
	request, err := http.NewRequestWithContext(ctx, c.request.method, c.url, body)
	if err != nil {
		return nil, err
	}
	request.Header = c.header.Clone()
	if token != "" {
		request.Header.Set("Authorization", "Bearer "+token)
	}
	response, err := c.client.http.Do(request)
	if err != nil {
		return nil, fmt.Errorf("predicthealth: %s: %w", c.request.id, err)
	}
	switch {
	case response.StatusCode == http.StatusNotModified:
		discard(response)
		return response, ErrNotModified
	case response.StatusCode >= http.StatusBadRequest:
		defer discard(response)
		return response, errorOf(c.request.id, response)
	}
	return response, nil
}

// body returns the body from the beginning.
func (c *call) body() (io.Reader, error) {
	file := c.request.file
	if file == nil {
		if c.content == nil {
			return nil, nil
		}
		return bytes.NewReader(c.content), nil
	}
	if seeker, ok := file.(io.Seeker); ok {
		if _, err := seeker.Seek(0, io.SeekStart); err != nil {
			return nil, fmt.Errorf("reading the file from its beginning: %w", err)
		}
	}
	return io.NopCloser(file), nil // the caller closes it
}

// again says whether and when to send the request again after an error.
func (c *call) again(ctx context.Context, attempt int, err error) (time.Duration, bool) {
	if attempt >= c.client.attempts || ctx.Err() != nil || c.spent() || errors.Is(err, ErrSignedOut) || errors.Is(err, ErrNotModified) {
		return 0, false
	}
	var refused *Error
	if !errors.As(err, &refused) {
		return backoff(attempt), c.repeatable() // nobody knows whether it took effect
	}
	wait := backoff(attempt)
	if told, ok := retryAfter(refused.Header); ok {
		wait = told
	}
	return wait, c.passing(refused) && wait <= c.client.longestWait
}

// repeatable says whether the request can be repeated without taking effect twice.
func (c *call) repeatable() bool {
	r := c.request
	return r.repeatable || r.method == http.MethodGet || r.keyed
}

// passing says whether an error is temporary. A request over the rate limit was not carried out.
func (c *call) passing(e *Error) bool {
	switch e.Status {
	case http.StatusTooManyRequests:
		return true
	case http.StatusRequestTimeout, http.StatusBadGateway, http.StatusServiceUnavailable, http.StatusGatewayTimeout:
		return c.repeatable()
	}
	return e.Code() == "request_in_progress"
}

// backoff doubles from a quarter of a second. Half of it is random, so that clients don't all return at once.
func backoff(attempt int) time.Duration {
	whole := 250 * time.Millisecond << min(attempt-1, 6)
	return whole/2 + mathrand.N(whole/2) //nolint:gosec // nothing is secret about it
}

// retryAfter reads Retry-After, seconds or a date.
func retryAfter(header http.Header) (time.Duration, bool) {
	text := header.Get("Retry-After")
	if seconds, err := strconv.Atoi(text); err == nil {
		return time.Duration(max(seconds, 0)) * time.Second, true
	}
	at, err := http.ParseTime(text)
	return max(time.Until(at), 0), err == nil
}

// rest waits, or fails when the caller's context ends.
func (c *call) rest(ctx context.Context, wait time.Duration) error {
	timer := time.NewTimer(wait)
	defer timer.Stop()
	select {
	case <-timer.C:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("predicthealth: %s: %w", c.request.id, ctx.Err())
	}
}
