package reports

import (
	"context"
	"net/http"
	"slices"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/analytics"
)

// Input holds the parameters that every report has.
type Input struct {
	endpoint.Conditional
	endpoint.Format
	Subject
}

// Subject is the institution or the doctor that a report is about.
type Subject struct {
	InstitutionID string `query:"institution_id" maxLength:"36" example:"me" pattern:"^(me|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$" doc:"Only this institution; me stands for the institution that is signed in."`
	DoctorID      string `query:"doctor_id" maxLength:"36" example:"me" pattern:"^(me|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12})$" doc:"Only this doctor; me stands for the doctor who is signed in."`
}

func (in *Input) common() *Input { return in }

func (s *Subject) question() analytics.Question {
	return analytics.Question{InstitutionID: s.InstitutionID, DoctorID: s.DoctorID}
}

// question is a pointer to an input I.
type question[I any] interface {
	*I
	common() *Input
	question() analytics.Question
}

type output[B any] struct {
	endpoint.FormatOutput
	ETag         string `header:"ETag"`
	Cache        string `header:"X-Cache" enum:"hit,miss" doc:"Whether the response came from the cache."`
	CacheControl string `header:"Cache-Control"`
	Body         endpoint.Ready[B]
}

// shape is how rows T, and their JSON, become a body B.
type shape[T, B any] struct {
	body func([]T) B
	json func(rows []byte) []byte
}

// rows is the shape of a report of any number of rows.
func rows[T any]() shape[T, endpoint.RowsBody[T]] {
	return shape[T, endpoint.RowsBody[T]]{
		func(items []T) endpoint.RowsBody[T] { return endpoint.RowsBody[T]{Items: items} },
		func(rows []byte) []byte { return slices.Concat([]byte(`{"items":`), rows, []byte(`}`)) },
	}
}

// row is the shape of a report that is one row.
func row[T any]() shape[T, T] {
	return shape[T, T]{
		func(items []T) T { return items[0] },
		func(rows []byte) []byte { return rows[1 : len(rows)-1] },
	}
}

func many[T any](api *endpoint.API, s *analytics.Service, report analytics.Report[T], name, summary string) {
	register[Input](api, s, report, rows[T](), operation(name, summary, report.Clinical))
}

func one[T any](api *endpoint.API, s *analytics.Service, report analytics.Report[T], name, summary string) {
	register[Input](api, s, report, row[T](), operation(name, summary, report.Clinical))
}

// Descriptions of the callers who may request a report.
const (
	askers         = "For staff with the permission analytics:read, about the whole platform or about one institution or doctor; for institutions, about themselves or one of their doctors; for doctors who are active, about themselves. "
	clinicalAskers = "For staff with the permissions analytics:read and patients:read, about the whole platform or about one institution or doctor; for institutions other than insurers, about themselves or one of their doctors; for doctors who are active, about themselves. "
)

func operation(name, summary string, clinical bool) huma.Operation {
	who := askers + "Staff without the permission patients:read get figures about patients rounded. "
	if clinical {
		who = clinicalAskers
	}
	return endpoint.InFormats(huma.Operation{
		OperationID: "get-" + name,
		Method:      http.MethodGet,
		Path:        "/api/v1/analytics/" + name,
		Summary:     summary,
		Description: who + "Only active, living patients count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.",
		Tags:        []string{"analytics"},
		Errors:      []int{http.StatusForbidden, http.StatusNotFound},
	})
}

// register registers an operation that reads the parameters I and answers with a report whose rows T make up the body B.
func register[I any, Q question[I], T, B any](
	api *endpoint.API, s *analytics.Service, report analytics.Report[T], as shape[T, B], op huma.Operation,
) {
	name := op.OperationID[len("get-"):]
	endpoint.Read(api, op, func(ctx context.Context, in *I) (*output[B], error) {
		asked := Q(in).common()
		answer, err := analytics.Read(ctx, s, report, Q(in).question())
		if err != nil {
			return nil, err
		}
		out := &output[B]{
			FormatOutput: asked.Output(name), ETag: asked.TagOf(answer.ETag), Cache: "miss", CacheControl: "private, no-cache",
		}
		if answer.Hit {
			out.Cache = "hit"
		}
		if err := asked.Check(out.ETag); err != nil {
			return nil, err
		}
		if !asked.CSV() {
			out.Body.JSON = as.json(answer.JSON)
			return out, nil
		}
		items, err := answer.Rows()
		if err != nil {
			return nil, err
		}
		out.Body.Body = as.body(items)
		return out, nil
	})
}
