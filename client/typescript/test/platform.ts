// The tests ask a running platform, as `make run` starts one: HTTP_URL is its address, ACCOUNTS its .dev/accounts.json.
import { readFileSync } from "node:fs";
import { Client, type ClientOptions, type PatientCreate } from "@predicthealth/client";

const { HTTP_URL, ACCOUNTS } = process.env;
if (!HTTP_URL || !ACCOUNTS) {
  throw new Error(
    "These tests need a running platform. In the repository, `go test ./client` starts one for them; or `make run`, then\n" +
      ". .dev/env && cd client/typescript && ACCOUNTS=../../.dev/accounts.json npm test",
  );
}
export const baseUrl = HTTP_URL;

const accounts = JSON.parse(readFileSync(ACCOUNTS, "utf8")) as { user_type: string; email: string; password: string }[];

export function credentials(userType: string) {
  const { email, password } = accounts.find((account) => account.user_type === userType)!;
  return { email, password };
}

/** A client of one of the accounts. */
export async function signedIn(userType: string, options: Partial<ClientOptions> = {}): Promise<Client> {
  const api = new Client({ baseUrl, ...options });
  await (userType === "admin" ? api.signInStaff(credentials(userType)) : api.signIn(credentials(userType)));
  return api;
}

export const nora: PatientCreate = { first_name: "Nora", last_name: "New", date_of_birth: "1990-02-28", sex: "female", health_profile: { height_cm: 172.5, blood_type: "O-" } };

/** A fetch that asks another what to do with a request. */
export function through(handle: (request: Request) => Promise<Response>): typeof fetch {
  return (input, init) => handle(new Request(input, init));
}
