package analytics

import (
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"

	"entgo.io/ent/dialect/sql"

	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/access"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/setting"
	sqlfiles "github.com/predicthealth/predicthealth/sql"
)

// Report is a kind of report whose result is rows of T, in a fixed order.
type Report[T any] struct {
	// Name is stable, because the audit trail contains it.
	Name string
	// Clinical says that the figures are about patients' health: see Read.
	Clinical bool

	query string
	// arguments returns the query's arguments after the institution and the doctor; nil for none.
	arguments func(Question) ([]any, error)
	// ranked says that only the first rows count, so many as the question's limit.
	ranked bool
	// round rounds the figures about patients, and sorts rows that their exact numbers sorted.
	round func([]T, access.Group)
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

// first keeps only the first rows, as many as the question's limit.
func (r Report[T]) first() Report[T] {
	r.ranked = true
	return r.with(limit)
}

func (r Report[T]) rounded(round func([]T, access.Group)) Report[T] {
	r.round = round
	return r
}

// tags name all data: every report names people, places and catalog entries, and depends on who is in whose care.
var tags = []string{
	service.TagPatients, service.TagDoctors, service.TagInstitutions, service.TagAccounts, service.TagCatalogs,
}

// Read returns a report and records who asked for it. It is for these viewers:
//   - staff with analytics:read, about everything; for clinical reports they need patients:read too,
//   - an institution, about itself and its doctors; an insurer gets no clinical report,
//   - an active doctor, about themselves.
//
// So only viewers who may see the records behind a clinical figure see the figure. Of the other reports, staff without
// patients:read get the figures about patients rounded; see access.Group. Read fails with Forbidden for other viewers; as for a missing record when the question is about an institution or a
// doctor that doesn't exist or that the viewer may not ask about; and with Invalid when the period is not valid.
//
// The result is as recent as the last change that this platform has committed. Changes made in SQL appear when the cached
// result expires.
func Read[T any](ctx context.Context, s *Service, r Report[T], q Question) (Answer[T], error) {
	scope, err := s.scope(ctx, q, r.Clinical)
	if err != nil {
		return Answer[T]{}, err
	}
	var more []any
	if r.arguments != nil {
		if more, err = r.arguments(q); err != nil {
			return Answer[T]{}, err
		}
	}
	values, err := s.settings.Read(ctx)
	if err != nil {
		return Answer[T]{}, err
	}
	v, err := service.Viewer(ctx)
	if err != nil {
		return Answer[T]{}, err
	}
	group := access.GroupFor(v, values)
	item := cache.Item{
		Name: r.Name, Scope: scope.String(), Params: fmt.Sprintf("counted by %d %v", group, more), Tags: tags,
		TTL: setting.Get(values, dashboardTTL),
	}
	answer, err := s.cache.Get(ctx, item, func(ctx context.Context) ([]byte, error) {
		rows, err := r.load(ctx, s, group, scope.arguments(), more)
		if err != nil {
			return nil, err
		}
		return encode(rows)
	})
	if err != nil {
		return Answer[T]{}, err
	}
	counted, rows, _ := bytes.Cut(answer.Body, []byte("\n"))
	count, err := strconv.Atoi(string(counted))
	if err != nil {
		return Answer[T]{}, fmt.Errorf("report %s: %w", r.Name, err)
	}
	err = s.trail.Note(ctx, audit.Event{
		Action: "analytics.read", EntityType: "report", EntityID: r.Name, ResultCount: count, Payload: scope,
	})
	return Answer[T]{rows, answer.ETag, answer.Hit}, err
}

// load reads the rows of a scope, rounded to groups of patients. Of ranked rows it reads all that there may be: which
// of them are the first is for the rounded numbers to say.
func (r Report[T]) load(ctx context.Context, s *Service, group access.Group, scope, more []any) ([]T, error) {
	if group == 1 || r.round == nil {
		return load(ctx, s, r, slices.Concat(scope, more))
	}
	all := more
	if r.ranked {
		all = []any{MaxLimit}
	}
	rows, err := load(ctx, s, r, slices.Concat(scope, all))
	if err != nil {
		return nil, err
	}
	r.round(rows, group)
	if r.ranked {
		rows = rows[:min(len(rows), more[0].(int))]
	}
	return rows, nil
}

// encode writes rows as they are cached and sent, and before them how many they are: the trail wants to know, and nobody
// decodes them for that.
func encode[T any](rows []T) ([]byte, error) {
	var encoded bytes.Buffer
	fmt.Fprintln(&encoded, len(rows))
	encoder := json.NewEncoder(&encoded)
	encoder.SetEscapeHTML(false)
	if err := encoder.Encode(rows); err != nil {
		return nil, fmt.Errorf("encoding a report: %w", err)
	}
	return bytes.TrimSpace(encoded.Bytes()), nil
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
