package problem

import (
	"fmt"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/validation"
)

// huma tells us what is wrong with a field by a text only. Ours begin with the field's code: "code: detail".
const codeEnds = ": "

// required begins the text about a member that is missing, in the object that should have it; its name follows.
const required = "required" + codeEnds

func init() {
	for message, text := range map[*string]string{
		&validation.MsgExpectedRequiredProperty:          required + "%s",
		&validation.MsgExpectedDependentRequiredProperty: required + "%[1]s",
		&validation.MsgUnexpectedProperty:                "unexpected: There is no such field.",
		&validation.MsgExpectedOneOf:                     "not_allowed: Use one of these: %s.",
		&validation.MsgExpectedMinLength:                 "too_short: Use at least %d characters.",
		&validation.MsgExpectedMaxLength:                 "too_long: Use at most %d characters.",
		&validation.MsgExpectedMinItems:                  "too_short: Send at least %d items.",
		&validation.MsgExpectedMaxItems:                  "too_long: Send at most %d items.",
		&validation.MsgExpectedMinProperties:             "too_short: Send at least %d members.",
		&validation.MsgExpectedMaxProperties:             "too_long: Send at most %d members.",
		&validation.MsgExpectedMinimumNumber:             "out_of_range: Use a number of %v or more.",
		&validation.MsgExpectedExclusiveMinimumNumber:    "out_of_range: Use a number of more than %v.",
		&validation.MsgExpectedMaximumNumber:             "out_of_range: Use a number of %v or less.",
		&validation.MsgExpectedExclusiveMaximumNumber:    "out_of_range: Use a number of less than %v.",
		&validation.MsgExpectedNumberBeMultipleOf:        "out_of_range: Use a multiple of %v.",
		&validation.MsgExpectedRFC3339DateTime:           "format: " + writeTime,
		&validation.MsgExpectedRFC3339Date:               "format: Write a date as 2026-01-31.",
		&validation.MsgExpectedRFC5322Email:              "format: This is not an e-mail address. Write one such as ana@example.org.",
		&validation.MsgExpectedRFC4122UUID:               "format: This is not a UUID. Write one such as 5f1c2f6e-8a55-4f6b-b8de-1f2f3f8f0a11.",
		&validation.MsgExpectedRFC3986URI:                "format: This is not a URI. Write one such as https://example.org.",
		&validation.MsgExpectedMatchPattern:              "format: This does not match the pattern %s.",
		&validation.MsgExpectedBePattern:                 "format: This is not %s.",
		&validation.MsgExpectedArrayItemsUnique:          "duplicate: Send each item once.",
		&validation.MsgExpectedBoolean:                   "type: Use true or false.",
		&validation.MsgExpectedInteger:                   "type: Use a whole number.",
		&validation.MsgExpectedNumber:                    "type: Use a number.",
		&validation.MsgExpectedString:                    "type: Use text.",
		&validation.MsgExpectedArray:                     "type: Use a list.",
		&validation.MsgExpectedObject:                    "type: Use an object.",
	} {
		*message = text
	}
	// Some messages have an argument that ours don't need.
	huma.ErrorFormatter = func(text string, arguments ...any) string {
		if !strings.Contains(text, "%") {
			return text
		}
		return fmt.Sprintf(text, arguments...)
	}
}

const writeTime = "Write a date and a time with a time zone, as 2026-01-31T09:30:00Z."

// What is wrong with parameters.
const (
	badKey            = "format: Use 1 to 255 printable ASCII characters."
	notANumber        = "format: Use a number."
	unknownParameter  = "unexpected: There is no such parameter."
	unknownPurpose    = "not_allowed: Use a code of HL7 v3 PurposeOfUse, such as TREAT."
	repeatedParameter = "duplicate: Send this parameter once."
	badQuery          = "format: Write name=value pairs, joined by & and percent-encoded."
	badText           = "format: Use text in UTF-8 without the character NUL."
)

// fixed are texts of huma that can't be set, by how they begin.
var fixed = []struct{ message, text string }{
	{"required ", "required: This is required."},
	{"invalid integer", "type: Use a whole number."},
	{"invalid float", "type: Use a number."},
	{"invalid boolean", "type: Use true or false."},
	{"invalid date/time", "type: " + writeTime},
	{"invalid url", "type: Write a URI such as https://example.org."},
	{"invalid character", "format: This is not valid JSON."},
	{"unexpected end of JSON", "format: This is not valid JSON: it ends too early."},
	{"unexpected EOF", "format: This is not valid JSON: it ends too early."},
	{"invalid ", "type: This value has the wrong type."},
}

// split returns the code and the detail of what huma, or one of our own checks, says about a field.
func split(message string) (code, detail string) {
	for _, f := range fixed {
		if strings.HasPrefix(message, f.message) {
			message = f.text
			break
		}
	}
	code, detail, ok := strings.Cut(message, codeEnds)
	if !ok || strings.Contains(code, " ") { // about the whole body, from whoever reads it
		return "invalid", strings.ToUpper(message[:1]) + strings.TrimSuffix(message[1:], ".") + "."
	}
	return code, detail
}
