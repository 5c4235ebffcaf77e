package contacts

import (
	"context"
	"fmt"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/contact"
)

// texts are the names of contacts of one kind in operations.
type texts struct {
	name, path      string // in operation ids and the URL
	article, plural string // for people
	order           string // of the list
}

// operations are the operations on one kind of contact of one kind of owner.
type operations[T any] struct {
	owner
	texts
	contacts *contact.Collection[T]
	entries  endpoint.Entries[T, contact.Owner]
}

func register[T any](api *endpoint.API, o owner, contacts *contact.Collection[T], t texts) {
	ops := operations[T]{o, t, contacts, endpoint.Entries[T, contact.Owner]{
		Collection: contacts.Collection,
		Me:         func(ctx context.Context) (contact.Owner, error) { return contact.Me(ctx, o.kind) },
		Of:         o.kind.OwnerOf,
	}}
	ops.registerReads(api)
	ops.registerWrites(api)
	ops.registerAction(api, "make", "-primary", "/make-primary", "Make %s the primary one",
		"The previous primary one is no longer primary. "+o.changedBy, contacts.MakePrimary)
	ops.registerAction(api, "verify", "", "/verify", "Verify %s",
		"Records that you have confirmed it to be correct. Nobody can verify their own. "+o.verifiedBy, contacts.Verify)
}

// itemPath follows the collection's path.
const itemPath = "/{contact_id}"

// ItemInput is a contact of an owner in an operation's path.
type ItemInput struct {
	endpoint.OwnerInput
	ContactID string `path:"contact_id" maxLength:"36"`
}

type listInput struct {
	endpoint.EntriesInput
	endpoint.OwnerInput
}

type getInput struct {
	endpoint.Conditional
	ItemInput
}

type addInput[T any] struct {
	endpoint.OwnerInput
	Body body.New[T]
}

type changeInput[T any] struct {
	endpoint.Precondition
	ItemInput
	Body body.Change[T] `contentType:"application/merge-patch+json"`
}

type deleteInput struct {
	endpoint.Precondition
	ItemInput
}

// operation completes an operation whose id begins with verb.
func (o operations[T]) operation(verb, noun string, op huma.Operation) huma.Operation {
	op.OperationID = verb + "-" + string(o.kind) + "-" + noun
	op.Path = o.owner.path + "/{id}/" + o.texts.path + op.Path
	op.Summary += " of " + o.one
	op.Tags = []string{"contacts"}
	op.Errors = append(op.Errors, http.StatusForbidden, http.StatusNotFound)
	return op
}

func (o operations[T]) registerReads(api *endpoint.API) {
	endpoint.Read(api, o.operation("list", o.texts.path, huma.Operation{
		Method:      http.MethodGet,
		Summary:     "List the " + o.plural,
		Description: "Sorted " + o.order + ". " + o.seenBy,
	}), func(ctx context.Context, in *listInput) (*endpoint.ListOutput[*T], error) {
		return o.entries.List(ctx, in.OwnerInput, in.EntriesInput)
	})
	endpoint.Read(api, o.operation("get", o.name, huma.Operation{
		Method:      http.MethodGet,
		Path:        itemPath,
		Summary:     "Read " + o.article,
		Description: o.seenBy,
	}), func(ctx context.Context, in *getInput) (*endpoint.ResourceOutput[T], error) {
		return o.entries.Get(ctx, in.OwnerInput, in.ContactID, in.Conditional)
	})
}

func (o operations[T]) registerWrites(api *endpoint.API) {
	endpoint.Write(api, o.operation("create", o.name, huma.Operation{
		Method:        http.MethodPost,
		Summary:       "Add " + o.article,
		Description:   "The owner's first becomes the primary one. " + o.changedBy,
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusConflict},
	}), func(ctx context.Context, in *addInput[T]) (*endpoint.CreatedOutput[T], error) {
		return o.entries.Add(ctx, in.OwnerInput, in.Body)
	})
	endpoint.Patch(api, o.operation("update", o.name, huma.Operation{
		Path:        itemPath,
		Summary:     "Change " + o.article,
		Description: "If the address or number itself changes, it is no longer verified. " + o.changedBy,
		Errors:      []int{http.StatusConflict},
	}), func(ctx context.Context, in *changeInput[T]) (*endpoint.ResourceOutput[T], error) {
		return o.entries.Change(ctx, in.OwnerInput, in.ContactID, in.Precondition, in.Body)
	})
	endpoint.Write(api, o.operation("delete", o.name, huma.Operation{
		Method:        http.MethodDelete,
		Path:          itemPath,
		Summary:       "Delete " + o.article,
		Description:   "If it was the primary one, the first of the others becomes the primary one. " + o.changedBy,
		DefaultStatus: http.StatusNoContent,
		Errors:        []int{http.StatusPreconditionFailed, http.StatusPreconditionRequired},
	}), func(ctx context.Context, in *deleteInput) (*struct{}, error) {
		return o.entries.Remove(ctx, in.OwnerInput, in.ContactID, in.Precondition)
	})
}

// registerAction registers an action on a contact. summary has a %s for the contact.
func (o operations[T]) registerAction(
	api *endpoint.API, verb, suffix, path, summary, description string,
	do func(context.Context, contact.Owner, uuid.UUID) (*T, error),
) {
	op := o.operation(verb, o.name+suffix, huma.Operation{
		Method:      http.MethodPost,
		Path:        itemPath + path,
		Summary:     o.article,
		Description: description + " Repeating the request changes nothing.",
	})
	op.Summary = fmt.Sprintf(summary, op.Summary)
	endpoint.Write(api, op, func(ctx context.Context, in *ItemInput) (*endpoint.ResourceOutput[T], error) {
		whose, id, err := o.entries.Entry(ctx, in.OwnerInput, in.ContactID)
		if err != nil {
			return nil, err
		}
		return endpoint.Answer(do(ctx, whose, id))
	})
}
