package endpoint

import (
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service"
)

// UTC returns the instant in UTC, as the API tells times; nil for nil.
func UTC(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	u := t.UTC()
	return &u
}

// canonicalLength is that of a UUID as RFC 9562 writes it; uuid.Parse takes other forms too.
const canonicalLength = 36

// ID reads an id in a path. What is none is the id of nothing: a missing record.
func ID(text string) (uuid.UUID, error) {
	id, err := uuid.Parse(text)
	if err != nil || len(text) != canonicalLength {
		return uuid.Nil, service.Missing()
	}
	return id, nil
}
