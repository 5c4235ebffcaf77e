// Code generated from the OpenAPI document by client/generate. DO NOT EDIT.

package predicthealth

import (
	"context"
	"io"
	"iter"
)

// ListSigningKeys: list the keys that verify access tokens.
//
// A JWK set (RFC 7517) for services that verify access tokens themselves. Tokens are signed with EdDSA; check
// iss, aud and the typ at+jwt.
func (c *Client) ListSigningKeys(ctx context.Context, opts ...Option) (*JWKSet, error) {
	return do[JWKSet](ctx, c, request{
		id: "list-signing-keys", method: "GET", path: "/.well-known/jwks.json",
	}, opts)
}

// GetDashboardOverviewParams are parameters of [Client.GetDashboardOverview]. What is zero isn't sent.
type GetDashboardOverviewParams struct {
	// Only this institution; me stands for the institution that is signed in. At most 36 characters.
	InstitutionID string `query:"institution_id"`
	// Only this doctor; me stands for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
}

// GetDashboardOverview: get the platform's key figures.
//
// For staff with the permission analytics:read, about the whole platform or about one institution or doctor;
// for institutions, about themselves or one of their doctors; for doctors who are active, about themselves.
// Staff without the permission patients:read get figures about patients rounded. Only active, living patients
// count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
func (c *Client) GetDashboardOverview(ctx context.Context, params *GetDashboardOverviewParams, opts ...Option) (*DashboardOverview, error) {
	return do[DashboardOverview](ctx, c, request{
		id: "get-dashboard-overview", method: "GET", path: "/api/v1/analytics/dashboard-overview", params: params, bearer: true,
	}, opts)
}

// GetDashboardOverviewCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) GetDashboardOverviewCSV(ctx context.Context, params *GetDashboardOverviewParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "get-dashboard-overview", method: "GET", path: "/api/v1/analytics/dashboard-overview", params: params, bearer: true,
	}, opts)
}

// GetDoctorPerformanceParams are parameters of [Client.GetDoctorPerformance]. What is zero isn't sent.
type GetDoctorPerformanceParams struct {
	// Only this institution; me stands for the institution that is signed in. At most 36 characters.
	InstitutionID string `query:"institution_id"`
	// Only this doctor; me stands for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
	// The largest number of rows; those with the most patients are returned. To see the others, ask for one
	// institution or doctor. 1 to 1000, default 100.
	Limit int `query:"limit"`
}

// GetDoctorPerformance: list doctors with their numbers of patients.
//
// For staff with the permission analytics:read, about the whole platform or about one institution or doctor;
// for institutions, about themselves or one of their doctors; for doctors who are active, about themselves.
// Staff without the permission patients:read get figures about patients rounded. Only active, living patients
// count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
func (c *Client) GetDoctorPerformance(ctx context.Context, params *GetDoctorPerformanceParams, opts ...Option) (*DoctorPerformanceReport, error) {
	return do[DoctorPerformanceReport](ctx, c, request{
		id: "get-doctor-performance", method: "GET", path: "/api/v1/analytics/doctor-performance", params: params, bearer: true,
	}, opts)
}

// GetDoctorPerformanceCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) GetDoctorPerformanceCSV(ctx context.Context, params *GetDoctorPerformanceParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "get-doctor-performance", method: "GET", path: "/api/v1/analytics/doctor-performance", params: params, bearer: true,
	}, opts)
}

// GetDoctorPerformanceStatsParams are parameters of [Client.GetDoctorPerformanceStats]. What is zero isn't sent.
type GetDoctorPerformanceStatsParams struct {
	// Only this institution; me stands for the institution that is signed in. At most 36 characters.
	InstitutionID string `query:"institution_id"`
	// Only this doctor; me stands for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
	// The largest number of rows; those with the most patients are returned. To see the others, ask for one
	// institution or doctor. 1 to 1000, default 100.
	Limit int `query:"limit"`
}

// GetDoctorPerformanceStats: list doctors with their patients' conditions.
//
// For staff with the permissions analytics:read and patients:read, about the whole platform or about one
// institution or doctor; for institutions other than insurers, about themselves or one of their doctors; for
// doctors who are active, about themselves. Only active, living patients count. With Accept: text/csv you get
// a file. The response may come from a cache, which every change clears.
func (c *Client) GetDoctorPerformanceStats(ctx context.Context, params *GetDoctorPerformanceStatsParams, opts ...Option) (*DoctorPerformanceStatsReport, error) {
	return do[DoctorPerformanceStatsReport](ctx, c, request{
		id: "get-doctor-performance-stats", method: "GET", path: "/api/v1/analytics/doctor-performance-stats", params: params, bearer: true,
	}, opts)
}

// GetDoctorPerformanceStatsCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) GetDoctorPerformanceStatsCSV(ctx context.Context, params *GetDoctorPerformanceStatsParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "get-doctor-performance-stats", method: "GET", path: "/api/v1/analytics/doctor-performance-stats", params: params, bearer: true,
	}, opts)
}

// GetDoctorSpecialtyDistributionParams are parameters of [Client.GetDoctorSpecialtyDistribution]. What is zero isn't sent.
type GetDoctorSpecialtyDistributionParams struct {
	// Only this institution; me stands for the institution that is signed in. At most 36 characters.
	InstitutionID string `query:"institution_id"`
	// Only this doctor; me stands for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
}

// GetDoctorSpecialtyDistribution: count doctors by specialty.
//
// For staff with the permission analytics:read, about the whole platform or about one institution or doctor;
// for institutions, about themselves or one of their doctors; for doctors who are active, about themselves.
// Staff without the permission patients:read get figures about patients rounded. Only active, living patients
// count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
func (c *Client) GetDoctorSpecialtyDistribution(ctx context.Context, params *GetDoctorSpecialtyDistributionParams, opts ...Option) (*SpecialtyShareReport, error) {
	return do[SpecialtyShareReport](ctx, c, request{
		id: "get-doctor-specialty-distribution", method: "GET", path: "/api/v1/analytics/doctor-specialty-distribution", params: params, bearer: true,
	}, opts)
}

// GetDoctorSpecialtyDistributionCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) GetDoctorSpecialtyDistributionCSV(ctx context.Context, params *GetDoctorSpecialtyDistributionParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "get-doctor-specialty-distribution", method: "GET", path: "/api/v1/analytics/doctor-specialty-distribution", params: params, bearer: true,
	}, opts)
}

// GetGeographicDistributionParams are parameters of [Client.GetGeographicDistribution]. What is zero isn't sent.
type GetGeographicDistributionParams struct {
	// Only this institution; me stands for the institution that is signed in. At most 36 characters.
	InstitutionID string `query:"institution_id"`
	// Only this doctor; me stands for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
	// The largest number of rows; those with the most patients are returned. To see the others, ask for one
	// institution or doctor. 1 to 1000, default 100.
	Limit int `query:"limit"`
}

// GetGeographicDistribution: count institutions, doctors and patients by place.
//
// For staff with the permission analytics:read, about the whole platform or about one institution or doctor;
// for institutions, about themselves or one of their doctors; for doctors who are active, about themselves.
// Staff without the permission patients:read get figures about patients rounded. Only active, living patients
// count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
func (c *Client) GetGeographicDistribution(ctx context.Context, params *GetGeographicDistributionParams, opts ...Option) (*PlaceShareReport, error) {
	return do[PlaceShareReport](ctx, c, request{
		id: "get-geographic-distribution", method: "GET", path: "/api/v1/analytics/geographic-distribution", params: params, bearer: true,
	}, opts)
}

// GetGeographicDistributionCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) GetGeographicDistributionCSV(ctx context.Context, params *GetGeographicDistributionParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "get-geographic-distribution", method: "GET", path: "/api/v1/analytics/geographic-distribution", params: params, bearer: true,
	}, opts)
}

// GetHealthConditionPrevalenceParams are parameters of [Client.GetHealthConditionPrevalence]. What is zero isn't sent.
type GetHealthConditionPrevalenceParams struct {
	// Only this institution; me stands for the institution that is signed in. At most 36 characters.
	InstitutionID string `query:"institution_id"`
	// Only this doctor; me stands for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
	// The largest number of rows; those with the most patients are returned. To see the others, ask for one
	// institution or doctor. 1 to 1000, default 100.
	Limit int `query:"limit"`
}

// GetHealthConditionPrevalence: count patients by condition.
//
// For staff with the permissions analytics:read and patients:read, about the whole platform or about one
// institution or doctor; for institutions other than insurers, about themselves or one of their doctors; for
// doctors who are active, about themselves. Only active, living patients count. With Accept: text/csv you get
// a file. The response may come from a cache, which every change clears.
func (c *Client) GetHealthConditionPrevalence(ctx context.Context, params *GetHealthConditionPrevalenceParams, opts ...Option) (*ConditionPrevalenceReport, error) {
	return do[ConditionPrevalenceReport](ctx, c, request{
		id: "get-health-condition-prevalence", method: "GET", path: "/api/v1/analytics/health-condition-prevalence", params: params, bearer: true,
	}, opts)
}

// GetHealthConditionPrevalenceCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) GetHealthConditionPrevalenceCSV(ctx context.Context, params *GetHealthConditionPrevalenceParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "get-health-condition-prevalence", method: "GET", path: "/api/v1/analytics/health-condition-prevalence", params: params, bearer: true,
	}, opts)
}

// GetHealthConditionStatsParams are parameters of [Client.GetHealthConditionStats]. What is zero isn't sent.
type GetHealthConditionStatsParams struct {
	// Only this institution; me stands for the institution that is signed in. At most 36 characters.
	InstitutionID string `query:"institution_id"`
	// Only this doctor; me stands for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
}

// GetHealthConditionStats: count frequent conditions and habits.
//
// For staff with the permissions analytics:read and patients:read, about the whole platform or about one
// institution or doctor; for institutions other than insurers, about themselves or one of their doctors; for
// doctors who are active, about themselves. Only active, living patients count. With Accept: text/csv you get
// a file. The response may come from a cache, which every change clears.
func (c *Client) GetHealthConditionStats(ctx context.Context, params *GetHealthConditionStatsParams, opts ...Option) (*HealthConditionStats, error) {
	return do[HealthConditionStats](ctx, c, request{
		id: "get-health-condition-stats", method: "GET", path: "/api/v1/analytics/health-condition-stats", params: params, bearer: true,
	}, opts)
}

// GetHealthConditionStatsCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) GetHealthConditionStatsCSV(ctx context.Context, params *GetHealthConditionStatsParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "get-health-condition-stats", method: "GET", path: "/api/v1/analytics/health-condition-stats", params: params, bearer: true,
	}, opts)
}

// GetInstitutionAnalyticsParams are parameters of [Client.GetInstitutionAnalytics]. What is zero isn't sent.
type GetInstitutionAnalyticsParams struct {
	// Only this institution; me stands for the institution that is signed in. At most 36 characters.
	InstitutionID string `query:"institution_id"`
	// Only this doctor; me stands for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
	// The largest number of rows; those with the most patients are returned. To see the others, ask for one
	// institution or doctor. 1 to 1000, default 100.
	Limit int `query:"limit"`
}

// GetInstitutionAnalytics: list institutions with their doctors and their patients' conditions.
//
// For staff with the permissions analytics:read and patients:read, about the whole platform or about one
// institution or doctor; for institutions other than insurers, about themselves or one of their doctors; for
// doctors who are active, about themselves. Only active, living patients count. With Accept: text/csv you get
// a file. The response may come from a cache, which every change clears.
func (c *Client) GetInstitutionAnalytics(ctx context.Context, params *GetInstitutionAnalyticsParams, opts ...Option) (*InstitutionAnalyticsReport, error) {
	return do[InstitutionAnalyticsReport](ctx, c, request{
		id: "get-institution-analytics", method: "GET", path: "/api/v1/analytics/institution-analytics", params: params, bearer: true,
	}, opts)
}

// GetInstitutionAnalyticsCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) GetInstitutionAnalyticsCSV(ctx context.Context, params *GetInstitutionAnalyticsParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "get-institution-analytics", method: "GET", path: "/api/v1/analytics/institution-analytics", params: params, bearer: true,
	}, opts)
}

// GetMonthlyRegistrationsParams are parameters of [Client.GetMonthlyRegistrations]. What is zero isn't sent.
type GetMonthlyRegistrationsParams struct {
	// Only this institution; me stands for the institution that is signed in. At most 36 characters.
	InstitutionID string `query:"institution_id"`
	// Only this doctor; me stands for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
	// The first month of the report.
	From string `query:"from"`
	// The last month of the report.
	To string `query:"to"`
}

// GetMonthlyRegistrations: count registrations by month, sex and gender.
//
// For staff with the permission analytics:read, about the whole platform or about one institution or doctor;
// for institutions, about themselves or one of their doctors; for doctors who are active, about themselves.
// Staff without the permission patients:read get figures about patients rounded. Only active, living patients
// count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
func (c *Client) GetMonthlyRegistrations(ctx context.Context, params *GetMonthlyRegistrationsParams, opts ...Option) (*RegistrationMonthReport, error) {
	return do[RegistrationMonthReport](ctx, c, request{
		id: "get-monthly-registrations", method: "GET", path: "/api/v1/analytics/monthly-registrations", params: params, bearer: true,
	}, opts)
}

// GetMonthlyRegistrationsCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) GetMonthlyRegistrationsCSV(ctx context.Context, params *GetMonthlyRegistrationsParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "get-monthly-registrations", method: "GET", path: "/api/v1/analytics/monthly-registrations", params: params, bearer: true,
	}, opts)
}

// ListPatientDemographicsParams are parameters of [Client.ListPatientDemographics]. What is zero isn't sent.
type ListPatientDemographicsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only this institution; me stands for the institution that is signed in. At most 36 characters.
	InstitutionID string `query:"institution_id"`
	// Only this doctor; me stands for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
	// Sort by registration, or by last and first name. A minus sign reverses the order. Default -created_at.
	Sort string `query:"sort"`
}

func (p *ListPatientDemographicsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListPatientDemographics: list the patients behind the figures.
//
// For staff with the permissions analytics:read and patients:read, about the whole platform or about one
// institution or doctor; for institutions other than insurers, about themselves or one of their doctors; for
// doctors who are active, about themselves. One row per patient in care, including deceased patients. Each row
// adds an event to the audit trail; nothing is cached. With Accept: text/csv you get the page as a file.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListPatientDemographics(ctx context.Context, params *ListPatientDemographicsParams, opts ...Option) iter.Seq2[PatientDemographics, error] {
	return all(params, func(p *ListPatientDemographicsParams) ([]PatientDemographics, *string, error) {
		page, err := c.ListPatientDemographicsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListPatientDemographicsPage answers one page of what [Client.ListPatientDemographics] lists.
func (c *Client) ListPatientDemographicsPage(ctx context.Context, params *ListPatientDemographicsParams, opts ...Option) (*PatientDemographicsList, error) {
	return do[PatientDemographicsList](ctx, c, request{
		id: "list-patient-demographics", method: "GET", path: "/api/v1/analytics/patient-demographics", params: params, bearer: true,
	}, opts)
}

// ListPatientDemographicsCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) ListPatientDemographicsCSV(ctx context.Context, params *ListPatientDemographicsParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "list-patient-demographics", method: "GET", path: "/api/v1/analytics/patient-demographics", params: params, bearer: true,
	}, opts)
}

// GetPatientStatsByMonthParams are parameters of [Client.GetPatientStatsByMonth]. What is zero isn't sent.
type GetPatientStatsByMonthParams struct {
	// Only this institution; me stands for the institution that is signed in. At most 36 characters.
	InstitutionID string `query:"institution_id"`
	// Only this doctor; me stands for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
	// The year of the report; this year when left out. 1900 to 2999.
	Year int `query:"year"`
}

// GetPatientStatsByMonth: count a year's registrations and validations by month.
//
// For staff with the permission analytics:read, about the whole platform or about one institution or doctor;
// for institutions, about themselves or one of their doctors; for doctors who are active, about themselves.
// Staff without the permission patients:read get figures about patients rounded. Only active, living patients
// count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
func (c *Client) GetPatientStatsByMonth(ctx context.Context, params *GetPatientStatsByMonthParams, opts ...Option) (*PatientMonthReport, error) {
	return do[PatientMonthReport](ctx, c, request{
		id: "get-patient-stats-by-month", method: "GET", path: "/api/v1/analytics/patient-stats-by-month", params: params, bearer: true,
	}, opts)
}

// GetPatientStatsByMonthCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) GetPatientStatsByMonthCSV(ctx context.Context, params *GetPatientStatsByMonthParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "get-patient-stats-by-month", method: "GET", path: "/api/v1/analytics/patient-stats-by-month", params: params, bearer: true,
	}, opts)
}

// GetPatientValidationStatusParams are parameters of [Client.GetPatientValidationStatus]. What is zero isn't sent.
type GetPatientValidationStatusParams struct {
	// Only this institution; me stands for the institution that is signed in. At most 36 characters.
	InstitutionID string `query:"institution_id"`
	// Only this doctor; me stands for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
}

// GetPatientValidationStatus: count patients by validation status.
//
// For staff with the permission analytics:read, about the whole platform or about one institution or doctor;
// for institutions, about themselves or one of their doctors; for doctors who are active, about themselves.
// Staff without the permission patients:read get figures about patients rounded. Only active, living patients
// count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
func (c *Client) GetPatientValidationStatus(ctx context.Context, params *GetPatientValidationStatusParams, opts ...Option) (*ValidationShareReport, error) {
	return do[ValidationShareReport](ctx, c, request{
		id: "get-patient-validation-status", method: "GET", path: "/api/v1/analytics/patient-validation-status", params: params, bearer: true,
	}, opts)
}

// GetPatientValidationStatusCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) GetPatientValidationStatusCSV(ctx context.Context, params *GetPatientValidationStatusParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "get-patient-validation-status", method: "GET", path: "/api/v1/analytics/patient-validation-status", params: params, bearer: true,
	}, opts)
}

// ChangeEmail: request a change of your e-mail address.
//
// The new address gets a link that confirms it; nothing changes until then. The old address gets a notice. The
// response is the same if another account has the address. Wrong passwords count as failed sign-ins. If you
// have a second factor, you must have proved it within the last five minutes; otherwise the response is 401
// with the type step_up_required.
func (c *Client) ChangeEmail(ctx context.Context, body EmailChange, opts ...Option) error {
	return run(ctx, c, request{
		id: "change-email", method: "POST", path: "/api/v1/auth/change-email", body: body, contentType: "application/json", bearer: true,
	}, opts)
}

// ConfirmEmailChange: confirm a new e-mail address with the token from a mail.
//
// From then on, you sign in with the new address. A token works once.
func (c *Client) ConfirmEmailChange(ctx context.Context, body OneTimeToken, opts ...Option) error {
	return run(ctx, c, request{
		id: "confirm-email-change", method: "POST", path: "/api/v1/auth/change-email/confirm", body: body, contentType: "application/json",
	}, opts)
}

// ChangePassword: change your password.
//
// Ends your other sessions but not this one. Wrong current passwords count as failed sign-ins. If you have a
// second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the
// type step_up_required.
func (c *Client) ChangePassword(ctx context.Context, body PasswordChange, opts ...Option) error {
	return run(ctx, c, request{
		id: "change-password", method: "POST", path: "/api/v1/auth/change-password", body: body, contentType: "application/json", bearer: true,
	}, opts)
}

// ForgotPassword: request a mail to set a new password.
//
// The response is the same whether or not the address has an account. A new link replaces the previous one.
func (c *Client) ForgotPassword(ctx context.Context, body PasswordResetRequest, opts ...Option) error {
	return run(ctx, c, request{
		id: "forgot-password", method: "POST", path: "/api/v1/auth/forgot-password", body: body, contentType: "application/json",
	}, opts)
}

// IntrospectToken: introspect an access token.
//
// Token introspection (RFC 7662) for services that receive our access tokens. They authenticate with the
// client_id and the client_secret of a service account, as they do to get a token of their own. The account
// needs the scope accounts:introspect for any token but its own.
func (c *Client) IntrospectToken(ctx context.Context, body IntrospectTokenBody, opts ...Option) (*Introspection, error) {
	return do[Introspection](ctx, c, request{
		id: "introspect-token", method: "POST", path: "/api/v1/auth/introspect", body: body, contentType: "application/x-www-form-urlencoded",
	}, opts)
}

// Login: sign in as a patient, a doctor or an institution.
//
// If the sign-in fails, the response is the same whatever the reason: unknown address, wrong password or code,
// disabled or locked account. If the password is right and only the code of a second factor is missing, the
// response is 401 with the type otp_required: sign in again with otp, or send the problem's challenge_token
// and the code to confirm the sign-in.
func (c *Client) Login(ctx context.Context, body Login, opts ...Option) (*SessionTokens, error) {
	return do[SessionTokens](ctx, c, request{
		id: "login", method: "POST", path: "/api/v1/auth/login", body: body, contentType: "application/json",
	}, opts)
}

// ConfirmLogin: finish a sign-in with a code of the second factor.
//
// For a sign-in that was answered with the problem otp_required. Its challenge_token is valid for five minutes
// and good for one session. Wrong codes count as failed sign-ins. Each code works once.
func (c *Client) ConfirmLogin(ctx context.Context, body LoginConfirmation, opts ...Option) (*SessionTokens, error) {
	return do[SessionTokens](ctx, c, request{
		id: "confirm-login", method: "POST", path: "/api/v1/auth/login/confirm", body: body, contentType: "application/json",
	}, opts)
}

// Logout: sign out.
//
// Ends the session: its refresh token no longer works, and its access tokens are refused everywhere within a
// second.
func (c *Client) Logout(ctx context.Context, opts ...Option) error {
	return run(ctx, c, request{
		id: "logout", method: "POST", path: "/api/v1/auth/logout", bearer: true,
	}, opts)
}

// LogoutAll: sign out everywhere.
//
// Ends all sessions of your account, including this one.
func (c *Client) LogoutAll(ctx context.Context, opts ...Option) error {
	return run(ctx, c, request{
		id: "logout-all", method: "POST", path: "/api/v1/auth/logout-all", bearer: true,
	}, opts)
}

// Refresh: exchange a refresh token for new tokens.
//
// Each refresh token works once. If you lose the response, send the same token again within ten seconds and
// before you use the new one. Any other reuse means that two parties have the token, and ends the session. If
// the request fails, the response is the same whatever the reason.
func (c *Client) Refresh(ctx context.Context, body TokenRefresh, opts ...Option) (*SessionTokens, error) {
	return do[SessionTokens](ctx, c, request{
		id: "refresh", method: "POST", path: "/api/v1/auth/refresh", body: body, contentType: "application/json",
	}, opts)
}

// Register: register yourself as a patient.
//
// Available if the setting auth.self_registration.enabled allows it; otherwise the response is 403 with the
// type self_registration_off. The address gets a link to choose a password (reset-password); the account can't
// sign in until then. The response is the same if another account has the address: its owner then gets a mail
// that says so. The patient's validation is pending.
func (c *Client) Register(ctx context.Context, body SelfRegistration, opts ...Option) error {
	return run(ctx, c, request{
		id: "register", method: "POST", path: "/api/v1/auth/register", body: body, contentType: "application/json",
	}, opts)
}

// ResetPassword: set a new password with the token from a mail.
//
// Also accepts an invitation. Unlocks the account, confirms its e-mail address and ends all its sessions; sign
// in afterwards. A token works once.
func (c *Client) ResetPassword(ctx context.Context, body PasswordReset, opts ...Option) error {
	return run(ctx, c, request{
		id: "reset-password", method: "POST", path: "/api/v1/auth/reset-password", body: body, contentType: "application/json",
	}, opts)
}

// DeleteSecondFactor: remove your second factor.
//
// From then on, signing in needs only the password. The recovery codes stop working. If you have a second
// factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type
// step_up_required.
func (c *Client) DeleteSecondFactor(ctx context.Context, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-second-factor", method: "DELETE", path: "/api/v1/auth/second-factor", bearer: true,
	}, opts)
}

// GetSecondFactor: show whether you have a second factor.
//
// Also how many recovery codes are left, and from when on you must have a factor.
func (c *Client) GetSecondFactor(ctx context.Context, opts ...Option) (*SecondFactor, error) {
	return do[SecondFactor](ctx, c, request{
		id: "get-second-factor", method: "GET", path: "/api/v1/auth/second-factor", bearer: true,
	}, opts)
}

// CreateSecondFactor: add a second factor.
//
// Returns the secret for an authenticator, once. The factor counts when you have confirmed it with a code;
// until then, another request replaces it. Wrong passwords count as failed sign-ins.
func (c *Client) CreateSecondFactor(ctx context.Context, body SecondFactorCreate, opts ...Option) (*SecondFactorSecret, error) {
	return do[SecondFactorSecret](ctx, c, request{
		id: "create-second-factor", method: "POST", path: "/api/v1/auth/second-factor", body: body, contentType: "application/json", bearer: true,
	}, opts)
}

// ConfirmSecondFactor: confirm your new second factor with a code.
//
// From then on, signing in needs a code. Your other sessions end. Refresh the access token afterwards. Wrong
// codes count as failed sign-ins.
func (c *Client) ConfirmSecondFactor(ctx context.Context, body SecondFactorConfirmation, opts ...Option) (*RecoveryCodes, error) {
	return do[RecoveryCodes](ctx, c, request{
		id: "confirm-second-factor", method: "POST", path: "/api/v1/auth/second-factor/confirm", body: body, contentType: "application/json", bearer: true,
	}, opts)
}

// CreateRecoveryCodes: make new recovery codes.
//
// The previous codes stop working. If you have a second factor, you must have proved it within the last five
// minutes; otherwise the response is 401 with the type step_up_required.
func (c *Client) CreateRecoveryCodes(ctx context.Context, opts ...Option) (*RecoveryCodes, error) {
	return do[RecoveryCodes](ctx, c, request{
		id: "create-recovery-codes", method: "POST", path: "/api/v1/auth/second-factor/recovery-codes", bearer: true,
	}, opts)
}

// GetSession: show who is signed in, and until when.
//
// A cheap way to find out whether an access token is still valid.
func (c *Client) GetSession(ctx context.Context, opts ...Option) (*SessionCheck, error) {
	return do[SessionCheck](ctx, c, request{
		id: "get-session", method: "GET", path: "/api/v1/auth/session", bearer: true,
	}, opts)
}

// ListSessionsParams are parameters of [Client.ListSessions]. What is zero isn't sent.
type ListSessionsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
}

func (p *ListSessionsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListSessions: list your sessions.
//
// The open sessions of your account, newest first.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListSessions(ctx context.Context, params *ListSessionsParams, opts ...Option) iter.Seq2[Session, error] {
	return all(params, func(p *ListSessionsParams) ([]Session, *string, error) {
		page, err := c.ListSessionsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListSessionsPage answers one page of what [Client.ListSessions] lists.
func (c *Client) ListSessionsPage(ctx context.Context, params *ListSessionsParams, opts ...Option) (*SessionList, error) {
	return do[SessionList](ctx, c, request{
		id: "list-sessions", method: "GET", path: "/api/v1/auth/sessions", params: params, bearer: true,
	}, opts)
}

// DeleteSession: end one of your sessions.
//
// Signs a device out, as logout does. The response is 404 for somebody else's session, as it is for one that
// doesn't exist or has ended.
func (c *Client) DeleteSession(ctx context.Context, id string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-session", method: "DELETE", path: "/api/v1/auth/sessions/" + segment(id), bearer: true,
	}, opts)
}

// StepUp: prove your second factor again.
//
// Returns an access token with which operations that answer step_up_required work for five minutes. The
// refresh token stays the same. Wrong codes count as failed sign-ins. Each code works once.
func (c *Client) StepUp(ctx context.Context, body StepUp, opts ...Option) (*AccessToken, error) {
	return do[AccessToken](ctx, c, request{
		id: "step-up", method: "POST", path: "/api/v1/auth/step-up", body: body, contentType: "application/json", bearer: true,
	}, opts)
}

// CreateToken: sign in with a service account.
//
// OAuth 2.0 client credentials (RFC 6749, section 4.4): the client_id and the client_secret of a service
// account, in an Authorization: Basic header or in the form. Errors also have the OAuth members error and
// error_description.
func (c *Client) CreateToken(ctx context.Context, body CreateTokenBody, opts ...Option) (*Token, error) {
	return do[Token](ctx, c, request{
		id: "create-token", method: "POST", path: "/api/v1/auth/token", body: body, contentType: "application/x-www-form-urlencoded",
	}, opts)
}

// VerifyEmail: confirm an e-mail address with the token from a mail.
//
// New accounts get this mail. A token works once.
func (c *Client) VerifyEmail(ctx context.Context, body OneTimeToken, opts ...Option) error {
	return run(ctx, c, request{
		id: "verify-email", method: "POST", path: "/api/v1/auth/verify-email", body: body, contentType: "application/json",
	}, opts)
}

// ResendEmailVerification: request another mail to confirm your e-mail address.
//
// The new link replaces the previous one. No mail is sent if the address is already confirmed.
func (c *Client) ResendEmailVerification(ctx context.Context, opts ...Option) error {
	return run(ctx, c, request{
		id: "resend-email-verification", method: "POST", path: "/api/v1/auth/verify-email/resend", bearer: true,
	}, opts)
}

// ListAllergicReactionsParams are parameters of [Client.ListAllergicReactions]. What is zero isn't sent.
type ListAllergicReactionsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
}

func (p *ListAllergicReactionsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListAllergicReactions: list allergic-reactions.
//
// Allergic reactions, by code system and code; a search returns those that are recorded most first. Lists only
// entries that are in use. For everyone. Responses may be cached for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListAllergicReactions(ctx context.Context, params *ListAllergicReactionsParams, opts ...Option) iter.Seq2[CodedEntry, error] {
	return all(params, func(p *ListAllergicReactionsParams) ([]CodedEntry, *string, error) {
		page, err := c.ListAllergicReactionsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListAllergicReactionsPage answers one page of what [Client.ListAllergicReactions] lists.
func (c *Client) ListAllergicReactionsPage(ctx context.Context, params *ListAllergicReactionsParams, opts ...Option) (*CodedEntryList, error) {
	return do[CodedEntryList](ctx, c, request{
		id: "list-allergic-reactions", method: "GET", path: "/api/v1/catalogs/allergic-reactions", params: params,
	}, opts)
}

// GetAllergicReactionParams are parameters of [Client.GetAllergicReaction]. What is zero isn't sent.
type GetAllergicReactionParams struct {
	// The URI of the code system. Required when several systems have the code. At most 100 characters.
	CodeSystem string `query:"code_system"`
}

// GetAllergicReaction: read an allergic reaction by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetAllergicReaction(ctx context.Context, code string, params *GetAllergicReactionParams, opts ...Option) (*CodedEntry, error) {
	return do[CodedEntry](ctx, c, request{
		id: "get-allergic-reaction", method: "GET", path: "/api/v1/catalogs/allergic-reactions/" + segment(code), params: params,
	}, opts)
}

// ListAllergiesParams are parameters of [Client.ListAllergies]. What is zero isn't sent.
type ListAllergiesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
}

func (p *ListAllergiesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListAllergies: list allergies.
//
// Allergies and intolerances, by code system and code; a search returns those that are recorded most first.
// Lists only entries that are in use. For everyone. Responses may be cached for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListAllergies(ctx context.Context, params *ListAllergiesParams, opts ...Option) iter.Seq2[AllergyEntry, error] {
	return all(params, func(p *ListAllergiesParams) ([]AllergyEntry, *string, error) {
		page, err := c.ListAllergiesPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListAllergiesPage answers one page of what [Client.ListAllergies] lists.
func (c *Client) ListAllergiesPage(ctx context.Context, params *ListAllergiesParams, opts ...Option) (*AllergyEntryList, error) {
	return do[AllergyEntryList](ctx, c, request{
		id: "list-allergies", method: "GET", path: "/api/v1/catalogs/allergies", params: params,
	}, opts)
}

// GetAllergyParams are parameters of [Client.GetAllergy]. What is zero isn't sent.
type GetAllergyParams struct {
	// The URI of the code system. Required when several systems have the code. At most 100 characters.
	CodeSystem string `query:"code_system"`
}

// GetAllergy: read an allergy or intolerance by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetAllergy(ctx context.Context, code string, params *GetAllergyParams, opts ...Option) (*AllergyEntry, error) {
	return do[AllergyEntry](ctx, c, request{
		id: "get-allergy", method: "GET", path: "/api/v1/catalogs/allergies/" + segment(code), params: params,
	}, opts)
}

// ListBloodTypesParams are parameters of [Client.ListBloodTypes]. What is zero isn't sent.
type ListBloodTypesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
}

func (p *ListBloodTypesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListBloodTypes: list blood-types.
//
// The ABO and RhD groups. Lists only entries that are in use. For everyone. Responses may be cached for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListBloodTypes(ctx context.Context, params *ListBloodTypesParams, opts ...Option) iter.Seq2[BloodType, error] {
	return all(params, func(p *ListBloodTypesParams) ([]BloodType, *string, error) {
		page, err := c.ListBloodTypesPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListBloodTypesPage answers one page of what [Client.ListBloodTypes] lists.
func (c *Client) ListBloodTypesPage(ctx context.Context, params *ListBloodTypesParams, opts ...Option) (*BloodTypeList, error) {
	return do[BloodTypeList](ctx, c, request{
		id: "list-blood-types", method: "GET", path: "/api/v1/catalogs/blood-types", params: params,
	}, opts)
}

// GetBloodType: read a blood type by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetBloodType(ctx context.Context, code string, opts ...Option) (*BloodType, error) {
	return do[BloodType](ctx, c, request{
		id: "get-blood-type", method: "GET", path: "/api/v1/catalogs/blood-types/" + segment(code),
	}, opts)
}

// GetBloodTypeCompatibility: read the compatibility of a blood type.
//
// Lists the blood types that may receive red cells of this type, and those whose red cells this type may
// receive. For everyone. Responses may be cached for a day.
func (c *Client) GetBloodTypeCompatibility(ctx context.Context, code string, opts ...Option) (*Compatibility, error) {
	return do[Compatibility](ctx, c, request{
		id: "get-blood-type-compatibility", method: "GET", path: "/api/v1/catalogs/blood-types/" + segment(code) + "/compatibility",
	}, opts)
}

// ListCountriesParams are parameters of [Client.ListCountries]. What is zero isn't sent.
type ListCountriesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
}

func (p *ListCountriesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListCountries: list countries.
//
// The countries of ISO 3166-1, by name. Lists only entries that are in use. For everyone. Responses may be
// cached for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListCountries(ctx context.Context, params *ListCountriesParams, opts ...Option) iter.Seq2[Country, error] {
	return all(params, func(p *ListCountriesParams) ([]Country, *string, error) {
		page, err := c.ListCountriesPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListCountriesPage answers one page of what [Client.ListCountries] lists.
func (c *Client) ListCountriesPage(ctx context.Context, params *ListCountriesParams, opts ...Option) (*CountryList, error) {
	return do[CountryList](ctx, c, request{
		id: "list-countries", method: "GET", path: "/api/v1/catalogs/countries", params: params,
	}, opts)
}

// GetCountry: read a country by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetCountry(ctx context.Context, code string, opts ...Option) (*Country, error) {
	return do[Country](ctx, c, request{
		id: "get-country", method: "GET", path: "/api/v1/catalogs/countries/" + segment(code),
	}, opts)
}

// ListDoctorSpecialtiesParams are parameters of [Client.ListDoctorSpecialties]. What is zero isn't sent.
type ListDoctorSpecialtiesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
	// Only specialties of the categories with these codes.
	Category []string `query:"category"`
}

func (p *ListDoctorSpecialtiesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListDoctorSpecialties: list doctor-specialties.
//
// The specialties of doctors, by name. Lists only entries that are in use. For everyone. Responses may be
// cached for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListDoctorSpecialties(ctx context.Context, params *ListDoctorSpecialtiesParams, opts ...Option) iter.Seq2[DoctorSpecialty, error] {
	return all(params, func(p *ListDoctorSpecialtiesParams) ([]DoctorSpecialty, *string, error) {
		page, err := c.ListDoctorSpecialtiesPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListDoctorSpecialtiesPage answers one page of what [Client.ListDoctorSpecialties] lists.
func (c *Client) ListDoctorSpecialtiesPage(ctx context.Context, params *ListDoctorSpecialtiesParams, opts ...Option) (*DoctorSpecialtyList, error) {
	return do[DoctorSpecialtyList](ctx, c, request{
		id: "list-doctor-specialties", method: "GET", path: "/api/v1/catalogs/doctor-specialties", params: params,
	}, opts)
}

// GetDoctorSpecialty: read a specialty by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetDoctorSpecialty(ctx context.Context, code string, opts ...Option) (*DoctorSpecialty, error) {
	return do[DoctorSpecialty](ctx, c, request{
		id: "get-doctor-specialty", method: "GET", path: "/api/v1/catalogs/doctor-specialties/" + segment(code),
	}, opts)
}

// ListEmailTypesParams are parameters of [Client.ListEmailTypes]. What is zero isn't sent.
type ListEmailTypesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
}

func (p *ListEmailTypesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListEmailTypes: list email-types.
//
// What e-mail addresses are used for. Lists only entries that are in use. For everyone. Responses may be
// cached for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListEmailTypes(ctx context.Context, params *ListEmailTypesParams, opts ...Option) iter.Seq2[CatalogEntry, error] {
	return all(params, func(p *ListEmailTypesParams) ([]CatalogEntry, *string, error) {
		page, err := c.ListEmailTypesPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListEmailTypesPage answers one page of what [Client.ListEmailTypes] lists.
func (c *Client) ListEmailTypesPage(ctx context.Context, params *ListEmailTypesParams, opts ...Option) (*CatalogEntryList, error) {
	return do[CatalogEntryList](ctx, c, request{
		id: "list-email-types", method: "GET", path: "/api/v1/catalogs/email-types", params: params,
	}, opts)
}

// GetEmailType: read a use of e-mail addresses by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetEmailType(ctx context.Context, code string, opts ...Option) (*CatalogEntry, error) {
	return do[CatalogEntry](ctx, c, request{
		id: "get-email-type", method: "GET", path: "/api/v1/catalogs/email-types/" + segment(code),
	}, opts)
}

// ListGendersParams are parameters of [Client.ListGenders]. What is zero isn't sent.
type ListGendersParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
}

func (p *ListGendersParams) setCursor(cursor string) { p.Cursor = cursor }

// ListGenders: list genders.
//
// Gender identities. Lists only entries that are in use. For everyone. Responses may be cached for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListGenders(ctx context.Context, params *ListGendersParams, opts ...Option) iter.Seq2[CatalogEntry, error] {
	return all(params, func(p *ListGendersParams) ([]CatalogEntry, *string, error) {
		page, err := c.ListGendersPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListGendersPage answers one page of what [Client.ListGenders] lists.
func (c *Client) ListGendersPage(ctx context.Context, params *ListGendersParams, opts ...Option) (*CatalogEntryList, error) {
	return do[CatalogEntryList](ctx, c, request{
		id: "list-genders", method: "GET", path: "/api/v1/catalogs/genders", params: params,
	}, opts)
}

// GetGender: read a gender by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetGender(ctx context.Context, code string, opts ...Option) (*CatalogEntry, error) {
	return do[CatalogEntry](ctx, c, request{
		id: "get-gender", method: "GET", path: "/api/v1/catalogs/genders/" + segment(code),
	}, opts)
}

// ListInstitutionTypesParams are parameters of [Client.ListInstitutionTypes]. What is zero isn't sent.
type ListInstitutionTypesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
}

func (p *ListInstitutionTypesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListInstitutionTypes: list institution-types.
//
// The types of institutions. Lists only entries that are in use. For everyone. Responses may be cached for a
// day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListInstitutionTypes(ctx context.Context, params *ListInstitutionTypesParams, opts ...Option) iter.Seq2[CatalogEntry, error] {
	return all(params, func(p *ListInstitutionTypesParams) ([]CatalogEntry, *string, error) {
		page, err := c.ListInstitutionTypesPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListInstitutionTypesPage answers one page of what [Client.ListInstitutionTypes] lists.
func (c *Client) ListInstitutionTypesPage(ctx context.Context, params *ListInstitutionTypesParams, opts ...Option) (*CatalogEntryList, error) {
	return do[CatalogEntryList](ctx, c, request{
		id: "list-institution-types", method: "GET", path: "/api/v1/catalogs/institution-types", params: params,
	}, opts)
}

// GetInstitutionType: read a type of institutions by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetInstitutionType(ctx context.Context, code string, opts ...Option) (*CatalogEntry, error) {
	return do[CatalogEntry](ctx, c, request{
		id: "get-institution-type", method: "GET", path: "/api/v1/catalogs/institution-types/" + segment(code),
	}, opts)
}

// ListMedicalConditionsParams are parameters of [Client.ListMedicalConditions]. What is zero isn't sent.
type ListMedicalConditionsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
}

func (p *ListMedicalConditionsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListMedicalConditions: list medical-conditions.
//
// Diagnoses and findings, by code system and code; a search returns those that are recorded most first. Lists
// only entries that are in use. For everyone. Responses may be cached for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListMedicalConditions(ctx context.Context, params *ListMedicalConditionsParams, opts ...Option) iter.Seq2[ConditionEntry, error] {
	return all(params, func(p *ListMedicalConditionsParams) ([]ConditionEntry, *string, error) {
		page, err := c.ListMedicalConditionsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListMedicalConditionsPage answers one page of what [Client.ListMedicalConditions] lists.
func (c *Client) ListMedicalConditionsPage(ctx context.Context, params *ListMedicalConditionsParams, opts ...Option) (*ConditionEntryList, error) {
	return do[ConditionEntryList](ctx, c, request{
		id: "list-medical-conditions", method: "GET", path: "/api/v1/catalogs/medical-conditions", params: params,
	}, opts)
}

// GetMedicalConditionParams are parameters of [Client.GetMedicalCondition]. What is zero isn't sent.
type GetMedicalConditionParams struct {
	// The URI of the code system. Required when several systems have the code. At most 100 characters.
	CodeSystem string `query:"code_system"`
}

// GetMedicalCondition: read a diagnosis or finding by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetMedicalCondition(ctx context.Context, code string, params *GetMedicalConditionParams, opts ...Option) (*ConditionEntry, error) {
	return do[ConditionEntry](ctx, c, request{
		id: "get-medical-condition", method: "GET", path: "/api/v1/catalogs/medical-conditions/" + segment(code), params: params,
	}, opts)
}

// ListMedicationsParams are parameters of [Client.ListMedications]. What is zero isn't sent.
type ListMedicationsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
}

func (p *ListMedicationsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListMedications: list medications.
//
// Drugs, by code system and code; a search returns those that are recorded most first. Lists only entries that
// are in use. For everyone. Responses may be cached for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListMedications(ctx context.Context, params *ListMedicationsParams, opts ...Option) iter.Seq2[CodedEntry, error] {
	return all(params, func(p *ListMedicationsParams) ([]CodedEntry, *string, error) {
		page, err := c.ListMedicationsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListMedicationsPage answers one page of what [Client.ListMedications] lists.
func (c *Client) ListMedicationsPage(ctx context.Context, params *ListMedicationsParams, opts ...Option) (*CodedEntryList, error) {
	return do[CodedEntryList](ctx, c, request{
		id: "list-medications", method: "GET", path: "/api/v1/catalogs/medications", params: params,
	}, opts)
}

// GetMedicationParams are parameters of [Client.GetMedication]. What is zero isn't sent.
type GetMedicationParams struct {
	// The URI of the code system. Required when several systems have the code. At most 100 characters.
	CodeSystem string `query:"code_system"`
}

// GetMedication: read a drug by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetMedication(ctx context.Context, code string, params *GetMedicationParams, opts ...Option) (*CodedEntry, error) {
	return do[CodedEntry](ctx, c, request{
		id: "get-medication", method: "GET", path: "/api/v1/catalogs/medications/" + segment(code), params: params,
	}, opts)
}

// ListPhoneTypesParams are parameters of [Client.ListPhoneTypes]. What is zero isn't sent.
type ListPhoneTypesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
}

func (p *ListPhoneTypesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListPhoneTypes: list phone-types.
//
// What phone numbers are used for. Lists only entries that are in use. For everyone. Responses may be cached
// for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListPhoneTypes(ctx context.Context, params *ListPhoneTypesParams, opts ...Option) iter.Seq2[CatalogEntry, error] {
	return all(params, func(p *ListPhoneTypesParams) ([]CatalogEntry, *string, error) {
		page, err := c.ListPhoneTypesPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListPhoneTypesPage answers one page of what [Client.ListPhoneTypes] lists.
func (c *Client) ListPhoneTypesPage(ctx context.Context, params *ListPhoneTypesParams, opts ...Option) (*CatalogEntryList, error) {
	return do[CatalogEntryList](ctx, c, request{
		id: "list-phone-types", method: "GET", path: "/api/v1/catalogs/phone-types", params: params,
	}, opts)
}

// GetPhoneType: read a use of phone numbers by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetPhoneType(ctx context.Context, code string, opts ...Option) (*CatalogEntry, error) {
	return do[CatalogEntry](ctx, c, request{
		id: "get-phone-type", method: "GET", path: "/api/v1/catalogs/phone-types/" + segment(code),
	}, opts)
}

// ListRegionsParams are parameters of [Client.ListRegions]. What is zero isn't sent.
type ListRegionsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
	// Only regions of the countries with these codes (ISO 3166-1 alpha-2).
	Country []string `query:"country"`
	// Only regions inside the regions with these codes.
	Parent []string `query:"parent"`
}

func (p *ListRegionsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListRegions: list regions.
//
// The subdivisions of ISO 3166-2, by code. Lists only entries that are in use. For everyone. Responses may be
// cached for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListRegions(ctx context.Context, params *ListRegionsParams, opts ...Option) iter.Seq2[Region, error] {
	return all(params, func(p *ListRegionsParams) ([]Region, *string, error) {
		page, err := c.ListRegionsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListRegionsPage answers one page of what [Client.ListRegions] lists.
func (c *Client) ListRegionsPage(ctx context.Context, params *ListRegionsParams, opts ...Option) (*RegionList, error) {
	return do[RegionList](ctx, c, request{
		id: "list-regions", method: "GET", path: "/api/v1/catalogs/regions", params: params,
	}, opts)
}

// GetRegion: read a region by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetRegion(ctx context.Context, code string, opts ...Option) (*Region, error) {
	return do[Region](ctx, c, request{
		id: "get-region", method: "GET", path: "/api/v1/catalogs/regions/" + segment(code),
	}, opts)
}

// ListSexesParams are parameters of [Client.ListSexes]. What is zero isn't sent.
type ListSexesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
}

func (p *ListSexesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListSexes: list sexes.
//
// The administrative sexes that FHIR defines. Lists only entries that are in use. For everyone. Responses may
// be cached for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListSexes(ctx context.Context, params *ListSexesParams, opts ...Option) iter.Seq2[CatalogEntry, error] {
	return all(params, func(p *ListSexesParams) ([]CatalogEntry, *string, error) {
		page, err := c.ListSexesPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListSexesPage answers one page of what [Client.ListSexes] lists.
func (c *Client) ListSexesPage(ctx context.Context, params *ListSexesParams, opts ...Option) (*CatalogEntryList, error) {
	return do[CatalogEntryList](ctx, c, request{
		id: "list-sexes", method: "GET", path: "/api/v1/catalogs/sexes", params: params,
	}, opts)
}

// GetSex: read a sex by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetSex(ctx context.Context, code string, opts ...Option) (*CatalogEntry, error) {
	return do[CatalogEntry](ctx, c, request{
		id: "get-sex", method: "GET", path: "/api/v1/catalogs/sexes/" + segment(code),
	}, opts)
}

// ListSpecialtyCategoriesParams are parameters of [Client.ListSpecialtyCategories]. What is zero isn't sent.
type ListSpecialtyCategoriesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only entries whose name has words that begin with these words, in any order, or whose code starts with this.
	// Case, accents and punctuation in names don't matter. At most 100 characters.
	Q string `query:"q"`
	// Only categories inside the categories with these codes.
	Parent []string `query:"parent"`
}

func (p *ListSpecialtyCategoriesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListSpecialtyCategories: list specialty-categories.
//
// The categories of specialties, which form a tree. Lists only entries that are in use. For everyone.
// Responses may be cached for a day.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListSpecialtyCategories(ctx context.Context, params *ListSpecialtyCategoriesParams, opts ...Option) iter.Seq2[SpecialtyCategory, error] {
	return all(params, func(p *ListSpecialtyCategoriesParams) ([]SpecialtyCategory, *string, error) {
		page, err := c.ListSpecialtyCategoriesPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListSpecialtyCategoriesPage answers one page of what [Client.ListSpecialtyCategories] lists.
func (c *Client) ListSpecialtyCategoriesPage(ctx context.Context, params *ListSpecialtyCategoriesParams, opts ...Option) (*SpecialtyCategoryList, error) {
	return do[SpecialtyCategoryList](ctx, c, request{
		id: "list-specialty-categories", method: "GET", path: "/api/v1/catalogs/specialty-categories", params: params,
	}, opts)
}

// GetSpecialtyCategory: read a category of specialties by its code.
//
// Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached
// for a day.
func (c *Client) GetSpecialtyCategory(ctx context.Context, code string, opts ...Option) (*SpecialtyCategory, error) {
	return do[SpecialtyCategory](ctx, c, request{
		id: "get-specialty-category", method: "GET", path: "/api/v1/catalogs/specialty-categories/" + segment(code),
	}, opts)
}

// ListAccountsParams are parameters of [Client.ListAccounts]. What is zero isn't sent.
type ListAccountsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by e-mail address or last change. A minus sign reverses the order. The default is updated_at with
	// updated_since, otherwise email.
	Sort string `query:"sort"`
	// Only accounts whose e-mail address starts with this. At most 254 characters.
	Email string `query:"email"`
	// true: only enabled accounts; false: only disabled ones; any: both. Default any.
	Active string `query:"active"`
	// Only accounts of these types.
	UserType []string `query:"user_type"`
}

func (p *ListAccountsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListAccounts: list the accounts of patients, doctors and institutions.
//
// For staff with the permission accounts:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListAccounts(ctx context.Context, params *ListAccountsParams, opts ...Option) iter.Seq2[Account, error] {
	return all(params, func(p *ListAccountsParams) ([]Account, *string, error) {
		page, err := c.ListAccountsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListAccountsPage answers one page of what [Client.ListAccounts] lists.
func (c *Client) ListAccountsPage(ctx context.Context, params *ListAccountsParams, opts ...Option) (*AccountList, error) {
	return do[AccountList](ctx, c, request{
		id: "list-accounts", method: "GET", path: "/api/v1/cms/accounts", params: params, bearer: true,
	}, opts)
}

// GetAccount: read an account.
//
// For staff with the permission accounts:read.
func (c *Client) GetAccount(ctx context.Context, id string, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "get-account", method: "GET", path: "/api/v1/cms/accounts/" + segment(id), bearer: true,
	}, opts)
}

// DisableAccount: disable an account.
//
// The account can't sign in any more, and all its sessions end within a second. You can't disable your own
// account. For staff with the permission accounts:update.
func (c *Client) DisableAccount(ctx context.Context, id string, body Reason, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "disable-account", method: "POST", path: "/api/v1/cms/accounts/" + segment(id) + "/disable", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// EnableAccount: enable an account.
//
// The account can sign in again. For staff with the permission accounts:update.
func (c *Client) EnableAccount(ctx context.Context, id string, body Reason, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "enable-account", method: "POST", path: "/api/v1/cms/accounts/" + segment(id) + "/enable", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// EndAccountSessions: sign out an account.
//
// All sessions of the account end within a second. For staff with the permission accounts:update.
func (c *Client) EndAccountSessions(ctx context.Context, id string, body Reason, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "end-account-sessions", method: "POST", path: "/api/v1/cms/accounts/" + segment(id) + "/end-sessions", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// ListAccountLoginHistoryParams are parameters of [Client.ListAccountLoginHistory]. What is zero isn't sent.
type ListAccountLoginHistoryParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
}

func (p *ListAccountLoginHistoryParams) setCursor(cursor string) { p.Cursor = cursor }

// ListAccountLoginHistory: list the sign-ins of an account.
//
// Taken from the audit trail, newest first. Includes failed sign-ins and lockouts. New events appear within
// seconds. For staff with the permission accounts:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListAccountLoginHistory(ctx context.Context, id string, params *ListAccountLoginHistoryParams, opts ...Option) iter.Seq2[LoginAttempt, error] {
	return all(params, func(p *ListAccountLoginHistoryParams) ([]LoginAttempt, *string, error) {
		page, err := c.ListAccountLoginHistoryPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListAccountLoginHistoryPage answers one page of what [Client.ListAccountLoginHistory] lists.
func (c *Client) ListAccountLoginHistoryPage(ctx context.Context, id string, params *ListAccountLoginHistoryParams, opts ...Option) (*LoginAttemptList, error) {
	return do[LoginAttemptList](ctx, c, request{
		id: "list-account-login-history", method: "GET", path: "/api/v1/cms/accounts/" + segment(id) + "/login-history", params: params, bearer: true,
	}, opts)
}

// RequireAccountPasswordChange: require a new password for an account.
//
// All sessions end. After the next sign-in, the account can do nothing else until it has set a new password.
// For staff with the permission accounts:update.
func (c *Client) RequireAccountPasswordChange(ctx context.Context, id string, body Reason, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "require-account-password-change", method: "POST", path: "/api/v1/cms/accounts/" + segment(id) + "/require-password-change", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// ResetAccountSecondFactor: remove the second factor of an account.
//
// For somebody who has lost the authenticator and the recovery codes. All sessions end, and the account's
// address gets a notice. For staff with the permission accounts:update. If you have a second factor, you must
// have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
func (c *Client) ResetAccountSecondFactor(ctx context.Context, id string, body Reason, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "reset-account-second-factor", method: "POST", path: "/api/v1/cms/accounts/" + segment(id) + "/reset-second-factor", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// UnlockAccount: unlock an account.
//
// Forgets failed sign-ins: the account can sign in again at once, from anywhere. For staff with the permission
// accounts:update.
func (c *Client) UnlockAccount(ctx context.Context, id string, body Reason, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "unlock-account", method: "POST", path: "/api/v1/cms/accounts/" + segment(id) + "/unlock", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// ListAuditEventsParams are parameters of [Client.ListAuditEvents]. What is zero isn't sent.
type ListAuditEventsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// estimated returns a rough number of events on all pages. There is no exact count, because the trail only
	// ever grows. Default none.
	Total string `query:"total"`
	// Only events with one of these actions.
	Action []string `query:"action"`
	// Only events that one of these kinds of actors caused.
	ActorType []string `query:"actor_type"`
	// Only events that this account caused. At most 36 characters.
	ActorID string `query:"actor_id"`
	// Only events that concern records of these types.
	EntityType []string `query:"entity_type"`
	// Only events that concern this record. Send entity_type too. At most 50 characters.
	EntityID string `query:"entity_id"`
	// Only events that concern this patient, who may have been erased. At most 36 characters.
	PatientID string `query:"patient_id"`
	// Only events with one of these outcomes.
	Outcome []string `query:"outcome"`
	// Only events of the request with this X-Request-Id. At most 64 characters.
	RequestID string `query:"request_id"`
	// Only events at this time or later: a time, or a date, which means midnight UTC.
	From string `query:"from"`
	// Only events before this time: a time, or a date, which means midnight UTC.
	To string `query:"to"`
}

func (p *ListAuditEventsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListAuditEvents: list audit events.
//
// Newest first. Filters are combined with AND. New events appear within seconds. Reading the trail is itself
// recorded in the trail. For staff with the permission audit:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListAuditEvents(ctx context.Context, params *ListAuditEventsParams, opts ...Option) iter.Seq2[AuditEvent, error] {
	return all(params, func(p *ListAuditEventsParams) ([]AuditEvent, *string, error) {
		page, err := c.ListAuditEventsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListAuditEventsPage answers one page of what [Client.ListAuditEvents] lists.
func (c *Client) ListAuditEventsPage(ctx context.Context, params *ListAuditEventsParams, opts ...Option) (*AuditEventList, error) {
	return do[AuditEventList](ctx, c, request{
		id: "list-audit-events", method: "GET", path: "/api/v1/cms/audit-events", params: params, bearer: true,
	}, opts)
}

// CMSChangeEmail: request a change of your e-mail address (staff).
//
// The new address gets a link that confirms it; nothing changes until then. The old address gets a notice. The
// response is the same if another account has the address. Wrong passwords count as failed sign-ins. If you
// have a second factor, you must have proved it within the last five minutes; otherwise the response is 401
// with the type step_up_required.
func (c *Client) CMSChangeEmail(ctx context.Context, body EmailChange, opts ...Option) error {
	return run(ctx, c, request{
		id: "cms-change-email", method: "POST", path: "/api/v1/cms/auth/change-email", body: body, contentType: "application/json", bearer: true,
	}, opts)
}

// CMSConfirmEmailChange: confirm a new e-mail address with the token from a mail (staff).
//
// From then on, you sign in with the new address. A token works once.
func (c *Client) CMSConfirmEmailChange(ctx context.Context, body OneTimeToken, opts ...Option) error {
	return run(ctx, c, request{
		id: "cms-confirm-email-change", method: "POST", path: "/api/v1/cms/auth/change-email/confirm", body: body, contentType: "application/json",
	}, opts)
}

// CMSChangePassword: change your password (staff).
//
// Ends your other sessions but not this one. Wrong current passwords count as failed sign-ins. If you have a
// second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the
// type step_up_required.
func (c *Client) CMSChangePassword(ctx context.Context, body PasswordChange, opts ...Option) error {
	return run(ctx, c, request{
		id: "cms-change-password", method: "POST", path: "/api/v1/cms/auth/change-password", body: body, contentType: "application/json", bearer: true,
	}, opts)
}

// CMSForgotPassword: request a mail to set a new password (staff).
//
// The response is the same whether or not the address has an account. A new link replaces the previous one.
func (c *Client) CMSForgotPassword(ctx context.Context, body PasswordResetRequest, opts ...Option) error {
	return run(ctx, c, request{
		id: "cms-forgot-password", method: "POST", path: "/api/v1/cms/auth/forgot-password", body: body, contentType: "application/json",
	}, opts)
}

// CMSLogin: sign in as a staff member.
//
// If the sign-in fails, the response is the same whatever the reason: unknown address, wrong password or code,
// disabled or locked account. If the password is right and only the code of a second factor is missing, the
// response is 401 with the type otp_required: sign in again with otp, or send the problem's challenge_token
// and the code to confirm the sign-in.
func (c *Client) CMSLogin(ctx context.Context, body Login, opts ...Option) (*SessionTokens, error) {
	return do[SessionTokens](ctx, c, request{
		id: "cms-login", method: "POST", path: "/api/v1/cms/auth/login", body: body, contentType: "application/json",
	}, opts)
}

// CMSConfirmLogin: finish a sign-in with a code of the second factor (staff).
//
// For a sign-in that was answered with the problem otp_required. Its challenge_token is valid for five minutes
// and good for one session. Wrong codes count as failed sign-ins. Each code works once.
func (c *Client) CMSConfirmLogin(ctx context.Context, body LoginConfirmation, opts ...Option) (*SessionTokens, error) {
	return do[SessionTokens](ctx, c, request{
		id: "cms-confirm-login", method: "POST", path: "/api/v1/cms/auth/login/confirm", body: body, contentType: "application/json",
	}, opts)
}

// CMSLogout: sign out (staff).
//
// Ends the session: its refresh token no longer works, and its access tokens are refused everywhere within a
// second.
func (c *Client) CMSLogout(ctx context.Context, opts ...Option) error {
	return run(ctx, c, request{
		id: "cms-logout", method: "POST", path: "/api/v1/cms/auth/logout", bearer: true,
	}, opts)
}

// CMSLogoutAll: sign out everywhere (staff).
//
// Ends all sessions of your account, including this one.
func (c *Client) CMSLogoutAll(ctx context.Context, opts ...Option) error {
	return run(ctx, c, request{
		id: "cms-logout-all", method: "POST", path: "/api/v1/cms/auth/logout-all", bearer: true,
	}, opts)
}

// CMSRefresh: exchange a refresh token for new tokens (staff).
//
// Each refresh token works once. If you lose the response, send the same token again within ten seconds and
// before you use the new one. Any other reuse means that two parties have the token, and ends the session. If
// the request fails, the response is the same whatever the reason.
func (c *Client) CMSRefresh(ctx context.Context, body TokenRefresh, opts ...Option) (*SessionTokens, error) {
	return do[SessionTokens](ctx, c, request{
		id: "cms-refresh", method: "POST", path: "/api/v1/cms/auth/refresh", body: body, contentType: "application/json",
	}, opts)
}

// CMSResetPassword: set a new password with the token from a mail (staff).
//
// Also accepts an invitation. Unlocks the account, confirms its e-mail address and ends all its sessions; sign
// in afterwards. A token works once.
func (c *Client) CMSResetPassword(ctx context.Context, body PasswordReset, opts ...Option) error {
	return run(ctx, c, request{
		id: "cms-reset-password", method: "POST", path: "/api/v1/cms/auth/reset-password", body: body, contentType: "application/json",
	}, opts)
}

// CMSDeleteSecondFactor: remove your second factor (staff).
//
// From then on, signing in needs only the password. The recovery codes stop working. If you have a second
// factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type
// step_up_required.
func (c *Client) CMSDeleteSecondFactor(ctx context.Context, opts ...Option) error {
	return run(ctx, c, request{
		id: "cms-delete-second-factor", method: "DELETE", path: "/api/v1/cms/auth/second-factor", bearer: true,
	}, opts)
}

// CMSGetSecondFactor: show whether you have a second factor (staff).
//
// Also how many recovery codes are left, and from when on you must have a factor.
func (c *Client) CMSGetSecondFactor(ctx context.Context, opts ...Option) (*SecondFactor, error) {
	return do[SecondFactor](ctx, c, request{
		id: "cms-get-second-factor", method: "GET", path: "/api/v1/cms/auth/second-factor", bearer: true,
	}, opts)
}

// CMSCreateSecondFactor: add a second factor (staff).
//
// Returns the secret for an authenticator, once. The factor counts when you have confirmed it with a code;
// until then, another request replaces it. Wrong passwords count as failed sign-ins.
func (c *Client) CMSCreateSecondFactor(ctx context.Context, body SecondFactorCreate, opts ...Option) (*SecondFactorSecret, error) {
	return do[SecondFactorSecret](ctx, c, request{
		id: "cms-create-second-factor", method: "POST", path: "/api/v1/cms/auth/second-factor", body: body, contentType: "application/json", bearer: true,
	}, opts)
}

// CMSConfirmSecondFactor: confirm your new second factor with a code (staff).
//
// From then on, signing in needs a code. Your other sessions end. Refresh the access token afterwards. Wrong
// codes count as failed sign-ins.
func (c *Client) CMSConfirmSecondFactor(ctx context.Context, body SecondFactorConfirmation, opts ...Option) (*RecoveryCodes, error) {
	return do[RecoveryCodes](ctx, c, request{
		id: "cms-confirm-second-factor", method: "POST", path: "/api/v1/cms/auth/second-factor/confirm", body: body, contentType: "application/json", bearer: true,
	}, opts)
}

// CMSCreateRecoveryCodes: make new recovery codes (staff).
//
// The previous codes stop working. If you have a second factor, you must have proved it within the last five
// minutes; otherwise the response is 401 with the type step_up_required.
func (c *Client) CMSCreateRecoveryCodes(ctx context.Context, opts ...Option) (*RecoveryCodes, error) {
	return do[RecoveryCodes](ctx, c, request{
		id: "cms-create-recovery-codes", method: "POST", path: "/api/v1/cms/auth/second-factor/recovery-codes", bearer: true,
	}, opts)
}

// CMSGetSession: show who is signed in, and until when (staff).
//
// A cheap way to find out whether an access token is still valid.
func (c *Client) CMSGetSession(ctx context.Context, opts ...Option) (*SessionCheck, error) {
	return do[SessionCheck](ctx, c, request{
		id: "cms-get-session", method: "GET", path: "/api/v1/cms/auth/session", bearer: true,
	}, opts)
}

// CMSListSessionsParams are parameters of [Client.CMSListSessions]. What is zero isn't sent.
type CMSListSessionsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
}

func (p *CMSListSessionsParams) setCursor(cursor string) { p.Cursor = cursor }

// CMSListSessions: list your sessions (staff).
//
// The open sessions of your account, newest first.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) CMSListSessions(ctx context.Context, params *CMSListSessionsParams, opts ...Option) iter.Seq2[Session, error] {
	return all(params, func(p *CMSListSessionsParams) ([]Session, *string, error) {
		page, err := c.CMSListSessionsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// CMSListSessionsPage answers one page of what [Client.CMSListSessions] lists.
func (c *Client) CMSListSessionsPage(ctx context.Context, params *CMSListSessionsParams, opts ...Option) (*SessionList, error) {
	return do[SessionList](ctx, c, request{
		id: "cms-list-sessions", method: "GET", path: "/api/v1/cms/auth/sessions", params: params, bearer: true,
	}, opts)
}

// CMSDeleteSession: end one of your sessions (staff).
//
// Signs a device out, as logout does. The response is 404 for somebody else's session, as it is for one that
// doesn't exist or has ended.
func (c *Client) CMSDeleteSession(ctx context.Context, id string, opts ...Option) error {
	return run(ctx, c, request{
		id: "cms-delete-session", method: "DELETE", path: "/api/v1/cms/auth/sessions/" + segment(id), bearer: true,
	}, opts)
}

// CMSStepUp: prove your second factor again (staff).
//
// Returns an access token with which operations that answer step_up_required work for five minutes. The
// refresh token stays the same. Wrong codes count as failed sign-ins. Each code works once.
func (c *Client) CMSStepUp(ctx context.Context, body StepUp, opts ...Option) (*AccessToken, error) {
	return do[AccessToken](ctx, c, request{
		id: "cms-step-up", method: "POST", path: "/api/v1/cms/auth/step-up", body: body, contentType: "application/json", bearer: true,
	}, opts)
}

// CMSVerifyEmail: confirm an e-mail address with the token from a mail (staff).
//
// New accounts get this mail. A token works once.
func (c *Client) CMSVerifyEmail(ctx context.Context, body OneTimeToken, opts ...Option) error {
	return run(ctx, c, request{
		id: "cms-verify-email", method: "POST", path: "/api/v1/cms/auth/verify-email", body: body, contentType: "application/json",
	}, opts)
}

// CMSResendEmailVerification: request another mail to confirm your e-mail address (staff).
//
// The new link replaces the previous one. No mail is sent if the address is already confirmed.
func (c *Client) CMSResendEmailVerification(ctx context.Context, opts ...Option) error {
	return run(ctx, c, request{
		id: "cms-resend-email-verification", method: "POST", path: "/api/v1/cms/auth/verify-email/resend", bearer: true,
	}, opts)
}

// ListPermissionsParams are parameters of [Client.ListPermissions]. What is zero isn't sent.
type ListPermissionsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
}

func (p *ListPermissionsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListPermissions: list permissions by resource and action.
//
// For staff with the permission roles:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListPermissions(ctx context.Context, params *ListPermissionsParams, opts ...Option) iter.Seq2[Permission, error] {
	return all(params, func(p *ListPermissionsParams) ([]Permission, *string, error) {
		page, err := c.ListPermissionsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListPermissionsPage answers one page of what [Client.ListPermissions] lists.
func (c *Client) ListPermissionsPage(ctx context.Context, params *ListPermissionsParams, opts ...Option) (*PermissionList, error) {
	return do[PermissionList](ctx, c, request{
		id: "list-permissions", method: "GET", path: "/api/v1/cms/permissions", params: params, bearer: true,
	}, opts)
}

// ListRolesParams are parameters of [Client.ListRoles]. What is zero isn't sent.
type ListRolesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
}

func (p *ListRolesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListRoles: list roles by code.
//
// Each role comes with its permissions, so the list is the matrix of roles and permissions. For staff with the
// permission roles:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListRoles(ctx context.Context, params *ListRolesParams, opts ...Option) iter.Seq2[Role, error] {
	return all(params, func(p *ListRolesParams) ([]Role, *string, error) {
		page, err := c.ListRolesPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListRolesPage answers one page of what [Client.ListRoles] lists.
func (c *Client) ListRolesPage(ctx context.Context, params *ListRolesParams, opts ...Option) (*RoleList, error) {
	return do[RoleList](ctx, c, request{
		id: "list-roles", method: "GET", path: "/api/v1/cms/roles", params: params, bearer: true,
	}, opts)
}

// CreateRole: create a role.
//
// For staff with the permission roles:create who also have every permission that the new role has. If you have
// a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with
// the type step_up_required.
func (c *Client) CreateRole(ctx context.Context, body RoleCreate, opts ...Option) (*Role, error) {
	return do[Role](ctx, c, request{
		id: "create-role", method: "POST", path: "/api/v1/cms/roles", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeleteRole: delete an unused role.
//
// If anyone has the role, the response is 409 with the type in_use. For staff with the permission roles:delete
// who also have every permission of the role. If you have a second factor, you must have proved it within the
// last five minutes; otherwise the response is 401 with the type step_up_required.
func (c *Client) DeleteRole(ctx context.Context, code string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-role", method: "DELETE", path: "/api/v1/cms/roles/" + segment(code), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetRole: read a role.
//
// For staff with the permission roles:read.
func (c *Client) GetRole(ctx context.Context, code string, opts ...Option) (*Role, error) {
	return do[Role](ctx, c, request{
		id: "get-role", method: "GET", path: "/api/v1/cms/roles/" + segment(code), bearer: true,
	}, opts)
}

// UpdateRole: change a role and its permissions.
//
// The change applies to everyone with the role within a second. Built-in roles can't lose permissions. For
// staff with the permission roles:update who also have every permission that the role has or gains. If you
// have a second factor, you must have proved it within the last five minutes; otherwise the response is 401
// with the type step_up_required.
func (c *Client) UpdateRole(ctx context.Context, code string, ifMatch string, body RoleUpdate, opts ...Option) (*Role, error) {
	return do[Role](ctx, c, request{
		id: "update-role", method: "PATCH", path: "/api/v1/cms/roles/" + segment(code), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// ListServiceAccountsParams are parameters of [Client.ListServiceAccounts]. What is zero isn't sent.
type ListServiceAccountsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
}

func (p *ListServiceAccountsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListServiceAccounts: list service accounts by name.
//
// For staff with the permission accounts:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListServiceAccounts(ctx context.Context, params *ListServiceAccountsParams, opts ...Option) iter.Seq2[ServiceAccount, error] {
	return all(params, func(p *ListServiceAccountsParams) ([]ServiceAccount, *string, error) {
		page, err := c.ListServiceAccountsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListServiceAccountsPage answers one page of what [Client.ListServiceAccounts] lists.
func (c *Client) ListServiceAccountsPage(ctx context.Context, params *ListServiceAccountsParams, opts ...Option) (*ServiceAccountList, error) {
	return do[ServiceAccountList](ctx, c, request{
		id: "list-service-accounts", method: "GET", path: "/api/v1/cms/service-accounts", params: params, bearer: true,
	}, opts)
}

// CreateServiceAccount: create a service account.
//
// For staff with the permission accounts:create who also have every permission that the new account has. If
// you have a second factor, you must have proved it within the last five minutes; otherwise the response is
// 401 with the type step_up_required.
func (c *Client) CreateServiceAccount(ctx context.Context, body ServiceAccountCreate, opts ...Option) (*ServiceAccountCreated, error) {
	return do[ServiceAccountCreated](ctx, c, request{
		id: "create-service-account", method: "POST", path: "/api/v1/cms/service-accounts", body: body, contentType: "application/json", bearer: true,
	}, opts)
}

// GetServiceAccount: read a service account.
//
// For staff with the permission accounts:read.
func (c *Client) GetServiceAccount(ctx context.Context, id string, opts ...Option) (*ServiceAccount, error) {
	return do[ServiceAccount](ctx, c, request{
		id: "get-service-account", method: "GET", path: "/api/v1/cms/service-accounts/" + segment(id), bearer: true,
	}, opts)
}

// UpdateServiceAccount: change a service account.
//
// The change applies to existing access tokens within a second. For staff with the permission accounts:update
// who also have every permission that the account has, before and after the change. If you have a second
// factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type
// step_up_required.
func (c *Client) UpdateServiceAccount(ctx context.Context, id string, ifMatch string, body ServiceAccountUpdate, opts ...Option) (*ServiceAccount, error) {
	return do[ServiceAccount](ctx, c, request{
		id: "update-service-account", method: "PATCH", path: "/api/v1/cms/service-accounts/" + segment(id), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// CreateServiceAccountSecret: add a secret to a service account.
//
// The older secret keeps working for a while, so that you can give the program the new one. For staff with the
// permission accounts:update who also have every permission that the account has. If you have a second factor,
// you must have proved it within the last five minutes; otherwise the response is 401 with the type
// step_up_required.
func (c *Client) CreateServiceAccountSecret(ctx context.Context, id string, body ServiceAccountSecretCreate, opts ...Option) (*ServiceAccountSecretCreated, error) {
	return do[ServiceAccountSecretCreated](ctx, c, request{
		id: "create-service-account-secret", method: "POST", path: "/api/v1/cms/service-accounts/" + segment(id) + "/secrets", body: body, contentType: "application/json", bearer: true,
	}, opts)
}

// DeleteServiceAccountSecret: delete a service account's secret.
//
// The secret and the access tokens that were issued for it stop working at once. For staff with the permission
// accounts:update who also have every permission that the account has.
func (c *Client) DeleteServiceAccountSecret(ctx context.Context, id string, secretID string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-service-account-secret", method: "DELETE", path: "/api/v1/cms/service-accounts/" + segment(id) + "/secrets/" + segment(secretID), bearer: true, keyed: true,
	}, opts)
}

// ListSettingsParams are parameters of [Client.ListSettings]. What is zero isn't sent.
type ListSettingsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
}

func (p *ListSettingsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListSettings: list settings by key.
//
// For staff with the permission settings:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListSettings(ctx context.Context, params *ListSettingsParams, opts ...Option) iter.Seq2[Setting, error] {
	return all(params, func(p *ListSettingsParams) ([]Setting, *string, error) {
		page, err := c.ListSettingsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListSettingsPage answers one page of what [Client.ListSettings] lists.
func (c *Client) ListSettingsPage(ctx context.Context, params *ListSettingsParams, opts ...Option) (*SettingList, error) {
	return do[SettingList](ctx, c, request{
		id: "list-settings", method: "GET", path: "/api/v1/cms/settings", params: params, bearer: true,
	}, opts)
}

// GetSetting: read a setting.
//
// For staff with the permission settings:read.
func (c *Client) GetSetting(ctx context.Context, key string, opts ...Option) (*Setting, error) {
	return do[Setting](ctx, c, request{
		id: "get-setting", method: "GET", path: "/api/v1/cms/settings/" + segment(key), bearer: true,
	}, opts)
}

// UpdateSetting: change a setting.
//
// The change takes effect on every instance within a second. The audit trail keeps the previous value. For
// staff with the permission settings:update.
func (c *Client) UpdateSetting(ctx context.Context, key string, ifMatch string, body SettingUpdate, opts ...Option) (*Setting, error) {
	return do[Setting](ctx, c, request{
		id: "update-setting", method: "PATCH", path: "/api/v1/cms/settings/" + segment(key), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// ResetSetting: reset a setting to its default value.
//
// For staff with the permission settings:update.
func (c *Client) ResetSetting(ctx context.Context, key string, opts ...Option) (*Setting, error) {
	return do[Setting](ctx, c, request{
		id: "reset-setting", method: "POST", path: "/api/v1/cms/settings/" + segment(key) + "/reset", bearer: true, keyed: true,
	}, opts)
}

// ListCMSUsersParams are parameters of [Client.ListCMSUsers]. What is zero isn't sent.
type ListCMSUsersParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by e-mail address or last change. A minus sign reverses the order. The default is updated_at with
	// updated_since, otherwise email.
	Sort string `query:"sort"`
	// Only accounts whose e-mail address starts with this. At most 254 characters.
	Email string `query:"email"`
	// true: only enabled accounts; false: only disabled ones; any: both. Default any.
	Active string `query:"active"`
}

func (p *ListCMSUsersParams) setCursor(cursor string) { p.Cursor = cursor }

// ListCMSUsers: list staff accounts.
//
// For staff with the permission cms_users:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListCMSUsers(ctx context.Context, params *ListCMSUsersParams, opts ...Option) iter.Seq2[Account, error] {
	return all(params, func(p *ListCMSUsersParams) ([]Account, *string, error) {
		page, err := c.ListCMSUsersPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListCMSUsersPage answers one page of what [Client.ListCMSUsers] lists.
func (c *Client) ListCMSUsersPage(ctx context.Context, params *ListCMSUsersParams, opts ...Option) (*AccountList, error) {
	return do[AccountList](ctx, c, request{
		id: "list-cms-users", method: "GET", path: "/api/v1/cms/users", params: params, bearer: true,
	}, opts)
}

// CreateCMSUser: create a staff account and invite its owner.
//
// Sends a mail with a link to set a password; the setting auth.invitation.lifetime says how long the link is
// valid. For staff with the permission cms_users:create who also have every permission of the role. If you
// have a second factor, you must have proved it within the last five minutes; otherwise the response is 401
// with the type step_up_required.
func (c *Client) CreateCMSUser(ctx context.Context, body CMSUserCreate, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "create-cms-user", method: "POST", path: "/api/v1/cms/users", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// GetCMSUser: read a staff account.
//
// For staff with the permission cms_users:read.
func (c *Client) GetCMSUser(ctx context.Context, id string, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "get-cms-user", method: "GET", path: "/api/v1/cms/users/" + segment(id), bearer: true,
	}, opts)
}

// UpdateCMSUser: change a staff member's name or role.
//
// A new role's permissions apply to the member's existing tokens within a second. For staff with the
// permission cms_users:update who also have every permission of the member's role, and of a new role. The last
// active administrator must remain one. None of these values can be removed with null. If you have a second
// factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type
// step_up_required.
func (c *Client) UpdateCMSUser(ctx context.Context, id string, ifMatch string, body CMSUserUpdate, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "update-cms-user", method: "PATCH", path: "/api/v1/cms/users/" + segment(id), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// DisableCMSUser: disable a staff account.
//
// The account can't sign in any more, and all its sessions end within a second. You can't disable your own
// account. For staff with the permission cms_users:update who also have every permission of the member's role.
func (c *Client) DisableCMSUser(ctx context.Context, id string, body Reason, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "disable-cms-user", method: "POST", path: "/api/v1/cms/users/" + segment(id) + "/disable", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// EnableCMSUser: enable a staff account.
//
// The account can sign in again. For staff with the permission cms_users:update who also have every permission
// of the member's role.
func (c *Client) EnableCMSUser(ctx context.Context, id string, body Reason, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "enable-cms-user", method: "POST", path: "/api/v1/cms/users/" + segment(id) + "/enable", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// EndCMSUserSessions: sign out a staff account.
//
// All sessions of the account end within a second. For staff with the permission cms_users:update who also
// have every permission of the member's role.
func (c *Client) EndCMSUserSessions(ctx context.Context, id string, body Reason, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "end-cms-user-sessions", method: "POST", path: "/api/v1/cms/users/" + segment(id) + "/end-sessions", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// InviteCMSUser: invite a staff member again.
//
// A new link replaces the previous one. The response is 409 with the type has_password if they have already
// set a password. For staff with the permission cms_users:update who also have every permission of the
// member's role.
func (c *Client) InviteCMSUser(ctx context.Context, id string, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "invite-cms-user", method: "POST", path: "/api/v1/cms/users/" + segment(id) + "/invitation", bearer: true, keyed: true,
	}, opts)
}

// ListCMSUserLoginHistoryParams are parameters of [Client.ListCMSUserLoginHistory]. What is zero isn't sent.
type ListCMSUserLoginHistoryParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
}

func (p *ListCMSUserLoginHistoryParams) setCursor(cursor string) { p.Cursor = cursor }

// ListCMSUserLoginHistory: list the sign-ins of a staff account.
//
// Taken from the audit trail, newest first. Includes failed sign-ins and lockouts. New events appear within
// seconds. For staff with the permission cms_users:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListCMSUserLoginHistory(ctx context.Context, id string, params *ListCMSUserLoginHistoryParams, opts ...Option) iter.Seq2[LoginAttempt, error] {
	return all(params, func(p *ListCMSUserLoginHistoryParams) ([]LoginAttempt, *string, error) {
		page, err := c.ListCMSUserLoginHistoryPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListCMSUserLoginHistoryPage answers one page of what [Client.ListCMSUserLoginHistory] lists.
func (c *Client) ListCMSUserLoginHistoryPage(ctx context.Context, id string, params *ListCMSUserLoginHistoryParams, opts ...Option) (*LoginAttemptList, error) {
	return do[LoginAttemptList](ctx, c, request{
		id: "list-cms-user-login-history", method: "GET", path: "/api/v1/cms/users/" + segment(id) + "/login-history", params: params, bearer: true,
	}, opts)
}

// RequireCMSUserPasswordChange: require a new password for a staff account.
//
// All sessions end. After the next sign-in, the account can do nothing else until it has set a new password.
// For staff with the permission cms_users:update who also have every permission of the member's role.
func (c *Client) RequireCMSUserPasswordChange(ctx context.Context, id string, body Reason, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "require-cms-user-password-change", method: "POST", path: "/api/v1/cms/users/" + segment(id) + "/require-password-change", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// ResetCMSUserSecondFactor: remove the second factor of a staff account.
//
// For somebody who has lost the authenticator and the recovery codes. All sessions end, and the account's
// address gets a notice. For staff with the permission cms_users:update who also have every permission of the
// member's role. If you have a second factor, you must have proved it within the last five minutes; otherwise
// the response is 401 with the type step_up_required.
func (c *Client) ResetCMSUserSecondFactor(ctx context.Context, id string, body Reason, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "reset-cms-user-second-factor", method: "POST", path: "/api/v1/cms/users/" + segment(id) + "/reset-second-factor", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// UnlockCMSUser: unlock a staff account.
//
// Forgets failed sign-ins: the account can sign in again at once, from anywhere. For staff with the permission
// cms_users:update who also have every permission of the member's role.
func (c *Client) UnlockCMSUser(ctx context.Context, id string, body Reason, opts ...Option) (*Account, error) {
	return do[Account](ctx, c, request{
		id: "unlock-cms-user", method: "POST", path: "/api/v1/cms/users/" + segment(id) + "/unlock", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// ListDoctorsParams are parameters of [Client.ListDoctors]. What is zero isn't sent.
type ListDoctorsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order.
	// The default is name with q, otherwise updated_at with updated_since, otherwise -created_at.
	Sort string `query:"sort"`
	// Only records whose name has words that begin with these words, in any order. Case, accents and punctuation
	// don't matter. At most 200 characters.
	Q string `query:"q"`
	// Only records with these ids, separated by commas.
	IDs []string `query:"ids"`
	// Related records to embed. Records that you may not see are left out.
	Include []string `query:"include"`
	// true lists active doctors, false suspended and retired ones, any all. The default is true, with status any.
	Active string `query:"active"`
	// Only doctors with one of these statuses.
	Status []string `query:"status"`
	// Only doctors with one of these specialties, codes from the catalog of doctor specialties.
	Specialty []string `query:"specialty"`
	// Only the doctor with this licence number. At most 50 characters.
	LicenceNumber string `query:"licence_number"`
	// Only the doctor with this identifier of another system: the system's URI and the value with a bar between
	// them, or the value in any system. Not for patients and doctors. At most 511 characters.
	Identifier string `query:"identifier"`
	// Only doctors with this phone number, in any international notation. Not for patients and doctors. At most 40
	// characters.
	Phone string `query:"phone"`
	// Only doctors with this e-mail address. Case doesn't matter. Not for patients and doctors. At most 254
	// characters.
	Email string `query:"email"`
	// Only doctors of this institution.
	InstitutionID string `query:"institution_id"`
}

func (p *ListDoctorsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListDoctors: list doctors.
//
// Patients see their own doctor. Doctors and institutions see the doctors of the institution. Staff with the
// permission doctors:read see all.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListDoctors(ctx context.Context, params *ListDoctorsParams, opts ...Option) iter.Seq2[Doctor, error] {
	return all(params, func(p *ListDoctorsParams) ([]Doctor, *string, error) {
		page, err := c.ListDoctorsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListDoctorsPage answers one page of what [Client.ListDoctors] lists.
func (c *Client) ListDoctorsPage(ctx context.Context, params *ListDoctorsParams, opts ...Option) (*DoctorList, error) {
	return do[DoctorList](ctx, c, request{
		id: "list-doctors", method: "GET", path: "/api/v1/doctors", params: params, bearer: true,
	}, opts)
}

// CreateDoctor: create a doctor.
//
// Creates a doctor and the account, both or neither. Institutions can create their own doctors, who are
// suspended until staff reactivate them; staff with the permissions doctors:create and doctors:read can create
// active doctors of any institution.
func (c *Client) CreateDoctor(ctx context.Context, body DoctorCreate, opts ...Option) (*Doctor, error) {
	return do[Doctor](ctx, c, request{
		id: "create-doctor", method: "POST", path: "/api/v1/doctors", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// GetDoctorDashboard: read a doctor's dashboard.
//
// An overview of the practice, for the doctor who is signed in. The numbers may come from a cache that every
// change drops; patients never do.
func (c *Client) GetDoctorDashboard(ctx context.Context, opts ...Option) (*DoctorDashboard, error) {
	return do[DoctorDashboard](ctx, c, request{
		id: "get-doctor-dashboard", method: "GET", path: "/api/v1/doctors/me/dashboard", bearer: true,
	}, opts)
}

// GetDoctorParams are parameters of [Client.GetDoctor]. What is zero isn't sent.
type GetDoctorParams struct {
	// Related records to embed. Records that you may not see are left out.
	Include []string `query:"include"`
}

// GetDoctor: read a doctor.
//
// Professional data. For the doctor, their colleagues, patients and institution, and for staff with the
// permission doctors:read; others get a 404. With include there is no 304, because the ETag covers only the
// doctor.
func (c *Client) GetDoctor(ctx context.Context, id string, params *GetDoctorParams, opts ...Option) (*Doctor, error) {
	return do[Doctor](ctx, c, request{
		id: "get-doctor", method: "GET", path: "/api/v1/doctors/" + segment(id), params: params, bearer: true,
	}, opts)
}

// UpdateDoctor: change a doctor.
//
// Active doctors can change their own gender, years of experience and consultation fee. Their institution, and
// staff with the permission doctors:update, can change everything. Only those three can be removed. The status
// has operations of its own.
func (c *Client) UpdateDoctor(ctx context.Context, id string, ifMatch string, body DoctorUpdate, opts ...Option) (*Doctor, error) {
	return do[Doctor](ctx, c, request{
		id: "update-doctor", method: "PATCH", path: "/api/v1/doctors/" + segment(id), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// ListDoctorAddressesParams are parameters of [Client.ListDoctorAddresses]. What is zero isn't sent.
type ListDoctorAddressesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
}

func (p *ListDoctorAddressesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListDoctorAddresses: list the postal addresses of a doctor.
//
// Sorted by the time they were added. For the doctor, the institution and staff with the permission
// doctors:read. Patients and colleagues get a 404.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListDoctorAddresses(ctx context.Context, id string, params *ListDoctorAddressesParams, opts ...Option) iter.Seq2[Address, error] {
	return all(params, func(p *ListDoctorAddressesParams) ([]Address, *string, error) {
		page, err := c.ListDoctorAddressesPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListDoctorAddressesPage answers one page of what [Client.ListDoctorAddresses] lists.
func (c *Client) ListDoctorAddressesPage(ctx context.Context, id string, params *ListDoctorAddressesParams, opts ...Option) (*AddressList, error) {
	return do[AddressList](ctx, c, request{
		id: "list-doctor-addresses", method: "GET", path: "/api/v1/doctors/" + segment(id) + "/addresses", params: params, bearer: true,
	}, opts)
}

// CreateDoctorAddress: add a postal address of a doctor.
//
// The owner's first becomes the primary one. For the doctor while active, the institution and staff with the
// permission doctors:update.
func (c *Client) CreateDoctorAddress(ctx context.Context, id string, body AddressCreate, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "create-doctor-address", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/addresses", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeleteDoctorAddress: delete a postal address of a doctor.
//
// If it was the primary one, the first of the others becomes the primary one. For the doctor while active, the
// institution and staff with the permission doctors:update.
func (c *Client) DeleteDoctorAddress(ctx context.Context, id string, contactID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-doctor-address", method: "DELETE", path: "/api/v1/doctors/" + segment(id) + "/addresses/" + segment(contactID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetDoctorAddress: read a postal address of a doctor.
//
// For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues get a
// 404.
func (c *Client) GetDoctorAddress(ctx context.Context, id string, contactID string, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "get-doctor-address", method: "GET", path: "/api/v1/doctors/" + segment(id) + "/addresses/" + segment(contactID), bearer: true,
	}, opts)
}

// UpdateDoctorAddress: change a postal address of a doctor.
//
// If the address or number itself changes, it is no longer verified. For the doctor while active, the
// institution and staff with the permission doctors:update.
func (c *Client) UpdateDoctorAddress(ctx context.Context, id string, contactID string, ifMatch string, body AddressUpdate, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "update-doctor-address", method: "PATCH", path: "/api/v1/doctors/" + segment(id) + "/addresses/" + segment(contactID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// MakeDoctorAddressPrimary: make a postal address of a doctor the primary one.
//
// The previous primary one is no longer primary. For the doctor while active, the institution and staff with
// the permission doctors:update. Repeating the request changes nothing.
func (c *Client) MakeDoctorAddressPrimary(ctx context.Context, id string, contactID string, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "make-doctor-address-primary", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/addresses/" + segment(contactID) + "/make-primary", bearer: true, keyed: true,
	}, opts)
}

// VerifyDoctorAddress: verify a postal address of a doctor.
//
// Records that you have confirmed it to be correct. Nobody can verify their own. For the doctor's institution
// and staff with the permission doctors:update. Repeating the request changes nothing.
func (c *Client) VerifyDoctorAddress(ctx context.Context, id string, contactID string, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "verify-doctor-address", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/addresses/" + segment(contactID) + "/verify", bearer: true, keyed: true,
	}, opts)
}

// ListDoctorEmailsParams are parameters of [Client.ListDoctorEmails]. What is zero isn't sent.
type ListDoctorEmailsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
}

func (p *ListDoctorEmailsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListDoctorEmails: list the e-mail addresses of a doctor.
//
// Sorted by address. For the doctor, the institution and staff with the permission doctors:read. Patients and
// colleagues get a 404.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListDoctorEmails(ctx context.Context, id string, params *ListDoctorEmailsParams, opts ...Option) iter.Seq2[Email, error] {
	return all(params, func(p *ListDoctorEmailsParams) ([]Email, *string, error) {
		page, err := c.ListDoctorEmailsPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListDoctorEmailsPage answers one page of what [Client.ListDoctorEmails] lists.
func (c *Client) ListDoctorEmailsPage(ctx context.Context, id string, params *ListDoctorEmailsParams, opts ...Option) (*EmailList, error) {
	return do[EmailList](ctx, c, request{
		id: "list-doctor-emails", method: "GET", path: "/api/v1/doctors/" + segment(id) + "/emails", params: params, bearer: true,
	}, opts)
}

// CreateDoctorEmail: add an e-mail address of a doctor.
//
// The owner's first becomes the primary one. For the doctor while active, the institution and staff with the
// permission doctors:update.
func (c *Client) CreateDoctorEmail(ctx context.Context, id string, body EmailCreate, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "create-doctor-email", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/emails", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeleteDoctorEmail: delete an e-mail address of a doctor.
//
// If it was the primary one, the first of the others becomes the primary one. For the doctor while active, the
// institution and staff with the permission doctors:update.
func (c *Client) DeleteDoctorEmail(ctx context.Context, id string, contactID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-doctor-email", method: "DELETE", path: "/api/v1/doctors/" + segment(id) + "/emails/" + segment(contactID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetDoctorEmail: read an e-mail address of a doctor.
//
// For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues get a
// 404.
func (c *Client) GetDoctorEmail(ctx context.Context, id string, contactID string, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "get-doctor-email", method: "GET", path: "/api/v1/doctors/" + segment(id) + "/emails/" + segment(contactID), bearer: true,
	}, opts)
}

// UpdateDoctorEmail: change an e-mail address of a doctor.
//
// If the address or number itself changes, it is no longer verified. For the doctor while active, the
// institution and staff with the permission doctors:update.
func (c *Client) UpdateDoctorEmail(ctx context.Context, id string, contactID string, ifMatch string, body EmailUpdate, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "update-doctor-email", method: "PATCH", path: "/api/v1/doctors/" + segment(id) + "/emails/" + segment(contactID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// MakeDoctorEmailPrimary: make an e-mail address of a doctor the primary one.
//
// The previous primary one is no longer primary. For the doctor while active, the institution and staff with
// the permission doctors:update. Repeating the request changes nothing.
func (c *Client) MakeDoctorEmailPrimary(ctx context.Context, id string, contactID string, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "make-doctor-email-primary", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/emails/" + segment(contactID) + "/make-primary", bearer: true, keyed: true,
	}, opts)
}

// VerifyDoctorEmail: verify an e-mail address of a doctor.
//
// Records that you have confirmed it to be correct. Nobody can verify their own. For the doctor's institution
// and staff with the permission doctors:update. Repeating the request changes nothing.
func (c *Client) VerifyDoctorEmail(ctx context.Context, id string, contactID string, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "verify-doctor-email", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/emails/" + segment(contactID) + "/verify", bearer: true, keyed: true,
	}, opts)
}

// GetDoctorInstitution: read a doctor's institution.
//
// For callers who may see both the doctor and the institution: the doctor, even if suspended, their
// colleagues, patients and institution, and staff with the permissions doctors:read and institutions:read.
func (c *Client) GetDoctorInstitution(ctx context.Context, id string, opts ...Option) (*Institution, error) {
	return do[Institution](ctx, c, request{
		id: "get-doctor-institution", method: "GET", path: "/api/v1/doctors/" + segment(id) + "/institution", bearer: true,
	}, opts)
}

// InviteDoctor: invite the doctor to choose a password.
//
// Sends the account's address a new link to choose the first password, which replaces the previous one; the
// setting auth.invitation.lifetime says how long it is valid. The response is 409 with the type has_password
// if the account has a password, and account_disabled if it is disabled. For the doctor's institution, and
// staff with the permissions doctors:create and doctors:update. Institutions may send an address only while
// the doctor is not active.
func (c *Client) InviteDoctor(ctx context.Context, id string, body Invitation, opts ...Option) error {
	return run(ctx, c, request{
		id: "invite-doctor", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/invitation", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// ListDoctorPatientsParams are parameters of [Client.ListDoctorPatients]. What is zero isn't sent.
type ListDoctorPatientsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order.
	// The default is name with q, otherwise updated_at with updated_since, otherwise -created_at.
	Sort string `query:"sort"`
	// Only records whose name has words that begin with these words, in any order. Case, accents and punctuation
	// don't matter. At most 200 characters.
	Q string `query:"q"`
	// Only records with these ids, separated by commas.
	IDs []string `query:"ids"`
	// Related records to embed, separated by commas. Records that you may not see are left out.
	Include []string `query:"include"`
	// true lists patients in care, false deactivated ones, any both. Default true.
	Active string `query:"active"`
	// Only patients with one of these validation statuses.
	ValidationStatus []string `query:"validation_status"`
	// Only the patient with this identifier of another system: the system's URI and the value with a bar between
	// them, or the value in any system. At most 511 characters.
	Identifier string `query:"identifier"`
	// Only patients born on this day.
	DateOfBirth string `query:"date_of_birth"`
	// Only patients with this phone number, in any international notation. At most 40 characters.
	Phone string `query:"phone"`
	// Only patients with this e-mail address. Case doesn't matter. At most 254 characters.
	Email string `query:"email"`
}

func (p *ListDoctorPatientsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListDoctorPatients: list a doctor's patients.
//
// Lists those of a doctor's patients whom you may see, if you may see the doctor. Doctors and institutions can
// list the patients of their institution's doctors; staff with the permissions doctors:read and patients:read
// those of any doctor; patients see only themselves.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListDoctorPatients(ctx context.Context, id string, params *ListDoctorPatientsParams, opts ...Option) iter.Seq2[Patient, error] {
	return all(params, func(p *ListDoctorPatientsParams) ([]Patient, *string, error) {
		page, err := c.ListDoctorPatientsPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListDoctorPatientsPage answers one page of what [Client.ListDoctorPatients] lists.
func (c *Client) ListDoctorPatientsPage(ctx context.Context, id string, params *ListDoctorPatientsParams, opts ...Option) (*PatientList, error) {
	return do[PatientList](ctx, c, request{
		id: "list-doctor-patients", method: "GET", path: "/api/v1/doctors/" + segment(id) + "/patients", params: params, bearer: true,
	}, opts)
}

// ListDoctorPhonesParams are parameters of [Client.ListDoctorPhones]. What is zero isn't sent.
type ListDoctorPhonesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
}

func (p *ListDoctorPhonesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListDoctorPhones: list the phones of a doctor.
//
// Sorted by number. For the doctor, the institution and staff with the permission doctors:read. Patients and
// colleagues get a 404.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListDoctorPhones(ctx context.Context, id string, params *ListDoctorPhonesParams, opts ...Option) iter.Seq2[Phone, error] {
	return all(params, func(p *ListDoctorPhonesParams) ([]Phone, *string, error) {
		page, err := c.ListDoctorPhonesPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListDoctorPhonesPage answers one page of what [Client.ListDoctorPhones] lists.
func (c *Client) ListDoctorPhonesPage(ctx context.Context, id string, params *ListDoctorPhonesParams, opts ...Option) (*PhoneList, error) {
	return do[PhoneList](ctx, c, request{
		id: "list-doctor-phones", method: "GET", path: "/api/v1/doctors/" + segment(id) + "/phones", params: params, bearer: true,
	}, opts)
}

// CreateDoctorPhone: add a phone of a doctor.
//
// The owner's first becomes the primary one. For the doctor while active, the institution and staff with the
// permission doctors:update.
func (c *Client) CreateDoctorPhone(ctx context.Context, id string, body PhoneCreate, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "create-doctor-phone", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/phones", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeleteDoctorPhone: delete a phone of a doctor.
//
// If it was the primary one, the first of the others becomes the primary one. For the doctor while active, the
// institution and staff with the permission doctors:update.
func (c *Client) DeleteDoctorPhone(ctx context.Context, id string, contactID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-doctor-phone", method: "DELETE", path: "/api/v1/doctors/" + segment(id) + "/phones/" + segment(contactID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetDoctorPhone: read a phone of a doctor.
//
// For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues get a
// 404.
func (c *Client) GetDoctorPhone(ctx context.Context, id string, contactID string, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "get-doctor-phone", method: "GET", path: "/api/v1/doctors/" + segment(id) + "/phones/" + segment(contactID), bearer: true,
	}, opts)
}

// UpdateDoctorPhone: change a phone of a doctor.
//
// If the address or number itself changes, it is no longer verified. For the doctor while active, the
// institution and staff with the permission doctors:update.
func (c *Client) UpdateDoctorPhone(ctx context.Context, id string, contactID string, ifMatch string, body PhoneUpdate, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "update-doctor-phone", method: "PATCH", path: "/api/v1/doctors/" + segment(id) + "/phones/" + segment(contactID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// MakeDoctorPhonePrimary: make a phone of a doctor the primary one.
//
// The previous primary one is no longer primary. For the doctor while active, the institution and staff with
// the permission doctors:update. Repeating the request changes nothing.
func (c *Client) MakeDoctorPhonePrimary(ctx context.Context, id string, contactID string, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "make-doctor-phone-primary", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/phones/" + segment(contactID) + "/make-primary", bearer: true, keyed: true,
	}, opts)
}

// VerifyDoctorPhone: verify a phone of a doctor.
//
// Records that you have confirmed it to be correct. Nobody can verify their own. For the doctor's institution
// and staff with the permission doctors:update. Repeating the request changes nothing.
func (c *Client) VerifyDoctorPhone(ctx context.Context, id string, contactID string, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "verify-doctor-phone", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/phones/" + segment(contactID) + "/verify", bearer: true, keyed: true,
	}, opts)
}

// ReactivateDoctor: reactivate a doctor.
//
// Makes a suspended or retired doctor active again, or lets one whom an institution has created begin.
// Patients who were handed over do not come back. For staff with the permission doctors:update: they make sure
// who the doctor is and that the account is the doctor's own. Repeating the request changes nothing.
func (c *Client) ReactivateDoctor(ctx context.Context, id string, body Reason, opts ...Option) (*Doctor, error) {
	return do[Doctor](ctx, c, request{
		id: "reactivate-doctor", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/reactivate", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// RetireDoctor: retire a doctor.
//
// Has the effects of a suspension, but is meant to be permanent: a retired doctor can't be suspended. Patients
// who change doctor in this way must be validated again. For the doctor's institution and staff with the
// permission doctors:update; to hand over patients, staff also need patients:read and patients:update.
// Repeating the request changes nothing.
func (c *Client) RetireDoctor(ctx context.Context, id string, body DoctorLeave, opts ...Option) (*Doctor, error) {
	return do[Doctor](ctx, c, request{
		id: "retire-doctor", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/retire", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// GetDoctorStatistics: read statistics of a doctor's patients.
//
// For the doctor if active, the institution, and staff with the permissions doctors:read and analytics:read.
// Staff without patients:read get figures about patients rounded.
func (c *Client) GetDoctorStatistics(ctx context.Context, id string, opts ...Option) (*DoctorStatistics, error) {
	return do[DoctorStatistics](ctx, c, request{
		id: "get-doctor-statistics", method: "GET", path: "/api/v1/doctors/" + segment(id) + "/statistics", bearer: true,
	}, opts)
}

// SuspendDoctor: suspend a doctor.
//
// Ends the doctor's sessions. From then on, the doctor sees only their own record and no patients. Patients
// who change doctor in this way must be validated again. For the doctor's institution and staff with the
// permission doctors:update; to hand over patients, staff also need patients:read and patients:update.
// Repeating the request changes nothing.
func (c *Client) SuspendDoctor(ctx context.Context, id string, body DoctorLeave, opts ...Option) (*Doctor, error) {
	return do[Doctor](ctx, c, request{
		id: "suspend-doctor", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/suspend", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// TransferDoctor: move a doctor to another institution.
//
// From then on, the doctor sees the new institution's patients and none of the old one's. Patients who change
// doctor in this way must be validated again. For staff with the permission doctors:update; to hand over
// patients, they also need patients:read and patients:update.
func (c *Client) TransferDoctor(ctx context.Context, id string, body DoctorTransfer, opts ...Option) (*Doctor, error) {
	return do[Doctor](ctx, c, request{
		id: "transfer-doctor", method: "POST", path: "/api/v1/doctors/" + segment(id) + "/transfer", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// ListImportsParams are parameters of [Client.ListImports]. What is zero isn't sent.
type ListImportsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by creation or last change. A minus sign reverses the order. The default is updated_at with
	// updated_since, otherwise -created_at.
	Sort string `query:"sort"`
	// Only imports with one of these statuses.
	Status []string `query:"status"`
}

func (p *ListImportsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListImports: list imports.
//
// For institutions, for their own patients; for staff with the permissions institutions:create,
// doctors:create, patients:create and catalogs:create, for the whole platform.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListImports(ctx context.Context, params *ListImportsParams, opts ...Option) iter.Seq2[Import, error] {
	return all(params, func(p *ListImportsParams) ([]Import, *string, error) {
		page, err := c.ListImportsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListImportsPage answers one page of what [Client.ListImports] lists.
func (c *Client) ListImportsPage(ctx context.Context, params *ListImportsParams, opts ...Option) (*ImportList, error) {
	return do[ImportList](ctx, c, request{
		id: "list-imports", method: "GET", path: "/api/v1/imports", params: params, bearer: true,
	}, opts)
}

// CreateImportParams are parameters of [Client.CreateImport]. What is zero isn't sent.
type CreateImportParams struct {
	// gzip if the file is gzipped.
	ContentEncoding string `header:"Content-Encoding"`
	// Process the file and report the result, but roll everything back.
	DryRun *bool `query:"dry_run"`
	// For FHIR, the base URL of the server that made the export, needed when its ids are not UUIDs. For CSV, the
	// identifier_system of rows that have none. At most 150 characters.
	Source string `query:"source"`
	// The ISO 3166-1 code of the country for addresses and phone numbers that don't name one. At most 2
	// characters.
	Country string `query:"country"`
	// Write only patients of this institution. A file from an institution writes only its own patients in any
	// case. At most 36 characters.
	InstitutionID string `query:"institution_id"`
}

// CreateImport: import a file of patients.
//
// The file is read as it arrives and loaded in the background, in one transaction: all of it or nothing. Lines
// that break a rule are left out; list-import-problems lists them. Loading a file again changes nothing, and a
// newer file updates the
// values that it contains.
//
// - **NDJSON** (application/fhir+ndjson): FHIR R4 resources or Bundles, one per line, in any mixture.
// - **JSON** (application/fhir+json): a FHIR R4 resource, a Bundle of any kind, or an array of them.
// - **Archives** (application/zip, application/x-tar, application/gzip for a gzipped tar) of files in these
// two formats. Files whose names
//
//	don't end in .ndjson, .jsonl or .json are named in the report, and not read.
//
// - **CSV** (text/csv, UTF-8, commas): one patient per line, below a header line with these names, in any
// order:
//
//	`identifier_system`: URI of the naming system of identifier_value; by default the parameter source;
//	`identifier_value` (required): identifies the patient when the file is loaded again;
//	`first_name` (required): empty for people with a single name;
//	`last_name` (required);
//	`date_of_birth` (required): YYYY-MM-DD, or YYYY-MM or YYYY if no more is known;
//	`deceased`: true if the patient is dead, and nobody knows since when;
//	`deceased_at`: YYYY-MM-DD, YYYY-MM, YYYY, or an RFC 3339 time;
//	`sex`: male, female, other or unknown;
//	`gender`: a code from the catalog genders;
//	`email`;
//	`phone`: +16175550101; without + it is a number of address_country, else of country;
//	`doctor_licence`: licence number of a new patient's doctor;
//	`doctor_id`: id of a new patient's doctor, instead of the licence number;
//	`address_line1`;
//	`address_line2`;
//	`address_city`;
//	`address_postal_code`;
//	`address_region`: an ISO 3166-2 code, or a name;
//	`address_country`: an ISO 3166-1 code, or a name; by default the parameter country.
//
// A file from an institution writes only its own patients and what belongs to them. The codes and identifiers
// that it uses apply to that institution only, and other institutions' records are refused as if they did not
// exist. For institutions, for their own patients; for staff with the permissions institutions:create,
// doctors:create, patients:create and catalogs:create, for the whole platform.
func (c *Client) CreateImport(ctx context.Context, contentType string, body io.Reader, params *CreateImportParams, opts ...Option) (*Import, error) {
	return do[Import](ctx, c, request{
		id: "create-import", method: "POST", path: "/api/v1/imports", params: params, file: body, contentType: contentType, bearer: true, keyed: true,
	}, opts)
}

// GetImport: read an import's progress and report.
//
// Ask again after the number of seconds in Retry-After, until the response has no Retry-After. For
// institutions, for their own patients; for staff with the permissions institutions:create, doctors:create,
// patients:create and catalogs:create, for the whole platform.
func (c *Client) GetImport(ctx context.Context, id string, opts ...Option) (*Import, error) {
	return do[Import](ctx, c, request{
		id: "get-import", method: "GET", path: "/api/v1/imports/" + segment(id), bearer: true,
	}, opts)
}

// CancelImport: cancel an import.
//
// Nothing from the file is loaded, or stays loaded. An import that was completed or has failed is answered
// with 409 and the type import_ended. Cancelling a cancelled import changes nothing. For institutions, for
// their own patients; for staff with the permissions institutions:create, doctors:create, patients:create and
// catalogs:create, for the whole platform.
func (c *Client) CancelImport(ctx context.Context, id string, opts ...Option) (*Import, error) {
	return do[Import](ctx, c, request{
		id: "cancel-import", method: "POST", path: "/api/v1/imports/" + segment(id) + "/cancel", bearer: true, keyed: true,
	}, opts)
}

// ListImportProblemsParams are parameters of [Client.ListImportProblems]. What is zero isn't sent.
type ListImportProblemsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
}

func (p *ListImportProblemsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListImportProblems: list what an import left out, line by line.
//
// Problems found while reading the file come first, then those found while writing, each in the order of the
// lines. The list is empty until the import is completed. Only the first 10,000 are kept; problem_count counts
// all. With Accept: text/csv you get the page as a file. For institutions, for their own patients; for staff
// with the permissions institutions:create, doctors:create, patients:create and catalogs:create, for the whole
// platform.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListImportProblems(ctx context.Context, id string, params *ListImportProblemsParams, opts ...Option) iter.Seq2[ImportProblem, error] {
	return all(params, func(p *ListImportProblemsParams) ([]ImportProblem, *string, error) {
		page, err := c.ListImportProblemsPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListImportProblemsPage answers one page of what [Client.ListImportProblems] lists.
func (c *Client) ListImportProblemsPage(ctx context.Context, id string, params *ListImportProblemsParams, opts ...Option) (*ImportProblemList, error) {
	return do[ImportProblemList](ctx, c, request{
		id: "list-import-problems", method: "GET", path: "/api/v1/imports/" + segment(id) + "/problems", params: params, bearer: true,
	}, opts)
}

// ListImportProblemsCSV returns the same as a CSV file (RFC 4180, UTF-8). Close it after use.
func (c *Client) ListImportProblemsCSV(ctx context.Context, id string, params *ListImportProblemsParams, opts ...Option) (io.ReadCloser, error) {
	return csvFile(ctx, c, request{
		id: "list-import-problems", method: "GET", path: "/api/v1/imports/" + segment(id) + "/problems", params: params, bearer: true,
	}, opts)
}

// ListInstitutionsParams are parameters of [Client.ListInstitutions]. What is zero isn't sent.
type ListInstitutionsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order.
	// The default is name with q, otherwise updated_at with updated_since, otherwise -created_at.
	Sort string `query:"sort"`
	// Only records whose name has words that begin with these words, in any order. Case, accents and punctuation
	// don't matter. At most 200 characters.
	Q string `query:"q"`
	// Only records with these ids, separated by commas.
	IDs []string `query:"ids"`
	// Only institutions of one of these types, codes from the catalog of institution types.
	Type []string `query:"type"`
	// Only institutions with an address in one of these countries (ISO 3166-1). Not for patients and doctors.
	Country []string `query:"country"`
	// Only institutions with an address in one of these regions (ISO 3166-2). Not for patients and doctors.
	Region []string `query:"region"`
	// true lists active institutions, false deactivated ones, any both. Default true.
	Active string `query:"active"`
	// true: only verified institutions; false: only unverified ones.
	Verified string `query:"verified"`
	// Degrees north. With longitude and radius_km: only institutions near this point. There is only one page, with
	// the nearest institutions up to limit, in this order, and no cursor. Not for patients and doctors. -90 to 90.
	Latitude *float64 `query:"latitude"`
	// Degrees east. -180 to 180.
	Longitude *float64 `query:"longitude"`
	// The largest distance from the point, in kilometres along the earth's surface. 0.001 to 1000.
	RadiusKm float64 `query:"radius_km"`
}

func (p *ListInstitutionsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListInstitutions: list institutions.
//
// Patients and doctors see their own institution. Institutions see themselves. Staff with the permission
// institutions:read see all.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListInstitutions(ctx context.Context, params *ListInstitutionsParams, opts ...Option) iter.Seq2[Institution, error] {
	return all(params, func(p *ListInstitutionsParams) ([]Institution, *string, error) {
		page, err := c.ListInstitutionsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListInstitutionsPage answers one page of what [Client.ListInstitutions] lists.
func (c *Client) ListInstitutionsPage(ctx context.Context, params *ListInstitutionsParams, opts ...Option) (*InstitutionList, error) {
	return do[InstitutionList](ctx, c, request{
		id: "list-institutions", method: "GET", path: "/api/v1/institutions", params: params, bearer: true,
	}, opts)
}

// CreateInstitution: create an institution.
//
// Creates an active institution, not verified yet, and the account, both or neither. For staff with the
// permissions institutions:create and institutions:read.
func (c *Client) CreateInstitution(ctx context.Context, body InstitutionCreate, opts ...Option) (*Institution, error) {
	return do[Institution](ctx, c, request{
		id: "create-institution", method: "POST", path: "/api/v1/institutions", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// GetInstitution: read an institution.
//
// Professional data. For the institution, its doctors and patients, and for staff with the permission
// institutions:read; others get a 404.
func (c *Client) GetInstitution(ctx context.Context, id string, opts ...Option) (*Institution, error) {
	return do[Institution](ctx, c, request{
		id: "get-institution", method: "GET", path: "/api/v1/institutions/" + segment(id), bearer: true,
	}, opts)
}

// UpdateInstitution: change an institution.
//
// Active institutions can change their own website, staff with the permission institutions:update everything.
// Only the website can be removed. Verifying, deactivating and reactivating are operations of their own.
func (c *Client) UpdateInstitution(ctx context.Context, id string, ifMatch string, body InstitutionUpdate, opts ...Option) (*Institution, error) {
	return do[Institution](ctx, c, request{
		id: "update-institution", method: "PATCH", path: "/api/v1/institutions/" + segment(id), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// ListInstitutionAddressesParams are parameters of [Client.ListInstitutionAddresses]. What is zero isn't sent.
type ListInstitutionAddressesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
}

func (p *ListInstitutionAddressesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListInstitutionAddresses: list the postal addresses of an institution.
//
// Sorted by the time they were added. For the institution and staff with the permission institutions:read.
// Patients and doctors get a 404.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListInstitutionAddresses(ctx context.Context, id string, params *ListInstitutionAddressesParams, opts ...Option) iter.Seq2[Address, error] {
	return all(params, func(p *ListInstitutionAddressesParams) ([]Address, *string, error) {
		page, err := c.ListInstitutionAddressesPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListInstitutionAddressesPage answers one page of what [Client.ListInstitutionAddresses] lists.
func (c *Client) ListInstitutionAddressesPage(ctx context.Context, id string, params *ListInstitutionAddressesParams, opts ...Option) (*AddressList, error) {
	return do[AddressList](ctx, c, request{
		id: "list-institution-addresses", method: "GET", path: "/api/v1/institutions/" + segment(id) + "/addresses", params: params, bearer: true,
	}, opts)
}

// CreateInstitutionAddress: add a postal address of an institution.
//
// The owner's first becomes the primary one. For the institution and staff with the permission
// institutions:update.
func (c *Client) CreateInstitutionAddress(ctx context.Context, id string, body AddressCreate, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "create-institution-address", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/addresses", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeleteInstitutionAddress: delete a postal address of an institution.
//
// If it was the primary one, the first of the others becomes the primary one. For the institution and staff
// with the permission institutions:update.
func (c *Client) DeleteInstitutionAddress(ctx context.Context, id string, contactID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-institution-address", method: "DELETE", path: "/api/v1/institutions/" + segment(id) + "/addresses/" + segment(contactID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetInstitutionAddress: read a postal address of an institution.
//
// For the institution and staff with the permission institutions:read. Patients and doctors get a 404.
func (c *Client) GetInstitutionAddress(ctx context.Context, id string, contactID string, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "get-institution-address", method: "GET", path: "/api/v1/institutions/" + segment(id) + "/addresses/" + segment(contactID), bearer: true,
	}, opts)
}

// UpdateInstitutionAddress: change a postal address of an institution.
//
// If the address or number itself changes, it is no longer verified. For the institution and staff with the
// permission institutions:update.
func (c *Client) UpdateInstitutionAddress(ctx context.Context, id string, contactID string, ifMatch string, body AddressUpdate, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "update-institution-address", method: "PATCH", path: "/api/v1/institutions/" + segment(id) + "/addresses/" + segment(contactID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// MakeInstitutionAddressPrimary: make a postal address of an institution the primary one.
//
// The previous primary one is no longer primary. For the institution and staff with the permission
// institutions:update. Repeating the request changes nothing.
func (c *Client) MakeInstitutionAddressPrimary(ctx context.Context, id string, contactID string, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "make-institution-address-primary", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/addresses/" + segment(contactID) + "/make-primary", bearer: true, keyed: true,
	}, opts)
}

// VerifyInstitutionAddress: verify a postal address of an institution.
//
// Records that you have confirmed it to be correct. Nobody can verify their own. For staff with the permission
// institutions:update. Repeating the request changes nothing.
func (c *Client) VerifyInstitutionAddress(ctx context.Context, id string, contactID string, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "verify-institution-address", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/addresses/" + segment(contactID) + "/verify", bearer: true, keyed: true,
	}, opts)
}

// DeactivateInstitution: deactivate an institution.
//
// Ends the institution's sessions. It can still read its own data. If it has active doctors or patients, the
// response is 409 with the type has_doctors or has_patients. For staff with the permission
// institutions:update. Repeating the request changes nothing.
func (c *Client) DeactivateInstitution(ctx context.Context, id string, body Reason, opts ...Option) (*Institution, error) {
	return do[Institution](ctx, c, request{
		id: "deactivate-institution", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/deactivate", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// ListInstitutionDoctorsParams are parameters of [Client.ListInstitutionDoctors]. What is zero isn't sent.
type ListInstitutionDoctorsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order.
	// The default is name with q, otherwise updated_at with updated_since, otherwise -created_at.
	Sort string `query:"sort"`
	// Only records whose name has words that begin with these words, in any order. Case, accents and punctuation
	// don't matter. At most 200 characters.
	Q string `query:"q"`
	// Only records with these ids, separated by commas.
	IDs []string `query:"ids"`
	// Related records to embed. Records that you may not see are left out.
	Include []string `query:"include"`
	// true lists active doctors, false suspended and retired ones, any all. The default is true, with status any.
	Active string `query:"active"`
	// Only doctors with one of these statuses.
	Status []string `query:"status"`
	// Only doctors with one of these specialties, codes from the catalog of doctor specialties.
	Specialty []string `query:"specialty"`
	// Only the doctor with this licence number. At most 50 characters.
	LicenceNumber string `query:"licence_number"`
	// Only the doctor with this identifier of another system: the system's URI and the value with a bar between
	// them, or the value in any system. Not for patients and doctors. At most 511 characters.
	Identifier string `query:"identifier"`
	// Only doctors with this phone number, in any international notation. Not for patients and doctors. At most 40
	// characters.
	Phone string `query:"phone"`
	// Only doctors with this e-mail address. Case doesn't matter. Not for patients and doctors. At most 254
	// characters.
	Email string `query:"email"`
}

func (p *ListInstitutionDoctorsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListInstitutionDoctors: list an institution's doctors.
//
// Lists those of an institution's doctors whom you may see, if you may see the institution. Patients see their
// own doctor; doctors and the institution see all; staff need the permissions institutions:read and
// doctors:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListInstitutionDoctors(ctx context.Context, id string, params *ListInstitutionDoctorsParams, opts ...Option) iter.Seq2[Doctor, error] {
	return all(params, func(p *ListInstitutionDoctorsParams) ([]Doctor, *string, error) {
		page, err := c.ListInstitutionDoctorsPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListInstitutionDoctorsPage answers one page of what [Client.ListInstitutionDoctors] lists.
func (c *Client) ListInstitutionDoctorsPage(ctx context.Context, id string, params *ListInstitutionDoctorsParams, opts ...Option) (*DoctorList, error) {
	return do[DoctorList](ctx, c, request{
		id: "list-institution-doctors", method: "GET", path: "/api/v1/institutions/" + segment(id) + "/doctors", params: params, bearer: true,
	}, opts)
}

// ListInstitutionEmailsParams are parameters of [Client.ListInstitutionEmails]. What is zero isn't sent.
type ListInstitutionEmailsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
}

func (p *ListInstitutionEmailsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListInstitutionEmails: list the e-mail addresses of an institution.
//
// Sorted by address. For the institution and staff with the permission institutions:read. Patients and doctors
// get a 404.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListInstitutionEmails(ctx context.Context, id string, params *ListInstitutionEmailsParams, opts ...Option) iter.Seq2[Email, error] {
	return all(params, func(p *ListInstitutionEmailsParams) ([]Email, *string, error) {
		page, err := c.ListInstitutionEmailsPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListInstitutionEmailsPage answers one page of what [Client.ListInstitutionEmails] lists.
func (c *Client) ListInstitutionEmailsPage(ctx context.Context, id string, params *ListInstitutionEmailsParams, opts ...Option) (*EmailList, error) {
	return do[EmailList](ctx, c, request{
		id: "list-institution-emails", method: "GET", path: "/api/v1/institutions/" + segment(id) + "/emails", params: params, bearer: true,
	}, opts)
}

// CreateInstitutionEmail: add an e-mail address of an institution.
//
// The owner's first becomes the primary one. For the institution and staff with the permission
// institutions:update.
func (c *Client) CreateInstitutionEmail(ctx context.Context, id string, body EmailCreate, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "create-institution-email", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/emails", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeleteInstitutionEmail: delete an e-mail address of an institution.
//
// If it was the primary one, the first of the others becomes the primary one. For the institution and staff
// with the permission institutions:update.
func (c *Client) DeleteInstitutionEmail(ctx context.Context, id string, contactID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-institution-email", method: "DELETE", path: "/api/v1/institutions/" + segment(id) + "/emails/" + segment(contactID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetInstitutionEmail: read an e-mail address of an institution.
//
// For the institution and staff with the permission institutions:read. Patients and doctors get a 404.
func (c *Client) GetInstitutionEmail(ctx context.Context, id string, contactID string, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "get-institution-email", method: "GET", path: "/api/v1/institutions/" + segment(id) + "/emails/" + segment(contactID), bearer: true,
	}, opts)
}

// UpdateInstitutionEmail: change an e-mail address of an institution.
//
// If the address or number itself changes, it is no longer verified. For the institution and staff with the
// permission institutions:update.
func (c *Client) UpdateInstitutionEmail(ctx context.Context, id string, contactID string, ifMatch string, body EmailUpdate, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "update-institution-email", method: "PATCH", path: "/api/v1/institutions/" + segment(id) + "/emails/" + segment(contactID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// MakeInstitutionEmailPrimary: make an e-mail address of an institution the primary one.
//
// The previous primary one is no longer primary. For the institution and staff with the permission
// institutions:update. Repeating the request changes nothing.
func (c *Client) MakeInstitutionEmailPrimary(ctx context.Context, id string, contactID string, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "make-institution-email-primary", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/emails/" + segment(contactID) + "/make-primary", bearer: true, keyed: true,
	}, opts)
}

// VerifyInstitutionEmail: verify an e-mail address of an institution.
//
// Records that you have confirmed it to be correct. Nobody can verify their own. For staff with the permission
// institutions:update. Repeating the request changes nothing.
func (c *Client) VerifyInstitutionEmail(ctx context.Context, id string, contactID string, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "verify-institution-email", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/emails/" + segment(contactID) + "/verify", bearer: true, keyed: true,
	}, opts)
}

// InviteInstitution: invite the institution to choose a password.
//
// Sends the account's address a new link to choose the first password, which replaces the previous one; the
// setting auth.invitation.lifetime says how long it is valid. The response is 409 with the type has_password
// if the account has a password, and account_disabled if it is disabled. For staff with the permissions
// institutions:create and institutions:update.
func (c *Client) InviteInstitution(ctx context.Context, id string, body Invitation, opts ...Option) error {
	return run(ctx, c, request{
		id: "invite-institution", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/invitation", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// ListInstitutionPatientsParams are parameters of [Client.ListInstitutionPatients]. What is zero isn't sent.
type ListInstitutionPatientsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order.
	// The default is name with q, otherwise updated_at with updated_since, otherwise -created_at.
	Sort string `query:"sort"`
	// Only records whose name has words that begin with these words, in any order. Case, accents and punctuation
	// don't matter. At most 200 characters.
	Q string `query:"q"`
	// Only records with these ids, separated by commas.
	IDs []string `query:"ids"`
	// Related records to embed, separated by commas. Records that you may not see are left out.
	Include []string `query:"include"`
	// true lists patients in care, false deactivated ones, any both. Default true.
	Active string `query:"active"`
	// Only patients with one of these validation statuses.
	ValidationStatus []string `query:"validation_status"`
	// Only the patient with this identifier of another system: the system's URI and the value with a bar between
	// them, or the value in any system. At most 511 characters.
	Identifier string `query:"identifier"`
	// Only patients born on this day.
	DateOfBirth string `query:"date_of_birth"`
	// Only patients with this phone number, in any international notation. At most 40 characters.
	Phone string `query:"phone"`
	// Only patients with this e-mail address. Case doesn't matter. At most 254 characters.
	Email string `query:"email"`
}

func (p *ListInstitutionPatientsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListInstitutionPatients: list an institution's patients.
//
// Lists those of an institution's patients whom you may see, if you may see the institution. Patients see only
// themselves; doctors and the institution see all; staff need the permissions institutions:read and
// patients:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListInstitutionPatients(ctx context.Context, id string, params *ListInstitutionPatientsParams, opts ...Option) iter.Seq2[Patient, error] {
	return all(params, func(p *ListInstitutionPatientsParams) ([]Patient, *string, error) {
		page, err := c.ListInstitutionPatientsPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListInstitutionPatientsPage answers one page of what [Client.ListInstitutionPatients] lists.
func (c *Client) ListInstitutionPatientsPage(ctx context.Context, id string, params *ListInstitutionPatientsParams, opts ...Option) (*PatientList, error) {
	return do[PatientList](ctx, c, request{
		id: "list-institution-patients", method: "GET", path: "/api/v1/institutions/" + segment(id) + "/patients", params: params, bearer: true,
	}, opts)
}

// ListInstitutionPhonesParams are parameters of [Client.ListInstitutionPhones]. What is zero isn't sent.
type ListInstitutionPhonesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
}

func (p *ListInstitutionPhonesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListInstitutionPhones: list the phones of an institution.
//
// Sorted by number. For the institution and staff with the permission institutions:read. Patients and doctors
// get a 404.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListInstitutionPhones(ctx context.Context, id string, params *ListInstitutionPhonesParams, opts ...Option) iter.Seq2[Phone, error] {
	return all(params, func(p *ListInstitutionPhonesParams) ([]Phone, *string, error) {
		page, err := c.ListInstitutionPhonesPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListInstitutionPhonesPage answers one page of what [Client.ListInstitutionPhones] lists.
func (c *Client) ListInstitutionPhonesPage(ctx context.Context, id string, params *ListInstitutionPhonesParams, opts ...Option) (*PhoneList, error) {
	return do[PhoneList](ctx, c, request{
		id: "list-institution-phones", method: "GET", path: "/api/v1/institutions/" + segment(id) + "/phones", params: params, bearer: true,
	}, opts)
}

// CreateInstitutionPhone: add a phone of an institution.
//
// The owner's first becomes the primary one. For the institution and staff with the permission
// institutions:update.
func (c *Client) CreateInstitutionPhone(ctx context.Context, id string, body PhoneCreate, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "create-institution-phone", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/phones", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeleteInstitutionPhone: delete a phone of an institution.
//
// If it was the primary one, the first of the others becomes the primary one. For the institution and staff
// with the permission institutions:update.
func (c *Client) DeleteInstitutionPhone(ctx context.Context, id string, contactID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-institution-phone", method: "DELETE", path: "/api/v1/institutions/" + segment(id) + "/phones/" + segment(contactID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetInstitutionPhone: read a phone of an institution.
//
// For the institution and staff with the permission institutions:read. Patients and doctors get a 404.
func (c *Client) GetInstitutionPhone(ctx context.Context, id string, contactID string, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "get-institution-phone", method: "GET", path: "/api/v1/institutions/" + segment(id) + "/phones/" + segment(contactID), bearer: true,
	}, opts)
}

// UpdateInstitutionPhone: change a phone of an institution.
//
// If the address or number itself changes, it is no longer verified. For the institution and staff with the
// permission institutions:update.
func (c *Client) UpdateInstitutionPhone(ctx context.Context, id string, contactID string, ifMatch string, body PhoneUpdate, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "update-institution-phone", method: "PATCH", path: "/api/v1/institutions/" + segment(id) + "/phones/" + segment(contactID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// MakeInstitutionPhonePrimary: make a phone of an institution the primary one.
//
// The previous primary one is no longer primary. For the institution and staff with the permission
// institutions:update. Repeating the request changes nothing.
func (c *Client) MakeInstitutionPhonePrimary(ctx context.Context, id string, contactID string, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "make-institution-phone-primary", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/phones/" + segment(contactID) + "/make-primary", bearer: true, keyed: true,
	}, opts)
}

// VerifyInstitutionPhone: verify a phone of an institution.
//
// Records that you have confirmed it to be correct. Nobody can verify their own. For staff with the permission
// institutions:update. Repeating the request changes nothing.
func (c *Client) VerifyInstitutionPhone(ctx context.Context, id string, contactID string, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "verify-institution-phone", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/phones/" + segment(contactID) + "/verify", bearer: true, keyed: true,
	}, opts)
}

// ReactivateInstitution: reactivate an institution.
//
// The institution can create and change records again. For staff with the permission institutions:update.
// Repeating the request changes nothing.
func (c *Client) ReactivateInstitution(ctx context.Context, id string, body Reason, opts ...Option) (*Institution, error) {
	return do[Institution](ctx, c, request{
		id: "reactivate-institution", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/reactivate", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// GetInstitutionStatistics: read an institution's statistics.
//
// For the institution, and staff with the permissions institutions:read and analytics:read. Staff without
// patients:read get figures about patients rounded.
func (c *Client) GetInstitutionStatistics(ctx context.Context, id string, opts ...Option) (*InstitutionStatistics, error) {
	return do[InstitutionStatistics](ctx, c, request{
		id: "get-institution-statistics", method: "GET", path: "/api/v1/institutions/" + segment(id) + "/statistics", bearer: true,
	}, opts)
}

// VerifyInstitution: verify an institution.
//
// Confirms that the licence has been checked; the audit trail records by whom. For staff with the permission
// institutions:update and, as administrators have, institutions:create. Repeating the request changes nothing.
func (c *Client) VerifyInstitution(ctx context.Context, id string, body Reason, opts ...Option) (*Institution, error) {
	return do[Institution](ctx, c, request{
		id: "verify-institution", method: "POST", path: "/api/v1/institutions/" + segment(id) + "/verify", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// ListPatientsParams are parameters of [Client.ListPatients]. What is zero isn't sent.
type ListPatientsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order.
	// The default is name with q, otherwise updated_at with updated_since, otherwise -created_at.
	Sort string `query:"sort"`
	// Only records whose name has words that begin with these words, in any order. Case, accents and punctuation
	// don't matter. At most 200 characters.
	Q string `query:"q"`
	// Only records with these ids, separated by commas.
	IDs []string `query:"ids"`
	// Related records to embed, separated by commas. Records that you may not see are left out.
	Include []string `query:"include"`
	// true lists patients in care, false deactivated ones, any both. Default true.
	Active string `query:"active"`
	// Only patients with one of these validation statuses.
	ValidationStatus []string `query:"validation_status"`
	// Only the patient with this identifier of another system: the system's URI and the value with a bar between
	// them, or the value in any system. At most 511 characters.
	Identifier string `query:"identifier"`
	// Only patients born on this day.
	DateOfBirth string `query:"date_of_birth"`
	// Only patients with this phone number, in any international notation. At most 40 characters.
	Phone string `query:"phone"`
	// Only patients with this e-mail address. Case doesn't matter. At most 254 characters.
	Email string `query:"email"`
	// Only patients of the doctor with this id, or me for the doctor who is signed in. At most 36 characters.
	DoctorID string `query:"doctor_id"`
	// Only patients of this institution.
	InstitutionID string `query:"institution_id"`
}

func (p *ListPatientsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListPatients: list patients.
//
// Patients see only themselves. Doctors and institutions see the patients of the institution. Staff with the
// permission patients:read see all.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListPatients(ctx context.Context, params *ListPatientsParams, opts ...Option) iter.Seq2[Patient, error] {
	return all(params, func(p *ListPatientsParams) ([]Patient, *string, error) {
		page, err := c.ListPatientsPage(ctx, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListPatientsPage answers one page of what [Client.ListPatients] lists.
func (c *Client) ListPatientsPage(ctx context.Context, params *ListPatientsParams, opts ...Option) (*PatientList, error) {
	return do[PatientList](ctx, c, request{
		id: "list-patients", method: "GET", path: "/api/v1/patients", params: params, bearer: true,
	}, opts)
}

// CreatePatient: create a patient.
//
// Creates the patient, the health profile, the contacts and the account, all or nothing. Doctors can create
// their own patients, institutions those of their doctors, staff with the permissions patients:create,
// patients:read and doctors:read any patient.
func (c *Client) CreatePatient(ctx context.Context, body PatientCreate, opts ...Option) (*Patient, error) {
	return do[Patient](ctx, c, request{
		id: "create-patient", method: "POST", path: "/api/v1/patients", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// GetPatientParams are parameters of [Client.GetPatient]. What is zero isn't sent.
type GetPatientParams struct {
	// Return only these members, separated by commas. id and what include names are always returned. All other
	// members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Parts of the record and related records to include, separated by commas. A list has its first 50 items;
	// next_cursors continues it in its own operation. A doctor or an institution that you may not see is left out;
	// any other part that you may not read is a 403.
	Include []string `query:"include"`
}

// GetPatient: read a patient.
//
// The patient, and with include other parts of the record in the same response: each is what its own operation
// returns, for the callers who may use that operation, and the audit trail records it as read. If you may not
// read one, the response is a 403 whose errors name each of them. The ETag then covers the whole response; as
// If-Match it stands for the version of the patient. The response is 404 for a patient whom you may not see,
// as it is for one who doesn't exist.
func (c *Client) GetPatient(ctx context.Context, id string, params *GetPatientParams, opts ...Option) (*PatientDetails, error) {
	return do[PatientDetails](ctx, c, request{
		id: "get-patient", method: "GET", path: "/api/v1/patients/" + segment(id), params: params, bearer: true,
	}, opts)
}

// UpdatePatient: change a patient.
//
// Patients can change their emergency contact. Their doctor, their institution and staff with the permission
// patients:update can change everything. To change the doctor, transfer the patient.
func (c *Client) UpdatePatient(ctx context.Context, id string, ifMatch string, body PatientUpdate, opts ...Option) (*Patient, error) {
	return do[Patient](ctx, c, request{
		id: "update-patient", method: "PATCH", path: "/api/v1/patients/" + segment(id), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// ListPatientAccessLogParams are parameters of [Client.ListPatientAccessLog]. What is zero isn't sent.
type ListPatientAccessLogParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
}

func (p *ListPatientAccessLogParams) setCursor(cursor string) { p.Cursor = cursor }

// ListPatientAccessLog: list who used a patient's record.
//
// Newest first. New events appear within seconds. Patients can read their own access log, staff with the
// permission audit:read that of any patient.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListPatientAccessLog(ctx context.Context, id string, params *ListPatientAccessLogParams, opts ...Option) iter.Seq2[PatientAccess, error] {
	return all(params, func(p *ListPatientAccessLogParams) ([]PatientAccess, *string, error) {
		page, err := c.ListPatientAccessLogPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListPatientAccessLogPage answers one page of what [Client.ListPatientAccessLog] lists.
func (c *Client) ListPatientAccessLogPage(ctx context.Context, id string, params *ListPatientAccessLogParams, opts ...Option) (*PatientAccessList, error) {
	return do[PatientAccessList](ctx, c, request{
		id: "list-patient-access-log", method: "GET", path: "/api/v1/patients/" + segment(id) + "/access-log", params: params, bearer: true,
	}, opts)
}

// ListPatientAddressesParams are parameters of [Client.ListPatientAddresses]. What is zero isn't sent.
type ListPatientAddressesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
}

func (p *ListPatientAddressesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListPatientAddresses: list the postal addresses of a patient.
//
// Sorted by the time they were added. For everyone who may see the patient.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListPatientAddresses(ctx context.Context, id string, params *ListPatientAddressesParams, opts ...Option) iter.Seq2[Address, error] {
	return all(params, func(p *ListPatientAddressesParams) ([]Address, *string, error) {
		page, err := c.ListPatientAddressesPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListPatientAddressesPage answers one page of what [Client.ListPatientAddresses] lists.
func (c *Client) ListPatientAddressesPage(ctx context.Context, id string, params *ListPatientAddressesParams, opts ...Option) (*AddressList, error) {
	return do[AddressList](ctx, c, request{
		id: "list-patient-addresses", method: "GET", path: "/api/v1/patients/" + segment(id) + "/addresses", params: params, bearer: true,
	}, opts)
}

// CreatePatientAddress: add a postal address of a patient.
//
// The owner's first becomes the primary one. For the patient, their doctor, their institution and staff with
// the permission patients:update.
func (c *Client) CreatePatientAddress(ctx context.Context, id string, body AddressCreate, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "create-patient-address", method: "POST", path: "/api/v1/patients/" + segment(id) + "/addresses", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeletePatientAddress: delete a postal address of a patient.
//
// If it was the primary one, the first of the others becomes the primary one. For the patient, their doctor,
// their institution and staff with the permission patients:update.
func (c *Client) DeletePatientAddress(ctx context.Context, id string, contactID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-patient-address", method: "DELETE", path: "/api/v1/patients/" + segment(id) + "/addresses/" + segment(contactID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetPatientAddress: read a postal address of a patient.
//
// For everyone who may see the patient.
func (c *Client) GetPatientAddress(ctx context.Context, id string, contactID string, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "get-patient-address", method: "GET", path: "/api/v1/patients/" + segment(id) + "/addresses/" + segment(contactID), bearer: true,
	}, opts)
}

// UpdatePatientAddress: change a postal address of a patient.
//
// If the address or number itself changes, it is no longer verified. For the patient, their doctor, their
// institution and staff with the permission patients:update.
func (c *Client) UpdatePatientAddress(ctx context.Context, id string, contactID string, ifMatch string, body AddressUpdate, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "update-patient-address", method: "PATCH", path: "/api/v1/patients/" + segment(id) + "/addresses/" + segment(contactID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// MakePatientAddressPrimary: make a postal address of a patient the primary one.
//
// The previous primary one is no longer primary. For the patient, their doctor, their institution and staff
// with the permission patients:update. Repeating the request changes nothing.
func (c *Client) MakePatientAddressPrimary(ctx context.Context, id string, contactID string, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "make-patient-address-primary", method: "POST", path: "/api/v1/patients/" + segment(id) + "/addresses/" + segment(contactID) + "/make-primary", bearer: true, keyed: true,
	}, opts)
}

// VerifyPatientAddress: verify a postal address of a patient.
//
// Records that you have confirmed it to be correct. Nobody can verify their own. For the patient's doctor,
// their institution and staff with the permission patients:update. Repeating the request changes nothing.
func (c *Client) VerifyPatientAddress(ctx context.Context, id string, contactID string, opts ...Option) (*Address, error) {
	return do[Address](ctx, c, request{
		id: "verify-patient-address", method: "POST", path: "/api/v1/patients/" + segment(id) + "/addresses/" + segment(contactID) + "/verify", bearer: true, keyed: true,
	}, opts)
}

// ListPatientAllergiesParams are parameters of [Client.ListPatientAllergies]. What is zero isn't sent.
type ListPatientAllergiesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
	// Only entries with one of these statuses.
	Status []string `query:"status"`
}

func (p *ListPatientAllergiesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListPatientAllergies: list a patient's allergies.
//
// By the time they were recorded, newest first. For the patient, the doctors of the patient's institution
// (notes only for the patient's own doctor), the institution unless it is an insurer, and staff with the
// permission patients:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListPatientAllergies(ctx context.Context, id string, params *ListPatientAllergiesParams, opts ...Option) iter.Seq2[Allergy, error] {
	return all(params, func(p *ListPatientAllergiesParams) ([]Allergy, *string, error) {
		page, err := c.ListPatientAllergiesPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListPatientAllergiesPage answers one page of what [Client.ListPatientAllergies] lists.
func (c *Client) ListPatientAllergiesPage(ctx context.Context, id string, params *ListPatientAllergiesParams, opts ...Option) (*AllergyList, error) {
	return do[AllergyList](ctx, c, request{
		id: "list-patient-allergies", method: "GET", path: "/api/v1/patients/" + segment(id) + "/allergies", params: params, bearer: true,
	}, opts)
}

// CreatePatientAllergy: add to a patient's allergies.
//
// For the patient's doctor, the institution unless it is an insurer, and staff with the permission
// patients:update. Patients can't change these entries.
func (c *Client) CreatePatientAllergy(ctx context.Context, id string, body AllergyCreate, opts ...Option) (*Allergy, error) {
	return do[Allergy](ctx, c, request{
		id: "create-patient-allergy", method: "POST", path: "/api/v1/patients/" + segment(id) + "/allergies", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// CreatePatientAllergyBatch: add several entries to a patient's allergies.
//
// All of them or none, in one transaction. The response has them in the order of the request. If some are
// refused, nothing is added, and errors names each field at fault with the entry's index, as in
// /items/3/notes; entries that are in the request twice are a 409, as those that the record has already. The
// request counts once against the limits. For the patient's doctor, the institution unless it is an insurer,
// and staff with the permission patients:update. Patients can't change these entries.
func (c *Client) CreatePatientAllergyBatch(ctx context.Context, id string, body AllergyBatchCreate, opts ...Option) (*AllergyBatch, error) {
	return do[AllergyBatch](ctx, c, request{
		id: "create-patient-allergy-batch", method: "POST", path: "/api/v1/patients/" + segment(id) + "/allergies/batch", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeletePatientAllergy: remove an entry of a patient's allergies.
//
// Only for entries made in error. If something has ended, change the entry instead, so that it stays in the
// record. For the patient's doctor, the institution unless it is an insurer, and staff with the permission
// patients:update. Patients can't change these entries.
func (c *Client) DeletePatientAllergy(ctx context.Context, id string, entryID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-patient-allergy", method: "DELETE", path: "/api/v1/patients/" + segment(id) + "/allergies/" + segment(entryID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetPatientAllergy: read an entry of a patient's allergies.
//
// For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the
// institution unless it is an insurer, and staff with the permission patients:read.
func (c *Client) GetPatientAllergy(ctx context.Context, id string, entryID string, opts ...Option) (*Allergy, error) {
	return do[Allergy](ctx, c, request{
		id: "get-patient-allergy", method: "GET", path: "/api/v1/patients/" + segment(id) + "/allergies/" + segment(entryID), bearer: true,
	}, opts)
}

// UpdatePatientAllergy: change an entry of a patient's allergies.
//
// The diagnosis, drug or relative of an entry can't be changed: add another entry instead. For the patient's
// doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients
// can't change these entries.
func (c *Client) UpdatePatientAllergy(ctx context.Context, id string, entryID string, ifMatch string, body AllergyUpdate, opts ...Option) (*Allergy, error) {
	return do[Allergy](ctx, c, request{
		id: "update-patient-allergy", method: "PATCH", path: "/api/v1/patients/" + segment(id) + "/allergies/" + segment(entryID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetPatientCareTeam: read a patient's care team.
//
// The doctor and the institution, with the institution's primary contacts, which are used to reach both. For
// all callers who may see the patient; staff also need the permissions doctors:read and institutions:read.
func (c *Client) GetPatientCareTeam(ctx context.Context, id string, opts ...Option) (*CareTeam, error) {
	return do[CareTeam](ctx, c, request{
		id: "get-patient-care-team", method: "GET", path: "/api/v1/patients/" + segment(id) + "/care-team", bearer: true,
	}, opts)
}

// ListPatientConditionsParams are parameters of [Client.ListPatientConditions]. What is zero isn't sent.
type ListPatientConditionsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
	// Only entries with one of these statuses.
	Status []string `query:"status"`
}

func (p *ListPatientConditionsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListPatientConditions: list a patient's conditions.
//
// By onset, newest first. For the patient, the doctors of the patient's institution (notes only for the
// patient's own doctor), the institution unless it is an insurer, and staff with the permission patients:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListPatientConditions(ctx context.Context, id string, params *ListPatientConditionsParams, opts ...Option) iter.Seq2[Condition, error] {
	return all(params, func(p *ListPatientConditionsParams) ([]Condition, *string, error) {
		page, err := c.ListPatientConditionsPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListPatientConditionsPage answers one page of what [Client.ListPatientConditions] lists.
func (c *Client) ListPatientConditionsPage(ctx context.Context, id string, params *ListPatientConditionsParams, opts ...Option) (*ConditionList, error) {
	return do[ConditionList](ctx, c, request{
		id: "list-patient-conditions", method: "GET", path: "/api/v1/patients/" + segment(id) + "/conditions", params: params, bearer: true,
	}, opts)
}

// CreatePatientCondition: add to a patient's conditions.
//
// For the patient's doctor, the institution unless it is an insurer, and staff with the permission
// patients:update. Patients can't change these entries.
func (c *Client) CreatePatientCondition(ctx context.Context, id string, body ConditionCreate, opts ...Option) (*Condition, error) {
	return do[Condition](ctx, c, request{
		id: "create-patient-condition", method: "POST", path: "/api/v1/patients/" + segment(id) + "/conditions", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// CreatePatientConditionBatch: add several entries to a patient's conditions.
//
// All of them or none, in one transaction. The response has them in the order of the request. If some are
// refused, nothing is added, and errors names each field at fault with the entry's index, as in
// /items/3/notes; entries that are in the request twice are a 409, as those that the record has already. The
// request counts once against the limits. For the patient's doctor, the institution unless it is an insurer,
// and staff with the permission patients:update. Patients can't change these entries.
func (c *Client) CreatePatientConditionBatch(ctx context.Context, id string, body ConditionBatchCreate, opts ...Option) (*ConditionBatch, error) {
	return do[ConditionBatch](ctx, c, request{
		id: "create-patient-condition-batch", method: "POST", path: "/api/v1/patients/" + segment(id) + "/conditions/batch", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeletePatientCondition: remove an entry of a patient's conditions.
//
// Only for entries made in error. If something has ended, change the entry instead, so that it stays in the
// record. For the patient's doctor, the institution unless it is an insurer, and staff with the permission
// patients:update. Patients can't change these entries.
func (c *Client) DeletePatientCondition(ctx context.Context, id string, entryID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-patient-condition", method: "DELETE", path: "/api/v1/patients/" + segment(id) + "/conditions/" + segment(entryID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetPatientCondition: read an entry of a patient's conditions.
//
// For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the
// institution unless it is an insurer, and staff with the permission patients:read.
func (c *Client) GetPatientCondition(ctx context.Context, id string, entryID string, opts ...Option) (*Condition, error) {
	return do[Condition](ctx, c, request{
		id: "get-patient-condition", method: "GET", path: "/api/v1/patients/" + segment(id) + "/conditions/" + segment(entryID), bearer: true,
	}, opts)
}

// UpdatePatientCondition: change an entry of a patient's conditions.
//
// The diagnosis, drug or relative of an entry can't be changed: add another entry instead. For the patient's
// doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients
// can't change these entries.
func (c *Client) UpdatePatientCondition(ctx context.Context, id string, entryID string, ifMatch string, body ConditionUpdate, opts ...Option) (*Condition, error) {
	return do[Condition](ctx, c, request{
		id: "update-patient-condition", method: "PATCH", path: "/api/v1/patients/" + segment(id) + "/conditions/" + segment(entryID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetPatientDashboard: read a patient's health dashboard.
//
// Age, body mass index, current conditions and medications, and a health score with its parts: 100, minus 10
// per condition, minus 5 per medication, minus 15 for current smokers, minus 10 for regular or daily drinking,
// plus 10 from 150 minutes of weekly activity or plus 5 from 75. Unknown values give no points. The score is a
// convention of this product, not a diagnosis. For the callers who may see the medical record.
func (c *Client) GetPatientDashboard(ctx context.Context, id string, opts ...Option) (*PatientDashboard, error) {
	return do[PatientDashboard](ctx, c, request{
		id: "get-patient-dashboard", method: "GET", path: "/api/v1/patients/" + segment(id) + "/dashboard", bearer: true,
	}, opts)
}

// DeactivatePatient: deactivate a patient.
//
// Takes the patient out of care. Lists and statistics leave the patient out. The record stays as it is, and
// everyone who may read it still can. For the patient's institution and staff with the permission
// patients:update. Repeating the request changes nothing.
func (c *Client) DeactivatePatient(ctx context.Context, id string, opts ...Option) (*Patient, error) {
	return do[Patient](ctx, c, request{
		id: "deactivate-patient", method: "POST", path: "/api/v1/patients/" + segment(id) + "/deactivate", bearer: true, keyed: true,
	}, opts)
}

// ListPatientEmailsParams are parameters of [Client.ListPatientEmails]. What is zero isn't sent.
type ListPatientEmailsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
}

func (p *ListPatientEmailsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListPatientEmails: list the e-mail addresses of a patient.
//
// Sorted by address. For everyone who may see the patient.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListPatientEmails(ctx context.Context, id string, params *ListPatientEmailsParams, opts ...Option) iter.Seq2[Email, error] {
	return all(params, func(p *ListPatientEmailsParams) ([]Email, *string, error) {
		page, err := c.ListPatientEmailsPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListPatientEmailsPage answers one page of what [Client.ListPatientEmails] lists.
func (c *Client) ListPatientEmailsPage(ctx context.Context, id string, params *ListPatientEmailsParams, opts ...Option) (*EmailList, error) {
	return do[EmailList](ctx, c, request{
		id: "list-patient-emails", method: "GET", path: "/api/v1/patients/" + segment(id) + "/emails", params: params, bearer: true,
	}, opts)
}

// CreatePatientEmail: add an e-mail address of a patient.
//
// The owner's first becomes the primary one. For the patient, their doctor, their institution and staff with
// the permission patients:update.
func (c *Client) CreatePatientEmail(ctx context.Context, id string, body EmailCreate, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "create-patient-email", method: "POST", path: "/api/v1/patients/" + segment(id) + "/emails", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeletePatientEmail: delete an e-mail address of a patient.
//
// If it was the primary one, the first of the others becomes the primary one. For the patient, their doctor,
// their institution and staff with the permission patients:update.
func (c *Client) DeletePatientEmail(ctx context.Context, id string, contactID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-patient-email", method: "DELETE", path: "/api/v1/patients/" + segment(id) + "/emails/" + segment(contactID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetPatientEmail: read an e-mail address of a patient.
//
// For everyone who may see the patient.
func (c *Client) GetPatientEmail(ctx context.Context, id string, contactID string, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "get-patient-email", method: "GET", path: "/api/v1/patients/" + segment(id) + "/emails/" + segment(contactID), bearer: true,
	}, opts)
}

// UpdatePatientEmail: change an e-mail address of a patient.
//
// If the address or number itself changes, it is no longer verified. For the patient, their doctor, their
// institution and staff with the permission patients:update.
func (c *Client) UpdatePatientEmail(ctx context.Context, id string, contactID string, ifMatch string, body EmailUpdate, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "update-patient-email", method: "PATCH", path: "/api/v1/patients/" + segment(id) + "/emails/" + segment(contactID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// MakePatientEmailPrimary: make an e-mail address of a patient the primary one.
//
// The previous primary one is no longer primary. For the patient, their doctor, their institution and staff
// with the permission patients:update. Repeating the request changes nothing.
func (c *Client) MakePatientEmailPrimary(ctx context.Context, id string, contactID string, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "make-patient-email-primary", method: "POST", path: "/api/v1/patients/" + segment(id) + "/emails/" + segment(contactID) + "/make-primary", bearer: true, keyed: true,
	}, opts)
}

// VerifyPatientEmail: verify an e-mail address of a patient.
//
// Records that you have confirmed it to be correct. Nobody can verify their own. For the patient's doctor,
// their institution and staff with the permission patients:update. Repeating the request changes nothing.
func (c *Client) VerifyPatientEmail(ctx context.Context, id string, contactID string, opts ...Option) (*Email, error) {
	return do[Email](ctx, c, request{
		id: "verify-patient-email", method: "POST", path: "/api/v1/patients/" + segment(id) + "/emails/" + segment(contactID) + "/verify", bearer: true, keyed: true,
	}, opts)
}

// ExportPatient: export all data of a patient.
//
// Personal data, contacts, medical record, validation, identifiers, account and access log in one file. You
// get only those parts that you may also read separately. For the patient, their doctor, their institution and
// staff with the permission reports:export. If you have a second factor, you must have proved it within the
// last five minutes; otherwise the response is 401 with the type step_up_required.
func (c *Client) ExportPatient(ctx context.Context, id string, opts ...Option) (*PatientExport, error) {
	return do[PatientExport](ctx, c, request{
		id: "export-patient", method: "GET", path: "/api/v1/patients/" + segment(id) + "/export", bearer: true,
	}, opts)
}

// ListPatientFamilyHistoryParams are parameters of [Client.ListPatientFamilyHistory]. What is zero isn't sent.
type ListPatientFamilyHistoryParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
}

func (p *ListPatientFamilyHistoryParams) setCursor(cursor string) { p.Cursor = cursor }

// ListPatientFamilyHistory: list a patient's family history.
//
// By relative. For the patient, the doctors of the patient's institution (notes only for the patient's own
// doctor), the institution unless it is an insurer, and staff with the permission patients:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListPatientFamilyHistory(ctx context.Context, id string, params *ListPatientFamilyHistoryParams, opts ...Option) iter.Seq2[FamilyMemberHistory, error] {
	return all(params, func(p *ListPatientFamilyHistoryParams) ([]FamilyMemberHistory, *string, error) {
		page, err := c.ListPatientFamilyHistoryPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListPatientFamilyHistoryPage answers one page of what [Client.ListPatientFamilyHistory] lists.
func (c *Client) ListPatientFamilyHistoryPage(ctx context.Context, id string, params *ListPatientFamilyHistoryParams, opts ...Option) (*FamilyMemberHistoryList, error) {
	return do[FamilyMemberHistoryList](ctx, c, request{
		id: "list-patient-family-history", method: "GET", path: "/api/v1/patients/" + segment(id) + "/family-history", params: params, bearer: true,
	}, opts)
}

// CreatePatientFamilyHistory: add to a patient's family history.
//
// For the patient's doctor, the institution unless it is an insurer, and staff with the permission
// patients:update. Patients can't change these entries.
func (c *Client) CreatePatientFamilyHistory(ctx context.Context, id string, body FamilyMemberHistoryCreate, opts ...Option) (*FamilyMemberHistory, error) {
	return do[FamilyMemberHistory](ctx, c, request{
		id: "create-patient-family-history", method: "POST", path: "/api/v1/patients/" + segment(id) + "/family-history", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// CreatePatientFamilyHistoryBatch: add several entries to a patient's family history.
//
// All of them or none, in one transaction. The response has them in the order of the request. If some are
// refused, nothing is added, and errors names each field at fault with the entry's index, as in
// /items/3/notes; entries that are in the request twice are a 409, as those that the record has already. The
// request counts once against the limits. For the patient's doctor, the institution unless it is an insurer,
// and staff with the permission patients:update. Patients can't change these entries.
func (c *Client) CreatePatientFamilyHistoryBatch(ctx context.Context, id string, body FamilyMemberHistoryBatchCreate, opts ...Option) (*FamilyMemberHistoryBatch, error) {
	return do[FamilyMemberHistoryBatch](ctx, c, request{
		id: "create-patient-family-history-batch", method: "POST", path: "/api/v1/patients/" + segment(id) + "/family-history/batch", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeletePatientFamilyHistory: remove an entry of a patient's family history.
//
// Only for entries made in error. If something has ended, change the entry instead, so that it stays in the
// record. For the patient's doctor, the institution unless it is an insurer, and staff with the permission
// patients:update. Patients can't change these entries.
func (c *Client) DeletePatientFamilyHistory(ctx context.Context, id string, entryID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-patient-family-history", method: "DELETE", path: "/api/v1/patients/" + segment(id) + "/family-history/" + segment(entryID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetPatientFamilyHistory: read an entry of a patient's family history.
//
// For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the
// institution unless it is an insurer, and staff with the permission patients:read.
func (c *Client) GetPatientFamilyHistory(ctx context.Context, id string, entryID string, opts ...Option) (*FamilyMemberHistory, error) {
	return do[FamilyMemberHistory](ctx, c, request{
		id: "get-patient-family-history", method: "GET", path: "/api/v1/patients/" + segment(id) + "/family-history/" + segment(entryID), bearer: true,
	}, opts)
}

// UpdatePatientFamilyHistory: change an entry of a patient's family history.
//
// The diagnosis, drug or relative of an entry can't be changed: add another entry instead. For the patient's
// doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients
// can't change these entries.
func (c *Client) UpdatePatientFamilyHistory(ctx context.Context, id string, entryID string, ifMatch string, body FamilyMemberHistoryUpdate, opts ...Option) (*FamilyMemberHistory, error) {
	return do[FamilyMemberHistory](ctx, c, request{
		id: "update-patient-family-history", method: "PATCH", path: "/api/v1/patients/" + segment(id) + "/family-history/" + segment(entryID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetPatientHealthProfile: read a patient's health profile.
//
// For everyone who may see the patient, except insurers, who get a 404. Colleagues of the patient's doctor see
// no notes.
func (c *Client) GetPatientHealthProfile(ctx context.Context, id string, opts ...Option) (*HealthProfile, error) {
	return do[HealthProfile](ctx, c, request{
		id: "get-patient-health-profile", method: "GET", path: "/api/v1/patients/" + segment(id) + "/health-profile", bearer: true,
	}, opts)
}

// UpdatePatientHealthProfile: change a patient's health profile.
//
// Patients can change their answers on smoking, alcohol and activity. Their doctor, their institution (unless
// it is an insurer) and staff with the permission patients:update can change everything.
func (c *Client) UpdatePatientHealthProfile(ctx context.Context, id string, ifMatch string, body HealthProfileUpdate, opts ...Option) (*HealthProfile, error) {
	return do[HealthProfile](ctx, c, request{
		id: "update-patient-health-profile", method: "PATCH", path: "/api/v1/patients/" + segment(id) + "/health-profile", body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// InvitePatient: invite the patient to choose a password.
//
// Sends the account's address a new link to choose the first password, which replaces the previous one; the
// setting auth.invitation.lifetime says how long it is valid. The response is 409 with the type has_password
// if the account has a password, and account_disabled if it is disabled. For the patient's doctor, the
// patient's institution unless it is an insurer, and staff with the permissions patients:create and
// patients:update.
func (c *Client) InvitePatient(ctx context.Context, id string, body Invitation, opts ...Option) error {
	return run(ctx, c, request{
		id: "invite-patient", method: "POST", path: "/api/v1/patients/" + segment(id) + "/invitation", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// GetPatientMedicalRecord: read a patient's medical record.
//
// Health profile, conditions, medications, allergies and family history in one response. For all callers who
// may see the patient, except insurers, who get a 404. Colleagues of the patient's doctor see no notes.
func (c *Client) GetPatientMedicalRecord(ctx context.Context, id string, opts ...Option) (*MedicalRecord, error) {
	return do[MedicalRecord](ctx, c, request{
		id: "get-patient-medical-record", method: "GET", path: "/api/v1/patients/" + segment(id) + "/medical-record", bearer: true,
	}, opts)
}

// ListPatientMedicationsParams are parameters of [Client.ListPatientMedications]. What is zero isn't sent.
type ListPatientMedicationsParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
	// Only entries with one of these statuses.
	Status []string `query:"status"`
}

func (p *ListPatientMedicationsParams) setCursor(cursor string) { p.Cursor = cursor }

// ListPatientMedications: list a patient's medications.
//
// By start, newest first. For the patient, the doctors of the patient's institution (notes only for the
// patient's own doctor), the institution unless it is an insurer, and staff with the permission patients:read.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListPatientMedications(ctx context.Context, id string, params *ListPatientMedicationsParams, opts ...Option) iter.Seq2[Medication, error] {
	return all(params, func(p *ListPatientMedicationsParams) ([]Medication, *string, error) {
		page, err := c.ListPatientMedicationsPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListPatientMedicationsPage answers one page of what [Client.ListPatientMedications] lists.
func (c *Client) ListPatientMedicationsPage(ctx context.Context, id string, params *ListPatientMedicationsParams, opts ...Option) (*MedicationList, error) {
	return do[MedicationList](ctx, c, request{
		id: "list-patient-medications", method: "GET", path: "/api/v1/patients/" + segment(id) + "/medications", params: params, bearer: true,
	}, opts)
}

// CreatePatientMedication: add to a patient's medications.
//
// For the patient's doctor, the institution unless it is an insurer, and staff with the permission
// patients:update. Patients can't change these entries.
func (c *Client) CreatePatientMedication(ctx context.Context, id string, body MedicationCreate, opts ...Option) (*Medication, error) {
	return do[Medication](ctx, c, request{
		id: "create-patient-medication", method: "POST", path: "/api/v1/patients/" + segment(id) + "/medications", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// CreatePatientMedicationBatch: add several entries to a patient's medications.
//
// All of them or none, in one transaction. The response has them in the order of the request. If some are
// refused, nothing is added, and errors names each field at fault with the entry's index, as in
// /items/3/notes; entries that are in the request twice are a 409, as those that the record has already. The
// request counts once against the limits. For the patient's doctor, the institution unless it is an insurer,
// and staff with the permission patients:update. Patients can't change these entries.
func (c *Client) CreatePatientMedicationBatch(ctx context.Context, id string, body MedicationBatchCreate, opts ...Option) (*MedicationBatch, error) {
	return do[MedicationBatch](ctx, c, request{
		id: "create-patient-medication-batch", method: "POST", path: "/api/v1/patients/" + segment(id) + "/medications/batch", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeletePatientMedication: remove an entry of a patient's medications.
//
// Only for entries made in error. If something has ended, change the entry instead, so that it stays in the
// record. For the patient's doctor, the institution unless it is an insurer, and staff with the permission
// patients:update. Patients can't change these entries.
func (c *Client) DeletePatientMedication(ctx context.Context, id string, entryID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-patient-medication", method: "DELETE", path: "/api/v1/patients/" + segment(id) + "/medications/" + segment(entryID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetPatientMedication: read an entry of a patient's medications.
//
// For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the
// institution unless it is an insurer, and staff with the permission patients:read.
func (c *Client) GetPatientMedication(ctx context.Context, id string, entryID string, opts ...Option) (*Medication, error) {
	return do[Medication](ctx, c, request{
		id: "get-patient-medication", method: "GET", path: "/api/v1/patients/" + segment(id) + "/medications/" + segment(entryID), bearer: true,
	}, opts)
}

// UpdatePatientMedication: change an entry of a patient's medications.
//
// The diagnosis, drug or relative of an entry can't be changed: add another entry instead. For the patient's
// doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients
// can't change these entries.
func (c *Client) UpdatePatientMedication(ctx context.Context, id string, entryID string, ifMatch string, body MedicationUpdate, opts ...Option) (*Medication, error) {
	return do[Medication](ctx, c, request{
		id: "update-patient-medication", method: "PATCH", path: "/api/v1/patients/" + segment(id) + "/medications/" + segment(entryID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// ListPatientPhonesParams are parameters of [Client.ListPatientPhones]. What is zero isn't sent.
type ListPatientPhonesParams struct {
	// The largest number of items on a page. 1 to 200, default 50.
	Limit int `query:"limit"`
	// The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. At most
	// 1000 characters.
	Cursor string `query:"cursor"`
	// Return only these members of each item, separated by commas. id and what include names are always returned.
	// All other members are left out, even if the schema requires them.
	Fields []string `query:"fields"`
	// Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000
	// or, for staff and service accounts, returns a rough guess by the database's query planner. Default none.
	Total string `query:"total"`
	// Only what was created or changed at this time or later: a time, or a date, which means midnight UTC.
	UpdatedSince string `query:"updated_since"`
	// Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since,
	// otherwise the list's own order.
	Sort string `query:"sort"`
}

func (p *ListPatientPhonesParams) setCursor(cursor string) { p.Cursor = cursor }

// ListPatientPhones: list the phones of a patient.
//
// Sorted by number. For everyone who may see the patient.
//
// It reads page after page while it is ranged over, and ends with the first error.
func (c *Client) ListPatientPhones(ctx context.Context, id string, params *ListPatientPhonesParams, opts ...Option) iter.Seq2[Phone, error] {
	return all(params, func(p *ListPatientPhonesParams) ([]Phone, *string, error) {
		page, err := c.ListPatientPhonesPage(ctx, id, p, opts...)
		if err != nil {
			return nil, nil, err
		}
		return page.Items, page.NextCursor, nil
	})
}

// ListPatientPhonesPage answers one page of what [Client.ListPatientPhones] lists.
func (c *Client) ListPatientPhonesPage(ctx context.Context, id string, params *ListPatientPhonesParams, opts ...Option) (*PhoneList, error) {
	return do[PhoneList](ctx, c, request{
		id: "list-patient-phones", method: "GET", path: "/api/v1/patients/" + segment(id) + "/phones", params: params, bearer: true,
	}, opts)
}

// CreatePatientPhone: add a phone of a patient.
//
// The owner's first becomes the primary one. For the patient, their doctor, their institution and staff with
// the permission patients:update.
func (c *Client) CreatePatientPhone(ctx context.Context, id string, body PhoneCreate, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "create-patient-phone", method: "POST", path: "/api/v1/patients/" + segment(id) + "/phones", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// DeletePatientPhone: delete a phone of a patient.
//
// If it was the primary one, the first of the others becomes the primary one. For the patient, their doctor,
// their institution and staff with the permission patients:update.
func (c *Client) DeletePatientPhone(ctx context.Context, id string, contactID string, ifMatch string, opts ...Option) error {
	return run(ctx, c, request{
		id: "delete-patient-phone", method: "DELETE", path: "/api/v1/patients/" + segment(id) + "/phones/" + segment(contactID), ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// GetPatientPhone: read a phone of a patient.
//
// For everyone who may see the patient.
func (c *Client) GetPatientPhone(ctx context.Context, id string, contactID string, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "get-patient-phone", method: "GET", path: "/api/v1/patients/" + segment(id) + "/phones/" + segment(contactID), bearer: true,
	}, opts)
}

// UpdatePatientPhone: change a phone of a patient.
//
// If the address or number itself changes, it is no longer verified. For the patient, their doctor, their
// institution and staff with the permission patients:update.
func (c *Client) UpdatePatientPhone(ctx context.Context, id string, contactID string, ifMatch string, body PhoneUpdate, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "update-patient-phone", method: "PATCH", path: "/api/v1/patients/" + segment(id) + "/phones/" + segment(contactID), body: body, contentType: "application/merge-patch+json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}

// MakePatientPhonePrimary: make a phone of a patient the primary one.
//
// The previous primary one is no longer primary. For the patient, their doctor, their institution and staff
// with the permission patients:update. Repeating the request changes nothing.
func (c *Client) MakePatientPhonePrimary(ctx context.Context, id string, contactID string, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "make-patient-phone-primary", method: "POST", path: "/api/v1/patients/" + segment(id) + "/phones/" + segment(contactID) + "/make-primary", bearer: true, keyed: true,
	}, opts)
}

// VerifyPatientPhone: verify a phone of a patient.
//
// Records that you have confirmed it to be correct. Nobody can verify their own. For the patient's doctor,
// their institution and staff with the permission patients:update. Repeating the request changes nothing.
func (c *Client) VerifyPatientPhone(ctx context.Context, id string, contactID string, opts ...Option) (*Phone, error) {
	return do[Phone](ctx, c, request{
		id: "verify-patient-phone", method: "POST", path: "/api/v1/patients/" + segment(id) + "/phones/" + segment(contactID) + "/verify", bearer: true, keyed: true,
	}, opts)
}

// GetPatientProfile: read a patient's profile.
//
// Personal data, contacts and health profile in one response. For all callers who may see the patient.
// Insurers get no health profile; colleagues of the patient's doctor get no notes.
func (c *Client) GetPatientProfile(ctx context.Context, id string, opts ...Option) (*PatientProfile, error) {
	return do[PatientProfile](ctx, c, request{
		id: "get-patient-profile", method: "GET", path: "/api/v1/patients/" + segment(id) + "/profile", bearer: true,
	}, opts)
}

// ReactivatePatient: reactivate a patient.
//
// Takes the patient into care again, so that lists and statistics include them. If the patient's doctor is not
// active, the response is 409: transfer the patient first. For the patient's institution and staff with the
// permission patients:update. Repeating the request changes nothing.
func (c *Client) ReactivatePatient(ctx context.Context, id string, opts ...Option) (*Patient, error) {
	return do[Patient](ctx, c, request{
		id: "reactivate-patient", method: "POST", path: "/api/v1/patients/" + segment(id) + "/reactivate", bearer: true, keyed: true,
	}, opts)
}

// TransferPatient: transfer a patient to another doctor.
//
// The patient moves to that doctor and the doctor's institution. The record and its history stay; the
// validation starts again. Institutions can transfer between their own doctors, staff with the permissions
// patients:update and doctors:read to any doctor.
func (c *Client) TransferPatient(ctx context.Context, id string, body PatientTransfer, opts ...Option) (*Patient, error) {
	return do[Patient](ctx, c, request{
		id: "transfer-patient", method: "POST", path: "/api/v1/patients/" + segment(id) + "/transfer", body: body, contentType: "application/json", bearer: true, keyed: true,
	}, opts)
}

// GetPatientValidation: read a patient's validation.
//
// The status, its history, the steps that are possible now and who may take them. For everyone who may see the
// patient.
func (c *Client) GetPatientValidation(ctx context.Context, id string, opts ...Option) (*Validation, error) {
	return do[Validation](ctx, c, request{
		id: "get-patient-validation", method: "GET", path: "/api/v1/patients/" + segment(id) + "/validation", bearer: true,
	}, opts)
}

// CreatePatientValidationStep: take a step of a patient's validation.
//
// The steps:
//
// - pending → doctor_validated: for the patient's doctor
// - doctor_validated → institution_validated: for the patient's institution
// - institution_validated → full_access: for the institution and staff with the permission patients:validate
// - to rejected, with a reason: for everyone who may take the next step
// - rejected → pending: for the patient, their doctor, their institution and staff with the permission
// patients:validate
//
// If several callers take a step at the same time, one succeeds.
func (c *Client) CreatePatientValidationStep(ctx context.Context, id string, ifMatch string, body PatientValidationStep, opts ...Option) (*Validation, error) {
	return do[Validation](ctx, c, request{
		id: "create-patient-validation-step", method: "POST", path: "/api/v1/patients/" + segment(id) + "/validation/steps", body: body, contentType: "application/json", ifMatch: ifMatch, bearer: true, keyed: true,
	}, opts)
}
