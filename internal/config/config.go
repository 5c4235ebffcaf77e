// Package config reads the program's settings from the environment, from a .env file if there is
// one, and from files that *_FILE variables name. It reports every bad value at once.
package config

import (
	"log/slog"
	"net"
	"net/netip"
	"net/url"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// Config holds every setting. docs/configuration.md is generated from the doc tags.
type Config struct {
	DatabaseURL        Secret        `env:"DATABASE_URL" validate:"omitempty,postgres_url" doc:"PostgreSQL, with the application's login. Composed from the POSTGRES_ variables when empty."`
	PostgresHost       string        `env:"POSTGRES_HOST" envDefault:"127.0.0.1" doc:"Host, or absolute path of a socket directory."`
	PostgresPort       uint16        `env:"POSTGRES_PORT" envDefault:"5432" validate:"min=1" doc:"Port."`
	PostgresDB         string        `env:"POSTGRES_DB" envDefault:"predicthealth_db" doc:"Database."`
	PostgresUser       string        `env:"POSTGRES_USER" envDefault:"predictHealth_user" doc:"User."`
	PostgresPassword   Secret        `env:"POSTGRES_PASSWORD" doc:"Password."`
	PostgresSSLMode    string        `env:"POSTGRES_SSLMODE" envDefault:"prefer" validate:"oneof=disable allow prefer require verify-ca verify-full" doc:"Whether to use TLS, as libpq's sslmode: verify-full is the only one that knows whom it speaks to."`
	PostgresSSLRoot    string        `env:"POSTGRES_SSLROOTCERT" validate:"omitempty,file" doc:"PEM file of the authorities that may certify PostgreSQL. The system's when empty."`
	MigrateDatabaseURL Secret        `env:"MIGRATE_DATABASE_URL" validate:"omitempty,postgres_url" doc:"PostgreSQL, with the login of the tables' owner, for migrations and seeds. DATABASE_URL when empty."`
	DatabaseMaxConns   int           `env:"DATABASE_MAX_CONNS" envDefault:"20" validate:"min=1,max=1000" doc:"Maximum number of connections that one instance opens."`
	StatementTimeout   time.Duration `env:"DATABASE_STATEMENT_TIMEOUT" envDefault:"30s" validate:"min=100ms" doc:"Statements that take longer are cancelled."`

	RedisURL     Secret `env:"REDIS_URL" envDefault:"redis://127.0.0.1:6379/0" validate:"redis_url" doc:"Redis (redis://, rediss:// for TLS, or unix://)."`
	RedisSSLRoot string `env:"REDIS_SSLROOTCERT" validate:"omitempty,file" doc:"PEM file of the authorities that may certify Redis. The system's when empty."`

	HTTPAddr        string        `env:"HTTP_ADDR" envDefault:"127.0.0.1:8080" validate:"listen_addr" doc:"Address where the API listens."`
	MaxRequests     int           `env:"HTTP_MAX_REQUESTS" envDefault:"256" validate:"min=1,max=100000" doc:"Maximum number of requests in progress; any more get a 503 at once. A network (an IPv4 address, an IPv6 /64) gets at most a third of them, then a 429."`
	MaxConns        int           `env:"HTTP_MAX_CONNECTIONS" envDefault:"4096" validate:"min=1,max=1000000" doc:"Maximum number of open connections; any more are closed at once. A network gets at most a third of them; TRUSTED_PROXIES may use all."`
	MetricsAddr     string        `env:"METRICS_ADDR" validate:"omitempty,listen_addr" doc:"Address where Prometheus metrics are served. Not served when empty."`
	TrustedProxies  []string      `env:"TRUSTED_PROXIES" validate:"dive,ip|cidr" doc:"Comma-separated addresses or networks whose X-Forwarded-For is trusted."`
	ShutdownTimeout time.Duration `env:"SHUTDOWN_TIMEOUT" envDefault:"15s" validate:"min=0s,max=10m" doc:"How long requests in progress may take to finish at shutdown."`

	LogLevel  slog.Level `env:"LOG_LEVEL" envDefault:"info" doc:"debug, info, warn or error."`
	LogFormat string     `env:"LOG_FORMAT" envDefault:"json" validate:"oneof=json text" doc:"json for machines, text for people."`

	JWTKeysDir  string `env:"JWT_KEYS_DIR" validate:"omitempty,dir" doc:"Directory of the Ed25519 keys that sign access tokens."`
	JWTIssuer   string `env:"JWT_ISSUER" envDefault:"predicthealth" doc:"The iss claim of access tokens."`
	JWTAudience string `env:"JWT_AUDIENCE" envDefault:"predicthealth" doc:"The aud claim of access tokens."`

	AuditSpoolDir   string `env:"AUDIT_SPOOL_DIR" envDefault:"spool" doc:"Directory for audit records on their way to PostgreSQL; created if missing. It must outlive the program: use a volume in a container. Instances on one machine may share it."`
	AuditSpoolMaxMB int    `env:"AUDIT_SPOOL_MAX_MB" envDefault:"256" validate:"min=1,max=1000000" doc:"Maximum megabytes that may wait there; a thousand records take about half a megabyte. When it is full, requests that must be recorded get a 503."`

	EncryptionKey Secret `env:"ENCRYPTION_KEY" validate:"omitempty,encryption_keys" doc:"Keys that encrypt data which must be readable again, such as queued mails: each 32 random bytes in base64; separate several with commas, the newest first."`
	PublicURL     string `env:"PUBLIC_URL" envDefault:"http://127.0.0.1:8080" validate:"http_url" doc:"Address of the web application that links in mails lead to."`
	SMTPURL       Secret `env:"SMTP_URL" validate:"omitempty,mail_url" doc:"The mail server: smtp://user:password@host:587 (STARTTLS), smtps://user:password@host:465 (TLS), or file:///directory for development. When empty, mails stay in the queue."`
	MailFrom      string `env:"MAIL_FROM" envDefault:"PredictHealth <no-reply@localhost>" validate:"mail_address" doc:"Sender of mails: name <address>."`

	given map[string]bool
}

// Given reports whether the environment, .env or a *_FILE variable sets any of these variables,
// such as "DATABASE_URL".
func (c Config) Given(variables ...string) bool {
	for _, name := range variables {
		if c.given[name] {
			return true
		}
	}
	return false
}

// Proxies are the networks of TrustedProxies.
func (c Config) Proxies() []netip.Prefix {
	var networks []netip.Prefix
	for _, text := range c.TrustedProxies {
		if network, err := netip.ParsePrefix(text); err == nil {
			networks = append(networks, network)
		} else if address, err := netip.ParseAddr(text); err == nil {
			networks = append(networks, netip.PrefixFrom(address, address.BitLen()))
		}
	}
	return networks
}

// resolve fills in settings that default to others.
func (c *Config) resolve() {
	if c.DatabaseURL == "" {
		c.DatabaseURL = c.composedDatabaseURL()
	}
	c.PublicURL = strings.TrimRight(c.PublicURL, "/")
	if c.MigrateDatabaseURL == "" {
		c.MigrateDatabaseURL = c.DatabaseURL
	}
}

func (c *Config) composedDatabaseURL() Secret {
	user := url.User(c.PostgresUser)
	if c.PostgresPassword != "" {
		user = url.UserPassword(c.PostgresUser, string(c.PostgresPassword))
	}
	query := url.Values{"sslmode": {c.PostgresSSLMode}}
	if c.PostgresSSLRoot != "" {
		query.Set("sslrootcert", c.PostgresSSLRoot)
	}
	composed := url.URL{Scheme: "postgres", User: user, Path: "/" + c.PostgresDB}
	port := strconv.FormatUint(uint64(c.PostgresPort), 10)
	if filepath.IsAbs(c.PostgresHost) {
		query.Set("host", c.PostgresHost)
		query.Set("port", port)
	} else {
		composed.Host = net.JoinHostPort(c.PostgresHost, port)
	}
	composed.RawQuery = query.Encode()
	return Secret(composed.String())
}
