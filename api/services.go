package api

import (
	"context"
	"slices"
	"time"

	"github.com/prometheus/client_golang/prometheus"

	apiaccount "github.com/predicthealth/predicthealth/api/accounts"
	apicms "github.com/predicthealth/predicthealth/api/administration"
	apiaudit "github.com/predicthealth/predicthealth/api/auditevents"
	apiauth "github.com/predicthealth/predicthealth/api/authentication"
	apicatalog "github.com/predicthealth/predicthealth/api/catalogs"
	apiclinical "github.com/predicthealth/predicthealth/api/clinicalrecords"
	apicontact "github.com/predicthealth/predicthealth/api/contacts"
	apidoctor "github.com/predicthealth/predicthealth/api/doctors"
	"github.com/predicthealth/predicthealth/api/endpoint"
	apiimports "github.com/predicthealth/predicthealth/api/importjobs"
	apiinstitution "github.com/predicthealth/predicthealth/api/institutions"
	apirecord "github.com/predicthealth/predicthealth/api/patientrecords"
	apipatient "github.com/predicthealth/predicthealth/api/patients"
	"github.com/predicthealth/predicthealth/api/related"
	apianalytics "github.com/predicthealth/predicthealth/api/reports"
	apiserviceaccount "github.com/predicthealth/predicthealth/api/serviceaccounts"
	"github.com/predicthealth/predicthealth/internal/ratelimit"
	"github.com/predicthealth/predicthealth/service/account"
	"github.com/predicthealth/predicthealth/service/accountadmin"
	"github.com/predicthealth/predicthealth/service/analytics"
	"github.com/predicthealth/predicthealth/service/audit"
	"github.com/predicthealth/predicthealth/service/auth"
	"github.com/predicthealth/predicthealth/service/catalog"
	"github.com/predicthealth/predicthealth/service/clinical"
	"github.com/predicthealth/predicthealth/service/cms"
	"github.com/predicthealth/predicthealth/service/collection"
	"github.com/predicthealth/predicthealth/service/contact"
	"github.com/predicthealth/predicthealth/service/doctor"
	"github.com/predicthealth/predicthealth/service/idempotency"
	"github.com/predicthealth/predicthealth/service/imports"
	"github.com/predicthealth/predicthealth/service/institution"
	"github.com/predicthealth/predicthealth/service/mail"
	"github.com/predicthealth/predicthealth/service/page"
	"github.com/predicthealth/predicthealth/service/patient"
	"github.com/predicthealth/predicthealth/service/record"
	"github.com/predicthealth/predicthealth/service/secondfactor"
	"github.com/predicthealth/predicthealth/service/serviceaccount"
	"github.com/predicthealth/predicthealth/service/setting"
	"github.com/predicthealth/predicthealth/service/throttle"
	"github.com/predicthealth/predicthealth/service/worker"
)

const (
	// sweepInterval is how long expired rate-limit rows may stay.
	sweepInterval = 10 * time.Minute
	// keysInterval is how long it may take until a new signing key is published.
	keysInterval = time.Minute
)

// services are what several operations share; register creates those that only one package of operations uses.
type services struct {
	Dependencies
	pulse     *auth.Pulse
	settings  *setting.Reader
	passwords *auth.Passwords
	factors   *secondfactor.Factors
	guard     *throttle.Guard
	mails     *mail.Queue
	limiter   *ratelimit.Limiter
	cursors   *page.Cursors
	auth      *auth.Service
	accounts  *account.Service
	answers   *idempotency.Answers
	imports   *imports.Service
}

func newServices(d Dependencies) (*services, error) {
	s := &services{Dependencies: d, pulse: auth.NewPulse(d.Store, d.Redis, auth.Timeouts{Redis: d.Timeouts.Redis, PostgreSQL: d.Timeouts.Pulse})}
	s.settings = s.pulse.Settings()
	s.passwords = auth.NewPasswords(s.settings)
	s.factors = secondfactor.New(d.Store, d.EncryptionKeys)
	s.guard = throttle.New(d.Store, s.settings, d.Trail)
	s.mails = mail.New(mail.Options{
		Store: d.Store, Settings: s.settings, Keys: d.EncryptionKeys, Transport: d.Mail, PublicURL: d.PublicURL, Log: d.Log,
	})
	s.limiter = ratelimit.New(d.Redis, d.Timeouts.Redis, d.Store.Pool(), d.Log)
	s.answers = idempotency.New(d.Store, s.settings, d.EncryptionKeys)
	secrets, err := d.Keys.Derive("cursors")
	if err != nil {
		return nil, err
	}
	if s.cursors, err = page.NewCursors(secrets); err != nil {
		return nil, err
	}
	s.auth, err = auth.New(auth.Options{
		Store: d.Store, Redis: d.Redis, Trail: d.Trail, Pulse: s.pulse, Settings: s.settings, Passwords: s.passwords,
		Factors: s.factors, Guard: s.guard, Cursors: s.cursors, Keys: d.Keys, Issuer: d.Issuer, Audience: d.Audience,
	})
	if err != nil {
		return nil, err
	}
	s.imports = imports.New(imports.Options{
		Store: d.Store, DB: d.DB, Cache: d.Cache, Settings: s.settings, Cursors: s.cursors, Trail: d.Trail, Log: d.Log, Lease: d.ImportLease,
	})
	s.accounts = account.New(account.Options{
		Store: d.Store, Settings: s.settings, Trail: d.Trail, Auth: s.auth, Passwords: s.passwords, Factors: s.factors,
		Guard: s.guard, Mails: s.mails, Limiter: s.limiter, Cache: d.Cache,
	})
	return s, nil
}

var allowedOrigins = setting.StringList("api.cors.allowed_origins")

// allowedOrigins returns the origins of web pages that may call the API.
func (s *services) allowedOrigins(ctx context.Context) ([]string, error) {
	values, err := s.settings.Read(ctx)
	return setting.Get(values, allowedOrigins), err
}

// register registers all operations.
func (s *services) register(api *endpoint.API) {
	apiauth.Register(api, s.auth, s.accounts)
	trail := audit.NewReader(s.Store, s.Trail, s.cursors)
	patients := patient.New(patient.Options{
		Store: s.Store, Passwords: s.passwords, Cursors: s.cursors, Cache: s.Cache, Trail: s.Trail, Accounts: s.accounts,
	})
	doctors := doctor.New(doctor.Options{
		Store: s.Store, Cache: s.Cache, Settings: s.settings, Cursors: s.cursors, Trail: s.Trail, Accounts: s.accounts,
		Sessions: s.auth, Patients: patients,
	})
	institutions := institution.New(institution.Options{
		Store: s.Store, Cache: s.Cache, Settings: s.settings, Cursors: s.cursors, Trail: s.Trail, Accounts: s.accounts, Sessions: s.auth,
	})
	records := related.New(doctors, institutions)
	apipatient.Register(api, patients, trail, records)
	apidoctor.Register(api, doctors, patients, records)
	apiinstitution.Register(api, institutions, doctors, patients, records)
	collections := collection.Options{Store: s.Store, Cursors: s.cursors, Cache: s.Cache, Trail: s.Trail}
	contacts := contact.New(collections)
	apicontact.Register(api, contacts)
	entries := clinical.New(collections)
	apiclinical.Register(api, entries)
	apirecord.Register(api, apirecord.Services{
		Records: record.New(record.Options{
			Store: s.Store, Patients: patients, Clinical: entries, Contacts: contacts, Doctors: doctors, Institutions: institutions,
			Reader: trail, Trail: s.Trail,
		}),
		Patients: patients, Clinical: entries, Contacts: contacts, Related: records, Trail: s.Trail,
	})
	apiaudit.Register(api, trail)
	admin := accountadmin.Options{
		Store: s.Store, Sessions: s.auth, Own: s.accounts, Guard: s.guard, Factors: s.factors, Cursors: s.cursors, Trail: s.Trail, Reader: trail,
		Pulse: s.pulse,
	}
	apiaccount.Register(api, accountadmin.Users(admin), accountadmin.CMSUsers(admin))
	apiserviceaccount.Register(api, serviceaccount.New(serviceaccount.Options{
		Store: s.Store, Auth: s.auth, Cursors: s.cursors, Trail: s.Trail,
	}))
	apicatalog.Register(api, catalog.NewReader(catalog.Options{
		Store: s.Store, Cache: s.Cache, Settings: s.settings, Cursors: s.cursors,
	}))
	apicms.Register(api, cms.New(cms.Options{Store: s.Store, Cursors: s.cursors, Trail: s.Trail, Pulse: s.pulse}))
	apiimports.Register(api, s.imports)
	apianalytics.Register(api, analytics.New(analytics.Options{
		Store: s.Store, Patients: patients, Cache: s.Cache, Settings: s.settings, Trail: s.Trail,
	}))
}

func (s *services) collectors() []prometheus.Collector {
	return slices.Concat(s.Trail.Collectors(), s.passwords.Collectors(), s.guard.Collectors(), s.limiter.Collectors(),
		s.mails.Collectors(), s.imports.Collectors())
}

// workers returns the background work.
func (s *services) workers() []worker.Worker {
	return slices.Concat(s.Trail.Workers(), s.pulse.Workers(), s.mails.Sender(), s.imports.Workers(), []worker.Worker{
		s.guard.Sweeper(), s.answers.Sweeper(), s.auth.Sweeper(), s.accounts.Sweeper(),
		{Name: "signing keys", Interval: keysInterval, Run: s.renewKeys},
		{Name: "rate limit sweeper", Interval: sweepInterval, Run: s.limiter.Sweep},
	})
}

// renewKeys picks up signing keys that were added or removed.
func (s *services) renewKeys(ctx context.Context) error {
	if err := s.Keys.Reload(ctx); err != nil {
		return err
	}
	secrets, err := s.Keys.Derive("cursors")
	if err != nil {
		return err
	}
	return s.cursors.Renew(secrets)
}
