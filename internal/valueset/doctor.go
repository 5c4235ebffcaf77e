package valueset

// DoctorStatus says whether a doctor practises.
type DoctorStatus string

// The statuses: only active doctors see patients.
const (
	DoctorActive    DoctorStatus = "active"
	DoctorSuspended DoctorStatus = "suspended"
	DoctorRetired   DoctorStatus = "retired"
)

// Values are all there are.
func (DoctorStatus) Values() []string {
	return []string{string(DoctorActive), string(DoctorSuspended), string(DoctorRetired)}
}
