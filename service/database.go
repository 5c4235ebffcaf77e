package service

import (
	"context"
	"database/sql"
	"database/sql/driver"
	"errors"
	"io"
	"net"
	"regexp"
	"strings"

	"github.com/lib/pq"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/privacy"
)

// AsError returns what an error means to a caller: the Error in its chain; otherwise what PostgreSQL, the access rules or
// the end of the request say; otherwise an Internal error. It returns nil for nil.
func AsError(err error) *Error {
	var e *Error
	switch {
	case err == nil:
		return nil
	case errors.As(err, &e):
		return e
	case errors.Is(err, privacy.Deny):
		return &Error{Code: Forbidden, Detail: "You are not allowed to do this.", Err: err}
	case ent.IsNotFound(err):
		return AsError(Missing())
	case isUnavailable(err):
		return &Error{Code: Unavailable, Detail: "The platform can't answer right now. Try again shortly.", Err: err}
	}
	return &Error{Code: Internal, Detail: "Something went wrong on our side. Quote the request_id when you report it.", Err: err}
}

// isUnavailable says whether the same request may succeed later: the database is gone, starting, stopping, full or too
// slow, or the request ran out of time.
func isUnavailable(err error) bool {
	var netErr *net.OpError
	for _, target := range []error{
		context.DeadlineExceeded, context.Canceled, driver.ErrBadConn, sql.ErrConnDone, sql.ErrTxDone, io.EOF, io.ErrUnexpectedEOF,
	} {
		if errors.Is(err, target) {
			return true
		}
	}
	if errors.As(err, &netErr) {
		return true
	}
	var refusal *pq.Error
	if !errors.As(err, &refusal) {
		return false
	}
	state := refusal.SQLState()
	switch state[:2] {
	case "08", "28", "53", "57": // connection, login refused, insufficient resources, operator intervention (timeouts too)
		return true
	}
	return state == "40001" || state == "40P01" || state == "55P03" || state == "25P03"
}

// FromDatabase turns PostgreSQL's refusal of a row into an Error that names the field at fault. tables maps each table to
// the JSON pointer under which the caller sent its columns: "" is the body itself, and a pointer that ends in /- is a list,
// because PostgreSQL doesn't say which element is at fault. It returns other errors unchanged.
func FromDatabase(err error, tables map[string]string) error {
	var refusal *pq.Error
	if !errors.As(err, &refusal) {
		return err
	}
	r, ok := refusals[refusal.SQLState()]
	if !ok {
		return err
	}
	column := refusal.Column
	if c, known := constraints[refusal.Constraint]; known {
		column, r = c.column, c.or(r)
	} else if entry := entryKey.FindStringSubmatch(refusal.Detail); entry != nil {
		column, r = entry[1], inRecord.or(r)
	} else if rest, of := strings.CutPrefix(refusal.Constraint, refusal.Table+"_"); of && column == "" {
		column, r = derived(rest, r)
	}
	return &Error{
		Code:   r.kind,
		Reason: r.reason(),
		Detail: r.detail,
		Fields: []Field{{Pointer: pointer(tables[refusal.Table], column), Code: r.code, Detail: r.detail}},
		Err:    err,
	}
}

// entryKey finds in PostgreSQL's detail what two entries of a patient's record have in common: the column with an id says what
// they are about.
var entryKey = regexp.MustCompile(`^Key \(patient_id, .*?\b(\w+_id)\b`)

// pointer joins a table's pointer and a column's name in the API.
func pointer(table, column string) string {
	if list, ok := strings.CutSuffix(table, "/-"); ok {
		return list
	}
	if column == "" {
		return table
	}
	if renamed, ok := renamedColumns[column]; ok {
		column = renamed
	}
	return table + "/" + column
}

// derived reads the column and the rule from a constraint's name without its table, such as first_name_not_blank.
func derived(name string, r refusal) (column string, _ refusal) {
	for _, suffix := range constraintSuffixes {
		if column, ok := strings.CutSuffix(name, suffix.text); ok {
			return column, suffix.or(r)
		}
	}
	return name, r
}
