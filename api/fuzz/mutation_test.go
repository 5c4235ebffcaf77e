package fuzz_test

import (
	"context"
	"math/rand/v2"
	"net/http"
	"net/url"
	"slices"
	"strings"

	"golang.org/x/net/http/httpguts"
)

// request is one before it is sent: a valid one until it is mutated.
type request struct {
	method   string
	segments []string // of the path, not escaped
	query    string
	header   http.Header
	body     string
}

// headers are what clients send beside what the document says.
var headers = []string{
	"Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Content-Encoding", "Content-Type", "If-Match", "If-None-Match",
	"If-Modified-Since", "Idempotency-Key", "Origin", "Range", "X-Forwarded-For", "X-Http-Method-Override", "X-Purpose-Of-Use", "X-Request-Id",
}

// mutate changes one to three things of a request of an operation; one in ten is left as it is.
func (q *request) mutate(r *rand.Rand, op operation) {
	if r.IntN(10) == 0 {
		return
	}
	for range 1 + r.IntN(3) {
		switch n := r.IntN(10); {
		case n < 2:
			q.mutatePath(r, op)
		case n < 5:
			q.mutateQuery(r, op)
		case n < 6 || op.body == nil && q.body == "":
			q.mutateHeader(r, op)
		default:
			q.mutateBody(r, op)
		}
	}
}

func (q *request) mutatePath(r *rand.Rand, op operation) {
	for i, segment := range strings.Split(op.path, "/") {
		if strings.HasPrefix(segment, "{") && r.IntN(2) == 0 {
			if q.segments[i] = text(r); q.segments[i] == "." || q.segments[i] == ".." {
				q.segments[i] += "." // clients resolve those themselves (RFC 3986, 5.2.4)
			}
		}
	}
}

func (q *request) mutateQuery(r *rand.Rand, op operation) {
	parts := []string{}
	for _, p := range op.parameters {
		if p.In != "query" || r.IntN(3) > 0 {
			continue
		}
		v := text(r)
		if r.IntN(2) == 0 {
			v = strings.Trim(fitting(r, p.Schema, 1), `"`)
		}
		parts = append(parts, p.Name+"="+url.QueryEscape(v))
		if r.IntN(10) == 0 {
			parts = append(parts, p.Name+"="+url.QueryEscape(text(r)))
		}
	}
	switch r.IntN(12) {
	case 0:
		parts = append(parts, url.QueryEscape(text(r))+"="+url.QueryEscape(text(r)))
	case 1:
		parts = append(parts, pick(r, []string{"%zz", "a=%ff", ";", "&&", "=", "limit=1;limit=2", "limit[]=1", "%00=1", "a=1%"}))
	}
	q.query = strings.Join(parts, "&")
}

func (q *request) mutateHeader(r *rand.Rand, op operation) {
	names := slices.Clone(headers)
	for _, p := range op.parameters {
		if p.In == "header" {
			names = append(names, p.Name)
		}
	}
	v := strings.Trim(text(r), " \t") // net/http takes the blanks off
	if r.IntN(5) == 0 {
		q.header.Del(pick(r, names))
	} else if httpguts.ValidHeaderFieldValue(v) { // net/http refuses what isn't
		q.header.Set(pick(r, names), v)
	}
}

func (q *request) mutateBody(r *rand.Rand, op operation) {
	s := schema{}
	if op.body != nil {
		s = *op.body
	}
	switch r.IntN(12) {
	case 0:
		q.body = pick(r, values)
	case 1:
		q.body = q.body[:r.IntN(len(q.body)+1)]
	case 2:
		q.body += pick(r, []string{"x", "{}", " null", "\x00", "]", strings.Repeat(" ", 300<<10)})
	case 3:
		q.body = "\ufeff" + q.body
	case 4:
		q.body = fitting(r, s, 4)
	case 5:
		q.addMember(quote(text(r)), value(r, schema{}))
	case 6:
		q.body = text(r)
	default: // a member twice, when the body has it already
		names := s.names()
		if len(names) == 0 {
			return
		}
		name := pick(r, names)
		q.removeMember(name, r)
		q.addMember(quote(name), value(r, s.Properties[name]))
	}
}

func (q *request) addMember(name, value string) {
	if rest, ok := strings.CutPrefix(q.body, "{"); ok {
		comma := ","
		if strings.HasPrefix(strings.TrimSpace(rest), "}") {
			comma = ""
		}
		q.body = "{" + name + ":" + value + comma + rest
	}
}

// removeMember takes a member off, mostly, when its value is a text or a number.
func (q *request) removeMember(name string, r *rand.Rand) {
	start := strings.Index(q.body, `"`+name+`":`)
	if start < 0 || r.IntN(10) == 0 {
		return
	}
	rest := q.body[start:]
	if end := strings.IndexAny(rest, ",}"); end > 0 && !strings.ContainsAny(rest[len(name)+3:end], "[{") {
		q.body = strings.ReplaceAll(q.body[:start]+strings.TrimPrefix(rest[end:], ","), ",}", "}")
	}
}

// build returns false for what never reaches a program behind net/http.
func (q *request) build(ctx context.Context) (*http.Request, bool) {
	escaped := make([]string, len(q.segments))
	for i, segment := range q.segments {
		escaped[i] = url.PathEscape(segment)
	}
	target := "http://api" + strings.Join(escaped, "/")
	if q.query != "" {
		target += "?" + q.query
	}
	built, err := http.NewRequestWithContext(ctx, q.method, target, strings.NewReader(q.body))
	if err != nil {
		return nil, false
	}
	built.Header = q.header
	return built, true
}
