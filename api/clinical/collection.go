package clinical

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
)

// entries is what the service does with a collection of T, of which F is set.
type entries[T, F any] interface {
	List(ctx context.Context, patientID uuid.UUID, status string, r page.Request) (page.Page[T], error)
	Get(ctx context.Context, patientID, id uuid.UUID) (T, error)
	Add(ctx context.Context, patientID uuid.UUID, f F) (T, error)
	Change(ctx context.Context, patientID, id uuid.UUID, versions service.Versions, f F) (T, error)
	Remove(ctx context.Context, patientID, id uuid.UUID, versions service.Versions) error
}

// collection describes the operations on one: how entries are called, what a list takes (L), and how T is told (B).
type collection[T, F any, L listInput, B body] struct {
	handlers
	entries[T, F]
	// one and many are how texts and operations call entries: "family history", without a plural, is both.
	one, many string
	order     string
	toBody    func(T) B
}

// listInput is the input of a list.
type listInput interface {
	asks() (patient PatientInput, status string, r page.Request)
}

// body is that of an entry.
type body interface {
	where() (patientID, id uuid.UUID, version int)
}

func (b EntryBody) where() (patientID, id uuid.UUID, version int) {
	return b.PatientID, b.ID, b.Version
}

// setter is the body of a request that sets fields F.
type setter[F any] interface{ fields() F }

type entryOutput[B any] struct {
	ETag string `header:"ETag"`
	Body B
}

type createdOutput[B any] struct {
	Location string `header:"Location" doc:"Where the entry is."`
	ETag     string `header:"ETag"`
	Body     B
}

type getInput struct {
	endpoint.Conditional
	EntryInput
}

type addInput[N any] struct {
	PatientInput
	Body N
}

type changeInput[P any] struct {
	endpoint.Precondition
	EntryInput
	Body P `contentType:"application/merge-patch+json"`
}

type removeInput struct {
	endpoint.Precondition
	EntryInput
}

const (
	readers = "For the patient, the doctors of the patient's institution (notes only for the patient's own), the institution unless it is an insurer, and staff with the permission patients:read."
	writers = "For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients."
)

// register registers the operations on a collection; N is the body of a new entry, P that of a change.
func register[T, F any, L listInput, B body, N, P setter[F]](api *endpoint.API, c collection[T, F, L, B]) {
	endpoint.Read(api, c.operation("list-patient-"+c.many, http.MethodGet, "", "List a patient's "+c.many, c.order+" "+readers), c.list)
	get := c.operation("get-patient-"+c.one, http.MethodGet, "/{entry_id}", "Read an entry of a patient's "+c.many, readers)
	get.Responses = map[string]*huma.Response{"304": {Description: "The entry is as If-None-Match says."}}
	endpoint.Read(api, get, c.get)
	add := c.operation("add-patient-"+c.one, http.MethodPost, "", "Add to a patient's "+c.many, writers)
	add.DefaultStatus, add.Errors = http.StatusCreated, append(add.Errors, http.StatusConflict)
	endpoint.Write(api, add, func(ctx context.Context, in *addInput[N]) (*createdOutput[B], error) {
		return c.add(ctx, in.PatientInput, in.Body.fields())
	})
	edit := c.operation("change-patient-"+c.one, http.MethodPatch, "/{entry_id}", "Change an entry of a patient's "+c.many,
		"What the entry is about stays: another diagnosis, drug or relative is another entry. "+writers)
	edit.Errors = []int{http.StatusConflict}
	endpoint.Patch(api, edit, func(ctx context.Context, in *changeInput[P]) (*entryOutput[B], error) {
		return c.change(ctx, in.Precondition, in.EntryInput, in.Body.fields())
	})
	remove := c.operation("remove-patient-"+c.one, http.MethodDelete, "/{entry_id}", "Remove an entry of a patient's "+c.many,
		"For what was entered in error: what has ended is changed, and stays. "+writers)
	remove.DefaultStatus = http.StatusNoContent
	remove.Errors = append(remove.Errors, http.StatusPreconditionFailed, http.StatusPreconditionRequired)
	endpoint.Write(api, remove, c.remove)
}

func (c collection[T, F, L, B]) operation(id, method, below, summary, description string) huma.Operation {
	dashed := strings.NewReplacer(" ", "-")
	return huma.Operation{
		OperationID: dashed.Replace(id), Method: method, Path: path + "/" + dashed.Replace(c.many) + below,
		Summary: summary, Description: description, Tags: []string{"patients"},
		Errors: []int{http.StatusForbidden, http.StatusNotFound},
	}
}

func (c collection[T, F, L, B]) output(item T) *entryOutput[B] {
	b := c.toBody(item)
	_, _, version := b.where()
	return &entryOutput[B]{endpoint.VersionTag(version), b}
}

func (c collection[T, F, L, B]) list(ctx context.Context, in *L) (*endpoint.ListOutput[B], error) {
	of, status, request := (*in).asks()
	patientID, err := c.patient(ctx, of)
	if err != nil {
		return nil, err
	}
	p, err := c.List(ctx, patientID, status, request)
	if err != nil {
		return nil, err
	}
	return endpoint.List(ctx, p, c.toBody), nil
}

func (c collection[T, F, L, B]) get(ctx context.Context, in *getInput) (*entryOutput[B], error) {
	patientID, id, err := c.entry(ctx, in.EntryInput)
	if err != nil {
		return nil, err
	}
	item, err := c.Get(ctx, patientID, id)
	if err != nil {
		return nil, err
	}
	out := c.output(item)
	return out, in.Check(out.ETag)
}

func (c collection[T, F, L, B]) add(ctx context.Context, of PatientInput, f F) (*createdOutput[B], error) {
	patientID, err := c.patient(ctx, of)
	if err != nil {
		return nil, err
	}
	item, err := c.Add(ctx, patientID, f)
	if err != nil {
		return nil, err
	}
	out := c.output(item)
	_, id, _ := out.Body.where()
	self := endpoint.URL(ctx)
	return &createdOutput[B]{self.Path + "/" + id.String(), out.ETag, out.Body}, nil
}

func (c collection[T, F, L, B]) change(ctx context.Context, p endpoint.Precondition, at EntryInput, f F) (*entryOutput[B], error) {
	versions, err := p.Versions(ctx)
	if err != nil {
		return nil, err
	}
	patientID, id, err := c.entry(ctx, at)
	if err != nil {
		return nil, err
	}
	item, err := c.Change(ctx, patientID, id, versions, f)
	if err != nil {
		return nil, err
	}
	return c.output(item), nil
}

func (c collection[T, F, L, B]) remove(ctx context.Context, in *removeInput) (*struct{}, error) {
	versions, err := in.Versions(ctx)
	if err != nil {
		return nil, err
	}
	patientID, id, err := c.entry(ctx, in.EntryInput)
	if err != nil {
		return nil, err
	}
	return nil, c.Remove(ctx, patientID, id, versions)
}
