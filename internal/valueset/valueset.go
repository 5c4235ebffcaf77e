// Package valueset has the value sets of the platform's own columns, as FHIR calls sets of codes. Each is a type whose
// Values say what there is: the schema's columns and checks, the services and the API's document all take them from here.
// Codes that administrators may add to are catalogs instead, in tables of their own.
package valueset
