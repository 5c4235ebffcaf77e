package audit

import (
	"bytes"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"
	"syscall"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/encryption"
)

const (
	segmentSuffix = ".spool"
	// codeBytes is the length of a line's message authentication code in hexadecimal, with a space.
	codeBytes = 2*encryption.MACBytes + 1
)

// segment is a file of a spool: one record per line, each after its message authentication code. Whoever works with the file holds its lock,
// which the kernel releases when the process ends. So a segment without a lock belongs to an instance that has died.
type segment struct {
	id   uuid.UUID // its name, and its row in audit_spools
	path string
	file *os.File
	// size is how many bytes are valid. What comes after them was never acknowledged.
	size int64
	// shipped is how many bytes are in the database, at least; uncertain says that there may be more.
	shipped   int64
	uncertain bool
}

// createSegment creates an empty segment.
func createSegment(dir string) (*segment, error) {
	for range 3 { // another instance may take the new file for an abandoned one
		id := uuid.New()
		path := filepath.Join(dir, id.String()+segmentSuffix)
		file, err := lock(path, os.O_RDWR|os.O_APPEND|os.O_CREATE|os.O_EXCL)
		if err != nil {
			return nil, err
		}
		if file != nil {
			return &segment{id: id, path: path, file: file}, nil
		}
	}
	return nil, fmt.Errorf("new files in %s disappear", dir)
}

// adoptSegment takes over a segment that no instance holds; nil when one does.
func adoptSegment(path string) (*segment, error) {
	id, err := uuid.Parse(strings.TrimSuffix(filepath.Base(path), segmentSuffix))
	if err != nil {
		return nil, nil //nolint:nilerr // not one of our files
	}
	file, err := lock(path, os.O_RDWR)
	if err != nil || file == nil {
		return nil, err
	}
	s := &segment{id: id, path: path, file: file, uncertain: true}
	if s.size, err = wholeLines(file); err != nil {
		return nil, errors.Join(err, file.Close())
	}
	return s, nil
}

// lock opens and locks a file that no process has locked; nil when one has, or has just removed it.
func lock(path string, flag int) (*os.File, error) {
	file, err := os.OpenFile(path, flag, 0o600) //nolint:gosec // in the operator's directory
	if errors.Is(err, fs.ErrNotExist) {
		return nil, nil
	}
	if err != nil {
		return nil, err
	}
	err = syscall.Flock(int(file.Fd()), syscall.LOCK_EX|syscall.LOCK_NB)
	if errors.Is(err, syscall.EWOULDBLOCK) {
		return nil, file.Close()
	}
	if err != nil {
		return nil, errors.Join(fmt.Errorf("lock %s: %w", path, err), file.Close())
	}
	locked, err := file.Stat()
	if err != nil {
		return nil, errors.Join(err, file.Close())
	}
	if now, err := os.Stat(path); err != nil || !os.SameFile(locked, now) {
		return nil, file.Close() // it has been removed
	}
	return file, nil
}

// wholeLines returns the size of a file without a last line that a crash may have cut off.
func wholeLines(file *os.File) (int64, error) {
	info, err := file.Stat()
	if err != nil {
		return 0, err
	}
	size := info.Size()
	buffer := make([]byte, shipBytes)
	for end := size; end > 0; {
		from := max(0, end-int64(len(buffer)))
		part := buffer[:end-from]
		if _, err := file.ReadAt(part, from); err != nil {
			return 0, err
		}
		if at := bytes.LastIndexByte(part, '\n'); at >= 0 {
			return from + int64(at) + 1, nil
		}
		end = from
	}
	return 0, nil
}

// remove removes the file before it releases the lock, so that nobody ships it again.
func (s *segment) remove() error { return errors.Join(os.Remove(s.path), s.file.Close()) }

// seal returns a record as it is written to a segment at an offset. Its code covers the place too, so that nobody without
// the key can add, change, move or repeat a record.
func (s *segment) seal(keys *encryption.Keyring, at int64, record []byte) []byte {
	b := hex.AppendEncode(make([]byte, 0, codeBytes+len(record)+1), keys.MAC(record, s.place(at)))
	return append(append(append(b, ' '), record...), '\n')
}

// open returns the record in a line at an offset; false when the program has not written it there.
func (s *segment) open(keys *encryption.Keyring, at int64, line []byte) ([]byte, bool) {
	line = bytes.TrimSuffix(line, []byte{'\n'})
	if len(line) < codeBytes || line[codeBytes-1] != ' ' {
		return nil, false
	}
	code, err := hex.DecodeString(string(line[:codeBytes-1]))
	record := line[codeBytes:]
	return record, err == nil && keys.Authentic(code, record, s.place(at))
}

func (s *segment) place(at int64) string { return fmt.Sprintf("audit spool %s %d", s.id, at) }
