package analytics

import (
	"context"
	"fmt"
	"slices"

	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/setting"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

// Report is a kind of question whose answer is rows of T, in one order.
type Report[T any] struct {
	// Name is stable: it stands in the trail.
	Name string
	// Clinical figures tell of what patients have: see Read.
	Clinical bool

	query string
	// arguments are those of the query after the institution and the doctor; nil for none.
	arguments func(Question) ([]any, error)
}

func newReport[T any](name string) Report[T] {
	return Report[T]{Name: name, query: sqlfiles.Query("report_" + name)}
}

func clinical[T any](name string) Report[T] {
	r := newReport[T](name)
	r.Clinical = true
	return r
}

func (r Report[T]) with(arguments func(Question) ([]any, error)) Report[T] {
	r.arguments = arguments
	return r
}

// tags: whatever a report counts, it names people, places and entries of catalogs, and says who is in whose care.
var tags = []string{
	service.TagPatients, service.TagDoctors, service.TagInstitutions, service.TagAccounts, service.TagCatalogs,
}

// Read answers a question, and notes that it was asked. Staff with analytics:read may ask about everything, of clinical
// reports those who may read patients (patients:read) too; an institution about itself and its doctors, an insurer no
// clinical report; a doctor in practice about themselves. So nobody sees a clinical figure who may not see the records
// behind it, and no small count needs to be hidden. It fails with a Forbidden error for others, with the error of a
// missing record when the question is about somebody else's institution or doctor or one that doesn't exist, and with an
// Invalid error when the period is none.
//
// The answer is as new as the last change that this platform acknowledged; changes by plain SQL are seen when the cached
// answer's time is over.
func Read[T any](ctx context.Context, s *Service, r Report[T], q Question) (Cached[[]T], error) {
	scope, err := s.scope(ctx, q, r.Clinical)
	if err != nil {
		return Cached[[]T]{}, err
	}
	var more []any
	if r.arguments != nil {
		if more, err = r.arguments(q); err != nil {
			return Cached[[]T]{}, err
		}
	}
	values, err := s.settings.Read(ctx)
	if err != nil {
		return Cached[[]T]{}, err
	}
	item := cache.Item{
		Name: r.Name, Scope: scope.String(), Params: fmt.Sprintf("%v", more), Tags: tags,
		TTL: setting.Get(values, dashboardTTL),
	}
	rows, answer, err := cache.Fetch(ctx, s.cache, item, func(ctx context.Context) ([]T, error) {
		return load(ctx, s, r, slices.Concat(scope.arguments(), more))
	})
	if err != nil {
		return Cached[[]T]{}, err
	}
	err = s.trail.Note(ctx, audit.Event{
		Action: "analytics.read", EntityType: "report", EntityID: r.Name, ResultCount: len(rows), Payload: scope,
	})
	return Cached[[]T]{rows, answer.ETag, answer.Hit}, err
}

func load[T any](ctx context.Context, s *Service, r Report[T], arguments []any) ([]T, error) {
	rows, err := s.store.Pool().QueryContext(ctx, r.query, arguments...)
	if err != nil {
		return nil, fmt.Errorf("report %s: %w", r.Name, err)
	}
	defer func() { _ = rows.Close() }() // ScanSlice tells what failed
	found := []T{}
	if err := sql.ScanSlice(rows, &found); err != nil {
		return nil, fmt.Errorf("report %s: %w", r.Name, err)
	}
	return found, nil
}
