// Signs in, registers a patient and changes their health profile.
import createClient from "openapi-fetch";
import type { components, paths } from "./schema.js";

type Profile = components["schemas"]["HealthProfile"];

export async function register(baseUrl: string, email: string, password: string): Promise<Profile> {
  const api = createClient<paths>({ baseUrl });
  const session = await api.POST("/api/v1/auth/login", { body: { email, password } });
  if (!session.data) throw new Error(session.error.detail);
  const headers = { Authorization: `Bearer ${session.data.access_token}` };

  const patient = await api.POST("/api/v1/patients", {
    headers,
    body: { first_name: "Nora", last_name: "New", date_of_birth: "1990-02-28", sex: "female" },
  });
  if (!patient.data) throw new Error(patient.error.detail);

  const path = { id: patient.data.id };
  const profile = await api.GET("/api/v1/patients/{id}/health-profile", { headers, params: { path } });
  const changed = await api.PATCH("/api/v1/patients/{id}/health-profile", {
    headers: { ...headers, "Content-Type": "application/merge-patch+json" },
    params: { path, header: { "If-Match": profile.response.headers.get("ETag") ?? "" } },
    body: { height_cm: 172.5, blood_type: null },
  });
  if (!changed.data) throw new Error(changed.error.detail);
  return changed.data;
}
