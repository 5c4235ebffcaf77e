package catalog

// Country is a country of ISO 3166-1.
type Country struct {
	// Code is the alpha-2 code.
	Code, Alpha3, NumericCode, Name string
	// OtherNames are what else people call it, in its own languages and in English.
	OtherNames []string
	// CallingCode is from E.164, CurrencyCode from ISO 4217; nil for countries without one.
	CallingCode, CurrencyCode, CurrencyName *string
}

// Region is a subdivision of ISO 3166-2.
type Region struct {
	Code, Name string
	// CategoryName is what the country calls this kind of region, such as state.
	CategoryName string
	// Country is the alpha-2 code.
	Country string
	// Parent is the code of the region that contains this one; nil directly below the country.
	Parent *string
}

// Named is an entry of one of the platform's own small catalogs.
type Named struct{ Code, Name string }

// BloodType is one of the eight ABO and RhD groups.
type BloodType struct {
	Code, Name, ABO string
	RhPositive      bool
}

// BloodCompatibility lists, by their codes, the blood types that may receive red cells of a type, and those whose red cells
// the type may receive.
type BloodCompatibility struct {
	Code                  string
	GivesTo, ReceivesFrom []string
}

// SpecialtyCategory groups specialties.
type SpecialtyCategory struct {
	Code, Name string
	// Parent is the code of the category that contains this one; nil at the top.
	Parent *string
}

// DoctorSpecialty is a medical specialty.
type DoctorSpecialty struct {
	Code, Name string
	// Category is the code of the category.
	Category    string
	Description *string
}

// Coded is an entry of a published code system.
type Coded struct {
	// CodeSystem is its URI in FHIR.
	CodeSystem, Code, Name string
}

// Condition is a diagnosis or finding.
type Condition struct {
	CodeSystem, Code, Name string
	// ConditionGroup is the group that statistics count the condition in, such as diabetes; nil without a group.
	ConditionGroup *string
	// Chronic is nil when no source says.
	Chronic *bool
}

// Allergy is an allergy or intolerance.
type Allergy struct {
	CodeSystem, Code, Name string
	// Category is food, medication, environment or biologic; nil when unknown.
	Category *string
	// Statement says that this is a statement about allergies, for example that there are none.
	Statement bool
}
