package valueset

// AddressUse is a code of FHIR's address-use.
type AddressUse string

// Values are all there are.
func (AddressUse) Values() []string { return []string{"home", "work", "temp", "old", "billing"} }
