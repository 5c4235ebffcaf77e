// Package reference serves the OpenAPI document, a page to read it and try it out, and the pages that problem types link
// to. None of them loads anything from another site.
package reference

import (
	"bytes"
	"embed"
	"encoding/json"
	"errors"
	"fmt"
	"html/template"

	"github.com/danielgtaylor/huma/v2"
	"github.com/gin-gonic/gin"

	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/service"
)

var (
	//go:embed swagger-ui
	swaggerUI embed.FS
	//go:embed page.html
	page []byte
	//go:embed page.js
	script []byte
	//go:embed problem.html
	problemPage string
)

const (
	// contentSecurityPolicy lets the page use only what this server serves. Swagger UI sets style attributes.
	contentSecurityPolicy = "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; " +
		"img-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
		// cacheControl lets browsers cache for an hour what changes only when the program does.
	cacheControl = "public, max-age=3600"
)

// Paths are the addresses of the pages, as routes.
var Paths = []string{"/openapi.json", "/docs", "/docs/page.js", "/docs/assets/:file", "/problems", "/problems/:name"}

// Register serves the pages. The document must be complete, because it is rendered only once.
func Register(router gin.IRoutes, api *huma.OpenAPI) error {
	document, err := json.Marshal(api)
	if err != nil {
		return fmt.Errorf("OpenAPI document: %w", err)
	}
	assets, err := readAssets()
	if err != nil {
		return fmt.Errorf("reference page: %w", err)
	}
	problems, err := renderProblems()
	if err != nil {
		return fmt.Errorf("problem pages: %w", err)
	}
	router.GET("/openapi.json", static("application/openapi+json", document))
	router.GET("/docs", static(htmlType, page))
	router.GET("/docs/page.js", static(scriptType, script))
	router.GET("/docs/assets/:file", assets.serve)
	router.GET("/problems", static(htmlType, problems.all))
	router.GET("/problems/:name", problems.serve)
	return nil
}

// problems are the pages of problem types.
type problems struct {
	all []byte
	of  map[string]gin.HandlerFunc // by type
}

// renderProblems renders the page of each type, and one that lists them. Invalid fields have codes, which are on the page of
// their type.
func renderProblems() (p problems, err error) {
	page, err := template.New("problems").Parse(problemPage)
	if err != nil {
		return p, err
	}
	render := func(types []problem.Type, codes []service.FieldCode) []byte {
		var out bytes.Buffer
		err = errors.Join(err, page.Execute(&out, map[string]any{"Types": types, "Codes": codes}))
		return out.Bytes()
	}
	p = problems{render(problem.Types(), nil), map[string]gin.HandlerFunc{}}
	for _, t := range problem.Types() {
		var codes []service.FieldCode
		if t.Name == "validation_failed" {
			codes = service.FieldCodes
		}
		p.of[t.Name] = static(htmlType, render([]problem.Type{t}, codes))
	}
	return p, err
}

// serve answers with the page of a type.
func (p problems) serve(c *gin.Context) {
	page, ok := p.of[c.Param("name")]
	if !ok {
		problem.New(c.Request.Context(), "not_found", "There is no such type of problem.").Write(c.Writer)
		return
	}
	page(c)
}
