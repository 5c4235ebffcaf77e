package clinicalrecords

import (
	"context"
	"net/http"
	"strings"

	"github.com/danielgtaylor/huma/v2"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/clinical"
)

const path = "/api/v1/patients/{id}"

// texts are the names of entries in operations, and the order of the list. "family history" has no plural: one and many are
// the same.
type texts struct{ one, many, order string }

// listing is the input of a list.
type listing interface {
	entries() EntriesInput
	statuses() []string
}

// EntriesInput is the input of a list without filters.
type EntriesInput struct {
	endpoint.OwnerInput
	endpoint.EntriesInput
}

func (in EntriesInput) entries() EntriesInput { return in }
func (in EntriesInput) statuses() []string    { return nil }

// statusInput is the input of a list of entries with a status.
type statusInput[S ~string] struct {
	EntriesInput
	Status []S `query:"status" nullable:"false" doc:"Only entries with one of these statuses."`
}

func (in statusInput[S]) statuses() []string {
	var all []string // nil without any: a cursor belongs to a filter, and no filter is the same wherever the list is read
	for _, status := range in.Status {
		all = append(all, string(status))
	}
	return all
}

// EntryInput is an entry of a patient's record in an operation's path.
type EntryInput struct {
	endpoint.OwnerInput
	EntryID string `path:"entry_id" maxLength:"36" format:"uuid"`
}

type getInput struct {
	endpoint.Conditional
	EntryInput
}

type addInput[T any] struct {
	endpoint.OwnerInput
	Body body.New[T]
}

type addAllInput[T any] struct {
	endpoint.OwnerInput
	Body body.NewBatch[T]
}

type changeInput[T any] struct {
	endpoint.Precondition
	EntryInput
	Body body.Change[T] `contentType:"application/merge-patch+json"`
}

type removeInput struct {
	endpoint.Precondition
	EntryInput
}

const (
	readers = "For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the institution unless it is an insurer, and staff with the permission patients:read."
	writers = "For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries."
)

// register registers the operations on a collection; L is the input of its list operation.
func register[L listing, T any](api *endpoint.API, records *clinical.Collection[T], t texts) {
	entries := endpoint.Entries[T, *clinical.Patient]{Collection: records, Me: clinical.Me, Of: clinical.Of}
	endpoint.Read(api, t.operation("list-patient-"+t.many, http.MethodGet, "", "List a patient's "+t.many, t.order+" "+readers),
		func(ctx context.Context, in *L) (*endpoint.ListOutput[*T], error) {
			of := (*in).entries()
			return entries.List(ctx, of.OwnerInput, of.EntriesInput, (*in).statuses()...)
		})

	get := t.operation("get-patient-"+t.one, http.MethodGet, "/{entry_id}", "Read an entry of a patient's "+t.many, readers)
	endpoint.Read(api, get, func(ctx context.Context, in *getInput) (*endpoint.ResourceOutput[T], error) {
		return entries.Get(ctx, in.OwnerInput, in.EntryID, in.Conditional)
	})

	add := t.operation("create-patient-"+t.one, http.MethodPost, "", "Add to a patient's "+t.many, writers)
	add.DefaultStatus, add.Errors = http.StatusCreated, append(add.Errors, http.StatusConflict)
	endpoint.Write(api, add, func(ctx context.Context, in *addInput[T]) (*endpoint.CreatedOutput[T], error) {
		return entries.Add(ctx, in.OwnerInput, in.Body)
	})

	addAll := t.operation("create-patient-"+t.one+"-batch", http.MethodPost, "/batch", "Add several entries to a patient's "+t.many,
		"All of them or none, in one transaction. The response has them in the order of the request. If some are refused, nothing is added, and errors names each field at fault with the entry's index, as in /items/3/notes; entries that are in the request twice are a 409, as those that the record has already. The request counts once against the limits. "+writers)
	addAll.DefaultStatus, addAll.Errors = http.StatusCreated, append(addAll.Errors, http.StatusConflict)
	endpoint.Write(api, addAll, func(ctx context.Context, in *addAllInput[T]) (*endpoint.BatchOutput[T], error) {
		return entries.AddAll(ctx, in.OwnerInput, in.Body)
	})

	edit := t.operation("update-patient-"+t.one, http.MethodPatch, "/{entry_id}", "Change an entry of a patient's "+t.many,
		"The diagnosis, drug or relative of an entry can't be changed: add another entry instead. "+writers)
	edit.Errors = []int{http.StatusConflict}
	endpoint.Patch(api, edit, func(ctx context.Context, in *changeInput[T]) (*endpoint.ResourceOutput[T], error) {
		return entries.Change(ctx, in.OwnerInput, in.EntryID, in.Precondition, in.Body)
	})

	remove := t.operation("delete-patient-"+t.one, http.MethodDelete, "/{entry_id}", "Remove an entry of a patient's "+t.many,
		"Only for entries made in error. If something has ended, change the entry instead, so that it stays in the record. "+writers)
	remove.DefaultStatus = http.StatusNoContent
	remove.Errors = append(remove.Errors, http.StatusPreconditionFailed, http.StatusPreconditionRequired)
	endpoint.Write(api, remove, func(ctx context.Context, in *removeInput) (*struct{}, error) {
		return entries.Remove(ctx, in.OwnerInput, in.EntryID, in.Precondition)
	})
}

func (t texts) operation(id, method, below, summary, description string) huma.Operation {
	dashed := strings.NewReplacer(" ", "-")
	return huma.Operation{
		OperationID: dashed.Replace(id), Method: method, Path: path + "/" + dashed.Replace(t.many) + below,
		Summary: summary, Description: description, Tags: []string{"patients"},
		Errors: []int{http.StatusForbidden, http.StatusNotFound},
	}
}
