package access_test

import (
	"testing"

	"github.com/google/uuid"
	"github.com/stretchr/testify/assert"

	"github.com/predicthealth/predicthealth/ent/viewer"
	"github.com/predicthealth/predicthealth/service/access"
)

func TestRights(t *testing.T) {
	t.Parallel()
	doctor := uuid.New()
	as := func(kind viewer.Kind, subject uuid.UUID, permissions ...string) viewer.Viewer {
		return viewer.Viewer{Kind: kind, SubjectID: subject, Permissions: permissions}
	}
	self := access.Rights{Notes: true, Lifestyle: true, EmergencyContact: true}
	treats := access.Rights{Notes: true, Lifestyle: true, Clinical: true, EmergencyContact: true, Identity: true}
	all := treats
	all.Care = true
	reads := access.Rights{Notes: true}
	for name, c := range map[string]struct {
		viewer viewer.Viewer
		want   access.Rights
	}{
		"the patient":                   {as(viewer.Patient, uuid.New()), self},
		"the doctor":                    {as(viewer.Doctor, doctor), treats},
		"a colleague":                   {as(viewer.Doctor, uuid.New()), access.Rights{}},
		"the institution":               {as(viewer.Institution, uuid.New()), all},
		"staff who read":                {as(viewer.CMSUser, uuid.Nil, "patients:read"), reads},
		"staff who read and update":     {as(viewer.CMSUser, uuid.Nil, "patients:read", "patients:update"), all},
		"staff who do something else":   {as(viewer.CMSUser, uuid.Nil, "doctors:update"), access.Rights{}},
		"machines that read":            {as(viewer.ServiceAccount, uuid.Nil, "patients:read"), reads},
		"a patient with a permission":   {as(viewer.Patient, doctor, "patients:update"), self},
		"a colleague with a permission": {as(viewer.Doctor, uuid.New(), "patients:read", "patients:update"), access.Rights{}},
		"nobody":                        {viewer.Viewer{}, access.Rights{}},
		"the program":                   {as(viewer.System, uuid.Nil), all},
	} {
		assert.Equal(t, c.want, access.To(c.viewer, doctor), name)
	}
}
