package reference

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"fmt"
	"mime"
	"net/http"
	"path"
	"sync"

	"github.com/danielgtaylor/huma/v2/negotiation"
	"github.com/gin-gonic/gin"

	"github.com/predicthealth/predicthealth/api/problem"
)

const (
	htmlType   = "text/html; charset=utf-8"
	scriptType = "text/javascript; charset=utf-8"
)

// static serves a page that doesn't change. It is compressed once, by the first who wants it so: to compress the large ones
// for each request would let strangers keep a processor busy.
func static(contentType string, body []byte) gin.HandlerFunc {
	zipped := sync.OnceValue(func() []byte { return compress(body) })
	return func(c *gin.Context) {
		c.Header("Content-Security-Policy", contentSecurityPolicy)
		c.Header("Cache-Control", cacheControl)
		sent := body
		if takesGzip(c.GetHeader("Accept-Encoding")) {
			c.Header("Content-Encoding", "gzip")
			sent = zipped()
		}
		c.Data(http.StatusOK, contentType, sent)
	}
}

func takesGzip(accepted string) bool {
	return negotiation.SelectQValueFast(accepted, []string{"gzip"}) == "gzip"
}

func compress(body []byte) []byte {
	var zipped bytes.Buffer
	w := gzip.NewWriter(&zipped)
	_, _ = w.Write(body) // a buffer takes everything
	_ = w.Close()
	return zipped.Bytes()
}

// assets are the files of Swagger UI by name.
type assets map[string]gin.HandlerFunc

func readAssets() (assets, error) {
	const folder = "swagger-ui"
	files, err := swaggerUI.ReadDir(folder)
	if err != nil {
		return nil, err
	}
	all := assets{}
	for _, file := range files {
		content, err := swaggerUI.ReadFile(path.Join(folder, file.Name()))
		if err != nil {
			return nil, fmt.Errorf("%s: %w", file.Name(), err)
		}
		all[file.Name()] = static(typeOf(file.Name()), content)
	}
	return all, nil
}

func typeOf(name string) string {
	extension := path.Ext(name)
	if extension == ".js" {
		return scriptType
	}
	return cmp.Or(mime.TypeByExtension(extension), "text/plain; charset=utf-8")
}

func (a assets) serve(c *gin.Context) {
	file, ok := a[c.Param("file")]
	if !ok {
		problem.New(c.Request.Context(), "not_found", "There is no such file.").Write(c.Writer)
		return
	}
	file(c)
}
