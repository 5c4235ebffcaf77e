package audit

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/predicthealth/predicthealth/service"
)

const (
	defaultSegmentBytes = 4 << 20
	// adoptionInterval is how soon a dead neighbour's segments are found.
	adoptionInterval = 5 * time.Second
)

// Spool keeps what Note records in a directory on this machine until it is in the database. Instances may share the
// directory. What has been appended survives the end of the process, however it ends. A power cut may take what was
// appended since the last shipping: less than a second's, for while the database can't be reached it is synced.
type Spool struct {
	dir      string
	maxBytes int64
	// segmentBytes is how large a segment grows before another is begun: a segment is removed as a whole.
	segmentBytes int64

	mu      sync.Mutex
	current *segment   // is appended to; nil when it could not be made
	full    []*segment // are only shipped: full ones, and those of dead instances
	closed  bool

	refusals prometheus.Counter

	shipping   sync.Mutex // held by who ships
	adoptAfter time.Time
	removed    []uuid.UUID // segments whose rows in the database are to be removed too
}

// OpenSpool opens a spool in a directory, which it makes. maxBytes is how much may wait there to be shipped.
func OpenSpool(dir string, maxBytes int64) (*Spool, error) {
	dir, err := filepath.Abs(dir) // the working directory may change
	if err == nil {
		err = os.MkdirAll(dir, 0o700)
	}
	if err != nil {
		return nil, fmt.Errorf("the spool of audit records: %w; set AUDIT_SPOOL_DIR to a directory that the program may write to", err)
	}
	s := &Spool{dir: dir, maxBytes: maxBytes, segmentBytes: defaultSegmentBytes, refusals: prometheus.NewCounter(refusalsOptions)}
	if s.current, err = createSegment(dir); err != nil {
		return nil, fmt.Errorf("the spool of audit records: %w; set AUDIT_SPOOL_DIR to a directory that the program may write to", err)
	}
	return s, nil
}

// append adds records, all or none. It fails with an Unavailable error when they can't be kept.
func (s *Spool) append(records [][]byte) error {
	var lines bytes.Buffer
	for _, r := range records {
		lines.Write(line(r))
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.write(lines.Bytes())
	if err != nil {
		s.refusals.Inc()
		return &service.Error{
			Code: service.Unavailable, Err: fmt.Errorf("the spool of audit records: %w", err),
			Detail: "What is read can't be recorded right now, so nothing is shown. Try again shortly.",
		}
	}
	return nil
}

func (s *Spool) write(lines []byte) (err error) {
	if s.closed {
		return errors.New("it is closed")
	}
	if s.pending()+int64(len(lines)) > s.maxBytes {
		return errors.New("it is full: the database does not take the records, or AUDIT_SPOOL_MAX_MB is too low")
	}
	if s.current == nil || s.current.size >= s.segmentBytes {
		if err := s.rotate(); err != nil {
			return err
		}
	}
	if _, err := s.current.file.Write(lines); err != nil {
		if s.current.file.Truncate(s.current.size) != nil { // nothing may follow half a line
			s.full, s.current = append(s.full, s.current), nil
		}
		return err
	}
	s.current.size += int64(len(lines))
	return nil
}

func (s *Spool) rotate() error {
	next, err := createSegment(s.dir)
	if err != nil {
		return err
	}
	if s.current != nil {
		s.full = append(s.full, s.current)
	}
	s.current = next
	return nil
}

// pending is how many bytes wait to be shipped. The caller holds mu.
func (s *Spool) pending() (bytes int64) {
	for _, segment := range s.all() {
		bytes += segment.size - segment.shipped
	}
	return bytes
}

// bytes is pending for the metrics.
func (s *Spool) bytes() float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return float64(s.pending())
}

// all are the segments, in the order in which they are shipped. The caller holds mu.
func (s *Spool) all() []*segment {
	if s.current == nil {
		return slices.Clone(s.full)
	}
	return append(slices.Clone(s.full), s.current)
}

// segments are those that can be shipped.
func (s *Spool) segments() []*segment {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all()
}

// size is how much of a segment counts now.
func (s *Spool) size(g *segment) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return g.size
}

// setShipped tells how much of a segment has been shipped.
func (s *Spool) setShipped(g *segment, bytes int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g.shipped, g.uncertain = bytes, false
}

// drop removes a segment that has been shipped, unless it still is appended to.
func (s *Spool) drop(g *segment) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if g == s.current || g.shipped < g.size {
		return nil
	}
	s.full = slices.DeleteFunc(s.full, func(other *segment) bool { return other == g })
	s.removed = append(s.removed, g.id)
	return g.remove()
}

// adopt takes over the segments that dead instances have left, every few seconds.
func (s *Spool) adopt() error {
	if time.Now().Before(s.adoptAfter) {
		return nil
	}
	s.adoptAfter = time.Now().Add(adoptionInterval)
	paths, err := filepath.Glob(filepath.Join(s.dir, "*"+segmentSuffix))
	if err != nil {
		return err
	}
	for _, path := range paths {
		adopted, err := adoptSegment(path)
		if err != nil {
			return err
		}
		if adopted != nil {
			s.mu.Lock()
			s.full = append(s.full, adopted)
			s.mu.Unlock()
		}
	}
	return nil
}

// close closes the spool and removes the segments of which all has been shipped.
func (s *Spool) close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.closed = true
	var errs []error
	for _, g := range s.all() {
		if g.shipped < g.size {
			errs = append(errs, g.file.Close())
			continue
		}
		s.removed = append(s.removed, g.id)
		errs = append(errs, g.remove())
	}
	s.current, s.full = nil, nil
	return errors.Join(errs...)
}
