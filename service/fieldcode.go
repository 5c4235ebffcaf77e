package service

// FieldCode is one of the codes of a Field. Codes are stable: programs compare them.
type FieldCode struct {
	Name string
	// Advice tells the caller what is wrong and what to do about it.
	Advice string
}

// FieldCodes are all codes of Fields.
var FieldCodes = []FieldCode{
	{"required", "The field is missing. Send it."},
	{"blank", "The text is empty or only white space. Send some text, or leave the field out."},
	{"unexpected", "The operation has no such field or parameter. Check the spelling."},
	{"type", "The value has the wrong JSON type. detail names the right one."},
	{"format", "The value is not written as it must be. detail says how."},
	{"characters", "The text has characters that it must not have: control characters, and in a name symbols. Leave them out."},
	{"not_allowed", "The value is not one of those that are possible. detail or the reference lists them."},
	{"not_found", "The value names a record or a catalog entry that does not exist, or that you may not see."},
	{"invalid", "The value breaks a rule that detail explains."},
	{"too_short", "There are too few characters or items. detail says how many there must be."},
	{"too_long", "There are too many characters or items. detail says how many there may be."},
	{"out_of_range", "The number or date is too small or too large. detail says what is possible."},
	{"duplicate", "The same value was sent more than once. Send it once."},
	{"taken", "Another record already has this value. Use another one, or change that record."},
	{"unchanged", "This is already the value. Send another one."},
	{"same", "The value names what the record already belongs to, or the record itself. Choose another one."},
	{"forbidden", "You may not set the field to this value, or not read the part that the value names. Leave it out."},
	{"inactive", "The value names a record that is not active. Choose another one, or reactivate that one."},
	{"other_doctor", "The record belongs to another doctor. Choose one of your own."},
	{"other_institution", "The value names something of another institution. Choose something of this one."},
	{"other_country", "The region is not in the country of the address. Correct one of them."},
	{"in_future", "The date is in the future."},
	{"before_birth", "The date is before the patient's birth."},
	{"before_start", "The end is before the start."},
	{"ended", "The status says that something continues, but the date of its end has passed. Correct one of them."},
	{"wrong", "The value is not the one that is on record, such as the current password. Check it."},
	{"too_common", "The password is on a list of leaked passwords. Choose another one."},
	{"too_predictable", "The password is easy to guess. Choose a longer one, without names, dates and sequences."},
	{"empty", "The file is empty."},
	{"heading", "The heading of the CSV file is not as it must be. detail says why."},
	{"validation_start", "The validation of a new patient begins with pending."},
	{"validation_step", "The step is not possible now. Read the validation again: it lists the possible ones."},
}
