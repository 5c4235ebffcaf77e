package database

import (
	"errors"

	"github.com/lib/pq"
)

const (
	featureNotSupported  = "0A000"
	inFailedTransaction  = "25P02"
	unknownStatement     = "26000"
	classDataException   = "22"
	classSyntaxOrAccess  = "42"
	revalidateFunction   = "RevalidateCachedQuery"
	cannotConnectNow     = "57P03"
	tooManyConnections   = "53300"
	classConnectionError = "08"
)

// SQLState returns the five-character code of a PostgreSQL error, or "" for other errors.
func SQLState(err error) string {
	var pqErr *pq.Error
	if !errors.As(err, &pqErr) {
		return ""
	}
	return pqErr.SQLState()
}

// isStalePlan recognises "cached plan must not change result type" by the function that raises it: the
// server's lc_messages translates the text.
func isStalePlan(err error) bool {
	var pqErr *pq.Error
	return errors.As(err, &pqErr) && pqErr.SQLState() == featureNotSupported && pqErr.Routine == revalidateFunction
}

// maybeStale reports whether a freshly parsed statement might not fail with err: the plan is stale, the
// server doesn't know it (DISCARD ALL, a pooler), or the types it was parsed with no longer fit.
func maybeStale(err error) bool {
	var pqErr *pq.Error
	if !errors.As(err, &pqErr) {
		return false
	}
	if isStalePlan(err) || pqErr.SQLState() == unknownStatement {
		return true
	}
	class := string(pqErr.Code.Class())
	return class == classDataException || class == classSyntaxOrAccess
}

// isTransient reports whether connecting again soon may succeed: the server didn't answer, or it is
// starting, stopping or full.
func isTransient(err error) bool {
	var pqErr *pq.Error
	if !errors.As(err, &pqErr) {
		return !errors.Is(err, pq.ErrSSLNotSupported)
	}
	switch pqErr.SQLState() {
	case cannotConnectNow, tooManyConnections:
		return true
	}
	return string(pqErr.Code.Class()) == classConnectionError
}
