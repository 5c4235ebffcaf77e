package audit

// Spool keeps what Note records on this machine's disk until it is in the database.
type Spool struct{}
