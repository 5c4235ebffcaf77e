package endpoint

import (
	"context"
	"time"

	"github.com/google/uuid"
	"github.com/shopspring/decimal"

	"github.com/predicthealth/predicthealth/service"
)

// UTC returns the instant in UTC, which the API uses for all times; nil for nil.
func UTC(t *time.Time) *time.Time {
	if t == nil {
		return nil
	}
	u := t.UTC()
	return &u
}

// canonicalLength is the length of a UUID in the form of RFC 9562; uuid.Parse accepts other forms too.
const canonicalLength = 36

// ID parses an id from a path. For a text that isn't a UUID it returns an error that says the record doesn't exist.
func ID(text string) (uuid.UUID, error) {
	id, err := uuid.Parse(text)
	if err != nil || len(text) != canonicalLength {
		return uuid.Nil, service.Missing()
	}
	return id, nil
}

// IDOrMe parses an id from a path, in which "me" is the record of the caller, which me finds.
func IDOrMe(ctx context.Context, text string, me func(context.Context) (uuid.UUID, error)) (uuid.UUID, error) {
	if text == "me" {
		return me(ctx)
	}
	return ID(text)
}

// Money returns the amount as text with two decimals, because JSON numbers may lose digits; nil for nil.
func Money(amount *decimal.Decimal) *string {
	if amount == nil {
		return nil
	}
	text := amount.StringFixed(2)
	return &text
}

// ReasonBody is the optional body of an action.
type ReasonBody struct {
	Reason string `json:"reason,omitempty" maxLength:"500" example:"As agreed by phone." doc:"The reason, for the audit trail."`
}

// Text returns the reason; empty without a body.
func (b *ReasonBody) Text() string {
	if b == nil {
		return ""
	}
	return b.Reason
}
