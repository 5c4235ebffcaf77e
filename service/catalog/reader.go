package catalog

import (
	"context"
	"fmt"
	"strings"
	"time"

	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/ent/search"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/setting"
)

var cacheTTL = setting.Duration("cache.catalog.ttl", 5*time.Minute)

// Options are the options of NewReader.
type Options struct {
	Store    *service.Store
	Cache    *cache.Cache
	Settings *setting.Reader
	Cursors  *page.Cursors
}

// Reader reads the catalogs, for everyone: nobody needs to be signed in. Results may come from the cache, where they stay
// for as long as the setting cache.catalog.ttl says. It is safe for concurrent use.
type Reader struct {
	store    *service.Store
	cache    *cache.Cache
	settings *setting.Reader
	cursors  *page.Cursors
}

// NewReader returns a Reader with these options.
func NewReader(o Options) *Reader { return &Reader{o.Store, o.Cache, o.Settings, o.Cursors} }

// Cached is a result that may come from the cache.
type Cached[T any] struct {
	Value T
	// ETag is strong and quoted.
	ETag string
	// Hit says that the result came from the cache.
	Hit bool
}

// Query is a request for a page of a catalog's active entries.
type Query struct {
	// Text selects entries whose name has words that begin with its words, whatever the case and accents, or whose code starts
	// with it; empty for all.
	Text string
	// Code selects the entry with this code, active or not, in System if the catalog has several; empty for all. See [One].
	Code, System string
	// Of selects entries of countries or categories, by their codes; In selects those inside entries. Empty for all.
	Of, In []string
	page.Request
}

// list reads a page of the entries of a query. It fails with Invalid when the limit or the cursor is not valid.
func list[Q page.Query[Q, P, O, E, S], P, O ~func(*sql.Selector), E, T any, S page.Scanner](
	ctx context.Context, r *Reader, name string, q Query, query Q, order page.Order, keys func(*E) []any, convert func(*E) T,
) (Cached[page.Page[T]], error) {
	if q.Total == page.TotalEstimated {
		q.Total = page.TotalExact // a catalog is small, and what is cached must not depend on who asked
	}
	params := fmt.Sprintf("%q %q %q %q %q", strings.ToLower(q.text()), q.Code, q.System, q.Of, q.In)
	at := fmt.Sprintf("%s %d %q %q", params, q.Limit, q.Cursor, q.Total)
	return cached(ctx, r, name, at, func(ctx context.Context) (page.Page[T], error) {
		rows, err := page.List(ctx, r.cursors, query.Where(found[P](q)), q.Request, order, name+" "+params, keys)
		if err != nil {
			return page.Page[T]{}, fmt.Errorf("listing %s: %w", name, err)
		}
		return page.Map(rows, convert), nil
	})
}

// cached returns a result from the cache, or loads it.
func cached[T any](ctx context.Context, r *Reader, name, params string, load func(context.Context) (T, error)) (Cached[T], error) {
	values, err := r.settings.Read(ctx)
	if err != nil {
		return Cached[T]{}, err
	}
	item := cache.Item{
		Name: "catalog_" + name, Scope: "public", Params: params, Tags: []string{service.TagCatalogs},
		TTL: setting.Get(values, cacheTTL),
	}
	value, answer, err := cache.Fetch(ctx, r.cache, item, load)
	return Cached[T]{value, answer.ETag, answer.Hit}, err
}

func (q Query) text() string { return strings.TrimSpace(q.Text) }

// found matches the entries that a query finds.
func found[P ~func(*sql.Selector)](q Query) P {
	return func(s *sql.Selector) {
		if q.Code == "" {
			s.Where(sql.EQ(s.C("active"), true))
		} else {
			s.Where(sql.EQ(s.C("code"), q.Code))
		}
		if q.System != "" {
			s.Where(sql.EQ(s.C("code_system"), q.System))
		}
		if q.text() != "" {
			search.NameOrCode[P](q.text())(s)
		}
	}
}

// One returns the only entry that a query with a code found. It fails as for a missing record when there is none, and with
// Invalid when several systems have the code.
func One[T any](found Cached[page.Page[T]]) (Cached[T], error) {
	switch len(found.Value.Items) {
	case 0:
		return Cached[T]{}, service.Missing()
	case 1:
		return Cached[T]{found.Value.Items[0], found.ETag, found.Hit}, nil
	}
	return Cached[T]{}, service.InvalidFields([]service.Field{
		{Pointer: "/code_system", Code: "required", Detail: "Several code systems have this code: name one."},
	})
}
