// Package cms has the operations of administrators on the platform itself: settings, roles and permissions.
package cms

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

// notModified documents the answer to a conditional read. huma adds the others to it.
func notModified() map[string]*huma.Response {
	return map[string]*huma.Response{"304": {Description: "It is as If-None-Match says."}}
}
