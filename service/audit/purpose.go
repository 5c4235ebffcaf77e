package audit

// PurposesOfUse are the codes of HL7's value set PurposeOfUse, http://terminology.hl7.org/ValueSet/v3-PurposeOfUse: the
// codes below PurposeOfUse in the code system http://terminology.hl7.org/CodeSystem/v3-ActReason (HL7 Terminology 6).
var PurposesOfUse = []string{
	"PurposeOfUse",
	"HMARKT", // marketing
	// operations
	"HOPERAT", "CAREMGT", "DONAT", "FRAUD", "GOV", "HACCRED", "HCOMPL", "HDECD", "HDIRECT", "HDM", "HLEGAL", "HOUTCOMS",
	"HPRGRP", "HQUALIMP", "HSYSADMIN", "LABELING", "METAMGT", "MEMADMIN", "MILCDM", "PATADMIN", "PATSFTY", "PERFMSR",
	"RECORDMGT", "SYSDEV", "HTEST", "TRAIN",
	// payment
	"HPAYMT", "CLMATTCH", "COVAUTH", "COVERAGE", "ELIGDTRM", "ELIGVER", "ENROLLM", "MILDCRG", "REMITADV",
	// research
	"HRESCH", "BIORCH", "CLINTRCH", "CLINTRCHNPC", "CLINTRCHPC", "PRECLINTRCH", "DSRCH", "POARCH", "TRANSRCH",
	// at the patient's request
	"PATRQT", "FAMRQT", "PWATRNY", "SUPNWK",
	// public health
	"PUBHLTH", "DISASTER", "THREAT",
	// treatment
	"TREAT", "CLINTRL", "COC", "ETREAT", "BTG", "ERTREAT", "POPHLTH",
}
