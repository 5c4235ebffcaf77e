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
)

// Step is a step of a patient's validation to a status. Reason is the reason for a rejection; empty for other steps.
type Step struct {
	To     valueset.ValidationStatus
	Reason string
}

// Validate takes a step of the validation of a patient who has one of the versions, and returns the validation afterwards.
// The steps are for:
//
//   - doctor_validated: the patient's doctor
//   - institution_validated: the patient's institution
//   - full_access: the institution, and staff with patients:read and patients:validate
//   - rejected, with a reason: everyone who may take the next step
//   - pending, after a rejection: the patient, their doctor, their institution, and staff with patients:read and
//     patients:validate
//
// It fails:
//
//   - as for a missing record when the viewer may not see the patient
//   - with Invalid when the reason is missing or not allowed
//   - with Stale when the patient has a different version, or somebody else takes a step first
//   - with Conflict (step_not_possible), naming the possible steps
//   - with Forbidden when the viewer may not take the step
func (s *Service) Validate(ctx context.Context, id uuid.UUID, versions service.Versions, step Step) (validation *Validation, err error) {
	err = s.store.InTx(ctx, func(ctx context.Context, tx *ent.Client) error {
		after, err := s.changes().Act(ctx, id, "validate", func(ctx context.Context, tx *ent.Client, before *Patient) (map[string]any, error) {
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
	found.Refuse(step.To == rejected && blank, "/reason", "required", "A rejection requires a reason.")
	found.Refuse(step.To != rejected && !blank, "/reason", "unexpected", "Only a rejection can have a reason.")
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
		return service.Errorf(service.Forbidden, "Only %s can take this step.", people(steps[at].By))
	}
	return nil
}

// take takes the step in one statement, which updates nothing if somebody else has taken a step or transferred the patient.
func (step Step) take(ctx context.Context, tx *ent.Client, before *Patient) error {
	update := tx.System().Patient.Update().Where(
		patient.ID(before.ID), patient.Version(before.Version),
		patient.ValidationStatusEQ(patient.ValidationStatus(before.ValidationStatus)),
		patient.DoctorID(before.DoctorID), patient.InstitutionID(before.InstitutionID),
	).SetValidationStatus(patient.ValidationStatus(step.To))
	if step.To == rejected {
		update.SetRejectionReason(strings.TrimSpace(step.Reason))
	}
	// The access rules let only the program write a validation. check has made sure that the viewer may take the step.
	n, err := update.Save(ctx)
	if err == nil && n == 0 {
		return service.Changed()
	}
	return service.FromDatabase(err, sentAsPatient)
}

// impossible returns the error of a step that isn't possible from a status. It names the possible steps.
func impossible(before *Patient, steps []NextStep) error {
	from := before.ValidationStatus
	detail := fmt.Sprintf("No steps are possible from %s.", from)
	if !before.Active {
		detail = "The patient is deactivated. Reactivate the patient first."
	} else if len(steps) > 0 {
		to := make([]string, len(steps))
		for i, s := range steps {
			to[i] = string(s.To)
		}
		detail = fmt.Sprintf("From %s, the possible steps are to %s.", from, strings.Join(to, " and to "))
	}
	return &service.Error{Code: service.Conflict, Reason: "step_not_possible", Detail: detail}
}

// people returns the names of takers for people.
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
