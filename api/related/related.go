// Package related embeds in an answer the records that it names by their ids, for callers who ask so with the parameter
// include. Whom they may not see is left out.
package related

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/service/doctor"
	"github.com/predicthealth/predicthealth/service/institution"
)

// What include names.
const (
	Doctor      = "doctor"
	Institution = "institution"
)

// DoctorSummaryBody is what an answer tells of a doctor whom it names.
type DoctorSummaryBody struct {
	ID        uuid.UUID `json:"id" format:"uuid"`
	FirstName string    `json:"first_name" example:"Dora"`
	LastName  string    `json:"last_name" example:"Lima"`
	Specialty string    `json:"specialty" example:"family_medicine" doc:"A code of the catalog doctor specialties."`
	Status    string    `json:"status" enum:"active,suspended,retired"`
}

// InstitutionSummaryBody is what an answer tells of an institution that it names.
type InstitutionSummaryBody struct {
	ID   uuid.UUID `json:"id" format:"uuid"`
	Type string    `json:"type" example:"hospital" doc:"A code of the catalog institution types."`
	Name string    `json:"name" example:"General Hospital"`
}

// Records finds what is embedded.
type Records struct {
	doctors      *doctor.Service
	institutions *institution.Service
}

// New returns Records.
func New(doctors *doctor.Service, institutions *institution.Service) *Records {
	return &Records{doctors, institutions}
}

// EmbedDoctors embeds doctors when include names them, with one statement: at says which doctor an item names, and where
// the summary goes.
func EmbedDoctors[B any](ctx context.Context, r *Records, include []string, items []B, at func(*B) (uuid.UUID, **DoctorSummaryBody)) error {
	if !slices.Contains(include, Doctor) {
		return nil
	}
	return embed(ctx, items, at, r.doctors.Among, func(d *doctor.Doctor) DoctorSummaryBody {
		return DoctorSummaryBody{d.ID, d.FirstName, d.LastName, d.Specialty, d.Status}
	})
}

// EmbedInstitutions does the same for institutions.
func EmbedInstitutions[B any](ctx context.Context, r *Records, include []string, items []B, at func(*B) (uuid.UUID, **InstitutionSummaryBody)) error {
	if !slices.Contains(include, Institution) {
		return nil
	}
	return embed(ctx, items, at, r.institutions.Among, func(i *institution.Institution) InstitutionSummaryBody {
		return InstitutionSummaryBody{i.ID, i.Type, i.Name}
	})
}

func embed[B, S, T any](
	ctx context.Context, items []B, at func(*B) (uuid.UUID, **T),
	find func(context.Context, []uuid.UUID) (map[uuid.UUID]S, error), summarise func(S) T,
) error {
	var ids []uuid.UUID
	for i := range items {
		if id, _ := at(&items[i]); !slices.Contains(ids, id) {
			ids = append(ids, id)
		}
	}
	found, err := find(ctx, ids)
	if err != nil {
		return err
	}
	for i := range items {
		id, to := at(&items[i])
		if record, seen := found[id]; seen {
			summary := summarise(record)
			*to = &summary
		}
	}
	return nil
}
