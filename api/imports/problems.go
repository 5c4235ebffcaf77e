package imports

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/imports"
)

type importProblemBody struct {
	Line       int    `json:"line" doc:"Of the file, from 1."`
	Resource   string `json:"resource" example:"Patient" doc:"FHIR resource type; empty when that can't be told."`
	ResourceID string `json:"resource_id" doc:"What the file calls the record: its id, of CSV identifier_system|identifier_value."`
	Field      string `json:"field" example:"birthDate" doc:"FHIR element, or column of the CSV; empty for the whole line."`
	Code       string `json:"code" example:"birth_in_the_future" doc:"What is wrong, for programs."`
	Detail     string `json:"detail" doc:"What is wrong, for people. It has no value of the line."`
	Severity   string `json:"severity" enum:"error,warning" doc:"error: the line was left out; warning: a part of it."`
}

type problemsInput struct {
	endpoint.ListInput
	endpoint.Format
	ImportInput
}

type problemsOutput struct {
	endpoint.FormatOutput
	Link []string `header:"Link" doc:"The pages beside this one, with rel=\"next\" and rel=\"prev\" (RFC 8288)."`
	Body endpoint.ListBody[importProblemBody]
}

func (h handlers) registerProblems(api *endpoint.API) {
	endpoint.Read(api, endpoint.InFormats(huma.Operation{
		OperationID: "list-import-problems", Method: http.MethodGet, Path: path + "/{id}/problems", Tags: tags,
		Errors:  []int{http.StatusForbidden, http.StatusNotFound},
		Summary: "List what an import left out, line by line",
		Description: "Those of reading the file come first, then those of writing, each in the order of the lines. There are none until the import is completed, and " +
			"of more than 10,000 only the first are kept; problem_count counts all. Accept: text/csv gives a page as a file. " + who,
	}), func(ctx context.Context, in *problemsInput) (*problemsOutput, error) {
		id, _ := endpoint.ID(in.ID) // what is none is nobody's
		page, err := h.imports.Problems(ctx, id, in.Page())
		if err != nil {
			return nil, err
		}
		list := endpoint.List(ctx, page, func(p imports.Problem) importProblemBody { return importProblemBody(p) })
		return &problemsOutput{in.Output("import-problems"), list.Link, list.Body}, nil
	})
}
