package apitest

import (
	"crypto/sha256"
	"maps"
	"strings"
	"testing"
	"time"

	"github.com/google/uuid"

	"github.com/predicthealth/predicthealth/internal/fixture"
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
	// Shows is what the answer of a list has for who sees the Ask's patient, and for nobody else; with Own, for the
	// Ask's account.
	Shows func(testing.TB, Ask) string
	Own   bool
}

// Operations are all operations of the API by their OperationID. Add yours in one line, and its row to docs/access.md.
var Operations = map[string]Operation{
	"list-signing-keys": {},
	"login":             {Body: credentials(Patient)},
	"cms-login":         {Body: credentials(Editor)},

	"refresh":           {Body: refreshToken(Patient)},
	"logout":            {},
	"logout-all":        {},
	"check-session":     {},
	"list-sessions":     {Shows: session, Own: true},
	"end-session":       {Path: values{"id": session}},
	"cms-refresh":       {Body: refreshToken(Editor)},
	"cms-logout":        {},
	"cms-logout-all":    {},
	"cms-check-session": {},
	"cms-list-sessions": {},
	"cms-end-session":   {Path: values{"id": editorSession}},

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

	"list-patients":                 {Shows: patient},
	"create-patient":                {Body: registration},
	"get-patient":                   {Path: values{"id": patient}},
	"change-patient":                {Path: values{"id": patient}, Header: anyVersion, Body: object{"emergency_contact": object{"name": "Nick", "phone": "+16175550101"}}.body},
	"deactivate-patient":            {Path: values{"id": patient}},
	"reactivate-patient":            {Path: values{"id": patient}},
	"transfer-patient":              {Path: values{"id": patient}, Body: transfer},
	"get-patient-validation":        {Path: values{"id": patient}},
	"take-patient-validation-step":  {Path: values{"id": patient}, Header: anyVersion, Body: validationStep},
	"get-patient-care-team":         {Path: values{"id": patient}},
	"get-patient-profile":           {Path: values{"id": patient}},
	"export-patient":                {Path: values{"id": patient}},
	"get-patient-dashboard":         {Path: values{"id": patient}},
	"get-patient-medical-record":    {Path: values{"id": patient}},
	"get-patient-health-profile":    {Path: values{"id": patient}},
	"change-patient-health-profile": {Path: values{"id": patient}, Header: anyVersion, Body: object{"weekly_activity_minutes": 30}.body},
	"list-patient-conditions":       {Path: values{"id": patient}, Shows: condition.entry},
	"get-patient-condition":         {Path: condition.path()},
	"add-patient-condition":         {Path: values{"id": patient}, Body: condition.body},
	"change-patient-condition":      {Path: condition.path(), Header: anyVersion, Body: object{"notes": Notes}.body},
	"remove-patient-condition":      {Path: condition.path(), Header: anyVersion},
	"list-patient-medications":      {Path: values{"id": patient}, Shows: medication.entry},
	"get-patient-medication":        {Path: medication.path()},
	"add-patient-medication":        {Path: values{"id": patient}, Body: medication.body},
	"change-patient-medication":     {Path: medication.path(), Header: anyVersion, Body: object{"notes": Notes}.body},
	"remove-patient-medication":     {Path: medication.path(), Header: anyVersion},
	"list-patient-allergies":        {Path: values{"id": patient}, Shows: allergy.entry},
	"get-patient-allergy":           {Path: allergy.path()},
	"add-patient-allergy":           {Path: values{"id": patient}, Body: allergy.body},
	"change-patient-allergy":        {Path: allergy.path(), Header: anyVersion, Body: object{"notes": Notes}.body},
	"remove-patient-allergy":        {Path: allergy.path(), Header: anyVersion},
	"list-patient-family-history":   {Path: values{"id": patient}, Shows: relative.entry},
	"get-patient-family-history":    {Path: relative.path()},
	"add-patient-family-history":    {Path: values{"id": patient}, Body: relative.body},
	"change-patient-family-history": {Path: relative.path(), Header: anyVersion, Body: object{"notes": Notes}.body},
	"remove-patient-family-history": {Path: relative.path(), Header: anyVersion},
	"list-patient-accesses":         {Path: values{"id": patient}},

	"list-countries":            {},
	"list-regions":              {},
	"list-institution-types":    {},
	"list-sexes":                {},
	"list-genders":              {},
	"list-blood-types":          {},
	"list-email-types":          {},
	"list-phone-types":          {},
	"list-specialty-categories": {},
	"list-doctor-specialties":   {},
	"list-medical-conditions":   {},
	"list-medications":          {},
	"list-allergies":            {},
	"list-allergic-reactions":   {},
	"get-blood-compatibility":   {Path: values{"code": func(testing.TB, Ask) string { return "O-" }}},

	"list-settings":    {},
	"get-setting":      {Path: values{"key": language}},
	"change-setting":   {Path: values{"key": language}, Header: anyVersion, Body: object{"value": "es"}.body},
	"reset-setting":    {Path: values{"key": language}},
	"list-permissions": {},
	"list-roles":       {},
	"get-role":         {Path: values{"code": spareRole}},
	"create-role":      {Body: object{"code": "front_desk", "name": "Front desk", "permissions": []string{"patients:read"}}.body},
	"change-role":      {Path: values{"code": spareRole}, Header: anyVersion, Body: object{"permissions": []string{"doctors:read"}}.body},
	"delete-role":      {Path: values{"code": spareRole}, Header: anyVersion},

	"list-doctors":          {Shows: doctorOfPatient},
	"create-doctor":         {Body: newDoctor},
	"get-doctor":            {Path: values{"id": doctorOfPatient}},
	"change-doctor":         {Path: values{"id": doctorOfPatient}, Header: anyVersion, Body: object{"consultation_fee": "80"}.body},
	"suspend-doctor":        {Path: values{"id": doctorOfPatient}, Body: leave},
	"retire-doctor":         {Path: values{"id": doctorOfPatient}, Body: leave},
	"transfer-doctor":       {Path: values{"id": doctorOfPatient}, Body: move},
	"reactivate-doctor":     {Path: values{"id": doctorOfPatient}},
	"list-doctor-patients":  {Path: values{"id": doctorOfPatient}, Shows: patient},
	"get-doctor-statistics": {Path: values{"id": doctorOfPatient}},
	"get-doctor-dashboard":  {},

	"list-institutions":          {},
	"create-institution":         {Body: newInstitution},
	"get-institution":            {Path: values{"id": institutionOfPatient}},
	"get-doctor-institution":     {Path: values{"id": doctorOfPatient}},
	"change-institution":         {Path: values{"id": institutionOfPatient}, Header: anyVersion, Body: object{"website": "https://example.org"}.body},
	"deactivate-institution":     {Path: values{"id": emptiedInstitution}, Body: object{"reason": "closed"}.body},
	"reactivate-institution":     {Path: values{"id": institutionOfPatient}},
	"verify-institution":         {Path: values{"id": institutionOfPatient}},
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

	"create-token":                  {Body: clientCredentials("grant_type=client_credentials"), Header: form},
	"introspect-token":              {Body: clientCredentials("token=x"), Header: form},
	"list-service-accounts":         {},
	"create-service-account":        {Body: object{"name": "laboratory", "role": "editor", "scopes": []string{"patients:read"}}.body},
	"get-service-account":           {Path: values{"id": machine}},
	"change-service-account":        {Path: values{"id": machine}, Header: anyVersion, Body: object{"name": "renamed"}.body},
	"add-service-account-secret":    {Path: values{"id": machine}, Body: object{}.body},
	"delete-service-account-secret": {Path: values{"id": machine, "secret_id": machineSecret}},

	"list-accounts":                       {},
	"get-account":                         {Path: values{"id": account}},
	"list-account-logins":                 {Path: values{"id": account}},
	"disable-account":                     {Path: values{"id": account}, Body: object{"reason": "left"}.body},
	"enable-account":                      {Path: values{"id": account}},
	"unlock-account":                      {Path: values{"id": account}},
	"end-sessions-account":                {Path: values{"id": account}},
	"require-password-change-account":     {Path: values{"id": account}},
	"list-cms-accounts":                   {},
	"create-cms-account":                  {Body: object{"email": "new@example.org", "first_name": "Nina", "last_name": "New", "role": "editor"}.body},
	"change-cms-account":                  {Path: values{"id": editor}, Header: anyVersion, Body: object{"last_name": "Changed"}.body},
	"invite-cms-account":                  {Path: values{"id": invited}},
	"get-cms-account":                     {Path: values{"id": editor}},
	"list-cms-account-logins":             {Path: values{"id": editor}},
	"disable-cms-account":                 {Path: values{"id": editor}, Body: object{"reason": "left"}.body},
	"enable-cms-account":                  {Path: values{"id": editor}},
	"unlock-cms-account":                  {Path: values{"id": editor}},
	"end-sessions-cms-account":            {Path: values{"id": editor}},
	"require-password-change-cms-account": {Path: values{"id": editor}},
}

type (
	values = map[string]func(testing.TB, Ask) string
	object map[string]any
)

var (
	anyVersion = map[string]string{"If-Match": "*"}
	form       = map[string]string{"Content-Type": "application/x-www-form-urlencoded"}
)

func (o object) body(testing.TB, Ask) any { return o }

func patient(_ testing.TB, a Ask) string { return a.Patient.String() }

func account(_ testing.TB, a Ask) string { return a.Cast.Accounts[a.Account].String() }
func editor(_ testing.TB, a Ask) string  { return a.Cast.Accounts[Editor].String() }

// invited is a new member of the staff who has no password.
func invited(t testing.TB, a Ask) string {
	return fixture.Insert(t, a.App.Env.DB, "cms_users", fixture.Row{
		"email": uuid.NewString() + "@example.org", "role_id": fixture.Code(t, a.App.Env.DB, "cms_roles", "editor"),
		"first_name": "Ina", "last_name": "Invited",
	}).String()
}

func machine(_ testing.TB, a Ask) string { return a.Cast.MachineID }

func language(testing.TB, Ask) string { return "system.default_language" }

// spareRole is a new role that nobody has.
func spareRole(t testing.TB, a Ask) string {
	code := "r" + strings.ReplaceAll(uuid.NewString(), "-", "")
	return fixture.Value[string](t, a.App.Env.DB, "INSERT INTO cms_roles (code, name) VALUES ($1, $1) RETURNING code", code)
}

func machineSecret(t testing.TB, a Ask) string {
	return fixture.Value[string](t, a.App.Env.DB, "SELECT id FROM service_account_secrets WHERE service_account_id = $1", a.Cast.MachineID)
}

func clientCredentials(more string) func(testing.TB, Ask) any {
	return func(_ testing.TB, a Ask) any {
		return more + "&client_id=" + a.Cast.MachineID + "&client_secret=" + a.Cast.MachineSecret
	}
}

func credentials(email string) func(testing.TB, Ask) any {
	return object{"email": email, "password": Password}.body
}

// nextPassword is one that any account may take.
const nextPassword = "seven green bicycles sing"

var (
	passwordChange = object{"current_password": Password, "new_password": nextPassword}.body
	emailChange    = object{"email": "another@example.net", "password": Password}.body
)

// oneTimeToken is a new token of an account, and what is sent with it.
func oneTimeToken(email, purpose string, more object) func(testing.TB, Ask) any {
	return func(t testing.TB, a Ask) any {
		token, owner := uuid.NewString(), "user_id"
		if email == Editor {
			owner = "cms_user_id"
		}
		address := email
		if purpose == "change_email" {
			address = "another@example.net"
		}
		digest := sha256.Sum256([]byte(token))
		fixture.Insert(t, a.App.Env.DB, "one_time_tokens", fixture.Row{
			owner: a.Cast.Accounts[email], "purpose": purpose, "token_hash": digest[:], "email": address,
			"expires_at": time.Now().Add(time.Hour),
		})
		body := object{"token": token}
		maps.Copy(body, more)
		return body
	}
}

// registration is of a patient of the one who asks, or of the hospital's doctor.
func registration(_ testing.TB, a Ask) any {
	body := object{"first_name": "Nora", "last_name": "New", "date_of_birth": "1990-02-28", "sex": "female"}
	switch a.Caller {
	case OtherClinic:
		body["doctor_id"] = a.Cast.OtherDoctor
	case Insurer:
		body["doctor_id"] = a.Cast.InsurersDoctor
	case Doctor, Colleague, OtherDoctor, Suspended:
	default:
		body["doctor_id"] = a.Cast.Doctor
	}
	return body
}

func selfRegistration(_ testing.TB, a Ask) any {
	return object{
		"doctor_id": a.Cast.Doctor, "institution_id": a.Cast.Hospital,
		"first_name": "Nora", "last_name": "New", "date_of_birth": "1990-02-28", "sex": "female",
		"account": object{"email": "nora@example.org", "password": nextPassword},
	}
}

// transfer is to a doctor of the patient's institution.
func transfer(_ testing.TB, a Ask) any {
	if a.Caller == Insurer {
		return object{"doctor_id": a.Cast.InsurersDoctor}
	}
	return object{"doctor_id": a.Cast.Colleague}
}

func doctorOfPatient(t testing.TB, a Ask) string { return ofPatient(t, a, "doctor_id") }

// ofPatient is a column of the Ask's patient.
func ofPatient(t testing.TB, a Ask, column string) string {
	return fixture.Value[string](t, a.App.Env.DB, "SELECT "+column+" FROM patients WHERE id = $1", a.Patient)
}

// newDoctor is of the institution that asks, or of the hospital.
func newDoctor(_ testing.TB, a Ask) any {
	body := object{
		"first_name": "Nina", "last_name": "New", "licence_number": uuid.NewString(), "specialty": "family_medicine", "sex": "female",
	}
	if a.Caller != Hospital && a.Caller != OtherClinic && a.Caller != Insurer {
		body["institution_id"] = a.Cast.Hospital
	}
	return body
}

func institutionOfPatient(t testing.TB, a Ask) string { return ofPatient(t, a, "institution_id") }

// emptiedInstitution is that of the Ask's patient, for staff without those who keep it open.
func emptiedInstitution(t testing.TB, a Ask) string {
	id := institutionOfPatient(t, a)
	if a.Caller == Editor || a.Caller == Admin {
		for _, empty := range []string{
			"UPDATE patients SET active = false WHERE institution_id = $1 RETURNING true",
			"UPDATE doctors SET status = 'retired' WHERE institution_id = $1 RETURNING true",
		} {
			fixture.Value[bool](t, a.App.Env.DB, empty, id)
		}
	}
	return id
}

func newInstitution(testing.TB, Ask) any {
	return object{"name": "New House", "type": "hospital", "licence_number": uuid.NewString()}
}

// leave names a new doctor who takes the patients over.
func leave(t testing.TB, a Ask) any {
	successor := fixture.Doctor(t, a.App.Env.DB, fixture.Row{"institution_id": ofPatient(t, a, "institution_id")})
	return object{"successor_id": successor, "reason": "left"}
}

// fileOfPatients has a patient who is not there yet.
func fileOfPatients(testing.TB, Ask) any {
	return `{"resourceType":"Patient","id":"` + uuid.NewString() + `","name":[{"family":"New","given":["Nora"]}],"birthDate":"1990-02-28"}`
}

// importOfPatient is a new job of the institution of the Ask's patient, which no instance takes.
func importOfPatient(t testing.TB, a Ask) string {
	return fixture.Insert(t, a.App.Env.DB, "import_jobs", fixture.Row{
		"institution_id": institutionOfPatient(t, a), "requester_type": "user", "requester_id": uuid.New(), "format": "csv",
		"options": "{}", "bytes_total": 10, "lease_expires_at": time.Now().Add(time.Hour),
	}).String()
}

// move is to a new institution, and names a new doctor who takes the patients over.
func move(t testing.TB, a Ask) any {
	body, _ := leave(t, a).(object)
	body["institution_id"] = fixture.Institution(t, a.App.Env.DB)
	return body
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
