package service

// refusal is what a caller is told when PostgreSQL refuses a row.
type refusal struct {
	kind   Code
	code   string // the field's code
	detail string
}

func (r refusal) reason() string {
	if r.kind == Invalid {
		return "validation_failed"
	}
	return r.code
}

// or fills in what a specific refusal leaves open from a more general one.
func (r refusal) or(general refusal) refusal {
	if r.kind == "" {
		r.kind = general.kind
	}
	if r.code == "" {
		r.code = general.code
	}
	if r.detail == "" {
		r.detail = general.detail
	}
	return r
}

// refusals gives each SQLSTATE its meaning. The PH… ones are our own; sql/README.md lists them.
var refusals = map[string]refusal{
	"23502": {Invalid, "required", "This is required."},
	"23503": {Invalid, "not_found", "There is no such record."},
	"23505": {Conflict, "taken", "Another record already has this value."},
	"23514": {Invalid, "invalid", "This is not allowed."},
	"22001": {Invalid, "too_long", "This is too long."},
	"22003": {Invalid, "out_of_range", "This number is out of range."},
	"22008": {Invalid, "out_of_range", "This date is out of range."},
	"22021": {Invalid, "format", "This contains characters that can't be stored."},

	"PH001": {Invalid, "in_future", "This is in the future."},
	"PH002": {Invalid, "before_birth", "This is before the patient's birth."},
	"PH003": {Invalid, "out_of_range", "A living patient can be at most 120 years old."},
	"PH004": {Invalid, "out_of_range", "The patient can't have smoked for more years than they have lived."},
	"PH010": {Conflict, "validation_start", "The validation of a new patient must be pending."},
	"PH011": {Conflict, "validation_step", "This step is not possible from the validation's current status."},
	"PH020": {Invalid, "other_institution", "The doctor does not belong to this institution."},
	"PH021": {Invalid, "inactive", "The doctor is not active."},
	"PH022": {Conflict, "taken", "This e-mail address already has an account."},
	"PH023": {Invalid, "out_of_range", "This measurement is out of range."},
	"PH024": {Invalid, "not_found", "The catalog does not have this code."},
	"PH026": {Invalid, "unexpected", "A registration has no such member."},
	"PH027": {Invalid, "inactive", "The institution is not active."},
}

// constraint is what a constraint's name doesn't say by itself.
type constraint struct {
	column string
	refusal
}

var (
	beforeStart = refusal{code: "before_start", detail: "The end is before the start."}
	notFirstDay = refusal{code: "invalid", detail: "This must be the first day of the month or year."}
	inRecord    = refusal{code: "taken", detail: "The record already has this entry."}
)

// constraints are those whose names are not <table>_<column> with one of the suffixes below.
var constraints = map[string]constraint{
	"patients_doctor_of_institution_fkey":        {"doctor_id", refusals["PH020"]},
	"patients_deceased_after_birth":              {"deceased_date", refusals["PH002"]},
	"patients_deceased_date_of_the_deceased":     {"deceased", refusal{code: "invalid", detail: "The living have no date of death."}},
	"patients_deceased_at_on_date":               {"deceased_at", refusal{code: "invalid", detail: "The time of death is not on the date of death."}},
	"patients_date_of_birth_period":              {"date_of_birth", notFirstDay},
	"patients_deceased_date_period":              {"deceased_date", notFirstDay},
	"patients_age_at_death":                      {"deceased_date", refusal{code: "out_of_range", detail: "A patient can have been at most 120 years old."}},
	"patients_emergency_contact_both_or_neither": {"emergency_contact", refusal{code: "required", detail: "An emergency contact needs both a name and a phone number."}},
	"health_profiles_smoking_years":              {"smoking_years", refusal{code: "out_of_range", detail: "Only current and former smokers can have years of smoking, and then at least 1."}},
	"email_entity_type_entity_id_email":          {"email", refusal{code: "taken", detail: "The record already has this address."}},
	"phones_number_once":                         {"number", refusal{code: "taken", detail: "The record already has this number."}},
	"emails_one_primary":                         {"is_primary", refusal{code: "taken", detail: "There is already another primary address."}},
	"phones_one_primary":                         {"is_primary", refusal{code: "taken", detail: "There is already another primary phone number."}},
	"addresses_one_primary":                      {"is_primary", refusal{code: "taken", detail: "There is already another primary address."}},
	"addresses_position_both_or_neither":         {"latitude", refusal{code: "required", detail: "A position needs both a latitude and a longitude."}},
	"addresses_region_of_country_fkey":           {"region", refusal{code: "other_country", detail: "The region is not in this country."}},
	"patient_conditions_abatement_after_onset":   {"abatement_date", beforeStart},
	"patient_medications_end_after_start":        {"end_date", beforeStart},
}

// constraintSuffixes map the end of a constraint's name to its rule; the longest match wins.
var constraintSuffixes = []struct {
	text string
	refusal
}{
	{"_not_blank", refusal{code: "blank", detail: "This must not be blank."}},
	{"_period", refusal{code: "format", detail: "Of a month or a year, this must be the first day."}},
	{"_characters", refusal{code: "characters", detail: "This has control characters. Leave them out."}},
	{"_format", refusal{code: "format", detail: "This does not have the right format."}},
	{"_fkey", refusal{}},
	{"_key", refusal{}},
}

// renamedColumns are columns that have another name in the API, and that no resource.Table names: those of the procedure that
// creates a patient, and of the constraints *_licence_format.
var renamedColumns = map[string]string{
	"sex_id":                  "sex",
	"gender_id":               "gender",
	"blood_type_id":           "blood_type",
	"emergency_contact_name":  "emergency_contact/name",
	"emergency_contact_phone": "emergency_contact/phone",
	"licence":                 "licence_number",
}
