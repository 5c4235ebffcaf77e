// Package administration has the operations with which administrators manage the platform itself: settings, roles and permissions.
package administration

import (
	"net/http"

	"github.com/danielgtaylor/huma/v2"

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

// notModified documents the 304 of a conditional read. huma adds the other responses.
func notModified() map[string]*huma.Response {
	return map[string]*huma.Response{"304": {Description: "The resource has not changed: If-None-Match names its current version."}}
}
