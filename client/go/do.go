package predicthealth

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
)

// request is the request of an operation's method.
type request struct {
	id, method, path string
	params           any // a pointer to a struct, which may be nil
	body             any
	contentType      string
	file             io.Reader // instead of body
	ifMatch          string
	bearer           bool // requires a token
	keyed            bool // takes an Idempotency-Key
	repeatable       bool // repeating it has no further effect
}

// do sends a request and reads the response.
func do[T any](ctx context.Context, c *Client, r request, opts []Option) (*T, error) {
	response, err := c.send(ctx, r, "application/json", opts)
	if err != nil {
		return nil, err
	}
	out := new(T)
	err = json.NewDecoder(response.Body).Decode(out)
	if err := errors.Join(err, response.Body.Close()); err != nil {
		return nil, fmt.Errorf("predicthealth: %s: reading the response: %w", r.id, err)
	}
	if tagged, ok := any(out).(interface{ setETag(tag string) }); ok {
		tagged.setETag(response.Header.Get("ETag"))
	}
	return out, nil
}

// run sends a request whose response has no body.
func run(ctx context.Context, c *Client, r request, opts []Option) error {
	response, err := c.send(ctx, r, "application/json", opts)
	if err != nil {
		return err
	}
	discard(response)
	return nil
}

// csvFile sends a request and returns the CSV response as a stream.
func csvFile(ctx context.Context, c *Client, r request, opts []Option) (io.ReadCloser, error) {
	response, err := c.send(ctx, r, "text/csv", opts)
	if err != nil {
		return nil, err
	}
	return response.Body, nil
}

// send sends a request, with retries, until it has a response. Errors of the API are an *Error.
func (c *Client) send(ctx context.Context, r request, accept string, opts []Option) (*http.Response, error) {
	call, err := c.newCall(r, accept, opts)
	if err != nil {
		return nil, fmt.Errorf("predicthealth: %s: %w", r.id, err)
	}
	for attempt := 1; ; attempt++ {
		response, err := call.try(ctx)
		if response != nil && call.response != nil {
			*call.response = *response
		}
		if err == nil {
			return response, nil
		}
		wait, again := call.again(ctx, attempt, err)
		if !again {
			return nil, err
		}
		if err := call.rest(ctx, wait); err != nil {
			return nil, err
		}
	}
}

// discard reads a body to its end, so that the connection can be reused.
func discard(response *http.Response) {
	_, _ = io.Copy(io.Discard, io.LimitReader(response.Body, longestProblem)) // nobody needs it
	_ = response.Body.Close()
}
