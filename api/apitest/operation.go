package apitest

import (
	"maps"
	"strings"
	"testing"

	"github.com/google/uuid"
)

// Ask is who asks for whose things. Of patients' records, Patient is whose; of sessions and accounts, Account.
type Ask struct {
	App  *App
	Cast *Cast
	// Caller is an account; empty for nobody.
	Caller string
	// Patient is the patient whose record is asked for.
	Patient uuid.UUID
	// Account is whose account, sessions and the like are asked for.
	Account string
}

// Operation says how an operation of the API is asked: a valid request, whoever sends it. Functions are called for
// each request, so that what one request uses up, such as a session that it ends, is made anew for the next.
type Operation struct {
	// Path gives the path's parameters their values.
	Path map[string]func(testing.TB, Ask) string
	// Body is sent as JSON, or as it is when it is a string; nil sends none.
	Body func(testing.TB, Ask) any
	// Header are headers that the request needs.
	Header map[string]string
	// Shows is what the answer of a list has for callers who may see the Ask's patient, and for nobody else; with Own, for the
	// Ask's account.
	Shows func(testing.TB, Ask) string
	Own   bool
}

// Operations are all operations of the API by their OperationID. Add yours in one line, and its row to docs/access.md; those
// on entries of patients' records follow from fixture.EntryKinds.
var Operations = with(entries(), map[string]Operation{
	"list-signing-keys": {},
	"login":             {Body: credentials(Patient)},
	"cms-login":         {Body: credentials(Editor)},

	"confirm-login":      {Body: challenge(Colleague)},
	"cms-confirm-login":  {Body: challenge(Reader)},
	"refresh":            {Body: refreshToken(Patient)},
	"logout":             {},
	"logout-all":         {},
	"get-session":        {},
	"list-sessions":      {Shows: session, Own: true},
	"delete-session":     {Path: values{"id": session}},
	"cms-refresh":        {Body: refreshToken(Editor)},
	"cms-logout":         {},
	"cms-logout-all":     {},
	"cms-get-session":    {},
	"cms-list-sessions":  {},
	"cms-delete-session": {Path: values{"id": editorSession}},

	"step-up":                   {Body: withFactor(false, true)},
	"get-second-factor":         {},
	"create-second-factor":      {Body: object{"password": Password}.body},
	"confirm-second-factor":     {Body: withFactor(false, false)},
	"delete-second-factor":      {Body: noBody(false)},
	"create-recovery-codes":     {Body: noBody(false)},
	"cms-step-up":               {Body: withFactor(true, true)},
	"cms-get-second-factor":     {},
	"cms-create-second-factor":  {Body: object{"password": Password}.body},
	"cms-confirm-second-factor": {Body: withFactor(true, false)},
	"cms-delete-second-factor":  {Body: noBody(true)},
	"cms-create-recovery-codes": {Body: noBody(true)},

	"register":                      {Body: selfRegistration},
	"change-password":               {Body: passwordChange},
	"forgot-password":               {Body: object{"email": Patient}.body},
	"reset-password":                {Body: oneTimeToken(Patient, "reset_password", object{"new_password": nextPassword})},
	"verify-email":                  {Body: oneTimeToken(Patient, "verify_email", nil)},
	"resend-email-verification":     {},
	"change-email":                  {Body: emailChange},
	"confirm-email-change":          {Body: oneTimeToken(Patient, "change_email", nil)},
	"cms-change-password":           {Body: passwordChange},
	"cms-forgot-password":           {Body: object{"email": Editor}.body},
	"cms-reset-password":            {Body: oneTimeToken(Editor, "reset_password", object{"new_password": nextPassword})},
	"cms-verify-email":              {Body: oneTimeToken(Editor, "verify_email", nil)},
	"cms-resend-email-verification": {},
	"cms-change-email":              {Body: emailChange},
	"cms-confirm-email-change":      {Body: oneTimeToken(Editor, "change_email", nil)},

	"list-patients":                  {Shows: patient},
	"create-patient":                 {Body: registration},
	"get-patient":                    {Path: values{"id": patient}},
	"update-patient":                 {Path: values{"id": patient}, Header: anyVersion, Body: object{"emergency_contact": object{"name": "Nick", "phone": "+16175550101"}}.body},
	"deactivate-patient":             {Path: values{"id": patient}},
	"reactivate-patient":             {Path: values{"id": patient}},
	"transfer-patient":               {Path: values{"id": patient}, Body: transfer},
	"invite-patient":                 {Path: values{"id": waiting("patient", patient)}},
	"get-patient-validation":         {Path: values{"id": patient}},
	"create-patient-validation-step": {Path: values{"id": patient}, Header: anyVersion, Body: validationStep},
	"get-patient-care-team":          {Path: values{"id": patient}},
	"get-patient-profile":            {Path: values{"id": patient}},
	"export-patient":                 {Path: values{"id": patient}},
	"get-patient-dashboard":          {Path: values{"id": patient}},
	"get-patient-medical-record":     {Path: values{"id": patient}},
	"get-patient-health-profile":     {Path: values{"id": patient}},
	"update-patient-health-profile":  {Path: values{"id": patient}, Header: anyVersion, Body: object{"weekly_activity_minutes": 30}.body},
	"list-patient-access-log":        {Path: values{"id": patient}},

	"list-countries":               {},
	"list-regions":                 {},
	"list-institution-types":       {},
	"list-sexes":                   {},
	"list-genders":                 {},
	"list-blood-types":             {},
	"list-email-types":             {},
	"list-phone-types":             {},
	"list-specialty-categories":    {},
	"list-doctor-specialties":      {},
	"list-medical-conditions":      {},
	"list-medications":             {},
	"list-allergies":               {},
	"list-allergic-reactions":      {},
	"get-country":                  {Path: values{"code": code("MX")}},
	"get-region":                   {Path: values{"code": code("US-MA")}},
	"get-institution-type":         {Path: values{"code": code("hospital")}},
	"get-sex":                      {Path: values{"code": code("female")}},
	"get-gender":                   {Path: values{"code": code("woman")}},
	"get-blood-type":               {Path: values{"code": code("O-")}},
	"get-email-type":               {Path: values{"code": code("home")}},
	"get-phone-type":               {Path: values{"code": code("mobile")}},
	"get-specialty-category":       {Path: values{"code": code("medical")}},
	"get-doctor-specialty":         {Path: values{"code": code("cardiology")}},
	"get-medical-condition":        {Path: values{"code": code("I10")}},
	"get-medication":               {Path: values{"code": code("197361")}},
	"get-allergy":                  {Path: values{"code": code("102263004")}},
	"get-allergic-reaction":        {Path: values{"code": code("21522001")}},
	"get-blood-type-compatibility": {Path: values{"code": code("O-")}},

	"list-settings":    {},
	"get-setting":      {Path: values{"key": language}},
	"update-setting":   {Path: values{"key": language}, Header: anyVersion, Body: object{"value": "es"}.body},
	"reset-setting":    {Path: values{"key": language}},
	"list-permissions": {},
	"list-roles":       {},
	"get-role":         {Path: values{"code": spareRole}},
	"create-role":      {Body: object{"code": "front_desk", "name": "Front desk", "permissions": []string{"patients:read"}}.body},
	"update-role":      {Path: values{"code": spareRole}, Header: anyVersion, Body: object{"permissions": []string{"doctors:read"}}.body},
	"delete-role":      {Path: values{"code": spareRole}, Header: anyVersion},

	"list-doctors":          {Shows: doctorOfPatient},
	"create-doctor":         {Body: newDoctor},
	"get-doctor":            {Path: values{"id": doctorOfPatient}},
	"update-doctor":         {Path: values{"id": doctorOfPatient}, Header: anyVersion, Body: object{"consultation_fee": "80"}.body},
	"suspend-doctor":        {Path: values{"id": doctorOfPatient}, Body: leave},
	"retire-doctor":         {Path: values{"id": doctorOfPatient}, Body: leave},
	"transfer-doctor":       {Path: values{"id": doctorOfPatient}, Body: move},
	"reactivate-doctor":     {Path: values{"id": doctorOfPatient}},
	"invite-doctor":         {Path: values{"id": waiting("doctor", doctorOfPatient)}},
	"list-doctor-patients":  {Path: values{"id": doctorOfPatient}, Shows: patient},
	"get-doctor-statistics": {Path: values{"id": doctorOfPatient}},
	"get-doctor-dashboard":  {},

	"list-institutions":          {},
	"create-institution":         {Body: newInstitution},
	"get-institution":            {Path: values{"id": institutionOfPatient}},
	"get-doctor-institution":     {Path: values{"id": doctorOfPatient}},
	"update-institution":         {Path: values{"id": institutionOfPatient}, Header: anyVersion, Body: object{"website": "https://example.org"}.body},
	"deactivate-institution":     {Path: values{"id": emptiedInstitution}, Body: object{"reason": "closed"}.body},
	"reactivate-institution":     {Path: values{"id": institutionOfPatient}},
	"verify-institution":         {Path: values{"id": institutionOfPatient}},
	"invite-institution":         {Path: values{"id": waiting("institution", institutionOfPatient)}},
	"list-institution-doctors":   {Path: values{"id": institutionOfPatient}, Shows: doctorOfPatient},
	"list-institution-patients":  {Path: values{"id": institutionOfPatient}, Shows: patient},
	"get-institution-statistics": {Path: values{"id": institutionOfPatient}},

	"create-import":        {Body: fileOfPatients, Header: map[string]string{"Content-Type": "application/fhir+ndjson"}},
	"list-imports":         {Shows: importOfPatient},
	"get-import":           {Path: values{"id": importOfPatient}},
	"list-import-problems": {Path: values{"id": importOfPatient}},
	"cancel-import":        {Path: values{"id": importOfPatient}},

	"list-audit-events": {},

	"get-dashboard-overview":            {},
	"get-health-condition-stats":        {},
	"get-health-condition-prevalence":   {},
	"get-doctor-performance":            {},
	"get-doctor-performance-stats":      {},
	"get-doctor-specialty-distribution": {},
	"get-institution-analytics":         {},
	"get-geographic-distribution":       {},
	"get-patient-validation-status":     {},
	"get-monthly-registrations":         {},
	"get-patient-stats-by-month":        {},
	"list-patient-demographics":         {},

	"create-token":                  {Body: clientCredentials("grant_type=client_credentials"), Header: form},
	"introspect-token":              {Body: ownToken, Header: form},
	"list-service-accounts":         {},
	"create-service-account":        {Body: object{"name": "laboratory", "role": "editor", "scopes": []string{"patients:read"}}.body},
	"get-service-account":           {Path: values{"id": machine}},
	"update-service-account":        {Path: values{"id": machine}, Header: anyVersion, Body: object{"name": "renamed"}.body},
	"create-service-account-secret": {Path: values{"id": machine}, Body: object{}.body},
	"delete-service-account-secret": {Path: values{"id": machine, "secret_id": machineSecret}},

	"list-accounts":                    {},
	"get-account":                      {Path: values{"id": account}},
	"list-account-login-history":       {Path: values{"id": account}},
	"disable-account":                  {Path: values{"id": account}, Body: object{"reason": "left"}.body},
	"enable-account":                   {Path: values{"id": account}},
	"unlock-account":                   {Path: values{"id": account}},
	"end-account-sessions":             {Path: values{"id": account}},
	"require-account-password-change":  {Path: values{"id": account}},
	"reset-account-second-factor":      {Path: values{"id": account}},
	"list-cms-users":                   {},
	"create-cms-user":                  {Body: object{"email": "new@example.org", "first_name": "Nina", "last_name": "New", "role": "editor"}.body},
	"update-cms-user":                  {Path: values{"id": editor}, Header: anyVersion, Body: object{"last_name": "Changed"}.body},
	"invite-cms-user":                  {Path: values{"id": invited}},
	"get-cms-user":                     {Path: values{"id": editor}},
	"list-cms-user-login-history":      {Path: values{"id": editor}},
	"disable-cms-user":                 {Path: values{"id": editor}, Body: object{"reason": "left"}.body},
	"enable-cms-user":                  {Path: values{"id": editor}},
	"unlock-cms-user":                  {Path: values{"id": editor}},
	"end-cms-user-sessions":            {Path: values{"id": editor}},
	"require-cms-user-password-change": {Path: values{"id": editor}},
	"reset-cms-user-second-factor":     {Path: values{"id": editor}},
})

func with(all, more map[string]Operation) map[string]Operation {
	maps.Copy(all, more)
	return all
}

// code is the code of an entry of a catalog.
func code(of string) func(testing.TB, Ask) string {
	return func(testing.TB, Ask) string { return of }
}

// Scenario is the request of an operation that a path template and a method name.
func (o Operation) Scenario(t testing.TB, a Ask, method, template string) Scenario {
	t.Helper()
	path := template
	for name, value := range o.Path {
		path = strings.ReplaceAll(path, "{"+name+"}", value(t, a))
	}
	s := Scenario{As: a.Caller, Method: strings.ToUpper(method), Path: path, Header: o.Header}
	if o.Body != nil {
		s.Body = o.Body(t, a)
	}
	return s
}
