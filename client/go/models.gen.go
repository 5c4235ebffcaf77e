// Code generated from the OpenAPI document by client/generate. DO NOT EDIT.

package predicthealth

import "time"

// Version is that of the OpenAPI document which the client was generated from.
const Version = "1.0.0"

// AccountSecondFactor is a value of Account.SecondFactor.
type AccountSecondFactor string

// Values of [AccountSecondFactor]; later versions of the API may have more.
const (
	AccountSecondFactorNone      AccountSecondFactor = "none"
	AccountSecondFactorConfirmed AccountSecondFactor = "confirmed"
)

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

// AlcoholFrequency is a value of ScoreParts.AlcoholFrequency and others.
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
	AllergyStatusUnknown  AllergyStatus = "unknown"
)

// AllergyVerificationStatus is a value of Allergy.VerificationStatus and others.
type AllergyVerificationStatus string

// Values of [AllergyVerificationStatus]; later versions of the API may have more.
const (
	AllergyVerificationStatusUnconfirmed AllergyVerificationStatus = "unconfirmed"
	AllergyVerificationStatusConfirmed   AllergyVerificationStatus = "confirmed"
)

// AuditEventActorType is a value of AuditEvent.ActorType.
type AuditEventActorType string

// Values of [AuditEventActorType]; later versions of the API may have more.
const (
	AuditEventActorTypeAnonymous      AuditEventActorType = "anonymous"
	AuditEventActorTypeUser           AuditEventActorType = "user"
	AuditEventActorTypeCMSUser        AuditEventActorType = "cms_user"
	AuditEventActorTypeServiceAccount AuditEventActorType = "service_account"
	AuditEventActorTypeSystem         AuditEventActorType = "system"
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
	ConditionStatusUnknown    ConditionStatus = "unknown"
)

// ConditionVerificationStatus is a value of Condition.VerificationStatus and others.
type ConditionVerificationStatus string

// Values of [ConditionVerificationStatus]; later versions of the API may have more.
const (
	ConditionVerificationStatusUnconfirmed  ConditionVerificationStatus = "unconfirmed"
	ConditionVerificationStatusProvisional  ConditionVerificationStatus = "provisional"
	ConditionVerificationStatusDifferential ConditionVerificationStatus = "differential"
	ConditionVerificationStatusConfirmed    ConditionVerificationStatus = "confirmed"
)

// DateOfBirthPrecision is a value of Allergy.RecordedDatePrecision and others.
type DateOfBirthPrecision string

// Values of [DateOfBirthPrecision]; later versions of the API may have more.
const (
	DateOfBirthPrecisionDay   DateOfBirthPrecision = "day"
	DateOfBirthPrecisionMonth DateOfBirthPrecision = "month"
	DateOfBirthPrecisionYear  DateOfBirthPrecision = "year"
)

// DoctorStatus is a value of Doctor.Status and others.
type DoctorStatus string

// Values of [DoctorStatus]; later versions of the API may have more.
const (
	DoctorStatusActive    DoctorStatus = "active"
	DoctorStatusSuspended DoctorStatus = "suspended"
	DoctorStatusRetired   DoctorStatus = "retired"
)

// FamilyMemberHistoryRelative is a value of FamilyMemberHistory.Relative and others.
type FamilyMemberHistoryRelative string

// Values of [FamilyMemberHistoryRelative]; later versions of the API may have more.
const (
	FamilyMemberHistoryRelativeMother              FamilyMemberHistoryRelative = "mother"
	FamilyMemberHistoryRelativeFather              FamilyMemberHistoryRelative = "father"
	FamilyMemberHistoryRelativeSister              FamilyMemberHistoryRelative = "sister"
	FamilyMemberHistoryRelativeBrother             FamilyMemberHistoryRelative = "brother"
	FamilyMemberHistoryRelativeDaughter            FamilyMemberHistoryRelative = "daughter"
	FamilyMemberHistoryRelativeSon                 FamilyMemberHistoryRelative = "son"
	FamilyMemberHistoryRelativeMaternalGrandmother FamilyMemberHistoryRelative = "maternal_grandmother"
	FamilyMemberHistoryRelativeMaternalGrandfather FamilyMemberHistoryRelative = "maternal_grandfather"
	FamilyMemberHistoryRelativePaternalGrandmother FamilyMemberHistoryRelative = "paternal_grandmother"
	FamilyMemberHistoryRelativePaternalGrandfather FamilyMemberHistoryRelative = "paternal_grandfather"
	FamilyMemberHistoryRelativeAunt                FamilyMemberHistoryRelative = "aunt"
	FamilyMemberHistoryRelativeUncle               FamilyMemberHistoryRelative = "uncle"
	FamilyMemberHistoryRelativeCousin              FamilyMemberHistoryRelative = "cousin"
	FamilyMemberHistoryRelativeOther               FamilyMemberHistoryRelative = "other"
)

// FieldErrorCode is a value of FieldError.Code.
type FieldErrorCode string

// Values of [FieldErrorCode]; later versions of the API may have more.
const (
	FieldErrorCodeRequired         FieldErrorCode = "required"
	FieldErrorCodeBlank            FieldErrorCode = "blank"
	FieldErrorCodeUnexpected       FieldErrorCode = "unexpected"
	FieldErrorCodeType             FieldErrorCode = "type"
	FieldErrorCodeFormat           FieldErrorCode = "format"
	FieldErrorCodeCharacters       FieldErrorCode = "characters"
	FieldErrorCodeNotAllowed       FieldErrorCode = "not_allowed"
	FieldErrorCodeNotFound         FieldErrorCode = "not_found"
	FieldErrorCodeInvalid          FieldErrorCode = "invalid"
	FieldErrorCodeTooShort         FieldErrorCode = "too_short"
	FieldErrorCodeTooLong          FieldErrorCode = "too_long"
	FieldErrorCodeOutOfRange       FieldErrorCode = "out_of_range"
	FieldErrorCodeDuplicate        FieldErrorCode = "duplicate"
	FieldErrorCodeTaken            FieldErrorCode = "taken"
	FieldErrorCodeUnchanged        FieldErrorCode = "unchanged"
	FieldErrorCodeSame             FieldErrorCode = "same"
	FieldErrorCodeForbidden        FieldErrorCode = "forbidden"
	FieldErrorCodeInactive         FieldErrorCode = "inactive"
	FieldErrorCodeOtherDoctor      FieldErrorCode = "other_doctor"
	FieldErrorCodeOtherInstitution FieldErrorCode = "other_institution"
	FieldErrorCodeOtherCountry     FieldErrorCode = "other_country"
	FieldErrorCodeInFuture         FieldErrorCode = "in_future"
	FieldErrorCodeBeforeBirth      FieldErrorCode = "before_birth"
	FieldErrorCodeBeforeStart      FieldErrorCode = "before_start"
	FieldErrorCodeEnded            FieldErrorCode = "ended"
	FieldErrorCodeWrong            FieldErrorCode = "wrong"
	FieldErrorCodeTooCommon        FieldErrorCode = "too_common"
	FieldErrorCodeTooPredictable   FieldErrorCode = "too_predictable"
	FieldErrorCodeEmpty            FieldErrorCode = "empty"
	FieldErrorCodeHeading          FieldErrorCode = "heading"
	FieldErrorCodeValidationStart  FieldErrorCode = "validation_start"
	FieldErrorCodeValidationStep   FieldErrorCode = "validation_step"
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

// HealthProfileHeightSource is a value of HealthProfile.HeightSource and others.
type HealthProfileHeightSource string

// Values of [HealthProfileHeightSource]; later versions of the API may have more.
const (
	HealthProfileHeightSourceEntered  HealthProfileHeightSource = "entered"
	HealthProfileHeightSourceImported HealthProfileHeightSource = "imported"
)

// ImportFormat is a value of Import.Format.
type ImportFormat string

// Values of [ImportFormat]; later versions of the API may have more.
const (
	ImportFormatNdjson  ImportFormat = "ndjson"
	ImportFormatJSON    ImportFormat = "json"
	ImportFormatArchive ImportFormat = "archive"
	ImportFormatCSV     ImportFormat = "csv"
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

// NextStepTakenBy is a value of NextStep.TakenBy.
type NextStepTakenBy string

// Values of [NextStepTakenBy]; later versions of the API may have more.
const (
	NextStepTakenByPatient     NextStepTakenBy = "patient"
	NextStepTakenByDoctor      NextStepTakenBy = "doctor"
	NextStepTakenByInstitution NextStepTakenBy = "institution"
	NextStepTakenByStaff       NextStepTakenBy = "staff"
)

// Outcome is a value of AuditEvent.Outcome and others.
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

// SmokingStatus is a value of ScoreParts.SmokingStatus and others.
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

// AccessToken is the answer of [Client.StepUp] and is the answer of [Client.CMSStepUp].
type AccessToken struct {
	// Use it instead of the previous one.
	AccessToken string `json:"access_token"`
	// The lifetime of the access token, in seconds.
	ExpiresIn int    `json:"expires_in"`
	TokenType string `json:"token_type"`
}

// Account is the answer of [Client.GetAccount], is the answer of [Client.DisableAccount] and others.
type Account struct {
	// false when the account is disabled.
	Active    bool      `json:"active"`
	CreatedAt time.Time `json:"created_at"`
	Email     string    `json:"email"`
	// Failed sign-ins since the last successful one.
	FailedLoginCount int `json:"failed_login_count"`
	// Only for staff, otherwise null.
	FirstName         *string    `json:"first_name"`
	ID                string     `json:"id"`
	LastFailedLoginAt *time.Time `json:"last_failed_login_at"`
	LastLoginAt       *time.Time `json:"last_login_at"`
	LastLoginIP       *string    `json:"last_login_ip"`
	// Only for staff, otherwise null.
	LastName *string `json:"last_name"`
	// After too many failed sign-ins: the time until which every sign-in is refused, wherever it comes from.
	LockExpiresAt *time.Time `json:"lock_expires_at"`
	// Whether the account must set a new password before it can do anything else.
	PasswordChangeRequired bool `json:"password_change_required"`
	// When the password was last set; null while the owner hasn't accepted the invitation.
	PasswordChangedAt *time.Time `json:"password_changed_at"`
	// The patient, doctor or institution that the account belongs to; null for staff.
	ReferenceID *string `json:"reference_id"`
	// The code of the role. Only for staff, otherwise null.
	Role *string `json:"role"`
	// Whether the account has a second factor.
	SecondFactor AccountSecondFactor `json:"second_factor"`
	UpdatedAt    time.Time           `json:"updated_at"`
	UserType     UserType            `json:"user_type"`
	// Whether the e-mail address has been confirmed.
	Verified bool `json:"verified"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Account) setETag(tag string) { v.ETag = tag }

// AccountCreate is part of other types.
type AccountCreate struct {
	// The address to sign in with, which gets an invitation to choose a password. No other account may use it. At
	// most 254 characters.
	Email string `json:"email"`
}

// AccountList is the answer of [Client.ListAccounts] and is the answer of [Client.ListCMSUsers].
type AccountList struct {
	// The items, in the order of sort.
	Items []Account `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// Address is the answer of [Client.CreateDoctorAddress], is the answer of [Client.GetDoctorAddress] and
// others.
type Address struct {
	// At most 100 characters.
	City string `json:"city"`
	// An ISO 3166-1 alpha-2 code. At most 2 characters.
	Country   string    `json:"country"`
	CreatedAt time.Time `json:"created_at"`
	ID        string    `json:"id"`
	// Whether to use this one first. An owner with any of this kind has exactly one primary one, unless all of
	// them came from an import as old ones.
	IsPrimary bool `json:"is_primary"`
	// In degrees north, rounded to 6 decimals. Requires a longitude. -90 to 90.
	Latitude *float64 `json:"latitude"`
	// At most 200 characters.
	Line1 string `json:"line1"`
	// At most 200 characters.
	Line2 *string `json:"line2"`
	// In degrees east, rounded to 6 decimals. Requires a latitude. -180 to 180.
	Longitude *float64 `json:"longitude"`
	// At most 20 characters.
	PostalCode *string `json:"postal_code"`
	// An ISO 3166-2 code of a region in the country. At most 6 characters.
	Region    *string   `json:"region"`
	UpdatedAt time.Time `json:"updated_at"`
	// A code from FHIR's address-use. Default home.
	Use AddressUse `json:"use"`
	// When somebody confirmed it; null if nobody has, or if it has changed since.
	VerifiedAt *time.Time `json:"verified_at"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Address) setETag(tag string) { v.ETag = tag }

// AddressCreate is sent by [Client.CreateDoctorAddress], is sent by [Client.CreateInstitutionAddress] and
// others.
type AddressCreate struct {
	// At most 100 characters.
	City string `json:"city"`
	// An ISO 3166-1 alpha-2 code. At most 2 characters.
	Country string `json:"country"`
	// In degrees north, rounded to 6 decimals. Requires a longitude. -90 to 90.
	Latitude *float64 `json:"latitude,omitempty"`
	// At most 200 characters.
	Line1 string `json:"line1"`
	// At most 200 characters.
	Line2 *string `json:"line2,omitempty"`
	// In degrees east, rounded to 6 decimals. Requires a latitude. -180 to 180.
	Longitude *float64 `json:"longitude,omitempty"`
	// At most 20 characters.
	PostalCode *string `json:"postal_code,omitempty"`
	// An ISO 3166-2 code of a region in the country. At most 6 characters.
	Region *string `json:"region,omitempty"`
	// A code from FHIR's address-use. Default home.
	Use *AddressUse `json:"use,omitempty"`
}

// AddressList is the answer of [Client.ListDoctorAddresses], is the answer of
// [Client.ListInstitutionAddresses] and others.
type AddressList struct {
	// The items, in the order of sort.
	Items []Address `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// AddressUpdate is sent by [Client.UpdateDoctorAddress], is sent by [Client.UpdateInstitutionAddress] and
// others.
type AddressUpdate struct {
	// At most 100 characters.
	City Optional[string] `json:"city,omitzero"`
	// An ISO 3166-1 alpha-2 code. At most 2 characters.
	Country Optional[string] `json:"country,omitzero"`
	// In degrees north, rounded to 6 decimals. Requires a longitude. -90 to 90.
	Latitude Optional[float64] `json:"latitude,omitzero"`
	// At most 200 characters.
	Line1 Optional[string] `json:"line1,omitzero"`
	// At most 200 characters.
	Line2 Optional[string] `json:"line2,omitzero"`
	// In degrees east, rounded to 6 decimals. Requires a latitude. -180 to 180.
	Longitude Optional[float64] `json:"longitude,omitzero"`
	// At most 20 characters.
	PostalCode Optional[string] `json:"postal_code,omitzero"`
	// An ISO 3166-2 code of a region in the country. At most 6 characters.
	Region Optional[string] `json:"region,omitzero"`
	// A code from FHIR's address-use.
	Use Optional[AddressUse] `json:"use,omitzero"`
}

// Allergy is the answer of [Client.CreatePatientAllergy], is the answer of [Client.GetPatientAllergy] and
// others.
type Allergy struct {
	// An entry from the catalog of allergies.
	Allergy   Coding    `json:"allergy"`
	CreatedAt time.Time `json:"created_at"`
	ID        string    `json:"id"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes     *string `json:"notes,omitempty"`
	PatientID string  `json:"patient_id"`
	// The reaction, an entry from the catalog of allergic reactions; left out when it is unknown.
	Reaction *Coding `json:"reaction,omitempty"`
	// From the patient's birth to today; null when it is unknown.
	RecordedDate *Date `json:"recorded_date"`
	// How much of the date is known; it is the first day of that. Default day.
	RecordedDatePrecision DateOfBirthPrecision `json:"recorded_date_precision"`
	Severity              *Severity            `json:"severity"`
	// Elements of the source's FHIR resource that no other member holds, as they came. Left out like notes.
	SourceElements map[string]any `json:"source_elements,omitempty"`
	// A code of FHIR's allergyintolerance-clinical. Default active.
	Status    AllergyStatus `json:"status"`
	UpdatedAt time.Time     `json:"updated_at"`
	// A code of FHIR's allergyintolerance-verification; null when nobody said.
	VerificationStatus *AllergyVerificationStatus `json:"verification_status"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Allergy) setETag(tag string) { v.ETag = tag }

// AllergyBatch is the answer of [Client.CreatePatientAllergyBatch].
type AllergyBatch struct {
	// In the order in which they were sent.
	Items []Allergy `json:"items"`
}

// AllergyBatchCreate is sent by [Client.CreatePatientAllergyBatch].
type AllergyBatchCreate struct {
	// The new entries.
	Items []AllergyCreate `json:"items"`
}

// AllergyCreate is sent by [Client.CreatePatientAllergy].
type AllergyCreate struct {
	// An entry from the catalog of allergies.
	Allergy Code `json:"allergy"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes *string `json:"notes,omitempty"`
	// The reaction, an entry from the catalog of allergic reactions; left out when it is unknown.
	Reaction *Code `json:"reaction,omitempty"`
	// From the patient's birth to today; null when it is unknown.
	RecordedDate *Date `json:"recorded_date,omitempty"`
	// How much of the date is known; it is the first day of that. Default day.
	RecordedDatePrecision *DateOfBirthPrecision `json:"recorded_date_precision,omitempty"`
	Severity              *Severity             `json:"severity,omitempty"`
	// A code of FHIR's allergyintolerance-clinical. Default active.
	Status *AllergyStatus `json:"status,omitempty"`
	// A code of FHIR's allergyintolerance-verification; null when nobody said.
	VerificationStatus *AllergyVerificationStatus `json:"verification_status,omitempty"`
}

// AllergyEntry is the answer of [Client.GetAllergy].
type AllergyEntry struct {
	// null when it is not known.
	Category *AllergyEntryCategory `json:"category"`
	// Unique within the code system.
	Code string `json:"code"`
	// The URI of the code system, as in FHIR.
	CodeSystem string `json:"code_system"`
	Name       string `json:"name"`
	// Whether this is a statement about allergies, for example that there are none.
	Statement bool `json:"statement"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *AllergyEntry) setETag(tag string) { v.ETag = tag }

// AllergyEntryList is the answer of [Client.ListAllergies].
type AllergyEntryList struct {
	// The items, in the order of sort.
	Items []AllergyEntry `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *AllergyEntryList) setETag(tag string) { v.ETag = tag }

// AllergyList is the answer of [Client.ListPatientAllergies].
type AllergyList struct {
	// The items, in the order of sort.
	Items []Allergy `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// AllergyUpdate is sent by [Client.UpdatePatientAllergy].
type AllergyUpdate struct {
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes Optional[string] `json:"notes,omitzero"`
	// The reaction, an entry from the catalog of allergic reactions; left out when it is unknown.
	Reaction Optional[Code] `json:"reaction,omitzero"`
	// From the patient's birth to today; null when it is unknown.
	RecordedDate Optional[Date] `json:"recorded_date,omitzero"`
	// How much of the date is known; it is the first day of that.
	RecordedDatePrecision Optional[DateOfBirthPrecision] `json:"recorded_date_precision,omitzero"`
	Severity              Optional[Severity]             `json:"severity,omitzero"`
	// A code of FHIR's allergyintolerance-clinical.
	Status Optional[AllergyStatus] `json:"status,omitzero"`
	// A code of FHIR's allergyintolerance-verification; null when nobody said.
	VerificationStatus Optional[AllergyVerificationStatus] `json:"verification_status,omitzero"`
}

// AuditEvent is part of other types.
type AuditEvent struct {
	Action string `json:"action"`
	// The account of the actor; null for anonymous and system.
	ActorID    *string             `json:"actor_id"`
	ActorType  AuditEventActorType `json:"actor_type"`
	EntityID   *string             `json:"entity_id"`
	EntityType *string             `json:"entity_type"`
	// The SHA-256 hash of this event and the previous event's hash, in hexadecimal.
	Hash string `json:"hash"`
	// The address that the request came from; null when unknown.
	IP         *string   `json:"ip"`
	OccurredAt time.Time `json:"occurred_at"`
	Outcome    Outcome   `json:"outcome"`
	// The patient whose record the event concerns.
	PatientID *string `json:"patient_id"`
	// What changed; null when there is nothing to add or when it has been erased.
	Payload any `json:"payload"`
	// An HL7 v3 PurposeOfUse code.
	PurposeOfUse *string `json:"purpose_of_use"`
	RequestID    *string `json:"request_id"`
	// How many records were in the response that this record was part of.
	ResultCount *int `json:"result_count"`
	// When the event got its number and its hash.
	SealedAt time.Time `json:"sealed_at"`
	// The event's position in the trail, from 1, without gaps.
	SequenceNumber int `json:"sequence_number"`
}

// AuditEventList is the answer of [Client.ListAuditEvents].
type AuditEventList struct {
	// The items, in the order of sort.
	Items []AuditEvent `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// BMI is part of other types.
type BMI struct {
	// The WHO class for adults (Technical Report Series 894): below 18.5, up to 24.99, up to 29.99, up to 34.99,
	// up to 39.99, from 40. null for patients under 18, because their classes depend on age and sex.
	Class *BMIClass `json:"class"`
	// The body mass index in kg/m², with two decimals.
	Value float64 `json:"value"`
}

// BloodType is the answer of [Client.GetBloodType].
type BloodType struct {
	Abo        BloodTypeAbo `json:"abo"`
	Code       string       `json:"code"`
	Name       string       `json:"name"`
	RhPositive bool         `json:"rh_positive"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *BloodType) setETag(tag string) { v.ETag = tag }

// BloodTypeList is the answer of [Client.ListBloodTypes].
type BloodTypeList struct {
	// The items, in the order of sort.
	Items []BloodType `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *BloodTypeList) setETag(tag string) { v.ETag = tag }

// CMSUserCreate is sent by [Client.CreateCMSUser].
type CMSUserCreate struct {
	// The address to sign in with. No other staff account may use it. At most 254 characters.
	Email string `json:"email"`
	// At most 100 characters.
	FirstName string `json:"first_name"`
	// At most 100 characters.
	LastName string `json:"last_name"`
	// The code of the role. At most 50 characters.
	Role string `json:"role"`
}

// CMSUserUpdate is sent by [Client.UpdateCMSUser].
type CMSUserUpdate struct {
	// At most 100 characters.
	FirstName Optional[string] `json:"first_name,omitzero"`
	// At most 100 characters.
	LastName Optional[string] `json:"last_name,omitzero"`
	// The code of the role. At most 50 characters.
	Role Optional[string] `json:"role,omitzero"`
}

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
	// A code from the catalog of doctor specialties.
	Specialty       string       `json:"specialty"`
	Status          DoctorStatus `json:"status"`
	YearsExperience *int         `json:"years_experience"`
}

// CareTeamInstitution is part of other types.
type CareTeamInstitution struct {
	// The primary address; left out when there is none.
	Address *PublicAddress `json:"address,omitempty"`
	// The primary e-mail address; null when there is none.
	Email *string `json:"email"`
	ID    string  `json:"id"`
	Name  string  `json:"name"`
	// The primary phone number in E.164; null when there is none.
	Phone          *string `json:"phone"`
	PhoneExtension *string `json:"phone_extension"`
	// A code from the catalog of institution types.
	Type string `json:"type"`
	// Whether an administrator has checked the licence.
	Verified bool    `json:"verified"`
	Website  *string `json:"website"`
}

// CatalogEntry is the answer of [Client.GetEmailType], is the answer of [Client.GetGender] and others.
type CatalogEntry struct {
	// The code that other resources use.
	Code string `json:"code"`
	Name string `json:"name"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *CatalogEntry) setETag(tag string) { v.ETag = tag }

// CatalogEntryList is the answer of [Client.ListEmailTypes], is the answer of [Client.ListGenders] and others.
type CatalogEntryList struct {
	// The items, in the order of sort.
	Items []CatalogEntry `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *CatalogEntryList) setETag(tag string) { v.ETag = tag }

// Code is part of other types.
type Code struct {
	// At most 50 characters.
	Code string `json:"code"`
	// The URI of the code system, as in FHIR. At most 100 characters.
	CodeSystem string `json:"code_system"`
}

// CodedEntry is the answer of [Client.GetAllergicReaction] and is the answer of [Client.GetMedication].
type CodedEntry struct {
	// Unique within the code system.
	Code string `json:"code"`
	// The URI of the code system, as in FHIR.
	CodeSystem string `json:"code_system"`
	Name       string `json:"name"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *CodedEntry) setETag(tag string) { v.ETag = tag }

// CodedEntryList is the answer of [Client.ListAllergicReactions] and is the answer of
// [Client.ListMedications].
type CodedEntryList struct {
	// The items, in the order of sort.
	Items []CodedEntry `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *CodedEntryList) setETag(tag string) { v.ETag = tag }

// Coding is part of other types.
type Coding struct {
	Code string `json:"code"`
	// The URI of the code system, as in FHIR.
	CodeSystem string `json:"code_system"`
	Name       string `json:"name"`
}

// Compatibility is the answer of [Client.GetBloodTypeCompatibility].
type Compatibility struct {
	Code string `json:"code"`
	// The blood types that may receive red cells of this type.
	GivesTo []string `json:"gives_to"`
	// The blood types whose red cells this type may receive.
	ReceivesFrom []string `json:"receives_from"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Compatibility) setETag(tag string) { v.ETag = tag }

// Condition is the answer of [Client.CreatePatientCondition], is the answer of [Client.GetPatientCondition]
// and others.
type Condition struct {
	// When it ended, or will; null while nobody knows of an end.
	AbatementDate *Date `json:"abatement_date"`
	// How much of the date is known; it is the first day of that. Default day.
	AbatementDatePrecision DateOfBirthPrecision `json:"abatement_date_precision"`
	// An entry from the catalog of conditions.
	Condition Coding    `json:"condition"`
	CreatedAt time.Time `json:"created_at"`
	ID        string    `json:"id"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes *string `json:"notes,omitempty"`
	// From the patient's birth to today; null when it is unknown.
	OnsetDate *Date `json:"onset_date"`
	// How much of the date is known; it is the first day of that. Default day.
	OnsetDatePrecision DateOfBirthPrecision `json:"onset_date_precision"`
	PatientID          string               `json:"patient_id"`
	Severity           *Severity            `json:"severity"`
	// Elements of the source's FHIR resource that no other member holds, as they came. Left out like notes.
	SourceElements map[string]any `json:"source_elements,omitempty"`
	// A code of FHIR's condition-clinical. Default active.
	Status    ConditionStatus `json:"status"`
	UpdatedAt time.Time       `json:"updated_at"`
	// A code of FHIR's condition-ver-status; null when nobody said. Figures and dashboards leave suspicions out.
	VerificationStatus *ConditionVerificationStatus `json:"verification_status"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Condition) setETag(tag string) { v.ETag = tag }

// ConditionBatch is the answer of [Client.CreatePatientConditionBatch].
type ConditionBatch struct {
	// In the order in which they were sent.
	Items []Condition `json:"items"`
}

// ConditionBatchCreate is sent by [Client.CreatePatientConditionBatch].
type ConditionBatchCreate struct {
	// The new entries.
	Items []ConditionCreate `json:"items"`
}

// ConditionCount is part of other types.
type ConditionCount struct {
	Code string `json:"code"`
	// The URI of the code system, as in FHIR.
	CodeSystem   string `json:"code_system"`
	Name         string `json:"name"`
	PatientCount int    `json:"patient_count"`
}

// ConditionCreate is sent by [Client.CreatePatientCondition].
type ConditionCreate struct {
	// When it ended, or will; null while nobody knows of an end.
	AbatementDate *Date `json:"abatement_date,omitempty"`
	// How much of the date is known; it is the first day of that. Default day.
	AbatementDatePrecision *DateOfBirthPrecision `json:"abatement_date_precision,omitempty"`
	// An entry from the catalog of conditions.
	Condition Code `json:"condition"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes *string `json:"notes,omitempty"`
	// From the patient's birth to today; null when it is unknown.
	OnsetDate *Date `json:"onset_date,omitempty"`
	// How much of the date is known; it is the first day of that. Default day.
	OnsetDatePrecision *DateOfBirthPrecision `json:"onset_date_precision,omitempty"`
	Severity           *Severity             `json:"severity,omitempty"`
	// A code of FHIR's condition-clinical. Default active.
	Status *ConditionStatus `json:"status,omitempty"`
	// A code of FHIR's condition-ver-status; null when nobody said. Figures and dashboards leave suspicions out.
	VerificationStatus *ConditionVerificationStatus `json:"verification_status,omitempty"`
}

// ConditionEntry is the answer of [Client.GetMedicalCondition].
type ConditionEntry struct {
	// null when no source says.
	Chronic *bool `json:"chronic"`
	// Unique within the code system.
	Code string `json:"code"`
	// The URI of the code system, as in FHIR.
	CodeSystem string `json:"code_system"`
	// The code of the group that statistics count this condition in; null for conditions without a group.
	ConditionGroup *string `json:"condition_group"`
	Name           string  `json:"name"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *ConditionEntry) setETag(tag string) { v.ETag = tag }

// ConditionEntryList is the answer of [Client.ListMedicalConditions].
type ConditionEntryList struct {
	// The items, in the order of sort.
	Items []ConditionEntry `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *ConditionEntryList) setETag(tag string) { v.ETag = tag }

// ConditionGroup is part of other types.
type ConditionGroup struct {
	// The code of the group.
	ConditionGroup string `json:"condition_group"`
	PatientCount   int    `json:"patient_count"`
}

// ConditionList is the answer of [Client.ListPatientConditions].
type ConditionList struct {
	// The items, in the order of sort.
	Items []Condition `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// ConditionPrevalence is part of other types.
type ConditionPrevalence struct {
	Code string `json:"code"`
	// The URI of the code system, as in FHIR.
	CodeSystem string `json:"code_system"`
	// The code of the group that statistics count this condition in; null for conditions without a group.
	ConditionGroup *string `json:"condition_group"`
	Name           string  `json:"name"`
	// Each patient counts once, however many episodes there are.
	PatientCount int `json:"patient_count"`
	// The percentage of all active, living patients.
	Percentage float64 `json:"percentage"`
}

// ConditionPrevalenceReport is the answer of [Client.GetHealthConditionPrevalence].
type ConditionPrevalenceReport struct {
	Items []ConditionPrevalence `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *ConditionPrevalenceReport) setETag(tag string) { v.ETag = tag }

// ConditionShare is part of other types.
type ConditionShare struct {
	Code string `json:"code"`
	// The URI of the code system, as in FHIR.
	CodeSystem   string `json:"code_system"`
	Name         string `json:"name"`
	PatientCount int    `json:"patient_count"`
	// The percentage of the institution's patients, 0 to 100.
	Percentage float64 `json:"percentage"`
}

// ConditionUpdate is sent by [Client.UpdatePatientCondition].
type ConditionUpdate struct {
	// When it ended, or will; null while nobody knows of an end.
	AbatementDate Optional[Date] `json:"abatement_date,omitzero"`
	// How much of the date is known; it is the first day of that.
	AbatementDatePrecision Optional[DateOfBirthPrecision] `json:"abatement_date_precision,omitzero"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes Optional[string] `json:"notes,omitzero"`
	// From the patient's birth to today; null when it is unknown.
	OnsetDate Optional[Date] `json:"onset_date,omitzero"`
	// How much of the date is known; it is the first day of that.
	OnsetDatePrecision Optional[DateOfBirthPrecision] `json:"onset_date_precision,omitzero"`
	Severity           Optional[Severity]             `json:"severity,omitzero"`
	// A code of FHIR's condition-clinical.
	Status Optional[ConditionStatus] `json:"status,omitzero"`
	// A code of FHIR's condition-ver-status; null when nobody said. Figures and dashboards leave suspicions out.
	VerificationStatus Optional[ConditionVerificationStatus] `json:"verification_status,omitzero"`
}

// Country is the answer of [Client.GetCountry].
type Country struct {
	// ISO 3166-1 alpha-3.
	Alpha3 string `json:"alpha3"`
	// E.164, digits only; null for countries without a calling code.
	CallingCode *string `json:"calling_code"`
	// ISO 3166-1 alpha-2.
	Code string `json:"code"`
	// ISO 4217; null for countries without a currency.
	CurrencyCode *string `json:"currency_code"`
	CurrencyName *string `json:"currency_name"`
	Name         string  `json:"name"`
	// ISO 3166-1 numeric.
	NumericCode string `json:"numeric_code"`
	// What else people call it, in its own languages and in English.
	OtherNames []string `json:"other_names"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Country) setETag(tag string) { v.ETag = tag }

// CountryList is the answer of [Client.ListCountries].
type CountryList struct {
	// The items, in the order of sort.
	Items []Country `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *CountryList) setETag(tag string) { v.ETag = tag }

// CreateTokenBody is sent by [Client.CreateToken].
type CreateTokenBody struct {
	// Leave it out if the Authorization header has it.
	ClientID *string `json:"client_id,omitempty"`
	// Leave it out if the Authorization header has it.
	ClientSecret *string `json:"client_secret,omitempty"`
	GrantType    string  `json:"grant_type"`
	// The scopes that you want, separated by spaces; all scopes of the account when left out.
	Scope *string `json:"scope,omitempty"`
}

// DashboardOverview is the answer of [Client.GetDashboardOverview].
type DashboardOverview struct {
	// Active accounts of patients, doctors and institutions.
	AccountCount int `json:"account_count"`
	// The average over doctors with a fee; null when no doctor has one.
	AverageConsultationFee *string `json:"average_consultation_fee"`
	// Active doctors.
	DoctorCount int `json:"doctor_count"`
	// The percentage of the patients; 0 when there are none.
	FullAccessPercentage float64 `json:"full_access_percentage"`
	// Active institutions.
	InstitutionCount int `json:"institution_count"`
	// Active, living patients.
	PatientCount int `json:"patient_count"`
	// Patients whom both the doctor and the institution have validated.
	ValidatedPatientCount int `json:"validated_patient_count"`

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

// Doctor is the answer of [Client.CreateDoctor], is the answer of [Client.GetDoctor] and others.
type Doctor struct {
	// 0 to 10,000, in the currency of the institution's country.
	ConsultationFee *string   `json:"consultation_fee"`
	CreatedAt       time.Time `json:"created_at"`
	// Empty for people with a single name, which is their last name. At most 100 characters.
	FirstName string `json:"first_name"`
	// A code from the catalog of genders. At most 50 characters.
	Gender *string `json:"gender"`
	ID     string  `json:"id"`
	// When include names it and you may see the institution.
	Institution *InstitutionSummary `json:"institution,omitempty"`
	// Where the doctor practises.
	InstitutionID string `json:"institution_id"`
	// At most 100 characters.
	LastName string `json:"last_name"`
	// Unique among doctors.
	LicenceNumber string `json:"licence_number"`
	// A code from the catalog of sexes. At most 50 characters.
	Sex string `json:"sex"`
	// A code from the catalog of doctor specialties. At most 50 characters.
	Specialty string `json:"specialty"`
	// Only active doctors can see patients.
	Status    DoctorStatus `json:"status"`
	UpdatedAt time.Time    `json:"updated_at"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`
	// 0 to 80.
	YearsExperience *int `json:"years_experience"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Doctor) setETag(tag string) { v.ETag = tag }

// DoctorCreate is sent by [Client.CreateDoctor].
type DoctorCreate struct {
	// The account that the doctor signs in with, once its owner has chosen a password with the link that the
	// address gets.
	Account *AccountCreate `json:"account,omitempty"`
	// 0 to 10,000, in the currency of the institution's country.
	ConsultationFee *string `json:"consultation_fee,omitempty"`
	// Empty for people with a single name, which is their last name. At most 100 characters.
	FirstName string `json:"first_name"`
	// A code from the catalog of genders. At most 50 characters.
	Gender *string `json:"gender,omitempty"`
	// The institution where the doctor practises, which must be active. Institutions leave it out.
	InstitutionID *string `json:"institution_id,omitempty"`
	// At most 100 characters.
	LastName string `json:"last_name"`
	// Unique among doctors.
	LicenceNumber string `json:"licence_number"`
	// A code from the catalog of sexes. At most 50 characters.
	Sex string `json:"sex"`
	// A code from the catalog of doctor specialties. At most 50 characters.
	Specialty string `json:"specialty"`
	// 0 to 80.
	YearsExperience *int `json:"years_experience,omitempty"`
}

// DoctorDashboard is the answer of [Client.GetDoctorDashboard].
type DoctorDashboard struct {
	// The number of these patients by validation status.
	ByValidationStatus ValidationCounts `json:"by_validation_status"`
	// The groups of these patients' current conditions, most common first. A patient with conditions in several
	// groups counts in each.
	ConditionGroups []ConditionGroup `json:"condition_groups"`
	// The five active patients who were created last, newest first.
	NewestPatients []DashboardPatient `json:"newest_patients"`
	// Active, living patients.
	PatientCount int `json:"patient_count"`
}

// DoctorLeave is sent by [Client.RetireDoctor] and is sent by [Client.SuspendDoctor].
type DoctorLeave struct {
	// The reason, for the audit trail. At most 500 characters.
	Reason *string `json:"reason,omitempty"`
	// The doctor who takes over all patients: another active doctor of the institution. Without one, the response
	// is 409 with the type has_patients if the doctor has active patients.
	SuccessorID *string `json:"successor_id,omitempty"`
}

// DoctorList is the answer of [Client.ListDoctors] and is the answer of [Client.ListInstitutionDoctors].
type DoctorList struct {
	// The items, in the order of sort.
	Items []Doctor `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// DoctorPerformance is part of other types.
type DoctorPerformance struct {
	// In years; null when there are no patients.
	AveragePatientAge *float64 `json:"average_patient_age"`
	ConsultationFee   *string  `json:"consultation_fee"`
	DoctorID          string   `json:"doctor_id"`
	DoctorName        string   `json:"doctor_name"`
	// From the institution's primary address, as are the region and the country.
	InstitutionCity        *string `json:"institution_city"`
	InstitutionCountryName *string `json:"institution_country_name"`
	InstitutionID          string  `json:"institution_id"`
	InstitutionName        string  `json:"institution_name"`
	InstitutionRegionName  *string `json:"institution_region_name"`
	// A code from the catalog of institution types.
	InstitutionType string `json:"institution_type"`
	LicenceNumber   string `json:"licence_number"`
	// Active, living patients.
	PatientCount          int          `json:"patient_count"`
	SpecialtyCategoryName string       `json:"specialty_category_name"`
	SpecialtyName         string       `json:"specialty_name"`
	Status                DoctorStatus `json:"status"`
	YearsExperience       *int         `json:"years_experience"`
}

// DoctorPerformanceReport is the answer of [Client.GetDoctorPerformance].
type DoctorPerformanceReport struct {
	Items []DoctorPerformance `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *DoctorPerformanceReport) setETag(tag string) { v.ETag = tag }

// DoctorPerformanceStats is part of other types.
type DoctorPerformanceStats struct {
	// In years; null when there are no patients.
	AveragePatientAge *float64 `json:"average_patient_age"`
	DoctorID          string   `json:"doctor_id"`
	DoctorName        string   `json:"doctor_name"`
	// The percentage of the patients; 0 when there are none.
	FullAccessPercentage float64 `json:"full_access_percentage"`
	InstitutionID        string  `json:"institution_id"`
	InstitutionName      string  `json:"institution_name"`
	// Active, living patients.
	PatientCount int `json:"patient_count"`
	// The five conditions that most of the patients have now, most common first.
	TopConditions []ConditionCount `json:"top_conditions"`
}

// DoctorPerformanceStatsReport is the answer of [Client.GetDoctorPerformanceStats].
type DoctorPerformanceStatsReport struct {
	Items []DoctorPerformanceStats `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *DoctorPerformanceStatsReport) setETag(tag string) { v.ETag = tag }

// DoctorSpecialty is the answer of [Client.GetDoctorSpecialty].
type DoctorSpecialty struct {
	// The code of the category.
	Category    string  `json:"category"`
	Code        string  `json:"code"`
	Description *string `json:"description"`
	Name        string  `json:"name"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *DoctorSpecialty) setETag(tag string) { v.ETag = tag }

// DoctorSpecialtyList is the answer of [Client.ListDoctorSpecialties].
type DoctorSpecialtyList struct {
	// The items, in the order of sort.
	Items []DoctorSpecialty `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *DoctorSpecialtyList) setETag(tag string) { v.ETag = tag }

// DoctorStatistics is the answer of [Client.GetDoctorStatistics].
type DoctorStatistics struct {
	// In years; null when there are no patients.
	AveragePatientAge *float64 `json:"average_patient_age"`
	DoctorID          string   `json:"doctor_id"`
	// The percentage of the patients, 0 to 100; 0 when there are none.
	FullAccessPercentage float64 `json:"full_access_percentage"`
	// Active, living patients.
	PatientCount int `json:"patient_count"`
	// The five conditions that most of the patients have now, most common first. null for insurers and for staff
	// without the permission patients:read, who see no clinical data.
	TopConditions []ConditionCount `json:"top_conditions"`
}

// DoctorSummary is part of other types.
type DoctorSummary struct {
	FirstName string `json:"first_name"`
	ID        string `json:"id"`
	LastName  string `json:"last_name"`
	// A code from the catalog of doctor specialties.
	Specialty string       `json:"specialty"`
	Status    DoctorStatus `json:"status"`
}

// DoctorTransfer is sent by [Client.TransferDoctor].
type DoctorTransfer struct {
	// The new institution: another one, which must be active.
	InstitutionID string `json:"institution_id"`
	// The reason, for the audit trail. At most 500 characters.
	Reason *string `json:"reason,omitempty"`
	// The doctor who takes over all patients, who stay with the old institution: another active doctor of that
	// institution. Without one, the response is 409 with the type has_patients if the doctor has any patients,
	// active or not.
	SuccessorID *string `json:"successor_id,omitempty"`
}

// DoctorUpdate is sent by [Client.UpdateDoctor].
type DoctorUpdate struct {
	// 0 to 10,000, in the currency of the institution's country.
	ConsultationFee Optional[string] `json:"consultation_fee,omitzero"`
	// Empty for people with a single name, which is their last name. At most 100 characters.
	FirstName Optional[string] `json:"first_name,omitzero"`
	// A code from the catalog of genders. At most 50 characters.
	Gender Optional[string] `json:"gender,omitzero"`
	// At most 100 characters.
	LastName Optional[string] `json:"last_name,omitzero"`
	// Unique among doctors.
	LicenceNumber Optional[string] `json:"licence_number,omitzero"`
	// A code from the catalog of sexes. At most 50 characters.
	Sex Optional[string] `json:"sex,omitzero"`
	// A code from the catalog of doctor specialties. At most 50 characters.
	Specialty Optional[string] `json:"specialty,omitzero"`
	// 0 to 80.
	YearsExperience Optional[int] `json:"years_experience,omitzero"`
}

// Email is the answer of [Client.CreateDoctorEmail], is the answer of [Client.GetDoctorEmail] and others.
type Email struct {
	CreatedAt time.Time `json:"created_at"`
	// Stored in lower case. At most 254 characters.
	Email string `json:"email"`
	ID    string `json:"id"`
	// Whether to use this one first. An owner with any of this kind has exactly one primary one, unless all of
	// them came from an import as old ones.
	IsPrimary bool `json:"is_primary"`
	// A code from the catalog of e-mail types. At most 50 characters, default home.
	Type      string    `json:"type"`
	UpdatedAt time.Time `json:"updated_at"`
	// When somebody confirmed it; null if nobody has, or if it has changed since.
	VerifiedAt *time.Time `json:"verified_at"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Email) setETag(tag string) { v.ETag = tag }

// EmailChange is sent by [Client.ChangeEmail] and is sent by [Client.CMSChangeEmail].
type EmailChange struct {
	// The new address. At most 254 characters.
	Email string `json:"email"`
	// The account's current password. At most 1024 characters.
	Password string `json:"password"`
}

// EmailCreate is sent by [Client.CreateDoctorEmail], is sent by [Client.CreateInstitutionEmail] and others.
type EmailCreate struct {
	// Stored in lower case. At most 254 characters.
	Email string `json:"email"`
	// A code from the catalog of e-mail types. At most 50 characters, default home.
	Type *string `json:"type,omitempty"`
}

// EmailList is the answer of [Client.ListDoctorEmails], is the answer of [Client.ListInstitutionEmails] and
// others.
type EmailList struct {
	// The items, in the order of sort.
	Items []Email `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// EmailUpdate is sent by [Client.UpdateDoctorEmail], is sent by [Client.UpdateInstitutionEmail] and others.
type EmailUpdate struct {
	// Stored in lower case. At most 254 characters.
	Email Optional[string] `json:"email,omitzero"`
	// A code from the catalog of e-mail types. At most 50 characters.
	Type Optional[string] `json:"type,omitzero"`
}

// EmergencyContact is part of other types.
type EmergencyContact struct {
	// At most 200 characters.
	Name string `json:"name"`
	// In international format, with a plus sign. Stored as E.164. At most 40 characters.
	Phone string `json:"phone"`
}

// ExportedAccesses is part of other types.
type ExportedAccesses struct {
	// false when there are more accesses; the access log lists them all.
	Complete bool `json:"complete"`
	// Newest first, at most 10,000.
	Items []PatientAccess `json:"items"`
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

// FamilyMemberHistory is the answer of [Client.CreatePatientFamilyHistory], is the answer of
// [Client.GetPatientFamilyHistory] and others.
type FamilyMemberHistory struct {
	// In years. 0 to 120.
	AgeAtOnset *int `json:"age_at_onset"`
	// An entry from the catalog of conditions.
	Condition Coding    `json:"condition"`
	CreatedAt time.Time `json:"created_at"`
	ID        string    `json:"id"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes     *string                     `json:"notes,omitempty"`
	PatientID string                      `json:"patient_id"`
	Relative  FamilyMemberHistoryRelative `json:"relative"`
	// Elements of the source's FHIR resource that no other member holds, as they came. Left out like notes.
	SourceElements map[string]any `json:"source_elements,omitempty"`
	UpdatedAt      time.Time      `json:"updated_at"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *FamilyMemberHistory) setETag(tag string) { v.ETag = tag }

// FamilyMemberHistoryBatch is the answer of [Client.CreatePatientFamilyHistoryBatch].
type FamilyMemberHistoryBatch struct {
	// In the order in which they were sent.
	Items []FamilyMemberHistory `json:"items"`
}

// FamilyMemberHistoryBatchCreate is sent by [Client.CreatePatientFamilyHistoryBatch].
type FamilyMemberHistoryBatchCreate struct {
	// The new entries.
	Items []FamilyMemberHistoryCreate `json:"items"`
}

// FamilyMemberHistoryCreate is sent by [Client.CreatePatientFamilyHistory].
type FamilyMemberHistoryCreate struct {
	// In years. 0 to 120.
	AgeAtOnset *int `json:"age_at_onset,omitempty"`
	// An entry from the catalog of conditions.
	Condition Code `json:"condition"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes    *string                     `json:"notes,omitempty"`
	Relative FamilyMemberHistoryRelative `json:"relative"`
}

// FamilyMemberHistoryList is the answer of [Client.ListPatientFamilyHistory].
type FamilyMemberHistoryList struct {
	// The items, in the order of sort.
	Items []FamilyMemberHistory `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// FamilyMemberHistoryUpdate is sent by [Client.UpdatePatientFamilyHistory].
type FamilyMemberHistoryUpdate struct {
	// In years. 0 to 120.
	AgeAtOnset Optional[int] `json:"age_at_onset,omitzero"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes Optional[string] `json:"notes,omitzero"`
}

// FieldError is part of other types.
type FieldError struct {
	// What is wrong, for programs. [/problems/validation_failed](/problems/validation_failed) says what to do
	// about each.
	Code FieldErrorCode `json:"code"`
	// What is wrong, for people.
	Detail string `json:"detail"`
	// Where the field was sent.
	In FieldErrorIn `json:"in"`
	// A JSON pointer (RFC 6901) to the field. For a parameter: a slash and its name.
	Pointer string `json:"pointer"`
}

// HealthConditionStats is the answer of [Client.GetHealthConditionStats].
type HealthConditionStats struct {
	// In kg/m²; the average over patients whose height and weight are known.
	AverageBMI *float64 `json:"average_bmi"`
	// The average over patients whose height is known; null when there are none.
	AverageHeightCm *float64 `json:"average_height_cm"`
	AverageWeightKg *float64 `json:"average_weight_kg"`
	DiabetesCount   int      `json:"diabetes_count"`
	// Patients who drink alcohol, however rarely.
	DrinkerCount        int `json:"drinker_count"`
	HyperlipidemiaCount int `json:"hyperlipidemia_count"`
	// Patients who have a condition of this group now; the same for the next two.
	HypertensionCount int `json:"hypertension_count"`
	// Active, living patients.
	PatientCount int `json:"patient_count"`
	// Patients who smoke now.
	SmokerCount int `json:"smoker_count"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *HealthConditionStats) setETag(tag string) { v.ETag = tag }

// HealthProfile is the answer of [Client.GetPatientHealthProfile] and is the answer of
// [Client.UpdatePatientHealthProfile].
type HealthProfile struct {
	// In a change, null means unknown. Default unknown.
	AlcoholFrequency AlcoholFrequency `json:"alcohol_frequency"`
	// A code from the catalog of blood types. At most 50 characters.
	BloodType *string `json:"blood_type"`
	// 20 to 272.
	HeightCm *float64 `json:"height_cm"`
	// When it was measured, or entered here.
	HeightMeasuredDate *Date `json:"height_measured_date"`
	// Where it comes from. An import replaces it only by a newer one.
	HeightSource *HealthProfileHeightSource `json:"height_source"`
	// Left out if there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes     *string `json:"notes,omitempty"`
	PatientID string  `json:"patient_id"`
	// When it was recorded, or entered here.
	SmokingRecordedDate *Date                      `json:"smoking_recorded_date"`
	SmokingSource       *HealthProfileHeightSource `json:"smoking_source"`
	// In a change, null means unknown. Default unknown.
	SmokingStatus SmokingStatus `json:"smoking_status"`
	// Only for current and former smokers. 1 to 120.
	SmokingYears *int `json:"smoking_years"`
	// null when nothing has been recorded yet.
	UpdatedAt *time.Time `json:"updated_at"`
	// Increases with each change; 0 when nothing has been recorded yet. The ETag is derived from it.
	Version int `json:"version"`
	// 0 to 10080.
	WeeklyActivityMinutes *int `json:"weekly_activity_minutes"`
	// 0.2 to 650.
	WeightKg           *float64                   `json:"weight_kg"`
	WeightMeasuredDate *Date                      `json:"weight_measured_date"`
	WeightSource       *HealthProfileHeightSource `json:"weight_source"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *HealthProfile) setETag(tag string) { v.ETag = tag }

// HealthProfileCreate is part of other types.
type HealthProfileCreate struct {
	// In a change, null means unknown. Default unknown.
	AlcoholFrequency *AlcoholFrequency `json:"alcohol_frequency,omitempty"`
	// A code from the catalog of blood types. At most 50 characters.
	BloodType *string `json:"blood_type,omitempty"`
	// 20 to 272.
	HeightCm *float64 `json:"height_cm,omitempty"`
	// Left out if there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes *string `json:"notes,omitempty"`
	// In a change, null means unknown. Default unknown.
	SmokingStatus *SmokingStatus `json:"smoking_status,omitempty"`
	// Only for current and former smokers. 1 to 120.
	SmokingYears *int `json:"smoking_years,omitempty"`
	// 0 to 10080.
	WeeklyActivityMinutes *int `json:"weekly_activity_minutes,omitempty"`
	// 0.2 to 650.
	WeightKg *float64 `json:"weight_kg,omitempty"`
}

// HealthProfileUpdate is sent by [Client.UpdatePatientHealthProfile].
type HealthProfileUpdate struct {
	// In a change, null means unknown.
	AlcoholFrequency Optional[AlcoholFrequency] `json:"alcohol_frequency,omitzero"`
	// A code from the catalog of blood types. At most 50 characters.
	BloodType Optional[string] `json:"blood_type,omitzero"`
	// 20 to 272.
	HeightCm Optional[float64] `json:"height_cm,omitzero"`
	// Left out if there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes Optional[string] `json:"notes,omitzero"`
	// In a change, null means unknown.
	SmokingStatus Optional[SmokingStatus] `json:"smoking_status,omitzero"`
	// Only for current and former smokers. 1 to 120.
	SmokingYears Optional[int] `json:"smoking_years,omitzero"`
	// 0 to 10080.
	WeeklyActivityMinutes Optional[int] `json:"weekly_activity_minutes,omitzero"`
	// 0.2 to 650.
	WeightKg Optional[float64] `json:"weight_kg,omitzero"`
}

// HealthScore is part of other types.
type HealthScore struct {
	Base int `json:"base"`
	// What the score is, and what it is not.
	Note  string     `json:"note"`
	Parts ScoreParts `json:"parts"`
	// The sum of base and the points of all parts, kept within 0 to 100. 0 to 100.
	Value int `json:"value"`
}

// Identifier is part of other types.
type Identifier struct {
	CreatedAt time.Time `json:"created_at"`
	// A URI that identifies the system.
	System string `json:"system"`
	Value  string `json:"value"`
}

// Import is the answer of [Client.CreateImport], is the answer of [Client.GetImport] and others.
type Import struct {
	// Bytes read so far of the file as it was sent.
	BytesRead int `json:"bytes_read"`
	// The size of the file as it was sent.
	BytesTotal int `json:"bytes_total"`
	// An ISO 3166-1 alpha-2 code, as sent in the request.
	Country   string    `json:"country"`
	CreatedAt time.Time `json:"created_at"`
	// Whether the file is processed and reported on, but rolled back.
	DryRun  bool       `json:"dry_run"`
	EndedAt *time.Time `json:"ended_at"`
	// Why nothing was loaded; null unless the import has failed.
	Failure *string      `json:"failure"`
	Format  ImportFormat `json:"format"`
	ID      string       `json:"id"`
	// The only institution whose patients are written; null when all patients are.
	InstitutionID *string `json:"institution_id"`
	// How many lines, or parts of lines, were left out.
	ProblemCount int `json:"problem_count"`
	// What happened to the lines; left out until the import is completed.
	Report *ImportReport `json:"report,omitempty"`
	// As sent in the request.
	Source    string     `json:"source"`
	StartedAt *time.Time `json:"started_at"`
	// A code of FHIR's task-status. Nothing is loaded unless the status is completed.
	Status ImportStatus `json:"status"`
	// What the import is doing, in a few words; empty when it has ended.
	Step string `json:"step"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Import) setETag(tag string) { v.ETag = tag }

// ImportIgnored is part of other types.
type ImportIgnored struct {
	Name string `json:"name"`
	// Why it was not read, for people.
	Reason string `json:"reason"`
}

// ImportList is the answer of [Client.ListImports].
type ImportList struct {
	// The items, in the order of sort.
	Items []Import `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// ImportProblem is part of other types.
type ImportProblem struct {
	// What is wrong, for programs.
	Code string `json:"code"`
	// What is wrong, for people. It never contains a value from the line.
	Detail string `json:"detail"`
	// The FHIR element or the CSV column; empty for the whole line.
	Field string `json:"field"`
	// The name of the file in an archive; empty for a file that is not an archive.
	File string `json:"file"`
	// The number of the line in the file, from 1; for an entry of a Bundle, the line where it begins.
	Line int `json:"line"`
	// The FHIR resource type; empty when it can't be determined.
	Resource string `json:"resource"`
	// The record's id in the file; for CSV, identifier_system|identifier_value.
	ResourceID string `json:"resource_id"`
	// error: the whole line was left out; warning: a part of it was left out.
	Severity ImportProblemSeverity `json:"severity"`
}

// ImportProblemList is the answer of [Client.ListImportProblems].
type ImportProblemList struct {
	// The items, in the order of sort.
	Items []ImportProblem `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// ImportReason is part of other types.
type ImportReason struct {
	Code string `json:"code"`
	// Whether this is an error in the data. The problems list such errors line by line.
	IsError bool `json:"is_error"`
	// How many lines, or parts of lines, were left out for this reason.
	LineCount int `json:"line_count"`
}

// ImportReport is part of other types.
type ImportReport struct {
	// The files in the archive that were read; empty for a file that is not an archive.
	Files []string `json:"files"`
	// The files in the archive that were not read.
	IgnoredFiles []ImportIgnored `json:"ignored_files"`
	// One entry for each type of resource in the file; the entry other stands for lines that don't say which type
	// they have.
	Resources []ImportResource `json:"resources"`
	// What else was written: contacts, identifiers, profiles, catalogs.
	Tables []ImportTable `json:"tables"`
	// Why parts of lines were left out.
	Warnings []ImportReason `json:"warnings"`
}

// ImportResource is part of other types.
type ImportResource struct {
	InsertedCount int `json:"inserted_count"`
	// The sum of the next four.
	ReadCount int `json:"read_count"`
	// Why lines were skipped.
	Reasons        []ImportReason `json:"reasons"`
	Resource       string         `json:"resource"`
	SkippedCount   int            `json:"skipped_count"`
	UnchangedCount int            `json:"unchanged_count"`
	UpdatedCount   int            `json:"updated_count"`
}

// ImportTable is part of other types.
type ImportTable struct {
	InsertedCount  int    `json:"inserted_count"`
	Table          string `json:"table"`
	UnchangedCount int    `json:"unchanged_count"`
	UpdatedCount   int    `json:"updated_count"`
}

// Institution is the answer of [Client.GetDoctorInstitution], is the answer of [Client.CreateInstitution] and
// others.
type Institution struct {
	Active    bool      `json:"active"`
	CreatedAt time.Time `json:"created_at"`
	// The distance of its nearest address, in kilometres. Only in a search near a point.
	DistanceKm *float64 `json:"distance_km,omitempty"`
	ID         string   `json:"id"`
	// Unique among institutions. A new licence number must be verified again.
	LicenceNumber string `json:"licence_number"`
	// At most 200 characters.
	Name string `json:"name"`
	// A code from the catalog of institution types. At most 50 characters.
	Type      string    `json:"type"`
	UpdatedAt time.Time `json:"updated_at"`
	// Whether an administrator has checked the licence.
	Verified bool `json:"verified"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`
	// At most 255 characters.
	Website *string `json:"website"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Institution) setETag(tag string) { v.ETag = tag }

// InstitutionAnalytics is part of other types.
type InstitutionAnalytics struct {
	AverageConsultationFee *string `json:"average_consultation_fee"`
	// The patients' current conditions, most common first. A patient with several conditions counts in each.
	ConditionMix []ConditionShare `json:"condition_mix"`
	// Active doctors.
	DoctorCount     int    `json:"doctor_count"`
	InstitutionID   string `json:"institution_id"`
	InstitutionName string `json:"institution_name"`
	// If several are equally common, the first by code.
	MostCommonSpecialtyName *string `json:"most_common_specialty_name"`
	// Active, living patients.
	PatientCount int `json:"patient_count"`
	// null when there are no doctors.
	PatientsPerDoctor *float64 `json:"patients_per_doctor"`
	// The percentage of patients whom both the doctor and the institution have validated.
	ValidatedPercentage float64 `json:"validated_percentage"`
}

// InstitutionAnalyticsReport is the answer of [Client.GetInstitutionAnalytics].
type InstitutionAnalyticsReport struct {
	Items []InstitutionAnalytics `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *InstitutionAnalyticsReport) setETag(tag string) { v.ETag = tag }

// InstitutionCreate is sent by [Client.CreateInstitution].
type InstitutionCreate struct {
	// The account that the institution signs in with, once its owner has chosen a password with the link that the
	// address gets.
	Account *AccountCreate `json:"account,omitempty"`
	// Unique among institutions. A new licence number must be verified again.
	LicenceNumber string `json:"licence_number"`
	// At most 200 characters.
	Name string `json:"name"`
	// A code from the catalog of institution types. At most 50 characters.
	Type string `json:"type"`
	// At most 255 characters.
	Website *string `json:"website,omitempty"`
}

// InstitutionList is the answer of [Client.ListInstitutions].
type InstitutionList struct {
	// The items, in the order of sort.
	Items []Institution `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// InstitutionStatistics is the answer of [Client.GetInstitutionStatistics].
type InstitutionStatistics struct {
	// The average over doctors with a fee; null when no doctor has one.
	AverageConsultationFee *string `json:"average_consultation_fee"`
	// The patients' current conditions, most common first. A patient with several conditions counts in each. null
	// for insurers and for staff without the permission patients:read, who see no clinical data.
	ConditionMix []ConditionShare `json:"condition_mix"`
	// Active doctors.
	DoctorCount   int    `json:"doctor_count"`
	InstitutionID string `json:"institution_id"`
	// The name of the specialty that most doctors have; null when there are no doctors.
	MostCommonSpecialtyName *string `json:"most_common_specialty_name"`
	// Active, living patients.
	PatientCount int `json:"patient_count"`
	// null when there are no doctors.
	PatientsPerDoctor *float64 `json:"patients_per_doctor"`
	// The percentage of patients whom both the doctor and the institution have validated, 0 to 100; 0 when there
	// are none.
	ValidatedPercentage float64 `json:"validated_percentage"`
}

// InstitutionSummary is part of other types.
type InstitutionSummary struct {
	ID   string `json:"id"`
	Name string `json:"name"`
	// A code from the catalog of institution types.
	Type string `json:"type"`
}

// InstitutionUpdate is sent by [Client.UpdateInstitution].
type InstitutionUpdate struct {
	// Unique among institutions. A new licence number must be verified again.
	LicenceNumber Optional[string] `json:"licence_number,omitzero"`
	// At most 200 characters.
	Name Optional[string] `json:"name,omitzero"`
	// A code from the catalog of institution types. At most 50 characters.
	Type Optional[string] `json:"type,omitzero"`
	// At most 255 characters.
	Website Optional[string] `json:"website,omitzero"`
}

// IntrospectTokenBody is sent by [Client.IntrospectToken].
type IntrospectTokenBody struct {
	// Leave it out if the Authorization header has it.
	ClientID *string `json:"client_id,omitempty"`
	// Leave it out if the Authorization header has it.
	ClientSecret *string `json:"client_secret,omitempty"`
	// The token that your service received as Authorization: Bearer.
	Token string `json:"token"`
	// Ignored: only access tokens can be introspected.
	TokenTypeHint *string `json:"token_type_hint,omitempty"`
}

// Introspection is the answer of [Client.IntrospectToken].
type Introspection struct {
	// Whether the token is valid now: signed by this platform, not expired and not revoked.
	Active bool `json:"active"`
	// How it did so (RFC 8176): pwd alone, or pwd, otp and mfa with a second factor. Not for service accounts.
	Amr []string `json:"amr,omitempty"`
	Aud *string  `json:"aud,omitempty"`
	// When the account last proved who it is, in seconds since 1970. Not for service accounts.
	AuthTime *int `json:"auth_time,omitempty"`
	// The service account that the token belongs to.
	ClientID *string `json:"client_id,omitempty"`
	// Seconds since 1970.
	Exp *int `json:"exp,omitempty"`
	// Seconds since 1970.
	Iat *int    `json:"iat,omitempty"`
	Iss *string `json:"iss,omitempty"`
	// The patient, doctor or institution that the account belongs to.
	ReferenceID *string `json:"reference_id,omitempty"`
	// The token's permissions, separated by spaces; only for staff and service accounts.
	Scope *string `json:"scope,omitempty"`
	// The id of the account.
	Sub       *string                `json:"sub,omitempty"`
	TokenType *string                `json:"token_type,omitempty"`
	UserType  *IntrospectionUserType `json:"user_type,omitempty"`
}

// Invitation is sent by [Client.InviteDoctor], is sent by [Client.InviteInstitution] and others.
type Invitation struct {
	// The address to invite. It becomes that of the account, or opens an account if there is none. The default is
	// the account's address. At most 254 characters.
	Email *string `json:"email,omitempty"`
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

// JWKSet is the answer of [Client.ListSigningKeys].
type JWKSet struct {
	Keys []JWK `json:"keys"`
}

// Login is sent by [Client.Login] and is sent by [Client.CMSLogin].
type Login struct {
	// At most 254 characters.
	Email string `json:"email"`
	// For an account with a second factor: a code of the authenticator, or a recovery code. Each works once. At
	// most 40 characters.
	OTP *string `json:"otp,omitempty"`
	// At most 1024 characters.
	Password string `json:"password"`
}

// LoginAttempt is part of other types.
type LoginAttempt struct {
	Action LoginAttemptAction `json:"action"`
	// The address that the attempt came from; null when unknown.
	IP         *string   `json:"ip"`
	OccurredAt time.Time `json:"occurred_at"`
	// denied means that the account was locked and the password was not checked.
	Outcome Outcome `json:"outcome"`
}

// LoginAttemptList is the answer of [Client.ListAccountLoginHistory] and is the answer of
// [Client.ListCMSUserLoginHistory].
type LoginAttemptList struct {
	// The items, in the order of sort.
	Items []LoginAttempt `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// LoginConfirmation is sent by [Client.ConfirmLogin] and is sent by [Client.CMSConfirmLogin].
type LoginConfirmation struct {
	// The challenge_token of the problem otp_required. At most 200 characters.
	ChallengeToken string `json:"challenge_token"`
	// A code of the authenticator, or a recovery code. At most 40 characters.
	OTP string `json:"otp"`
}

// MedicalRecord is the answer of [Client.GetPatientMedicalRecord].
type MedicalRecord struct {
	// All allergies, whatever their status, by the time they were recorded, newest first.
	Allergies []Allergy `json:"allergies"`
	// All conditions, whatever their status, by onset, newest first.
	Conditions []Condition `json:"conditions"`
	// The family history, by relative.
	FamilyHistory []FamilyMemberHistory `json:"family_history"`
	HealthProfile HealthProfile         `json:"health_profile"`
	// All medications, whatever their status, by start, newest first.
	Medications []Medication `json:"medications"`
	PatientID   string       `json:"patient_id"`
}

// Medication is the answer of [Client.CreatePatientMedication], is the answer of [Client.GetPatientMedication]
// and others.
type Medication struct {
	CreatedAt time.Time `json:"created_at"`
	// At most 4000 characters.
	Dosage *string `json:"dosage"`
	// The last day, which may lie in the future; null while nobody knows of an end.
	EndDate *Date `json:"end_date"`
	// How much of the date is known; it is the first day of that. Default day.
	EndDatePrecision DateOfBirthPrecision `json:"end_date_precision"`
	ID               string               `json:"id"`
	// An entry from the catalog of medications.
	Medication Coding `json:"medication"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes     *string `json:"notes,omitempty"`
	PatientID string  `json:"patient_id"`
	// Elements of the source's FHIR resource that no other member holds, as they came. Left out like notes.
	SourceElements map[string]any `json:"source_elements,omitempty"`
	// From the patient's birth to today; null when it is unknown.
	StartDate *Date `json:"start_date"`
	// How much of the date is known; it is the first day of that. Default day.
	StartDatePrecision DateOfBirthPrecision `json:"start_date_precision"`
	// A code of FHIR's medicationrequest-status. Default active.
	Status    MedicationStatus `json:"status"`
	UpdatedAt time.Time        `json:"updated_at"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Medication) setETag(tag string) { v.ETag = tag }

// MedicationBatch is the answer of [Client.CreatePatientMedicationBatch].
type MedicationBatch struct {
	// In the order in which they were sent.
	Items []Medication `json:"items"`
}

// MedicationBatchCreate is sent by [Client.CreatePatientMedicationBatch].
type MedicationBatchCreate struct {
	// The new entries.
	Items []MedicationCreate `json:"items"`
}

// MedicationCreate is sent by [Client.CreatePatientMedication].
type MedicationCreate struct {
	// At most 4000 characters.
	Dosage *string `json:"dosage,omitempty"`
	// The last day, which may lie in the future; null while nobody knows of an end.
	EndDate *Date `json:"end_date,omitempty"`
	// How much of the date is known; it is the first day of that. Default day.
	EndDatePrecision *DateOfBirthPrecision `json:"end_date_precision,omitempty"`
	// An entry from the catalog of medications.
	Medication Code `json:"medication"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes *string `json:"notes,omitempty"`
	// From the patient's birth to today; null when it is unknown.
	StartDate *Date `json:"start_date,omitempty"`
	// How much of the date is known; it is the first day of that. Default day.
	StartDatePrecision *DateOfBirthPrecision `json:"start_date_precision,omitempty"`
	// A code of FHIR's medicationrequest-status. Default active.
	Status *MedicationStatus `json:"status,omitempty"`
}

// MedicationList is the answer of [Client.ListPatientMedications].
type MedicationList struct {
	// The items, in the order of sort.
	Items []Medication `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// MedicationUpdate is sent by [Client.UpdatePatientMedication].
type MedicationUpdate struct {
	// At most 4000 characters.
	Dosage Optional[string] `json:"dosage,omitzero"`
	// The last day, which may lie in the future; null while nobody knows of an end.
	EndDate Optional[Date] `json:"end_date,omitzero"`
	// How much of the date is known; it is the first day of that.
	EndDatePrecision Optional[DateOfBirthPrecision] `json:"end_date_precision,omitzero"`
	// Left out when there are none, and for colleagues of the patient's doctor. At most 4000 characters.
	Notes Optional[string] `json:"notes,omitzero"`
	// From the patient's birth to today; null when it is unknown.
	StartDate Optional[Date] `json:"start_date,omitzero"`
	// How much of the date is known; it is the first day of that.
	StartDatePrecision Optional[DateOfBirthPrecision] `json:"start_date_precision,omitzero"`
	// A code of FHIR's medicationrequest-status.
	Status Optional[MedicationStatus] `json:"status,omitzero"`
}

// NextStep is part of other types.
type NextStep struct {
	// Whether you may take the step.
	MayTake bool `json:"may_take"`
	// Who may take the step: the patient, their doctor, their institution, or staff with the permission
	// patients:validate.
	TakenBy []NextStepTakenBy `json:"taken_by"`
	To      ValidationStatus  `json:"to"`
}

// OneTimeToken is sent by [Client.ConfirmEmailChange], is sent by [Client.VerifyEmail] and others.
type OneTimeToken struct {
	// The text after #token= in the link in the mail. At most 200 characters.
	Token string `json:"token"`
}

// Party is part of other types.
type Party struct {
	// user, cms_user and service_account stand for accounts that no longer exist.
	Kind PartyKind `json:"kind"`
	// The name of a doctor, an institution or a service account, or the role of a staff member; null for others.
	Name *string `json:"name"`
}

// PasswordChange is sent by [Client.ChangePassword] and is sent by [Client.CMSChangePassword].
type PasswordChange struct {
	// At most 1024 characters.
	CurrentPassword string `json:"current_password"`
	// At least 8 characters (15 or more are better) and at most 72 bytes. Not a common password, and not one based
	// on the name or the e-mail address. At most 1024 characters.
	NewPassword string `json:"new_password"`
}

// PasswordReset is sent by [Client.ResetPassword] and is sent by [Client.CMSResetPassword].
type PasswordReset struct {
	// At least 8 characters (15 or more are better) and at most 72 bytes. Not a common password, and not one based
	// on the name or the e-mail address. At most 1024 characters.
	NewPassword string `json:"new_password"`
	// The text after #token= in the link in the mail. At most 200 characters.
	Token string `json:"token"`
}

// PasswordResetRequest is sent by [Client.ForgotPassword] and is sent by [Client.CMSForgotPassword].
type PasswordResetRequest struct {
	// At most 254 characters.
	Email string `json:"email"`
}

// Patient is the answer of [Client.CreatePatient], is the answer of [Client.UpdatePatient] and others.
type Patient struct {
	// Whether the patient is in care.
	Active    bool      `json:"active"`
	CreatedAt time.Time `json:"created_at"`
	// Living patients are at most 120 years old.
	DateOfBirth Date `json:"date_of_birth"`
	// How much of date_of_birth is known; it is the first day of that period. Default day.
	DateOfBirthPrecision DateOfBirthPrecision `json:"date_of_birth_precision"`
	// Whether the patient is dead, even if nobody knows since when.
	Deceased bool `json:"deceased"`
	// The time of death, if it is known. On its own it sets deceased_date to its day in its own time zone, and
	// null says that the patient lives after all.
	DeceasedAt *time.Time `json:"deceased_at"`
	// The day where the patient died, the same in every time zone; null if nobody knows it, and for the living.
	DeceasedDate *Date `json:"deceased_date"`
	// How much of deceased_date is known; it is the first day of that period.
	DeceasedDatePrecision DateOfBirthPrecision `json:"deceased_date_precision"`
	// When include names it and you may see the doctor.
	Doctor           *DoctorSummary    `json:"doctor,omitempty"`
	DoctorID         string            `json:"doctor_id"`
	EmergencyContact *EmergencyContact `json:"emergency_contact,omitempty"`
	// Empty for people with a single name, which is their last name. At most 100 characters.
	FirstName string `json:"first_name"`
	// A code from the catalog of genders. At most 50 characters.
	Gender *string `json:"gender"`
	ID     string  `json:"id"`
	// When include names it and you may see the institution.
	Institution   *InstitutionSummary `json:"institution,omitempty"`
	InstitutionID string              `json:"institution_id"`
	// At most 100 characters.
	LastName        string  `json:"last_name"`
	RejectionReason *string `json:"rejection_reason"`
	// A code from the catalog of sexes. At most 50 characters.
	Sex string `json:"sex"`
	// What the source of an imported patient says and no other member holds: elements of the FHIR resource, as
	// they came. Left out when there are none, in lists, and for colleagues of the doctor.
	SourceElements   map[string]any   `json:"source_elements,omitempty"`
	UpdatedAt        time.Time        `json:"updated_at"`
	ValidationStatus ValidationStatus `json:"validation_status"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Patient) setETag(tag string) { v.ETag = tag }

// PatientAccess is part of other types.
type PatientAccess struct {
	// The action; operation.call is a request that was refused.
	Action     string    `json:"action"`
	By         Party     `json:"by"`
	OccurredAt time.Time `json:"occurred_at"`
	Outcome    Outcome   `json:"outcome"`
	// An HL7 v3 PurposeOfUse code; null when the caller sent none.
	PurposeOfUse *string `json:"purpose_of_use"`
}

// PatientAccessList is the answer of [Client.ListPatientAccessLog].
type PatientAccessList struct {
	// The items, in the order of sort.
	Items []PatientAccess `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// PatientCreate is sent by [Client.CreatePatient].
type PatientCreate struct {
	// The account that the patient signs in with, once they have chosen a password with the link that the address
	// gets.
	Account *AccountCreate `json:"account,omitempty"`
	// Living patients are at most 120 years old.
	DateOfBirth Date `json:"date_of_birth"`
	// How much of date_of_birth is known; it is the first day of that period. Default day.
	DateOfBirthPrecision *DateOfBirthPrecision `json:"date_of_birth_precision,omitempty"`
	// The doctor who cares for the patient. Doctors leave it out.
	DoctorID *string `json:"doctor_id,omitempty"`
	// The first is the primary one unless is_primary says otherwise. Default [].
	Emails           []RegisteredEmail `json:"emails,omitempty"`
	EmergencyContact *EmergencyContact `json:"emergency_contact,omitempty"`
	// Empty for people with a single name, which is their last name. At most 100 characters.
	FirstName string `json:"first_name"`
	// A code from the catalog of genders. At most 50 characters.
	Gender        *string              `json:"gender,omitempty"`
	HealthProfile *HealthProfileCreate `json:"health_profile,omitempty"`
	// The doctor's institution, which is also the default.
	InstitutionID *string `json:"institution_id,omitempty"`
	// At most 100 characters.
	LastName string `json:"last_name"`
	// The first is the primary one unless is_primary says otherwise. Default [].
	Phones []RegisteredPhone `json:"phones,omitempty"`
	// A code from the catalog of sexes. At most 50 characters.
	Sex string `json:"sex"`
}

// PatientDashboard is the answer of [Client.GetPatientDashboard].
type PatientDashboard struct {
	// In whole years; for a deceased patient, the age at death, and null if nobody knows when that was.
	Age *int `json:"age"`
	// Left out unless both height and weight are known.
	BMI *BMI `json:"bmi,omitempty"`
	// The conditions that the patient has now, newest first.
	Conditions  []Condition `json:"conditions"`
	Deceased    bool        `json:"deceased"`
	HealthScore HealthScore `json:"health_score"`
	// The medications that the patient takes now, newest first.
	Medications []Medication `json:"medications"`
	PatientID   string       `json:"patient_id"`
}

// PatientDemographics is part of other types.
type PatientDemographics struct {
	// In whole years; for a deceased patient, the age at death, and null if nobody knows when that was.
	Age *int `json:"age"`
	// A code from the catalog of blood types.
	BloodType             *string              `json:"blood_type"`
	CreatedAt             time.Time            `json:"created_at"`
	DateOfBirth           Date                 `json:"date_of_birth"`
	DateOfBirthPrecision  DateOfBirthPrecision `json:"date_of_birth_precision"`
	Deceased              bool                 `json:"deceased"`
	DeceasedAt            *time.Time           `json:"deceased_at"`
	DeceasedDate          *Date                `json:"deceased_date"`
	DeceasedDatePrecision DateOfBirthPrecision `json:"deceased_date_precision"`
	// The names of the conditions that the patient has now.
	DiagnosedConditionNames []string `json:"diagnosed_condition_names"`
	DoctorID                string   `json:"doctor_id"`
	DoctorName              string   `json:"doctor_name"`
	EmergencyContactName    *string  `json:"emergency_contact_name"`
	// E.164.
	EmergencyContactPhone *string `json:"emergency_contact_phone"`
	FirstName             string  `json:"first_name"`
	// A code from the catalog of genders.
	Gender                 *string `json:"gender"`
	InstitutionCountryName *string `json:"institution_country_name"`
	InstitutionID          string  `json:"institution_id"`
	InstitutionName        string  `json:"institution_name"`
	// From the institution's primary address, as is the country.
	InstitutionRegionName *string `json:"institution_region_name"`
	LastName              string  `json:"last_name"`
	PatientID             string  `json:"patient_id"`
	PrimaryEmail          *string `json:"primary_email"`
	// E.164.
	PrimaryPhone *string `json:"primary_phone"`
	// A code from the catalog of sexes.
	Sex              string           `json:"sex"`
	ValidationStatus ValidationStatus `json:"validation_status"`
}

// PatientDemographicsList is the answer of [Client.ListPatientDemographics].
type PatientDemographicsList struct {
	// The items, in the order of sort.
	Items []PatientDemographics `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// PatientDetails is the answer of [Client.GetPatient].
type PatientDetails struct {
	// Whether the patient is in care.
	Active bool `json:"active"`
	// When include names them: the first 50 of list-patient-addresses.
	Addresses []Address `json:"addresses,omitempty"`
	// When include names them: the first 50 of list-patient-allergies.
	Allergies []Allergy `json:"allergies,omitempty"`
	// When include names it: what get-patient-care-team returns.
	CareTeam *CareTeam `json:"care_team,omitempty"`
	// When include names them: the first 50 of list-patient-conditions.
	Conditions []Condition `json:"conditions,omitempty"`
	CreatedAt  time.Time   `json:"created_at"`
	// When include names it: what get-patient-dashboard returns.
	Dashboard *PatientDashboard `json:"dashboard,omitempty"`
	// Living patients are at most 120 years old.
	DateOfBirth Date `json:"date_of_birth"`
	// How much of date_of_birth is known; it is the first day of that period. Default day.
	DateOfBirthPrecision DateOfBirthPrecision `json:"date_of_birth_precision"`
	// Whether the patient is dead, even if nobody knows since when.
	Deceased bool `json:"deceased"`
	// The time of death, if it is known. On its own it sets deceased_date to its day in its own time zone, and
	// null says that the patient lives after all.
	DeceasedAt *time.Time `json:"deceased_at"`
	// The day where the patient died, the same in every time zone; null if nobody knows it, and for the living.
	DeceasedDate *Date `json:"deceased_date"`
	// How much of deceased_date is known; it is the first day of that period.
	DeceasedDatePrecision DateOfBirthPrecision `json:"deceased_date_precision"`
	// When include names it and you may see the doctor.
	Doctor   *DoctorSummary `json:"doctor,omitempty"`
	DoctorID string         `json:"doctor_id"`
	// When include names them: the first 50 of list-patient-emails.
	Emails           []Email           `json:"emails,omitempty"`
	EmergencyContact *EmergencyContact `json:"emergency_contact,omitempty"`
	// When include names it: the first 50 of list-patient-family-history.
	FamilyHistory []FamilyMemberHistory `json:"family_history,omitempty"`
	// Empty for people with a single name, which is their last name. At most 100 characters.
	FirstName string `json:"first_name"`
	// A code from the catalog of genders. At most 50 characters.
	Gender *string `json:"gender"`
	// When include names it: what get-patient-health-profile returns.
	HealthProfile *HealthProfile `json:"health_profile,omitempty"`
	ID            string         `json:"id"`
	// When include names it and you may see the institution.
	Institution   *InstitutionSummary `json:"institution,omitempty"`
	InstitutionID string              `json:"institution_id"`
	// At most 100 characters.
	LastName string `json:"last_name"`
	// When include names them: the first 50 of list-patient-medications.
	Medications []Medication `json:"medications,omitempty"`
	// By the name of each included list that goes on: the cursor of the next page of its own operation.
	NextCursors map[string]any `json:"next_cursors,omitempty"`
	// When include names them: the first 50 of list-patient-phones.
	Phones          []Phone `json:"phones,omitempty"`
	RejectionReason *string `json:"rejection_reason"`
	// A code from the catalog of sexes. At most 50 characters.
	Sex string `json:"sex"`
	// What the source of an imported patient says and no other member holds: elements of the FHIR resource, as
	// they came. Left out when there are none, in lists, and for colleagues of the doctor.
	SourceElements map[string]any `json:"source_elements,omitempty"`
	UpdatedAt      time.Time      `json:"updated_at"`
	// When include names it: what get-patient-validation returns.
	Validation       *Validation      `json:"validation,omitempty"`
	ValidationStatus ValidationStatus `json:"validation_status"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *PatientDetails) setETag(tag string) { v.ETag = tag }

// PatientExport is the answer of [Client.ExportPatient].
type PatientExport struct {
	// Who used the record; only for the patient and for staff with the permission audit:read.
	AccessLog *ExportedAccesses `json:"access_log,omitempty"`
	// The patient's account; only for the patient and for staff with the permission accounts:read. Left out when
	// there is none.
	Account    *ExportedAccount `json:"account,omitempty"`
	Addresses  []Address        `json:"addresses"`
	Emails     []Email          `json:"emails"`
	ExportedAt time.Time        `json:"exported_at"`
	// The patient's ids in other systems.
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
	// The items, in the order of sort.
	Items []Patient `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// PatientMonth is part of other types.
type PatientMonth struct {
	// The average age of the new patients, in years; null when there are none.
	AverageAgeAtRegistration *float64 `json:"average_age_at_registration"`
	// All patients until the end of the month.
	CumulativePatientCount    int    `json:"cumulative_patient_count"`
	DoctorValidatedCount      int    `json:"doctor_validated_count"`
	FullAccessCount           int    `json:"full_access_count"`
	InstitutionValidatedCount int    `json:"institution_validated_count"`
	Month                     string `json:"month"`
	NewPatientCount           int    `json:"new_patient_count"`
	// New patients who have this validation status now; the same for the next four.
	PendingCount  int `json:"pending_count"`
	RejectedCount int `json:"rejected_count"`
}

// PatientMonthReport is the answer of [Client.GetPatientStatsByMonth].
type PatientMonthReport struct {
	Items []PatientMonth `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *PatientMonthReport) setETag(tag string) { v.ETag = tag }

// PatientProfile is the answer of [Client.GetPatientProfile].
type PatientProfile struct {
	Addresses []Address `json:"addresses"`
	Emails    []Email   `json:"emails"`
	// Left out for insurers.
	HealthProfile *HealthProfile `json:"health_profile,omitempty"`
	Patient       Patient        `json:"patient"`
	Phones        []Phone        `json:"phones"`
}

// PatientTransfer is sent by [Client.TransferPatient].
type PatientTransfer struct {
	// The doctor who takes over the patient; must be active.
	DoctorID string `json:"doctor_id"`
	// The doctor's institution, which is also the default.
	InstitutionID *string `json:"institution_id,omitempty"`
}

// PatientUpdate is sent by [Client.UpdatePatient].
type PatientUpdate struct {
	// Living patients are at most 120 years old.
	DateOfBirth Optional[Date] `json:"date_of_birth,omitzero"`
	// How much of date_of_birth is known; it is the first day of that period.
	DateOfBirthPrecision Optional[DateOfBirthPrecision] `json:"date_of_birth_precision,omitzero"`
	// Whether the patient is dead, even if nobody knows since when.
	Deceased Optional[bool] `json:"deceased,omitzero"`
	// The time of death, if it is known. On its own it sets deceased_date to its day in its own time zone, and
	// null says that the patient lives after all.
	DeceasedAt Optional[time.Time] `json:"deceased_at,omitzero"`
	// The day where the patient died, the same in every time zone; null if nobody knows it, and for the living.
	DeceasedDate Optional[Date] `json:"deceased_date,omitzero"`
	// How much of deceased_date is known; it is the first day of that period.
	DeceasedDatePrecision Optional[DateOfBirthPrecision] `json:"deceased_date_precision,omitzero"`
	EmergencyContact      Optional[EmergencyContact]     `json:"emergency_contact,omitzero"`
	// Empty for people with a single name, which is their last name. At most 100 characters.
	FirstName Optional[string] `json:"first_name,omitzero"`
	// A code from the catalog of genders. At most 50 characters.
	Gender Optional[string] `json:"gender,omitzero"`
	// At most 100 characters.
	LastName Optional[string] `json:"last_name,omitzero"`
	// A code from the catalog of sexes. At most 50 characters.
	Sex Optional[string] `json:"sex,omitzero"`
}

// PatientValidationStep is sent by [Client.CreatePatientValidationStep].
type PatientValidationStep struct {
	// The reason for a rejection, which requires one. Not allowed for other steps. At most 500 characters.
	Reason *string          `json:"reason,omitempty"`
	To     ValidationStatus `json:"to"`
}

// Permission is part of other types.
type Permission struct {
	Action string `json:"action"`
	// The name that roles and scopes use.
	Name     string `json:"name"`
	Resource string `json:"resource"`
}

// PermissionList is the answer of [Client.ListPermissions].
type PermissionList struct {
	// The items, in the order of sort.
	Items []Permission `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// Phone is the answer of [Client.CreateDoctorPhone], is the answer of [Client.GetDoctorPhone] and others.
type Phone struct {
	// The digits after the calling code; null if the country has none, or if the number doesn't contain it.
	AreaCode *string `json:"area_code"`
	// The calling code: the first digits of the number.
	CallingCode string    `json:"calling_code"`
	CreatedAt   time.Time `json:"created_at"`
	Extension   *string   `json:"extension"`
	ID          string    `json:"id"`
	// Whether to use this one first. An owner with any of this kind has exactly one primary one, unless all of
	// them came from an import as old ones.
	IsPrimary bool `json:"is_primary"`
	// In international format, with a plus sign; it may have the extension too. Stored as E.164. The number must
	// be possible, but need not be assigned. At most 40 characters.
	Number string `json:"number"`
	// A code from the catalog of phone types. At most 50 characters, default mobile.
	Type      string    `json:"type"`
	UpdatedAt time.Time `json:"updated_at"`
	// When somebody confirmed it; null if nobody has, or if it has changed since.
	VerifiedAt *time.Time `json:"verified_at"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Phone) setETag(tag string) { v.ETag = tag }

// PhoneCreate is sent by [Client.CreateDoctorPhone], is sent by [Client.CreateInstitutionPhone] and others.
type PhoneCreate struct {
	Extension *string `json:"extension,omitempty"`
	// In international format, with a plus sign; it may have the extension too. Stored as E.164. The number must
	// be possible, but need not be assigned. At most 40 characters.
	Number string `json:"number"`
	// A code from the catalog of phone types. At most 50 characters, default mobile.
	Type *string `json:"type,omitempty"`
}

// PhoneList is the answer of [Client.ListDoctorPhones], is the answer of [Client.ListInstitutionPhones] and
// others.
type PhoneList struct {
	// The items, in the order of sort.
	Items []Phone `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// PhoneUpdate is sent by [Client.UpdateDoctorPhone], is sent by [Client.UpdateInstitutionPhone] and others.
type PhoneUpdate struct {
	Extension Optional[string] `json:"extension,omitzero"`
	// In international format, with a plus sign; it may have the extension too. Stored as E.164. The number must
	// be possible, but need not be assigned. At most 40 characters.
	Number Optional[string] `json:"number,omitzero"`
	// A code from the catalog of phone types. At most 50 characters.
	Type Optional[string] `json:"type,omitzero"`
}

// PlaceShare is part of other types.
type PlaceShare struct {
	// An ISO 3166-1 alpha-2 code; null for institutions without an address.
	Country     *string `json:"country"`
	CountryName *string `json:"country_name"`
	// Active doctors.
	DoctorCount int `json:"doctor_count"`
	// Active institutions.
	InstitutionCount int `json:"institution_count"`
	// A code from the catalog of institution types.
	InstitutionType string `json:"institution_type"`
	// Active, living patients.
	PatientCount int `json:"patient_count"`
	// An ISO 3166-2 code; null where the address has no region.
	Region     *string `json:"region"`
	RegionName *string `json:"region_name"`
}

// PlaceShareReport is the answer of [Client.GetGeographicDistribution].
type PlaceShareReport struct {
	Items []PlaceShare `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *PlaceShareReport) setETag(tag string) { v.ETag = tag }

// Problem is part of other types.
type Problem struct {
	// Only with the type otp_required: send it with a code of the second factor to confirm the sign-in. It is
	// valid for five minutes.
	ChallengeToken *string `json:"challenge_token,omitempty"`
	// What went wrong in this request, for people.
	Detail string `json:"detail"`
	// The OAuth error code, where OAuth requires one.
	Error *string `json:"error,omitempty"`
	// The same text as detail, where OAuth requires it.
	ErrorDescription *string `json:"error_description,omitempty"`
	// Every field at fault.
	Errors []FieldError `json:"errors,omitempty"`
	// Identifies the request. Quote it when you report the problem.
	RequestID string `json:"request_id"`
	// The HTTP status.
	Status int `json:"status"`
	// A short summary of the type.
	Title string `json:"title"`
	// The kind of problem, as a link to the page that explains it.
	Type string `json:"type"`
}

// PublicAddress is part of other types.
type PublicAddress struct {
	City string `json:"city"`
	// An ISO 3166-1 alpha-2 code.
	Country    string   `json:"country"`
	Latitude   *float64 `json:"latitude"`
	Line1      string   `json:"line1"`
	Line2      *string  `json:"line2"`
	Longitude  *float64 `json:"longitude"`
	PostalCode *string  `json:"postal_code"`
	// An ISO 3166-2 code of a region in the country.
	Region *string `json:"region"`
}

// Reason is sent by [Client.DisableAccount], is sent by [Client.EnableAccount] and others.
type Reason struct {
	// The reason, for the audit trail. At most 500 characters.
	Reason *string `json:"reason,omitempty"`
}

// RecoveryCodes is the answer of [Client.ConfirmSecondFactor], is the answer of [Client.CreateRecoveryCodes]
// and others.
type RecoveryCodes struct {
	// Each works once instead of a code of the authenticator. They are shown only this once: keep them where you
	// find them without it.
	RecoveryCodes []string `json:"recovery_codes"`
}

// Region is the answer of [Client.GetRegion].
type Region struct {
	// What the country calls this kind of region.
	CategoryName string `json:"category_name"`
	// ISO 3166-2.
	Code string `json:"code"`
	// An ISO 3166-1 alpha-2 code.
	Country string `json:"country"`
	Name    string `json:"name"`
	// The code of the region that contains this one; null directly below the country.
	Parent *string `json:"parent"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Region) setETag(tag string) { v.ETag = tag }

// RegionList is the answer of [Client.ListRegions].
type RegionList struct {
	// The items, in the order of sort.
	Items []Region `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *RegionList) setETag(tag string) { v.ETag = tag }

// RegisteredEmail is part of other types.
type RegisteredEmail struct {
	// At most 254 characters.
	Email string `json:"email"`
	// Default false.
	IsPrimary *bool `json:"is_primary,omitempty"`
	// A code from the catalog of e-mail types. At most 50 characters, default home.
	Type *string `json:"type,omitempty"`
}

// RegisteredPhone is part of other types.
type RegisteredPhone struct {
	Extension *string `json:"extension,omitempty"`
	// Default false.
	IsPrimary *bool `json:"is_primary,omitempty"`
	// In international format, with a plus sign. Stored as E.164. At most 40 characters.
	Number string `json:"number"`
	// A code from the catalog of phone types. At most 50 characters, default mobile.
	Type *string `json:"type,omitempty"`
}

// RegistrationMonth is part of other types.
type RegistrationMonth struct {
	// Numbers of patients by code from the catalog of genders; unspecified stands for patients without one.
	ByGender map[string]any `json:"by_gender"`
	// Numbers of patients by code from the catalog of sexes.
	BySex           map[string]any `json:"by_sex"`
	Month           string         `json:"month"`
	NewPatientCount int            `json:"new_patient_count"`
}

// RegistrationMonthReport is the answer of [Client.GetMonthlyRegistrations].
type RegistrationMonthReport struct {
	Items []RegistrationMonth `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *RegistrationMonthReport) setETag(tag string) { v.ETag = tag }

// Role is the answer of [Client.CreateRole], is the answer of [Client.GetRole] and others.
type Role struct {
	// Whether the role is built in. Built-in roles can't be deleted and can't lose permissions.
	BuiltIn     bool      `json:"built_in"`
	Code        string    `json:"code"`
	CreatedAt   time.Time `json:"created_at"`
	Description *string   `json:"description"`
	Name        string    `json:"name"`
	// The permissions of the role, as resource:action.
	Permissions []string  `json:"permissions"`
	UpdatedAt   time.Time `json:"updated_at"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Role) setETag(tag string) { v.ETag = tag }

// RoleCreate is sent by [Client.CreateRole].
type RoleCreate struct {
	// Lower-case letters, digits and underscores. It can't be changed later. At most 50 characters.
	Code string `json:"code"`
	// At most 500 characters.
	Description *string `json:"description,omitempty"`
	// At most 100 characters.
	Name string `json:"name"`
	// As resource:action. You can only grant permissions that you have yourself.
	Permissions []string `json:"permissions,omitempty"`
}

// RoleList is the answer of [Client.ListRoles].
type RoleList struct {
	// The items, in the order of sort.
	Items []Role `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// RoleUpdate is sent by [Client.UpdateRole].
type RoleUpdate struct {
	// At most 500 characters.
	Description Optional[string] `json:"description,omitzero"`
	// At most 100 characters.
	Name Optional[string] `json:"name,omitzero"`
	// The new permissions, which replace all previous ones.
	Permissions Optional[[]string] `json:"permissions,omitzero"`
}

// ScoreParts is part of other types.
type ScoreParts struct {
	AlcoholFrequency AlcoholFrequency `json:"alcohol_frequency"`
	// Minus 10 for patients who drink regularly or daily.
	AlcoholPoints int `json:"alcohol_points"`
	// The conditions that the patient has now; duplicates count once.
	ConditionCount int `json:"condition_count"`
	// Minus 10 for each condition.
	ConditionPoints int `json:"condition_points"`
	// The medications that the patient takes now; duplicates count once.
	MedicationCount int `json:"medication_count"`
	// Minus 5 for each medication.
	MedicationPoints int `json:"medication_points"`
	// Minus 15 for current smokers.
	SmokingPoints int           `json:"smoking_points"`
	SmokingStatus SmokingStatus `json:"smoking_status"`
	// null when it is unknown, which gives no points.
	WeeklyActivityMinutes *int `json:"weekly_activity_minutes"`
	// Plus 10 from 150 minutes a week (WHO 2020), plus 5 from 75.
	WeeklyActivityPoints int `json:"weekly_activity_points"`
}

// SecondFactor is the answer of [Client.GetSecondFactor] and is the answer of [Client.CMSGetSecondFactor].
type SecondFactor struct {
	// Whether signing in needs a code.
	Active bool `json:"active"`
	// Since when; null without a second factor.
	ConfirmedAt *time.Time `json:"confirmed_at"`
	// How many recovery codes are left.
	RecoveryCodeCount int `json:"recovery_code_count"`
	// From when on you can do nothing else until you have one; null when you needn't have one.
	RequiredAt *time.Time `json:"required_at"`
}

// SecondFactorConfirmation is sent by [Client.ConfirmSecondFactor] and is sent by
// [Client.CMSConfirmSecondFactor].
type SecondFactorConfirmation struct {
	// A code of the authenticator. At most 40 characters.
	OTP string `json:"otp"`
}

// SecondFactorCreate is sent by [Client.CreateSecondFactor] and is sent by [Client.CMSCreateSecondFactor].
type SecondFactorCreate struct {
	// The account's current password. At most 1024 characters.
	Password string `json:"password"`
}

// SecondFactorSecret is the answer of [Client.CreateSecondFactor] and is the answer of
// [Client.CMSCreateSecondFactor].
type SecondFactorSecret struct {
	// The QR code of uri, as an SVG image.
	QrSvg string `json:"qr_svg"`
	// The secret in base32, to type into an authenticator.
	Secret string `json:"secret"`
	// The same for an authenticator to open: six digits, 30 seconds, SHA-1 (RFC 6238).
	URI string `json:"uri"`
}

// SelfRegistration is sent by [Client.Register].
type SelfRegistration struct {
	// The account that the patient signs in with, once they have chosen a password with the link that the address
	// gets.
	Account AccountCreate `json:"account"`
	// Living patients are at most 120 years old.
	DateOfBirth Date `json:"date_of_birth"`
	// How much of date_of_birth is known; it is the first day of that period. Default day.
	DateOfBirthPrecision *DateOfBirthPrecision `json:"date_of_birth_precision,omitempty"`
	// The doctor who will care for the patient; the institution's link contains the id.
	DoctorID string `json:"doctor_id"`
	// The first is the primary one unless is_primary says otherwise. Default [].
	Emails           []RegisteredEmail `json:"emails,omitempty"`
	EmergencyContact *EmergencyContact `json:"emergency_contact,omitempty"`
	// Empty for people with a single name, which is their last name. At most 100 characters.
	FirstName string `json:"first_name"`
	// A code from the catalog of genders. At most 50 characters.
	Gender *string `json:"gender,omitempty"`
	// The doctor's institution.
	InstitutionID string `json:"institution_id"`
	// The language of the mail that follows. The default is the platform's language.
	Language *SelfRegistrationLanguage `json:"language,omitempty"`
	// At most 100 characters.
	LastName string `json:"last_name"`
	// The first is the primary one unless is_primary says otherwise. Default [].
	Phones []RegisteredPhone `json:"phones,omitempty"`
	// A code from the catalog of sexes. At most 50 characters.
	Sex string `json:"sex"`
}

// ServiceAccount is the answer of [Client.GetServiceAccount] and is the answer of
// [Client.UpdateServiceAccount].
type ServiceAccount struct {
	Active    bool      `json:"active"`
	CreatedAt time.Time `json:"created_at"`
	// The id, which is also the client_id.
	ID string `json:"id"`
	// When the account last got a token, to the minute.
	LastUsedAt *time.Time `json:"last_used_at"`
	Name       string     `json:"name"`
	// The code of the role.
	Role string `json:"role"`
	// The permissions that the account may use, out of those of its role.
	Scopes []string `json:"scopes"`
	// The account's secrets, without their values, which nobody can read again.
	Secrets   []ServiceAccountSecret `json:"secrets"`
	UpdatedAt time.Time              `json:"updated_at"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *ServiceAccount) setETag(tag string) { v.ETag = tag }

// ServiceAccountCreate is sent by [Client.CreateServiceAccount].
type ServiceAccountCreate struct {
	// At most 100 characters.
	Name string `json:"name"`
	// The code of the role. At most 50 characters.
	Role string `json:"role"`
	// Permissions of the role that the account may use, as resource:action.
	Scopes []string `json:"scopes"`
}

// ServiceAccountCreated is the answer of [Client.CreateServiceAccount].
type ServiceAccountCreated struct {
	Active bool `json:"active"`
	// The first secret. It is shown only this once: store it where the program can read it.
	ClientSecret string    `json:"client_secret"`
	CreatedAt    time.Time `json:"created_at"`
	// The id, which is also the client_id.
	ID string `json:"id"`
	// When the account last got a token, to the minute.
	LastUsedAt *time.Time `json:"last_used_at"`
	Name       string     `json:"name"`
	// The code of the role.
	Role string `json:"role"`
	// The permissions that the account may use, out of those of its role.
	Scopes []string `json:"scopes"`
	// The account's secrets, without their values, which nobody can read again.
	Secrets   []ServiceAccountSecret `json:"secrets"`
	UpdatedAt time.Time              `json:"updated_at"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *ServiceAccountCreated) setETag(tag string) { v.ETag = tag }

// ServiceAccountList is the answer of [Client.ListServiceAccounts].
type ServiceAccountList struct {
	// The items, in the order of sort.
	Items []ServiceAccount `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// ServiceAccountSecret is part of other types.
type ServiceAccountSecret struct {
	CreatedAt time.Time `json:"created_at"`
	// When the secret stops working; null for never.
	ExpiresAt *time.Time `json:"expires_at"`
	ID        string     `json:"id"`
}

// ServiceAccountSecretCreate is sent by [Client.CreateServiceAccountSecret].
type ServiceAccountSecretCreate struct {
	// How long the older secret keeps working, in seconds; one day (86400) when left out. 0 to 2.592e+06.
	OverlapSeconds *int `json:"overlap_seconds,omitempty"`
}

// ServiceAccountSecretCreated is the answer of [Client.CreateServiceAccountSecret].
type ServiceAccountSecretCreated struct {
	// It is shown only this once: store it where the program can read it.
	ClientSecret string    `json:"client_secret"`
	CreatedAt    time.Time `json:"created_at"`
	// When the secret stops working; null for never.
	ExpiresAt *time.Time `json:"expires_at"`
	ID        string     `json:"id"`
}

// ServiceAccountUpdate is sent by [Client.UpdateServiceAccount].
type ServiceAccountUpdate struct {
	// false disables the account and the access tokens that it has.
	Active Optional[bool] `json:"active,omitzero"`
	// At most 100 characters.
	Name Optional[string] `json:"name,omitzero"`
	// The code of the role. At most 50 characters.
	Role Optional[string] `json:"role,omitzero"`
	// Permissions of the role. They replace the previous scopes.
	Scopes Optional[[]string] `json:"scopes,omitzero"`
}

// Session is part of other types.
type Session struct {
	CreatedAt time.Time `json:"created_at"`
	// Whether this is the session that you are using.
	Current bool `json:"current"`
	// What the device called itself (User-Agent); null when it sent nothing.
	Device *string `json:"device"`
	// When the session ends, however often it is refreshed.
	ExpiresAt time.Time `json:"expires_at"`
	ID        string    `json:"id"`
	// When the session ends unless it is refreshed.
	IdleExpiresAt time.Time `json:"idle_expires_at"`
	// The address that the session was last refreshed from; null when unknown.
	IP *string `json:"ip"`
	// When its tokens were last issued or refreshed.
	LastSeenAt time.Time `json:"last_seen_at"`
}

// SessionCheck is the answer of [Client.GetSession] and is the answer of [Client.CMSGetSession].
type SessionCheck struct {
	AccountID string `json:"account_id"`
	// The full name of the person, or the name of the institution.
	DisplayName string `json:"display_name"`
	// Whether you must add a second factor before you can do anything else.
	MustAddSecondFactor bool `json:"must_add_second_factor"`
	// Whether you must change your password before you can do anything else.
	MustChangePassword bool `json:"must_change_password"`
	// The permissions of a staff member, as resource:action.
	Permissions []string `json:"permissions"`
	// The patient, doctor or institution that the account belongs to; null for staff.
	ReferenceID *string `json:"reference_id"`
	// The code of the role. Only for staff, otherwise null.
	Role     *string      `json:"role"`
	Session  SessionTimes `json:"session"`
	UserType UserType     `json:"user_type"`
}

// SessionList is the answer of [Client.ListSessions] and is the answer of [Client.CMSListSessions].
type SessionList struct {
	// The items, in the order of sort.
	Items []Session `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// SessionTimes is part of other types.
type SessionTimes struct {
	CreatedAt time.Time `json:"created_at"`
	// When the session ends, however often it is refreshed.
	ExpiresAt time.Time `json:"expires_at"`
	ID        string    `json:"id"`
	// When the session ends unless it is refreshed.
	IdleExpiresAt time.Time `json:"idle_expires_at"`
	// When its tokens were last issued or refreshed.
	LastSeenAt time.Time `json:"last_seen_at"`
}

// SessionTokens is the answer of [Client.Login], is the answer of [Client.ConfirmLogin] and others.
type SessionTokens struct {
	// Send it in the header Authorization: Bearer.
	AccessToken string `json:"access_token"`
	// The lifetime of the access token, in seconds.
	ExpiresIn int `json:"expires_in"`
	// Keep it secret: whoever has it has the session.
	RefreshToken string       `json:"refresh_token"`
	TokenType    string       `json:"token_type"`
	User         SignedInUser `json:"user"`
}

// Setting is the answer of [Client.GetSetting], is the answer of [Client.UpdateSetting] and others.
type Setting struct {
	// The only values allowed; null when any value is.
	AllowedValues []string `json:"allowed_values"`
	DefaultValue  any      `json:"default_value"`
	Description   string   `json:"description"`
	Key           string   `json:"key"`
	// The largest number allowed, or the longest duration in seconds; null without a bound.
	Maximum *float64 `json:"maximum"`
	// The smallest number allowed, or the shortest duration in seconds; null without a bound.
	Minimum   *float64  `json:"minimum"`
	UpdatedAt time.Time `json:"updated_at"`
	// The current value.
	Value any `json:"value"`
	// The type of value. A duration is text such as 10m or 1h30m.
	ValueType SettingValueType `json:"value_type"`
	// Increases with each change. The ETag is derived from it.
	Version int `json:"version"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *Setting) setETag(tag string) { v.ETag = tag }

// SettingList is the answer of [Client.ListSettings].
type SettingList struct {
	// The items, in the order of sort.
	Items []Setting `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`
}

// SettingUpdate is sent by [Client.UpdateSetting].
type SettingUpdate struct {
	// A value of the setting's type, within its bounds and among its allowed values.
	Value any `json:"value"`
}

// SignedInUser is part of other types.
type SignedInUser struct {
	// The full name of the person, or the name of the institution.
	DisplayName string `json:"display_name"`
	Email       string `json:"email"`
	ID          string `json:"id"`
	// The patient, doctor or institution that the account belongs to; null for staff.
	ReferenceID *string `json:"reference_id"`
	// The code of the role. Only for staff, otherwise null.
	Role     *string  `json:"role"`
	UserType UserType `json:"user_type"`
}

// SpecialtyCategory is the answer of [Client.GetSpecialtyCategory].
type SpecialtyCategory struct {
	Code string `json:"code"`
	Name string `json:"name"`
	// The code of the category that contains this one; null at the top.
	Parent *string `json:"parent"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *SpecialtyCategory) setETag(tag string) { v.ETag = tag }

// SpecialtyCategoryList is the answer of [Client.ListSpecialtyCategories].
type SpecialtyCategoryList struct {
	// The items, in the order of sort.
	Items []SpecialtyCategory `json:"items"`
	// The cursor of the next page; null on the last page.
	NextCursor *string `json:"next_cursor"`
	// The cursor of the previous page; null on the first page.
	PrevCursor *string `json:"prev_cursor"`
	// The number of items on all pages; only when total asks for it.
	Total *int `json:"total,omitempty"`
	// Whether there are more items than total, which is then 1,000; only when there are.
	TotalIsCapped *bool `json:"total_is_capped,omitempty"`
	// Whether total is an estimate.
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *SpecialtyCategoryList) setETag(tag string) { v.ETag = tag }

// SpecialtyShare is part of other types.
type SpecialtyShare struct {
	AverageConsultationFee *string  `json:"average_consultation_fee"`
	AverageYearsExperience *float64 `json:"average_years_experience"`
	// Active doctors.
	DoctorCount int `json:"doctor_count"`
	// The percentage of all active doctors.
	Percentage float64 `json:"percentage"`
	// A code from the catalog of doctor specialties.
	Specialty             string `json:"specialty"`
	SpecialtyCategoryName string `json:"specialty_category_name"`
	SpecialtyName         string `json:"specialty_name"`
}

// SpecialtyShareReport is the answer of [Client.GetDoctorSpecialtyDistribution].
type SpecialtyShareReport struct {
	Items []SpecialtyShare `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *SpecialtyShareReport) setETag(tag string) { v.ETag = tag }

// StepUp is sent by [Client.StepUp] and is sent by [Client.CMSStepUp].
type StepUp struct {
	// A code of the authenticator, or a recovery code. At most 40 characters.
	OTP string `json:"otp"`
}

// Token is the answer of [Client.CreateToken].
type Token struct {
	// Send it in the header Authorization: Bearer.
	AccessToken string `json:"access_token"`
	// The lifetime of the token, in seconds. There is no refresh token: request another access token.
	ExpiresIn int `json:"expires_in"`
	// The scopes of the token, separated by spaces.
	Scope     string `json:"scope"`
	TokenType string `json:"token_type"`
}

// TokenRefresh is sent by [Client.Refresh] and is sent by [Client.CMSRefresh].
type TokenRefresh struct {
	// At most 1024 characters.
	RefreshToken string `json:"refresh_token"`
}

// Validation is the answer of [Client.GetPatientValidation] and is the answer of
// [Client.CreatePatientValidationStep].
type Validation struct {
	// The last 500 steps, newest first. A transfer to another doctor is a step back to pending.
	History []ValidationEvent `json:"history"`
	// The steps that are possible now; empty if there are none, as from full_access.
	NextSteps []NextStep `json:"next_steps"`
	PatientID string     `json:"patient_id"`
	// The reason while the status is rejected; otherwise null.
	RejectionReason *string          `json:"rejection_reason"`
	Status          ValidationStatus `json:"status"`
	// The version of the patient. Increases with each change. The ETag is derived from it.
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
	// The reason for a rejection; otherwise null.
	Reason *string          `json:"reason"`
	To     ValidationStatus `json:"to"`
}

// ValidationShare is part of other types.
type ValidationShare struct {
	// Active, living patients.
	PatientCount int `json:"patient_count"`
	// The percentage of all active, living patients; 0 when there are none.
	Percentage       float64          `json:"percentage"`
	ValidationStatus ValidationStatus `json:"validation_status"`
}

// ValidationShareReport is the answer of [Client.GetPatientValidationStatus].
type ValidationShareReport struct {
	Items []ValidationShare `json:"items"`

	// ETag is the version that was answered: what a change of it, and reading it again, names. Empty in lists.
	ETag string `json:"-"`
}

func (v *ValidationShareReport) setETag(tag string) { v.ETag = tag }
