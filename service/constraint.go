package service

// refusal is what a caller is told when PostgreSQL refuses a row.
type refusal struct {
	kind   Code
	code   string // of the field
	detail string
}

func (r refusal) reason() string {
	if r.kind == Invalid {
		return "validation_failed"
	}
	return r.code
}

// or fills what a more particular refusal leaves open from a more general one.
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

// refusals gives each SQLSTATE its meaning; PH… are our own, which sql/README.md lists.
var refusals = map[string]refusal{
	"23502": {Invalid, "required", "This is required."},
	"23503": {Invalid, "unknown", "There is no such record."},
	"23505": {Conflict, "taken", "Another record has this already."},
	"23514": {Invalid, "invalid", "This is not allowed."},
	"22001": {Invalid, "too_long", "This is too long."},
	"22003": {Invalid, "out_of_range", "This number is out of range."},
	"22008": {Invalid, "out_of_range", "This date is out of range."},
	"22021": {Invalid, "format", "This holds characters that can't be stored."},

	"PH001": {Invalid, "in_future", "This is in the future."},
	"PH002": {Invalid, "before_birth", "This is before the patient's birth."},
	"PH003": {Invalid, "out_of_range", "A living patient is at most 120 years old."},
	"PH004": {Invalid, "out_of_range", "These are more years of smoking than the patient has lived."},
	"PH010": {Conflict, "validation_start", "A new patient's validation is pending."},
	"PH011": {Conflict, "validation_step", "The validation can't go from where it is to there."},
	"PH020": {Invalid, "other_institution", "The doctor is not of this institution."},
	"PH021": {Invalid, "inactive", "The doctor is not active."},
	"PH022": {Conflict, "taken", "This e-mail address has an account already."},
	"PH023": {Invalid, "out_of_range", "This measure is out of range."},
	"PH024": {Invalid, "unknown", "The catalog has no such code."},
	"PH025": {Invalid, "required", "An account needs an e-mail address and a password."},
}

// constraint is what the name of a constraint doesn't say by itself.
type constraint struct {
	column string
	refusal
}

var (
	beforeStart = refusal{code: "before_start", detail: "The end is before the beginning."}
	inRecord    = refusal{code: "taken", detail: "The record has this entry already."}
)

// constraints are those whose names are not <table>_<column> and one of the suffixes below.
var constraints = map[string]constraint{
	"patients_doctor_of_institution_fkey":                   {"doctor_id", refusals["PH020"]},
	"patients_deceased_after_birth":                         {"deceased_at", refusals["PH002"]},
	"patients_age_at_death":                                 {"deceased_at", refusal{code: "out_of_range", detail: "A patient was at most 120 years old."}},
	"patients_emergency_contact_both_or_neither":            {"emergency_contact", refusal{code: "required", detail: "An emergency contact needs a name and a phone."}},
	"health_profiles_smoking_years":                         {"smoking_years", refusal{code: "out_of_range", detail: "Only current and former smokers have years of smoking, 1 or more."}},
	"email_entity_type_entity_id_email":                     {"email", refusal{code: "taken", detail: "This address is there already."}},
	"phone_entity_type_entity_id_number":                    {"number", refusal{code: "taken", detail: "This number is there already."}},
	"emails_one_primary":                                    {"is_primary", refusal{code: "taken", detail: "There is another primary address."}},
	"phones_one_primary":                                    {"is_primary", refusal{code: "taken", detail: "There is another primary phone."}},
	"addresses_one_primary":                                 {"is_primary", refusal{code: "taken", detail: "There is another primary address."}},
	"addresses_position_both_or_neither":                    {"latitude", refusal{code: "required", detail: "A position needs latitude and longitude."}},
	"addresses_region_of_country_fkey":                      {"region", refusal{code: "other_country", detail: "The region is not of this country."}},
	"patient_conditions_abatement_after_onset":              {"abatement_date", beforeStart},
	"patient_medications_end_after_start":                   {"end_date", beforeStart},
	"patientcondition_patient_id_onset_date_condition_id":   {"condition_id", inRecord},
	"patientmedication_patient_id_start_date_medication_id": {"medication_id", inRecord},
	"patientallergy_patient_id_recorded_date_allergy_id":    {"allergy_id", inRecord},
	"patientfamilyhistory_patient_id_relative_condition_id": {"condition_id", inRecord},
}

// constraintSuffixes are how constraints are named after their rule; the longest that fits counts.
var constraintSuffixes = []struct {
	text string
	refusal
}{
	{"_not_blank", refusal{code: "blank", detail: "This must not be blank."}},
	{"_format", refusal{code: "format", detail: "This is not in the right format."}},
	{"_fkey", refusal{}},
	{"_key", refusal{}},
}

// renamedColumns are columns that the API calls otherwise: catalog entries by their codes.
var renamedColumns = map[string]string{
	"sex_id":                  "sex",
	"gender_id":               "gender",
	"blood_type_id":           "blood_type",
	"email_type_id":           "type",
	"phone_type_id":           "type",
	"specialty_id":            "specialty",
	"institution_type_id":     "type",
	"licence":                 "licence_number", // of the constraints *_licence_format
	"region_id":               "region",
	"country_id":              "country",
	"condition_id":            "condition",
	"medication_id":           "medication",
	"allergy_id":              "allergy",
	"reaction_id":             "reaction",
	"emergency_contact_name":  "emergency_contact/name",
	"emergency_contact_phone": "emergency_contact/phone",
}
