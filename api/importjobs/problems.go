package importjobs

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/imports"
)

type importProblemBody struct {
	File       string `json:"file" example:"export/Patient.ndjson" doc:"The name of the file in an archive; empty for a file that is not an archive."`
	Line       int    `json:"line" doc:"The number of the line in the file, from 1; for an entry of a Bundle, the line where it begins."`
	Resource   string `json:"resource" example:"Patient" doc:"The FHIR resource type; empty when it can't be determined."`
	ResourceID string `json:"resource_id" doc:"The record's id in the file; for CSV, identifier_system|identifier_value."`
	Field      string `json:"field" example:"birthDate" doc:"The FHIR element or the CSV column; empty for the whole line."`
	Code       string `json:"code" example:"birth_in_the_future" doc:"What is wrong, for programs."`
	Detail     string `json:"detail" doc:"What is wrong, for people. It never contains a value from the line."`
	Severity   string `json:"severity" enum:"error,warning" doc:"error: the whole line was left out; warning: a part of it was left out."`
}

type problemsInput struct {
	endpoint.ListInput
	endpoint.Format
	ImportInput
}

type problemsOutput struct {
	endpoint.FormatOutput
	Link []string `header:"Link" doc:"Links to the next and the previous page, with rel=\"next\" and rel=\"prev\" (RFC 8288)."`
	Body endpoint.ListBody[importProblemBody]
}

func (h handlers) registerProblems(api *endpoint.API) {
	endpoint.Read(api, endpoint.InFormats(huma.Operation{
		OperationID: "list-import-problems", Method: http.MethodGet, Path: path + "/{id}/problems", Tags: tags,
		Errors:  []int{http.StatusForbidden, http.StatusNotFound},
		Summary: "List what an import left out, line by line",
		Description: "Problems found while reading the file come first, then those found while writing, each in the order of the lines. The list is " +
			"empty until the import is completed. Only the first 10,000 are kept; problem_count counts all. With Accept: text/csv you get the page as a file. " + who,
	}), func(ctx context.Context, in *problemsInput) (*problemsOutput, error) {
		id, _ := endpoint.ID(in.ID) // what isn't a UUID names no import
		page, err := h.imports.Problems(ctx, id, in.Page())
		if err != nil {
			return nil, err
		}
		list := endpoint.List(ctx, page, func(p imports.Problem) importProblemBody { return importProblemBody(p) })
		return &problemsOutput{in.Output("import-problems"), list.Link, list.Body}, nil
	})
}
