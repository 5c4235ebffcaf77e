package fhir

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"
)

// MaxLine is the maximum length of a line, in bytes.
const MaxLine = 16 << 20

// BufferSize is the size of the buffers that files are read with, in bytes. A reader with such a buffer gets no second one.
const BufferSize = 64 << 10

// ErrLineTooLong is returned for a line of more than [MaxLine] bytes. The next line can still be read.
var ErrLineTooLong = errors.New("the line is longer than 16 MiB")

// Lines reads the lines of a text, with memory for one line.
type Lines struct {
	reader *bufio.Reader
	line   []byte
	number int
}

// Text returns the text of a file, without a byte order mark. It tells from the first bytes whether the file is gzipped.
func Text(r io.Reader) (*bufio.Reader, error) {
	reader := bufio.NewReaderSize(r, BufferSize)
	if magic, _ := reader.Peek(2); string(magic) == "\x1f\x8b" {
		unzipped, err := gzip.NewReader(reader)
		if err != nil {
			return nil, fmt.Errorf("gzipped but broken: %w", err)
		}
		reader = bufio.NewReaderSize(unzipped, BufferSize)
	}
	if mark, _ := reader.Peek(3); string(mark) == "\ufeff" {
		_, _ = reader.Discard(3)
	}
	return reader, nil
}

// LinesOf returns the lines of a text; for those of a file, see Text.
func LinesOf(r io.Reader) *Lines { return &Lines{reader: bufio.NewReaderSize(r, BufferSize)} }

// Next returns the next line that is not blank, and its number, counted from 1. The line is valid until the next call. The
// error is [ErrLineTooLong], with the number of that line, or io.EOF.
func (l *Lines) Next() ([]byte, int, error) {
	for {
		line, err := l.read()
		switch {
		case errors.Is(err, io.EOF) && len(line) == 0:
			return nil, l.number, io.EOF
		case errors.Is(err, ErrLineTooLong):
			return nil, l.number, err
		case err != nil && !errors.Is(err, io.EOF):
			return nil, l.number, fmt.Errorf("line %d: %w", l.number, err)
		}
		if line = bytes.TrimSpace(line); len(line) > 0 {
			return line, l.number, nil
		}
	}
}

// read returns a line with its newline, or the rest of the file before its end.
func (l *Lines) read() ([]byte, error) {
	l.number++
	l.line = l.line[:0]
	tooLong := false
	for {
		part, err := l.reader.ReadSlice('\n')
		if tooLong = tooLong || len(l.line)+len(part) > MaxLine; tooLong {
			l.line = nil // don't keep the memory of a giant line
		} else {
			l.line = append(l.line, part...)
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case tooLong && (err == nil || errors.Is(err, io.EOF)):
			return nil, ErrLineTooLong
		}
		return l.line, err
	}
}
