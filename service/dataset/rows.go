package dataset

import (
	"bufio"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"strings"
)

// rows reads the rows of a CSV. A quotation mark that is never closed spoils the row that it stands in, and no other.
type rows struct {
	text *bufio.Reader
	line int // that was read last
	// again are lines after that one that were taken for a part of a row and are not.
	again []string
}

// next returns the fields of the next row that isn't empty, and the line where it begins, counted from 1. plausible says
// whether the fields from several lines can be one row. The error is a [*csv.ParseError], io.EOF, or that of the reader.
func (r *rows) next(plausible func(cells []string) bool) ([]string, int, error) {
	first, err := r.nextLine()
	for err == nil && first == "" {
		first, err = r.nextLine()
	}
	if err != nil {
		return nil, 0, err
	}
	at, row := r.line, first
	var more []string
	for strings.Count(row, `"`)%2 == 1 && len(more) < maxRowLines-1 {
		line, err := r.nextLine()
		if errors.Is(err, io.EOF) {
			break
		}
		if err != nil {
			return nil, 0, err
		}
		more = append(more, line)
		row += "\n" + line
	}
	cells, err := fields(row)
	if len(more) > 0 && (err != nil || !plausible(cells)) {
		r.again, r.line = append(more, r.again...), at
		err = &csv.ParseError{StartLine: at, Line: at, Err: csv.ErrQuote}
	}
	return cells, at, err
}

// fields returns the fields of a row.
func fields(row string) ([]string, error) {
	if !strings.Contains(row, `"`) {
		return strings.Split(row, ","), nil
	}
	return csv.NewReader(strings.NewReader(row)).Read()
}

// nextLine returns the next line without its end.
func (r *rows) nextLine() (string, error) {
	if len(r.again) > 0 {
		line := r.again[0]
		r.again = r.again[1:]
		r.line++
		return line, nil
	}
	var line []byte
	for {
		part, err := r.text.ReadSlice('\n')
		if line = append(line, part...); len(line) > maxRow {
			return "", &FileError{Detail: fmt.Sprintf("a line is longer than %d MiB: a quotation mark is missing, or this is not CSV", maxRow>>20)}
		}
		switch {
		case errors.Is(err, bufio.ErrBufferFull):
			continue
		case err != nil && (!errors.Is(err, io.EOF) || len(line) == 0):
			return "", err
		}
		r.line++
		return strings.TrimSuffix(strings.TrimSuffix(string(line), "\n"), "\r"), nil
	}
}
