package endpoint

import (
	"time"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

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

// Money is text with two decimals, for JSON's numbers may lose digits; nil for nil.
func Money(amount *decimal.Decimal) *string {
	if amount == nil {
		return nil
	}
	text := amount.StringFixed(2)
	return &text
}

// Number returns a number that needn't be exact; nil for nil.
func Number(d *decimal.Decimal) *float64 {
	if d == nil {
		return nil
	}
	f := d.InexactFloat64()
	return &f
}

// ReasonBody is the body of an action that needs none.
type ReasonBody struct {
	Reason string `json:"reason,omitempty" maxLength:"500" doc:"Why, for the audit trail."`
}

// Text is the reason; empty without a body.
func (b *ReasonBody) Text() string {
	if b == nil {
		return ""
	}
	return b.Reason
}
