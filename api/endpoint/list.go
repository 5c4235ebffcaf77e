package endpoint

import (
	"context"
	"fmt"

	"github.com/predicthealth/predicthealth/service/page"
)

// ListInput are the parameters of every list, beside its sorts and filters.
type ListInput struct {
	PageInput
	Total string `query:"total" default:"none" enum:"none,estimated,exact" doc:"Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly."`
}

// Page asks a service for the page.
func (l ListInput) Page() page.Request {
	r := l.PageInput.Page()
	r.Total = page.Total(l.Total)
	return r
}

// PageInput are the parameters of a list that are the same in all.
type PageInput struct {
	Limit  int    `query:"limit" default:"50" minimum:"1" maximum:"200" doc:"The most items of a page."`
	Cursor string `query:"cursor" maxLength:"1000" doc:"next_cursor or prev_cursor of another page of the same list; without one, the first page."`
	// Fields is for Project.
	Fields []string `query:"fields" nullable:"false" maxItems:"100" doc:"Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires."`
}

// Page asks a service for the page.
func (l PageInput) Page() page.Request { return page.Request{Limit: l.Limit, Cursor: l.Cursor} }

// ListBody is a page of a list.
type ListBody[T any] struct {
	Items      []T     `json:"items" nullable:"false" doc:"In the order of sort."`
	NextCursor *string `json:"next_cursor" doc:"Asks for the page after this one; null when it is the last."`
	PrevCursor *string `json:"prev_cursor" doc:"Asks for the page before this one; null when it is the first."`
	// Total and TotalIsEstimate are there when asked for.
	Total           *int  `json:"total,omitempty" minimum:"0" doc:"How many items all pages have together; only when total asks for it."`
	TotalIsEstimate *bool `json:"total_is_estimate,omitempty" doc:"Whether total is a guess."`
}

func (b ListBody[T]) rows() any { return b.Items }

// ListOutput is a page of a list and the links to those beside it.
type ListOutput[T any] struct {
	Link []string `header:"Link" doc:"The pages beside this one, with rel=\"next\" and rel=\"prev\" (RFC 8288)."`
	Body ListBody[T]
}

// List answers with a service's page.
func List[S, T any](ctx context.Context, p page.Page[S], convert func(S) T) *ListOutput[T] {
	out := &ListOutput[T]{Body: ListBody[T]{Items: make([]T, len(p.Items))}}
	for i, item := range p.Items {
		out.Body.Items[i] = convert(item)
	}
	if t := p.Total; t != nil {
		out.Body.Total, out.Body.TotalIsEstimate = &t.Rows, &t.Estimated
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

// link is relative to the host, which proxies may call otherwise.
func link(ctx context.Context, cursor, rel string) string {
	u := URL(ctx)
	query := u.Query()
	query.Set("cursor", cursor)
	return fmt.Sprintf("<%s?%s>; rel=%q", u.EscapedPath(), query.Encode(), rel)
}
