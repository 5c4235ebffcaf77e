package audit

import (
	"bytes"
	"errors"
	"fmt"
	"hash/crc32"
	"io/fs"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"syscall"

	"github.com/google/uuid"
)

const (
	segmentSuffix = ".spool"
	// checksumBytes are a line's checksum in hexadecimal and a space.
	checksumBytes = 9
)

var castagnoli = crc32.MakeTable(crc32.Castagnoli)

// segment is a file of a spool: records, one a line, after a checksum. Whoever works with it holds its lock, which the
// kernel drops when the process ends; a segment without a lock is a dead instance's.
type segment struct {
	id   uuid.UUID // its name, and its row in audit_spools
	path string
	file *os.File
	// size is how many bytes count. What stands behind them was never acknowledged.
	size int64
	// shipped is how many bytes are in the database, at least; uncertain says that it may be more.
	shipped   int64
	uncertain bool
}

// createSegment makes an empty segment.
func createSegment(dir string) (*segment, error) {
	for range 3 { // another instance may have taken the new file for one that was left behind
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

// adoptSegment takes over a segment that nobody has; nil when somebody does.
func adoptSegment(path string) (*segment, error) {
	id, err := uuid.Parse(strings.TrimSuffix(filepath.Base(path), segmentSuffix))
	if err != nil {
		return nil, nil //nolint:nilerr // a file of somebody else
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

// lock opens a file that no process has locked and locks it; nil when one has, or has just removed it.
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

// wholeLines is the size of a file without the line that a crash may have torn.
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

// remove removes the file before its lock is given up, so that nobody ships it again.
func (s *segment) remove() error { return errors.Join(os.Remove(s.path), s.file.Close()) }

// line is a record as it stands in a segment.
func line(record []byte) []byte {
	b := fmt.Appendf(make([]byte, 0, checksumBytes+len(record)+1), "%08x ", crc32.Checksum(record, castagnoli))
	return append(append(b, record...), '\n')
}

// recordOf returns the record in a line without its end; false when the disk has lost part of it.
func recordOf(line []byte) ([]byte, bool) {
	if len(line) < checksumBytes {
		return nil, false
	}
	sum, err := strconv.ParseUint(string(line[:checksumBytes-1]), 16, 32)
	record := line[checksumBytes:]
	return record, err == nil && uint32(sum) == crc32.Checksum(record, castagnoli)
}
