// Code generated from the OpenAPI document by client/generate. DO NOT EDIT.

package predicthealth

import "time"

// Version is that of the OpenAPI document which the client was generated from.
const Version = "1.0.0"

// AddressUse is a value of Address.Use and others.
type AddressUse string

// Values of [AddressUse]; later versions of the API may have more.
const (
	AddressUseHome    AddressUse = "home"
	AddressUseWork    AddressUse = "work"
	AddressUseTemp    AddressUse = "temp"
	AddressUseOld     AddressUse = "old"
	AddressUseBilling AddressUse = "billing"
)

// AlcoholFrequency is a value of Alcohol.Frequency and others.
type AlcoholFrequency string

// Values of [AlcoholFrequency]; later versions of the API may have more.
const (
	AlcoholFrequencyNever        AlcoholFrequency = "never"
	AlcoholFrequencyRarely       AlcoholFrequency = "rarely"
	AlcoholFrequencyOccasionally AlcoholFrequency = "occasionally"
	AlcoholFrequencyRegularly    AlcoholFrequency = "regularly"
	AlcoholFrequencyDaily        AlcoholFrequency = "daily"
	AlcoholFrequencyUnknown      AlcoholFrequency = "unknown"
)

// AllergyEntryCategory is a value of AllergyEntry.Category.
type AllergyEntryCategory string

// Values of [AllergyEntryCategory]; later versions of the API may have more.
const (
	AllergyEntryCategoryFood        AllergyEntryCategory = "food"
	AllergyEntryCategoryMedication  AllergyEntryCategory = "medication"
	AllergyEntryCategoryEnvironment AllergyEntryCategory = "environment"
	AllergyEntryCategoryBiologic    AllergyEntryCategory = "biologic"
)

// AllergyStatus is a value of Allergy.Status and others.
type AllergyStatus string

// Values of [AllergyStatus]; later versions of the API may have more.
const (
	AllergyStatusActive   AllergyStatus = "active"
	AllergyStatusInactive AllergyStatus = "inactive"
	AllergyStatusResolved AllergyStatus = "resolved"
)

// BMIClass is a value of BMI.Class.
type BMIClass string

// Values of [BMIClass]; later versions of the API may have more.
const (
	BMIClassUnderweight   BMIClass = "underweight"
	BMIClassNormalRange   BMIClass = "normal_range"
	BMIClassPreObese      BMIClass = "pre_obese"
	BMIClassObeseClassI   BMIClass = "obese_class_i"
	BMIClassObeseClassII  BMIClass = "obese_class_ii"
	BMIClassObeseClassIII BMIClass = "obese_class_iii"
)

// BloodTypeAbo is a value of BloodType.Abo.
type BloodTypeAbo string

// Values of [BloodTypeAbo]; later versions of the API may have more.
const (
	BloodTypeAboO  BloodTypeAbo = "O"
	BloodTypeAboA  BloodTypeAbo = "A"
	BloodTypeAboB  BloodTypeAbo = "B"
	BloodTypeAboAb BloodTypeAbo = "AB"
)

// ConditionStatus is a value of Condition.Status and others.
type ConditionStatus string

// Values of [ConditionStatus]; later versions of the API may have more.
const (
	ConditionStatusActive     ConditionStatus = "active"
	ConditionStatusRecurrence ConditionStatus = "recurrence"
	ConditionStatusRelapse    ConditionStatus = "relapse"
	ConditionStatusInactive   ConditionStatus = "inactive"
	ConditionStatusRemission  ConditionStatus = "remission"
	ConditionStatusResolved   ConditionStatus = "resolved"
)

// DoctorStatus is a value of Doctor.Status and others.
type DoctorStatus string

// Values of [DoctorStatus]; later versions of the API may have more.
const (
	DoctorStatusActive    DoctorStatus = "active"
	DoctorStatusSuspended DoctorStatus = "suspended"
	DoctorStatusRetired   DoctorStatus = "retired"
)

// EventActorType is a value of Event.ActorType.
type EventActorType string

// Values of [EventActorType]; later versions of the API may have more.
const (
	EventActorTypeAnonymous      EventActorType = "anonymous"
	EventActorTypeUser           EventActorType = "user"
	EventActorTypeCMSUser        EventActorType = "cms_user"
	EventActorTypeServiceAccount EventActorType = "service_account"
	EventActorTypeSystem         EventActorType = "system"
)

// FieldErrorIn is a value of FieldError.In.
type FieldErrorIn string

// Values of [FieldErrorIn]; later versions of the API may have more.
const (
	FieldErrorInBody   FieldErrorIn = "body"
	FieldErrorInQuery  FieldErrorIn = "query"
	FieldErrorInPath   FieldErrorIn = "path"
	FieldErrorInHeader FieldErrorIn = "header"
)

// ImportFormat is a value of Import.Format.
type ImportFormat string

// Values of [ImportFormat]; later versions of the API may have more.
const (
	ImportFormatNdjson ImportFormat = "ndjson"
	ImportFormatCSV    ImportFormat = "csv"
)

// ImportProblemSeverity is a value of ImportProblem.Severity.
type ImportProblemSeverity string

// Values of [ImportProblemSeverity]; later versions of the API may have more.
const (
	ImportProblemSeverityError   ImportProblemSeverity = "error"
	ImportProblemSeverityWarning ImportProblemSeverity = "warning"
)

// ImportStatus is a value of Import.Status.
type ImportStatus string

// Values of [ImportStatus]; later versions of the API may have more.
const (
	ImportStatusAccepted   ImportStatus = "accepted"
	ImportStatusInProgress ImportStatus = "in-progress"
	ImportStatusCompleted  ImportStatus = "completed"
	ImportStatusFailed     ImportStatus = "failed"
	ImportStatusCancelled  ImportStatus = "cancelled"
)

// IntrospectionUserType is a value of Introspection.UserType.
type IntrospectionUserType string

// Values of [IntrospectionUserType]; later versions of the API may have more.
const (
	IntrospectionUserTypePatient        IntrospectionUserType = "patient"
	IntrospectionUserTypeDoctor         IntrospectionUserType = "doctor"
	IntrospectionUserTypeInstitution    IntrospectionUserType = "institution"
	IntrospectionUserTypeCMSUser        IntrospectionUserType = "cms_user"
	IntrospectionUserTypeServiceAccount IntrospectionUserType = "service_account"
)

// LoginAttemptAction is a value of LoginAttempt.Action.
type LoginAttemptAction string

// Values of [LoginAttemptAction]; later versions of the API may have more.
const (
	LoginAttemptActionAuthLogin     LoginAttemptAction = "auth.login"
	LoginAttemptActionAccountLocked LoginAttemptAction = "account.locked"
)

// MedicationStatus is a value of Medication.Status and others.
type MedicationStatus string

// Values of [MedicationStatus]; later versions of the API may have more.
const (
	MedicationStatusActive    MedicationStatus = "active"
	MedicationStatusOnHold    MedicationStatus = "on-hold"
	MedicationStatusCompleted MedicationStatus = "completed"
	MedicationStatusStopped   MedicationStatus = "stopped"
	MedicationStatusCancelled MedicationStatus = "cancelled"
	MedicationStatusUnknown   MedicationStatus = "unknown"
)

// NextStepBy is a value of NextStep.By.
type NextStepBy string

// Values of [NextStepBy]; later versions of the API may have more.
const (
	NextStepByPatient     NextStepBy = "patient"
	NextStepByDoctor      NextStepBy = "doctor"
	NextStepByInstitution NextStepBy = "institution"
	NextStepByStaff       NextStepBy = "staff"
)

// Outcome is a value of Event.Outcome and others.
type Outcome string

// Values of [Outcome]; later versions of the API may have more.
const (
	OutcomeSuccess Outcome = "success"
	OutcomeDenied  Outcome = "denied"
	OutcomeFailure Outcome = "failure"
)

// PartyKind is a value of Party.Kind.
type PartyKind string

// Values of [PartyKind]; later versions of the API may have more.
const (
	PartyKindPatient        PartyKind = "patient"
	PartyKindDoctor         PartyKind = "doctor"
	PartyKindInstitution    PartyKind = "institution"
	PartyKindStaff          PartyKind = "staff"
	PartyKindService        PartyKind = "service"
	PartyKindSystem         PartyKind = "system"
	PartyKindAnonymous      PartyKind = "anonymous"
	PartyKindUser           PartyKind = "user"
	PartyKindCMSUser        PartyKind = "cms_user"
	PartyKindServiceAccount PartyKind = "service_account"
)

// RelativeKind is a value of Relative.Relative and others.
type RelativeKind string

// Values of [RelativeKind]; later versions of the API may have more.
const (
	RelativeKindMother              RelativeKind = "mother"
	RelativeKindFather              RelativeKind = "father"
	RelativeKindSister              RelativeKind = "sister"
	RelativeKindBrother             RelativeKind = "brother"
	RelativeKindDaughter            RelativeKind = "daughter"
	RelativeKindSon                 RelativeKind = "son"
	RelativeKindMaternalGrandmother RelativeKind = "maternal_grandmother"
	RelativeKindMaternalGrandfather RelativeKind = "maternal_grandfather"
	RelativeKindPaternalGrandmother RelativeKind = "paternal_grandmother"
	RelativeKindPaternalGrandfather RelativeKind = "paternal_grandfather"
	RelativeKindAunt                RelativeKind = "aunt"
	RelativeKindUncle               RelativeKind = "uncle"
	RelativeKindCousin              RelativeKind = "cousin"
	RelativeKindOther               RelativeKind = "other"
)

// SelfRegistrationLanguage is a value of SelfRegistration.Language.
type SelfRegistrationLanguage string

// Values of [SelfRegistrationLanguage]; later versions of the API may have more.
const (
	SelfRegistrationLanguageEn SelfRegistrationLanguage = "en"
	SelfRegistrationLanguageEs SelfRegistrationLanguage = "es"
)

// SettingValueType is a value of Setting.ValueType.
type SettingValueType string

// Values of [SettingValueType]; later versions of the API may have more.
const (
	SettingValueTypeString     SettingValueType = "string"
	SettingValueTypeInteger    SettingValueType = "integer"
	SettingValueTypeDecimal    SettingValueType = "decimal"
	SettingValueTypeBoolean    SettingValueType = "boolean"
	SettingValueTypeDuration   SettingValueType = "duration"
	SettingValueTypeStringList SettingValueType = "string_list"
)

// Severity is a value of Allergy.Severity and others.
type Severity string

// Values of [Severity]; later versions of the API may have more.
const (
	SeverityMild     Severity = "mild"
	SeverityModerate Severity = "moderate"
	SeveritySevere   Severity = "severe"
)

// SmokingStatus is a value of Smoking.Status and others.
type SmokingStatus string

// Values of [SmokingStatus]; later versions of the API may have more.
const (
	SmokingStatusNever   SmokingStatus = "never"
	SmokingStatusFormer  SmokingStatus = "former"
	SmokingStatusCurrent SmokingStatus = "current"
	SmokingStatusUnknown SmokingStatus = "unknown"
)

// UserType is a value of Account.UserType and others.
type UserType string

// Values of [UserType]; later versions of the API may have more.
const (
	UserTypePatient     UserType = "patient"
	UserTypeDoctor      UserType = "doctor"
	UserTypeInstitution UserType = "institution"
	UserTypeCMSUser     UserType = "cms_user"
)

// ValidationStatus is a value of Patient.ValidationStatus and others.
type ValidationStatus string

// Values of [ValidationStatus]; later versions of the API may have more.
const (
	ValidationStatusPending              ValidationStatus = "pending"
	ValidationStatusDoctorValidated      ValidationStatus = "doctor_validated"
	ValidationStatusInstitutionValidated ValidationStatus = "institution_validated"
	ValidationStatusFullAccess           ValidationStatus = "full_access"
	ValidationStatusRejected             ValidationStatus = "rejected"
)

// Access is part of other types.
type Access struct {
	// What was done; operation.call is a request that was refused.
	Action     string    `json:"action"`
	By         Party     `json:"by"`
	OccurredAt time.Time `json:"occurred_at"`
	Outcome    Outcome   `json:"outcome"`
	// A code of HL7 v3 PurposeOfUse; null when none was told.
	PurposeOfUse *string `json:"purpose_of_use"`
}

// AccessList is the answer of [Client.ListPatientAccesses].
type AccessList struct {
	// In the order of sort.
	Items []Access `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// Account is part of other types.
type Account struct {
	Email string `json:"email"`
	ID    string `json:"id"`
	// The patient, doctor or institution whose account it is; null for staff.
	ReferenceID *string `json:"reference_id"`
	// The code of a staff member's role; null for others.
	Role     *string  `json:"role"`
	UserType UserType `json:"user_type"`
}

// Activity is part of other types.
type Activity struct {
	// null when it is unknown, which has no points.
	Minutes *int `json:"minutes"`
	Points  int  `json:"points"`
}

// Address is the answer of [Client.AddDoctorAddress], is the answer of [Client.GetDoctorAddress] and others.
type Address struct {
	City string `json:"city"`
	// ISO 3166-1 alpha-2.
	Country   string    `json:"country"`
	CreatedAt time.Time `json:"created_at"`
	ID        string    `json:"id"`
	// Whether it is the one to use first. There is exactly one as long as there are any.
	IsPrimary bool `json:"is_primary"`
	// In degrees, with 6 decimals; null without a longitude.
	Latitude *float64 `json:"latitude"`
	Line1    string   `json:"line1"`
	Line2    *string  `json:"line2"`
	// In degrees, with 6 decimals; null without a latitude.
	Longitude  *float64 `json:"longitude"`
	PostalCode *string  `json:"postal_code"`
	// ISO 3166-2, of the country.
	Region    *string    `json:"region"`
	UpdatedAt time.Time  `json:"updated_at"`
	Use       AddressUse `json:"use"`
	// When somebody confirmed it as it is; null when nobody has, or it has changed since.
	VerifiedAt *time.Time `json:"verified_at"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Address) setETag(tag string) { v.ETag = tag }

// AddressAddition is sent by [Client.AddDoctorAddress], is sent by [Client.AddInstitutionAddress] and others.
type AddressAddition struct {
	// At most 100 characters.
	City string `json:"city"`
	// ISO 3166-1 alpha-2. At most 2 characters.
	Country string `json:"country"`
	// In degrees, rounded to 6 decimals; only with a longitude. -90 to 90.
	Latitude *float64 `json:"latitude,omitempty"`
	// At most 200 characters.
	Line1 string `json:"line1"`
	// At most 200 characters.
	Line2 *string `json:"line2,omitempty"`
	// In degrees, rounded to 6 decimals; only with a latitude. -180 to 180.
	Longitude *float64 `json:"longitude,omitempty"`
	// At most 20 characters.
	PostalCode *string `json:"postal_code,omitempty"`
	// ISO 3166-2, of the country. At most 6 characters.
	Region *string `json:"region,omitempty"`
	// Default home.
	Use *AddressUse `json:"use,omitempty"`
}

// AddressList is the answer of [Client.ListDoctorAddresses], is the answer of
// [Client.ListInstitutionAddresses] and others.
type AddressList struct {
	// In the order of sort.
	Items []Address `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// AddressPatch is sent by [Client.ChangeDoctorAddress], is sent by [Client.ChangeInstitutionAddress] and
// others.
type AddressPatch struct {
	// At most 100 characters.
	City Optional[string] `json:"city,omitzero"`
	// ISO 3166-1 alpha-2. At most 2 characters.
	Country Optional[string] `json:"country,omitzero"`
	// In degrees, rounded to 6 decimals; only with a longitude. -90 to 90.
	Latitude Optional[float64] `json:"latitude,omitzero"`
	// At most 200 characters.
	Line1 Optional[string] `json:"line1,omitzero"`
	// At most 200 characters.
	Line2 Optional[string] `json:"line2,omitzero"`
	// In degrees, rounded to 6 decimals; only with a latitude. -180 to 180.
	Longitude Optional[float64] `json:"longitude,omitzero"`
	// At most 20 characters.
	PostalCode Optional[string] `json:"postal_code,omitzero"`
	// ISO 3166-2, of the country. At most 6 characters.
	Region Optional[string]     `json:"region,omitzero"`
	Use    Optional[AddressUse] `json:"use,omitzero"`
}

// Alcohol is part of other types.
type Alcohol struct {
	Frequency AlcoholFrequency `json:"frequency"`
	Points    int              `json:"points"`
}

// Allergy is the answer of [Client.AddPatientAllergy], is the answer of [Client.GetPatientAllergy] and others.
type Allergy struct {
	// An entry of the catalog of allergies.
	Allergy   Coding    `json:"allergy"`
	CreatedAt time.Time `json:"created_at"`
	ID        string    `json:"id"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes     *string `json:"notes,omitempty"`
	PatientID string  `json:"patient_id"`
	// How it shows, an entry of the catalog of allergic reactions; left out when nothing is known.
	Reaction *Coding `json:"reaction,omitempty"`
	// From the patient's birth to today.
	RecordedDate Date      `json:"recorded_date"`
	Severity     *Severity `json:"severity"`
	// Of FHIR's allergyintolerance-clinical. Default active.
	Status    AllergyStatus `json:"status"`
	UpdatedAt time.Time     `json:"updated_at"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Allergy) setETag(tag string) { v.ETag = tag }

// AllergyEntry is part of other types.
type AllergyEntry struct {
	// null where it isn't known.
	Category *AllergyEntryCategory `json:"category"`
	// Unique within the code system.
	Code string `json:"code"`
	// The code system's URI, as FHIR has it.
	CodeSystem string `json:"code_system"`
	Name       string `json:"name"`
	// Whether it is a statement about allergies, such as that there is none.
	Statement bool `json:"statement"`
}

// AllergyEntryList is the answer of [Client.ListAllergies].
type AllergyEntryList struct {
	// In the order of sort.
	Items []AllergyEntry `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *AllergyEntryList) setETag(tag string) { v.ETag = tag }

// AllergyList is the answer of [Client.ListPatientAllergies].
type AllergyList struct {
	// In the order of sort.
	Items []Allergy `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// BMI is part of other types.
type BMI struct {
	// WHO's for adults (Technical Report Series 894): below 18.5, to 24.99, to 29.99, to 34.99, to 39.99, from 40.
	// null for who is younger than 18 years: for them the index depends on age and sex.
	Class *BMIClass `json:"class"`
	// Body mass index in kg/m², with two decimals.
	Value float64 `json:"value"`
}

// BloodType is part of other types.
type BloodType struct {
	Abo        BloodTypeAbo `json:"abo"`
	Code       string       `json:"code"`
	Name       string       `json:"name"`
	RhPositive bool         `json:"rh_positive"`
}

// BloodTypeList is the answer of [Client.ListBloodTypes].
type BloodTypeList struct {
	// In the order of sort.
	Items []BloodType `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *BloodTypeList) setETag(tag string) { v.ETag = tag }

// CareTeam is the answer of [Client.GetPatientCareTeam].
type CareTeam struct {
	Doctor      CareTeamDoctor      `json:"doctor"`
	Institution CareTeamInstitution `json:"institution"`
	PatientID   string              `json:"patient_id"`
}

// CareTeamDoctor is part of other types.
type CareTeamDoctor struct {
	FirstName     string `json:"first_name"`
	ID            string `json:"id"`
	LastName      string `json:"last_name"`
	LicenceNumber string `json:"licence_number"`
	// A code of the catalog doctor specialties.
	Specialty       string       `json:"specialty"`
	Status          DoctorStatus `json:"status"`
	YearsExperience *int         `json:"years_experience"`
}

// CareTeamInstitution is part of other types.
type CareTeamInstitution struct {
	// The primary one; left out when there is none.
	Address *PublicAddress `json:"address,omitempty"`
	// The primary one; null when there is none.
	Email *string `json:"email"`
	ID    string  `json:"id"`
	Name  string  `json:"name"`
	// The primary one; left out when there is none.
	Phone *PublicPhone `json:"phone,omitempty"`
	// A code of the catalog institution types.
	Type string `json:"type"`
	// Whether an administrator has checked the licence.
	Verified bool    `json:"verified"`
	Website  *string `json:"website"`
}

// CatalogEntry is part of other types.
type CatalogEntry struct {
	// What other resources name it by.
	Code string `json:"code"`
	Name string `json:"name"`
}

// CatalogEntryList is the answer of [Client.ListEmailTypes], is the answer of [Client.ListGenders] and others.
type CatalogEntryList struct {
	// In the order of sort.
	Items []CatalogEntry `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *CatalogEntryList) setETag(tag string) { v.ETag = tag }

// Change is sent by [Client.ChangePatient].
type Change struct {
	DateOfBirth      Optional[Date]                   `json:"date_of_birth,omitzero"`
	DeceasedAt       Optional[time.Time]              `json:"deceased_at,omitzero"`
	EmergencyContact Optional[ChangeEmergencyContact] `json:"emergency_contact,omitzero"`
	// At most 100 characters.
	FirstName Optional[string] `json:"first_name,omitzero"`
	// A code of the catalog genders. At most 50 characters.
	Gender Optional[string] `json:"gender,omitzero"`
	// At most 100 characters.
	LastName Optional[string] `json:"last_name,omitzero"`
	// A code of the catalog sexes. At most 50 characters.
	Sex Optional[string] `json:"sex,omitzero"`
}

// ChangeAllergy is sent by [Client.ChangePatientAllergy].
type ChangeAllergy struct {
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes Optional[string] `json:"notes,omitzero"`
	// How it shows, an entry of the catalog of allergic reactions; left out when nothing is known.
	Reaction Optional[Code] `json:"reaction,omitzero"`
	// From the patient's birth to today.
	RecordedDate Optional[Date]     `json:"recorded_date,omitzero"`
	Severity     Optional[Severity] `json:"severity,omitzero"`
	// Of FHIR's allergyintolerance-clinical.
	Status Optional[AllergyStatus] `json:"status,omitzero"`
}

// ChangeCondition is sent by [Client.ChangePatientCondition].
type ChangeCondition struct {
	// When it ended; null while it goes on.
	AbatementDate Optional[Date] `json:"abatement_date,omitzero"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes Optional[string] `json:"notes,omitzero"`
	// From the patient's birth to today.
	OnsetDate Optional[Date]     `json:"onset_date,omitzero"`
	Severity  Optional[Severity] `json:"severity,omitzero"`
	// Of FHIR's condition-clinical.
	Status Optional[ConditionStatus] `json:"status,omitzero"`
}

// ChangeEmergencyContact is part of other types.
type ChangeEmergencyContact struct {
	// At most 200 characters.
	Name Optional[string] `json:"name,omitzero"`
	// International, with a plus sign; kept as E.164. At most 40 characters.
	Phone Optional[string] `json:"phone,omitzero"`
}

// ChangeHealthProfile is sent by [Client.ChangePatientHealthProfile].
type ChangeHealthProfile struct {
	// null is unknown.
	AlcoholFrequency Optional[AlcoholFrequency] `json:"alcohol_frequency,omitzero"`
	// A code of the catalog blood types. At most 50 characters.
	BloodType Optional[string] `json:"blood_type,omitzero"`
	// 20 to 272.
	HeightCm Optional[float64] `json:"height_cm,omitzero"`
	// At most 4000 characters.
	Notes Optional[string] `json:"notes,omitzero"`
	// null is unknown.
	SmokingStatus Optional[SmokingStatus] `json:"smoking_status,omitzero"`
	// Of current and former smokers. 1 to 120.
	SmokingYears Optional[int] `json:"smoking_years,omitzero"`
	// 0 to 10080.
	WeeklyActivityMinutes Optional[int] `json:"weekly_activity_minutes,omitzero"`
	// 0.2 to 650.
	WeightKg Optional[float64] `json:"weight_kg,omitzero"`
}

// ChangeMedication is sent by [Client.ChangePatientMedication].
type ChangeMedication struct {
	// At most 500 characters.
	Dosage Optional[string] `json:"dosage,omitzero"`
	// Until today; null while the patient takes it.
	EndDate Optional[Date] `json:"end_date,omitzero"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes Optional[string] `json:"notes,omitzero"`
	// From the patient's birth to today.
	StartDate Optional[Date] `json:"start_date,omitzero"`
	// Of FHIR's medicationrequest-status.
	Status Optional[MedicationStatus] `json:"status,omitzero"`
}

// ChangeRelative is sent by [Client.ChangePatientFamilyHistory].
type ChangeRelative struct {
	// In years. 0 to 120.
	AgeAtOnset Optional[int] `json:"age_at_onset,omitzero"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes Optional[string] `json:"notes,omitzero"`
}

// ChangeRole is sent by [Client.ChangeRole].
type ChangeRole struct {
	// At most 500 characters.
	Description Optional[string] `json:"description,omitzero"`
	// At most 100 characters.
	Name Optional[string] `json:"name,omitzero"`
	// They replace those of before.
	Permissions Optional[[]string] `json:"permissions,omitzero"`
}

// ChangeServiceAccount is sent by [Client.ChangeServiceAccount].
type ChangeServiceAccount struct {
	// false shuts the account out, with the access tokens that it has.
	Active Optional[bool] `json:"active,omitzero"`
	// At most 100 characters.
	Name Optional[string] `json:"name,omitzero"`
	// The code of a role. At most 50 characters.
	Role Optional[string] `json:"role,omitzero"`
	// Permissions of the role; they replace the scopes of before.
	Scopes Optional[[]string] `json:"scopes,omitzero"`
}

// ChangeSetting is sent by [Client.ChangeSetting].
type ChangeSetting struct {
	// Of the setting's type, within its bounds, and one of its allowed values.
	Value any `json:"value"`
}

// Code is part of other types.
type Code struct {
	// At most 50 characters.
	Code string `json:"code"`
	// The code system's URI, as FHIR has it. At most 100 characters.
	CodeSystem string `json:"code_system"`
}

// CodedEntry is part of other types.
type CodedEntry struct {
	// Unique within the code system.
	Code string `json:"code"`
	// The code system's URI, as FHIR has it.
	CodeSystem string `json:"code_system"`
	Name       string `json:"name"`
}

// CodedEntryList is the answer of [Client.ListAllergicReactions] and is the answer of
// [Client.ListMedications].
type CodedEntryList struct {
	// In the order of sort.
	Items []CodedEntry `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *CodedEntryList) setETag(tag string) { v.ETag = tag }

// Coding is part of other types.
type Coding struct {
	Code       string `json:"code"`
	CodeSystem string `json:"code_system"`
	Name       string `json:"name"`
}

// Compatibility is the answer of [Client.GetBloodCompatibility].
type Compatibility struct {
	Code string `json:"code"`
	// The groups that may receive its red cells.
	GivesTo []string `json:"gives_to"`
	// The groups whose red cells it may receive.
	ReceivesFrom []string `json:"receives_from"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Compatibility) setETag(tag string) { v.ETag = tag }

// Condition is the answer of [Client.AddPatientCondition], is the answer of [Client.GetPatientCondition] and
// others.
type Condition struct {
	// When it ended; null while it goes on.
	AbatementDate *Date `json:"abatement_date"`
	// An entry of the catalog of conditions.
	Condition Coding    `json:"condition"`
	CreatedAt time.Time `json:"created_at"`
	ID        string    `json:"id"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes *string `json:"notes,omitempty"`
	// From the patient's birth to today.
	OnsetDate Date      `json:"onset_date"`
	PatientID string    `json:"patient_id"`
	Severity  *Severity `json:"severity"`
	// Of FHIR's condition-clinical. Default active.
	Status    ConditionStatus `json:"status"`
	UpdatedAt time.Time       `json:"updated_at"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Condition) setETag(tag string) { v.ETag = tag }

// ConditionCount is part of other types.
type ConditionCount struct {
	Code       string `json:"code"`
	CodeSystem string `json:"code_system"`
	Name       string `json:"name"`
	Patients   int    `json:"patients"`
}

// ConditionEntry is part of other types.
type ConditionEntry struct {
	// null where no source says.
	Chronic *bool `json:"chronic"`
	// Unique within the code system.
	Code string `json:"code"`
	// The code system's URI, as FHIR has it.
	CodeSystem string `json:"code_system"`
	// What statistics count together; null for the ungrouped.
	ConditionGroup *string `json:"condition_group"`
	Name           string  `json:"name"`
}

// ConditionEntryList is the answer of [Client.ListMedicalConditions].
type ConditionEntryList struct {
	// In the order of sort.
	Items []ConditionEntry `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *ConditionEntryList) setETag(tag string) { v.ETag = tag }

// ConditionGroup is part of other types.
type ConditionGroup struct {
	Group    string `json:"group"`
	Patients int    `json:"patients"`
}

// ConditionInMix is part of other types.
type ConditionInMix struct {
	Code       string  `json:"code"`
	CodeSystem string  `json:"code_system"`
	Name       string  `json:"name"`
	Patients   int     `json:"patients"`
	Percentage float64 `json:"percentage"`
}

// ConditionList is the answer of [Client.ListPatientConditions].
type ConditionList struct {
	// In the order of sort.
	Items []Condition `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// ConditionPrevalence is part of other types.
type ConditionPrevalence struct {
	Code           string  `json:"code"`
	CodeSystem     string  `json:"code_system"`
	Condition      string  `json:"condition"`
	ConditionGroup *string `json:"condition_group"`
	// Each once, however many episodes.
	Patients int `json:"patients"`
	// Of all active and living patients.
	Percentage float64 `json:"percentage"`
}

// ConditionShare is part of other types.
type ConditionShare struct {
	Code       string `json:"code"`
	CodeSystem string `json:"code_system"`
	Name       string `json:"name"`
	Patients   int    `json:"patients"`
	// Of the institution's patients, 0 to 100.
	Percentage float64 `json:"percentage"`
}

// Counted is part of other types.
type Counted struct {
	// The same one twice counts once.
	Count  int `json:"count"`
	Points int `json:"points"`
}

// Country is part of other types.
type Country struct {
	// ISO 3166-1 alpha-3.
	Alpha3 string `json:"alpha3"`
	// E.164, digits only; null for countries without.
	CallingCode *string `json:"calling_code"`
	// ISO 3166-1 alpha-2.
	Code string `json:"code"`
	// ISO 4217; null for countries without.
	CurrencyCode *string `json:"currency_code"`
	CurrencyName *string `json:"currency_name"`
	Name         string  `json:"name"`
	// ISO 3166-1 numeric.
	NumericCode string `json:"numeric_code"`
}

// CountryList is the answer of [Client.ListCountries].
type CountryList struct {
	// In the order of sort.
	Items []Country `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *CountryList) setETag(tag string) { v.ETag = tag }

// CreateTokenBody is sent by [Client.CreateToken].
type CreateTokenBody struct {
	// Unless the Authorization header has it.
	ClientID *string `json:"client_id,omitempty"`
	// Unless the Authorization header has it.
	ClientSecret *string `json:"client_secret,omitempty"`
	GrantType    string  `json:"grant_type"`
	// Some of the account's scopes, separated by spaces; all when left out.
	Scope *string `json:"scope,omitempty"`
}

// CreatedServiceAccount is the answer of [Client.CreateServiceAccount].
type CreatedServiceAccount struct {
	Active bool `json:"active"`
	// The first secret. It is shown this once: keep it where the machine finds it.
	ClientSecret string    `json:"client_secret"`
	CreatedAt    time.Time `json:"created_at"`
	// The client_id.
	ID string `json:"id"`
	// When it last got a token, to the minute.
	LastUsedAt *time.Time `json:"last_used_at"`
	Name       string     `json:"name"`
	// The code of a role.
	Role string `json:"role"`
	// The permissions that it may use, of those that the role has.
	Scopes []string `json:"scopes"`
	// Without their values, which nobody can read again.
	Secrets   []ServiceSecret `json:"secrets"`
	UpdatedAt time.Time       `json:"updated_at"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *CreatedServiceAccount) setETag(tag string) { v.ETag = tag }

// Credentials is sent by [Client.Login] and is sent by [Client.CMSLogin].
type Credentials struct {
	// At most 254 characters.
	Email string `json:"email"`
	// At most 1024 characters.
	Password string `json:"password"`
}

// DashboardOverview is the answer of [Client.GetDashboardOverview].
type DashboardOverview struct {
	// Of the doctors who have one; null without any.
	AverageConsultationFee *string `json:"average_consultation_fee"`
	// Of the patients; 0 without any.
	FullAccessPercentage float64 `json:"full_access_percentage"`
	// In practice.
	TotalDoctors int `json:"total_doctors"`
	// Active.
	TotalInstitutions int `json:"total_institutions"`
	// Active and living.
	TotalPatients int `json:"total_patients"`
	// Active accounts of patients, doctors and institutions.
	TotalUsers int `json:"total_users"`
	// Validated by doctor and institution.
	ValidatedPatients int `json:"validated_patients"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *DashboardOverview) setETag(tag string) { v.ETag = tag }

// DashboardPatient is part of other types.
type DashboardPatient struct {
	CreatedAt        time.Time        `json:"created_at"`
	FirstName        string           `json:"first_name"`
	ID               string           `json:"id"`
	LastName         string           `json:"last_name"`
	ValidationStatus ValidationStatus `json:"validation_status"`
}

// Demographic is part of other types.
type Demographic struct {
	// In whole years, at death for the deceased.
	Age         int        `json:"age"`
	BloodType   *string    `json:"blood_type"`
	DateOfBirth Date       `json:"date_of_birth"`
	DeceasedAt  *time.Time `json:"deceased_at"`
	// Names of the conditions that the patient has now.
	DiagnosedConditions  []string `json:"diagnosed_conditions"`
	DoctorID             string   `json:"doctor_id"`
	DoctorName           string   `json:"doctor_name"`
	EmergencyContactName *string  `json:"emergency_contact_name"`
	// E.164.
	EmergencyContactPhone *string `json:"emergency_contact_phone"`
	FirstName             string  `json:"first_name"`
	Gender                *string `json:"gender"`
	InstitutionCountry    *string `json:"institution_country"`
	InstitutionID         string  `json:"institution_id"`
	InstitutionName       string  `json:"institution_name"`
	// Of the institution's primary address; so the country.
	InstitutionRegion *string `json:"institution_region"`
	LastName          string  `json:"last_name"`
	PatientID         string  `json:"patient_id"`
	PrimaryEmail      *string `json:"primary_email"`
	// E.164.
	PrimaryPhone     *string          `json:"primary_phone"`
	RegisteredAt     time.Time        `json:"registered_at"`
	Sex              string           `json:"sex"`
	ValidationStatus ValidationStatus `json:"validation_status"`
}

// DemographicList is the answer of [Client.ListPatientDemographics].
type DemographicList struct {
	// In the order of sort.
	Items []Demographic `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// Doctor is the answer of [Client.CreateDoctor], is the answer of [Client.GetDoctor] and others.
type Doctor struct {
	// In the currency of the institution's country.
	ConsultationFee *string   `json:"consultation_fee"`
	CreatedAt       time.Time `json:"created_at"`
	FirstName       string    `json:"first_name"`
	// A code of the catalog genders.
	Gender *string `json:"gender"`
	ID     string  `json:"id"`
	// When include names it and you may see the institution.
	Institution *InstitutionSummary `json:"institution,omitempty"`
	// Where the doctor practises.
	InstitutionID string `json:"institution_id"`
	LastName      string `json:"last_name"`
	LicenceNumber string `json:"licence_number"`
	// A code of the catalog sexes.
	Sex string `json:"sex"`
	// A code of the catalog doctor specialties.
	Specialty string `json:"specialty"`
	// Only active doctors see patients.
	Status    DoctorStatus `json:"status"`
	UpdatedAt time.Time    `json:"updated_at"`
	// Rises with each change; the ETag is made of it.
	Version         int  `json:"version"`
	YearsExperience *int `json:"years_experience"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Doctor) setETag(tag string) { v.ETag = tag }

// DoctorChange is sent by [Client.ChangeDoctor].
type DoctorChange struct {
	// 0 to 10,000, in the currency of the institution's country.
	ConsultationFee Optional[string] `json:"consultation_fee,omitzero"`
	// At most 100 characters.
	FirstName Optional[string] `json:"first_name,omitzero"`
	// A code of the catalog genders. At most 50 characters.
	Gender Optional[string] `json:"gender,omitzero"`
	// At most 100 characters.
	LastName      Optional[string] `json:"last_name,omitzero"`
	LicenceNumber Optional[string] `json:"licence_number,omitzero"`
	// A code of the catalog sexes. At most 50 characters.
	Sex Optional[string] `json:"sex,omitzero"`
	// A code of the catalog doctor specialties. At most 50 characters.
	Specialty Optional[string] `json:"specialty,omitzero"`
	// 0 to 80.
	YearsExperience Optional[int] `json:"years_experience,omitzero"`
}

// DoctorDashboard is the answer of [Client.GetDoctorDashboard].
type DoctorDashboard struct {
	// Of these, by where their validation is.
	ByValidationStatus ValidationCounts `json:"by_validation_status"`
	// What these have now, the most common first; who has several is in each.
	ConditionGroups []ConditionGroup `json:"condition_groups"`
	// The five active ones who were registered last, the newest first.
	NewestPatients []DashboardPatient `json:"newest_patients"`
	// Active and living.
	Patients int `json:"patients"`
}

// DoctorList is the answer of [Client.ListDoctors] and is the answer of [Client.ListInstitutionDoctors].
type DoctorList struct {
	// In the order of sort.
	Items []Doctor `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// DoctorPerformance is part of other types.
type DoctorPerformance struct {
	// In years; null without patients.
	AveragePatientAge *float64 `json:"average_patient_age"`
	ConsultationFee   *string  `json:"consultation_fee"`
	DoctorID          string   `json:"doctor_id"`
	DoctorName        string   `json:"doctor_name"`
	// Of the institution's primary address.
	InstitutionCity    *string `json:"institution_city"`
	InstitutionCountry *string `json:"institution_country"`
	InstitutionID      string  `json:"institution_id"`
	InstitutionName    string  `json:"institution_name"`
	InstitutionRegion  *string `json:"institution_region"`
	// A code of the catalog institution types.
	InstitutionType string `json:"institution_type"`
	LicenceNumber   string `json:"licence_number"`
	// Active and living.
	PatientCount      int          `json:"patient_count"`
	Specialty         string       `json:"specialty"`
	SpecialtyCategory string       `json:"specialty_category"`
	Status            DoctorStatus `json:"status"`
	YearsExperience   *int         `json:"years_experience"`
}

// DoctorPerformanceStats is part of other types.
type DoctorPerformanceStats struct {
	// In years; null without patients.
	AverageAge *float64 `json:"average_age"`
	DoctorID   string   `json:"doctor_id"`
	DoctorName string   `json:"doctor_name"`
	// Of the patients; 0 without any.
	FullAccessPercentage float64 `json:"full_access_percentage"`
	InstitutionID        string  `json:"institution_id"`
	InstitutionName      string  `json:"institution_name"`
	// Active and living.
	Patients int `json:"patients"`
	// The five that most of them have now, most common first.
	TopConditions []TopCondition `json:"top_conditions"`
}

// DoctorSpecialty is part of other types.
type DoctorSpecialty struct {
	// The code of its category.
	Category    string  `json:"category"`
	Code        string  `json:"code"`
	Description *string `json:"description"`
	Name        string  `json:"name"`
}

// DoctorSpecialtyList is the answer of [Client.ListDoctorSpecialties].
type DoctorSpecialtyList struct {
	// In the order of sort.
	Items []DoctorSpecialty `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *DoctorSpecialtyList) setETag(tag string) { v.ETag = tag }

// DoctorStatistics is the answer of [Client.GetDoctorStatistics].
type DoctorStatistics struct {
	// In years; null without patients.
	AverageAge *float64 `json:"average_age"`
	DoctorID   string   `json:"doctor_id"`
	// Of the patients, 0 to 100; 0 without any.
	FullAccessPercentage float64 `json:"full_access_percentage"`
	// Active and living.
	Patients int `json:"patients"`
	// The five that most patients have now, most common first. null for insurers and for staff without the
	// permission patients:read, who see no clinical data.
	TopConditions []ConditionCount `json:"top_conditions"`
}

// DoctorSummary is part of other types.
type DoctorSummary struct {
	FirstName string `json:"first_name"`
	ID        string `json:"id"`
	LastName  string `json:"last_name"`
	// A code of the catalog doctor specialties.
	Specialty string       `json:"specialty"`
	Status    DoctorStatus `json:"status"`
}

// DoctorTransfer is sent by [Client.TransferDoctor].
type DoctorTransfer struct {
	// Another active institution.
	InstitutionID string `json:"institution_id"`
	// Why, for the audit trail. At most 500 characters.
	Reason *string `json:"reason,omitempty"`
	// Who takes all patients over, who stay: another active doctor of the institution of before. Without one, a
	// doctor who has patients, active or not, is a 409 of type has_patients.
	SuccessorID *string `json:"successor_id,omitempty"`
}

// Email is the answer of [Client.AddDoctorEmail], is the answer of [Client.GetDoctorEmail] and others.
type Email struct {
	CreatedAt time.Time `json:"created_at"`
	Email     string    `json:"email"`
	ID        string    `json:"id"`
	// Whether it is the one to use first. There is exactly one as long as there are any.
	IsPrimary bool `json:"is_primary"`
	// A code of the catalog e-mail types.
	Type      string    `json:"type"`
	UpdatedAt time.Time `json:"updated_at"`
	// When somebody confirmed it as it is; null when nobody has, or it has changed since.
	VerifiedAt *time.Time `json:"verified_at"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Email) setETag(tag string) { v.ETag = tag }

// EmailAddition is sent by [Client.AddDoctorEmail], is sent by [Client.AddInstitutionEmail] and others.
type EmailAddition struct {
	// Kept in lower case. At most 254 characters.
	Email string `json:"email"`
	// A code of the catalog e-mail types. At most 50 characters, default home.
	Type *string `json:"type,omitempty"`
}

// EmailChange is sent by [Client.ChangeEmail] and is sent by [Client.CMSChangeEmail].
type EmailChange struct {
	// The new address. At most 254 characters.
	Email string `json:"email"`
	// That of the account, again. At most 1024 characters.
	Password string `json:"password"`
}

// EmailList is the answer of [Client.ListDoctorEmails], is the answer of [Client.ListInstitutionEmails] and
// others.
type EmailList struct {
	// In the order of sort.
	Items []Email `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// EmailPatch is sent by [Client.ChangeDoctorEmail], is sent by [Client.ChangeInstitutionEmail] and others.
type EmailPatch struct {
	// Kept in lower case. At most 254 characters.
	Email Optional[string] `json:"email,omitzero"`
	// A code of the catalog e-mail types. At most 50 characters.
	Type Optional[string] `json:"type,omitzero"`
}

// EmergencyContact is part of other types.
type EmergencyContact struct {
	// At most 200 characters.
	Name string `json:"name"`
	// International, with a plus sign; kept as E.164. At most 40 characters.
	Phone string `json:"phone"`
}

// Event is part of other types.
type Event struct {
	Action string `json:"action"`
	// The account; null for anonymous and system.
	ActorID    *string        `json:"actor_id"`
	ActorType  EventActorType `json:"actor_type"`
	EntityID   *string        `json:"entity_id"`
	EntityType *string        `json:"entity_type"`
	// SHA-256 of the event and the one before it, in hexadecimal.
	Hash string `json:"hash"`
	// Its place in the trail: from 1, without gaps.
	Number     int       `json:"number"`
	OccurredAt time.Time `json:"occurred_at"`
	Outcome    Outcome   `json:"outcome"`
	// The patient whose record it concerns.
	PatientID *string `json:"patient_id"`
	// What changed; null when there is nothing more to say, or when it has been erased.
	Payload any `json:"payload"`
	// A code of HL7 v3 PurposeOfUse.
	PurposeOfUse *string `json:"purpose_of_use"`
	RequestID    *string `json:"request_id"`
	// How many records the answer held that this one was part of.
	ResultCount *int `json:"result_count"`
	// When it got its number and hash.
	SealedAt time.Time `json:"sealed_at"`
	SourceIP *string   `json:"source_ip"`
}

// EventList is the answer of [Client.ListAuditEvents].
type EventList struct {
	// In the order of sort.
	Items []Event `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// ExportedAccesses is part of other types.
type ExportedAccesses struct {
	// false when there are more, which the access log lists.
	Complete bool `json:"complete"`
	// Newest first, at most 10,000.
	Items []Access `json:"items"`
}

// ExportedAccount is part of other types.
type ExportedAccount struct {
	Active            bool       `json:"active"`
	CreatedAt         time.Time  `json:"created_at"`
	Email             string     `json:"email"`
	ID                string     `json:"id"`
	LastLoginAt       *time.Time `json:"last_login_at"`
	LastLoginIP       *string    `json:"last_login_ip"`
	PasswordChangedAt *time.Time `json:"password_changed_at"`
	Verified          bool       `json:"verified"`
}

// FieldError is part of other types.
type FieldError struct {
	// What is wrong, for programs.
	Code string `json:"code"`
	// What is wrong, for people.
	Detail string `json:"detail"`
	// Where the field was sent.
	In FieldErrorIn `json:"in"`
	// JSON pointer (RFC 6901) to the field; of a parameter, a slash and its name.
	Pointer string `json:"pointer"`
}

// ForgotPassword is sent by [Client.ForgotPassword] and is sent by [Client.CMSForgotPassword].
type ForgotPassword struct {
	// At most 254 characters.
	Email string `json:"email"`
}

// Grant is the answer of [Client.Login], is the answer of [Client.Refresh] and others.
type Grant struct {
	// Send it as Authorization: Bearer.
	AccessToken string `json:"access_token"`
	// The access token's life, in seconds.
	ExpiresIn int `json:"expires_in"`
	// Keep it secret: it stands for the session.
	RefreshToken string  `json:"refresh_token"`
	TokenType    string  `json:"token_type"`
	User         Account `json:"user"`
}

// HealthConditionStats is the answer of [Client.GetHealthConditionStats].
type HealthConditionStats struct {
	// kg/m², of those whose height and weight are known.
	AverageBMI *float64 `json:"average_bmi"`
	// Of those whose height is known; null without any.
	AverageHeightCm *float64 `json:"average_height_cm"`
	AverageWeightKg *float64 `json:"average_weight_kg"`
	Diabetes        int      `json:"diabetes"`
	// Who drink alcohol, however rarely.
	Drinkers int `json:"drinkers"`
	// The condition group hyperlipidemia.
	HighCholesterol int `json:"high_cholesterol"`
	// Who have a condition of the group now; so the next two.
	Hypertension int `json:"hypertension"`
	// Active and living.
	Patients int `json:"patients"`
	// Who smoke now.
	Smokers int `json:"smokers"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *HealthConditionStats) setETag(tag string) { v.ETag = tag }

// HealthProfile is the answer of [Client.GetPatientHealthProfile] and is the answer of
// [Client.ChangePatientHealthProfile].
type HealthProfile struct {
	AlcoholFrequency AlcoholFrequency `json:"alcohol_frequency"`
	// A code of the catalog blood types.
	BloodType *string  `json:"blood_type"`
	HeightCm  *float64 `json:"height_cm"`
	// Left out when there are none, and for colleagues of the patient's doctor.
	Notes         *string       `json:"notes,omitempty"`
	PatientID     string        `json:"patient_id"`
	SmokingStatus SmokingStatus `json:"smoking_status"`
	// Of current and former smokers.
	SmokingYears *int `json:"smoking_years"`
	// null when nothing has been recorded yet.
	UpdatedAt *time.Time `json:"updated_at"`
	// Rises with each change; 0 when nothing has been recorded yet. The ETag is made of it.
	Version               int      `json:"version"`
	WeeklyActivityMinutes *int     `json:"weekly_activity_minutes"`
	WeightKg              *float64 `json:"weight_kg"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *HealthProfile) setETag(tag string) { v.ETag = tag }

// HealthScore is part of other types.
type HealthScore struct {
	Base int `json:"base"`
	// What the score is and is not.
	Note  string     `json:"note"`
	Parts ScoreParts `json:"parts"`
	// base and the points of all parts, kept within 0 to 100. 0 to 100.
	Value int `json:"value"`
}

// Identifier is part of other types.
type Identifier struct {
	CreatedAt time.Time `json:"created_at"`
	// A URI that names the system.
	System string `json:"system"`
	Value  string `json:"value"`
}

// Import is the answer of [Client.CreateImport], is the answer of [Client.GetImport] and others.
type Import struct {
	// Of the file as it was sent.
	BytesRead  int `json:"bytes_read"`
	BytesTotal int `json:"bytes_total"`
	// As it was asked for.
	Country   string    `json:"country"`
	CreatedAt time.Time `json:"created_at"`
	// Everything is done, reported and taken back.
	DryRun  bool       `json:"dry_run"`
	EndedAt *time.Time `json:"ended_at"`
	// Why nothing was loaded; null unless it has failed.
	Failure *string      `json:"failure"`
	Format  ImportFormat `json:"format"`
	ID      string       `json:"id"`
	// Whose patients alone are written; null when all are.
	InstitutionID *string `json:"institution_id"`
	// How many lines, or parts of lines, were left out.
	ProblemCount int `json:"problem_count"`
	// What became of the lines; left out until it is completed.
	Report *ImportReport `json:"report,omitempty"`
	// As it was asked for.
	Source    string     `json:"source"`
	StartedAt *time.Time `json:"started_at"`
	// As FHIR's task-status has it. Nothing is loaded unless it is completed.
	Status ImportStatus `json:"status"`
	// What is being done, in a few words; empty when it has ended.
	Step string `json:"step"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Import) setETag(tag string) { v.ETag = tag }

// ImportList is the answer of [Client.ListImports].
type ImportList struct {
	// In the order of sort.
	Items []Import `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// ImportProblem is part of other types.
type ImportProblem struct {
	// What is wrong, for programs.
	Code string `json:"code"`
	// What is wrong, for people. It has no value of the line.
	Detail string `json:"detail"`
	// FHIR element, or column of the CSV; empty for the whole line.
	Field string `json:"field"`
	// Of the file, from 1.
	Line int `json:"line"`
	// FHIR resource type; empty when that can't be told.
	Resource string `json:"resource"`
	// What the file calls the record: its id, of CSV identifier_system|identifier_value.
	ResourceID string `json:"resource_id"`
	// error: the line was left out; warning: a part of it.
	Severity ImportProblemSeverity `json:"severity"`
}

// ImportProblemList is the answer of [Client.ListImportProblems].
type ImportProblemList struct {
	// In the order of sort.
	Items []ImportProblem `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// ImportReason is part of other types.
type ImportReason struct {
	Code  string `json:"code"`
	Count int    `json:"count"`
	// Whether it is a fault of the data, which the problems tell line by line.
	Error bool `json:"error"`
}

// ImportReport is part of other types.
type ImportReport struct {
	// One for each type of resource in the file; other are types that are not read.
	Resources []ImportResource `json:"resources"`
	// What was written besides: contacts, identifiers, profiles, catalogs.
	Tables []ImportTable `json:"tables"`
	// Why parts of lines were left out.
	Warnings []ImportReason `json:"warnings"`
}

// ImportResource is part of other types.
type ImportResource struct {
	Inserted int `json:"inserted"`
	// inserted + updated + unchanged + skipped.
	Read int `json:"read"`
	// Why lines were skipped.
	Reasons   []ImportReason `json:"reasons"`
	Resource  string         `json:"resource"`
	Skipped   int            `json:"skipped"`
	Unchanged int            `json:"unchanged"`
	Updated   int            `json:"updated"`
}

// ImportTable is part of other types.
type ImportTable struct {
	Inserted  int    `json:"inserted"`
	Table     string `json:"table"`
	Unchanged int    `json:"unchanged"`
	Updated   int    `json:"updated"`
}

// Institution is the answer of [Client.GetDoctorInstitution], is the answer of [Client.CreateInstitution] and
// others.
type Institution struct {
	Active    bool      `json:"active"`
	CreatedAt time.Time `json:"created_at"`
	// Of the nearest of its addresses; only in a list near a point.
	DistanceKm    *float64 `json:"distance_km,omitempty"`
	ID            string   `json:"id"`
	LicenceNumber string   `json:"licence_number"`
	Name          string   `json:"name"`
	// A code of the catalog institution types.
	Type      string    `json:"type"`
	UpdatedAt time.Time `json:"updated_at"`
	// Whether an administrator has checked the licence.
	Verified bool `json:"verified"`
	// Rises with each change; the ETag is made of it.
	Version int     `json:"version"`
	Website *string `json:"website"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Institution) setETag(tag string) { v.ETag = tag }

// InstitutionAnalytics is part of other types.
type InstitutionAnalytics struct {
	AverageConsultationFee *string `json:"average_consultation_fee"`
	// What the patients have now, most common first; who has several conditions is in each.
	ConditionMix []ConditionInMix `json:"condition_mix"`
	// In practice.
	Doctors         int    `json:"doctors"`
	InstitutionID   string `json:"institution_id"`
	InstitutionName string `json:"institution_name"`
	// Of equals the first by code.
	MostCommonSpecialty *string `json:"most_common_specialty"`
	// Active and living.
	Patients int `json:"patients"`
	// null without doctors.
	PatientsPerDoctor *float64 `json:"patients_per_doctor"`
	// Patients validated by doctor and institution.
	ValidatedPercentage float64 `json:"validated_percentage"`
}

// InstitutionChange is sent by [Client.ChangeInstitution].
type InstitutionChange struct {
	// Another one must be verified again.
	LicenceNumber Optional[string] `json:"licence_number,omitzero"`
	// At most 200 characters.
	Name Optional[string] `json:"name,omitzero"`
	// A code of the catalog institution types. At most 50 characters.
	Type Optional[string] `json:"type,omitzero"`
	// At most 255 characters.
	Website Optional[string] `json:"website,omitzero"`
}

// InstitutionList is the answer of [Client.ListInstitutions].
type InstitutionList struct {
	// In the order of sort.
	Items []Institution `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// InstitutionStatistics is the answer of [Client.GetInstitutionStatistics].
type InstitutionStatistics struct {
	// Of the doctors who have one; null without any.
	AverageConsultationFee *string `json:"average_consultation_fee"`
	// What the patients have now, most common first; who has several conditions is in each. null for insurers and
	// for staff without the permission patients:read, who see no clinical data.
	ConditionMix []ConditionShare `json:"condition_mix"`
	// Active.
	Doctors       int    `json:"doctors"`
	InstitutionID string `json:"institution_id"`
	// The name of that of most doctors; null without doctors.
	MostCommonSpecialty *string `json:"most_common_specialty"`
	// Active and living.
	Patients int `json:"patients"`
	// null without doctors.
	PatientsPerDoctor *float64 `json:"patients_per_doctor"`
	// Of the patients, validated by doctor and institution, 0 to 100; 0 without any.
	ValidatedPercentage float64 `json:"validated_percentage"`
}

// InstitutionSummary is part of other types.
type InstitutionSummary struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// A code of the catalog institution types.
	Type string `json:"type"`
}

// IntrospectTokenBody is sent by [Client.IntrospectToken].
type IntrospectTokenBody struct {
	// Unless the Authorization header has it.
	ClientID *string `json:"client_id,omitempty"`
	// Unless the Authorization header has it.
	ClientSecret *string `json:"client_secret,omitempty"`
	// What was sent as Authorization: Bearer.
	Token string `json:"token"`
	// Makes no difference: only access tokens are known.
	TokenTypeHint *string `json:"token_type_hint,omitempty"`
}

// Introspection is the answer of [Client.IntrospectToken].
type Introspection struct {
	// Whether the token is valid now: signed by us, not expired, not revoked.
	Active bool    `json:"active"`
	Aud    *string `json:"aud,omitempty"`
	// The service account whose token it is.
	ClientID *string `json:"client_id,omitempty"`
	// Seconds since 1970.
	Exp *int `json:"exp,omitempty"`
	// Seconds since 1970.
	Iat *int    `json:"iat,omitempty"`
	Iss *string `json:"iss,omitempty"`
	// The patient, doctor or institution whose account it is.
	ReferenceID *string `json:"reference_id,omitempty"`
	// Permissions, separated by spaces; of staff and service accounts.
	Scope *string `json:"scope,omitempty"`
	// The account.
	Sub       *string                `json:"sub,omitempty"`
	TokenType *string                `json:"token_type,omitempty"`
	UserType  *IntrospectionUserType `json:"user_type,omitempty"`
}

// JWK is part of other types.
type JWK struct {
	Alg string `json:"alg"`
	Crv string `json:"crv"`
	Kid string `json:"kid"`
	Kty string `json:"kty"`
	Use string `json:"use"`
	X   string `json:"x"`
}

// KeySet is the answer of [Client.ListSigningKeys].
type KeySet struct {
	Keys []JWK `json:"keys"`
}

// Leave is sent by [Client.RetireDoctor] and is sent by [Client.SuspendDoctor].
type Leave struct {
	// Why, for the audit trail. At most 500 characters.
	Reason *string `json:"reason,omitempty"`
	// Who takes all patients over: another active doctor of the institution. Without one, a doctor who has active
	// patients is a 409 of type has_patients.
	SuccessorID *string `json:"successor_id,omitempty"`
}

// LoginAttempt is part of other types.
type LoginAttempt struct {
	Action LoginAttemptAction `json:"action"`
	At     time.Time          `json:"at"`
	// Where it came from; null when unknown.
	IP *string `json:"ip"`
	// denied: the account was locked, and the password not even looked at.
	Outcome Outcome `json:"outcome"`
}

// LoginAttemptList is the answer of [Client.ListAccountLogins] and is the answer of
// [Client.ListCMSAccountLogins].
type LoginAttemptList struct {
	// In the order of sort.
	Items []LoginAttempt `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// ManagedAccount is the answer of [Client.GetAccount], is the answer of [Client.DisableAccount] and others.
type ManagedAccount struct {
	// false when it was disabled.
	Active    bool      `json:"active"`
	CreatedAt time.Time `json:"created_at"`
	Email     string    `json:"email"`
	// Since the last sign-in.
	FailedLogins int `json:"failed_logins"`
	// Of staff; null for others.
	FirstName         *string    `json:"first_name"`
	ID                string     `json:"id"`
	LastFailedLoginAt *time.Time `json:"last_failed_login_at"`
	LastLoginAt       *time.Time `json:"last_login_at"`
	LastLoginIP       *string    `json:"last_login_ip"`
	// Of staff; null for others.
	LastName *string `json:"last_name"`
	// Until when sign-ins from anywhere are refused, after too many failures.
	LockedUntil *time.Time `json:"locked_until"`
	// Whether it must choose another password before anything else.
	PasswordChangeRequired bool `json:"password_change_required"`
	// When a password was chosen last; null for staff who were invited and haven't yet.
	PasswordChangedAt *time.Time `json:"password_changed_at"`
	// The patient, doctor or institution whose account it is; null for staff.
	ReferenceID *string `json:"reference_id"`
	// The code of a staff member's role; null for others.
	Role      *string   `json:"role"`
	UpdatedAt time.Time `json:"updated_at"`
	UserType  UserType  `json:"user_type"`
	// Whether the e-mail address was confirmed.
	Verified bool `json:"verified"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *ManagedAccount) setETag(tag string) { v.ETag = tag }

// ManagedAccountList is the answer of [Client.ListAccounts] and is the answer of [Client.ListCMSAccounts].
type ManagedAccountList struct {
	// In the order of sort.
	Items []ManagedAccount `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// MedicalRecord is the answer of [Client.GetPatientMedicalRecord].
type MedicalRecord struct {
	// By when they were recorded, newest first, whatever their status.
	Allergies []Allergy `json:"allergies"`
	// By onset, newest first, whatever their status.
	Conditions []Condition `json:"conditions"`
	// By relative.
	FamilyHistory []Relative    `json:"family_history"`
	HealthProfile HealthProfile `json:"health_profile"`
	// By their beginning, newest first, whatever their status.
	Medications []Medication `json:"medications"`
	PatientID   string       `json:"patient_id"`
}

// Medication is the answer of [Client.AddPatientMedication], is the answer of [Client.GetPatientMedication]
// and others.
type Medication struct {
	CreatedAt time.Time `json:"created_at"`
	// At most 500 characters.
	Dosage *string `json:"dosage"`
	// Until today; null while the patient takes it.
	EndDate *Date  `json:"end_date"`
	ID      string `json:"id"`
	// An entry of the catalog of medications.
	Medication Coding `json:"medication"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes     *string `json:"notes,omitempty"`
	PatientID string  `json:"patient_id"`
	// From the patient's birth to today.
	StartDate Date `json:"start_date"`
	// Of FHIR's medicationrequest-status. Default active.
	Status    MedicationStatus `json:"status"`
	UpdatedAt time.Time        `json:"updated_at"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Medication) setETag(tag string) { v.ETag = tag }

// MedicationList is the answer of [Client.ListPatientMedications].
type MedicationList struct {
	// In the order of sort.
	Items []Medication `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// NewAccount is part of other types.
type NewAccount struct {
	// Signs in; no other account has it. At most 254 characters.
	Email string `json:"email"`
	// At least 8 characters, 15 are better; at most 72 bytes. No common password, and none that leans on name or
	// address. At most 72 characters.
	Password string `json:"password"`
}

// NewAllergy is sent by [Client.AddPatientAllergy].
type NewAllergy struct {
	// An entry of the catalog of allergies.
	Allergy Code `json:"allergy"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes *string `json:"notes,omitempty"`
	// How it shows, an entry of the catalog of allergic reactions; left out when nothing is known.
	Reaction *Code `json:"reaction,omitempty"`
	// From the patient's birth to today.
	RecordedDate Date      `json:"recorded_date"`
	Severity     *Severity `json:"severity,omitempty"`
	// Of FHIR's allergyintolerance-clinical. Default active.
	Status *AllergyStatus `json:"status,omitempty"`
}

// NewCondition is sent by [Client.AddPatientCondition].
type NewCondition struct {
	// When it ended; null while it goes on.
	AbatementDate *Date `json:"abatement_date,omitempty"`
	// An entry of the catalog of conditions.
	Condition Code `json:"condition"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes *string `json:"notes,omitempty"`
	// From the patient's birth to today.
	OnsetDate Date      `json:"onset_date"`
	Severity  *Severity `json:"severity,omitempty"`
	// Of FHIR's condition-clinical. Default active.
	Status *ConditionStatus `json:"status,omitempty"`
}

// NewDoctor is sent by [Client.CreateDoctor].
type NewDoctor struct {
	// Lets the doctor sign in.
	Account *NewAccount `json:"account,omitempty"`
	// 0 to 10,000, in the currency of the institution's country.
	ConsultationFee *string `json:"consultation_fee,omitempty"`
	// At most 100 characters.
	FirstName string `json:"first_name"`
	// A code of the catalog genders. At most 50 characters.
	Gender *string `json:"gender,omitempty"`
	// An active institution; institutions leave it out.
	InstitutionID *string `json:"institution_id,omitempty"`
	// At most 100 characters.
	LastName string `json:"last_name"`
	// No other doctor has it.
	LicenceNumber string `json:"licence_number"`
	// A code of the catalog sexes. At most 50 characters.
	Sex string `json:"sex"`
	// A code of the catalog doctor specialties. At most 50 characters.
	Specialty string `json:"specialty"`
	// 0 to 80.
	YearsExperience *int `json:"years_experience,omitempty"`
}

// NewEmail is part of other types.
type NewEmail struct {
	// At most 254 characters.
	Email string `json:"email"`
	// Default false.
	IsPrimary *bool `json:"is_primary,omitempty"`
	// A code of the catalog e-mail types. At most 50 characters, default home.
	Type *string `json:"type,omitempty"`
}

// NewHealthProfile is part of other types.
type NewHealthProfile struct {
	// Default unknown.
	AlcoholFrequency *AlcoholFrequency `json:"alcohol_frequency,omitempty"`
	// A code of the catalog blood types. At most 50 characters.
	BloodType *string `json:"blood_type,omitempty"`
	// 20 to 272.
	HeightCm *float64 `json:"height_cm,omitempty"`
	// At most 4000 characters.
	Notes *string `json:"notes,omitempty"`
	// Default unknown.
	SmokingStatus *SmokingStatus `json:"smoking_status,omitempty"`
	// Of current and former smokers. 1 to 120.
	SmokingYears *int `json:"smoking_years,omitempty"`
	// 0 to 10080.
	WeeklyActivityMinutes *int `json:"weekly_activity_minutes,omitempty"`
	// 0.2 to 650.
	WeightKg *float64 `json:"weight_kg,omitempty"`
}

// NewInstitution is sent by [Client.CreateInstitution].
type NewInstitution struct {
	// Lets the institution sign in.
	Account *NewAccount `json:"account,omitempty"`
	// No other institution has it.
	LicenceNumber string `json:"licence_number"`
	// At most 200 characters.
	Name string `json:"name"`
	// A code of the catalog institution types. At most 50 characters.
	Type string `json:"type"`
	// At most 255 characters.
	Website *string `json:"website,omitempty"`
}

// NewMedication is sent by [Client.AddPatientMedication].
type NewMedication struct {
	// At most 500 characters.
	Dosage *string `json:"dosage,omitempty"`
	// Until today; null while the patient takes it.
	EndDate *Date `json:"end_date,omitempty"`
	// An entry of the catalog of medications.
	Medication Code `json:"medication"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes *string `json:"notes,omitempty"`
	// From the patient's birth to today.
	StartDate Date `json:"start_date"`
	// Of FHIR's medicationrequest-status. Default active.
	Status *MedicationStatus `json:"status,omitempty"`
}

// NewPatient is sent by [Client.CreatePatient].
type NewPatient struct {
	// Lets the patient sign in.
	Account *NewAccount `json:"account,omitempty"`
	// At most 120 years ago.
	DateOfBirth Date `json:"date_of_birth"`
	// The doctor in whose care the patient is; doctors leave it out.
	DoctorID *string `json:"doctor_id,omitempty"`
	// The first is the primary one unless another says so.
	Emails           []NewEmail        `json:"emails,omitempty"`
	EmergencyContact *EmergencyContact `json:"emergency_contact,omitempty"`
	// At most 100 characters.
	FirstName string `json:"first_name"`
	// A code of the catalog genders. At most 50 characters.
	Gender        *string           `json:"gender,omitempty"`
	HealthProfile *NewHealthProfile `json:"health_profile,omitempty"`
	// That of the doctor, which it is without.
	InstitutionID *string `json:"institution_id,omitempty"`
	// At most 100 characters.
	LastName string `json:"last_name"`
	// The first is the primary one unless another says so.
	Phones []NewPhone `json:"phones,omitempty"`
	// A code of the catalog sexes. At most 50 characters.
	Sex string `json:"sex"`
}

// NewPhone is part of other types.
type NewPhone struct {
	Extension *string `json:"extension,omitempty"`
	// Default false.
	IsPrimary *bool `json:"is_primary,omitempty"`
	// International, with a plus sign; kept as E.164. At most 40 characters.
	Number string `json:"number"`
	// A code of the catalog phone types. At most 50 characters, default mobile.
	Type *string `json:"type,omitempty"`
}

// NewRelative is sent by [Client.AddPatientFamilyHistory].
type NewRelative struct {
	// In years. 0 to 120.
	AgeAtOnset *int `json:"age_at_onset,omitempty"`
	// An entry of the catalog of conditions.
	Condition Code `json:"condition"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes    *string      `json:"notes,omitempty"`
	Relative RelativeKind `json:"relative"`
}

// NewRole is sent by [Client.CreateRole].
type NewRole struct {
	// Lower-case letters, digits and underscores; it stays. At most 50 characters.
	Code string `json:"code"`
	// At most 500 characters.
	Description *string `json:"description,omitempty"`
	// At most 100 characters.
	Name string `json:"name"`
	// As resource:action, none that you lack.
	Permissions []string `json:"permissions,omitempty"`
}

// NewSecret is the answer of [Client.AddServiceAccountSecret].
type NewSecret struct {
	// It is shown this once: keep it where the machine finds it.
	ClientSecret string    `json:"client_secret"`
	CreatedAt    time.Time `json:"created_at"`
	// When it stops working; null for never.
	ExpiresAt *time.Time `json:"expires_at"`
	ID        string     `json:"id"`
}

// NewServiceAccount is sent by [Client.CreateServiceAccount].
type NewServiceAccount struct {
	// At most 100 characters.
	Name string `json:"name"`
	// The code of a role. At most 50 characters.
	Role string `json:"role"`
	// Permissions of the role, as resource:action.
	Scopes []string `json:"scopes"`
}

// NewStaff is sent by [Client.CreateCMSAccount].
type NewStaff struct {
	// Signs in; no other member of the staff has it. At most 254 characters.
	Email string `json:"email"`
	// At most 100 characters.
	FirstName string `json:"first_name"`
	// At most 100 characters.
	LastName string `json:"last_name"`
	// A role's code. At most 50 characters.
	Role string `json:"role"`
}

// NextStep is part of other types.
type NextStep struct {
	// Who may take it: the patient, their doctor, their institution, staff with the permission patients:validate.
	By []NextStepBy `json:"by"`
	// Whether you may.
	MayTake bool             `json:"may_take"`
	To      ValidationStatus `json:"to"`
}

// OneTimeToken is sent by [Client.ConfirmEmailChange], is sent by [Client.VerifyEmail] and others.
type OneTimeToken struct {
	// What stands behind #token= in the link of the mail. At most 200 characters.
	Token string `json:"token"`
}

// Overlap is sent by [Client.AddServiceAccountSecret].
type Overlap struct {
	// How long the older secret goes on working; a day (86400) when left out. 0 to 2.592e+06.
	OverlapSeconds *int `json:"overlap_seconds,omitempty"`
}

// Party is part of other types.
type Party struct {
	// user, cms_user and service_account are of accounts that are gone.
	Kind PartyKind `json:"kind"`
	// Of a doctor, an institution or a service; the role of a member of the staff.
	Name *string `json:"name"`
}

// PasswordChange is sent by [Client.ChangePassword] and is sent by [Client.CMSChangePassword].
type PasswordChange struct {
	// At most 1024 characters.
	CurrentPassword string `json:"current_password"`
	// At least 8 characters, 15 are better; at most 72 bytes. No common password, and none that leans on name or
	// address. At most 1024 characters.
	NewPassword string `json:"new_password"`
}

// Patient is the answer of [Client.CreatePatient], is the answer of [Client.GetPatient] and others.
type Patient struct {
	// Whether the patient is in care.
	Active      bool       `json:"active"`
	CreatedAt   time.Time  `json:"created_at"`
	DateOfBirth Date       `json:"date_of_birth"`
	DeceasedAt  *time.Time `json:"deceased_at"`
	// When include names it and you may see the doctor.
	Doctor           *DoctorSummary    `json:"doctor,omitempty"`
	DoctorID         string            `json:"doctor_id"`
	EmergencyContact *EmergencyContact `json:"emergency_contact,omitempty"`
	FirstName        string            `json:"first_name"`
	// A code of the catalog genders.
	Gender *string `json:"gender"`
	ID     string  `json:"id"`
	// When include names it and you may see the institution.
	Institution     *InstitutionSummary `json:"institution,omitempty"`
	InstitutionID   string              `json:"institution_id"`
	LastName        string              `json:"last_name"`
	RejectionReason *string             `json:"rejection_reason"`
	// A code of the catalog sexes.
	Sex              string           `json:"sex"`
	UpdatedAt        time.Time        `json:"updated_at"`
	ValidationStatus ValidationStatus `json:"validation_status"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Patient) setETag(tag string) { v.ETag = tag }

// PatientDashboard is the answer of [Client.GetPatientDashboard].
type PatientDashboard struct {
	// In whole years; at death for who has died.
	Age int `json:"age"`
	// Left out without height and weight.
	BMI *BMI `json:"bmi,omitempty"`
	// What the patient has now, the newest first.
	Conditions  []Condition `json:"conditions"`
	Deceased    bool        `json:"deceased"`
	HealthScore HealthScore `json:"health_score"`
	// What the patient takes now, the newest first.
	Medications []Medication `json:"medications"`
	PatientID   string       `json:"patient_id"`
}

// PatientExport is the answer of [Client.ExportPatient].
type PatientExport struct {
	// Who used the record, for the patient and staff with the permission audit:read.
	AccessLog *ExportedAccesses `json:"access_log,omitempty"`
	// What the patient signs in with, for the patient and staff with the permission accounts:read; left out
	// without one.
	Account    *ExportedAccount `json:"account,omitempty"`
	Addresses  []Address        `json:"addresses"`
	Emails     []Email          `json:"emails"`
	ExportedAt time.Time        `json:"exported_at"`
	// What other systems call the patient.
	Identifiers []Identifier `json:"identifiers"`
	// Left out for insurers.
	MedicalRecord *MedicalRecord `json:"medical_record,omitempty"`
	Patient       Patient        `json:"patient"`
	Phones        []Phone        `json:"phones"`
	Validation    Validation     `json:"validation"`
}

// PatientList is the answer of [Client.ListDoctorPatients], is the answer of [Client.ListInstitutionPatients]
// and others.
type PatientList struct {
	// In the order of sort.
	Items []Patient `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// PatientMonth is part of other types.
type PatientMonth struct {
	// Of the new ones, at registration; null without any.
	AverageAge *float64 `json:"average_age"`
	// Until the end of the month.
	CumulativePatients   int    `json:"cumulative_patients"`
	DoctorValidated      int    `json:"doctor_validated"`
	FullAccess           int    `json:"full_access"`
	InstitutionValidated int    `json:"institution_validated"`
	Month                string `json:"month"`
	NewPatients          int    `json:"new_patients"`
	// Of the new ones, by their validation now; so the next four.
	Pending  int `json:"pending"`
	Rejected int `json:"rejected"`
}

// Permission is part of other types.
type Permission struct {
	Action string `json:"action"`
	// What roles and scopes name it by.
	Name     string `json:"name"`
	Resource string `json:"resource"`
}

// PermissionList is the answer of [Client.ListPermissions].
type PermissionList struct {
	// In the order of sort.
	Items []Permission `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// Phone is the answer of [Client.AddDoctorPhone], is the answer of [Client.GetDoctorPhone] and others.
type Phone struct {
	// The digits after it; null where the country has none or the number doesn't tell.
	AreaCode *string `json:"area_code"`
	// The calling code, the number's first digits.
	CountryCode string    `json:"country_code"`
	CreatedAt   time.Time `json:"created_at"`
	Extension   *string   `json:"extension"`
	ID          string    `json:"id"`
	// Whether it is the one to use first. There is exactly one as long as there are any.
	IsPrimary bool `json:"is_primary"`
	// E.164.
	Number string `json:"number"`
	// A code of the catalog phone types.
	Type      string    `json:"type"`
	UpdatedAt time.Time `json:"updated_at"`
	// When somebody confirmed it as it is; null when nobody has, or it has changed since.
	VerifiedAt *time.Time `json:"verified_at"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Phone) setETag(tag string) { v.ETag = tag }

// PhoneAddition is sent by [Client.AddDoctorPhone], is sent by [Client.AddInstitutionPhone] and others.
type PhoneAddition struct {
	Extension *string `json:"extension,omitempty"`
	// International, with a plus sign; kept as E.164. It must be possible; whether it is assigned is not asked. At
	// most 40 characters.
	Number string `json:"number"`
	// A code of the catalog phone types. At most 50 characters, default mobile.
	Type *string `json:"type,omitempty"`
}

// PhoneList is the answer of [Client.ListDoctorPhones], is the answer of [Client.ListInstitutionPhones] and
// others.
type PhoneList struct {
	// In the order of sort.
	Items []Phone `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// PhonePatch is sent by [Client.ChangeDoctorPhone], is sent by [Client.ChangeInstitutionPhone] and others.
type PhonePatch struct {
	Extension Optional[string] `json:"extension,omitzero"`
	// International, with a plus sign; kept as E.164. At most 40 characters.
	Number Optional[string] `json:"number,omitzero"`
	// A code of the catalog phone types. At most 50 characters.
	Type Optional[string] `json:"type,omitzero"`
}

// PlaceShare is part of other types.
type PlaceShare struct {
	Country *string `json:"country"`
	// ISO 3166-1; null for institutions without an address.
	CountryCode *string `json:"country_code"`
	// In practice.
	Doctors int `json:"doctors"`
	// A code of the catalog institution types.
	InstitutionType string `json:"institution_type"`
	// Active.
	Institutions int `json:"institutions"`
	// Active and living.
	Patients int     `json:"patients"`
	Region   *string `json:"region"`
	// ISO 3166-2; null where the address names none.
	RegionCode *string `json:"region_code"`
}

// Problem is part of other types.
type Problem struct {
	// What happened this time, for people.
	Detail string `json:"detail"`
	// OAuth's error code, where OAuth wants one.
	Error *string `json:"error,omitempty"`
	// The detail, where OAuth wants it.
	ErrorDescription *string `json:"error_description,omitempty"`
	// Every field at fault.
	Errors []FieldError `json:"errors,omitempty"`
	// Quote it when you report the problem.
	RequestID string `json:"request_id"`
	// The HTTP status.
	Status int `json:"status"`
	// The type in a few words.
	Title string `json:"title"`
	// What kind of problem it is; a page that explains it.
	Type string `json:"type"`
}

// Profile is the answer of [Client.GetPatientProfile].
type Profile struct {
	Addresses []Address `json:"addresses"`
	Emails    []Email   `json:"emails"`
	// Left out for insurers.
	HealthProfile *HealthProfile `json:"health_profile,omitempty"`
	Patient       Patient        `json:"patient"`
	Phones        []Phone        `json:"phones"`
}

// PublicAddress is part of other types.
type PublicAddress struct {
	City string `json:"city"`
	// ISO 3166-1 alpha-2.
	Country    string   `json:"country"`
	Latitude   *float64 `json:"latitude"`
	Line1      string   `json:"line1"`
	Line2      *string  `json:"line2"`
	Longitude  *float64 `json:"longitude"`
	PostalCode *string  `json:"postal_code"`
	// ISO 3166-2, of the country.
	Region *string `json:"region"`
}

// PublicPhone is part of other types.
type PublicPhone struct {
	Extension *string `json:"extension"`
	// E.164.
	Number string `json:"number"`
}

// Reason is sent by [Client.DisableAccount], is sent by [Client.EnableAccount] and others.
type Reason struct {
	// Why, for the audit trail. At most 500 characters.
	Reason *string `json:"reason,omitempty"`
}

// Refresh is sent by [Client.Refresh] and is sent by [Client.CMSRefresh].
type Refresh struct {
	// At most 1024 characters.
	RefreshToken string `json:"refresh_token"`
}

// Region is part of other types.
type Region struct {
	// What it is called there.
	Category string `json:"category"`
	// ISO 3166-2.
	Code string `json:"code"`
	// ISO 3166-1 alpha-2.
	Country string `json:"country"`
	Name    string `json:"name"`
	// The code of the region that it lies in; null for those of the country itself.
	Parent *string `json:"parent"`
}

// RegionList is the answer of [Client.ListRegions].
type RegionList struct {
	// In the order of sort.
	Items []Region `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *RegionList) setETag(tag string) { v.ETag = tag }

// RegistrationMonth is part of other types.
type RegistrationMonth struct {
	// By codes of the catalog genders; unspecified is none.
	ByGender map[string]any `json:"by_gender"`
	// By codes of the catalog sexes.
	BySex map[string]any `json:"by_sex"`
	Month string         `json:"month"`
	Total int            `json:"total"`
}

// Relative is the answer of [Client.AddPatientFamilyHistory], is the answer of
// [Client.GetPatientFamilyHistory] and others.
type Relative struct {
	// In years. 0 to 120.
	AgeAtOnset *int `json:"age_at_onset"`
	// An entry of the catalog of conditions.
	Condition Coding    `json:"condition"`
	CreatedAt time.Time `json:"created_at"`
	ID        string    `json:"id"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes     *string      `json:"notes,omitempty"`
	PatientID string       `json:"patient_id"`
	Relative  RelativeKind `json:"relative"`
	UpdatedAt time.Time    `json:"updated_at"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Relative) setETag(tag string) { v.ETag = tag }

// RelativeList is the answer of [Client.ListPatientFamilyHistory].
type RelativeList struct {
	// In the order of sort.
	Items []Relative `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// ResetPassword is sent by [Client.ResetPassword] and is sent by [Client.CMSResetPassword].
type ResetPassword struct {
	// At least 8 characters, 15 are better; at most 72 bytes. No common password, and none that leans on name or
	// address. At most 1024 characters.
	NewPassword string `json:"new_password"`
	// What stands behind #token= in the link of the mail. At most 200 characters.
	Token string `json:"token"`
}

// Role is the answer of [Client.CreateRole], is the answer of [Client.GetRole] and others.
type Role struct {
	// Whether it came with the platform: then it can't be deleted and loses no permission.
	BuiltIn     bool      `json:"built_in"`
	Code        string    `json:"code"`
	CreatedAt   time.Time `json:"created_at"`
	Description *string   `json:"description"`
	Name        string    `json:"name"`
	// As resource:action.
	Permissions []string  `json:"permissions"`
	UpdatedAt   time.Time `json:"updated_at"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Role) setETag(tag string) { v.ETag = tag }

// RoleList is the answer of [Client.ListRoles].
type RoleList struct {
	// In the order of sort.
	Items []Role `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// RowsConditionPrevalence is the answer of [Client.GetHealthConditionPrevalence].
type RowsConditionPrevalence struct {
	Items []ConditionPrevalence `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *RowsConditionPrevalence) setETag(tag string) { v.ETag = tag }

// RowsDoctorPerformance is the answer of [Client.GetDoctorPerformance].
type RowsDoctorPerformance struct {
	Items []DoctorPerformance `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *RowsDoctorPerformance) setETag(tag string) { v.ETag = tag }

// RowsDoctorPerformanceStats is the answer of [Client.GetDoctorPerformanceStats].
type RowsDoctorPerformanceStats struct {
	Items []DoctorPerformanceStats `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *RowsDoctorPerformanceStats) setETag(tag string) { v.ETag = tag }

// RowsInstitutionAnalytics is the answer of [Client.GetInstitutionAnalytics].
type RowsInstitutionAnalytics struct {
	Items []InstitutionAnalytics `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *RowsInstitutionAnalytics) setETag(tag string) { v.ETag = tag }

// RowsPatientMonth is the answer of [Client.GetPatientStatsByMonth].
type RowsPatientMonth struct {
	Items []PatientMonth `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *RowsPatientMonth) setETag(tag string) { v.ETag = tag }

// RowsPlaceShare is the answer of [Client.GetGeographicDistribution].
type RowsPlaceShare struct {
	Items []PlaceShare `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *RowsPlaceShare) setETag(tag string) { v.ETag = tag }

// RowsRegistrationMonth is the answer of [Client.GetMonthlyRegistrations].
type RowsRegistrationMonth struct {
	Items []RegistrationMonth `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *RowsRegistrationMonth) setETag(tag string) { v.ETag = tag }

// RowsSpecialtyShare is the answer of [Client.GetDoctorSpecialtyDistribution].
type RowsSpecialtyShare struct {
	Items []SpecialtyShare `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *RowsSpecialtyShare) setETag(tag string) { v.ETag = tag }

// RowsValidationShare is the answer of [Client.GetPatientValidationStatus].
type RowsValidationShare struct {
	Items []ValidationShare `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *RowsValidationShare) setETag(tag string) { v.ETag = tag }

// ScoreParts is part of other types.
type ScoreParts struct {
	// 10 less for who drinks regularly or daily.
	Alcohol Alcohol `json:"alcohol"`
	// 10 less for each condition that the patient has now.
	Conditions Counted `json:"conditions"`
	// 5 less for each medication that the patient takes now.
	Medications Counted `json:"medications"`
	// 15 less for current smokers.
	Smoking Smoking `json:"smoking"`
	// 10 more from 150 minutes a week (WHO 2020), 5 more from 75.
	WeeklyActivity Activity `json:"weekly_activity"`
}

// SelfRegistration is sent by [Client.Register].
type SelfRegistration struct {
	// Signs in once the address is confirmed.
	Account NewAccount `json:"account"`
	// At most 120 years ago.
	DateOfBirth Date `json:"date_of_birth"`
	// The doctor in whose care the patient is to be, from the institution's link.
	DoctorID string `json:"doctor_id"`
	// The first is the primary one unless another says so.
	Emails           []NewEmail        `json:"emails,omitempty"`
	EmergencyContact *EmergencyContact `json:"emergency_contact,omitempty"`
	// At most 100 characters.
	FirstName string `json:"first_name"`
	// A code of the catalog genders. At most 50 characters.
	Gender *string `json:"gender,omitempty"`
	// That of the doctor.
	InstitutionID string `json:"institution_id"`
	// Of the mail that follows; without, the platform's.
	Language *SelfRegistrationLanguage `json:"language,omitempty"`
	// At most 100 characters.
	LastName string `json:"last_name"`
	// The first is the primary one unless another says so.
	Phones []NewPhone `json:"phones,omitempty"`
	// A code of the catalog sexes. At most 50 characters.
	Sex string `json:"sex"`
}

// ServiceAccount is the answer of [Client.GetServiceAccount] and is the answer of
// [Client.ChangeServiceAccount].
type ServiceAccount struct {
	Active    bool      `json:"active"`
	CreatedAt time.Time `json:"created_at"`
	// The client_id.
	ID string `json:"id"`
	// When it last got a token, to the minute.
	LastUsedAt *time.Time `json:"last_used_at"`
	Name       string     `json:"name"`
	// The code of a role.
	Role string `json:"role"`
	// The permissions that it may use, of those that the role has.
	Scopes []string `json:"scopes"`
	// Without their values, which nobody can read again.
	Secrets   []ServiceSecret `json:"secrets"`
	UpdatedAt time.Time       `json:"updated_at"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *ServiceAccount) setETag(tag string) { v.ETag = tag }

// ServiceAccountList is the answer of [Client.ListServiceAccounts].
type ServiceAccountList struct {
	// In the order of sort.
	Items []ServiceAccount `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// ServiceSecret is part of other types.
type ServiceSecret struct {
	CreatedAt time.Time `json:"created_at"`
	// When it stops working; null for never.
	ExpiresAt *time.Time `json:"expires_at"`
	ID        string     `json:"id"`
}

// Session is part of other types.
type Session struct {
	// Where the session was last refreshed from; null when unknown.
	Address   *string   `json:"address"`
	CreatedAt time.Time `json:"created_at"`
	// Whether it is the one that asks.
	Current bool `json:"current"`
	// What the device called itself (User-Agent); null when it didn't.
	Device *string `json:"device"`
	// When it ends however much it is used.
	ExpiresAt time.Time `json:"expires_at"`
	ID        string    `json:"id"`
	// When it ends unless it is refreshed.
	IdleExpiresAt time.Time `json:"idle_expires_at"`
	// When its tokens were given or refreshed last.
	LastSeenAt time.Time `json:"last_seen_at"`
}

// SessionCheck is the answer of [Client.CheckSession] and is the answer of [Client.CMSCheckSession].
type SessionCheck struct {
	AccountID string `json:"account_id"`
	// Whether nothing else is allowed before that.
	MustChangePassword bool `json:"must_change_password"`
	// What a staff member may do, as resource:action.
	Permissions []string `json:"permissions"`
	// The patient, doctor or institution whose account it is; null for staff.
	ReferenceID *string `json:"reference_id"`
	// The code of a staff member's role; null for others.
	Role     *string      `json:"role"`
	Session  SessionTimes `json:"session"`
	UserType UserType     `json:"user_type"`
}

// SessionList is the answer of [Client.ListSessions] and is the answer of [Client.CMSListSessions].
type SessionList struct {
	// In the order of sort.
	Items []Session `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// SessionTimes is part of other types.
type SessionTimes struct {
	CreatedAt time.Time `json:"created_at"`
	// When it ends however much it is used.
	ExpiresAt time.Time `json:"expires_at"`
	ID        string    `json:"id"`
	// When it ends unless it is refreshed.
	IdleExpiresAt time.Time `json:"idle_expires_at"`
	// When its tokens were given or refreshed last.
	LastSeenAt time.Time `json:"last_seen_at"`
}

// Setting is the answer of [Client.GetSetting], is the answer of [Client.ChangeSetting] and others.
type Setting struct {
	// The only values; null for any.
	AllowedValues []string `json:"allowed_values"`
	DefaultValue  any      `json:"default_value"`
	Description   string   `json:"description"`
	Key           string   `json:"key"`
	// Of a number; of a duration in seconds; null without a bound.
	Maximum *float64 `json:"maximum"`
	// Of a number; of a duration in seconds; null without a bound.
	Minimum   *float64  `json:"minimum"`
	UpdatedAt time.Time `json:"updated_at"`
	// As it holds now.
	Value any `json:"value"`
	// What value is; a duration is text such as 10m or 1h30m.
	ValueType SettingValueType `json:"value_type"`
	// Rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Setting) setETag(tag string) { v.ETag = tag }

// SettingList is the answer of [Client.ListSettings].
type SettingList struct {
	// In the order of sort.
	Items []Setting `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// Smoking is part of other types.
type Smoking struct {
	Points int           `json:"points"`
	Status SmokingStatus `json:"status"`
}

// SpecialtyCategory is part of other types.
type SpecialtyCategory struct {
	Code string `json:"code"`
	Name string `json:"name"`
	// The code of the category that it lies in; null at the top.
	Parent *string `json:"parent"`
}

// SpecialtyCategoryList is the answer of [Client.ListSpecialtyCategories].
type SpecialtyCategoryList struct {
	// In the order of sort.
	Items []SpecialtyCategory `json:"items"`
	// Asks for the page after this one; null when it is the last.
	NextCursor *string `json:"next_cursor"`
	// Asks for the page before this one; null when it is the first.
	PrevCursor *string `json:"prev_cursor"`
	// How many items all pages have together; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether total is a guess.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *SpecialtyCategoryList) setETag(tag string) { v.ETag = tag }

// SpecialtyShare is part of other types.
type SpecialtyShare struct {
	AverageConsultationFee *string  `json:"average_consultation_fee"`
	AverageYearsExperience *float64 `json:"average_years_experience"`
	// In practice.
	Doctors int `json:"doctors"`
	// Of all of them.
	Percentage        float64 `json:"percentage"`
	Specialty         string  `json:"specialty"`
	SpecialtyCategory string  `json:"specialty_category"`
	SpecialtyCode     string  `json:"specialty_code"`
}

// StaffChange is sent by [Client.ChangeCMSAccount].
type StaffChange struct {
	// At most 100 characters.
	FirstName Optional[string] `json:"first_name,omitzero"`
	// At most 100 characters.
	LastName Optional[string] `json:"last_name,omitzero"`
	// A role's code. At most 50 characters.
	Role Optional[string] `json:"role,omitzero"`
}

// Token is the answer of [Client.CreateToken].
type Token struct {
	// Send it as Authorization: Bearer.
	AccessToken string `json:"access_token"`
	// The token's life, in seconds. There is no refresh token: ask for another access token.
	ExpiresIn int `json:"expires_in"`
	// What it was given for, separated by spaces.
	Scope     string `json:"scope"`
	TokenType string `json:"token_type"`
}

// TopCondition is part of other types.
type TopCondition struct {
	Code       string `json:"code"`
	CodeSystem string `json:"code_system"`
	Name       string `json:"name"`
	Patients   int    `json:"patients"`
}

// Transfer is sent by [Client.TransferPatient].
type Transfer struct {
	// Who takes the patient over: an active doctor.
	DoctorID string `json:"doctor_id"`
	// That of the doctor, which it is without.
	InstitutionID *string `json:"institution_id,omitempty"`
}

// Validation is the answer of [Client.GetPatientValidation] and is the answer of
// [Client.TakePatientValidationStep].
type Validation struct {
	// The steps that were taken, newest first, at most 500. A transfer to another doctor is a step back to
	// pending.
	History []ValidationEvent `json:"history"`
	// The steps that are possible now; none from full_access.
	NextSteps []NextStep `json:"next_steps"`
	PatientID string     `json:"patient_id"`
	// Present exactly while the status is rejected.
	RejectionReason *string          `json:"rejection_reason"`
	Status          ValidationStatus `json:"status"`
	// That of the patient, which rises with each change; the ETag is made of it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Validation) setETag(tag string) { v.ETag = tag }

// ValidationCounts is part of other types.
type ValidationCounts struct {
	DoctorValidated      int `json:"doctor_validated"`
	FullAccess           int `json:"full_access"`
	InstitutionValidated int `json:"institution_validated"`
	Pending              int `json:"pending"`
	Rejected             int `json:"rejected"`
}

// ValidationEvent is part of other types.
type ValidationEvent struct {
	By Party `json:"by"`
	// null at registration.
	From       *ValidationStatus `json:"from"`
	OccurredAt time.Time         `json:"occurred_at"`
	// Of a rejection.
	Reason *string          `json:"reason"`
	To     ValidationStatus `json:"to"`
}

// ValidationShare is part of other types.
type ValidationShare struct {
	// Active and living.
	Patients int `json:"patients"`
	// Of all of them; 0 without any.
	Percentage       float64          `json:"percentage"`
	ValidationStatus ValidationStatus `json:"validation_status"`
}

// ValidationStep is sent by [Client.TakePatientValidationStep].
type ValidationStep struct {
	// Why it is rejected; required then, and out of place otherwise. At most 500 characters.
	Reason *string          `json:"reason,omitempty"`
	To     ValidationStatus `json:"to"`
}
