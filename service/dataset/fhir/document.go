package fhir

import (
	"bytes"
	"encoding/json"
	"errors"
	"io"
)

// Entry is a resource with the address that a Bundle gives it.
type Entry struct {
	// FullURL is what references in the Bundle call the resource; empty outside a Bundle.
	FullURL  string          `json:"fullUrl"`
	Resource json.RawMessage `json:"resource"`
	Request  struct {
		Method string `json:"method"`
	} `json:"request"`
}

// Bundle is the name of the resource that holds others.
const Bundle = "Bundle"

var errEntries = issue("entry", "invalid_field", "the entries of a Bundle must be an array")

// ErrTooLong is returned for a document with a resource of more than [MaxLine] bytes.
var ErrTooLong = errors.New("a resource is longer than 16 MiB")

// Document reads a JSON text: a resource, a Bundle of resources, an array of them, or several of these one after the other.
// It needs memory for one resource, however many a Bundle holds.
type Document struct {
	text    *lineCounter
	decoder *json.Decoder
	// Each is called for each resource with the line where it begins, counted from 1, or with the [*Issue] of an entry
	// that has none.
	Each func(entry Entry, line int, issue *Issue) error
}

// IsDocument reports whether a text that begins like this is JSON on several lines, rather than a resource on each line.
func IsDocument(beginning []byte) bool {
	first, _, more := bytes.Cut(bytes.TrimLeft(beginning, " \t\r\n"), []byte("\n"))
	return bytes.HasPrefix(first, []byte("[")) || more && string(bytes.TrimSpace(first)) == "{"
}

// Read reads the text to its end. The error is that of Each, io.ErrUnexpectedEOF for a text that is cut off, [ErrTooLong],
// a [*json.SyntaxError], an [*Issue] about a Bundle without readable entries, or that of the reader.
func (d *Document) Read(text io.Reader) error {
	d.text = &lineCounter{reader: text, allowed: MaxLine}
	d.decoder = json.NewDecoder(d.text)
	for {
		token, err := d.decoder.Token()
		switch {
		case errors.Is(err, io.EOF):
			return nil
		case err != nil:
			return err
		case token == json.Delim('['):
			err = d.elements(func(raw json.RawMessage, line int) error { return d.Each(Entry{Resource: raw}, line, nil) })
		case token == json.Delim('{'):
			err = d.object(d.line())
		default:
			err = d.Each(Entry{}, d.line(), issue("", "invalid_json", "a JSON object is required"))
		}
		if err != nil {
			return cutOff(err)
		}
	}
}

// cutOff turns the end of the text inside a value into io.ErrUnexpectedEOF.
func cutOff(err error) error {
	if errors.Is(err, io.EOF) {
		return io.ErrUnexpectedEOF
	}
	return err
}

// elements reads the elements of an array whose bracket has been read.
func (d *Document) elements(each func(raw json.RawMessage, line int) error) error {
	for d.decoder.More() {
		raw, err := d.raw()
		if err != nil {
			return err
		}
		if err := each(raw, d.line()-bytes.Count(raw, []byte("\n"))); err != nil {
			return err
		}
	}
	_, err := d.decoder.Token()
	return err
}

// raw reads a value, of at most MaxLine bytes.
func (d *Document) raw() (json.RawMessage, error) {
	d.text.allow(MaxLine)
	var raw json.RawMessage
	err := d.decoder.Decode(&raw)
	return raw, err
}

// object reads an object whose brace has been read. The entries of a Bundle are passed on one by one.
func (d *Document) object(line int) error {
	members, size, empty := map[string]json.RawMessage{}, 0, -1
	for d.decoder.More() {
		token, err := d.decoder.Token()
		if err != nil {
			return err
		}
		name, _ := token.(string)
		// Some servers write the members in alphabetical order, so the type may follow the entries.
		if kind := members["resourceType"]; name == "entry" && (kind == nil || isBundle(kind)) {
			empty, err = d.entries()
		} else {
			members[name], err = d.raw()
			size += len(members[name])
		}
		if err != nil {
			return err
		}
		if size > MaxLine {
			return ErrTooLong
		}
	}
	if _, err := d.decoder.Token(); err != nil {
		return err
	}
	if isBundle(members["resourceType"]) {
		return d.bundle(members, max(empty, 0), line)
	}
	resource, err := json.Marshal(members)
	if err != nil {
		return err
	}
	return d.Each(Entry{Resource: resource}, line, nil)
}

func isBundle(kind json.RawMessage) bool { return string(kind) == `"`+Bundle+`"` }

// bundle says what a Bundle leaves open: whether there are more pages, and entries without a resource.
func (d *Document) bundle(members map[string]json.RawMessage, empty, line int) error {
	var links []struct {
		Relation string `json:"relation"`
	}
	_ = json.Unmarshal(members["link"], &links) // links of another form lead nowhere
	for _, link := range links {
		if link.Relation == "next" {
			if err := d.Each(Entry{}, line, issue("link", "more_pages", "the rest of this search's result is on pages that are not here")); err != nil {
				return err
			}
		}
	}
	if empty == 0 {
		return nil
	}
	return d.Each(Entry{}, line, issue("entry", "no_resource", "%d entries hold no resource", empty))
}

// entries reads the entries of a Bundle, and returns how many have no resource.
func (d *Document) entries() (empty int, err error) {
	switch token, err := d.decoder.Token(); {
	case err != nil:
		return 0, err
	case token != json.Delim('['):
		return 0, errEntries
	}
	return empty, d.elements(func(raw json.RawMessage, line int) error {
		var entry Entry
		if err := json.Unmarshal(raw, &entry); err != nil {
			return d.Each(entry, line, jsonIssue(err))
		}
		switch {
		case entry.Request.Method == "DELETE":
			return d.Each(entry, line, issue("request", "deletion", "the source deletes a record: nothing is deleted here"))
		case len(entry.Resource) == 0:
			empty++
			return nil
		}
		return d.Each(entry, line, nil)
	})
}

// line returns the line that has been read up to now.
func (d *Document) line() int { return d.text.lineAt(d.decoder.InputOffset()) }

// lineCounter counts lines, and bounds how much is read at once.
type lineCounter struct {
	reader  io.Reader
	allowed int
	read    int64   // bytes so far
	line    int     // of the last offset asked for, counted from 0
	ends    []int64 // offsets of the newlines after it
}

// allow lets the next value have so many bytes; what the decoder reads ahead counts.
func (c *lineCounter) allow(bytes int) { c.allowed = bytes }

func (c *lineCounter) Read(p []byte) (int, error) {
	if c.allowed <= 0 {
		return 0, ErrTooLong
	}
	n, err := c.reader.Read(p[:min(len(p), c.allowed)])
	for i, b := range p[:n] {
		if b == '\n' {
			c.ends = append(c.ends, c.read+int64(i))
		}
	}
	c.read += int64(n)
	c.allowed -= n
	return n, err
}

// lineAt returns the line at an offset that is not before the last one asked for, counted from 1.
func (c *lineCounter) lineAt(offset int64) int {
	passed := 0
	for passed < len(c.ends) && c.ends[passed] < offset {
		passed++
	}
	c.line, c.ends = c.line+passed, c.ends[passed:]
	return c.line + 1
}
