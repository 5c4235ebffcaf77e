// Package administration has the operations with which administrators manage the platform itself: settings, roles and permissions.
package administration

import (
	"net/http"

	"github.com/predicthealth/predicthealth/api/endpoint"
	"github.com/predicthealth/predicthealth/service/cms"
)

var (
	tags               = []string{"cms"}
	forbidden          = []int{http.StatusForbidden}
	forbiddenOrMissing = []int{http.StatusForbidden, http.StatusNotFound}
)

type handlers struct{ cms *cms.Service }

// Register registers the operations on api.
func Register(api *endpoint.API, cms *cms.Service) {
	h := handlers{cms}
	h.registerSettings(api)
	h.registerRoles(api)
}
