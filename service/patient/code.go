package patient

import (
	"context"
	"encoding/json"
	"fmt"

	"github.com/predicthealth/predicthealth/service"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

var unknownCodesQuery = sqlfiles.Query("unknown_codes")

// code is a catalog's code that was sent somewhere.
type code struct {
	Pointer string `json:"pointer"`
	Catalog string `json:"catalog"`
	Code    string `json:"code"`
}

func (n *Registration) codes() []code {
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
	return all
}

// unknownCodes asks for all codes at once, so that all wrong ones are told at once.
func (s *Service) unknownCodes(ctx context.Context, n *Registration) ([]service.Field, error) {
	asked, err := json.Marshal(n.codes())
	if err != nil {
		return nil, fmt.Errorf("encoding codes: %w", err)
	}
	rows, err := s.store.Client(ctx).QueryContext(ctx, unknownCodesQuery, string(asked))
	if err != nil {
		return nil, fmt.Errorf("looking codes up: %w", err)
	}
	defer func() { _ = rows.Close() }() // rows.Err tells what failed
	var fields []service.Field
	for rows.Next() {
		f := service.Field{Code: "unknown", Detail: "The catalog has no such code."}
		if err := rows.Scan(&f.Pointer); err != nil {
			return nil, fmt.Errorf("looking codes up: %w", err)
		}
		fields = append(fields, f)
	}
	return fields, rows.Err()
}
