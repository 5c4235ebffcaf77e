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

// Reader answers what the catalogs hold, to everyone: nobody needs to be signed in. Answers may come from the cache, where
// they stay as long as the setting cache.catalog.ttl says. It is safe for concurrent use.
type Reader struct {
	store    *service.Store
	cache    *cache.Cache
	settings *setting.Reader
	cursors  *page.Cursors
}

// NewReader returns a Reader.
func NewReader(store *service.Store, cache *cache.Cache, settings *setting.Reader, cursors *page.Cursors) *Reader {
	return &Reader{store, cache, settings, cursors}
}

// Cached is an answer that may come from the cache.
type Cached[T any] struct {
	Value T
	// ETag is strong and quoted.
	ETag string
	// Hit says that it came from the cache.
	Hit bool
}

// Query asks for a page of the entries of a catalog that are offered.
type Query struct {
	// Text is part of the name, in any case, with or without accents, or the beginning of the code; empty lists all.
	Text string
	// Of and In narrow trees: to a country or a category by its code, and to what lies in an entry. Empty lists all.
	Of, In string
	page.Request
}

// list reads a page of the entries of a query. It fails with an Invalid error when the limit or the cursor is none.
func list[Q page.Query[Q, P, O, E, S], P, O ~func(*sql.Selector), E, T any, S page.Scanner](
	ctx context.Context, r *Reader, name string, q Query, query Q, order page.Order, keys func(*E) []any, convert func(*E) T,
) (Cached[page.Page[T]], error) {
	params := fmt.Sprintf("%q %q %q", strings.ToLower(strings.TrimSpace(q.Text)), q.Of, q.In)
	at := fmt.Sprintf("%s %d %q %q", params, q.Limit, q.Cursor, q.Total)
	return cached(ctx, r, name, at, func(ctx context.Context) (page.Page[T], error) {
		rows, err := page.List(ctx, r.cursors, query.Where(offered[P](q.Text)), q.Request, order, name+" "+params, keys)
		if err != nil {
			return page.Page[T]{}, fmt.Errorf("listing %s: %w", name, err)
		}
		return page.Map(rows, convert), nil
	})
}

// cached answers from the cache, or loads.
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

// offered are the active entries that a text finds.
func offered[P ~func(*sql.Selector)](text string) P {
	return func(s *sql.Selector) {
		s.Where(sql.EQ(s.C("active"), true))
		if text = strings.TrimSpace(text); text != "" {
			search.NameOrCode[P](text)(s)
		}
	}
}
