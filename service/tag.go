package service

// Tags of cached responses name the data that the responses are made of. Whoever changes such rows must invalidate the tag
// after the commit.
const (
	TagPatients     = "patients" // also their health profiles, conditions and medications
	TagDoctors      = "doctors"
	TagInstitutions = "institutions"
	TagAccounts     = "accounts"
	TagCatalogs     = "catalogs"
)
