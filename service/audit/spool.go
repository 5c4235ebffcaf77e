package audit

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"time"

	"github.com/google/uuid"
	"github.com/prometheus/client_golang/prometheus"

	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/service"
)

const (
	defaultSegmentBytes = 4 << 20
	// adoptionInterval is how long it may take to find a dead instance's segments.
	adoptionInterval = 5 * time.Second
)

// Spool keeps the events that Note records in a directory on this machine until they are in the database. Instances may
// share the directory. Appended events survive the end of the process, however it ends. A power cut may lose what was
// appended since the last shipping: less than a second's worth, because the spool is synced while the database can't be reached.
type Spool struct {
	dir      string
	maxBytes int64
	keys     *encryption.Keyring
	// segmentBytes is the size at which a new segment is begun, because a segment is removed as a whole.
	segmentBytes int64

	mu      sync.Mutex
	current *segment   // records are appended to it; nil when it could not be created
	full    []*segment // only shipped: full segments, and those of dead instances
	closed  bool

	refusals prometheus.Counter

	shipping   sync.Mutex // held while shipping
	adoptAfter time.Time
	removed    []uuid.UUID // segments whose rows in the database must be deleted too
}

// OpenSpool opens a spool in a directory, which it creates if needed. maxBytes is how much may wait there to be shipped.
// Instances that share the directory have the same keys, which prove that the program wrote what is there.
func OpenSpool(dir string, maxBytes int64, keys *encryption.Keyring) (*Spool, error) {
	dir, err := filepath.Abs(dir) // the working directory may change
	if err == nil {
		err = os.MkdirAll(dir, 0o700)
	}
	if err != nil {
		return nil, fmt.Errorf("the spool of audit records: %w; set AUDIT_SPOOL_DIR to a directory that the program may write to", err)
	}
	s := &Spool{dir: dir, maxBytes: maxBytes, keys: keys, segmentBytes: defaultSegmentBytes, refusals: prometheus.NewCounter(refusalsOptions)}
	if s.current, err = createSegment(dir); err != nil {
		return nil, fmt.Errorf("the spool of audit records: %w; set AUDIT_SPOOL_DIR to a directory that the program may write to", err)
	}
	return s, nil
}

// append adds records, all or none. It fails with Unavailable when they can't be stored.
func (s *Spool) append(records [][]byte) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	err := s.write(records)
	if err != nil {
		s.refusals.Inc()
		return &service.Error{
			Code: service.Unavailable, Err: fmt.Errorf("the spool of audit records: %w", err),
			Detail: "The audit trail can't record this read right now, so nothing is returned. Try again shortly.",
		}
	}
	return nil
}

func (s *Spool) write(records [][]byte) error {
	if s.closed {
		return errors.New("it is closed")
	}
	size := int64(0)
	for _, record := range records {
		size += int64(codeBytes + len(record) + 1)
	}
	if s.pending()+size > s.maxBytes {
		return errors.New("it is full: the database does not accept the records, or AUDIT_SPOOL_MAX_MB is too low")
	}
	if s.current == nil || s.current.size >= s.segmentBytes {
		if err := s.rotate(); err != nil {
			return err
		}
	}
	lines := make([]byte, 0, size)
	for _, record := range records {
		lines = append(lines, s.current.seal(s.keys, s.current.size+int64(len(lines)), record)...)
	}
	if _, err := s.current.file.Write(lines); err != nil {
		if s.current.file.Truncate(s.current.size) != nil { // nothing may follow an incomplete line
			s.full, s.current = append(s.full, s.current), nil
		}
		return err
	}
	s.current.size += size
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

// pending returns how many bytes wait to be shipped. The caller holds mu.
func (s *Spool) pending() (bytes int64) {
	for _, segment := range s.all() {
		bytes += segment.size - segment.shipped
	}
	return bytes
}

// bytes returns pending, for the metrics.
func (s *Spool) bytes() float64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return float64(s.pending())
}

// all returns the segments in the order in which they are shipped. The caller holds mu.
func (s *Spool) all() []*segment {
	if s.current == nil {
		return slices.Clone(s.full)
	}
	return append(slices.Clone(s.full), s.current)
}

// segments returns the segments that can be shipped.
func (s *Spool) segments() []*segment {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.all()
}

// size returns how many bytes of a segment are valid now.
func (s *Spool) size(g *segment) int64 {
	s.mu.Lock()
	defer s.mu.Unlock()
	return g.size
}

// setShipped stores how much of a segment has been shipped.
func (s *Spool) setShipped(g *segment, bytes int64) {
	s.mu.Lock()
	defer s.mu.Unlock()
	g.shipped, g.uncertain = bytes, false
}

// drop removes a segment that has been shipped, unless records are still appended to it.
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

// adopt takes over segments that dead instances have left, every few seconds.
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

// close closes the spool and removes the segments that have been shipped completely.
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
