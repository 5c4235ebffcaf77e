package valueset

// DoctorStatus says whether a doctor is active, suspended or retired.
type DoctorStatus string

// The statuses: only active doctors see patients.
const (
	DoctorActive    DoctorStatus = "active"
	DoctorSuspended DoctorStatus = "suspended"
	DoctorRetired   DoctorStatus = "retired"
)

// Values returns all codes of the set.
func (DoctorStatus) Values() []string {
	return []string{string(DoctorActive), string(DoctorSuspended), string(DoctorRetired)}
}
