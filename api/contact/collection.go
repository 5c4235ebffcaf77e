package contact

import (
	"context"
	"net/http"

	"github.com/danielgtaylor/huma/v2"
	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/page"
)

// contacts are a contact.Collection.
type contacts[T, V any] interface {
	List(context.Context, contact.Owner, page.Request) (page.Page[T], error)
	Get(context.Context, contact.Owner, uuid.UUID) (T, error)
	Add(context.Context, contact.Owner, V) (T, error)
	Change(context.Context, contact.Owner, uuid.UUID, service.Versions, V) (T, error)
	Remove(context.Context, contact.Owner, uuid.UUID) error
	MakePrimary(context.Context, contact.Owner, uuid.UUID) (T, error)
	Verify(context.Context, contact.Owner, uuid.UUID) (T, error)
}

// sent is a body that gives values V.
type sent[V any] interface{ values() V }

// resource is a body that an answer has.
type resource interface{ version() int }

// collection are the operations on one kind of contact of one kind of owner: a T is told as a B, added by an A and
// changed by a P.
type collection[T, V any, B resource, A, P sent[V]] struct {
	contacts[T, V]
	owner
	name, path      string // of operation ids and the URL
	article, plural string // for people
	order           string // of lists
	body            func(T) B
}

func (c collection[T, V, B, A, P]) register(api *endpoint.API) {
	c.registerList(api)
	c.registerGet(api)
	c.registerAdd(api)
	c.registerChange(api)
	c.registerRemove(api)
	c.registerActions(api)
}

// itemPath follows the collection's path.
const itemPath = "/{contact_id}"

// operation completes an operation whose id begins with verb.
func (c collection[T, V, B, A, P]) operation(verb, noun string, op huma.Operation) huma.Operation {
	op.OperationID = verb + "-" + string(c.kind) + "-" + noun
	op.Path = c.owner.path + "/{id}/" + c.path + op.Path
	op.Summary += " of " + c.one
	op.Tags = []string{"contacts"}
	op.Errors = append(op.Errors, http.StatusForbidden, http.StatusNotFound)
	return op
}

type listInput struct {
	endpoint.ListInput
	OwnerInput
}

func (c collection[T, V, B, A, P]) registerList(api *endpoint.API) {
	endpoint.Read(api, c.operation("list", c.path, huma.Operation{
		Method:      http.MethodGet,
		Summary:     "List the " + c.plural,
		Description: "In order " + c.order + ". " + c.seenBy,
	}), func(ctx context.Context, in *listInput) (*endpoint.ListOutput[B], error) {
		o, err := in.owner(ctx, c.kind)
		if err != nil {
			return nil, err
		}
		p, err := c.List(ctx, o, in.Page())
		if err != nil {
			return nil, err
		}
		return endpoint.List(ctx, p, c.body), nil
	})
}

type output[B any] struct {
	ETag string `header:"ETag"`
	Body B
}

func (c collection[T, V, B, A, P]) output(contact T, err error) (*output[B], error) {
	if err != nil {
		return nil, err
	}
	body := c.body(contact)
	return &output[B]{ETag: endpoint.VersionTag(body.version()), Body: body}, nil
}

type getInput struct {
	endpoint.Conditional
	ItemInput
}

func (c collection[T, V, B, A, P]) registerGet(api *endpoint.API) {
	endpoint.Read(api, c.operation("get", c.name, huma.Operation{
		Method:      http.MethodGet,
		Path:        itemPath,
		Summary:     "Read " + c.article,
		Description: c.seenBy,
		Responses:   map[string]*huma.Response{"304": {Description: "It is as If-None-Match says."}},
	}), func(ctx context.Context, in *getInput) (*output[B], error) {
		o, id, err := in.item(ctx, c.kind)
		if err != nil {
			return nil, err
		}
		out, err := c.output(c.Get(ctx, o, id))
		if err != nil {
			return nil, err
		}
		return out, in.Check(out.ETag)
	})
}

type addInput[A any] struct {
	OwnerInput
	Body A
}

func (c collection[T, V, B, A, P]) registerAdd(api *endpoint.API) {
	endpoint.Write(api, c.operation("add", c.name, huma.Operation{
		Method:        http.MethodPost,
		Summary:       "Add " + c.article,
		Description:   "The first becomes the primary one. " + c.changedBy,
		DefaultStatus: http.StatusCreated,
		Errors:        []int{http.StatusConflict},
	}), func(ctx context.Context, in *addInput[A]) (*output[B], error) {
		o, err := in.owner(ctx, c.kind)
		if err != nil {
			return nil, err
		}
		return c.output(c.Add(ctx, o, in.Body.values()))
	})
}

type changeInput[P any] struct {
	endpoint.Precondition
	ItemInput
	Body P `contentType:"application/merge-patch+json"`
}

func (c collection[T, V, B, A, P]) registerChange(api *endpoint.API) {
	endpoint.Patch(api, c.operation("change", c.name, huma.Operation{
		Path:        itemPath,
		Summary:     "Change " + c.article,
		Description: "When it leads elsewhere than before, it is no longer verified. " + c.changedBy,
		Errors:      []int{http.StatusConflict},
	}), func(ctx context.Context, in *changeInput[P]) (*output[B], error) {
		versions, err := in.Versions(ctx)
		if err != nil {
			return nil, err
		}
		o, id, err := in.item(ctx, c.kind)
		if err != nil {
			return nil, err
		}
		return c.output(c.Change(ctx, o, id, versions, in.Body.values()))
	})
}

func (c collection[T, V, B, A, P]) registerRemove(api *endpoint.API) {
	endpoint.Write(api, c.operation("delete", c.name, huma.Operation{
		Method:        http.MethodDelete,
		Path:          itemPath,
		Summary:       "Delete " + c.article,
		Description:   "When it was the primary one, the first that is left becomes it. " + c.changedBy,
		DefaultStatus: http.StatusNoContent,
	}), func(ctx context.Context, in *ItemInput) (*struct{}, error) {
		o, id, err := in.item(ctx, c.kind)
		if err != nil {
			return nil, err
		}
		return nil, c.Remove(ctx, o, id)
	})
}

func (c collection[T, V, B, A, P]) registerActions(api *endpoint.API) {
	for _, action := range []struct {
		verb, suffix, path   string
		summary, description string
		do                   func(context.Context, contact.Owner, uuid.UUID) (T, error)
	}{
		{"make", "-primary", "/make-primary", "Make primary ", "The one that was primary no longer is. " + c.changedBy, c.MakePrimary},
		{"verify", "", "/verify", "Verify ", "Says that you have confirmed it to be right as it is; nobody does so for their own. " + c.verifiedBy, c.Verify},
	} {
		endpoint.Write(api, c.operation(action.verb, c.name+action.suffix, huma.Operation{
			Method:      http.MethodPost,
			Path:        itemPath + action.path,
			Summary:     action.summary + c.article,
			Description: action.description + " Doing it again changes nothing.",
		}), func(ctx context.Context, in *ItemInput) (*output[B], error) {
			o, id, err := in.item(ctx, c.kind)
			if err != nil {
				return nil, err
			}
			return c.output(action.do(ctx, o, id))
		})
	}
}
