package importjobs

import (
	"context"
	"errors"
	"mime"
	"net/http"
	"os"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service/dataset"
	"github.com/predicthealth/predicthealth/service/imports"
)

// jsonType is accepted, but not in the document.
const jsonType = "application/json"

// formats are the accepted media types of files.
var formats = map[string]dataset.Format{
	"application/fhir+ndjson":      dataset.NDJSON,
	"application/x-ndjson":         dataset.NDJSON,
	"application/fhir+json":        dataset.JSON,
	jsonType:                       dataset.JSON,
	"application/zip":              dataset.Archive,
	"application/x-zip-compressed": dataset.Archive,
	"application/x-tar":            dataset.Archive,
	"application/gzip":             dataset.Archive, // of a tar
	"text/csv":                     dataset.CSV,
}

type createInput struct {
	endpoint.UploadBody
	ContentType     string `header:"Content-Type" hidden:"true"`
	ContentEncoding string `header:"Content-Encoding" enum:"identity,gzip" doc:"gzip if the file is gzipped."`
	DryRun          bool   `query:"dry_run" doc:"Process the file and report the result, but roll everything back."`
	Source          string `query:"source" maxLength:"150" example:"https://fhir.example.org/r4" doc:"For FHIR, the base URL of the server that made the export, needed when its ids are not UUIDs. For CSV, the identifier_system of rows that have none."`
	Country         string `query:"country" maxLength:"2" example:"US" doc:"The ISO 3166-1 code of the country for addresses and phone numbers that don't name one."`
	InstitutionID   string `query:"institution_id" maxLength:"36" format:"uuid" doc:"Write only patients of this institution. A file from an institution writes only its own patients in any case."`
	// Digest identifies the file: a repeated request must have the same one, and the same parameters.
	Digest []byte `json:"digest" hidden:"true"`

	received imports.Upload
}

type createOutput struct {
	Location   string `header:"Location" doc:"The address of the import, to ask about its progress."`
	ETag       string `header:"ETag"`
	RetryAfter string `header:"Retry-After" doc:"Seconds to wait before you ask about the progress."`
	Body       importBody
}

const createDescription = `The file is read as it arrives and loaded in the background, in one transaction: all of it or nothing. Lines
that break a rule are left out; list-import-problems lists them. Loading a file again changes nothing, and a newer file updates the
values that it contains.

- **NDJSON** (application/fhir+ndjson): FHIR R4 resources or Bundles, one per line, in any mixture.
- **JSON** (application/fhir+json): a FHIR R4 resource, a Bundle of any kind, or an array of them.
- **Archives** (application/zip, application/x-tar, application/gzip for a gzipped tar) of files in these two formats. Files whose names
  don't end in .ndjson, .jsonl or .json are named in the report, and not read.
- **CSV** (text/csv, UTF-8, commas): one patient per line, below a header line with these names, in any order:
`

// columns lists the columns of a CSV file, as Markdown.
func columns() string {
	var b strings.Builder
	for _, c := range dataset.Columns {
		b.WriteString("  `" + c.Name + "`")
		if c.Required {
			b.WriteString(" (required)")
		}
		if c.Doc != "" {
			b.WriteString(": " + c.Doc)
		}
		b.WriteString(";\n")
	}
	return strings.TrimSuffix(b.String(), ";\n") + ".\n\n"
}

func (h handlers) registerCreate(api *endpoint.API) {
	file := &huma.Schema{Type: huma.TypeString, Format: "binary"}
	content := map[string]*huma.MediaType{}
	for name := range formats {
		content[name] = &huma.MediaType{Schema: file}
	}
	content["text/csv"].Example = "identifier_system,identifier_value,first_name,last_name,date_of_birth,sex,doctor_licence\n" +
		"https://clinic.example.org/patients,4711,Ana,García,1984-05-12,female,MA-10025\n"
	content["application/fhir+ndjson"].Example = `{"resourceType":"Patient","id":"2349bed7-a36c-5888-b940-8b9b8061bdc7",` +
		`"name":[{"family":"García","given":["Ana"]}],"birthDate":"1984-05-12","gender":"female"}`
	content["application/x-ndjson"].Example = content["application/fhir+ndjson"].Example
	delete(content, jsonType) // generated clients would encode the file, and huma would read it into memory
	endpoint.Upload(api, huma.Operation{
		OperationID: "create-import", Method: http.MethodPost, Path: path, Tags: tags,
		DefaultStatus: http.StatusAccepted,
		Summary:       "Import a file of patients",
		Description: createDescription + columns() + "A file from an institution writes only its own patients and what belongs to them. The " +
			"codes and identifiers that it uses apply to that institution only, and other institutions' records are refused as if they did not exist. " + who,
		RequestBody: &huma.RequestBody{Required: true, Content: content},
		Errors:      []int{http.StatusForbidden},
	}, imports.ReceiveTime, h.receive, h.create)
}

// receive stores the file.
func (h handlers) receive(ctx context.Context, in *createInput) (func(), error) {
	format, known := formatOf(in.ContentType)
	if !known {
		return nil, problem.New(ctx, "unsupported_media_type", "Send application/fhir+ndjson, application/fhir+json, application/zip, application/x-tar or text/csv, in UTF-8.")
	}
	request := imports.Request{
		Parameters: imports.Parameters{Source: in.Source, Country: in.Country},
		Format:     format, Gzipped: in.ContentEncoding == "gzip", DryRun: in.DryRun,
	}
	if in.InstitutionID != "" {
		id, err := uuid.Parse(in.InstitutionID)
		if err != nil {
			return nil, err // the schema has refused it already
		}
		request.InstitutionID = &id
	}
	var err error
	if in.received, err = h.imports.Receive(ctx, request, in); err != nil {
		return nil, refusal(ctx, err)
	}
	in.Digest = in.received.Digest
	return func() { h.imports.Discard(ctx, in.received) }, nil
}

func (h handlers) create(ctx context.Context, in *createInput) (*createOutput, error) {
	job, err := h.imports.Submit(ctx, in.received)
	if err != nil {
		return nil, err
	}
	out := toOutput(job)
	return &createOutput{path + "/" + job.ID.String(), out.ETag, out.RetryAfter, out.Body}, nil
}

func formatOf(contentType string) (dataset.Format, bool) {
	media, parameters, err := mime.ParseMediaType(contentType)
	if err != nil || !strings.EqualFold(parameters["charset"], "utf-8") && parameters["charset"] != "" {
		return "", false
	}
	format, known := formats[media]
	return format, known
}

// refusal returns the problem for a file that did not arrive completely.
func refusal(ctx context.Context, err error) error {
	var large *imports.TooLargeError
	var broken *imports.BrokenError
	switch {
	case errors.As(err, &large):
		return problem.New(ctx, "body_too_large", "The file is too large. Gzip it, or send it in parts. Nothing was stored.")
	case errors.As(err, &broken) && errors.Is(err, os.ErrDeadlineExceeded):
		return problem.New(ctx, "request_timeout", "The file arrived too slowly. Gzip it, or send it in parts. Nothing was stored.")
	case errors.As(err, &broken):
		return problem.New(ctx, "invalid_body", "The file ended early. Nothing was stored.")
	}
	return err
}
