package bench

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/http/httptest"
	"testing"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
)

type person struct {
	ID        string `json:"id"`
	FirstName string `json:"first_name"`
	LastName  string `json:"last_name"`
	Active    bool   `json:"active"`
}

type personInput struct {
	ID string `path:"id" maxLength:"36"`
}

type personOutput struct {
	Body person
}

// BenchmarkHandler measures one GET with a path parameter and a small JSON body, without the network.
func BenchmarkHandler(b *testing.B) {
	gin.SetMode(gin.ReleaseMode)
	bare := gin.New()
	bare.GET("/people/:id", func(c *gin.Context) { c.JSON(http.StatusOK, someone(c.Param("id"))) })

	typed := gin.New()
	huma.Get(humagin.New(typed, huma.DefaultConfig("bench", "1")), "/people/{id}",
		func(_ context.Context, in *personInput) (*personOutput, error) {
			return &personOutput{Body: someone(in.ID)}, nil
		})

	compare(b, "one handler", 20_000, serve("gin", bare), serve("gin + huma", typed))
}

func someone(id string) person {
	return person{ID: id, FirstName: "Ada", LastName: "Example", Active: true}
}

func serve(name string, handler http.Handler) alternative {
	return repeat(name, func() error {
		answer := httptest.NewRecorder()
		handler.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, "/people/0190", nil))
		if answer.Code != http.StatusOK {
			body, _ := io.ReadAll(answer.Body)
			return fmt.Errorf("status %d: %s", answer.Code, body)
		}
		return nil
	})
}
