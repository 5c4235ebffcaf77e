package endpoint

import (
	"context"
	"fmt"

	"github.com/predicthealth/predicthealth/service/page"
)

// ListInput holds the parameters that every list has in addition to its sort orders and filters.
type ListInput struct {
	PageInput
	Total string `query:"total" default:"none" enum:"none,estimated,exact" doc:"Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner."`
}

// Page returns the page to ask a service for.
func (l ListInput) Page() page.Request {
	r := l.PageInput.Page()
	r.Total = page.Total(l.Total)
	return r
}

// PageInput holds the parameters that are the same in every list.
type PageInput struct {
	Limit  int    `query:"limit" default:"50" minimum:"1" maximum:"200" doc:"The largest number of items on a page."`
	Cursor string `query:"cursor" maxLength:"1000" doc:"The next_cursor or prev_cursor of another page of the same list. Without it you get the first page."`
	// Fields is read by Project.
	Fields []string `query:"fields" nullable:"false" maxItems:"100" doc:"Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them."`
}

// Page returns the page to ask a service for.
func (l PageInput) Page() page.Request { return page.Request{Limit: l.Limit, Cursor: l.Cursor} }

// ListBody is a page of a list.
type ListBody[T any] struct {
	Items      []T     `json:"items" nullable:"false" doc:"The items, in the order of sort."`
	NextCursor *string `json:"next_cursor" doc:"The cursor of the next page; null on the last page."`
	PrevCursor *string `json:"prev_cursor" doc:"The cursor of the previous page; null on the first page."`
	// Total and TotalIsEstimate are set only when the caller asked for them, and TotalIsCapped only when it is true.
	Total           *int  `json:"total,omitempty" minimum:"0" doc:"The number of items on all pages; only when total asks for it."`
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty" doc:"Whether total is an estimate."`
	TotalIsCapped   *bool `json:"total_is_capped,omitempty" doc:"Whether there are more items than total, which is then 1,000; only when there are."`
}

func (b ListBody[T]) rows() any { return b.Items }

// ListOutput is a page of a list, with the links to the next and the previous page.
type ListOutput[T any] struct {
	Link []string `header:"Link" doc:"Links to the next and the previous page, with rel=\"next\" and rel=\"prev\" (RFC 8288)."`
	Body ListBody[T]
}

// List returns a service's page as a response.
func List[S, T any](ctx context.Context, p page.Page[S], convert func(S) T) *ListOutput[T] {
	out := &ListOutput[T]{Body: ListBody[T]{Items: make([]T, len(p.Items))}}
	for i, item := range p.Items {
		out.Body.Items[i] = convert(item)
	}
	if t := p.Total; t != nil {
		out.Body.Total, out.Body.TotalIsEstimate = &t.Rows, &t.Estimated
		if t.Capped {
			out.Body.TotalIsCapped = &t.Capped
		}
	}
	if p.Next != "" {
		out.Body.NextCursor = &p.Next
		out.Link = append(out.Link, link(ctx, p.Next, "next"))
	}
	if p.Prev != "" {
		out.Body.PrevCursor = &p.Prev
		out.Link = append(out.Link, link(ctx, p.Prev, "prev"))
	}
	return out
}

// Items answers with a service's page of resources that are shown as they are.
func Items[T any](ctx context.Context, p page.Page[*T]) *ListOutput[*T] {
	return List(ctx, p, func(item *T) *T { return item })
}

// link is relative to the host, because proxies may use another name for it.
func link(ctx context.Context, cursor, rel string) string {
	u := URL(ctx)
	query := u.Query()
	query.Set("cursor", cursor)
	return fmt.Sprintf("<%s?%s>; rel=%q", u.EscapedPath(), query.Encode(), rel)
}
