package catalog

// Country is a country of ISO 3166-1.
type Country struct {
	// Code is alpha-2.
	Code, Alpha3, NumericCode, Name string
	// CallingCode is E.164's, CurrencyCode ISO 4217's; nil for countries without.
	CallingCode, CurrencyCode, CurrencyName *string
}

// Region is a subdivision of ISO 3166-2.
type Region struct {
	Code, Name string
	// Category says what it is called there, such as state.
	Category string
	// Country is alpha-2.
	Country string
	// Parent is the code of the region that it lies in; nil for those of the country itself.
	Parent *string
}

// Named is an entry of a small catalog of the platform's.
type Named struct{ Code, Name string }

// BloodType is one of the eight ABO and RhD groups.
type BloodType struct {
	Code, Name, ABO string
	RhPositive      bool
}

// BloodCompatibility says by codes whom red cells of a group may be given to, and whose it may receive.
type BloodCompatibility struct {
	Code                  string
	GivesTo, ReceivesFrom []string
}

// SpecialtyCategory groups specialties.
type SpecialtyCategory struct {
	Code, Name string
	// Parent is the code of the category that it lies in; nil at the top.
	Parent *string
}

// DoctorSpecialty is a medical specialty.
type DoctorSpecialty struct {
	Code, Name string
	// Category is a code.
	Category    string
	Description *string
}

// Coded is an entry of a published code system.
type Coded struct {
	// CodeSystem is the URI that FHIR gives it.
	CodeSystem, Code, Name string
}

// Condition is a diagnosis or finding.
type Condition struct {
	CodeSystem, Code, Name string
	// ConditionGroup is what statistics count together, such as diabetes; nil for the ungrouped.
	ConditionGroup *string
	// Chronic is nil where no source says.
	Chronic *bool
}

// Allergy is an allergy or intolerance.
type Allergy struct {
	CodeSystem, Code, Name string
	// Category is food, medication, environment or biologic; nil where it isn't known.
	Category *string
	// Statement says that it is a statement about allergies, such as that there is none.
	Statement bool
}
