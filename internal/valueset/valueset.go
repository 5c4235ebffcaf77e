// Package valueset has the value sets (FHIR's term for sets of codes) of the platform's own columns. Each is a type whose
// Values returns all codes. The schema's columns and checks, the services and the OpenAPI document all take them from here.
// Sets that administrators can extend are catalogs instead, in tables of their own.
package valueset
