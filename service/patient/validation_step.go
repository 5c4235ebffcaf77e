package patient

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/patient"
	"github.com/predicthealth/predicthealth/internal/valueset"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
)

// Step is a step of a patient's validation to a status. Reason is for a rejection, and only for one.
type Step struct {
	To     valueset.ValidationStatus
	Reason string
}

// Validate takes a step of the validation of a patient who has one of the versions, and returns the validation as it is
// then. The patient's doctor leads it to doctor_validated, their institution to institution_validated, the institution or
// staff with patients:read and patients:validate to full_access. Whoever could lead it on may reject it instead, with a
// reason; once rejected all of them and the patient may ask for pending again.
//
// It fails with the error of a missing record for who may not see the patient, an Invalid one when the reason is missing or
// has no place, a Stale one when the version is another, also when somebody else is faster, a Conflict (step_not_possible)
// that names the possible steps, and a Forbidden one for who may not take the step.
func (s *Service) Validate(ctx context.Context, id uuid.UUID, versions service.Versions, step Step) (validation *Validation, err error) {
	err = s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		after, err := s.edit(ctx, id, "patient.validate", func(ctx context.Context, tx *ent.Client, before *Patient, _ access.Rights) (map[string]any, error) {
			if err := step.check(ctx, tx, before, versions); err != nil {
				return nil, err
			}
			if err := sayWhoActs(ctx, tx); err != nil {
				return nil, err
			}
			return map[string]any{"from": before.ValidationStatus, "to": step.To}, step.take(ctx, tx, before)
		})
		if err != nil {
			return err
		}
		validation, err = s.validation(ctx, tx, after)
		return err
	})
	return validation, err
}

// check returns why the viewer can't take the step.
func (step Step) check(ctx context.Context, tx *ent.Client, before *Patient, versions service.Versions) error {
	var found service.Checks
	blank := strings.TrimSpace(step.Reason) == ""
	found.Refuse(step.To == rejected && blank, "/reason", "required", "Say why you reject it.")
	found.Refuse(step.To != rejected && !blank, "/reason", "unexpected", "Only a rejection has a reason.")
	if err := found.Err(); err != nil {
		return err
	}
	if err := versions.Check(before.Version); err != nil {
		return err
	}
	steps, err := nextSteps(ctx, tx, before)
	if err != nil {
		return err
	}
	at := slices.IndexFunc(steps, func(s NextStep) bool { return s.To == step.To })
	switch {
	case at < 0:
		return impossible(before, steps)
	case !steps[at].Yours:
		return service.Errorf(service.Forbidden, "This step is for %s.", people(steps[at].By))
	}
	return nil
}

// take is one statement: who was faster, or has transferred the patient, leaves nothing to update.
func (step Step) take(ctx context.Context, tx *ent.Client, before *Patient) error {
	update := tx.System().Patient.Update().Where(
		patient.ID(before.ID), patient.Version(before.Version),
		patient.ValidationStatusEQ(patient.ValidationStatus(before.ValidationStatus)),
		patient.DoctorID(before.DoctorID), patient.InstitutionID(before.InstitutionID),
	).SetValidationStatus(patient.ValidationStatus(step.To))
	if step.To == rejected {
		update.SetRejectionReason(strings.TrimSpace(step.Reason))
	}
	// The rules let only the program write a validation: check has asked who may.
	n, err := update.Save(ctx)
	if err == nil && n == 0 {
		return service.Changed()
	}
	return service.FromDatabase(err, sentAsPatient)
}

// impossible is the error of a step that doesn't start at a status, and names those that do.
func impossible(before *Patient, steps []NextStep) error {
	from := before.ValidationStatus
	detail := fmt.Sprintf("From %s there is no step.", from)
	if !before.Active {
		detail = "There is no step for a patient who has been deactivated: reactivate them first."
	} else if len(steps) > 0 {
		to := make([]string, len(steps))
		for i, s := range steps {
			to[i] = string(s.To)
		}
		detail = fmt.Sprintf("From %s the steps are to %s.", from, strings.Join(to, " and to "))
	}
	return &service.Error{Code: service.Conflict, Reason: "step_not_possible", Detail: detail}
}

// people names takers.
func people(takers []Taker) string {
	names := make([]string, len(takers))
	for i, taker := range takers {
		names[i] = map[Taker]string{
			ByPatient: "the patient", ByDoctor: "the patient's doctor", ByInstitution: "the patient's institution",
			ByStaff: "staff with the permission patients:validate",
		}[taker]
	}
	return strings.Join(names, " or ")
}
