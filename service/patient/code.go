package patient

import (
	"context"
	"encoding/json"
	"fmt"
	"strings"

	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/service"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var unknownCodesQuery = sqlfiles.Query("unknown_codes")

// code is a catalog code, with the place where it was sent.
type code struct {
	Pointer string `json:"pointer"`
	Catalog string `json:"catalog"`
	Code    string `json:"code"`
}

// codes returns all codes that a registration names, in the form that the query takes.
func (n *Registration) codes() (string, error) {
	all := []code{{"/sex", "sexes", n.Sex}}
	if n.Gender != nil {
		all = append(all, code{"/gender", "genders", *n.Gender})
	}
	if n.Profile.BloodType != nil {
		all = append(all, code{"/health_profile/blood_type", "blood_types", *n.Profile.BloodType})
	}
	for i, e := range n.Emails {
		all = append(all, code{fmt.Sprintf("/emails/%d/type", i), "email_types", e.Type})
	}
	for i, p := range n.Phones {
		all = append(all, code{fmt.Sprintf("/phones/%d/type", i), "phone_types", p.Type})
	}
	asked, err := json.Marshal(all)
	if err != nil {
		return "", fmt.Errorf("encoding codes: %w", err)
	}
	return string(asked), nil
}

// unknownCodes is the column that withUnknownCodes adds.
const unknownCodes = "unknown_codes"

// withUnknownCodes looks up codes in the same statement as something else.
func withUnknownCodes(asked string) func(*sql.Selector) {
	before, after, _ := strings.Cut(unknownCodesQuery, "$1")
	return func(s *sql.Selector) {
		s.AppendSelectExprAs(sql.ExprFunc(func(b *sql.Builder) {
			b.WriteString(before).Arg(asked).WriteString(after)
		}), unknownCodes)
	}
}

// unknownCodes looks up codes on their own.
func (s *Service) unknownCodes(ctx context.Context, asked string) ([]service.Field, error) {
	rows, err := s.store.Client(ctx).QueryContext(ctx, unknownCodesQuery, asked)
	if err != nil {
		return nil, fmt.Errorf("looking codes up: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	var unknown *string
	for rows.Next() {
		if err := rows.Scan(&unknown); err != nil {
			return nil, fmt.Errorf("looking codes up: %w", err)
		}
	}
	if err := rows.Err(); err != nil {
		return nil, fmt.Errorf("looking codes up: %w", err)
	}
	return unknownFields(unknown)
}

// unknownFields returns field errors for the codes that the query found to be unknown; nil for none.
func unknownFields(found *string) (fields []service.Field, err error) {
	if found == nil {
		return nil, nil
	}
	var pointers []string
	if err := json.Unmarshal([]byte(*found), &pointers); err != nil {
		return nil, fmt.Errorf("reading codes: %w", err)
	}
	for _, pointer := range pointers {
		fields = append(fields, service.Field{Pointer: pointer, Code: "unknown", Detail: "The catalog does not have this code."})
	}
	return fields, nil
}
