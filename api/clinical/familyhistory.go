package clinical

import (
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/page"
)

type familyHistoryInput struct {
	PatientInput
	endpoint.ListInput
}

func (in familyHistoryInput) asks() (PatientInput, string, page.Request) {
	return in.PatientInput, "", in.Page()
}

// RelativeBody is a relative's condition in an answer.
type RelativeBody struct {
	EntryBody
	Condition  codingBody `json:"condition"`
	Relative   string     `json:"relative" enum:"mother,father,sister,brother,daughter,son,maternal_grandmother,maternal_grandfather,paternal_grandmother,paternal_grandfather,aunt,uncle,cousin,other"`
	AgeAtOnset *int       `json:"age_at_onset" doc:"In years."`
}

// ToRelative is the body of a relative's condition.
func ToRelative(r *clinical.Relative) RelativeBody {
	return RelativeBody{
		EntryBody: toEntryBody(r.Entry), Condition: codingBody(r.Condition), Relative: r.Relative, AgeAtOnset: r.AgeAtOnset,
	}
}

type newRelativeBody struct {
	Condition  codeBody `json:"condition" doc:"An entry of the catalog of conditions."`
	Relative   string   `json:"relative" enum:"mother,father,sister,brother,daughter,son,maternal_grandmother,maternal_grandfather,paternal_grandmother,paternal_grandfather,aunt,uncle,cousin,other"`
	AgeAtOnset *int     `json:"age_at_onset,omitempty" minimum:"0" maximum:"120" doc:"In years."`
	Notes      *string  `json:"notes,omitempty" maxLength:"4000"`
}

func (b newRelativeBody) fields() clinical.RelativeFields {
	return clinical.RelativeFields{
		Condition: given(b.Condition.coding()), Relative: given(b.Relative), AgeAtOnset: present(b.AgeAtOnset), Notes: present(b.Notes),
	}
}

type changeRelativeBody struct {
	AgeAtOnset endpoint.Optional[int]    `json:"age_at_onset,omitempty" minimum:"0" maximum:"120" doc:"In years."`
	Notes      endpoint.Optional[string] `json:"notes,omitempty" maxLength:"4000"`
}

func (b changeRelativeBody) fields() clinical.RelativeFields {
	return clinical.RelativeFields{AgeAtOnset: b.AgeAtOnset.Optional, Notes: b.Notes.Optional}
}

func registerFamilyHistory(api *endpoint.API, h handlers, records *clinical.Service) {
	register[*clinical.Relative, clinical.RelativeFields, familyHistoryInput, RelativeBody, newRelativeBody, changeRelativeBody](api,
		collection[*clinical.Relative, clinical.RelativeFields, familyHistoryInput, RelativeBody]{
			handlers: h, entries: records.FamilyHistory, one: "family history", many: "family history",
			order: "By relative.", toBody: ToRelative,
		})
}
