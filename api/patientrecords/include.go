package patientrecords

import (
	"context"
	"fmt"
	"slices"

	"github.com/predicthealth/predicthealth/api/patients"
	"github.com/predicthealth/predicthealth/api/related"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/patient"
)

// patientDetailsBody is a patient with the parts of the record that include names.
type patientDetailsBody struct {
	patients.PatientBody
	HealthProfile *patient.HealthProfile          `json:"health_profile,omitempty" doc:"When include names it: what get-patient-health-profile returns."`
	Conditions    []*clinical.Condition           `json:"conditions,omitzero" nullable:"false" doc:"When include names them: the first 50 of list-patient-conditions."`
	Medications   []*clinical.Medication          `json:"medications,omitzero" nullable:"false" doc:"When include names them: the first 50 of list-patient-medications."`
	Allergies     []*clinical.Allergy             `json:"allergies,omitzero" nullable:"false" doc:"When include names them: the first 50 of list-patient-allergies."`
	FamilyHistory []*clinical.FamilyMemberHistory `json:"family_history,omitzero" nullable:"false" doc:"When include names it: the first 50 of list-patient-family-history."`
	Dashboard     *patientDashboardBody           `json:"dashboard,omitempty" doc:"When include names it: what get-patient-dashboard returns."`
	CareTeam      *careTeamBody                   `json:"care_team,omitempty" doc:"When include names it: what get-patient-care-team returns."`
	Validation    *patients.ValidationBody        `json:"validation,omitempty" doc:"When include names it: what get-patient-validation returns."`
	Emails        []*contact.Email                `json:"emails,omitzero" nullable:"false" doc:"When include names them: the first 50 of list-patient-emails."`
	Phones        []*contact.Phone                `json:"phones,omitzero" nullable:"false" doc:"When include names them: the first 50 of list-patient-phones."`
	Addresses     []*contact.Address              `json:"addresses,omitzero" nullable:"false" doc:"When include names them: the first 50 of list-patient-addresses."`
	NextCursors   map[string]string               `json:"next_cursors,omitempty" doc:"By the name of each included list that goes on: the cursor of the next page of its own operation."`
}

// Part is something that the read of a patient can include.
type Part string

// Values returns the names of all parts, which are those of the members that they add.
func (Part) Values() []string {
	names := []string{related.Doctor, related.Institution}
	for _, p := range parts {
		names = append(names, string(p.name))
	}
	return names
}

// part is a part of a patient's record: read does what the part's own operation does.
type part struct {
	name Part
	read func(ctx context.Context, h handlers, to *patientDetailsBody) error
}

var parts = []part{
	{"health_profile", func(ctx context.Context, h handlers, to *patientDetailsBody) (err error) {
		to.HealthProfile, err = h.Patients.HealthProfile(ctx, to.ID)
		return err
	}},
	{"conditions", func(ctx context.Context, h handlers, to *patientDetailsBody) error {
		return first(ctx, h.Clinical.Conditions, clinical.Of(to.ID), to, "conditions", &to.Conditions)
	}},
	{"medications", func(ctx context.Context, h handlers, to *patientDetailsBody) error {
		return first(ctx, h.Clinical.Medications, clinical.Of(to.ID), to, "medications", &to.Medications)
	}},
	{"allergies", func(ctx context.Context, h handlers, to *patientDetailsBody) error {
		return first(ctx, h.Clinical.Allergies, clinical.Of(to.ID), to, "allergies", &to.Allergies)
	}},
	{"family_history", func(ctx context.Context, h handlers, to *patientDetailsBody) error {
		return first(ctx, h.Clinical.FamilyHistory, clinical.Of(to.ID), to, "family_history", &to.FamilyHistory)
	}},
	{"dashboard", func(ctx context.Context, h handlers, to *patientDetailsBody) (err error) {
		to.Dashboard, err = converted(toDashboard)(h.Records.Dashboard(ctx, to.ID))
		return err
	}},
	{"care_team", func(ctx context.Context, h handlers, to *patientDetailsBody) (err error) {
		to.CareTeam, err = converted(toCareTeam)(h.Records.CareTeam(ctx, to.ID))
		return err
	}},
	{"validation", func(ctx context.Context, h handlers, to *patientDetailsBody) (err error) {
		to.Validation, err = converted(patients.ToValidation)(h.Patients.Validation(ctx, to.ID))
		return err
	}},
	{"emails", func(ctx context.Context, h handlers, to *patientDetailsBody) error {
		return first(ctx, h.Contacts.Emails.Collection, contact.Patient.OwnerOf(to.ID), to, "emails", &to.Emails)
	}},
	{"phones", func(ctx context.Context, h handlers, to *patientDetailsBody) error {
		return first(ctx, h.Contacts.Phones.Collection, contact.Patient.OwnerOf(to.ID), to, "phones", &to.Phones)
	}},
	{"addresses", func(ctx context.Context, h handlers, to *patientDetailsBody) error {
		return first(ctx, h.Contacts.Addresses.Collection, contact.Patient.OwnerOf(to.ID), to, "addresses", &to.Addresses)
	}},
}

// includedItems is how many items of a list are included: as many as a page of the list has by default, so that the cursor
// continues it.
const includedItems = 50

// first reads the first page of a collection, and keeps the cursor of the next one.
func first[T any, O collection.Owner](
	ctx context.Context, entries *collection.Collection[T, O], owner O, to *patientDetailsBody, name string, items *[]*T,
) error {
	p, err := entries.List(ctx, owner, collection.Filter{}, page.Request{Limit: includedItems})
	if err != nil {
		return err
	}
	if *items = p.Items; p.Next != "" {
		if to.NextCursors == nil {
			to.NextCursors = map[string]string{}
		}
		to.NextCursors[name] = p.Next
	}
	return nil
}

// converted converts what a service returns, if it does.
func converted[S, B any](convert func(*S) B) func(*S, error) (*B, error) {
	return func(item *S, err error) (*B, error) {
		if err != nil {
			return nil, err
		}
		body := convert(item)
		return &body, nil
	}
}

// include adds parts of the record to a patient whom the viewer sees. A part that they may not read is refused rather than left
// out: who doesn't get the allergies must not think that there are none.
func (h handlers) include(ctx context.Context, names []Part, to *patientDetailsBody) error {
	var refused []service.Field
	for _, p := range parts {
		asked := slices.Index(names, p.name)
		if asked < 0 {
			continue
		}
		err := p.read(ctx, h, to)
		if err == nil {
			continue
		}
		if code := service.AsError(err).Code; code != service.NotFound && code != service.Forbidden {
			return err
		}
		refused = append(refused, service.Field{
			Pointer: fmt.Sprintf("/include/%d", asked), Code: "forbidden", Detail: fmt.Sprintf("You may not read this patient's %s.", p.name),
		})
	}
	if len(refused) > 0 {
		return &service.Error{
			Code: service.Forbidden, Fields: refused,
			Detail: "You may see the patient, but not all that include names. The errors list what you may not read.",
		}
	}
	return h.includeRelated(ctx, names, to)
}

func (h handlers) includeRelated(ctx context.Context, names []Part, to *patientDetailsBody) error {
	include := make([]string, len(names))
	for i, name := range names {
		include[i] = string(name)
	}
	embedded := []patients.PatientBody{to.PatientBody}
	err := patients.Embed(ctx, h.Related, include, embedded)
	to.PatientBody = embedded[0]
	return err
}
