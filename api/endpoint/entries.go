package endpoint

import (
	"context"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/api/body"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/resource"
)

// Entries are the handlers of operations on a collection: entries T of an owner O. A T is what answers tell.
type Entries[T any, O collection.Owner] struct {
	*collection.Collection[T, O]
	// Me returns the owner who is signed in, Of the owner with an id.
	Me func(context.Context) (O, error)
	Of func(uuid.UUID) O
}

// OwnerInput names in the path whose the entries are.
type OwnerInput struct {
	ID string `path:"id" maxLength:"36" example:"me"`
}

// ResourceOutput is a T in an answer.
type ResourceOutput[T any] struct {
	ETag string `header:"ETag"`
	Body *T
}

// CreatedOutput is a new T in an answer.
type CreatedOutput[T any] struct {
	Location string `header:"Location" doc:"Where it is."`
	ETag     string `header:"ETag"`
	Body     *T
}

// Answer answers with a T, or fails as the service did.
func Answer[T any](item *T, err error) (*ResourceOutput[T], error) {
	if err != nil {
		return nil, err
	}
	return &ResourceOutput[T]{VersionTag(resource.VersionOf(item)), item}, nil
}

// owner reads whose entries are meant; what is no id belongs to nobody.
func (e Entries[T, O]) owner(ctx context.Context, in OwnerInput) (o O, err error) {
	if in.ID == "me" {
		return e.Me(ctx)
	}
	id, err := ID(in.ID)
	return e.Of(id), err
}

// Entry reads whose entry is meant, and which.
func (e Entries[T, O]) Entry(ctx context.Context, in OwnerInput, entry string) (o O, id uuid.UUID, err error) {
	if o, err = e.owner(ctx, in); err == nil {
		id, err = ID(entry)
	}
	return o, id, err
}

// List answers with a page of an owner's entries, of those with one of the statuses if there are any.
func (e Entries[T, O]) List(ctx context.Context, whose OwnerInput, in EntriesInput, statuses ...string) (*ListOutput[*T], error) {
	o, err := e.owner(ctx, whose)
	if err != nil {
		return nil, err
	}
	filter := in.filter()
	filter.Status = statuses
	p, err := e.Collection.List(ctx, o, filter, in.Page())
	if err != nil {
		return nil, err
	}
	return Items(ctx, p), nil
}

// Get answers with an entry, or with 304.
func (e Entries[T, O]) Get(ctx context.Context, in OwnerInput, entry string, c Conditional) (*ResourceOutput[T], error) {
	o, id, err := e.Entry(ctx, in, entry)
	if err != nil {
		return nil, err
	}
	out, err := Answer(e.Collection.Get(ctx, o, id))
	if err != nil {
		return nil, err
	}
	return out, c.Check(out.ETag)
}

// Add adds an entry and answers with it.
func (e Entries[T, O]) Add(ctx context.Context, in OwnerInput, b body.New[T]) (*CreatedOutput[T], error) {
	o, err := e.owner(ctx, in)
	if err != nil {
		return nil, err
	}
	item, err := e.Collection.Add(ctx, o, b.Values)
	if err != nil {
		return nil, err
	}
	entries := URL(ctx)
	return &CreatedOutput[T]{entries.Path + "/" + resource.IDOf(item).String(), VersionTag(resource.VersionOf(item)), item}, nil
}

// BatchBody holds what was created at once, in the order of the request.
type BatchBody[T any] struct {
	Items []*T `json:"items" nullable:"false" doc:"In the order in which they were sent."`
}

// BatchOutput is what was created at once.
type BatchOutput[T any] struct{ Body BatchBody[T] }

// AddAll adds all of the entries or none, and answers with them.
func (e Entries[T, O]) AddAll(ctx context.Context, in OwnerInput, b body.NewBatch[T]) (*BatchOutput[T], error) {
	o, err := e.owner(ctx, in)
	if err != nil {
		return nil, err
	}
	items, err := e.Collection.AddAll(ctx, o, b.Values())
	if err != nil {
		return nil, err
	}
	return &BatchOutput[T]{BatchBody[T]{items}}, nil
}

// Change changes an entry and answers with it.
func (e Entries[T, O]) Change(ctx context.Context, in OwnerInput, entry string, p Precondition, b body.Change[T]) (*ResourceOutput[T], error) {
	versions, err := p.Versions(ctx)
	if err != nil {
		return nil, err
	}
	o, id, err := e.Entry(ctx, in, entry)
	if err != nil {
		return nil, err
	}
	return Answer(e.Collection.Change(ctx, o, id, versions, b.Values))
}

// Remove removes an entry.
func (e Entries[T, O]) Remove(ctx context.Context, in OwnerInput, entry string, p Precondition) (*struct{}, error) {
	versions, err := p.Versions(ctx)
	if err != nil {
		return nil, err
	}
	o, id, err := e.Entry(ctx, in, entry)
	if err != nil {
		return nil, err
	}
	return nil, e.Collection.Remove(ctx, o, id, versions)
}
