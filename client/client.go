// Package client calls the API. It is generated from the OpenAPI document of the last release, openapi.json, by
// "make generate".
package client

//go:generate go run github.com/oapi-codegen/oapi-codegen/v2/cmd/oapi-codegen@v2.8.2 -config codegen.yaml openapi.json
