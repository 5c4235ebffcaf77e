// Package related embeds the doctors and institutions that a response refers to by id, when the caller asks for them with
// the parameter include. It leaves out those that the caller may not see.
package related

import (
	"context"
	"slices"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service/doctor"
	"github.com/predicthealth/predicthealth/service/institution"
)

// Values of the parameter include.
const (
	Doctor      = "doctor"
	Institution = "institution"
)

// DoctorSummaryBody is the short form of a doctor that another resource refers to.
type DoctorSummaryBody struct {
	ID        uuid.UUID             `json:"id" format:"uuid"`
	FirstName string                `json:"first_name" example:"Dora"`
	LastName  string                `json:"last_name" example:"Lima"`
	Specialty string                `json:"specialty" example:"family_medicine" doc:"A code from the catalog of doctor specialties."`
	Status    valueset.DoctorStatus `json:"status"`
}

// InstitutionSummaryBody is the short form of an institution that another resource refers to.
type InstitutionSummaryBody struct {
	ID   uuid.UUID `json:"id" format:"uuid"`
	Type string    `json:"type" example:"hospital" doc:"A code from the catalog of institution types."`
	Name string    `json:"name" example:"General Hospital"`
}

// Records reads the records to embed.
type Records struct {
	doctors      *doctor.Service
	institutions *institution.Service
}

// New returns Records that read from these services.
func New(doctors *doctor.Service, institutions *institution.Service) *Records {
	return &Records{doctors, institutions}
}

// EmbedDoctors embeds doctors when include asks for them, in one statement. at returns the id of the doctor that an item
// refers to, and where the summary goes.
func EmbedDoctors[B any](ctx context.Context, r *Records, include []string, items []B, at func(*B) (uuid.UUID, **DoctorSummaryBody)) error {
	if !slices.Contains(include, Doctor) {
		return nil
	}
	return embed(ctx, items, at, r.doctors.Among, func(d *doctor.Doctor) DoctorSummaryBody {
		return DoctorSummaryBody{d.ID, d.FirstName, d.LastName, d.Specialty, d.Status}
	})
}

// EmbedInstitutions embeds institutions, as EmbedDoctors embeds doctors.
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
