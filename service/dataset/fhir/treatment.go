package fhir

// common are the elements that all resources have.
var common = []Element{
	{"resourceType", Read, ""},
	{"id", Read, "names the record: the next import finds it again"},
	{"meta", Read, "lastUpdated and versionId tell which of two is newer, and are kept; the rest is ignored"},
	{"implicitRules", Refused, "code implicit_rules"},
	{"language", Ignored, "the language of the narrative"},
	{"text", Ignored, "a rendering of the elements; kept if its status is additional"},
	{"contained", Kept, "a contained Medication is read"},
	{"extension", Kept, ""},
	{"modifierExtension", Refused, "code modifier_extension, at any depth"},
}

// Elements are all elements of the resources that the import reads, but those that all resources have.
var Elements = map[string][]Element{
	"Organization": {
		{"identifier", Read, ""}, {"active", Read, ""}, {"type", Kept, "hospital or health center follows from the name"}, {"name", Read, ""},
		{"alias", Kept, ""}, {"telecom", Read, ""}, {"address", Read, ""}, {"partOf", Kept, ""}, {"contact", Kept, ""},
		{"endpoint", Ignored, "a technical address of the source"},
	},
	"Practitioner": {
		{"identifier", Read, ""}, {"active", Read, ""}, {"name", Read, ""}, {"telecom", Read, ""}, {"address", Read, ""}, {"gender", Read, ""},
		{"birthDate", Kept, ""}, {"photo", Ignored, "the platform has no pictures"}, {"qualification", Kept, ""}, {"communication", Kept, ""},
	},
	"PractitionerRole": {
		{"identifier", Ignored, place}, {"active", Read, ""}, {"period", Read, "of the past or to come: the role doesn't count"},
		{"practitioner", Read, ""}, {"organization", Read, "where the doctor works"}, {"code", Ignored, place}, {"specialty", Ignored, place},
		{"location", Ignored, place}, {"healthcareService", Ignored, place}, {"telecom", Ignored, place}, {"availableTime", Ignored, place},
		{"notAvailable", Ignored, place}, {"availabilityExceptions", Ignored, place}, {"endpoint", Ignored, place},
	},
	"Patient": {
		{"identifier", Read, ""}, {"active", Read, ""}, {"name", Read, ""}, {"telecom", Read, ""}, {"gender", Read, ""}, {"birthDate", Read, ""},
		{"deceasedBoolean", Read, ""}, {"deceasedDateTime", Read, ""}, {"address", Read, ""}, {"maritalStatus", Kept, ""},
		{"multipleBirthBoolean", Kept, ""}, {"multipleBirthInteger", Kept, ""}, {"photo", Ignored, "the platform has no pictures"},
		{"contact", Kept, ""}, {"communication", Kept, ""}, {"generalPractitioner", Read, ""}, {"managingOrganization", Read, ""},
		{"link", Warned, "code merged if another record has replaced this one"},
	},
	"Observation": observationElements,
	"Condition": {
		{"identifier", Kept, ""},
		{"clinicalStatus", Read, "HL7's code; unknown if there is none; resolved if the condition has ended"},
		{"verificationStatus", Read, "refuted and entered-in-error: the resource is skipped"},
		{"category", Kept, ""}, {"severity", Read, "SNOMED CT's mild, moderate, severe"},
		{"code", Read, "SNOMED CT, ICD-10-CM or another ICD-10: the first that the catalog knows"},
		{"bodySite", Warned, ""}, {"subject", Read, ""}, {"encounter", Ignored, "the platform has no encounters"},
		{"onsetDateTime", Read, ""}, {"onsetAge", Read, "a year or a month, counted from the birth; kept too"},
		{"onsetPeriod", Read, "its start; kept too"}, {"onsetRange", Warned, ""}, {"onsetString", Warned, ""},
		{"abatementDateTime", Read, ""}, {"abatementAge", Read, "as onsetAge"}, {"abatementPeriod", Read, "its end; kept too"},
		{"abatementRange", Warned, "the condition has ended"}, {"abatementString", Warned, "the condition has ended"},
		{"recordedDate", Read, "tells which of two is newer; kept where the onset is unknown"},
		{"recorder", Kept, ""}, {"asserter", Kept, ""}, {"stage", Warned, ""}, {"evidence", Kept, ""}, {"note", Read, "the texts"},
	},
	"Medication": {
		{"identifier", Ignored, referredTo}, {"code", Read, "for requests and statements that refer to it"}, {"status", Ignored, referredTo},
		{"manufacturer", Ignored, referredTo}, {"form", Ignored, referredTo}, {"amount", Ignored, referredTo},
		{"ingredient", Ignored, referredTo}, {"batch", Ignored, referredTo},
	},
	"MedicationRequest": {
		{"identifier", Kept, ""}, {"status", Read, "draft and entered-in-error: skipped"}, {"statusReason", Kept, ""},
		{"intent", Read, "proposal, plan and option: skipped"}, {"category", Kept, ""}, {"priority", Kept, ""},
		{"doNotPerform", Read, "true: skipped"}, {"reportedBoolean", Kept, ""}, {"reportedReference", Kept, ""},
		{"medicationCodeableConcept", Read, "RxNorm"}, {"medicationReference", Read, "to a Medication, contained or in the export"},
		{"subject", Read, ""}, {"encounter", Ignored, "the platform has no encounters"}, {"supportingInformation", Kept, ""},
		{"authoredOn", Read, "the start"}, {"requester", Read, "a Practitioner; others are kept"}, {"performer", Kept, ""},
		{"performerType", Kept, ""}, {"recorder", Kept, ""}, {"reasonCode", Kept, ""}, {"reasonReference", Kept, ""},
		{"instantiatesCanonical", Kept, ""}, {"instantiatesUri", Kept, ""}, {"basedOn", Kept, ""}, {"groupIdentifier", Kept, ""},
		{"courseOfTherapyType", Kept, ""}, {"insurance", Kept, ""}, {"note", Read, "the texts"},
		{"dosageInstruction", Read, "in words; kept too if they can't say all"},
		{"dispenseRequest", Read, "validityPeriod; the rest is kept"}, {"substitution", Kept, ""}, {"priorPrescription", Kept, ""},
		{"detectedIssue", Warned, ""}, {"eventHistory", Kept, ""},
	},
	"MedicationStatement": {
		{"identifier", Kept, ""}, {"basedOn", Kept, ""}, {"partOf", Kept, ""},
		{"status", Read, "not-taken, intended and entered-in-error: skipped"}, {"statusReason", Kept, ""}, {"category", Kept, ""},
		{"medicationCodeableConcept", Read, "RxNorm"}, {"medicationReference", Read, "to a Medication, contained or in the export"},
		{"subject", Read, ""}, {"context", Ignored, "the platform has no encounters"},
		{"effectiveDateTime", Read, "the start"}, {"effectivePeriod", Read, "start and end; kept too"},
		{"dateAsserted", Read, "tells which of two is newer"}, {"informationSource", Kept, ""}, {"derivedFrom", Kept, ""},
		{"reasonCode", Kept, ""}, {"reasonReference", Kept, ""}, {"note", Read, "the texts"},
		{"dosage", Read, "in words; kept too if they can't say all"},
	},
	"AllergyIntolerance": {
		{"identifier", Kept, ""}, {"clinicalStatus", Read, "HL7's code; unknown if there is none"},
		{"verificationStatus", Read, "refuted and entered-in-error: the resource is skipped"}, {"type", Kept, ""},
		{"category", Read, "of an allergy that is new to the catalog"}, {"criticality", Kept, ""},
		{"code", Read, "SNOMED CT or RxNorm: the first that the catalog knows"}, {"patient", Read, ""},
		{"encounter", Ignored, "the platform has no encounters"},
		{"onsetDateTime", Kept, "the platform has the date when it was recorded"}, {"onsetAge", Kept, ""}, {"onsetPeriod", Kept, ""},
		{"onsetRange", Kept, ""}, {"onsetString", Kept, ""}, {"recordedDate", Read, ""}, {"recorder", Kept, ""}, {"asserter", Kept, ""},
		{"lastOccurrence", Kept, ""}, {"note", Read, "the texts"},
		{"reaction", Read, "the worst severity and a manifestation of it; kept too if there is more"},
	},
	"FamilyMemberHistory": {
		{"identifier", Kept, ""}, {"instantiatesCanonical", Kept, ""}, {"instantiatesUri", Kept, ""},
		{"status", Read, "health-unknown and entered-in-error: skipped"}, {"dataAbsentReason", Kept, ""}, {"patient", Read, ""},
		{"date", Kept, ""}, {"name", Kept, ""}, {"relationship", Read, "HL7's role code; kept too where the platform has only other"},
		{"sex", Kept, ""}, {"bornPeriod", Kept, ""}, {"bornDate", Kept, ""}, {"bornString", Kept, ""}, {"ageAge", Kept, ""},
		{"ageRange", Kept, ""}, {"ageString", Kept, ""}, {"estimatedAge", Kept, ""}, {"deceasedBoolean", Kept, ""}, {"deceasedAge", Kept, ""},
		{"deceasedRange", Kept, ""}, {"deceasedDate", Kept, ""}, {"deceasedString", Kept, ""}, {"reasonCode", Kept, ""},
		{"reasonReference", Kept, ""}, {"note", Read, "the texts"}, {"condition", Read, "code, onsetAge in years and notes; kept too if there is more"},
	},
}

const (
	referredTo = "a Medication only gives a code to what refers to it"
	place      = "a role only says where a doctor works"
	latest     = "the health profile holds only the latest value"
)

// keepsElements reports whether the records of a resource have room for what no column holds.
func keepsElements(resource string) bool {
	return resource != "Observation" && resource != "Medication" && resource != "PractitionerRole"
}

var observationElements = []Element{
	{"identifier", Ignored, latest}, {"basedOn", Ignored, latest}, {"partOf", Ignored, latest},
	{"status", Read, "entered-in-error, cancelled and registered: skipped"}, {"category", Ignored, latest},
	{"code", Read, "LOINC's body height, body weight and smoking status"}, {"subject", Read, ""},
	{"focus", Refused, "code other_focus: it is about somebody or something else"}, {"encounter", Ignored, "the platform has no encounters"},
	{"effectiveDateTime", Read, "a day"}, {"effectivePeriod", Read, "its end, else its start"}, {"effectiveTiming", Ignored, latest},
	{"effectiveInstant", Read, ""}, {"issued", Read, "where nothing says when it was measured"}, {"performer", Ignored, latest},
	{"valueQuantity", Read, "with a comparator: refused with code comparator"}, {"valueCodeableConcept", Read, "US Core's smoking statuses"},
	{"valueString", Ignored, latest}, {"valueBoolean", Ignored, latest}, {"valueInteger", Ignored, latest}, {"valueRange", Ignored, latest},
	{"valueRatio", Ignored, latest}, {"valueSampledData", Ignored, latest}, {"valueTime", Ignored, latest},
	{"valueDateTime", Ignored, latest}, {"valuePeriod", Ignored, latest}, {"dataAbsentReason", Read, "skipped with code data_absent"},
	{"interpretation", Ignored, latest}, {"note", Ignored, latest}, {"bodySite", Ignored, latest}, {"method", Ignored, latest},
	{"specimen", Ignored, latest}, {"device", Ignored, latest}, {"referenceRange", Ignored, latest}, {"hasMember", Ignored, latest},
	{"derivedFrom", Ignored, latest}, {"component", Ignored, latest},
}
