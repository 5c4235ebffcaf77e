package contacts

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/contact"
)

// texts are how operations call contacts of one kind.
type texts struct {
	name, path      string // of operation ids and the URL
	article, plural string // for people
	order           string // of lists
}

// operations are those on contacts of one kind of one kind of owner.
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
	ops.registerAction(api, "make", "-primary", "/make-primary", "Make primary ",
		"The one that was primary no longer is. "+o.changedBy, contacts.MakePrimary)
	ops.registerAction(api, "verify", "", "/verify", "Verify ",
		"Says that you have confirmed it to be right as it is; nobody does so for their own. "+o.verifiedBy, contacts.Verify)
}

// itemPath follows the collection's path.
const itemPath = "/{contact_id}"

// ItemInput names a contact of an owner.
type ItemInput struct {
	endpoint.OwnerInput
	ContactID string `path:"contact_id" maxLength:"36"`
}

type listInput struct {
	endpoint.ListInput
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
		Description: "In order " + o.order + ". " + o.seenBy,
	}), func(ctx context.Context, in *listInput) (*endpoint.ListOutput[*T], error) {
		return o.entries.List(ctx, in.OwnerInput, nil, in.Page())
	})
	endpoint.Read(api, o.operation("get", o.name, huma.Operation{
		Method:      http.MethodGet,
		Path:        itemPath,
		Summary:     "Read " + o.article,
		Description: o.seenBy,
		Responses:   map[string]*huma.Response{"304": {Description: "It is as If-None-Match says."}},
	}), func(ctx context.Context, in *getInput) (*endpoint.ResourceOutput[T], error) {
		return o.entries.Get(ctx, in.OwnerInput, in.ContactID, in.Conditional)
	})
}

func (o operations[T]) registerWrites(api *endpoint.API) {
	endpoint.Write(api, o.operation("add", o.name, huma.Operation{
		Method:        http.MethodPost,
		Summary:       "Add " + o.article,
		Description:   "The first becomes the primary one. " + o.changedBy,
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusConflict},
	}), func(ctx context.Context, in *addInput[T]) (*endpoint.CreatedOutput[T], error) {
		return o.entries.Add(ctx, in.OwnerInput, in.Body)
	})
	endpoint.Patch(api, o.operation("change", o.name, huma.Operation{
		Path:        itemPath,
		Summary:     "Change " + o.article,
		Description: "When it leads elsewhere than before, it is no longer verified. " + o.changedBy,
		Errors:      []int{http.StatusConflict},
	}), func(ctx context.Context, in *changeInput[T]) (*endpoint.ResourceOutput[T], error) {
		return o.entries.Change(ctx, in.OwnerInput, in.ContactID, in.Precondition, in.Body)
	})
	endpoint.Write(api, o.operation("delete", o.name, huma.Operation{
		Method:        http.MethodDelete,
		Path:          itemPath,
		Summary:       "Delete " + o.article,
		Description:   "When it was the primary one, the first that is left becomes it. " + o.changedBy,
		DefaultStatus: http.StatusNoContent,
	}), func(ctx context.Context, in *ItemInput) (*struct{}, error) {
		whose, id, err := o.entries.Entry(ctx, in.OwnerInput, in.ContactID)
		if err != nil {
			return nil, err
		}
		return nil, o.contacts.Remove(ctx, whose, id, service.Versions{Any: true})
	})
}

// registerAction registers what is done to a contact beside changing it.
func (o operations[T]) registerAction(
	api *endpoint.API, verb, suffix, path, summary, description string,
	do func(context.Context, contact.Owner, uuid.UUID) (*T, error),
) {
	endpoint.Write(api, o.operation(verb, o.name+suffix, huma.Operation{
		Method:      http.MethodPost,
		Path:        itemPath + path,
		Summary:     summary + o.article,
		Description: description + " Doing it again changes nothing.",
	}), func(ctx context.Context, in *ItemInput) (*endpoint.ResourceOutput[T], error) {
		whose, id, err := o.entries.Entry(ctx, in.OwnerInput, in.ContactID)
		if err != nil {
			return nil, err
		}
		return endpoint.Answer(do(ctx, whose, id))
	})
}
