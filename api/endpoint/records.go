package endpoint

import (
	"errors"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/resource"
)

// RecordsInput holds the parameters of lists of patients, doctors and institutions.
type RecordsInput struct {
	ListInput
	ChangesInput
	Sort string     `query:"sort" enum:"-created_at,created_at,name,-name,updated_at,-updated_at" doc:"Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order. The default is name with q, otherwise updated_at with updated_since, otherwise -created_at."`
	Name string     `query:"q" maxLength:"200" example:"garcia ana" doc:"Only records whose name has words that begin with these words, in any order. Case, accents and punctuation don't matter."`
	IDs  []RecordID `query:"ids" nullable:"false" maxItems:"200" doc:"Only records with these ids, separated by commas."`
}

// Selection returns what the service is asked for; active is true, false or any.
func (in RecordsInput) Selection(active string) page.Selection {
	selection := page.Selection{Name: in.Name, Active: page.Active(active), UpdatedSince: in.UpdatedSince.Time}
	for _, id := range in.IDs {
		parsed, _ := uuid.Parse(string(id)) // the schema guarantees a UUID
		selection.IDs = append(selection.IDs, parsed)
	}
	return selection
}

// ChangesInput holds the parameter of lists that can be kept in step with.
type ChangesInput struct {
	UpdatedSince Instant `query:"updated_since" example:"2026-01-31T06:30:00Z" doc:"Only what was created or changed at this time or later: a time, or a date, which means midnight UTC."`
}

// EntriesInput holds the parameters of lists of what belongs to an owner.
type EntriesInput struct {
	ListInput
	ChangesInput
	Sort string `query:"sort" enum:"updated_at,-updated_at" doc:"Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order."`
}

func (in EntriesInput) filter() collection.Filter {
	return collection.Filter{UpdatedSince: in.UpdatedSince.Time, Sort: in.Sort}
}

// Instant is a time in a query; a date means midnight UTC.
type Instant struct{ time.Time }

// UnmarshalText reads a time in the format of RFC 3339, or a date.
func (i *Instant) UnmarshalText(text []byte) (err error) {
	if i.Time, err = time.Parse(time.DateOnly, string(text)); err != nil {
		i.Time, err = time.Parse(time.RFC3339, string(text))
	}
	i.Time = i.UTC()
	if err == nil && !resource.IsStorable(i.Time) {
		err = errors.New("in UTC, the year must be from 1 to 9999")
	}
	return err
}

// Schema describes it in the OpenAPI document.
func (Instant) Schema(huma.Registry) *huma.Schema { return &huma.Schema{Type: huma.TypeString} }

// RecordID is an id in a list of ids.
type RecordID string

// Schema describes it in the OpenAPI document.
func (RecordID) Schema(huma.Registry) *huma.Schema {
	return &huma.Schema{Type: huma.TypeString, Format: "uuid"}
}
