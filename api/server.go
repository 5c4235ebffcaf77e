// Package api is the REST API: gin routes requests, huma describes and validates operations, services do the work.
package api

import (
	"cmp"
	"context"
	"database/sql"
	"encoding/json"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"time"

	"github.com/danielgtaylor/huma/v2"
	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/health"
	"github.com/predicthealth/predicthealth/api/middleware"
	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/api/reference"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/internal/encryption"
	"github.com/predicthealth/predicthealth/internal/fairshare"
	transport "github.com/predicthealth/predicthealth/internal/mail"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/worker"
)

// Version is the version of the program and of its contract: of the OpenAPI document, of the clients made from it and of the
// newest entry of CHANGELOG.md.
const Version = "1.0.0"

// maxPages is the default of Dependencies.MaxPages.
const maxPages = 100

// Dependencies are what the API needs to run.
type Dependencies struct {
	Store *service.Store
	// DB is the Store's pool.
	DB *sql.DB
	// ImportLease is how long an instance that shows no sign of life is still believed to be loading a file; 0 means a minute.
	ImportLease time.Duration
	// Trail records what callers do; Work ships and seals its events.
	Trail *audit.Trail
	Cache *cache.Cache
	// Redis may be down at any time.
	Redis *redis.Client
	// Timeouts are the time limits of a request; see their defaults.
	Timeouts Timeouts
	Keys     *auth.Keys
	// Issuer and Audience are those of access tokens.
	Issuer, Audience string
	// Checks are the checks that /readyz runs.
	Checks []health.Check
	// MaxRequests is how many requests may run at the same time.
	MaxRequests int
	// MaxPages is how often a network may ask for a page, such as one of the reference, in a second; 0 means 100.
	MaxPages int
	// TrustedProxies are the addresses or networks whose X-Forwarded-For header is trusted.
	TrustedProxies []string
	// EncryptionKeys encrypt secrets that the program must be able to read again.
	EncryptionKeys *encryption.Keyring
	// Mail is nil where there is no mail server: mails then stay queued.
	Mail transport.Transport
	// AllowLocalPages lets web pages that this machine serves, on any port, call the API. It is for development.
	AllowLocalPages bool
	// PublicURL is the start of the links in mails.
	PublicURL string
	// Registerer registers the metrics.
	Registerer prometheus.Registerer
	Log        *slog.Logger
}

// Server is the whole API.
type Server struct {
	http.Handler
	document *huma.OpenAPI
	workers  []worker.Worker
	log      *slog.Logger
}

// Document returns the OpenAPI document, in JSON.
func (s *Server) Document() ([]byte, error) { return json.Marshal(s.document) }

// Work runs the background work until ctx ends and everything has stopped. Every instance runs it; instances use
// PostgreSQL to agree on work that only one of them may do.
func (s *Server) Work(ctx context.Context) { worker.Run(ctx, s.log, s.workers...) }

// New returns the API.
func New(d Dependencies) (*Server, error) {
	router, err := newRouter(d)
	if err != nil {
		return nil, err
	}
	services, err := newServices(d)
	if err != nil {
		return nil, err
	}
	for _, c := range services.collectors() {
		if err := d.Registerer.Register(c); err != nil {
			return nil, fmt.Errorf("metrics: %w", err)
		}
	}
	humaAPI := humagin.New(router, config())
	services.register(endpoint.New(humaAPI, endpoint.Options{
		Store: d.Store, Auth: services.auth, Limits: endpoint.NewLimits(services.limiter, services.settings),
		Trail: d.Trail, Answers: services.answers,
	}))
	allowNull(humaAPI.OpenAPI())
	addExamples(humaAPI.OpenAPI())
	document := published(humaAPI.OpenAPI())
	health.Register(router, health.NewProber(d.Checks, d.Timeouts.check(), d.Timeouts.checkAge()))
	if err := reference.Register(router, document); err != nil {
		return nil, err
	}
	compress, err := middleware.Compress()
	if err != nil {
		return nil, err
	}
	handler := middleware.Head(compress(middleware.CORS(services.allowedOrigins, d.AllowLocalPages)(router)))
	return &Server{Handler: handler, document: document, workers: services.workers(), log: d.Log}, nil
}

func newRouter(d Dependencies) (*gin.Engine, error) {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.HandleMethodNotAllowed = true
	router.RedirectTrailingSlash = false                 // an operation has one address; a redirected POST would be a surprise
	router.RemoteIPHeaders = []string{"X-Forwarded-For"} // proxies that set this header may let other such headers through
	if err := router.SetTrustedProxies(d.TrustedProxies); err != nil {
		return nil, fmt.Errorf("trusted proxies: %w", err)
	}
	metrics, err := middleware.Metrics(d.Registerer)
	if err != nil {
		return nil, err
	}
	router.Use(middleware.RequestID, middleware.Log(d.Log), metrics, middleware.Headers, middleware.Recover,
		middleware.Concurrency(fairshare.NewShares(d.MaxRequests), fairshare.NewRate(cmp.Or(d.MaxPages, maxPages), time.Second),
			slices.Concat(health.Paths, reference.Paths)...),
		middleware.Timeout(d.Timeouts.request()))
	router.NoRoute(func(c *gin.Context) {
		problem.New(c.Request.Context(), "not_found", "There is no resource at this address.").Write(c.Writer)
	})
	router.NoMethod(func(c *gin.Context) {
		problem.New(c.Request.Context(), "method_not_allowed", "The Allow header lists the methods that are allowed.").Write(c.Writer)
	})
	return router, nil
}
