// Package clinical keeps the collections of a patient's record: conditions, medications, allergies and family history.
//
// Each is a Collection, whose methods and rules are the same for all; the file of a collection says what its entries are.
package clinical

import (
	"context"
	"fmt"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/ent/rule"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/page"
)

// Coding is an entry of a coded catalog. Who names one needs no Name.
type Coding struct{ System, Code, Name string }

// same says whether two codings name the same entry.
func (c Coding) same(other Coding) bool { return c.System == other.System && c.Code == other.Code }

// Entry is what entries of all collections have.
type Entry struct {
	ID        uuid.UUID
	PatientID uuid.UUID
	// Notes is nil when there are none, and for who may see none.
	Notes     *string
	CreatedAt time.Time
	UpdatedAt time.Time
	// Version rises with each change.
	Version int

	doctorID uuid.UUID // of the patient
	born     time.Time // the patient
}

func (e *Entry) entry() *Entry { return e }

// Service has the collections. It is safe for concurrent use.
type Service struct {
	Conditions    *Collection[*Condition, ConditionFields]
	Medications   *Collection[*Medication, MedicationFields]
	Allergies     *Collection[*Allergy, AllergyFields]
	FamilyHistory *Collection[*Relative, RelativeFields]
}

// New returns a Service.
func New(store *service.Store, cursors *page.Cursors, cache *cache.Cache, trail *audit.Trail) *Service {
	p := platform{store, cursors, cache, trail}
	return &Service{conditions(p), medications(p), allergies(p), familyHistory(p)}
}

// platform is what collections work with.
type platform struct {
	store   *service.Store
	cursors *page.Cursors
	cache   *cache.Cache
	trail   *audit.Trail
}

// owner is a patient whose clinical data the viewer may see; else the error is that of a missing record.
func (p platform) owner(ctx context.Context, client *ent.Client, id uuid.UUID) (*ent.Patient, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	row, err := client.Patient.Query().Where(append(rule.SeesClinical(v), patient.ID(id))...).Only(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading a patient: %w", err)
	}
	return row, nil
}
