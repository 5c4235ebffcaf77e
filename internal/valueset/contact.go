package valueset

// AddressUse is a code from FHIR's address-use.
type AddressUse string

// Values returns all codes of the set.
func (AddressUse) Values() []string { return []string{"home", "work", "temp", "old", "billing"} }
