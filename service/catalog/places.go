package catalog

import (
	"context"
	"strings"

	"github.com/predicthealth/predicthealth/ent"
	"github.com/predicthealth/predicthealth/ent/country"
	"github.com/predicthealth/predicthealth/ent/region"
	"github.com/predicthealth/predicthealth/service/page"
)

// Countries lists the countries by name. Anyone may call it; see [Reader] and [Query].
func (r *Reader) Countries(ctx context.Context, q Query) (Cached[page.Page[Country]], error) {
	return list(ctx, r, "countries", q, r.store.Pool().Country.Query(), page.Order{Columns: []string{country.FieldName, country.FieldID}},
		func(row *ent.Country) []any { return []any{row.Name, row.ID} },
		func(row *ent.Country) Country {
			return Country{row.Code, row.Alpha3, row.NumericCode, row.Name, names(row.OtherNames), row.CallingCode, row.CurrencyCode, row.CurrencyName}
		})
}

// names returns the names in a text with semicolons between them.
func names(text string) []string {
	if text == "" {
		return []string{}
	}
	return strings.Split(text, "; ")
}

// Regions lists the regions by code, of one country or inside one region if the query says so. Anyone may call it.
func (r *Reader) Regions(ctx context.Context, q Query) (Cached[page.Page[Region]], error) {
	query := r.store.Pool().Region.Query().WithCountry().WithParent()
	if len(q.Of) > 0 {
		query.Where(region.HasCountryWith(country.CodeIn(q.Of...)))
	}
	if len(q.In) > 0 {
		query.Where(region.HasParentWith(region.CodeIn(q.In...)))
	}
	return list(ctx, r, "regions", q, query, page.Order{Columns: []string{region.FieldCode}},
		func(row *ent.Region) []any { return []any{row.Code} },
		func(row *ent.Region) Region {
			entry := Region{Code: row.Code, Name: row.Name, CategoryName: row.Category, Country: row.Edges.Country.Code}
			if row.Edges.Parent != nil {
				entry.Parent = &row.Edges.Parent.Code
			}
			return entry
		})
}
