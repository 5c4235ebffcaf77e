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

// historyLimit is the largest number of steps in a history.
const historyLimit = 500

// Validation is the status of a patient's validation, with its history and the possible steps.
type Validation struct {
	PatientID uuid.UUID
	Status    valueset.ValidationStatus
	// RejectionReason is set while the status is rejected, and only then.
	RejectionReason *string
	// History holds the last 500 steps, newest first.
	History []ValidationEvent
	Next    []NextStep
	// Version is the patient's version.
	Version int
}

// ValidationEvent is a step that was taken. From is nil at registration. A transfer to another doctor is a step back to
// pending.
type ValidationEvent struct {
	At     time.Time
	From   *valueset.ValidationStatus
	To     valueset.ValidationStatus
	By     audit.Party
	Reason *string
}

// NextStep is a step that is possible from the current status.
type NextStep struct {
	To valueset.ValidationStatus
	// By lists who may take the step.
	By []Taker
	// Yours says whether the viewer may take the step.
	Yours bool
}

// Validation returns a patient's validation, and records that it was read. It fails as for a missing record when the viewer
// may not see the patient.
func (s *Service) Validation(ctx context.Context, id uuid.UUID) (*Validation, error) {
	validation, err := s.FindValidation(ctx, id)
	if err != nil {
		return nil, err
	}
	return validation, s.noteRead(ctx, "validation.read", id)
}

// FindValidation does what Validation does, but records nothing. It is for services that put a whole record together and
// record that themselves.
func (s *Service) FindValidation(ctx context.Context, id uuid.UUID) (*Validation, error) {
	p, err := s.Find(ctx, id)
	if err != nil {
		return nil, err
	}
	return s.validation(ctx, s.store.Client(ctx), p)
}

// validation returns the validation of a patient whom the viewer may see. Its history and the table of moves belong to nobody:
// the program reads them with its own rights.
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

// nextSteps returns the steps that the table of moves has for the patient's status; none for a deactivated patient.
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
	// The viewer may see the patient, and so this part of the audit trail.
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
