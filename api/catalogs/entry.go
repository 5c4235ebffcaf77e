package catalogs

import "github.com/predicthealth/predicthealth/service/catalog"

type countryBody struct {
	Code         string   `json:"code" example:"MX" doc:"ISO 3166-1 alpha-2."`
	Alpha3       string   `json:"alpha3" example:"MEX" doc:"ISO 3166-1 alpha-3."`
	NumericCode  string   `json:"numeric_code" example:"484" doc:"ISO 3166-1 numeric."`
	Name         string   `json:"name" example:"Mexico"`
	OtherNames   []string `json:"other_names" nullable:"false" example:"[\"México\"]" doc:"What else people call it, in its own languages and in English."`
	CallingCode  *string  `json:"calling_code" example:"52" doc:"E.164, digits only; null for countries without a calling code."`
	CurrencyCode *string  `json:"currency_code" example:"MXN" doc:"ISO 4217; null for countries without a currency."`
	CurrencyName *string  `json:"currency_name" example:"Mexican peso"`
}

func toCountry(c catalog.Country) countryBody { return countryBody(c) }

type regionBody struct {
	Code         string  `json:"code" example:"US-MA" doc:"ISO 3166-2."`
	Name         string  `json:"name" example:"Massachusetts"`
	CategoryName string  `json:"category_name" example:"state" doc:"What the country calls this kind of region."`
	Country      string  `json:"country" example:"US" doc:"An ISO 3166-1 alpha-2 code."`
	Parent       *string `json:"parent" doc:"The code of the region that contains this one; null directly below the country."`
}

func toRegion(r catalog.Region) regionBody { return regionBody(r) }

type catalogEntryBody struct {
	Code string `json:"code" example:"work" doc:"The code that other resources use."`
	Name string `json:"name" example:"Work"`
}

func toNamed(n catalog.Named) catalogEntryBody { return catalogEntryBody(n) }

type bloodTypeBody struct {
	Code       string `json:"code" example:"O-"`
	Name       string `json:"name" example:"O negative"`
	ABO        string `json:"abo" enum:"O,A,B,AB"`
	RhPositive bool   `json:"rh_positive"`
}

func toBloodType(b catalog.BloodType) bloodTypeBody { return bloodTypeBody(b) }

type specialtyCategoryBody struct {
	Code   string  `json:"code" example:"internal_medicine"`
	Name   string  `json:"name" example:"Internal medicine and its subspecialties"`
	Parent *string `json:"parent" example:"medical" doc:"The code of the category that contains this one; null at the top."`
}

func toSpecialtyCategory(c catalog.SpecialtyCategory) specialtyCategoryBody {
	return specialtyCategoryBody(c)
}

type doctorSpecialtyBody struct {
	Code        string  `json:"code" example:"family_medicine"`
	Name        string  `json:"name" example:"Family medicine"`
	Category    string  `json:"category" example:"primary_care" doc:"The code of the category."`
	Description *string `json:"description"`
}

func toDoctorSpecialty(s catalog.DoctorSpecialty) doctorSpecialtyBody { return doctorSpecialtyBody(s) }

type codedEntryBody struct {
	CodeSystem string `json:"code_system" example:"http://www.nlm.nih.gov/research/umls/rxnorm" doc:"The URI of the code system, as in FHIR."`
	Code       string `json:"code" example:"1014676" doc:"Unique within the code system."`
	Name       string `json:"name" example:"cetirizine hydrochloride 5 MG Oral Tablet"`
}

func toCoded(c catalog.Coded) codedEntryBody { return codedEntryBody(c) }

type conditionEntryBody struct {
	CodeSystem     string  `json:"code_system" example:"http://hl7.org/fhir/sid/icd-10-cm" doc:"The URI of the code system, as in FHIR."`
	Code           string  `json:"code" example:"E11.9" doc:"Unique within the code system."`
	Name           string  `json:"name" example:"Type 2 diabetes mellitus without complications"`
	ConditionGroup *string `json:"condition_group" example:"diabetes" doc:"The code of the group that statistics count this condition in; null for conditions without a group."`
	Chronic        *bool   `json:"chronic" doc:"null when no source says."`
}

func toCondition(c catalog.Condition) conditionEntryBody { return conditionEntryBody(c) }

type allergyEntryBody struct {
	CodeSystem string  `json:"code_system" example:"http://snomed.info/sct" doc:"The URI of the code system, as in FHIR."`
	Code       string  `json:"code" example:"102263004" doc:"Unique within the code system."`
	Name       string  `json:"name" example:"Eggs (edible) (substance)"`
	Category   *string `json:"category" enum:"food,medication,environment,biologic" doc:"null when it is not known."`
	Statement  bool    `json:"statement" doc:"Whether this is a statement about allergies, for example that there are none."`
}

func toAllergy(a catalog.Allergy) allergyEntryBody { return allergyEntryBody(a) }
