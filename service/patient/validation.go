package patient

import (
	"context"
	"fmt"
	"time"

	"entgo.io/ent/dialect/sql"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patientvalidationevent"
	"github.com/predicthealth/predicthealth/ent/patientvalidationtransition"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
)

// historyLimit is how many steps of a validation are told.
const historyLimit = 500

// Validation is how far a patient's record has been confirmed, how it came there and where it may go.
type Validation struct {
	PatientID uuid.UUID
	Status    valueset.ValidationStatus
	// RejectionReason is present exactly while the status is rejected.
	RejectionReason *string
	// History is newest first: the last 500 steps.
	History []ValidationEvent
	Next    []NextStep
	// Version is the patient's.
	Version int
}

// ValidationEvent is a step that was taken. From is nil at registration; a new doctor leads back to pending.
type ValidationEvent struct {
	At     time.Time
	From   *valueset.ValidationStatus
	To     valueset.ValidationStatus
	By     audit.Party
	Reason *string
}

// NextStep is a step that is possible from where the validation is.
type NextStep struct {
	To valueset.ValidationStatus
	// By are those who may take it.
	By []Taker
	// Yours says whether the viewer is one of them.
	Yours bool
}

// Validation returns a patient's validation, and notes that it was read. Whoever may see the patient may call it; others
// get the error of a missing record.
func (s *Service) Validation(ctx context.Context, id uuid.UUID) (*Validation, error) {
	validation, err := s.FindValidation(ctx, id)
	if err != nil {
		return nil, err
	}
	return validation, s.noteRead(ctx, "validation.read", id)
}

// FindValidation is Validation for what puts a record together and notes that: it notes nothing.
func (s *Service) FindValidation(ctx context.Context, id uuid.UUID) (*Validation, error) {
	p, err := s.Find(ctx, id)
	if err != nil {
		return nil, err
	}
	return s.validation(ctx, s.store.Client(ctx), p)
}

// validation is that of a patient whom the viewer may see. Its history and the moves that there are nobody owns: they are
// read as the program.
func (s *Service) validation(ctx context.Context, client *ent.Client, p *Patient) (*Validation, error) {
	next, err := nextSteps(ctx, client, p)
	if err != nil {
		return nil, err
	}
	history, err := validationHistory(ctx, client, p.ID)
	if err != nil {
		return nil, err
	}
	return &Validation{
		PatientID: p.ID, Status: p.ValidationStatus, RejectionReason: p.RejectionReason, History: history, Next: next, Version: p.Version,
	}, nil
}

// nextSteps are those that the table of moves has for the patient's status; none for who has been deactivated.
func nextSteps(ctx context.Context, client *ent.Client, p *Patient) ([]NextStep, error) {
	v, err := service.Viewer(ctx)
	if err != nil {
		return nil, err
	}
	if !p.Active {
		return []NextStep{}, nil
	}
	moves, err := client.PatientValidationTransition.Query().Where(
		patientvalidationtransition.FromStatusEQ(patientvalidationtransition.FromStatus(p.ValidationStatus)),
		patientvalidationtransition.OnReassignment(false),
	).Order(patientvalidationtransition.ByID()).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the moves of a validation: %w", err)
	}
	asking, err := takerOf(ctx, client, v, p)
	if err != nil {
		return nil, err
	}
	statuses := make([]valueset.ValidationStatus, len(moves))
	for i, move := range moves {
		statuses[i] = valueset.ValidationStatus(move.ToStatus)
	}
	return stepsFor(asking, statuses), nil
}

func validationHistory(ctx context.Context, client *ent.Client, id uuid.UUID) ([]ValidationEvent, error) {
	// The trail is read for those who see the patient.
	rows, err := client.System().PatientValidationEvent.Query().Where(patientvalidationevent.PatientID(id)).
		Order(patientvalidationevent.ByCreatedAt(sql.OrderDesc())).Limit(historyLimit).All(ctx)
	if err != nil {
		return nil, fmt.Errorf("reading the history of a validation: %w", err)
	}
	actors := make([]audit.Actor, len(rows))
	for i, row := range rows {
		actors[i].Type = string(row.ActorType)
		if row.ActorID != nil {
			actors[i].ID = *row.ActorID
		}
	}
	parties, err := audit.PartiesOf(ctx, client, actors)
	if err != nil {
		return nil, err
	}
	history := make([]ValidationEvent, len(rows))
	for i, row := range rows {
		history[i] = ValidationEvent{
			At: row.CreatedAt, From: (*valueset.ValidationStatus)(row.FromStatus), To: valueset.ValidationStatus(row.ToStatus), By: parties.Of(actors[i]), Reason: row.Reason,
		}
	}
	return history, nil
}
