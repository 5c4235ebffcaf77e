package fhir

// Role is a FHIR PractitionerRole: it says at which institution a doctor works.
type Role struct {
	Key         Key  `json:"key"`
	Doctor      Key  `json:"doctor"`
	Institution Key  `json:"institution"`
	Active      bool `json:"active"` // and its time is not over
}

type practitionerRole struct {
	Active       *bool      `json:"active"`
	Period       *period    `json:"period"`
	Practitioner *reference `json:"practitioner"`
	Organization *reference `json:"organization"`
}

func (p *practitionerRole) normalize(r *reading) (any, error) {
	key, err := r.key()
	if err != nil {
		return nil, err
	}
	if p.Practitioner == nil || p.Organization == nil {
		return nil, benign("", "not_used", "the role of nobody, or nowhere, says nothing that the platform stores")
	}
	doctor, err := r.resolve("practitioner", "Practitioner", *p.Practitioner)
	if err != nil {
		return nil, err
	}
	institution, err := r.resolve("organization", "Organization", *p.Organization)
	if err != nil {
		return nil, err
	}
	return Role{Key: key, Doctor: doctor, Institution: institution, Active: orTrue(p.Active) && !p.Period.over() && !p.Period.coming()}, nil
}
