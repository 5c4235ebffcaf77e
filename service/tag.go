package service

// Tags of cached answers: what they are made of. Who changes such rows invalidates the tag after the commit.
const (
	TagPatients     = "patients" // and their health profiles, what they have and take
	TagDoctors      = "doctors"
	TagInstitutions = "institutions"
	TagAccounts     = "accounts"
	TagCatalogs     = "catalogs"
)
