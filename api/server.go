// Package api is the REST API: gin routes requests, huma describes and checks operations, services do the work.
package api

import (
	"context"
	"fmt"
	"log/slog"
	"net/http"
	"slices"
	"time"

	"github.com/danielgtaylor/huma/v2/adapters/humagin"
	"github.com/gin-gonic/gin"
	"github.com/prometheus/client_golang/prometheus"
	"github.com/redis/go-redis/v9"

	apiaccount "github.com/predicthealth/predicthealth/api/account"
	apianalytics "github.com/predicthealth/predicthealth/api/analytics"
	apiaudit "github.com/predicthealth/predicthealth/api/audit"
	apiauth "github.com/predicthealth/predicthealth/api/auth"
	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/api/health"
	"github.com/predicthealth/predicthealth/api/middleware"
	apipatient "github.com/predicthealth/predicthealth/api/patient"
	"github.com/predicthealth/predicthealth/api/problem"
	"github.com/predicthealth/predicthealth/api/reference"
	apiserviceaccount "github.com/predicthealth/predicthealth/api/serviceaccount"
	"github.com/predicthealth/predicthealth/internal/cache"
	"github.com/predicthealth/predicthealth/internal/encryption"
	transport "github.com/predicthealth/predicthealth/internal/mail"
	"github.com/predicthealth/predicthealth/internal/ratelimit"
	"github.com/predicthealth/predicthealth/service"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/accountadmin"
	"github.com/predicthealth/predicthealth/service/analytics"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/idempotency"
	"github.com/predicthealth/predicthealth/service/mail"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/serviceaccount"
	"github.com/predicthealth/predicthealth/service/throttle"
	"github.com/predicthealth/predicthealth/service/worker"
)

// requestTimeout is how long an operation may take.
const requestTimeout = 30 * time.Second

// sweepInterval is how long rows of rate limits that no longer matter may stay.
const sweepInterval = 10 * time.Minute

// keysInterval is how long a new signing key may take to be published.
const keysInterval = time.Minute

// Version of the API's contract, as the OpenAPI document tells it.
const Version = "1.0.0"

// Dependencies are what the API stands on.
type Dependencies struct {
	Store *service.Store
	// Trail records what is done; Work ships and seals it.
	Trail *audit.Trail
	Cache *cache.Cache
	// Redis may be down at any time.
	Redis *redis.Client
	// RedisTimeout is the longest wait for Redis to count a request; 0 means ratelimit.DefaultTimeout.
	RedisTimeout time.Duration
	Keys         *auth.Keys
	// Issuer and Audience of access tokens.
	Issuer, Audience string
	// Checks are what /readyz runs.
	Checks []health.Check
	// TrustedProxies are the addresses or networks whose X-Forwarded-For is believed.
	TrustedProxies []string
	// EncryptionKeys seal what must be readable again.
	EncryptionKeys *encryption.Keyring
	// Mail is nil where there is no mail server: mails wait.
	Mail transport.Transport
	// PublicURL is where the links in mails begin.
	PublicURL string
	// Registerer receives the metrics.
	Registerer prometheus.Registerer
	Log        *slog.Logger
}

// Server is the whole API.
type Server struct {
	http.Handler
	workers []worker.Worker
	log     *slog.Logger
}

// Work does what goes on beside the requests, until ctx ends and all of it has stopped. Every instance works; what only
// one may do at a time they settle in PostgreSQL.
func (s *Server) Work(ctx context.Context) { worker.Run(ctx, s.log, s.workers...) }

// New returns the API.
func New(d Dependencies) (*Server, error) {
	router, err := newRouter(d)
	if err != nil {
		return nil, err
	}
	pulse := auth.NewPulse(d.Store, d.Redis)
	settings := pulse.Settings()
	passwords := auth.NewPasswords(settings)
	guard := throttle.New(d.Store, settings, d.Trail)
	mails := mail.New(mail.Options{
		Store: d.Store, Settings: settings, Keys: d.EncryptionKeys, Transport: d.Mail, PublicURL: d.PublicURL, Log: d.Log,
	})
	limiter := ratelimit.New(d.Redis, d.RedisTimeout, d.Store.Pool(), d.Log)
	for _, c := range slices.Concat(d.Trail.Collectors(), passwords.Collectors(), guard.Collectors(), limiter.Collectors(), mails.Collectors()) {
		if err := d.Registerer.Register(c); err != nil {
			return nil, fmt.Errorf("metrics: %w", err)
		}
	}
	secrets, err := d.Keys.Derive("cursors")
	if err != nil {
		return nil, err
	}
	cursors, err := page.NewCursors(secrets)
	if err != nil {
		return nil, err
	}
	authentication, err := auth.New(auth.Options{
		Store: d.Store, Redis: d.Redis, Trail: d.Trail, Pulse: pulse, Settings: settings, Passwords: passwords,
		Guard: guard, Cursors: cursors, Keys: d.Keys, Issuer: d.Issuer, Audience: d.Audience,
	})
	if err != nil {
		return nil, err
	}
	humaAPI := humagin.New(router, config())
	answers := idempotency.New(d.Store, settings, d.EncryptionKeys)
	operations := endpoint.New(humaAPI, d.Store, authentication, endpoint.NewLimits(limiter, settings), d.Trail, answers)
	apiauth.Register(operations, authentication)
	accounts := account.New(account.Options{
		Store: d.Store, Settings: settings, Trail: d.Trail, Auth: authentication, Passwords: passwords, Guard: guard,
		Mails: mails, Cache: d.Cache,
	})
	apiauth.RegisterAccount(operations, accounts)
	trail := audit.NewReader(d.Store, d.Trail, cursors)
	apipatient.Register(operations, patient.New(d.Store, passwords, cursors, d.Cache, d.Trail, accounts), trail)
	apiaudit.Register(operations, trail)
	admin := accountadmin.Options{Store: d.Store, Sessions: authentication, Guard: guard, Cursors: cursors, Trail: d.Trail}
	apiaccount.Register(operations, accountadmin.Users(admin), accountadmin.CMSUsers(admin))
	apiserviceaccount.Register(operations, serviceaccount.New(serviceaccount.Options{
		Store: d.Store, Auth: authentication, Cursors: cursors, Trail: d.Trail,
	}))
	apianalytics.Register(operations, analytics.New(d.Store, d.Cache, settings, d.Trail))
	health.Register(router, d.Checks)
	if err := reference.Register(router, humaAPI.OpenAPI()); err != nil {
		return nil, err
	}
	workers := append(slices.Concat(d.Trail.Workers(), pulse.Workers(), mails.Sender()), guard.Sweeper(), answers.Sweeper(),
		authentication.Sweeper(), accounts.Sweeper(),
		worker.Worker{Name: "signing keys", Interval: keysInterval, Run: func(ctx context.Context) error { return renewKeys(ctx, d.Keys, cursors) }},
		worker.Worker{Name: "rate limit sweeper", Interval: sweepInterval, Run: limiter.Sweep})
	return &Server{Handler: router, workers: workers, log: d.Log}, nil
}

// renewKeys takes up signing keys that were added or removed.
func renewKeys(ctx context.Context, keys *auth.Keys, cursors *page.Cursors) error {
	if err := keys.Reload(ctx); err != nil {
		return err
	}
	secrets, err := keys.Derive("cursors")
	if err != nil {
		return err
	}
	return cursors.Renew(secrets)
}

func newRouter(d Dependencies) (*gin.Engine, error) {
	gin.SetMode(gin.ReleaseMode)
	router := gin.New()
	router.HandleMethodNotAllowed = true
	router.RemoteIPHeaders = []string{"X-Forwarded-For"} // proxies that set it may let others pass
	if err := router.SetTrustedProxies(d.TrustedProxies); err != nil {
		return nil, fmt.Errorf("trusted proxies: %w", err)
	}
	metrics, err := middleware.Metrics(d.Registerer)
	if err != nil {
		return nil, err
	}
	router.Use(middleware.RequestID, middleware.Log(d.Log), metrics, middleware.Headers, middleware.Recover,
		middleware.Timeout(requestTimeout))
	router.NoRoute(func(c *gin.Context) {
		problem.New(c.Request.Context(), "not_found", "There is nothing at this address.").Write(c.Writer)
	})
	router.NoMethod(func(c *gin.Context) {
		problem.New(c.Request.Context(), "method_not_allowed", "The Allow header names the methods that are allowed.").Write(c.Writer)
	})
	return router, nil
}
