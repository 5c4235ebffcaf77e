package catalog

import (
	"bufio"
	"compress/gzip"
	"encoding/csv"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"unicode/utf8"
)

// columnNames are the names that published code lists use for our columns, in lower case.
var columnNames = map[string][]string{
	"code":     {"code", "icd-10-cm code", "snomed", "rxcui"},
	"name":     {"name", "description", "display", "icd-10-cm code description"},
	"chronic":  {"chronic", "cci", "chronic indicator"},
	"category": {"category"},
}

// concept is a line of a code list; the last two fields are nil where the list doesn't say.
type concept struct {
	line     int
	code     string
	name     string
	chronic  *bool
	category *string
}

// listReader reads concepts from CSV, plain or gzipped.
type listReader struct {
	csv     *csv.Reader
	system  string
	columns map[string]int
}

// newListReader reads the header. Columns may come in any order; unknown ones are ignored.
func newListReader(r io.Reader, system string) (*listReader, error) {
	buffered := bufio.NewReader(r)
	if magic, _ := buffered.Peek(2); string(magic) == "\x1f\x8b" {
		unzipped, err := gzip.NewReader(buffered)
		if err != nil {
			return nil, fmt.Errorf("the list is gzipped but broken: %w", err)
		}
		buffered = bufio.NewReader(unzipped)
	}
	if mark, _ := buffered.Peek(3); string(mark) == "\ufeff" {
		_, _ = buffered.Discard(3)
	}
	l := &listReader{csv: csv.NewReader(buffered), system: system, columns: map[string]int{}}
	l.csv.FieldsPerRecord = -1 // next counts them and names the line
	l.csv.ReuseRecord = true
	header, err := l.csv.Read()
	if err != nil {
		return nil, fmt.Errorf("the list has no header line such as code,name: %w", err)
	}
	for column, names := range columnNames {
		l.columns[column] = slices.IndexFunc(header, func(field string) bool {
			return slices.Contains(names, strings.ToLower(strings.TrimSpace(field)))
		})
	}
	if l.columns["code"] < 0 || l.columns["name"] < 0 {
		return nil, fmt.Errorf("the first line must name the columns, at least code and name; it is %q",
			strings.Join(header, ","))
	}
	return l, nil
}

// next returns the next concept; a *Problem for a line that can't be loaded; io.EOF at the end; or any other error when
// nothing more can be read.
func (l *listReader) next() (concept, error) {
	record, err := l.csv.Read()
	var syntax *csv.ParseError
	switch {
	case errors.As(err, &syntax) && syntax.StartLine == syntax.Line:
		return concept{}, &Problem{Line: syntax.Line, Reason: MalformedLine, Detail: syntax.Err.Error()}
	case errors.As(err, &syntax):
		// A quote that is never closed has swallowed the lines up to here, so nobody knows what they were.
		return concept{}, fmt.Errorf("line %d: a quoted field is never closed; correct it and load the list again", syntax.StartLine)
	case err != nil:
		return concept{}, err
	}
	line, _ := l.csv.FieldPos(0)
	c, problem := l.parse(record)
	c.line = line
	if problem != nil {
		problem.Line = line
		return concept{}, problem
	}
	return c, nil
}

func (l *listReader) parse(record []string) (concept, *Problem) {
	if len(record) <= max(l.columns["code"], l.columns["name"]) {
		return concept{}, &Problem{Reason: MalformedLine, Detail: fmt.Sprintf("only %d columns", len(record))}
	}
	for _, field := range record {
		if !utf8.ValidString(field) || strings.ContainsRune(field, 0) {
			return concept{}, &Problem{Reason: MalformedLine, Detail: "not UTF-8 text"}
		}
	}
	c := concept{name: strings.TrimSpace(l.field(record, "name"))}
	given := strings.TrimSpace(l.field(record, "code"))
	if given == "" {
		return c, &Problem{Reason: MissingCode, Detail: c.name}
	}
	var valid bool
	if c.code, valid = normalCode(l.system, given); !valid {
		return c, &Problem{Code: given, Reason: InvalidCode, Detail: "not a code of " + l.system}
	}
	if c.name == "" {
		return c, &Problem{Code: c.code, Reason: MissingName}
	}
	if n := utf8.RuneCountInString(c.name); n > maxName {
		return c, &Problem{Code: c.code, Reason: NameTooLong, Detail: fmt.Sprintf("%d of at most %d characters", n, maxName)}
	}
	if given := l.field(record, "chronic"); !c.setChronic(given) {
		return c, &Problem{Code: c.code, Reason: InvalidChronic, Detail: given}
	}
	if given := l.field(record, "category"); !c.setCategory(given) {
		return c, &Problem{Code: c.code, Reason: InvalidCategory, Detail: given}
	}
	return c, nil
}

// field returns a column of the record, or "" when the list doesn't have it.
func (l *listReader) field(record []string, column string) string {
	if i := l.columns[column]; i >= 0 && i < len(record) {
		return record[i]
	}
	return ""
}

// setChronic understands true and false, and AHRQ's Chronic Condition Indicator, where "Both" is an acute episode of a
// chronic disease.
func (c *concept) setChronic(value string) bool {
	var chronic bool
	switch strings.ToLower(strings.TrimSpace(value)) {
	case "", "not applicable":
		return true
	case "true", "chronic", "both":
		chronic = true
	case "false", "acute":
	default:
		return false
	}
	c.chronic = &chronic
	return true
}

func (c *concept) setCategory(value string) bool {
	value = strings.ToLower(strings.TrimSpace(value))
	switch value {
	case "":
	case "food", "medication", "environment", "biologic":
		c.category = &value
	default:
		return false
	}
	return true
}
