package devstack

import "net/url"

// Owns reports whether serverURL names PostgreSQL or Redis of the stack in dir, running or not: no other server has its
// password.
func Owns(dir, serverURL string) bool {
	s, err := loadState(dir)
	if err != nil {
		return false // there is no stack
	}
	u, err := url.Parse(serverURL)
	if err != nil {
		return false
	}
	password, ok := u.User.Password()
	return ok && (password == s.Password || password == s.RedisPassword)
}
