package middleware

import "net/http"

// Head answers HEAD as GET is answered; the server leaves out the body (RFC 9110, section 9.3.2).
func Head(next http.Handler) http.Handler {
	return http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		if r.Method == http.MethodHead {
			get := *r
			get.Method = http.MethodGet
			r = &get
		}
		next.ServeHTTP(w, r)
	})
}
