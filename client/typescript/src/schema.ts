// Generated from the OpenAPI document by generate.js. Do not edit.

export interface paths {
    "/.well-known/jwks.json": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the keys that verify access tokens
         * @description A JWK set (RFC 7517) for services that verify access tokens themselves. Tokens are signed with EdDSA; check iss, aud and the typ at+jwt.
         */
        get: operations["list-signing-keys"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/dashboard-overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the platform's key figures
         * @description For staff with the permission analytics:read, about the whole platform or about one institution or doctor; for institutions, about themselves or one of their doctors; for doctors who are active, about themselves. Staff without the permission patients:read get figures about patients rounded. Only active, living patients count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
         */
        get: operations["get-dashboard-overview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/doctor-performance": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List doctors with their numbers of patients
         * @description For staff with the permission analytics:read, about the whole platform or about one institution or doctor; for institutions, about themselves or one of their doctors; for doctors who are active, about themselves. Staff without the permission patients:read get figures about patients rounded. Only active, living patients count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
         */
        get: operations["get-doctor-performance"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/doctor-performance-stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List doctors with their patients' conditions
         * @description For staff with the permissions analytics:read and patients:read, about the whole platform or about one institution or doctor; for institutions other than insurers, about themselves or one of their doctors; for doctors who are active, about themselves. Only active, living patients count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
         */
        get: operations["get-doctor-performance-stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/doctor-specialty-distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count doctors by specialty
         * @description For staff with the permission analytics:read, about the whole platform or about one institution or doctor; for institutions, about themselves or one of their doctors; for doctors who are active, about themselves. Staff without the permission patients:read get figures about patients rounded. Only active, living patients count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
         */
        get: operations["get-doctor-specialty-distribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/geographic-distribution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count institutions, doctors and patients by place
         * @description For staff with the permission analytics:read, about the whole platform or about one institution or doctor; for institutions, about themselves or one of their doctors; for doctors who are active, about themselves. Staff without the permission patients:read get figures about patients rounded. Only active, living patients count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
         */
        get: operations["get-geographic-distribution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/health-condition-prevalence": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count patients by condition
         * @description For staff with the permissions analytics:read and patients:read, about the whole platform or about one institution or doctor; for institutions other than insurers, about themselves or one of their doctors; for doctors who are active, about themselves. Only active, living patients count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
         */
        get: operations["get-health-condition-prevalence"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/health-condition-stats": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count frequent conditions and habits
         * @description For staff with the permissions analytics:read and patients:read, about the whole platform or about one institution or doctor; for institutions other than insurers, about themselves or one of their doctors; for doctors who are active, about themselves. Only active, living patients count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
         */
        get: operations["get-health-condition-stats"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/institution-analytics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List institutions with their doctors and their patients' conditions
         * @description For staff with the permissions analytics:read and patients:read, about the whole platform or about one institution or doctor; for institutions other than insurers, about themselves or one of their doctors; for doctors who are active, about themselves. Only active, living patients count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
         */
        get: operations["get-institution-analytics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/monthly-registrations": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count registrations by month, sex and gender
         * @description For staff with the permission analytics:read, about the whole platform or about one institution or doctor; for institutions, about themselves or one of their doctors; for doctors who are active, about themselves. Staff without the permission patients:read get figures about patients rounded. Only active, living patients count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
         */
        get: operations["get-monthly-registrations"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/patient-demographics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the patients behind the figures
         * @description For staff with the permissions analytics:read and patients:read, about the whole platform or about one institution or doctor; for institutions other than insurers, about themselves or one of their doctors; for doctors who are active, about themselves. One row per patient in care, including deceased patients. Each row adds an event to the audit trail; nothing is cached. With Accept: text/csv you get the page as a file.
         */
        get: operations["list-patient-demographics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/patient-stats-by-month": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count a year's registrations and validations by month
         * @description For staff with the permission analytics:read, about the whole platform or about one institution or doctor; for institutions, about themselves or one of their doctors; for doctors who are active, about themselves. Staff without the permission patients:read get figures about patients rounded. Only active, living patients count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
         */
        get: operations["get-patient-stats-by-month"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/analytics/patient-validation-status": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count patients by validation status
         * @description For staff with the permission analytics:read, about the whole platform or about one institution or doctor; for institutions, about themselves or one of their doctors; for doctors who are active, about themselves. Staff without the permission patients:read get figures about patients rounded. Only active, living patients count. With Accept: text/csv you get a file. The response may come from a cache, which every change clears.
         */
        get: operations["get-patient-validation-status"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/change-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a change of your e-mail address
         * @description The new address gets a link that confirms it; nothing changes until then. The old address gets a notice. The response is the same if another account has the address. Wrong passwords count as failed sign-ins. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        post: operations["change-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/change-email/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a new e-mail address with the token from a mail
         * @description From then on, you sign in with the new address. A token works once.
         */
        post: operations["confirm-email-change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your password
         * @description Ends your other sessions but not this one. Wrong current passwords count as failed sign-ins. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        post: operations["change-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a mail to set a new password
         * @description The response is the same whether or not the address has an account. A new link replaces the previous one.
         */
        post: operations["forgot-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/introspect": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Introspect an access token
         * @description Token introspection (RFC 7662) for services that receive our access tokens. They authenticate with the client_id and the client_secret of a service account, as they do to get a token of their own. The account needs the scope accounts:introspect for any token but its own.
         */
        post: operations["introspect-token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in as a patient, a doctor or an institution
         * @description If the sign-in fails, the response is the same whatever the reason: unknown address, wrong password or code, disabled or locked account. If the password is right and only the code of a second factor is missing, the response is 401 with the type otp_required: sign in again with otp, or send the problem's challenge_token and the code to confirm the sign-in.
         */
        post: operations["login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/login/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a sign-in with a code of the second factor
         * @description For a sign-in that was answered with the problem otp_required. Its challenge_token is valid for five minutes and good for one session. Wrong codes count as failed sign-ins. Each code works once.
         */
        post: operations["confirm-login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out
         * @description Ends the session: its refresh token no longer works, and its access tokens are refused everywhere within a second.
         */
        post: operations["logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/logout-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out everywhere
         * @description Ends all sessions of your account, including this one.
         */
        post: operations["logout-all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for new tokens
         * @description Each refresh token works once. If you lose the response, send the same token again within ten seconds and before you use the new one. Any other reuse means that two parties have the token, and ends the session. If the request fails, the response is the same whatever the reason.
         */
        post: operations["refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/register": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Register yourself as a patient
         * @description Available if the setting auth.self_registration.enabled allows it; otherwise the response is 403 with the type self_registration_off. The address gets a link to choose a password (reset-password); the account can't sign in until then. The response is the same if another account has the address: its owner then gets a mail that says so. The patient's validation is pending.
         */
        post: operations["register"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with the token from a mail
         * @description Also accepts an invitation. Unlocks the account, confirms its e-mail address and ends all its sessions; sign in afterwards. A token works once.
         */
        post: operations["reset-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show whether you have a second factor
         * @description Also how many recovery codes are left, and from when on you must have a factor.
         */
        get: operations["get-second-factor"];
        put?: never;
        /**
         * Add a second factor
         * @description Returns the secret for an authenticator, once. The factor counts when you have confirmed it with a code; until then, another request replaces it. Wrong passwords count as failed sign-ins.
         */
        post: operations["create-second-factor"];
        /**
         * Remove your second factor
         * @description From then on, signing in needs only the password. The recovery codes stop working. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        delete: operations["delete-second-factor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm your new second factor with a code
         * @description From then on, signing in needs a code. Your other sessions end. Refresh the access token afterwards. Wrong codes count as failed sign-ins.
         */
        post: operations["confirm-second-factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes
         * @description The previous codes stop working. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        post: operations["create-recovery-codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show who is signed in, and until when
         * @description A cheap way to find out whether an access token is still valid.
         */
        get: operations["get-session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions
         * @description The open sessions of your account, newest first.
         */
        get: operations["list-sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of your sessions
         * @description Signs a device out, as logout does. The response is 404 for somebody else's session, as it is for one that doesn't exist or has ended.
         */
        delete: operations["delete-session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove your second factor again
         * @description Returns an access token with which operations that answer step_up_required work for five minutes. The refresh token stays the same. Wrong codes count as failed sign-ins. Each code works once.
         */
        post: operations["step-up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in with a service account
         * @description OAuth 2.0 client credentials (RFC 6749, section 4.4): the client_id and the client_secret of a service account, in an Authorization: Basic header or in the form. Errors also have the OAuth members error and error_description.
         */
        post: operations["create-token"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an e-mail address with the token from a mail
         * @description New accounts get this mail. A token works once.
         */
        post: operations["verify-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/auth/verify-email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request another mail to confirm your e-mail address
         * @description The new link replaces the previous one. No mail is sent if the address is already confirmed.
         */
        post: operations["resend-email-verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/allergic-reactions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List allergic-reactions
         * @description Allergic reactions, by code system and code; a search returns those that are recorded most first. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-allergic-reactions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/allergic-reactions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an allergic reaction by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-allergic-reaction"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/allergies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List allergies
         * @description Allergies and intolerances, by code system and code; a search returns those that are recorded most first. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-allergies"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/allergies/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an allergy or intolerance by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-allergy"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/blood-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List blood-types
         * @description The ABO and RhD groups. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-blood-types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/blood-types/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a blood type by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-blood-type"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/blood-types/{code}/compatibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read the compatibility of a blood type
         * @description Lists the blood types that may receive red cells of this type, and those whose red cells this type may receive. For everyone. Responses may be cached for a day.
         */
        get: operations["get-blood-type-compatibility"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/countries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List countries
         * @description The countries of ISO 3166-1, by name. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-countries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/countries/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a country by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-country"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/doctor-specialties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List doctor-specialties
         * @description The specialties of doctors, by name. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-doctor-specialties"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/doctor-specialties/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a specialty by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-doctor-specialty"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/email-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List email-types
         * @description What e-mail addresses are used for. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-email-types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/email-types/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a use of e-mail addresses by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-email-type"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/genders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List genders
         * @description Gender identities. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-genders"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/genders/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a gender by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-gender"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/institution-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List institution-types
         * @description The types of institutions. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-institution-types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/institution-types/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a type of institutions by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-institution-type"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/medical-conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List medical-conditions
         * @description Diagnoses and findings, by code system and code; a search returns those that are recorded most first. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-medical-conditions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/medical-conditions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a diagnosis or finding by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-medical-condition"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/medications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List medications
         * @description Drugs, by code system and code; a search returns those that are recorded most first. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-medications"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/medications/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a drug by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-medication"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/phone-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List phone-types
         * @description What phone numbers are used for. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-phone-types"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/phone-types/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a use of phone numbers by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-phone-type"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List regions
         * @description The subdivisions of ISO 3166-2, by code. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-regions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/regions/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a region by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-region"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/sexes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sexes
         * @description The administrative sexes that FHIR defines. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-sexes"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/sexes/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a sex by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-sex"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/specialty-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List specialty-categories
         * @description The categories of specialties, which form a tree. Lists only entries that are in use. For everyone. Responses may be cached for a day.
         */
        get: operations["list-specialty-categories"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/catalogs/specialty-categories/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a category of specialties by its code
         * @description Finds entries that are no longer in use too: records may have them. For everyone. Responses may be cached for a day.
         */
        get: operations["get-specialty-category"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the accounts of patients, doctors and institutions
         * @description For staff with the permission accounts:read.
         */
        get: operations["list-accounts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an account
         * @description For staff with the permission accounts:read.
         */
        get: operations["get-account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/accounts/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable an account
         * @description The account can't sign in any more, and all its sessions end within a second. You can't disable your own account. For staff with the permission accounts:update.
         */
        post: operations["disable-account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/accounts/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable an account
         * @description The account can sign in again. For staff with the permission accounts:update.
         */
        post: operations["enable-account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/accounts/{id}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out an account
         * @description All sessions of the account end within a second. For staff with the permission accounts:update.
         */
        post: operations["end-account-sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/accounts/{id}/login-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sign-ins of an account
         * @description Taken from the audit trail, newest first. Includes failed sign-ins and lockouts. New events appear within seconds. For staff with the permission accounts:read.
         */
        get: operations["list-account-login-history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/accounts/{id}/require-password-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Require a new password for an account
         * @description All sessions end. After the next sign-in, the account can do nothing else until it has set a new password. For staff with the permission accounts:update.
         */
        post: operations["require-account-password-change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/accounts/{id}/reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the second factor of an account
         * @description For somebody who has lost the authenticator and the recovery codes. All sessions end, and the account's address gets a notice. For staff with the permission accounts:update. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        post: operations["reset-account-second-factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/accounts/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock an account
         * @description Forgets failed sign-ins: the account can sign in again at once, from anywhere. For staff with the permission accounts:update.
         */
        post: operations["unlock-account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/audit-events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List audit events
         * @description Newest first. Filters are combined with AND. New events appear within seconds. Reading the trail is itself recorded in the trail. For staff with the permission audit:read.
         */
        get: operations["list-audit-events"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/change-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a change of your e-mail address (staff)
         * @description The new address gets a link that confirms it; nothing changes until then. The old address gets a notice. The response is the same if another account has the address. Wrong passwords count as failed sign-ins. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        post: operations["cms-change-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/change-email/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm a new e-mail address with the token from a mail (staff)
         * @description From then on, you sign in with the new address. A token works once.
         */
        post: operations["cms-confirm-email-change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Change your password (staff)
         * @description Ends your other sessions but not this one. Wrong current passwords count as failed sign-ins. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        post: operations["cms-change-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request a mail to set a new password (staff)
         * @description The response is the same whether or not the address has an account. A new link replaces the previous one.
         */
        post: operations["cms-forgot-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign in as a staff member
         * @description If the sign-in fails, the response is the same whatever the reason: unknown address, wrong password or code, disabled or locked account. If the password is right and only the code of a second factor is missing, the response is 401 with the type otp_required: sign in again with otp, or send the problem's challenge_token and the code to confirm the sign-in.
         */
        post: operations["cms-login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/login/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Finish a sign-in with a code of the second factor (staff)
         * @description For a sign-in that was answered with the problem otp_required. Its challenge_token is valid for five minutes and good for one session. Wrong codes count as failed sign-ins. Each code works once.
         */
        post: operations["cms-confirm-login"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out (staff)
         * @description Ends the session: its refresh token no longer works, and its access tokens are refused everywhere within a second.
         */
        post: operations["cms-logout"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/logout-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out everywhere (staff)
         * @description Ends all sessions of your account, including this one.
         */
        post: operations["cms-logout-all"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Exchange a refresh token for new tokens (staff)
         * @description Each refresh token works once. If you lose the response, send the same token again within ten seconds and before you use the new one. Any other reuse means that two parties have the token, and ends the session. If the request fails, the response is the same whatever the reason.
         */
        post: operations["cms-refresh"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Set a new password with the token from a mail (staff)
         * @description Also accepts an invitation. Unlocks the account, confirms its e-mail address and ends all its sessions; sign in afterwards. A token works once.
         */
        post: operations["cms-reset-password"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show whether you have a second factor (staff)
         * @description Also how many recovery codes are left, and from when on you must have a factor.
         */
        get: operations["cms-get-second-factor"];
        put?: never;
        /**
         * Add a second factor (staff)
         * @description Returns the secret for an authenticator, once. The factor counts when you have confirmed it with a code; until then, another request replaces it. Wrong passwords count as failed sign-ins.
         */
        post: operations["cms-create-second-factor"];
        /**
         * Remove your second factor (staff)
         * @description From then on, signing in needs only the password. The recovery codes stop working. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        delete: operations["cms-delete-second-factor"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/second-factor/confirm": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm your new second factor with a code (staff)
         * @description From then on, signing in needs a code. Your other sessions end. Refresh the access token afterwards. Wrong codes count as failed sign-ins.
         */
        post: operations["cms-confirm-second-factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/second-factor/recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make new recovery codes (staff)
         * @description The previous codes stop working. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        post: operations["cms-create-recovery-codes"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Show who is signed in, and until when (staff)
         * @description A cheap way to find out whether an access token is still valid.
         */
        get: operations["cms-get-session"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List your sessions (staff)
         * @description The open sessions of your account, newest first.
         */
        get: operations["cms-list-sessions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/sessions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * End one of your sessions (staff)
         * @description Signs a device out, as logout does. The response is 404 for somebody else's session, as it is for one that doesn't exist or has ended.
         */
        delete: operations["cms-delete-session"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Prove your second factor again (staff)
         * @description Returns an access token with which operations that answer step_up_required work for five minutes. The refresh token stays the same. Wrong codes count as failed sign-ins. Each code works once.
         */
        post: operations["cms-step-up"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Confirm an e-mail address with the token from a mail (staff)
         * @description New accounts get this mail. A token works once.
         */
        post: operations["cms-verify-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/auth/verify-email/resend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Request another mail to confirm your e-mail address (staff)
         * @description The new link replaces the previous one. No mail is sent if the address is already confirmed.
         */
        post: operations["cms-resend-email-verification"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/permissions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List permissions by resource and action
         * @description For staff with the permission roles:read.
         */
        get: operations["list-permissions"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/roles": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List roles by code
         * @description Each role comes with its permissions, so the list is the matrix of roles and permissions. For staff with the permission roles:read.
         */
        get: operations["list-roles"];
        put?: never;
        /**
         * Create a role
         * @description For staff with the permission roles:create who also have every permission that the new role has. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        post: operations["create-role"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/roles/{code}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a role
         * @description For staff with the permission roles:read.
         */
        get: operations["get-role"];
        put?: never;
        post?: never;
        /**
         * Delete an unused role
         * @description If anyone has the role, the response is 409 with the type in_use. For staff with the permission roles:delete who also have every permission of the role. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        delete: operations["delete-role"];
        options?: never;
        head?: never;
        /**
         * Change a role and its permissions
         * @description The change applies to everyone with the role within a second. Built-in roles can't lose permissions. For staff with the permission roles:update who also have every permission that the role has or gains. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        patch: operations["update-role"];
        trace?: never;
    };
    "/api/v1/cms/service-accounts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List service accounts by name
         * @description For staff with the permission accounts:read.
         */
        get: operations["list-service-accounts"];
        put?: never;
        /**
         * Create a service account
         * @description For staff with the permission accounts:create who also have every permission that the new account has. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        post: operations["create-service-account"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/service-accounts/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a service account
         * @description For staff with the permission accounts:read.
         */
        get: operations["get-service-account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a service account
         * @description The change applies to existing access tokens within a second. For staff with the permission accounts:update who also have every permission that the account has, before and after the change. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        patch: operations["update-service-account"];
        trace?: never;
    };
    "/api/v1/cms/service-accounts/{id}/secrets": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add a secret to a service account
         * @description The older secret keeps working for a while, so that you can give the program the new one. For staff with the permission accounts:update who also have every permission that the account has. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        post: operations["create-service-account-secret"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/service-accounts/{id}/secrets/{secret_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        post?: never;
        /**
         * Delete a service account's secret
         * @description The secret and the access tokens that were issued for it stop working at once. For staff with the permission accounts:update who also have every permission that the account has.
         */
        delete: operations["delete-service-account-secret"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/settings": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List settings by key
         * @description For staff with the permission settings:read.
         */
        get: operations["list-settings"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/settings/{key}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a setting
         * @description For staff with the permission settings:read.
         */
        get: operations["get-setting"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a setting
         * @description The change takes effect on every instance within a second. The audit trail keeps the previous value. For staff with the permission settings:update.
         */
        patch: operations["update-setting"];
        trace?: never;
    };
    "/api/v1/cms/settings/{key}/reset": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reset a setting to its default value
         * @description For staff with the permission settings:update.
         */
        post: operations["reset-setting"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/users": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List staff accounts
         * @description For staff with the permission cms_users:read.
         */
        get: operations["list-cms-users"];
        put?: never;
        /**
         * Create a staff account and invite its owner
         * @description Sends a mail with a link to set a password; the setting auth.invitation.lifetime says how long the link is valid. For staff with the permission cms_users:create who also have every permission of the role. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        post: operations["create-cms-user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/users/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a staff account
         * @description For staff with the permission cms_users:read.
         */
        get: operations["get-cms-user"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a staff member's name or role
         * @description A new role's permissions apply to the member's existing tokens within a second. For staff with the permission cms_users:update who also have every permission of the member's role, and of a new role. The last active administrator must remain one. None of these values can be removed with null. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        patch: operations["update-cms-user"];
        trace?: never;
    };
    "/api/v1/cms/users/{id}/disable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Disable a staff account
         * @description The account can't sign in any more, and all its sessions end within a second. You can't disable your own account. For staff with the permission cms_users:update who also have every permission of the member's role.
         */
        post: operations["disable-cms-user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/users/{id}/enable": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Enable a staff account
         * @description The account can sign in again. For staff with the permission cms_users:update who also have every permission of the member's role.
         */
        post: operations["enable-cms-user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/users/{id}/end-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Sign out a staff account
         * @description All sessions of the account end within a second. For staff with the permission cms_users:update who also have every permission of the member's role.
         */
        post: operations["end-cms-user-sessions"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/users/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite a staff member again
         * @description A new link replaces the previous one. The response is 409 with the type has_password if they have already set a password. For staff with the permission cms_users:update who also have every permission of the member's role.
         */
        post: operations["invite-cms-user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/users/{id}/login-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the sign-ins of a staff account
         * @description Taken from the audit trail, newest first. Includes failed sign-ins and lockouts. New events appear within seconds. For staff with the permission cms_users:read.
         */
        get: operations["list-cms-user-login-history"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/users/{id}/require-password-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Require a new password for a staff account
         * @description All sessions end. After the next sign-in, the account can do nothing else until it has set a new password. For staff with the permission cms_users:update who also have every permission of the member's role.
         */
        post: operations["require-cms-user-password-change"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/users/{id}/reset-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Remove the second factor of a staff account
         * @description For somebody who has lost the authenticator and the recovery codes. All sessions end, and the account's address gets a notice. For staff with the permission cms_users:update who also have every permission of the member's role. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        post: operations["reset-cms-user-second-factor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/cms/users/{id}/unlock": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Unlock a staff account
         * @description Forgets failed sign-ins: the account can sign in again at once, from anywhere. For staff with the permission cms_users:update who also have every permission of the member's role.
         */
        post: operations["unlock-cms-user"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List doctors
         * @description Patients see their own doctor. Doctors and institutions see the doctors of the institution. Staff with the permission doctors:read see all.
         */
        get: operations["list-doctors"];
        put?: never;
        /**
         * Create a doctor
         * @description Creates a doctor and the account, both or neither. Institutions can create their own doctors, who are suspended until staff reactivate them; staff with the permissions doctors:create and doctors:read can create active doctors of any institution.
         */
        post: operations["create-doctor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/me/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a doctor's dashboard
         * @description An overview of the practice, for the doctor who is signed in. The numbers may come from a cache that every change drops; patients never do.
         */
        get: operations["get-doctor-dashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a doctor
         * @description Professional data. For the doctor, their colleagues, patients and institution, and for staff with the permission doctors:read; others get a 404. With include there is no 304, because the ETag covers only the doctor.
         */
        get: operations["get-doctor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a doctor
         * @description Active doctors can change their own gender, years of experience and consultation fee. Their institution, and staff with the permission doctors:update, can change everything. Only those three can be removed. The status has operations of its own.
         */
        patch: operations["update-doctor"];
        trace?: never;
    };
    "/api/v1/doctors/{id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the postal addresses of a doctor
         * @description Sorted by the time they were added. For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues get a 404.
         */
        get: operations["list-doctor-addresses"];
        put?: never;
        /**
         * Add a postal address of a doctor
         * @description The owner's first becomes the primary one. For the doctor while active, the institution and staff with the permission doctors:update.
         */
        post: operations["create-doctor-address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/addresses/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a postal address of a doctor
         * @description For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues get a 404.
         */
        get: operations["get-doctor-address"];
        put?: never;
        post?: never;
        /**
         * Delete a postal address of a doctor
         * @description If it was the primary one, the first of the others becomes the primary one. For the doctor while active, the institution and staff with the permission doctors:update.
         */
        delete: operations["delete-doctor-address"];
        options?: never;
        head?: never;
        /**
         * Change a postal address of a doctor
         * @description If the address or number itself changes, it is no longer verified. For the doctor while active, the institution and staff with the permission doctors:update.
         */
        patch: operations["update-doctor-address"];
        trace?: never;
    };
    "/api/v1/doctors/{id}/addresses/{contact_id}/make-primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a postal address of a doctor the primary one
         * @description The previous primary one is no longer primary. For the doctor while active, the institution and staff with the permission doctors:update. Repeating the request changes nothing.
         */
        post: operations["make-doctor-address-primary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/addresses/{contact_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a postal address of a doctor
         * @description Records that you have confirmed it to be correct. Nobody can verify their own. For the doctor's institution and staff with the permission doctors:update. Repeating the request changes nothing.
         */
        post: operations["verify-doctor-address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the e-mail addresses of a doctor
         * @description Sorted by address. For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues get a 404.
         */
        get: operations["list-doctor-emails"];
        put?: never;
        /**
         * Add an e-mail address of a doctor
         * @description The owner's first becomes the primary one. For the doctor while active, the institution and staff with the permission doctors:update.
         */
        post: operations["create-doctor-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/emails/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an e-mail address of a doctor
         * @description For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues get a 404.
         */
        get: operations["get-doctor-email"];
        put?: never;
        post?: never;
        /**
         * Delete an e-mail address of a doctor
         * @description If it was the primary one, the first of the others becomes the primary one. For the doctor while active, the institution and staff with the permission doctors:update.
         */
        delete: operations["delete-doctor-email"];
        options?: never;
        head?: never;
        /**
         * Change an e-mail address of a doctor
         * @description If the address or number itself changes, it is no longer verified. For the doctor while active, the institution and staff with the permission doctors:update.
         */
        patch: operations["update-doctor-email"];
        trace?: never;
    };
    "/api/v1/doctors/{id}/emails/{contact_id}/make-primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an e-mail address of a doctor the primary one
         * @description The previous primary one is no longer primary. For the doctor while active, the institution and staff with the permission doctors:update. Repeating the request changes nothing.
         */
        post: operations["make-doctor-email-primary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/emails/{contact_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an e-mail address of a doctor
         * @description Records that you have confirmed it to be correct. Nobody can verify their own. For the doctor's institution and staff with the permission doctors:update. Repeating the request changes nothing.
         */
        post: operations["verify-doctor-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/institution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a doctor's institution
         * @description For callers who may see both the doctor and the institution: the doctor, even if suspended, their colleagues, patients and institution, and staff with the permissions doctors:read and institutions:read.
         */
        get: operations["get-doctor-institution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite the doctor to choose a password
         * @description Sends the account's address a new link to choose the first password, which replaces the previous one; the setting auth.invitation.lifetime says how long it is valid. The response is 409 with the type has_password if the account has a password, and account_disabled if it is disabled. For the doctor's institution, and staff with the permissions doctors:create and doctors:update. Institutions may send an address only while the doctor is not active.
         */
        post: operations["invite-doctor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a doctor's patients
         * @description Lists those of a doctor's patients whom you may see, if you may see the doctor. Doctors and institutions can list the patients of their institution's doctors; staff with the permissions doctors:read and patients:read those of any doctor; patients see only themselves.
         */
        get: operations["list-doctor-patients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/phones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the phones of a doctor
         * @description Sorted by number. For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues get a 404.
         */
        get: operations["list-doctor-phones"];
        put?: never;
        /**
         * Add a phone of a doctor
         * @description The owner's first becomes the primary one. For the doctor while active, the institution and staff with the permission doctors:update.
         */
        post: operations["create-doctor-phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/phones/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a phone of a doctor
         * @description For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues get a 404.
         */
        get: operations["get-doctor-phone"];
        put?: never;
        post?: never;
        /**
         * Delete a phone of a doctor
         * @description If it was the primary one, the first of the others becomes the primary one. For the doctor while active, the institution and staff with the permission doctors:update.
         */
        delete: operations["delete-doctor-phone"];
        options?: never;
        head?: never;
        /**
         * Change a phone of a doctor
         * @description If the address or number itself changes, it is no longer verified. For the doctor while active, the institution and staff with the permission doctors:update.
         */
        patch: operations["update-doctor-phone"];
        trace?: never;
    };
    "/api/v1/doctors/{id}/phones/{contact_id}/make-primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a phone of a doctor the primary one
         * @description The previous primary one is no longer primary. For the doctor while active, the institution and staff with the permission doctors:update. Repeating the request changes nothing.
         */
        post: operations["make-doctor-phone-primary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/phones/{contact_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a phone of a doctor
         * @description Records that you have confirmed it to be correct. Nobody can verify their own. For the doctor's institution and staff with the permission doctors:update. Repeating the request changes nothing.
         */
        post: operations["verify-doctor-phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate a doctor
         * @description Makes a suspended or retired doctor active again, or lets one whom an institution has created begin. Patients who were handed over do not come back. For staff with the permission doctors:update: they make sure who the doctor is and that the account is the doctor's own. Repeating the request changes nothing.
         */
        post: operations["reactivate-doctor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/retire": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Retire a doctor
         * @description Has the effects of a suspension, but is meant to be permanent: a retired doctor can't be suspended. Patients who change doctor in this way must be validated again. For the doctor's institution and staff with the permission doctors:update; to hand over patients, staff also need patients:read and patients:update. Repeating the request changes nothing.
         */
        post: operations["retire-doctor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read statistics of a doctor's patients
         * @description For the doctor if active, the institution, and staff with the permissions doctors:read and analytics:read. Staff without patients:read get figures about patients rounded.
         */
        get: operations["get-doctor-statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/suspend": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Suspend a doctor
         * @description Ends the doctor's sessions. From then on, the doctor sees only their own record and no patients. Patients who change doctor in this way must be validated again. For the doctor's institution and staff with the permission doctors:update; to hand over patients, staff also need patients:read and patients:update. Repeating the request changes nothing.
         */
        post: operations["suspend-doctor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/doctors/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Move a doctor to another institution
         * @description From then on, the doctor sees the new institution's patients and none of the old one's. Patients who change doctor in this way must be validated again. For staff with the permission doctors:update; to hand over patients, they also need patients:read and patients:update.
         */
        post: operations["transfer-doctor"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List imports
         * @description For institutions, for their own patients; for staff with the permissions institutions:create, doctors:create, patients:create and catalogs:create, for the whole platform.
         */
        get: operations["list-imports"];
        put?: never;
        /**
         * Import a file of patients
         * @description The file is read as it arrives and loaded in the background, in one transaction: all of it or nothing. Lines
         *     that break a rule are left out; list-import-problems lists them. Loading a file again changes nothing, and a newer file updates the
         *     values that it contains.
         *
         *     - **NDJSON** (application/fhir+ndjson): FHIR R4 resources or Bundles, one per line, in any mixture.
         *     - **JSON** (application/fhir+json): a FHIR R4 resource, a Bundle of any kind, or an array of them.
         *     - **Archives** (application/zip, application/x-tar, application/gzip for a gzipped tar) of files in these two formats. Files whose names
         *       don't end in .ndjson, .jsonl or .json are named in the report, and not read.
         *     - **CSV** (text/csv, UTF-8, commas): one patient per line, below a header line with these names, in any order:
         *       `identifier_system`: URI of the naming system of identifier_value; by default the parameter source;
         *       `identifier_value` (required): identifies the patient when the file is loaded again;
         *       `first_name` (required): empty for people with a single name;
         *       `last_name` (required);
         *       `date_of_birth` (required): YYYY-MM-DD, or YYYY-MM or YYYY if no more is known;
         *       `deceased`: true if the patient is dead, and nobody knows since when;
         *       `deceased_at`: YYYY-MM-DD, YYYY-MM, YYYY, or an RFC 3339 time;
         *       `sex`: male, female, other or unknown;
         *       `gender`: a code from the catalog genders;
         *       `email`;
         *       `phone`: +16175550101; without + it is a number of address_country, else of country;
         *       `doctor_licence`: licence number of a new patient's doctor;
         *       `doctor_id`: id of a new patient's doctor, instead of the licence number;
         *       `address_line1`;
         *       `address_line2`;
         *       `address_city`;
         *       `address_postal_code`;
         *       `address_region`: an ISO 3166-2 code, or a name;
         *       `address_country`: an ISO 3166-1 code, or a name; by default the parameter country.
         *
         *     A file from an institution writes only its own patients and what belongs to them. The codes and identifiers that it uses apply to that institution only, and other institutions' records are refused as if they did not exist. For institutions, for their own patients; for staff with the permissions institutions:create, doctors:create, patients:create and catalogs:create, for the whole platform.
         */
        post: operations["create-import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an import's progress and report
         * @description Ask again after the number of seconds in Retry-After, until the response has no Retry-After. For institutions, for their own patients; for staff with the permissions institutions:create, doctors:create, patients:create and catalogs:create, for the whole platform.
         */
        get: operations["get-import"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/cancel": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Cancel an import
         * @description Nothing from the file is loaded, or stays loaded. An import that was completed or has failed is answered with 409 and the type import_ended. Cancelling a cancelled import changes nothing. For institutions, for their own patients; for staff with the permissions institutions:create, doctors:create, patients:create and catalogs:create, for the whole platform.
         */
        post: operations["cancel-import"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/imports/{id}/problems": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what an import left out, line by line
         * @description Problems found while reading the file come first, then those found while writing, each in the order of the lines. The list is empty until the import is completed. Only the first 10,000 are kept; problem_count counts all. With Accept: text/csv you get the page as a file. For institutions, for their own patients; for staff with the permissions institutions:create, doctors:create, patients:create and catalogs:create, for the whole platform.
         */
        get: operations["list-import-problems"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List institutions
         * @description Patients and doctors see their own institution. Institutions see themselves. Staff with the permission institutions:read see all.
         */
        get: operations["list-institutions"];
        put?: never;
        /**
         * Create an institution
         * @description Creates an active institution, not verified yet, and the account, both or neither. For staff with the permissions institutions:create and institutions:read.
         */
        post: operations["create-institution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an institution
         * @description Professional data. For the institution, its doctors and patients, and for staff with the permission institutions:read; others get a 404.
         */
        get: operations["get-institution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an institution
         * @description Active institutions can change their own website, staff with the permission institutions:update everything. Only the website can be removed. Verifying, deactivating and reactivating are operations of their own.
         */
        patch: operations["update-institution"];
        trace?: never;
    };
    "/api/v1/institutions/{id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the postal addresses of an institution
         * @description Sorted by the time they were added. For the institution and staff with the permission institutions:read. Patients and doctors get a 404.
         */
        get: operations["list-institution-addresses"];
        put?: never;
        /**
         * Add a postal address of an institution
         * @description The owner's first becomes the primary one. For the institution and staff with the permission institutions:update.
         */
        post: operations["create-institution-address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/addresses/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a postal address of an institution
         * @description For the institution and staff with the permission institutions:read. Patients and doctors get a 404.
         */
        get: operations["get-institution-address"];
        put?: never;
        post?: never;
        /**
         * Delete a postal address of an institution
         * @description If it was the primary one, the first of the others becomes the primary one. For the institution and staff with the permission institutions:update.
         */
        delete: operations["delete-institution-address"];
        options?: never;
        head?: never;
        /**
         * Change a postal address of an institution
         * @description If the address or number itself changes, it is no longer verified. For the institution and staff with the permission institutions:update.
         */
        patch: operations["update-institution-address"];
        trace?: never;
    };
    "/api/v1/institutions/{id}/addresses/{contact_id}/make-primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a postal address of an institution the primary one
         * @description The previous primary one is no longer primary. For the institution and staff with the permission institutions:update. Repeating the request changes nothing.
         */
        post: operations["make-institution-address-primary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/addresses/{contact_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a postal address of an institution
         * @description Records that you have confirmed it to be correct. Nobody can verify their own. For staff with the permission institutions:update. Repeating the request changes nothing.
         */
        post: operations["verify-institution-address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate an institution
         * @description Ends the institution's sessions. It can still read its own data. If it has active doctors or patients, the response is 409 with the type has_doctors or has_patients. For staff with the permission institutions:update. Repeating the request changes nothing.
         */
        post: operations["deactivate-institution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/doctors": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an institution's doctors
         * @description Lists those of an institution's doctors whom you may see, if you may see the institution. Patients see their own doctor; doctors and the institution see all; staff need the permissions institutions:read and doctors:read.
         */
        get: operations["list-institution-doctors"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the e-mail addresses of an institution
         * @description Sorted by address. For the institution and staff with the permission institutions:read. Patients and doctors get a 404.
         */
        get: operations["list-institution-emails"];
        put?: never;
        /**
         * Add an e-mail address of an institution
         * @description The owner's first becomes the primary one. For the institution and staff with the permission institutions:update.
         */
        post: operations["create-institution-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/emails/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an e-mail address of an institution
         * @description For the institution and staff with the permission institutions:read. Patients and doctors get a 404.
         */
        get: operations["get-institution-email"];
        put?: never;
        post?: never;
        /**
         * Delete an e-mail address of an institution
         * @description If it was the primary one, the first of the others becomes the primary one. For the institution and staff with the permission institutions:update.
         */
        delete: operations["delete-institution-email"];
        options?: never;
        head?: never;
        /**
         * Change an e-mail address of an institution
         * @description If the address or number itself changes, it is no longer verified. For the institution and staff with the permission institutions:update.
         */
        patch: operations["update-institution-email"];
        trace?: never;
    };
    "/api/v1/institutions/{id}/emails/{contact_id}/make-primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an e-mail address of an institution the primary one
         * @description The previous primary one is no longer primary. For the institution and staff with the permission institutions:update. Repeating the request changes nothing.
         */
        post: operations["make-institution-email-primary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/emails/{contact_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an e-mail address of an institution
         * @description Records that you have confirmed it to be correct. Nobody can verify their own. For staff with the permission institutions:update. Repeating the request changes nothing.
         */
        post: operations["verify-institution-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite the institution to choose a password
         * @description Sends the account's address a new link to choose the first password, which replaces the previous one; the setting auth.invitation.lifetime says how long it is valid. The response is 409 with the type has_password if the account has a password, and account_disabled if it is disabled. For staff with the permissions institutions:create and institutions:update.
         */
        post: operations["invite-institution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List an institution's patients
         * @description Lists those of an institution's patients whom you may see, if you may see the institution. Patients see only themselves; doctors and the institution see all; staff need the permissions institutions:read and patients:read.
         */
        get: operations["list-institution-patients"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/phones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the phones of an institution
         * @description Sorted by number. For the institution and staff with the permission institutions:read. Patients and doctors get a 404.
         */
        get: operations["list-institution-phones"];
        put?: never;
        /**
         * Add a phone of an institution
         * @description The owner's first becomes the primary one. For the institution and staff with the permission institutions:update.
         */
        post: operations["create-institution-phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/phones/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a phone of an institution
         * @description For the institution and staff with the permission institutions:read. Patients and doctors get a 404.
         */
        get: operations["get-institution-phone"];
        put?: never;
        post?: never;
        /**
         * Delete a phone of an institution
         * @description If it was the primary one, the first of the others becomes the primary one. For the institution and staff with the permission institutions:update.
         */
        delete: operations["delete-institution-phone"];
        options?: never;
        head?: never;
        /**
         * Change a phone of an institution
         * @description If the address or number itself changes, it is no longer verified. For the institution and staff with the permission institutions:update.
         */
        patch: operations["update-institution-phone"];
        trace?: never;
    };
    "/api/v1/institutions/{id}/phones/{contact_id}/make-primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a phone of an institution the primary one
         * @description The previous primary one is no longer primary. For the institution and staff with the permission institutions:update. Repeating the request changes nothing.
         */
        post: operations["make-institution-phone-primary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/phones/{contact_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a phone of an institution
         * @description Records that you have confirmed it to be correct. Nobody can verify their own. For staff with the permission institutions:update. Repeating the request changes nothing.
         */
        post: operations["verify-institution-phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate an institution
         * @description The institution can create and change records again. For staff with the permission institutions:update. Repeating the request changes nothing.
         */
        post: operations["reactivate-institution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/statistics": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an institution's statistics
         * @description For the institution, and staff with the permissions institutions:read and analytics:read. Staff without patients:read get figures about patients rounded.
         */
        get: operations["get-institution-statistics"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/institutions/{id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an institution
         * @description Confirms that the licence has been checked; the audit trail records by whom. For staff with the permission institutions:update and, as administrators have, institutions:create. Repeating the request changes nothing.
         */
        post: operations["verify-institution"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List patients
         * @description Patients see only themselves. Doctors and institutions see the patients of the institution. Staff with the permission patients:read see all.
         */
        get: operations["list-patients"];
        put?: never;
        /**
         * Create a patient
         * @description Creates the patient, the health profile, the contacts and the account, all or nothing. Doctors can create their own patients, institutions those of their doctors, staff with the permissions patients:create, patients:read and doctors:read any patient.
         */
        post: operations["create-patient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a patient
         * @description The patient, and with include other parts of the record in the same response: each is what its own operation returns, for the callers who may use that operation, and the audit trail records it as read. If you may not read one, the response is a 403 whose errors name each of them. The ETag then covers the whole response; as If-Match it stands for the version of the patient. The response is 404 for a patient whom you may not see, as it is for one who doesn't exist.
         */
        get: operations["get-patient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a patient
         * @description Patients can change their emergency contact. Their doctor, their institution and staff with the permission patients:update can change everything. To change the doctor, transfer the patient.
         */
        patch: operations["update-patient"];
        trace?: never;
    };
    "/api/v1/patients/{id}/access-log": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List who used a patient's record
         * @description Newest first. New events appear within seconds. Patients can read their own access log, staff with the permission audit:read that of any patient.
         */
        get: operations["list-patient-access-log"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/addresses": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the postal addresses of a patient
         * @description Sorted by the time they were added. For everyone who may see the patient.
         */
        get: operations["list-patient-addresses"];
        put?: never;
        /**
         * Add a postal address of a patient
         * @description The owner's first becomes the primary one. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        post: operations["create-patient-address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/addresses/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a postal address of a patient
         * @description For everyone who may see the patient.
         */
        get: operations["get-patient-address"];
        put?: never;
        post?: never;
        /**
         * Delete a postal address of a patient
         * @description If it was the primary one, the first of the others becomes the primary one. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        delete: operations["delete-patient-address"];
        options?: never;
        head?: never;
        /**
         * Change a postal address of a patient
         * @description If the address or number itself changes, it is no longer verified. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        patch: operations["update-patient-address"];
        trace?: never;
    };
    "/api/v1/patients/{id}/addresses/{contact_id}/make-primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a postal address of a patient the primary one
         * @description The previous primary one is no longer primary. For the patient, their doctor, their institution and staff with the permission patients:update. Repeating the request changes nothing.
         */
        post: operations["make-patient-address-primary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/addresses/{contact_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a postal address of a patient
         * @description Records that you have confirmed it to be correct. Nobody can verify their own. For the patient's doctor, their institution and staff with the permission patients:update. Repeating the request changes nothing.
         */
        post: operations["verify-patient-address"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/allergies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a patient's allergies
         * @description By the time they were recorded, newest first. For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["list-patient-allergies"];
        put?: never;
        /**
         * Add to a patient's allergies
         * @description For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        post: operations["create-patient-allergy"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/allergies/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add several entries to a patient's allergies
         * @description All of them or none, in one transaction. The response has them in the order of the request. If some are refused, nothing is added, and errors names each field at fault with the entry's index, as in /items/3/notes; entries that are in the request twice are a 409, as those that the record has already. The request counts once against the limits. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        post: operations["create-patient-allergy-batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/allergies/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an entry of a patient's allergies
         * @description For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["get-patient-allergy"];
        put?: never;
        post?: never;
        /**
         * Remove an entry of a patient's allergies
         * @description Only for entries made in error. If something has ended, change the entry instead, so that it stays in the record. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        delete: operations["delete-patient-allergy"];
        options?: never;
        head?: never;
        /**
         * Change an entry of a patient's allergies
         * @description The diagnosis, drug or relative of an entry can't be changed: add another entry instead. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        patch: operations["update-patient-allergy"];
        trace?: never;
    };
    "/api/v1/patients/{id}/care-team": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a patient's care team
         * @description The doctor and the institution, with the institution's primary contacts, which are used to reach both. For all callers who may see the patient; staff also need the permissions doctors:read and institutions:read.
         */
        get: operations["get-patient-care-team"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a patient's conditions
         * @description By onset, newest first. For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["list-patient-conditions"];
        put?: never;
        /**
         * Add to a patient's conditions
         * @description For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        post: operations["create-patient-condition"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/conditions/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add several entries to a patient's conditions
         * @description All of them or none, in one transaction. The response has them in the order of the request. If some are refused, nothing is added, and errors names each field at fault with the entry's index, as in /items/3/notes; entries that are in the request twice are a 409, as those that the record has already. The request counts once against the limits. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        post: operations["create-patient-condition-batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/conditions/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an entry of a patient's conditions
         * @description For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["get-patient-condition"];
        put?: never;
        post?: never;
        /**
         * Remove an entry of a patient's conditions
         * @description Only for entries made in error. If something has ended, change the entry instead, so that it stays in the record. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        delete: operations["delete-patient-condition"];
        options?: never;
        head?: never;
        /**
         * Change an entry of a patient's conditions
         * @description The diagnosis, drug or relative of an entry can't be changed: add another entry instead. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        patch: operations["update-patient-condition"];
        trace?: never;
    };
    "/api/v1/patients/{id}/dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a patient's health dashboard
         * @description Age, body mass index, current conditions and medications, and a health score with its parts: 100, minus 10 per condition, minus 5 per medication, minus 15 for current smokers, minus 10 for regular or daily drinking, plus 10 from 150 minutes of weekly activity or plus 5 from 75. Unknown values give no points. The score is a convention of this product, not a diagnosis. For the callers who may see the medical record.
         */
        get: operations["get-patient-dashboard"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/deactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Deactivate a patient
         * @description Takes the patient out of care. Lists and statistics leave the patient out. The record stays as it is, and everyone who may read it still can. For the patient's institution and staff with the permission patients:update. Repeating the request changes nothing.
         */
        post: operations["deactivate-patient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/emails": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the e-mail addresses of a patient
         * @description Sorted by address. For everyone who may see the patient.
         */
        get: operations["list-patient-emails"];
        put?: never;
        /**
         * Add an e-mail address of a patient
         * @description The owner's first becomes the primary one. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        post: operations["create-patient-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/emails/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an e-mail address of a patient
         * @description For everyone who may see the patient.
         */
        get: operations["get-patient-email"];
        put?: never;
        post?: never;
        /**
         * Delete an e-mail address of a patient
         * @description If it was the primary one, the first of the others becomes the primary one. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        delete: operations["delete-patient-email"];
        options?: never;
        head?: never;
        /**
         * Change an e-mail address of a patient
         * @description If the address or number itself changes, it is no longer verified. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        patch: operations["update-patient-email"];
        trace?: never;
    };
    "/api/v1/patients/{id}/emails/{contact_id}/make-primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make an e-mail address of a patient the primary one
         * @description The previous primary one is no longer primary. For the patient, their doctor, their institution and staff with the permission patients:update. Repeating the request changes nothing.
         */
        post: operations["make-patient-email-primary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/emails/{contact_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify an e-mail address of a patient
         * @description Records that you have confirmed it to be correct. Nobody can verify their own. For the patient's doctor, their institution and staff with the permission patients:update. Repeating the request changes nothing.
         */
        post: operations["verify-patient-email"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export all data of a patient
         * @description Personal data, contacts, medical record, validation, identifiers, account and access log in one file. You get only those parts that you may also read separately. For the patient, their doctor, their institution and staff with the permission reports:export. If you have a second factor, you must have proved it within the last five minutes; otherwise the response is 401 with the type step_up_required.
         */
        get: operations["export-patient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/family-history": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a patient's family history
         * @description By relative. For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["list-patient-family-history"];
        put?: never;
        /**
         * Add to a patient's family history
         * @description For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        post: operations["create-patient-family-history"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/family-history/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add several entries to a patient's family history
         * @description All of them or none, in one transaction. The response has them in the order of the request. If some are refused, nothing is added, and errors names each field at fault with the entry's index, as in /items/3/notes; entries that are in the request twice are a 409, as those that the record has already. The request counts once against the limits. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        post: operations["create-patient-family-history-batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/family-history/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an entry of a patient's family history
         * @description For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["get-patient-family-history"];
        put?: never;
        post?: never;
        /**
         * Remove an entry of a patient's family history
         * @description Only for entries made in error. If something has ended, change the entry instead, so that it stays in the record. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        delete: operations["delete-patient-family-history"];
        options?: never;
        head?: never;
        /**
         * Change an entry of a patient's family history
         * @description The diagnosis, drug or relative of an entry can't be changed: add another entry instead. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        patch: operations["update-patient-family-history"];
        trace?: never;
    };
    "/api/v1/patients/{id}/health-profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a patient's health profile
         * @description For everyone who may see the patient, except insurers, who get a 404. Colleagues of the patient's doctor see no notes.
         */
        get: operations["get-patient-health-profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a patient's health profile
         * @description Patients can change their answers on smoking, alcohol and activity. Their doctor, their institution (unless it is an insurer) and staff with the permission patients:update can change everything.
         */
        patch: operations["update-patient-health-profile"];
        trace?: never;
    };
    "/api/v1/patients/{id}/invitation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Invite the patient to choose a password
         * @description Sends the account's address a new link to choose the first password, which replaces the previous one; the setting auth.invitation.lifetime says how long it is valid. The response is 409 with the type has_password if the account has a password, and account_disabled if it is disabled. For the patient's doctor, the patient's institution unless it is an insurer, and staff with the permissions patients:create and patients:update.
         */
        post: operations["invite-patient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/medical-record": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a patient's medical record
         * @description Health profile, conditions, medications, allergies and family history in one response. For all callers who may see the patient, except insurers, who get a 404. Colleagues of the patient's doctor see no notes.
         */
        get: operations["get-patient-medical-record"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/medications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a patient's medications
         * @description By start, newest first. For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["list-patient-medications"];
        put?: never;
        /**
         * Add to a patient's medications
         * @description For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        post: operations["create-patient-medication"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/medications/batch": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Add several entries to a patient's medications
         * @description All of them or none, in one transaction. The response has them in the order of the request. If some are refused, nothing is added, and errors names each field at fault with the entry's index, as in /items/3/notes; entries that are in the request twice are a 409, as those that the record has already. The request counts once against the limits. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        post: operations["create-patient-medication-batch"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/medications/{entry_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read an entry of a patient's medications
         * @description For the patient, the doctors of the patient's institution (notes only for the patient's own doctor), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["get-patient-medication"];
        put?: never;
        post?: never;
        /**
         * Remove an entry of a patient's medications
         * @description Only for entries made in error. If something has ended, change the entry instead, so that it stays in the record. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        delete: operations["delete-patient-medication"];
        options?: never;
        head?: never;
        /**
         * Change an entry of a patient's medications
         * @description The diagnosis, drug or relative of an entry can't be changed: add another entry instead. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update. Patients can't change these entries.
         */
        patch: operations["update-patient-medication"];
        trace?: never;
    };
    "/api/v1/patients/{id}/phones": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the phones of a patient
         * @description Sorted by number. For everyone who may see the patient.
         */
        get: operations["list-patient-phones"];
        put?: never;
        /**
         * Add a phone of a patient
         * @description The owner's first becomes the primary one. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        post: operations["create-patient-phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/phones/{contact_id}": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a phone of a patient
         * @description For everyone who may see the patient.
         */
        get: operations["get-patient-phone"];
        put?: never;
        post?: never;
        /**
         * Delete a phone of a patient
         * @description If it was the primary one, the first of the others becomes the primary one. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        delete: operations["delete-patient-phone"];
        options?: never;
        head?: never;
        /**
         * Change a phone of a patient
         * @description If the address or number itself changes, it is no longer verified. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        patch: operations["update-patient-phone"];
        trace?: never;
    };
    "/api/v1/patients/{id}/phones/{contact_id}/make-primary": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a phone of a patient the primary one
         * @description The previous primary one is no longer primary. For the patient, their doctor, their institution and staff with the permission patients:update. Repeating the request changes nothing.
         */
        post: operations["make-patient-phone-primary"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/phones/{contact_id}/verify": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Verify a phone of a patient
         * @description Records that you have confirmed it to be correct. Nobody can verify their own. For the patient's doctor, their institution and staff with the permission patients:update. Repeating the request changes nothing.
         */
        post: operations["verify-patient-phone"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/profile": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a patient's profile
         * @description Personal data, contacts and health profile in one response. For all callers who may see the patient. Insurers get no health profile; colleagues of the patient's doctor get no notes.
         */
        get: operations["get-patient-profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/reactivate": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Reactivate a patient
         * @description Takes the patient into care again, so that lists and statistics include them. If the patient's doctor is not active, the response is 409: transfer the patient first. For the patient's institution and staff with the permission patients:update. Repeating the request changes nothing.
         */
        post: operations["reactivate-patient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/transfer": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Transfer a patient to another doctor
         * @description The patient moves to that doctor and the doctor's institution. The record and its history stay; the validation starts again. Institutions can transfer between their own doctors, staff with the permissions patients:update and doctors:read to any doctor.
         */
        post: operations["transfer-patient"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/validation": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Read a patient's validation
         * @description The status, its history, the steps that are possible now and who may take them. For everyone who may see the patient.
         */
        get: operations["get-patient-validation"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/api/v1/patients/{id}/validation/steps": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Take a step of a patient's validation
         * @description The steps:
         *
         *     - pending → doctor_validated: for the patient's doctor
         *     - doctor_validated → institution_validated: for the patient's institution
         *     - institution_validated → full_access: for the institution and staff with the permission patients:validate
         *     - to rejected, with a reason: for everyone who may take the next step
         *     - rejected → pending: for the patient, their doctor, their institution and staff with the permission patients:validate
         *
         *     If several callers take a step at the same time, one succeeds.
         */
        post: operations["create-patient-validation-step"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        AccessToken: {
            /**
             * @description Use it instead of the previous one.
             * @example eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl
             */
            access_token: string;
            /**
             * Format: int64
             * @description The lifetime of the access token, in seconds.
             * @example 600
             */
            expires_in: number;
            /** @enum {string} */
            token_type: "Bearer";
        };
        Account: {
            /** @description false when the account is disabled. */
            active: boolean;
            /** Format: date-time */
            created_at: string;
            email: string;
            /**
             * Format: int64
             * @description Failed sign-ins since the last successful one.
             */
            failed_login_count: number;
            /** @description Only for staff, otherwise null. */
            first_name: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_failed_login_at: string | null;
            /** Format: date-time */
            last_login_at: string | null;
            last_login_ip: string | null;
            /** @description Only for staff, otherwise null. */
            last_name: string | null;
            /**
             * Format: date-time
             * @description After too many failed sign-ins: the time until which every sign-in is refused, wherever it comes from.
             */
            lock_expires_at: string | null;
            /** @description Whether the account must set a new password before it can do anything else. */
            password_change_required: boolean;
            /**
             * Format: date-time
             * @description When the password was last set; null while the owner hasn't accepted the invitation.
             */
            password_changed_at: string | null;
            /**
             * Format: uuid
             * @description The patient, doctor or institution that the account belongs to; null for staff.
             */
            reference_id: string | null;
            /** @description The code of the role. Only for staff, otherwise null. */
            role: string | null;
            /**
             * @description Whether the account has a second factor.
             * @enum {string}
             */
            second_factor: "none" | "confirmed";
            /** Format: date-time */
            updated_at: string;
            /** @enum {string} */
            user_type: "patient" | "doctor" | "institution" | "cms_user";
            /** @description Whether the e-mail address has been confirmed. */
            verified: boolean;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        AccountCreate: {
            /**
             * @description The address to sign in with, which gets an invitation to choose a password. No other account may use it.
             * @example dora@example.org
             */
            email: string;
        };
        AccountList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Account"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        Address: {
            /** @example Boston */
            city: string;
            /**
             * @description An ISO 3166-1 alpha-2 code.
             * @example US
             */
            country: string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** @description Whether to use this one first. An owner with any of this kind has exactly one primary one, unless all of them came from an import as old ones. */
            is_primary: boolean;
            /**
             * Format: double
             * @description In degrees north, rounded to 6 decimals. Requires a longitude.
             * @example 42.358
             */
            latitude: number | null;
            /** @example 12 Beacon Street */
            line1: string;
            /** @example Apartment 3 */
            line2: string | null;
            /**
             * Format: double
             * @description In degrees east, rounded to 6 decimals. Requires a latitude.
             * @example -71.064
             */
            longitude: number | null;
            /** @example 02108 */
            postal_code: string | null;
            /**
             * @description An ISO 3166-2 code of a region in the country.
             * @example US-MA
             */
            region: string | null;
            /** Format: date-time */
            updated_at: string;
            /**
             * @description A code from FHIR's address-use.
             * @default home
             * @enum {string}
             */
            use: "home" | "work" | "temp" | "old" | "billing";
            /**
             * Format: date-time
             * @description When somebody confirmed it; null if nobody has, or if it has changed since.
             */
            verified_at: string | null;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        AddressCreate: {
            /** @example Boston */
            city: string;
            /**
             * @description An ISO 3166-1 alpha-2 code.
             * @example US
             */
            country: string;
            /**
             * Format: double
             * @description In degrees north, rounded to 6 decimals. Requires a longitude.
             * @example 42.358
             */
            latitude?: number;
            /** @example 12 Beacon Street */
            line1: string;
            /** @example Apartment 3 */
            line2?: string;
            /**
             * Format: double
             * @description In degrees east, rounded to 6 decimals. Requires a latitude.
             * @example -71.064
             */
            longitude?: number;
            /** @example 02108 */
            postal_code?: string;
            /**
             * @description An ISO 3166-2 code of a region in the country.
             * @example US-MA
             */
            region?: string;
            /**
             * @description A code from FHIR's address-use.
             * @default home
             * @enum {string}
             */
            use?: "home" | "work" | "temp" | "old" | "billing";
        };
        AddressList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Address"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        AddressUpdate: {
            /** @example Boston */
            city?: string | null;
            /**
             * @description An ISO 3166-1 alpha-2 code.
             * @example US
             */
            country?: string | null;
            /**
             * Format: double
             * @description In degrees north, rounded to 6 decimals. Requires a longitude.
             * @example 42.358
             */
            latitude?: number | null;
            /** @example 12 Beacon Street */
            line1?: string | null;
            /** @example Apartment 3 */
            line2?: string | null;
            /**
             * Format: double
             * @description In degrees east, rounded to 6 decimals. Requires a latitude.
             * @example -71.064
             */
            longitude?: number | null;
            /** @example 02108 */
            postal_code?: string | null;
            /**
             * @description An ISO 3166-2 code of a region in the country.
             * @example US-MA
             */
            region?: string | null;
            /**
             * @description A code from FHIR's address-use.
             * @enum {string|null}
             */
            use?: "home" | "work" | "temp" | "old" | "billing" | null;
        };
        Allergy: {
            /**
             * @description An entry from the catalog of allergies.
             * @example {
             *       "code": "111088007",
             *       "code_system": "http://snomed.info/sct",
             *       "name": "Latex (substance)"
             *     }
             */
            allergy: components["schemas"]["Coding"];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /** Format: uuid */
            patient_id: string;
            /** @description The reaction, an entry from the catalog of allergic reactions; left out when it is unknown. */
            reaction?: components["schemas"]["Coding"];
            /**
             * Format: date
             * @description From the patient's birth to today; null when it is unknown.
             * @example 2024-03-01
             */
            recorded_date: string | null;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @default day
             * @enum {string}
             */
            recorded_date_precision: "day" | "month" | "year";
            /** @enum {string|null} */
            severity: "mild" | "moderate" | "severe" | null;
            /** @description Elements of the source's FHIR resource that no other member holds, as they came. Left out like notes. */
            source_elements?: {
                [key: string]: unknown;
            };
            /**
             * @description A code of FHIR's allergyintolerance-clinical.
             * @default active
             * @enum {string}
             */
            status: "active" | "inactive" | "resolved" | "unknown";
            /** Format: date-time */
            updated_at: string;
            /**
             * @description A code of FHIR's allergyintolerance-verification; null when nobody said.
             * @enum {string|null}
             */
            verification_status: "unconfirmed" | "confirmed" | null;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        AllergyBatch: {
            /** @description In the order in which they were sent. */
            items: components["schemas"]["Allergy"][];
        };
        AllergyBatchCreate: {
            /** @description The new entries. */
            items: components["schemas"]["AllergyCreate"][];
        };
        AllergyCreate: {
            /**
             * @description An entry from the catalog of allergies.
             * @example {
             *       "code": "111088007",
             *       "code_system": "http://snomed.info/sct"
             *     }
             */
            allergy: components["schemas"]["Code"];
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /** @description The reaction, an entry from the catalog of allergic reactions; left out when it is unknown. */
            reaction?: components["schemas"]["Code"];
            /**
             * Format: date
             * @description From the patient's birth to today; null when it is unknown.
             * @example 2024-03-01
             */
            recorded_date?: string;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @default day
             * @enum {string}
             */
            recorded_date_precision?: "day" | "month" | "year";
            /** @enum {string} */
            severity?: "mild" | "moderate" | "severe";
            /**
             * @description A code of FHIR's allergyintolerance-clinical.
             * @default active
             * @enum {string}
             */
            status?: "active" | "inactive" | "resolved" | "unknown";
            /**
             * @description A code of FHIR's allergyintolerance-verification; null when nobody said.
             * @enum {string}
             */
            verification_status?: "unconfirmed" | "confirmed";
        };
        AllergyEntry: {
            /**
             * @description null when it is not known.
             * @enum {string|null}
             */
            category: "food" | "medication" | "environment" | "biologic" | null;
            /**
             * @description Unique within the code system.
             * @example 102263004
             */
            code: string;
            /**
             * @description The URI of the code system, as in FHIR.
             * @example http://snomed.info/sct
             */
            code_system: string;
            /** @example Eggs (edible) (substance) */
            name: string;
            /** @description Whether this is a statement about allergies, for example that there are none. */
            statement: boolean;
        };
        AllergyEntryList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["AllergyEntry"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        AllergyList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Allergy"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        AllergyUpdate: {
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string | null;
            /** @description The reaction, an entry from the catalog of allergic reactions; left out when it is unknown. */
            reaction?: {
                /** @example 44054006 */
                code: string;
                /**
                 * @description The URI of the code system, as in FHIR.
                 * @example http://snomed.info/sct
                 */
                code_system: string;
            } | null;
            /**
             * Format: date
             * @description From the patient's birth to today; null when it is unknown.
             * @example 2024-03-01
             */
            recorded_date?: string | null;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @enum {string|null}
             */
            recorded_date_precision?: "day" | "month" | "year" | null;
            /** @enum {string|null} */
            severity?: "mild" | "moderate" | "severe" | null;
            /**
             * @description A code of FHIR's allergyintolerance-clinical.
             * @enum {string|null}
             */
            status?: "active" | "inactive" | "resolved" | "unknown" | null;
            /**
             * @description A code of FHIR's allergyintolerance-verification; null when nobody said.
             * @enum {string|null}
             */
            verification_status?: "unconfirmed" | "confirmed" | null;
        };
        AuditEvent: {
            /** @example patient.read */
            action: string;
            /**
             * Format: uuid
             * @description The account of the actor; null for anonymous and system.
             */
            actor_id: string | null;
            /** @enum {string} */
            actor_type: "anonymous" | "user" | "cms_user" | "service_account" | "system";
            entity_id: string | null;
            /** @example patient */
            entity_type: string | null;
            /** @description The SHA-256 hash of this event and the previous event's hash, in hexadecimal. */
            hash: string;
            /** @description The address that the request came from; null when unknown. */
            ip: string | null;
            /** Format: date-time */
            occurred_at: string;
            /** @enum {string} */
            outcome: "success" | "denied" | "failure";
            /**
             * Format: uuid
             * @description The patient whose record the event concerns.
             */
            patient_id: string | null;
            /** @description What changed; null when there is nothing to add or when it has been erased. */
            payload: unknown;
            /**
             * @description An HL7 v3 PurposeOfUse code.
             * @example TREAT
             */
            purpose_of_use: string | null;
            request_id: string | null;
            /**
             * Format: int64
             * @description How many records were in the response that this record was part of.
             */
            result_count: number | null;
            /**
             * Format: date-time
             * @description When the event got its number and its hash.
             */
            sealed_at: string;
            /**
             * Format: int64
             * @description The event's position in the trail, from 1, without gaps.
             */
            sequence_number: number;
        };
        AuditEventList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["AuditEvent"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        BloodType: {
            /** @enum {string} */
            abo: "O" | "A" | "B" | "AB";
            /** @example O- */
            code: string;
            /** @example O negative */
            name: string;
            rh_positive: boolean;
        };
        BloodTypeList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["BloodType"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        Bmi: {
            /**
             * @description The WHO class for adults (Technical Report Series 894): below 18.5, up to 24.99, up to 29.99, up to 34.99, up to 39.99, from 40. null for patients under 18, because their classes depend on age and sex.
             * @enum {string|null}
             */
            class: "underweight" | "normal_range" | "pre_obese" | "obese_class_i" | "obese_class_ii" | "obese_class_iii" | null;
            /**
             * Format: double
             * @description The body mass index in kg/m², with two decimals.
             * @example 22.85
             */
            value: number;
        };
        CareTeam: {
            doctor: components["schemas"]["CareTeamDoctor"];
            institution: components["schemas"]["CareTeamInstitution"];
            /** Format: uuid */
            patient_id: string;
        };
        CareTeamDoctor: {
            /** @example Dora */
            first_name: string;
            /** Format: uuid */
            id: string;
            /** @example Lima */
            last_name: string;
            /** @example MA-123456 */
            licence_number: string;
            /**
             * @description A code from the catalog of doctor specialties.
             * @example family_medicine
             */
            specialty: string;
            /** @enum {string} */
            status: "active" | "suspended" | "retired";
            /**
             * Format: int64
             * @example 12
             */
            years_experience: number | null;
        };
        CareTeamInstitution: {
            /** @description The primary address; left out when there is none. */
            address?: components["schemas"]["PublicAddress"];
            /**
             * @description The primary e-mail address; null when there is none.
             * @example desk@hospital.example.org
             */
            email: string | null;
            /** Format: uuid */
            id: string;
            /** @example General Hospital */
            name: string;
            /**
             * @description The primary phone number in E.164; null when there is none.
             * @example +16175550100
             */
            phone: string | null;
            /** @example 12 */
            phone_extension: string | null;
            /**
             * @description A code from the catalog of institution types.
             * @example hospital
             */
            type: string;
            /** @description Whether an administrator has checked the licence. */
            verified: boolean;
            /** @example https://hospital.example.org */
            website: string | null;
        };
        CatalogEntry: {
            /**
             * @description The code that other resources use.
             * @example work
             */
            code: string;
            /** @example Work */
            name: string;
        };
        CatalogEntryList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["CatalogEntry"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        CmsUserCreate: {
            /**
             * @description The address to sign in with. No other staff account may use it.
             * @example stella@example.org
             */
            email: string;
            /** @example Stella */
            first_name: string;
            /** @example Staff */
            last_name: string;
            /**
             * @description The code of the role.
             * @example editor
             */
            role: string;
        };
        CmsUserUpdate: {
            /** @example Stella */
            first_name?: string | null;
            /** @example Staff */
            last_name?: string | null;
            /**
             * @description The code of the role.
             * @example editor
             */
            role?: string | null;
        };
        Code: {
            /** @example 44054006 */
            code: string;
            /**
             * @description The URI of the code system, as in FHIR.
             * @example http://snomed.info/sct
             */
            code_system: string;
        };
        CodedEntry: {
            /**
             * @description Unique within the code system.
             * @example 1014676
             */
            code: string;
            /**
             * @description The URI of the code system, as in FHIR.
             * @example http://www.nlm.nih.gov/research/umls/rxnorm
             */
            code_system: string;
            /** @example cetirizine hydrochloride 5 MG Oral Tablet */
            name: string;
        };
        CodedEntryList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["CodedEntry"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        Coding: {
            /** @example 44054006 */
            code: string;
            /**
             * @description The URI of the code system, as in FHIR.
             * @example http://snomed.info/sct
             */
            code_system: string;
            /** @example Diabetes mellitus type 2 */
            name: string;
        };
        Compatibility: {
            /** @example O- */
            code: string;
            /**
             * @description The blood types that may receive red cells of this type.
             * @example [
             *       "O-",
             *       "O+"
             *     ]
             */
            gives_to: string[];
            /**
             * @description The blood types whose red cells this type may receive.
             * @example [
             *       "O-"
             *     ]
             */
            receives_from: string[];
        };
        Condition: {
            /**
             * Format: date
             * @description When it ended, or will; null while nobody knows of an end.
             */
            abatement_date: string | null;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @default day
             * @enum {string}
             */
            abatement_date_precision: "day" | "month" | "year";
            /** @description An entry from the catalog of conditions. */
            condition: components["schemas"]["Coding"];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /**
             * Format: date
             * @description From the patient's birth to today; null when it is unknown.
             * @example 2024-03-01
             */
            onset_date: string | null;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @default day
             * @enum {string}
             */
            onset_date_precision: "day" | "month" | "year";
            /** Format: uuid */
            patient_id: string;
            /** @enum {string|null} */
            severity: "mild" | "moderate" | "severe" | null;
            /** @description Elements of the source's FHIR resource that no other member holds, as they came. Left out like notes. */
            source_elements?: {
                [key: string]: unknown;
            };
            /**
             * @description A code of FHIR's condition-clinical.
             * @default active
             * @enum {string}
             */
            status: "active" | "recurrence" | "relapse" | "inactive" | "remission" | "resolved" | "unknown";
            /** Format: date-time */
            updated_at: string;
            /**
             * @description A code of FHIR's condition-ver-status; null when nobody said. Figures and dashboards leave suspicions out.
             * @enum {string|null}
             */
            verification_status: "unconfirmed" | "provisional" | "differential" | "confirmed" | null;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        ConditionBatch: {
            /** @description In the order in which they were sent. */
            items: components["schemas"]["Condition"][];
        };
        ConditionBatchCreate: {
            /** @description The new entries. */
            items: components["schemas"]["ConditionCreate"][];
        };
        ConditionCount: {
            /** @example I10 */
            code: string;
            /**
             * @description The URI of the code system, as in FHIR.
             * @example http://hl7.org/fhir/sid/icd-10-cm
             */
            code_system: string;
            /** @example Essential (primary) hypertension */
            name: string;
            /** Format: int64 */
            patient_count: number;
        };
        ConditionCreate: {
            /**
             * Format: date
             * @description When it ended, or will; null while nobody knows of an end.
             */
            abatement_date?: string;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @default day
             * @enum {string}
             */
            abatement_date_precision?: "day" | "month" | "year";
            /** @description An entry from the catalog of conditions. */
            condition: components["schemas"]["Code"];
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /**
             * Format: date
             * @description From the patient's birth to today; null when it is unknown.
             * @example 2024-03-01
             */
            onset_date?: string;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @default day
             * @enum {string}
             */
            onset_date_precision?: "day" | "month" | "year";
            /** @enum {string} */
            severity?: "mild" | "moderate" | "severe";
            /**
             * @description A code of FHIR's condition-clinical.
             * @default active
             * @enum {string}
             */
            status?: "active" | "recurrence" | "relapse" | "inactive" | "remission" | "resolved" | "unknown";
            /**
             * @description A code of FHIR's condition-ver-status; null when nobody said. Figures and dashboards leave suspicions out.
             * @enum {string}
             */
            verification_status?: "unconfirmed" | "provisional" | "differential" | "confirmed";
        };
        ConditionEntry: {
            /** @description null when no source says. */
            chronic: boolean | null;
            /**
             * @description Unique within the code system.
             * @example E11.9
             */
            code: string;
            /**
             * @description The URI of the code system, as in FHIR.
             * @example http://hl7.org/fhir/sid/icd-10-cm
             */
            code_system: string;
            /**
             * @description The code of the group that statistics count this condition in; null for conditions without a group.
             * @example diabetes
             */
            condition_group: string | null;
            /** @example Type 2 diabetes mellitus without complications */
            name: string;
        };
        ConditionEntryList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["ConditionEntry"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        ConditionGroup: {
            /**
             * @description The code of the group.
             * @example diabetes
             */
            condition_group: string;
            /** Format: int64 */
            patient_count: number;
        };
        ConditionList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Condition"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        ConditionPrevalence: {
            /** @example 38341003 */
            code: string;
            /**
             * @description The URI of the code system, as in FHIR.
             * @example http://snomed.info/sct
             */
            code_system: string;
            /**
             * @description The code of the group that statistics count this condition in; null for conditions without a group.
             * @example hypertension
             */
            condition_group: string | null;
            name: string;
            /**
             * Format: int64
             * @description Each patient counts once, however many episodes there are.
             */
            patient_count: number;
            /**
             * Format: double
             * @description The percentage of all active, living patients.
             */
            percentage: number;
        };
        ConditionPrevalenceReport: {
            items: components["schemas"]["ConditionPrevalence"][];
        };
        ConditionShare: {
            /** @example I10 */
            code: string;
            /**
             * @description The URI of the code system, as in FHIR.
             * @example http://hl7.org/fhir/sid/icd-10-cm
             */
            code_system: string;
            /** @example Essential (primary) hypertension */
            name: string;
            /** Format: int64 */
            patient_count: number;
            /**
             * Format: double
             * @description The percentage of the institution's patients, 0 to 100.
             */
            percentage: number;
        };
        ConditionUpdate: {
            /**
             * Format: date
             * @description When it ended, or will; null while nobody knows of an end.
             */
            abatement_date?: string | null;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @enum {string|null}
             */
            abatement_date_precision?: "day" | "month" | "year" | null;
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string | null;
            /**
             * Format: date
             * @description From the patient's birth to today; null when it is unknown.
             * @example 2024-03-01
             */
            onset_date?: string | null;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @enum {string|null}
             */
            onset_date_precision?: "day" | "month" | "year" | null;
            /** @enum {string|null} */
            severity?: "mild" | "moderate" | "severe" | null;
            /**
             * @description A code of FHIR's condition-clinical.
             * @enum {string|null}
             */
            status?: "active" | "recurrence" | "relapse" | "inactive" | "remission" | "resolved" | "unknown" | null;
            /**
             * @description A code of FHIR's condition-ver-status; null when nobody said. Figures and dashboards leave suspicions out.
             * @enum {string|null}
             */
            verification_status?: "unconfirmed" | "provisional" | "differential" | "confirmed" | null;
        };
        Country: {
            /**
             * @description ISO 3166-1 alpha-3.
             * @example MEX
             */
            alpha3: string;
            /**
             * @description E.164, digits only; null for countries without a calling code.
             * @example 52
             */
            calling_code: string | null;
            /**
             * @description ISO 3166-1 alpha-2.
             * @example MX
             */
            code: string;
            /**
             * @description ISO 4217; null for countries without a currency.
             * @example MXN
             */
            currency_code: string | null;
            /** @example Mexican peso */
            currency_name: string | null;
            /** @example Mexico */
            name: string;
            /**
             * @description ISO 3166-1 numeric.
             * @example 484
             */
            numeric_code: string;
            /**
             * @description What else people call it, in its own languages and in English.
             * @example [
             *       "México"
             *     ]
             */
            other_names: string[];
        };
        CountryList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Country"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        DashboardOverview: {
            /**
             * Format: int64
             * @description Active accounts of patients, doctors and institutions.
             */
            account_count: number;
            /**
             * @description The average over doctors with a fee; null when no doctor has one.
             * @example 120.50
             */
            average_consultation_fee: string | null;
            /**
             * Format: int64
             * @description Active doctors.
             */
            doctor_count: number;
            /**
             * Format: double
             * @description The percentage of the patients; 0 when there are none.
             * @example 12.5
             */
            full_access_percentage: number;
            /**
             * Format: int64
             * @description Active institutions.
             */
            institution_count: number;
            /**
             * Format: int64
             * @description Active, living patients.
             */
            patient_count: number;
            /**
             * Format: int64
             * @description Patients whom both the doctor and the institution have validated.
             */
            validated_patient_count: number;
        };
        DashboardPatient: {
            /** Format: date-time */
            created_at: string;
            first_name: string;
            /** Format: uuid */
            id: string;
            last_name: string;
            /** @enum {string} */
            validation_status: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
        };
        Doctor: {
            /**
             * @description 0 to 10,000, in the currency of the institution's country.
             * @example 120.50
             */
            consultation_fee: string | null;
            /** Format: date-time */
            created_at: string;
            /**
             * @description Empty for people with a single name, which is their last name.
             * @example Dora
             */
            first_name: string;
            /**
             * @description A code from the catalog of genders.
             * @example woman
             */
            gender: string | null;
            /** Format: uuid */
            id: string;
            /** @description When include names it and you may see the institution. */
            institution?: components["schemas"]["InstitutionSummary"];
            /**
             * Format: uuid
             * @description Where the doctor practises.
             */
            institution_id: string;
            /** @example Lima */
            last_name: string;
            /**
             * @description Unique among doctors.
             * @example MA-123456
             */
            licence_number: string;
            /**
             * @description A code from the catalog of sexes.
             * @example female
             */
            sex: string;
            /**
             * @description A code from the catalog of doctor specialties.
             * @example family_medicine
             */
            specialty: string;
            /**
             * @description Only active doctors can see patients.
             * @enum {string}
             */
            status: "active" | "suspended" | "retired";
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
            /**
             * Format: int64
             * @example 12
             */
            years_experience: number | null;
        };
        DoctorCreate: {
            /** @description The account that the doctor signs in with, once its owner has chosen a password with the link that the address gets. */
            account?: components["schemas"]["AccountCreate"];
            /**
             * @description 0 to 10,000, in the currency of the institution's country.
             * @example 120.50
             */
            consultation_fee?: string;
            /**
             * @description Empty for people with a single name, which is their last name.
             * @example Dora
             */
            first_name: string;
            /**
             * @description A code from the catalog of genders.
             * @example woman
             */
            gender?: string;
            /**
             * Format: uuid
             * @description The institution where the doctor practises, which must be active. Institutions leave it out.
             */
            institution_id?: string;
            /** @example Lima */
            last_name: string;
            /**
             * @description Unique among doctors.
             * @example MA-123456
             */
            licence_number: string;
            /**
             * @description A code from the catalog of sexes.
             * @example female
             */
            sex: string;
            /**
             * @description A code from the catalog of doctor specialties.
             * @example family_medicine
             */
            specialty: string;
            /**
             * Format: int64
             * @example 12
             */
            years_experience?: number;
        };
        DoctorDashboard: {
            /** @description The number of these patients by validation status. */
            by_validation_status: components["schemas"]["ValidationCounts"];
            /** @description The groups of these patients' current conditions, most common first. A patient with conditions in several groups counts in each. */
            condition_groups: components["schemas"]["ConditionGroup"][];
            /** @description The five active patients who were created last, newest first. */
            newest_patients: components["schemas"]["DashboardPatient"][];
            /**
             * Format: int64
             * @description Active, living patients.
             */
            patient_count: number;
        };
        DoctorLeave: {
            /**
             * @description The reason, for the audit trail.
             * @example Moves abroad.
             */
            reason?: string;
            /**
             * Format: uuid
             * @description The doctor who takes over all patients: another active doctor of the institution. Without one, the response is 409 with the type has_patients if the doctor has active patients.
             */
            successor_id?: string;
        };
        DoctorList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Doctor"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        DoctorPerformance: {
            /**
             * Format: double
             * @description In years; null when there are no patients.
             */
            average_patient_age: number | null;
            /** @example 120.50 */
            consultation_fee: string | null;
            /** Format: uuid */
            doctor_id: string;
            doctor_name: string;
            /** @description From the institution's primary address, as are the region and the country. */
            institution_city: string | null;
            institution_country_name: string | null;
            /** Format: uuid */
            institution_id: string;
            institution_name: string;
            institution_region_name: string | null;
            /** @description A code from the catalog of institution types. */
            institution_type: string;
            licence_number: string;
            /**
             * Format: int64
             * @description Active, living patients.
             */
            patient_count: number;
            specialty_category_name: string;
            specialty_name: string;
            /** @enum {string} */
            status: "active" | "suspended" | "retired";
            /** Format: int64 */
            years_experience: number | null;
        };
        DoctorPerformanceReport: {
            items: components["schemas"]["DoctorPerformance"][];
        };
        DoctorPerformanceStats: {
            /**
             * Format: double
             * @description In years; null when there are no patients.
             */
            average_patient_age: number | null;
            /** Format: uuid */
            doctor_id: string;
            doctor_name: string;
            /**
             * Format: double
             * @description The percentage of the patients; 0 when there are none.
             */
            full_access_percentage: number;
            /** Format: uuid */
            institution_id: string;
            institution_name: string;
            /**
             * Format: int64
             * @description Active, living patients.
             */
            patient_count: number;
            /** @description The five conditions that most of the patients have now, most common first. */
            top_conditions: components["schemas"]["ConditionCount"][];
        };
        DoctorPerformanceStatsReport: {
            items: components["schemas"]["DoctorPerformanceStats"][];
        };
        DoctorSpecialty: {
            /**
             * @description The code of the category.
             * @example primary_care
             */
            category: string;
            /** @example family_medicine */
            code: string;
            description: string | null;
            /** @example Family medicine */
            name: string;
        };
        DoctorSpecialtyList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["DoctorSpecialty"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        DoctorStatistics: {
            /**
             * Format: double
             * @description In years; null when there are no patients.
             * @example 46.25
             */
            average_patient_age: number | null;
            /** Format: uuid */
            doctor_id: string;
            /**
             * Format: double
             * @description The percentage of the patients, 0 to 100; 0 when there are none.
             * @example 12.5
             */
            full_access_percentage: number;
            /**
             * Format: int64
             * @description Active, living patients.
             */
            patient_count: number;
            /** @description The five conditions that most of the patients have now, most common first. null for insurers and for staff without the permission patients:read, who see no clinical data. */
            top_conditions: components["schemas"]["ConditionCount"][] | null;
        };
        DoctorSummary: {
            /** @example Dora */
            first_name: string;
            /** Format: uuid */
            id: string;
            /** @example Lima */
            last_name: string;
            /**
             * @description A code from the catalog of doctor specialties.
             * @example family_medicine
             */
            specialty: string;
            /** @enum {string} */
            status: "active" | "suspended" | "retired";
        };
        DoctorTransfer: {
            /**
             * Format: uuid
             * @description The new institution: another one, which must be active.
             */
            institution_id: string;
            /**
             * @description The reason, for the audit trail.
             * @example Moves abroad.
             */
            reason?: string;
            /**
             * Format: uuid
             * @description The doctor who takes over all patients, who stay with the old institution: another active doctor of that institution. Without one, the response is 409 with the type has_patients if the doctor has any patients, active or not.
             */
            successor_id?: string;
        };
        DoctorUpdate: {
            /**
             * @description 0 to 10,000, in the currency of the institution's country.
             * @example 120.50
             */
            consultation_fee?: string | null;
            /**
             * @description Empty for people with a single name, which is their last name.
             * @example Dora
             */
            first_name?: string | null;
            /**
             * @description A code from the catalog of genders.
             * @example woman
             */
            gender?: string | null;
            /** @example Lima */
            last_name?: string | null;
            /**
             * @description Unique among doctors.
             * @example MA-123456
             */
            licence_number?: string | null;
            /**
             * @description A code from the catalog of sexes.
             * @example female
             */
            sex?: string | null;
            /**
             * @description A code from the catalog of doctor specialties.
             * @example family_medicine
             */
            specialty?: string | null;
            /**
             * Format: int64
             * @example 12
             */
            years_experience?: number | null;
        };
        Email: {
            /** Format: date-time */
            created_at: string;
            /**
             * @description Stored in lower case.
             * @example ana@example.org
             */
            email: string;
            /** Format: uuid */
            id: string;
            /** @description Whether to use this one first. An owner with any of this kind has exactly one primary one, unless all of them came from an import as old ones. */
            is_primary: boolean;
            /**
             * @description A code from the catalog of e-mail types.
             * @default home
             * @example home
             */
            type: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: date-time
             * @description When somebody confirmed it; null if nobody has, or if it has changed since.
             */
            verified_at: string | null;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        EmailChange: {
            /**
             * @description The new address.
             * @example ana@example.org
             */
            email: string;
            /**
             * Format: password
             * @description The account's current password.
             * @example your password
             */
            password: string;
        };
        EmailCreate: {
            /**
             * @description Stored in lower case.
             * @example ana@example.org
             */
            email: string;
            /**
             * @description A code from the catalog of e-mail types.
             * @default home
             * @example home
             */
            type?: string;
        };
        EmailList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Email"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        EmailUpdate: {
            /**
             * @description Stored in lower case.
             * @example ana@example.org
             */
            email?: string | null;
            /**
             * @description A code from the catalog of e-mail types.
             * @example home
             */
            type?: string | null;
        };
        EmergencyContact: {
            name: string;
            /**
             * @description In international format, with a plus sign. Stored as E.164.
             * @example +16175550100
             */
            phone: string;
        };
        ExportedAccesses: {
            /** @description false when there are more accesses; the access log lists them all. */
            complete: boolean;
            /** @description Newest first, at most 10,000. */
            items: components["schemas"]["PatientAccess"][];
        };
        ExportedAccount: {
            active: boolean;
            /** Format: date-time */
            created_at: string;
            email: string;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_login_at: string | null;
            last_login_ip: string | null;
            /** Format: date-time */
            password_changed_at: string | null;
            verified: boolean;
        };
        FamilyMemberHistory: {
            /**
             * Format: int64
             * @description In years.
             * @example 52
             */
            age_at_onset: number | null;
            /** @description An entry from the catalog of conditions. */
            condition: components["schemas"]["Coding"];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /** Format: uuid */
            patient_id: string;
            /** @enum {string} */
            relative: "mother" | "father" | "sister" | "brother" | "daughter" | "son" | "maternal_grandmother" | "maternal_grandfather" | "paternal_grandmother" | "paternal_grandfather" | "aunt" | "uncle" | "cousin" | "other";
            /** @description Elements of the source's FHIR resource that no other member holds, as they came. Left out like notes. */
            source_elements?: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        FamilyMemberHistoryBatch: {
            /** @description In the order in which they were sent. */
            items: components["schemas"]["FamilyMemberHistory"][];
        };
        FamilyMemberHistoryBatchCreate: {
            /** @description The new entries. */
            items: components["schemas"]["FamilyMemberHistoryCreate"][];
        };
        FamilyMemberHistoryCreate: {
            /**
             * Format: int64
             * @description In years.
             * @example 52
             */
            age_at_onset?: number;
            /** @description An entry from the catalog of conditions. */
            condition: components["schemas"]["Code"];
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /** @enum {string} */
            relative: "mother" | "father" | "sister" | "brother" | "daughter" | "son" | "maternal_grandmother" | "maternal_grandfather" | "paternal_grandmother" | "paternal_grandfather" | "aunt" | "uncle" | "cousin" | "other";
        };
        FamilyMemberHistoryList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["FamilyMemberHistory"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        FamilyMemberHistoryUpdate: {
            /**
             * Format: int64
             * @description In years.
             * @example 52
             */
            age_at_onset?: number | null;
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string | null;
        };
        FieldError: {
            /**
             * @description What is wrong, for programs. [/problems/validation_failed](/problems/validation_failed) says what to do about each.
             * @example format
             * @enum {string}
             */
            code: "required" | "blank" | "unexpected" | "type" | "format" | "characters" | "not_allowed" | "not_found" | "invalid" | "too_short" | "too_long" | "out_of_range" | "duplicate" | "taken" | "unchanged" | "same" | "forbidden" | "inactive" | "other_doctor" | "other_institution" | "other_country" | "in_future" | "before_birth" | "before_start" | "ended" | "wrong" | "too_common" | "too_predictable" | "empty" | "heading" | "validation_start" | "validation_step";
            /** @description What is wrong, for people. */
            detail: string;
            /**
             * @description Where the field was sent.
             * @enum {string}
             */
            in: "body" | "query" | "path" | "header";
            /**
             * @description A JSON pointer (RFC 6901) to the field. For a parameter: a slash and its name.
             * @example /emails/0/email
             */
            pointer: string;
        };
        HealthConditionStats: {
            /**
             * Format: double
             * @description In kg/m²; the average over patients whose height and weight are known.
             */
            average_bmi: number | null;
            /**
             * Format: double
             * @description The average over patients whose height is known; null when there are none.
             */
            average_height_cm: number | null;
            /** Format: double */
            average_weight_kg: number | null;
            /** Format: int64 */
            diabetes_count: number;
            /**
             * Format: int64
             * @description Patients who drink alcohol, however rarely.
             */
            drinker_count: number;
            /** Format: int64 */
            hyperlipidemia_count: number;
            /**
             * Format: int64
             * @description Patients who have a condition of this group now; the same for the next two.
             */
            hypertension_count: number;
            /**
             * Format: int64
             * @description Active, living patients.
             */
            patient_count: number;
            /**
             * Format: int64
             * @description Patients who smoke now.
             */
            smoker_count: number;
        };
        HealthProfile: {
            /**
             * @description In a change, null means unknown.
             * @default unknown
             * @enum {string}
             */
            alcohol_frequency: "never" | "rarely" | "occasionally" | "regularly" | "daily" | "unknown";
            /**
             * @description A code from the catalog of blood types.
             * @example O-
             */
            blood_type: string | null;
            /**
             * Format: double
             * @example 172.5
             */
            height_cm: number | null;
            /**
             * Format: date
             * @description When it was measured, or entered here.
             */
            height_measured_date: string | null;
            /**
             * @description Where it comes from. An import replaces it only by a newer one.
             * @enum {string|null}
             */
            height_source: "entered" | "imported" | null;
            /** @description Left out if there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /** Format: uuid */
            patient_id: string;
            /**
             * Format: date
             * @description When it was recorded, or entered here.
             */
            smoking_recorded_date: string | null;
            /** @enum {string|null} */
            smoking_source: "entered" | "imported" | null;
            /**
             * @description In a change, null means unknown.
             * @default unknown
             * @enum {string}
             */
            smoking_status: "never" | "former" | "current" | "unknown";
            /**
             * Format: int64
             * @description Only for current and former smokers.
             */
            smoking_years: number | null;
            /**
             * Format: date-time
             * @description null when nothing has been recorded yet.
             */
            updated_at: string | null;
            /**
             * Format: int64
             * @description Increases with each change; 0 when nothing has been recorded yet. The ETag is derived from it.
             */
            version: number;
            /** Format: int64 */
            weekly_activity_minutes: number | null;
            /**
             * Format: double
             * @example 68
             */
            weight_kg: number | null;
            /** Format: date */
            weight_measured_date: string | null;
            /** @enum {string|null} */
            weight_source: "entered" | "imported" | null;
        };
        HealthProfileCreate: {
            /**
             * @description In a change, null means unknown.
             * @default unknown
             * @enum {string}
             */
            alcohol_frequency?: "never" | "rarely" | "occasionally" | "regularly" | "daily" | "unknown";
            /**
             * @description A code from the catalog of blood types.
             * @example O-
             */
            blood_type?: string;
            /**
             * Format: double
             * @example 172.5
             */
            height_cm?: number;
            /** @description Left out if there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /**
             * @description In a change, null means unknown.
             * @default unknown
             * @enum {string}
             */
            smoking_status?: "never" | "former" | "current" | "unknown";
            /**
             * Format: int64
             * @description Only for current and former smokers.
             */
            smoking_years?: number;
            /** Format: int64 */
            weekly_activity_minutes?: number;
            /**
             * Format: double
             * @example 68
             */
            weight_kg?: number;
        };
        HealthProfileUpdate: {
            /**
             * @description In a change, null means unknown.
             * @enum {string|null}
             */
            alcohol_frequency?: "never" | "rarely" | "occasionally" | "regularly" | "daily" | "unknown" | null;
            /**
             * @description A code from the catalog of blood types.
             * @example O-
             */
            blood_type?: string | null;
            /**
             * Format: double
             * @example 172.5
             */
            height_cm?: number | null;
            /** @description Left out if there are none, and for colleagues of the patient's doctor. */
            notes?: string | null;
            /**
             * @description In a change, null means unknown.
             * @enum {string|null}
             */
            smoking_status?: "never" | "former" | "current" | "unknown" | null;
            /**
             * Format: int64
             * @description Only for current and former smokers.
             */
            smoking_years?: number | null;
            /** Format: int64 */
            weekly_activity_minutes?: number | null;
            /**
             * Format: double
             * @example 68
             */
            weight_kg?: number | null;
        };
        HealthScore: {
            /**
             * Format: int64
             * @example 100
             */
            base: number;
            /** @description What the score is, and what it is not. */
            note: string;
            parts: components["schemas"]["ScoreParts"];
            /**
             * Format: int64
             * @description The sum of base and the points of all parts, kept within 0 to 100.
             */
            value: number;
        };
        Identifier: {
            /** Format: date-time */
            created_at: string;
            /**
             * @description A URI that identifies the system.
             * @example urn:oid:2.16.840.1.113883.4.3.25
             */
            system: string;
            value: string;
        };
        Import: {
            /**
             * Format: int64
             * @description Bytes read so far of the file as it was sent.
             */
            bytes_read: number;
            /**
             * Format: int64
             * @description The size of the file as it was sent.
             */
            bytes_total: number;
            /** @description An ISO 3166-1 alpha-2 code, as sent in the request. */
            country: string;
            /** Format: date-time */
            created_at: string;
            /** @description Whether the file is processed and reported on, but rolled back. */
            dry_run: boolean;
            /** Format: date-time */
            ended_at: string | null;
            /** @description Why nothing was loaded; null unless the import has failed. */
            failure: string | null;
            /** @enum {string} */
            format: "ndjson" | "json" | "archive" | "csv";
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The only institution whose patients are written; null when all patients are.
             */
            institution_id: string | null;
            /**
             * Format: int64
             * @description How many lines, or parts of lines, were left out.
             */
            problem_count: number;
            /** @description What happened to the lines; left out until the import is completed. */
            report?: components["schemas"]["ImportReport"];
            /** @description As sent in the request. */
            source: string;
            /** Format: date-time */
            started_at: string | null;
            /**
             * @description A code of FHIR's task-status. Nothing is loaded unless the status is completed.
             * @enum {string}
             */
            status: "accepted" | "in-progress" | "completed" | "failed" | "cancelled";
            /**
             * @description What the import is doing, in a few words; empty when it has ended.
             * @example writing patients
             */
            step: string;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        ImportIgnored: {
            /** @example export/readme.txt */
            name: string;
            /** @description Why it was not read, for people. */
            reason: string;
        };
        ImportList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Import"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        ImportProblem: {
            /**
             * @description What is wrong, for programs.
             * @example birth_in_the_future
             */
            code: string;
            /** @description What is wrong, for people. It never contains a value from the line. */
            detail: string;
            /**
             * @description The FHIR element or the CSV column; empty for the whole line.
             * @example birthDate
             */
            field: string;
            /**
             * @description The name of the file in an archive; empty for a file that is not an archive.
             * @example export/Patient.ndjson
             */
            file: string;
            /**
             * Format: int64
             * @description The number of the line in the file, from 1; for an entry of a Bundle, the line where it begins.
             */
            line: number;
            /**
             * @description The FHIR resource type; empty when it can't be determined.
             * @example Patient
             */
            resource: string;
            /** @description The record's id in the file; for CSV, identifier_system|identifier_value. */
            resource_id: string;
            /**
             * @description error: the whole line was left out; warning: a part of it was left out.
             * @enum {string}
             */
            severity: "error" | "warning";
        };
        ImportProblemList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["ImportProblem"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        ImportReason: {
            /** @example unknown_patient */
            code: string;
            /** @description Whether this is an error in the data. The problems list such errors line by line. */
            is_error: boolean;
            /**
             * Format: int64
             * @description How many lines, or parts of lines, were left out for this reason.
             */
            line_count: number;
        };
        ImportReport: {
            /** @description The files in the archive that were read; empty for a file that is not an archive. */
            files: string[];
            /** @description The files in the archive that were not read. */
            ignored_files: components["schemas"]["ImportIgnored"][];
            /** @description One entry for each type of resource in the file; the entry other stands for lines that don't say which type they have. */
            resources: components["schemas"]["ImportResource"][];
            /** @description What else was written: contacts, identifiers, profiles, catalogs. */
            tables: components["schemas"]["ImportTable"][];
            /** @description Why parts of lines were left out. */
            warnings: components["schemas"]["ImportReason"][];
        };
        ImportResource: {
            /** Format: int64 */
            inserted_count: number;
            /**
             * Format: int64
             * @description The sum of the next four.
             */
            read_count: number;
            /** @description Why lines were skipped. */
            reasons: components["schemas"]["ImportReason"][];
            /** @example Patient */
            resource: string;
            /** Format: int64 */
            skipped_count: number;
            /** Format: int64 */
            unchanged_count: number;
            /** Format: int64 */
            updated_count: number;
        };
        ImportTable: {
            /** Format: int64 */
            inserted_count: number;
            /** @example phones */
            table: string;
            /** Format: int64 */
            unchanged_count: number;
            /** Format: int64 */
            updated_count: number;
        };
        Institution: {
            active: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: double
             * @description The distance of its nearest address, in kilometres. Only in a search near a point.
             * @example 1.25
             */
            distance_km?: number;
            /** Format: uuid */
            id: string;
            /**
             * @description Unique among institutions. A new licence number must be verified again.
             * @example MA-H-0042
             */
            licence_number: string;
            /** @example General Hospital */
            name: string;
            /**
             * @description A code from the catalog of institution types.
             * @example hospital
             */
            type: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Whether an administrator has checked the licence. */
            verified: boolean;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
            /** @example https://hospital.example.org */
            website: string | null;
        };
        InstitutionAnalytics: {
            /** @example 120.50 */
            average_consultation_fee: string | null;
            /** @description The patients' current conditions, most common first. A patient with several conditions counts in each. */
            condition_mix: components["schemas"]["ConditionShare"][];
            /**
             * Format: int64
             * @description Active doctors.
             */
            doctor_count: number;
            /** Format: uuid */
            institution_id: string;
            institution_name: string;
            /** @description If several are equally common, the first by code. */
            most_common_specialty_name: string | null;
            /**
             * Format: int64
             * @description Active, living patients.
             */
            patient_count: number;
            /**
             * Format: double
             * @description null when there are no doctors.
             */
            patients_per_doctor: number | null;
            /**
             * Format: double
             * @description The percentage of patients whom both the doctor and the institution have validated.
             */
            validated_percentage: number;
        };
        InstitutionAnalyticsReport: {
            items: components["schemas"]["InstitutionAnalytics"][];
        };
        InstitutionCreate: {
            /** @description The account that the institution signs in with, once its owner has chosen a password with the link that the address gets. */
            account?: components["schemas"]["AccountCreate"];
            /**
             * @description Unique among institutions. A new licence number must be verified again.
             * @example MA-H-0042
             */
            licence_number: string;
            /** @example General Hospital */
            name: string;
            /**
             * @description A code from the catalog of institution types.
             * @example hospital
             */
            type: string;
            /** @example https://hospital.example.org */
            website?: string;
        };
        InstitutionList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Institution"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        InstitutionStatistics: {
            /**
             * @description The average over doctors with a fee; null when no doctor has one.
             * @example 120.50
             */
            average_consultation_fee: string | null;
            /** @description The patients' current conditions, most common first. A patient with several conditions counts in each. null for insurers and for staff without the permission patients:read, who see no clinical data. */
            condition_mix: components["schemas"]["ConditionShare"][] | null;
            /**
             * Format: int64
             * @description Active doctors.
             */
            doctor_count: number;
            /** Format: uuid */
            institution_id: string;
            /**
             * @description The name of the specialty that most doctors have; null when there are no doctors.
             * @example Family medicine
             */
            most_common_specialty_name: string | null;
            /**
             * Format: int64
             * @description Active, living patients.
             */
            patient_count: number;
            /**
             * Format: double
             * @description null when there are no doctors.
             * @example 87.5
             */
            patients_per_doctor: number | null;
            /**
             * Format: double
             * @description The percentage of patients whom both the doctor and the institution have validated, 0 to 100; 0 when there are none.
             * @example 62.5
             */
            validated_percentage: number;
        };
        InstitutionSummary: {
            /** Format: uuid */
            id: string;
            /** @example General Hospital */
            name: string;
            /**
             * @description A code from the catalog of institution types.
             * @example hospital
             */
            type: string;
        };
        InstitutionUpdate: {
            /**
             * @description Unique among institutions. A new licence number must be verified again.
             * @example MA-H-0042
             */
            licence_number?: string | null;
            /** @example General Hospital */
            name?: string | null;
            /**
             * @description A code from the catalog of institution types.
             * @example hospital
             */
            type?: string | null;
            /** @example https://hospital.example.org */
            website?: string | null;
        };
        Introspection: {
            /** @description Whether the token is valid now: signed by this platform, not expired and not revoked. */
            active: boolean;
            /**
             * @description How it did so (RFC 8176): pwd alone, or pwd, otp and mfa with a second factor. Not for service accounts.
             * @example [
             *       "pwd",
             *       "otp",
             *       "mfa"
             *     ]
             */
            amr?: string[];
            aud?: string;
            /**
             * Format: int64
             * @description When the account last proved who it is, in seconds since 1970. Not for service accounts.
             */
            auth_time?: number;
            /** @description The service account that the token belongs to. */
            client_id?: string;
            /**
             * Format: int64
             * @description Seconds since 1970.
             */
            exp?: number;
            /**
             * Format: int64
             * @description Seconds since 1970.
             */
            iat?: number;
            iss?: string;
            /**
             * Format: uuid
             * @description The patient, doctor or institution that the account belongs to.
             */
            reference_id?: string;
            /** @description The token's permissions, separated by spaces; only for staff and service accounts. */
            scope?: string;
            /** @description The id of the account. */
            sub?: string;
            /** @example Bearer */
            token_type?: string;
            /** @enum {string} */
            user_type?: "patient" | "doctor" | "institution" | "cms_user" | "service_account";
        };
        Invitation: {
            /**
             * @description The address to invite. It becomes that of the account, or opens an account if there is none. The default is the account's address.
             * @example dora@example.org
             */
            email?: string;
        };
        JWK: {
            /** @example EdDSA */
            alg: string;
            /** @example Ed25519 */
            crv: string;
            kid: string;
            /** @example OKP */
            kty: string;
            /** @example sig */
            use: string;
            x: string;
        };
        JwkSet: {
            keys: components["schemas"]["JWK"][];
        };
        Login: {
            /** @example ana@example.org */
            email: string;
            /**
             * Format: password
             * @description For an account with a second factor: a code of the authenticator, or a recovery code. Each works once.
             * @example 287082
             */
            otp?: string;
            /**
             * Format: password
             * @example your password
             */
            password: string;
        };
        LoginAttempt: {
            /** @enum {string} */
            action: "auth.login" | "account.locked";
            /** @description The address that the attempt came from; null when unknown. */
            ip: string | null;
            /** Format: date-time */
            occurred_at: string;
            /**
             * @description denied means that the account was locked and the password was not checked.
             * @enum {string}
             */
            outcome: "success" | "denied" | "failure";
        };
        LoginAttemptList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["LoginAttempt"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        LoginConfirmation: {
            /**
             * Format: password
             * @description The challenge_token of the problem otp_required.
             * @example Q7ZKX3MWV5TNRD2FJ4H6PLBYGCF6XKQ2V5M3ZJ7NWT4RDPLB0HGA
             */
            challenge_token: string;
            /**
             * Format: password
             * @description A code of the authenticator, or a recovery code.
             * @example 287082
             */
            otp: string;
        };
        MedicalRecord: {
            /** @description All allergies, whatever their status, by the time they were recorded, newest first. */
            allergies: components["schemas"]["Allergy"][];
            /** @description All conditions, whatever their status, by onset, newest first. */
            conditions: components["schemas"]["Condition"][];
            /** @description The family history, by relative. */
            family_history: components["schemas"]["FamilyMemberHistory"][];
            health_profile: components["schemas"]["HealthProfile"];
            /** @description All medications, whatever their status, by start, newest first. */
            medications: components["schemas"]["Medication"][];
            /** Format: uuid */
            patient_id: string;
        };
        Medication: {
            /** Format: date-time */
            created_at: string;
            /** @example 500 mg twice a day */
            dosage: string | null;
            /**
             * Format: date
             * @description The last day, which may lie in the future; null while nobody knows of an end.
             */
            end_date: string | null;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @default day
             * @enum {string}
             */
            end_date_precision: "day" | "month" | "year";
            /** Format: uuid */
            id: string;
            /**
             * @description An entry from the catalog of medications.
             * @example {
             *       "code": "860975",
             *       "code_system": "http://www.nlm.nih.gov/research/umls/rxnorm",
             *       "name": "24 HR Metformin hydrochloride 500 MG Extended Release Oral Tablet"
             *     }
             */
            medication: components["schemas"]["Coding"];
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /** Format: uuid */
            patient_id: string;
            /** @description Elements of the source's FHIR resource that no other member holds, as they came. Left out like notes. */
            source_elements?: {
                [key: string]: unknown;
            };
            /**
             * Format: date
             * @description From the patient's birth to today; null when it is unknown.
             * @example 2024-03-01
             */
            start_date: string | null;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @default day
             * @enum {string}
             */
            start_date_precision: "day" | "month" | "year";
            /**
             * @description A code of FHIR's medicationrequest-status.
             * @default active
             * @enum {string}
             */
            status: "active" | "on-hold" | "completed" | "stopped" | "cancelled" | "unknown";
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        MedicationBatch: {
            /** @description In the order in which they were sent. */
            items: components["schemas"]["Medication"][];
        };
        MedicationBatchCreate: {
            /** @description The new entries. */
            items: components["schemas"]["MedicationCreate"][];
        };
        MedicationCreate: {
            /** @example 500 mg twice a day */
            dosage?: string;
            /**
             * Format: date
             * @description The last day, which may lie in the future; null while nobody knows of an end.
             */
            end_date?: string;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @default day
             * @enum {string}
             */
            end_date_precision?: "day" | "month" | "year";
            /**
             * @description An entry from the catalog of medications.
             * @example {
             *       "code": "860975",
             *       "code_system": "http://www.nlm.nih.gov/research/umls/rxnorm"
             *     }
             */
            medication: components["schemas"]["Code"];
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /**
             * Format: date
             * @description From the patient's birth to today; null when it is unknown.
             * @example 2024-03-01
             */
            start_date?: string;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @default day
             * @enum {string}
             */
            start_date_precision?: "day" | "month" | "year";
            /**
             * @description A code of FHIR's medicationrequest-status.
             * @default active
             * @enum {string}
             */
            status?: "active" | "on-hold" | "completed" | "stopped" | "cancelled" | "unknown";
        };
        MedicationList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Medication"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        MedicationUpdate: {
            /** @example 500 mg twice a day */
            dosage?: string | null;
            /**
             * Format: date
             * @description The last day, which may lie in the future; null while nobody knows of an end.
             */
            end_date?: string | null;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @enum {string|null}
             */
            end_date_precision?: "day" | "month" | "year" | null;
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string | null;
            /**
             * Format: date
             * @description From the patient's birth to today; null when it is unknown.
             * @example 2024-03-01
             */
            start_date?: string | null;
            /**
             * @description How much of the date is known; it is the first day of that.
             * @enum {string|null}
             */
            start_date_precision?: "day" | "month" | "year" | null;
            /**
             * @description A code of FHIR's medicationrequest-status.
             * @enum {string|null}
             */
            status?: "active" | "on-hold" | "completed" | "stopped" | "cancelled" | "unknown" | null;
        };
        NextStep: {
            /** @description Whether you may take the step. */
            may_take: boolean;
            /** @description Who may take the step: the patient, their doctor, their institution, or staff with the permission patients:validate. */
            taken_by: ("patient" | "doctor" | "institution" | "staff")[];
            /** @enum {string} */
            to: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
        };
        OneTimeToken: {
            /**
             * @description The text after #token= in the link in the mail.
             * @example F6XKQ2V5M3ZJ7NWT4RDPLB0HGA
             */
            token: string;
        };
        Party: {
            /**
             * @description user, cms_user and service_account stand for accounts that no longer exist.
             * @enum {string}
             */
            kind: "patient" | "doctor" | "institution" | "staff" | "service" | "system" | "anonymous" | "user" | "cms_user" | "service_account";
            /** @description The name of a doctor, an institution or a service account, or the role of a staff member; null for others. */
            name: string | null;
        };
        PasswordChange: {
            /**
             * Format: password
             * @example your password
             */
            current_password: string;
            /**
             * Format: password
             * @description At least 8 characters (15 or more are better) and at most 72 bytes. Not a common password, and not one based on the name or the e-mail address.
             * @example seven green bicycles sing
             */
            new_password: string;
        };
        PasswordReset: {
            /**
             * Format: password
             * @description At least 8 characters (15 or more are better) and at most 72 bytes. Not a common password, and not one based on the name or the e-mail address.
             * @example seven green bicycles sing
             */
            new_password: string;
            /**
             * @description The text after #token= in the link in the mail.
             * @example F6XKQ2V5M3ZJ7NWT4RDPLB0HGA
             */
            token: string;
        };
        PasswordResetRequest: {
            /** @example ana@example.org */
            email: string;
        };
        Patient: {
            /** @description Whether the patient is in care. */
            active: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date
             * @description Living patients are at most 120 years old.
             * @example 1980-06-15
             */
            date_of_birth: string;
            /**
             * @description How much of date_of_birth is known; it is the first day of that period.
             * @default day
             * @enum {string}
             */
            date_of_birth_precision: "day" | "month" | "year";
            /** @description Whether the patient is dead, even if nobody knows since when. */
            deceased: boolean;
            /**
             * Format: date-time
             * @description The time of death, if it is known. On its own it sets deceased_date to its day in its own time zone, and null says that the patient lives after all.
             */
            deceased_at: string | null;
            /**
             * Format: date
             * @description The day where the patient died, the same in every time zone; null if nobody knows it, and for the living.
             */
            deceased_date: string | null;
            /**
             * @description How much of deceased_date is known; it is the first day of that period.
             * @enum {string}
             */
            deceased_date_precision: "day" | "month" | "year";
            /** @description When include names it and you may see the doctor. */
            doctor?: components["schemas"]["DoctorSummary"];
            /** Format: uuid */
            doctor_id: string;
            emergency_contact?: components["schemas"]["EmergencyContact"];
            /**
             * @description Empty for people with a single name, which is their last name.
             * @example Ana
             */
            first_name: string;
            /**
             * @description A code from the catalog of genders.
             * @example woman
             */
            gender: string | null;
            /** Format: uuid */
            id: string;
            /** @description When include names it and you may see the institution. */
            institution?: components["schemas"]["InstitutionSummary"];
            /** Format: uuid */
            institution_id: string;
            /** @example García */
            last_name: string;
            rejection_reason: string | null;
            /**
             * @description A code from the catalog of sexes.
             * @example female
             */
            sex: string;
            /** @description What the source of an imported patient says and no other member holds: elements of the FHIR resource, as they came. Left out when there are none, in lists, and for colleagues of the doctor. */
            source_elements?: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            updated_at: string;
            /** @enum {string} */
            validation_status: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        PatientAccess: {
            /**
             * @description The action; operation.call is a request that was refused.
             * @example patient.read
             */
            action: string;
            by: components["schemas"]["Party"];
            /** Format: date-time */
            occurred_at: string;
            /** @enum {string} */
            outcome: "success" | "denied" | "failure";
            /**
             * @description An HL7 v3 PurposeOfUse code; null when the caller sent none.
             * @example TREAT
             */
            purpose_of_use: string | null;
        };
        PatientAccessList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["PatientAccess"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        PatientCreate: {
            /** @description The account that the patient signs in with, once they have chosen a password with the link that the address gets. */
            account?: components["schemas"]["AccountCreate"];
            /**
             * Format: date
             * @description Living patients are at most 120 years old.
             * @example 1980-06-15
             */
            date_of_birth: string;
            /**
             * @description How much of date_of_birth is known; it is the first day of that period.
             * @default day
             * @enum {string}
             */
            date_of_birth_precision?: "day" | "month" | "year";
            /**
             * Format: uuid
             * @description The doctor who cares for the patient. Doctors leave it out.
             */
            doctor_id?: string;
            /**
             * @description The first is the primary one unless is_primary says otherwise.
             * @default []
             */
            emails?: components["schemas"]["RegisteredEmail"][];
            emergency_contact?: components["schemas"]["EmergencyContact"];
            /**
             * @description Empty for people with a single name, which is their last name.
             * @example Ana
             */
            first_name: string;
            /**
             * @description A code from the catalog of genders.
             * @example woman
             */
            gender?: string;
            health_profile?: components["schemas"]["HealthProfileCreate"];
            /**
             * Format: uuid
             * @description The doctor's institution, which is also the default.
             */
            institution_id?: string;
            /** @example García */
            last_name: string;
            /**
             * @description The first is the primary one unless is_primary says otherwise.
             * @default []
             */
            phones?: components["schemas"]["RegisteredPhone"][];
            /**
             * @description A code from the catalog of sexes.
             * @example female
             */
            sex: string;
        };
        PatientDashboard: {
            /**
             * Format: int64
             * @description In whole years; for a deceased patient, the age at death, and null if nobody knows when that was.
             * @example 46
             */
            age: number | null;
            /** @description Left out unless both height and weight are known. */
            bmi?: components["schemas"]["Bmi"];
            /** @description The conditions that the patient has now, newest first. */
            conditions: components["schemas"]["Condition"][];
            deceased: boolean;
            health_score: components["schemas"]["HealthScore"];
            /** @description The medications that the patient takes now, newest first. */
            medications: components["schemas"]["Medication"][];
            /** Format: uuid */
            patient_id: string;
        };
        PatientDemographics: {
            /**
             * Format: int64
             * @description In whole years; for a deceased patient, the age at death, and null if nobody knows when that was.
             */
            age: number | null;
            /**
             * @description A code from the catalog of blood types.
             * @example O-
             */
            blood_type: string | null;
            /** Format: date-time */
            created_at: string;
            /** Format: date */
            date_of_birth: string;
            /** @enum {string} */
            date_of_birth_precision: "day" | "month" | "year";
            deceased: boolean;
            /** Format: date-time */
            deceased_at: string | null;
            /** Format: date */
            deceased_date: string | null;
            /** @enum {string} */
            deceased_date_precision: "day" | "month" | "year";
            /** @description The names of the conditions that the patient has now. */
            diagnosed_condition_names: string[];
            /** Format: uuid */
            doctor_id: string;
            doctor_name: string;
            emergency_contact_name: string | null;
            /** @description E.164. */
            emergency_contact_phone: string | null;
            first_name: string;
            /** @description A code from the catalog of genders. */
            gender: string | null;
            institution_country_name: string | null;
            /** Format: uuid */
            institution_id: string;
            institution_name: string;
            /** @description From the institution's primary address, as is the country. */
            institution_region_name: string | null;
            last_name: string;
            /** Format: uuid */
            patient_id: string;
            primary_email: string | null;
            /** @description E.164. */
            primary_phone: string | null;
            /** @description A code from the catalog of sexes. */
            sex: string;
            /** @enum {string} */
            validation_status: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
        };
        PatientDemographicsList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["PatientDemographics"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        PatientDetails: {
            /** @description Whether the patient is in care. */
            active: boolean;
            /** @description When include names them: the first 50 of list-patient-addresses. */
            addresses?: components["schemas"]["Address"][];
            /** @description When include names them: the first 50 of list-patient-allergies. */
            allergies?: components["schemas"]["Allergy"][];
            /** @description When include names it: what get-patient-care-team returns. */
            care_team?: components["schemas"]["CareTeam"];
            /** @description When include names them: the first 50 of list-patient-conditions. */
            conditions?: components["schemas"]["Condition"][];
            /** Format: date-time */
            created_at: string;
            /** @description When include names it: what get-patient-dashboard returns. */
            dashboard?: components["schemas"]["PatientDashboard"];
            /**
             * Format: date
             * @description Living patients are at most 120 years old.
             * @example 1980-06-15
             */
            date_of_birth: string;
            /**
             * @description How much of date_of_birth is known; it is the first day of that period.
             * @default day
             * @enum {string}
             */
            date_of_birth_precision: "day" | "month" | "year";
            /** @description Whether the patient is dead, even if nobody knows since when. */
            deceased: boolean;
            /**
             * Format: date-time
             * @description The time of death, if it is known. On its own it sets deceased_date to its day in its own time zone, and null says that the patient lives after all.
             */
            deceased_at: string | null;
            /**
             * Format: date
             * @description The day where the patient died, the same in every time zone; null if nobody knows it, and for the living.
             */
            deceased_date: string | null;
            /**
             * @description How much of deceased_date is known; it is the first day of that period.
             * @enum {string}
             */
            deceased_date_precision: "day" | "month" | "year";
            /** @description When include names it and you may see the doctor. */
            doctor?: components["schemas"]["DoctorSummary"];
            /** Format: uuid */
            doctor_id: string;
            /** @description When include names them: the first 50 of list-patient-emails. */
            emails?: components["schemas"]["Email"][];
            emergency_contact?: components["schemas"]["EmergencyContact"];
            /** @description When include names it: the first 50 of list-patient-family-history. */
            family_history?: components["schemas"]["FamilyMemberHistory"][];
            /**
             * @description Empty for people with a single name, which is their last name.
             * @example Ana
             */
            first_name: string;
            /**
             * @description A code from the catalog of genders.
             * @example woman
             */
            gender: string | null;
            /** @description When include names it: what get-patient-health-profile returns. */
            health_profile?: components["schemas"]["HealthProfile"];
            /** Format: uuid */
            id: string;
            /** @description When include names it and you may see the institution. */
            institution?: components["schemas"]["InstitutionSummary"];
            /** Format: uuid */
            institution_id: string;
            /** @example García */
            last_name: string;
            /** @description When include names them: the first 50 of list-patient-medications. */
            medications?: components["schemas"]["Medication"][];
            /** @description By the name of each included list that goes on: the cursor of the next page of its own operation. */
            next_cursors?: {
                [key: string]: string;
            };
            /** @description When include names them: the first 50 of list-patient-phones. */
            phones?: components["schemas"]["Phone"][];
            rejection_reason: string | null;
            /**
             * @description A code from the catalog of sexes.
             * @example female
             */
            sex: string;
            /** @description What the source of an imported patient says and no other member holds: elements of the FHIR resource, as they came. Left out when there are none, in lists, and for colleagues of the doctor. */
            source_elements?: {
                [key: string]: unknown;
            };
            /** Format: date-time */
            updated_at: string;
            /** @description When include names it: what get-patient-validation returns. */
            validation?: components["schemas"]["Validation"];
            /** @enum {string} */
            validation_status: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        PatientExport: {
            /** @description Who used the record; only for the patient and for staff with the permission audit:read. */
            access_log?: components["schemas"]["ExportedAccesses"];
            /** @description The patient's account; only for the patient and for staff with the permission accounts:read. Left out when there is none. */
            account?: components["schemas"]["ExportedAccount"];
            addresses: components["schemas"]["Address"][];
            emails: components["schemas"]["Email"][];
            /** Format: date-time */
            exported_at: string;
            /** @description The patient's ids in other systems. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Left out for insurers. */
            medical_record?: components["schemas"]["MedicalRecord"];
            patient: components["schemas"]["Patient"];
            phones: components["schemas"]["Phone"][];
            validation: components["schemas"]["Validation"];
        };
        PatientList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Patient"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        PatientMonth: {
            /**
             * Format: double
             * @description The average age of the new patients, in years; null when there are none.
             */
            average_age_at_registration: number | null;
            /**
             * Format: int64
             * @description All patients until the end of the month.
             */
            cumulative_patient_count: number;
            /** Format: int64 */
            doctor_validated_count: number;
            /** Format: int64 */
            full_access_count: number;
            /** Format: int64 */
            institution_validated_count: number;
            /** @example 2026-01 */
            month: string;
            /** Format: int64 */
            new_patient_count: number;
            /**
             * Format: int64
             * @description New patients who have this validation status now; the same for the next four.
             */
            pending_count: number;
            /** Format: int64 */
            rejected_count: number;
        };
        PatientMonthReport: {
            items: components["schemas"]["PatientMonth"][];
        };
        PatientProfile: {
            addresses: components["schemas"]["Address"][];
            emails: components["schemas"]["Email"][];
            /** @description Left out for insurers. */
            health_profile?: components["schemas"]["HealthProfile"];
            patient: components["schemas"]["Patient"];
            phones: components["schemas"]["Phone"][];
        };
        PatientTransfer: {
            /**
             * Format: uuid
             * @description The doctor who takes over the patient; must be active.
             */
            doctor_id: string;
            /**
             * Format: uuid
             * @description The doctor's institution, which is also the default.
             */
            institution_id?: string;
        };
        PatientUpdate: {
            /**
             * Format: date
             * @description Living patients are at most 120 years old.
             * @example 1980-06-15
             */
            date_of_birth?: string | null;
            /**
             * @description How much of date_of_birth is known; it is the first day of that period.
             * @enum {string|null}
             */
            date_of_birth_precision?: "day" | "month" | "year" | null;
            /** @description Whether the patient is dead, even if nobody knows since when. */
            deceased?: boolean | null;
            /**
             * Format: date-time
             * @description The time of death, if it is known. On its own it sets deceased_date to its day in its own time zone, and null says that the patient lives after all.
             */
            deceased_at?: string | null;
            /**
             * Format: date
             * @description The day where the patient died, the same in every time zone; null if nobody knows it, and for the living.
             */
            deceased_date?: string | null;
            /**
             * @description How much of deceased_date is known; it is the first day of that period.
             * @enum {string|null}
             */
            deceased_date_precision?: "day" | "month" | "year" | null;
            emergency_contact?: {
                name?: string | null;
                /**
                 * @description In international format, with a plus sign. Stored as E.164.
                 * @example +16175550100
                 */
                phone?: string | null;
            } | null;
            /**
             * @description Empty for people with a single name, which is their last name.
             * @example Ana
             */
            first_name?: string | null;
            /**
             * @description A code from the catalog of genders.
             * @example woman
             */
            gender?: string | null;
            /** @example García */
            last_name?: string | null;
            /**
             * @description A code from the catalog of sexes.
             * @example female
             */
            sex?: string | null;
        };
        PatientValidationStep: {
            /**
             * @description The reason for a rejection, which requires one. Not allowed for other steps.
             * @example The date of birth is not that of the identity card.
             */
            reason?: string;
            /**
             * @example rejected
             * @enum {string}
             */
            to: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
        };
        Permission: {
            /** @example read */
            action: string;
            /**
             * @description The name that roles and scopes use.
             * @example patients:read
             */
            name: string;
            /** @example patients */
            resource: string;
        };
        PermissionList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Permission"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        Phone: {
            /**
             * @description The digits after the calling code; null if the country has none, or if the number doesn't contain it.
             * @example 617
             */
            area_code: string | null;
            /**
             * @description The calling code: the first digits of the number.
             * @example 1
             */
            calling_code: string;
            /** Format: date-time */
            created_at: string;
            /** @example 12 */
            extension: string | null;
            /** Format: uuid */
            id: string;
            /** @description Whether to use this one first. An owner with any of this kind has exactly one primary one, unless all of them came from an import as old ones. */
            is_primary: boolean;
            /**
             * @description In international format, with a plus sign; it may have the extension too. Stored as E.164. The number must be possible, but need not be assigned.
             * @example +16175550100
             */
            number: string;
            /**
             * @description A code from the catalog of phone types.
             * @default mobile
             * @example mobile
             */
            type: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: date-time
             * @description When somebody confirmed it; null if nobody has, or if it has changed since.
             */
            verified_at: string | null;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        PhoneCreate: {
            /** @example 12 */
            extension?: string;
            /**
             * @description In international format, with a plus sign; it may have the extension too. Stored as E.164. The number must be possible, but need not be assigned.
             * @example +16175550100
             */
            number: string;
            /**
             * @description A code from the catalog of phone types.
             * @default mobile
             * @example mobile
             */
            type?: string;
        };
        PhoneList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Phone"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        PhoneUpdate: {
            /** @example 12 */
            extension?: string | null;
            /**
             * @description In international format, with a plus sign; it may have the extension too. Stored as E.164. The number must be possible, but need not be assigned.
             * @example +16175550100
             */
            number?: string | null;
            /**
             * @description A code from the catalog of phone types.
             * @example mobile
             */
            type?: string | null;
        };
        PlaceShare: {
            /**
             * @description An ISO 3166-1 alpha-2 code; null for institutions without an address.
             * @example US
             */
            country: string | null;
            country_name: string | null;
            /**
             * Format: int64
             * @description Active doctors.
             */
            doctor_count: number;
            /**
             * Format: int64
             * @description Active institutions.
             */
            institution_count: number;
            /** @description A code from the catalog of institution types. */
            institution_type: string;
            /**
             * Format: int64
             * @description Active, living patients.
             */
            patient_count: number;
            /**
             * @description An ISO 3166-2 code; null where the address has no region.
             * @example US-MA
             */
            region: string | null;
            region_name: string | null;
        };
        PlaceShareReport: {
            items: components["schemas"]["PlaceShare"][];
        };
        Problem: {
            /** @description Only with the type otp_required: send it with a code of the second factor to confirm the sign-in. It is valid for five minutes. */
            challenge_token?: string;
            /** @description What went wrong in this request, for people. */
            detail: string;
            /**
             * @description The OAuth error code, where OAuth requires one.
             * @example invalid_client
             */
            error?: string;
            /** @description The same text as detail, where OAuth requires it. */
            error_description?: string;
            /** @description Every field at fault. */
            errors?: components["schemas"]["FieldError"][] | null;
            /** @description Identifies the request. Quote it when you report the problem. */
            request_id: string;
            /**
             * Format: int64
             * @description The HTTP status.
             * @example 422
             */
            status: number;
            /**
             * @description A short summary of the type.
             * @example Some fields are invalid
             */
            title: string;
            /**
             * Format: uri-reference
             * @description The kind of problem, as a link to the page that explains it.
             * @example /problems/validation_failed
             */
            type: string;
        };
        PublicAddress: {
            /** @example Boston */
            city: string;
            /**
             * @description An ISO 3166-1 alpha-2 code.
             * @example US
             */
            country: string;
            /**
             * Format: double
             * @example 42.358
             */
            latitude: number | null;
            /** @example 12 Beacon Street */
            line1: string;
            line2: string | null;
            /**
             * Format: double
             * @example -71.064
             */
            longitude: number | null;
            /** @example 02108 */
            postal_code: string | null;
            /**
             * @description An ISO 3166-2 code of a region in the country.
             * @example US-MA
             */
            region: string | null;
        };
        Reason: {
            /**
             * @description The reason, for the audit trail.
             * @example As agreed by phone.
             */
            reason?: string;
        };
        RecoveryCodes: {
            /**
             * @description Each works once instead of a code of the authenticator. They are shown only this once: keep them where you find them without it.
             * @example [
             *       "jbsw-y3dp-ehpk-3pxp"
             *     ]
             */
            recovery_codes: string[];
        };
        Region: {
            /**
             * @description What the country calls this kind of region.
             * @example state
             */
            category_name: string;
            /**
             * @description ISO 3166-2.
             * @example US-MA
             */
            code: string;
            /**
             * @description An ISO 3166-1 alpha-2 code.
             * @example US
             */
            country: string;
            /** @example Massachusetts */
            name: string;
            /** @description The code of the region that contains this one; null directly below the country. */
            parent: string | null;
        };
        RegionList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Region"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        RegisteredEmail: {
            /** @example ana@example.org */
            email: string;
            /** @default false */
            is_primary?: boolean;
            /**
             * @description A code from the catalog of e-mail types.
             * @default home
             */
            type?: string;
        };
        RegisteredPhone: {
            extension?: string;
            /** @default false */
            is_primary?: boolean;
            /**
             * @description In international format, with a plus sign. Stored as E.164.
             * @example +16175550100
             */
            number: string;
            /**
             * @description A code from the catalog of phone types.
             * @default mobile
             */
            type?: string;
        };
        RegistrationMonth: {
            /** @description Numbers of patients by code from the catalog of genders; unspecified stands for patients without one. */
            by_gender: {
                [key: string]: number;
            };
            /** @description Numbers of patients by code from the catalog of sexes. */
            by_sex: {
                [key: string]: number;
            };
            /** @example 2026-01 */
            month: string;
            /** Format: int64 */
            new_patient_count: number;
        };
        RegistrationMonthReport: {
            items: components["schemas"]["RegistrationMonth"][];
        };
        Role: {
            /** @description Whether the role is built in. Built-in roles can't be deleted and can't lose permissions. */
            built_in: boolean;
            /** @example front_desk */
            code: string;
            /** Format: date-time */
            created_at: string;
            description: string | null;
            /** @example Front desk */
            name: string;
            /**
             * @description The permissions of the role, as resource:action.
             * @example [
             *       "patients:read"
             *     ]
             */
            permissions: string[];
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        RoleCreate: {
            /**
             * @description Lower-case letters, digits and underscores. It can't be changed later.
             * @example front_desk
             */
            code: string;
            description?: string;
            /** @example Front desk */
            name: string;
            /**
             * @description As resource:action. You can only grant permissions that you have yourself.
             * @example [
             *       "patients:read"
             *     ]
             */
            permissions?: string[];
        };
        RoleList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Role"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        RoleUpdate: {
            description?: string | null;
            /** @example Front desk */
            name?: string;
            /** @description The new permissions, which replace all previous ones. */
            permissions?: string[];
        };
        ScoreParts: {
            /** @enum {string} */
            alcohol_frequency: "never" | "rarely" | "occasionally" | "regularly" | "daily" | "unknown";
            /**
             * Format: int64
             * @description Minus 10 for patients who drink regularly or daily.
             * @example 0
             */
            alcohol_points: number;
            /**
             * Format: int64
             * @description The conditions that the patient has now; duplicates count once.
             */
            condition_count: number;
            /**
             * Format: int64
             * @description Minus 10 for each condition.
             * @example -10
             */
            condition_points: number;
            /**
             * Format: int64
             * @description The medications that the patient takes now; duplicates count once.
             */
            medication_count: number;
            /**
             * Format: int64
             * @description Minus 5 for each medication.
             * @example -5
             */
            medication_points: number;
            /**
             * Format: int64
             * @description Minus 15 for current smokers.
             * @example 0
             */
            smoking_points: number;
            /** @enum {string} */
            smoking_status: "never" | "former" | "current" | "unknown";
            /**
             * Format: int64
             * @description null when it is unknown, which gives no points.
             * @example 150
             */
            weekly_activity_minutes: number | null;
            /**
             * Format: int64
             * @description Plus 10 from 150 minutes a week (WHO 2020), plus 5 from 75.
             * @example 10
             */
            weekly_activity_points: number;
        };
        SecondFactor: {
            /** @description Whether signing in needs a code. */
            active: boolean;
            /**
             * Format: date-time
             * @description Since when; null without a second factor.
             */
            confirmed_at: string | null;
            /**
             * Format: int64
             * @description How many recovery codes are left.
             */
            recovery_code_count: number;
            /**
             * Format: date-time
             * @description From when on you can do nothing else until you have one; null when you needn't have one.
             */
            required_at: string | null;
        };
        SecondFactorConfirmation: {
            /**
             * Format: password
             * @description A code of the authenticator.
             * @example 287082
             */
            otp: string;
        };
        SecondFactorCreate: {
            /**
             * Format: password
             * @description The account's current password.
             * @example your password
             */
            password: string;
        };
        SecondFactorSecret: {
            /**
             * @description The QR code of uri, as an SVG image.
             * @example <svg xmlns="http://www.w3.org/2000/svg"/>
             */
            qr_svg: string;
            /**
             * @description The secret in base32, to type into an authenticator.
             * @example JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP
             */
            secret: string;
            /**
             * @description The same for an authenticator to open: six digits, 30 seconds, SHA-1 (RFC 6238).
             * @example otpauth://totp/PredictHealth:ana@example.org?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP&issuer=PredictHealth
             */
            uri: string;
        };
        SelfRegistration: {
            /** @description The account that the patient signs in with, once they have chosen a password with the link that the address gets. */
            account: components["schemas"]["AccountCreate"];
            /**
             * Format: date
             * @description Living patients are at most 120 years old.
             * @example 1980-06-15
             */
            date_of_birth: string;
            /**
             * @description How much of date_of_birth is known; it is the first day of that period.
             * @default day
             * @enum {string}
             */
            date_of_birth_precision?: "day" | "month" | "year";
            /**
             * Format: uuid
             * @description The doctor who will care for the patient; the institution's link contains the id.
             */
            doctor_id: string;
            /**
             * @description The first is the primary one unless is_primary says otherwise.
             * @default []
             */
            emails?: components["schemas"]["RegisteredEmail"][];
            emergency_contact?: components["schemas"]["EmergencyContact"];
            /**
             * @description Empty for people with a single name, which is their last name.
             * @example Ana
             */
            first_name: string;
            /**
             * @description A code from the catalog of genders.
             * @example woman
             */
            gender?: string;
            /**
             * Format: uuid
             * @description The doctor's institution.
             */
            institution_id: string;
            /**
             * @description The language of the mail that follows. The default is the platform's language.
             * @enum {string}
             */
            language?: "en" | "es";
            /** @example García */
            last_name: string;
            /**
             * @description The first is the primary one unless is_primary says otherwise.
             * @default []
             */
            phones?: components["schemas"]["RegisteredPhone"][];
            /**
             * @description A code from the catalog of sexes.
             * @example female
             */
            sex: string;
        };
        ServiceAccount: {
            active: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: uuid
             * @description The id, which is also the client_id.
             */
            id: string;
            /**
             * Format: date-time
             * @description When the account last got a token, to the minute.
             */
            last_used_at: string | null;
            /** @example laboratory */
            name: string;
            /**
             * @description The code of the role.
             * @example editor
             */
            role: string;
            /**
             * @description The permissions that the account may use, out of those of its role.
             * @example [
             *       "patients:read"
             *     ]
             */
            scopes: string[];
            /** @description The account's secrets, without their values, which nobody can read again. */
            secrets: components["schemas"]["ServiceAccountSecret"][];
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        ServiceAccountCreate: {
            /** @example laboratory */
            name: string;
            /**
             * @description The code of the role.
             * @example editor
             */
            role: string;
            /**
             * @description Permissions of the role that the account may use, as resource:action.
             * @example [
             *       "patients:read"
             *     ]
             */
            scopes: string[];
        };
        ServiceAccountCreated: {
            active: boolean;
            /** @description The first secret. It is shown only this once: store it where the program can read it. */
            client_secret: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: uuid
             * @description The id, which is also the client_id.
             */
            id: string;
            /**
             * Format: date-time
             * @description When the account last got a token, to the minute.
             */
            last_used_at: string | null;
            /** @example laboratory */
            name: string;
            /**
             * @description The code of the role.
             * @example editor
             */
            role: string;
            /**
             * @description The permissions that the account may use, out of those of its role.
             * @example [
             *       "patients:read"
             *     ]
             */
            scopes: string[];
            /** @description The account's secrets, without their values, which nobody can read again. */
            secrets: components["schemas"]["ServiceAccountSecret"][];
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        ServiceAccountList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["ServiceAccount"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        ServiceAccountSecret: {
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description When the secret stops working; null for never.
             */
            expires_at: string | null;
            /** Format: uuid */
            id: string;
        };
        ServiceAccountSecretCreate: {
            /**
             * Format: int64
             * @description How long the older secret keeps working, in seconds; one day (86400) when left out.
             * @example 3600
             */
            overlap_seconds?: number;
        };
        ServiceAccountSecretCreated: {
            /** @description It is shown only this once: store it where the program can read it. */
            client_secret: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description When the secret stops working; null for never.
             */
            expires_at: string | null;
            /** Format: uuid */
            id: string;
        };
        ServiceAccountUpdate: {
            /** @description false disables the account and the access tokens that it has. */
            active?: boolean;
            /** @example laboratory */
            name?: string;
            /**
             * @description The code of the role.
             * @example editor
             */
            role?: string;
            /** @description Permissions of the role. They replace the previous scopes. */
            scopes?: string[];
        };
        Session: {
            /** Format: date-time */
            created_at: string;
            /** @description Whether this is the session that you are using. */
            current: boolean;
            /** @description What the device called itself (User-Agent); null when it sent nothing. */
            device: string | null;
            /**
             * Format: date-time
             * @description When the session ends, however often it is refreshed.
             */
            expires_at: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When the session ends unless it is refreshed.
             */
            idle_expires_at: string;
            /** @description The address that the session was last refreshed from; null when unknown. */
            ip: string | null;
            /**
             * Format: date-time
             * @description When its tokens were last issued or refreshed.
             */
            last_seen_at: string;
        };
        SessionCheck: {
            /** Format: uuid */
            account_id: string;
            /**
             * @description The full name of the person, or the name of the institution.
             * @example Ana García
             */
            display_name: string;
            /** @description Whether you must add a second factor before you can do anything else. */
            must_add_second_factor: boolean;
            /** @description Whether you must change your password before you can do anything else. */
            must_change_password: boolean;
            /**
             * @description The permissions of a staff member, as resource:action.
             * @example [
             *       "patients:read"
             *     ]
             */
            permissions: string[];
            /**
             * Format: uuid
             * @description The patient, doctor or institution that the account belongs to; null for staff.
             */
            reference_id: string | null;
            /** @description The code of the role. Only for staff, otherwise null. */
            role: string | null;
            session: components["schemas"]["SessionTimes"];
            /** @enum {string} */
            user_type: "patient" | "doctor" | "institution" | "cms_user";
        };
        SessionList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Session"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        SessionTimes: {
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description When the session ends, however often it is refreshed.
             */
            expires_at: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When the session ends unless it is refreshed.
             */
            idle_expires_at: string;
            /**
             * Format: date-time
             * @description When its tokens were last issued or refreshed.
             */
            last_seen_at: string;
        };
        SessionTokens: {
            /**
             * @description Send it in the header Authorization: Bearer.
             * @example eyJhbGciOiJFZERTQSJ9.eyJzdWIiOiJhbmEifQ.c2lnbmF0dXJl
             */
            access_token: string;
            /**
             * Format: int64
             * @description The lifetime of the access token, in seconds.
             * @example 600
             */
            expires_in: number;
            /**
             * @description Keep it secret: whoever has it has the session.
             * @example Q7ZKX3MWV5TNRD2FJ4H6PLBYGCF6XKQ2V5M3ZJ7NWT4RDPLB0HGA
             */
            refresh_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            user: components["schemas"]["SignedInUser"];
        };
        Setting: {
            /** @description The only values allowed; null when any value is. */
            allowed_values: string[] | null;
            /** @example 10m */
            default_value: unknown;
            description: string;
            /** @example auth.access_token.lifetime */
            key: string;
            /**
             * Format: double
             * @description The largest number allowed, or the longest duration in seconds; null without a bound.
             * @example 3600
             */
            maximum: number | null;
            /**
             * Format: double
             * @description The smallest number allowed, or the shortest duration in seconds; null without a bound.
             * @example 60
             */
            minimum: number | null;
            /** Format: date-time */
            updated_at: string;
            /**
             * @description The current value.
             * @example 10m
             */
            value: unknown;
            /**
             * @description The type of value. A duration is text such as 10m or 1h30m.
             * @enum {string}
             */
            value_type: "string" | "integer" | "decimal" | "boolean" | "duration" | "string_list";
            /**
             * Format: int64
             * @description Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        SettingList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["Setting"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        SettingUpdate: {
            /**
             * @description A value of the setting's type, within its bounds and among its allowed values.
             * @example 15m
             */
            value: unknown;
        };
        SignedInUser: {
            /**
             * @description The full name of the person, or the name of the institution.
             * @example Ana García
             */
            display_name: string;
            /** @example ana@example.org */
            email: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The patient, doctor or institution that the account belongs to; null for staff.
             */
            reference_id: string | null;
            /** @description The code of the role. Only for staff, otherwise null. */
            role: string | null;
            /** @enum {string} */
            user_type: "patient" | "doctor" | "institution" | "cms_user";
        };
        SpecialtyCategory: {
            /** @example internal_medicine */
            code: string;
            /** @example Internal medicine and its subspecialties */
            name: string;
            /**
             * @description The code of the category that contains this one; null at the top.
             * @example medical
             */
            parent: string | null;
        };
        SpecialtyCategoryList: {
            /** @description The items, in the order of sort. */
            items: components["schemas"]["SpecialtyCategory"][];
            /** @description The cursor of the next page; null on the last page. */
            next_cursor: string | null;
            /** @description The cursor of the previous page; null on the first page. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description The number of items on all pages; only when total asks for it.
             */
            total?: number;
            /** @description Whether there are more items than total, which is then 1,000; only when there are. */
            total_is_capped?: boolean;
            /** @description Whether total is an estimate. */
            total_is_estimate?: boolean;
        };
        SpecialtyShare: {
            /** @example 120.50 */
            average_consultation_fee: string | null;
            /** Format: double */
            average_years_experience: number | null;
            /**
             * Format: int64
             * @description Active doctors.
             */
            doctor_count: number;
            /**
             * Format: double
             * @description The percentage of all active doctors.
             */
            percentage: number;
            /** @description A code from the catalog of doctor specialties. */
            specialty: string;
            specialty_category_name: string;
            specialty_name: string;
        };
        SpecialtyShareReport: {
            items: components["schemas"]["SpecialtyShare"][];
        };
        StepUp: {
            /**
             * Format: password
             * @description A code of the authenticator, or a recovery code.
             * @example 287082
             */
            otp: string;
        };
        Token: {
            /** @description Send it in the header Authorization: Bearer. */
            access_token: string;
            /**
             * Format: int64
             * @description The lifetime of the token, in seconds. There is no refresh token: request another access token.
             * @example 600
             */
            expires_in: number;
            /**
             * @description The scopes of the token, separated by spaces.
             * @example patients:read doctors:read
             */
            scope: string;
            /** @enum {string} */
            token_type: "Bearer";
        };
        TokenRefresh: {
            /**
             * Format: password
             * @example Q7ZKX3MWV5TNRD2FJ4H6PLBYGCF6XKQ2V5M3ZJ7NWT4RDPLB0HGA
             */
            refresh_token: string;
        };
        Validation: {
            /** @description The last 500 steps, newest first. A transfer to another doctor is a step back to pending. */
            history: components["schemas"]["ValidationEvent"][];
            /** @description The steps that are possible now; empty if there are none, as from full_access. */
            next_steps: components["schemas"]["NextStep"][];
            /** Format: uuid */
            patient_id: string;
            /** @description The reason while the status is rejected; otherwise null. */
            rejection_reason: string | null;
            /** @enum {string} */
            status: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
            /**
             * Format: int64
             * @description The version of the patient. Increases with each change. The ETag is derived from it.
             */
            version: number;
        };
        ValidationCounts: {
            /** Format: int64 */
            doctor_validated: number;
            /** Format: int64 */
            full_access: number;
            /** Format: int64 */
            institution_validated: number;
            /** Format: int64 */
            pending: number;
            /** Format: int64 */
            rejected: number;
        };
        ValidationEvent: {
            by: components["schemas"]["Party"];
            /**
             * @description null at registration.
             * @enum {string|null}
             */
            from: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected" | null;
            /** Format: date-time */
            occurred_at: string;
            /** @description The reason for a rejection; otherwise null. */
            reason: string | null;
            /** @enum {string} */
            to: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
        };
        ValidationShare: {
            /**
             * Format: int64
             * @description Active, living patients.
             */
            patient_count: number;
            /**
             * Format: double
             * @description The percentage of all active, living patients; 0 when there are none.
             */
            percentage: number;
            /** @enum {string} */
            validation_status: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
        };
        ValidationShareReport: {
            items: components["schemas"]["ValidationShare"][];
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type AccessToken = components['schemas']['AccessToken'];
export type Account = components['schemas']['Account'];
export type AccountCreate = components['schemas']['AccountCreate'];
export type AccountList = components['schemas']['AccountList'];
export type Address = components['schemas']['Address'];
export type AddressCreate = components['schemas']['AddressCreate'];
export type AddressList = components['schemas']['AddressList'];
export type AddressUpdate = components['schemas']['AddressUpdate'];
export type Allergy = components['schemas']['Allergy'];
export type AllergyBatch = components['schemas']['AllergyBatch'];
export type AllergyBatchCreate = components['schemas']['AllergyBatchCreate'];
export type AllergyCreate = components['schemas']['AllergyCreate'];
export type AllergyEntry = components['schemas']['AllergyEntry'];
export type AllergyEntryList = components['schemas']['AllergyEntryList'];
export type AllergyList = components['schemas']['AllergyList'];
export type AllergyUpdate = components['schemas']['AllergyUpdate'];
export type AuditEvent = components['schemas']['AuditEvent'];
export type AuditEventList = components['schemas']['AuditEventList'];
export type BloodType = components['schemas']['BloodType'];
export type BloodTypeList = components['schemas']['BloodTypeList'];
export type Bmi = components['schemas']['Bmi'];
export type CareTeam = components['schemas']['CareTeam'];
export type CareTeamDoctor = components['schemas']['CareTeamDoctor'];
export type CareTeamInstitution = components['schemas']['CareTeamInstitution'];
export type CatalogEntry = components['schemas']['CatalogEntry'];
export type CatalogEntryList = components['schemas']['CatalogEntryList'];
export type CmsUserCreate = components['schemas']['CmsUserCreate'];
export type CmsUserUpdate = components['schemas']['CmsUserUpdate'];
export type Code = components['schemas']['Code'];
export type CodedEntry = components['schemas']['CodedEntry'];
export type CodedEntryList = components['schemas']['CodedEntryList'];
export type Coding = components['schemas']['Coding'];
export type Compatibility = components['schemas']['Compatibility'];
export type Condition = components['schemas']['Condition'];
export type ConditionBatch = components['schemas']['ConditionBatch'];
export type ConditionBatchCreate = components['schemas']['ConditionBatchCreate'];
export type ConditionCount = components['schemas']['ConditionCount'];
export type ConditionCreate = components['schemas']['ConditionCreate'];
export type ConditionEntry = components['schemas']['ConditionEntry'];
export type ConditionEntryList = components['schemas']['ConditionEntryList'];
export type ConditionGroup = components['schemas']['ConditionGroup'];
export type ConditionList = components['schemas']['ConditionList'];
export type ConditionPrevalence = components['schemas']['ConditionPrevalence'];
export type ConditionPrevalenceReport = components['schemas']['ConditionPrevalenceReport'];
export type ConditionShare = components['schemas']['ConditionShare'];
export type ConditionUpdate = components['schemas']['ConditionUpdate'];
export type Country = components['schemas']['Country'];
export type CountryList = components['schemas']['CountryList'];
export type DashboardOverview = components['schemas']['DashboardOverview'];
export type DashboardPatient = components['schemas']['DashboardPatient'];
export type Doctor = components['schemas']['Doctor'];
export type DoctorCreate = components['schemas']['DoctorCreate'];
export type DoctorDashboard = components['schemas']['DoctorDashboard'];
export type DoctorLeave = components['schemas']['DoctorLeave'];
export type DoctorList = components['schemas']['DoctorList'];
export type DoctorPerformance = components['schemas']['DoctorPerformance'];
export type DoctorPerformanceReport = components['schemas']['DoctorPerformanceReport'];
export type DoctorPerformanceStats = components['schemas']['DoctorPerformanceStats'];
export type DoctorPerformanceStatsReport = components['schemas']['DoctorPerformanceStatsReport'];
export type DoctorSpecialty = components['schemas']['DoctorSpecialty'];
export type DoctorSpecialtyList = components['schemas']['DoctorSpecialtyList'];
export type DoctorStatistics = components['schemas']['DoctorStatistics'];
export type DoctorSummary = components['schemas']['DoctorSummary'];
export type DoctorTransfer = components['schemas']['DoctorTransfer'];
export type DoctorUpdate = components['schemas']['DoctorUpdate'];
export type Email = components['schemas']['Email'];
export type EmailChange = components['schemas']['EmailChange'];
export type EmailCreate = components['schemas']['EmailCreate'];
export type EmailList = components['schemas']['EmailList'];
export type EmailUpdate = components['schemas']['EmailUpdate'];
export type EmergencyContact = components['schemas']['EmergencyContact'];
export type ExportedAccesses = components['schemas']['ExportedAccesses'];
export type ExportedAccount = components['schemas']['ExportedAccount'];
export type FamilyMemberHistory = components['schemas']['FamilyMemberHistory'];
export type FamilyMemberHistoryBatch = components['schemas']['FamilyMemberHistoryBatch'];
export type FamilyMemberHistoryBatchCreate = components['schemas']['FamilyMemberHistoryBatchCreate'];
export type FamilyMemberHistoryCreate = components['schemas']['FamilyMemberHistoryCreate'];
export type FamilyMemberHistoryList = components['schemas']['FamilyMemberHistoryList'];
export type FamilyMemberHistoryUpdate = components['schemas']['FamilyMemberHistoryUpdate'];
export type FieldError = components['schemas']['FieldError'];
export type HealthConditionStats = components['schemas']['HealthConditionStats'];
export type HealthProfile = components['schemas']['HealthProfile'];
export type HealthProfileCreate = components['schemas']['HealthProfileCreate'];
export type HealthProfileUpdate = components['schemas']['HealthProfileUpdate'];
export type HealthScore = components['schemas']['HealthScore'];
export type Identifier = components['schemas']['Identifier'];
export type Import = components['schemas']['Import'];
export type ImportIgnored = components['schemas']['ImportIgnored'];
export type ImportList = components['schemas']['ImportList'];
export type ImportProblem = components['schemas']['ImportProblem'];
export type ImportProblemList = components['schemas']['ImportProblemList'];
export type ImportReason = components['schemas']['ImportReason'];
export type ImportReport = components['schemas']['ImportReport'];
export type ImportResource = components['schemas']['ImportResource'];
export type ImportTable = components['schemas']['ImportTable'];
export type Institution = components['schemas']['Institution'];
export type InstitutionAnalytics = components['schemas']['InstitutionAnalytics'];
export type InstitutionAnalyticsReport = components['schemas']['InstitutionAnalyticsReport'];
export type InstitutionCreate = components['schemas']['InstitutionCreate'];
export type InstitutionList = components['schemas']['InstitutionList'];
export type InstitutionStatistics = components['schemas']['InstitutionStatistics'];
export type InstitutionSummary = components['schemas']['InstitutionSummary'];
export type InstitutionUpdate = components['schemas']['InstitutionUpdate'];
export type Introspection = components['schemas']['Introspection'];
export type Invitation = components['schemas']['Invitation'];
export type Jwk = components['schemas']['JWK'];
export type JwkSet = components['schemas']['JwkSet'];
export type Login = components['schemas']['Login'];
export type LoginAttempt = components['schemas']['LoginAttempt'];
export type LoginAttemptList = components['schemas']['LoginAttemptList'];
export type LoginConfirmation = components['schemas']['LoginConfirmation'];
export type MedicalRecord = components['schemas']['MedicalRecord'];
export type Medication = components['schemas']['Medication'];
export type MedicationBatch = components['schemas']['MedicationBatch'];
export type MedicationBatchCreate = components['schemas']['MedicationBatchCreate'];
export type MedicationCreate = components['schemas']['MedicationCreate'];
export type MedicationList = components['schemas']['MedicationList'];
export type MedicationUpdate = components['schemas']['MedicationUpdate'];
export type NextStep = components['schemas']['NextStep'];
export type OneTimeToken = components['schemas']['OneTimeToken'];
export type Party = components['schemas']['Party'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type PasswordReset = components['schemas']['PasswordReset'];
export type PasswordResetRequest = components['schemas']['PasswordResetRequest'];
export type Patient = components['schemas']['Patient'];
export type PatientAccess = components['schemas']['PatientAccess'];
export type PatientAccessList = components['schemas']['PatientAccessList'];
export type PatientCreate = components['schemas']['PatientCreate'];
export type PatientDashboard = components['schemas']['PatientDashboard'];
export type PatientDemographics = components['schemas']['PatientDemographics'];
export type PatientDemographicsList = components['schemas']['PatientDemographicsList'];
export type PatientDetails = components['schemas']['PatientDetails'];
export type PatientExport = components['schemas']['PatientExport'];
export type PatientList = components['schemas']['PatientList'];
export type PatientMonth = components['schemas']['PatientMonth'];
export type PatientMonthReport = components['schemas']['PatientMonthReport'];
export type PatientProfile = components['schemas']['PatientProfile'];
export type PatientTransfer = components['schemas']['PatientTransfer'];
export type PatientUpdate = components['schemas']['PatientUpdate'];
export type PatientValidationStep = components['schemas']['PatientValidationStep'];
export type Permission = components['schemas']['Permission'];
export type PermissionList = components['schemas']['PermissionList'];
export type Phone = components['schemas']['Phone'];
export type PhoneCreate = components['schemas']['PhoneCreate'];
export type PhoneList = components['schemas']['PhoneList'];
export type PhoneUpdate = components['schemas']['PhoneUpdate'];
export type PlaceShare = components['schemas']['PlaceShare'];
export type PlaceShareReport = components['schemas']['PlaceShareReport'];
export type Problem = components['schemas']['Problem'];
export type PublicAddress = components['schemas']['PublicAddress'];
export type Reason = components['schemas']['Reason'];
export type RecoveryCodes = components['schemas']['RecoveryCodes'];
export type Region = components['schemas']['Region'];
export type RegionList = components['schemas']['RegionList'];
export type RegisteredEmail = components['schemas']['RegisteredEmail'];
export type RegisteredPhone = components['schemas']['RegisteredPhone'];
export type RegistrationMonth = components['schemas']['RegistrationMonth'];
export type RegistrationMonthReport = components['schemas']['RegistrationMonthReport'];
export type Role = components['schemas']['Role'];
export type RoleCreate = components['schemas']['RoleCreate'];
export type RoleList = components['schemas']['RoleList'];
export type RoleUpdate = components['schemas']['RoleUpdate'];
export type ScoreParts = components['schemas']['ScoreParts'];
export type SecondFactor = components['schemas']['SecondFactor'];
export type SecondFactorConfirmation = components['schemas']['SecondFactorConfirmation'];
export type SecondFactorCreate = components['schemas']['SecondFactorCreate'];
export type SecondFactorSecret = components['schemas']['SecondFactorSecret'];
export type SelfRegistration = components['schemas']['SelfRegistration'];
export type ServiceAccount = components['schemas']['ServiceAccount'];
export type ServiceAccountCreate = components['schemas']['ServiceAccountCreate'];
export type ServiceAccountCreated = components['schemas']['ServiceAccountCreated'];
export type ServiceAccountList = components['schemas']['ServiceAccountList'];
export type ServiceAccountSecret = components['schemas']['ServiceAccountSecret'];
export type ServiceAccountSecretCreate = components['schemas']['ServiceAccountSecretCreate'];
export type ServiceAccountSecretCreated = components['schemas']['ServiceAccountSecretCreated'];
export type ServiceAccountUpdate = components['schemas']['ServiceAccountUpdate'];
export type Session = components['schemas']['Session'];
export type SessionCheck = components['schemas']['SessionCheck'];
export type SessionList = components['schemas']['SessionList'];
export type SessionTimes = components['schemas']['SessionTimes'];
export type SessionTokens = components['schemas']['SessionTokens'];
export type Setting = components['schemas']['Setting'];
export type SettingList = components['schemas']['SettingList'];
export type SettingUpdate = components['schemas']['SettingUpdate'];
export type SignedInUser = components['schemas']['SignedInUser'];
export type SpecialtyCategory = components['schemas']['SpecialtyCategory'];
export type SpecialtyCategoryList = components['schemas']['SpecialtyCategoryList'];
export type SpecialtyShare = components['schemas']['SpecialtyShare'];
export type SpecialtyShareReport = components['schemas']['SpecialtyShareReport'];
export type StepUp = components['schemas']['StepUp'];
export type Token = components['schemas']['Token'];
export type TokenRefresh = components['schemas']['TokenRefresh'];
export type Validation = components['schemas']['Validation'];
export type ValidationCounts = components['schemas']['ValidationCounts'];
export type ValidationEvent = components['schemas']['ValidationEvent'];
export type ValidationShare = components['schemas']['ValidationShare'];
export type ValidationShareReport = components['schemas']['ValidationShareReport'];
export type $defs = Record<string, never>;
export interface operations {
    "list-signing-keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["JwkSet"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-dashboard-overview": {
        parameters: {
            query?: {
                /** @description Only this institution; me stands for the institution that is signed in. */
                institution_id?: string;
                /** @description Only this doctor; me stands for the doctor who is signed in. */
                doctor_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DashboardOverview"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-doctor-performance": {
        parameters: {
            query?: {
                /** @description Only this institution; me stands for the institution that is signed in. */
                institution_id?: string;
                /** @description Only this doctor; me stands for the doctor who is signed in. */
                doctor_id?: string;
                /** @description The largest number of rows; those with the most patients are returned. To see the others, ask for one institution or doctor. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoctorPerformanceReport"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-doctor-performance-stats": {
        parameters: {
            query?: {
                /** @description Only this institution; me stands for the institution that is signed in. */
                institution_id?: string;
                /** @description Only this doctor; me stands for the doctor who is signed in. */
                doctor_id?: string;
                /** @description The largest number of rows; those with the most patients are returned. To see the others, ask for one institution or doctor. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoctorPerformanceStatsReport"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-doctor-specialty-distribution": {
        parameters: {
            query?: {
                /** @description Only this institution; me stands for the institution that is signed in. */
                institution_id?: string;
                /** @description Only this doctor; me stands for the doctor who is signed in. */
                doctor_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecialtyShareReport"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-geographic-distribution": {
        parameters: {
            query?: {
                /** @description Only this institution; me stands for the institution that is signed in. */
                institution_id?: string;
                /** @description Only this doctor; me stands for the doctor who is signed in. */
                doctor_id?: string;
                /** @description The largest number of rows; those with the most patients are returned. To see the others, ask for one institution or doctor. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PlaceShareReport"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-health-condition-prevalence": {
        parameters: {
            query?: {
                /** @description Only this institution; me stands for the institution that is signed in. */
                institution_id?: string;
                /** @description Only this doctor; me stands for the doctor who is signed in. */
                doctor_id?: string;
                /** @description The largest number of rows; those with the most patients are returned. To see the others, ask for one institution or doctor. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionPrevalenceReport"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-health-condition-stats": {
        parameters: {
            query?: {
                /** @description Only this institution; me stands for the institution that is signed in. */
                institution_id?: string;
                /** @description Only this doctor; me stands for the doctor who is signed in. */
                doctor_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthConditionStats"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-institution-analytics": {
        parameters: {
            query?: {
                /** @description Only this institution; me stands for the institution that is signed in. */
                institution_id?: string;
                /** @description Only this doctor; me stands for the doctor who is signed in. */
                doctor_id?: string;
                /** @description The largest number of rows; those with the most patients are returned. To see the others, ask for one institution or doctor. */
                limit?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstitutionAnalyticsReport"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-monthly-registrations": {
        parameters: {
            query?: {
                /** @description Only this institution; me stands for the institution that is signed in. */
                institution_id?: string;
                /** @description Only this doctor; me stands for the doctor who is signed in. */
                doctor_id?: string;
                /** @description The first month of the report. */
                from?: string;
                /** @description The last month of the report. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegistrationMonthReport"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-patient-demographics": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("age" | "blood_type" | "created_at" | "date_of_birth" | "date_of_birth_precision" | "deceased" | "deceased_at" | "deceased_date" | "deceased_date_precision" | "diagnosed_condition_names" | "doctor_id" | "doctor_name" | "emergency_contact_name" | "emergency_contact_phone" | "first_name" | "gender" | "institution_country_name" | "institution_id" | "institution_name" | "institution_region_name" | "last_name" | "patient_id" | "primary_email" | "primary_phone" | "sex" | "validation_status")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only this institution; me stands for the institution that is signed in. */
                institution_id?: string;
                /** @description Only this doctor; me stands for the doctor who is signed in. */
                doctor_id?: string;
                /** @description Sort by registration, or by last and first name. A minus sign reverses the order. */
                sort?: "-created_at" | "created_at" | "name" | "-name";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientDemographicsList"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-stats-by-month": {
        parameters: {
            query?: {
                /** @description Only this institution; me stands for the institution that is signed in. */
                institution_id?: string;
                /** @description Only this doctor; me stands for the doctor who is signed in. */
                doctor_id?: string;
                /** @description The year of the report; this year when left out. */
                year?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientMonthReport"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-validation-status": {
        parameters: {
            query?: {
                /** @description Only this institution; me stands for the institution that is signed in. */
                institution_id?: string;
                /** @description Only this doctor; me stands for the doctor who is signed in. */
                doctor_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ValidationShareReport"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "change-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChange"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "confirm-email-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneTimeToken"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "introspect-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * Format: uuid
                     * @description Leave it out if the Authorization header has it.
                     */
                    client_id?: string;
                    /**
                     * Format: password
                     * @description Leave it out if the Authorization header has it.
                     */
                    client_secret?: string;
                    /** @description The token that your service received as Authorization: Bearer. */
                    token: string;
                    /** @description Ignored: only access tokens can be introspected. */
                    token_type_hint?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Introspection"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    login: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTokens"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "confirm-login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginConfirmation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTokens"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    logout: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "logout-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    refresh: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRefresh"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTokens"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    register: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SelfRegistration"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorSecret"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "confirm-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorConfirmation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionCheck"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-sessions": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("created_at" | "current" | "device" | "expires_at" | "id" | "idle_expires_at" | "ip" | "last_seen_at")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of one of your sessions. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUp"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-token": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/x-www-form-urlencoded": {
                    /**
                     * Format: uuid
                     * @description Leave it out if the Authorization header has it.
                     */
                    client_id?: string;
                    /**
                     * Format: password
                     * @description Leave it out if the Authorization header has it.
                     */
                    client_secret?: string;
                    /** @enum {string} */
                    grant_type: "client_credentials";
                    /** @description The scopes that you want, separated by spaces; all scopes of the account when left out. */
                    scope?: string;
                };
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Token"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneTimeToken"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "resend-email-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-allergic-reactions": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("code" | "code_system" | "name")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodedEntryList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-allergic-reaction": {
        parameters: {
            query?: {
                /** @description The URI of the code system. Required when several systems have the code. */
                code_system?: string;
            };
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodedEntry"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-allergies": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("category" | "code" | "code_system" | "name" | "statement")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllergyEntryList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-allergy": {
        parameters: {
            query?: {
                /** @description The URI of the code system. Required when several systems have the code. */
                code_system?: string;
            };
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllergyEntry"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-blood-types": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("abo" | "code" | "name" | "rh_positive")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BloodTypeList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-blood-type": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["BloodType"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-blood-type-compatibility": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of the blood type; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Compatibility"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-countries": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("alpha3" | "calling_code" | "code" | "currency_code" | "currency_name" | "name" | "numeric_code" | "other_names")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CountryList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-country": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Country"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-doctor-specialties": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("category" | "code" | "description" | "name")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
                /** @description Only specialties of the categories with these codes. */
                category?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoctorSpecialtyList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-doctor-specialty": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoctorSpecialty"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-email-types": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("code" | "name")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEntryList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-email-type": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEntry"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-genders": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("code" | "name")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEntryList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-gender": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEntry"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-institution-types": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("code" | "name")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEntryList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-institution-type": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEntry"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-medical-conditions": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("chronic" | "code" | "code_system" | "condition_group" | "name")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionEntryList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-medical-condition": {
        parameters: {
            query?: {
                /** @description The URI of the code system. Required when several systems have the code. */
                code_system?: string;
            };
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionEntry"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-medications": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("code" | "code_system" | "name")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodedEntryList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-medication": {
        parameters: {
            query?: {
                /** @description The URI of the code system. Required when several systems have the code. */
                code_system?: string;
            };
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CodedEntry"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-phone-types": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("code" | "name")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEntryList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-phone-type": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEntry"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-regions": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("category_name" | "code" | "country" | "name" | "parent")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
                /** @description Only regions of the countries with these codes (ISO 3166-1 alpha-2). */
                country?: string[];
                /** @description Only regions inside the regions with these codes. */
                parent?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RegionList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-region": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Region"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-sexes": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("code" | "name")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEntryList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-sex": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CatalogEntry"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-specialty-categories": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("code" | "name" | "parent")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only entries whose name has words that begin with these words, in any order, or whose code starts with this. Case, accents and punctuation in names don't matter. */
                q?: string;
                /** @description Only categories inside the categories with these codes. */
                parent?: string[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecialtyCategoryList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-specialty-category": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The entry's code; you may send + as %2B. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SpecialtyCategory"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-accounts": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("active" | "created_at" | "email" | "failed_login_count" | "first_name" | "id" | "last_failed_login_at" | "last_login_at" | "last_login_ip" | "last_name" | "lock_expires_at" | "password_change_required" | "password_changed_at" | "reference_id" | "role" | "second_factor" | "updated_at" | "user_type" | "verified" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by e-mail address or last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise email. */
                sort?: "email" | "-email" | "updated_at" | "-updated_at";
                /** @description Only accounts whose e-mail address starts with this. */
                email?: string;
                /** @description true: only enabled accounts; false: only disabled ones; any: both. */
                active?: "true" | "false" | "any";
                /** @description Only accounts of these types. */
                user_type?: ("patient" | "doctor" | "institution")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "disable-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "enable-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "end-account-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-account-login-history": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("action" | "ip" | "occurred_at" | "outcome")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginAttemptList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "require-account-password-change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reset-account-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unlock-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-audit-events": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("action" | "actor_id" | "actor_type" | "entity_id" | "entity_type" | "hash" | "ip" | "occurred_at" | "outcome" | "patient_id" | "payload" | "purpose_of_use" | "request_id" | "result_count" | "sealed_at" | "sequence_number")[];
                /** @description estimated returns a rough number of events on all pages. There is no exact count, because the trail only ever grows. */
                total?: "none" | "estimated";
                /** @description Only events with one of these actions. */
                action?: string[];
                /** @description Only events that one of these kinds of actors caused. */
                actor_type?: ("anonymous" | "user" | "cms_user" | "service_account" | "system")[];
                /** @description Only events that this account caused. */
                actor_id?: string;
                /** @description Only events that concern records of these types. */
                entity_type?: string[];
                /** @description Only events that concern this record. Send entity_type too. */
                entity_id?: string;
                /** @description Only events that concern this patient, who may have been erased. */
                patient_id?: string;
                /** @description Only events with one of these outcomes. */
                outcome?: ("success" | "denied" | "failure")[];
                /** @description Only events of the request with this X-Request-Id. */
                request_id?: string;
                /** @description Only events at this time or later: a time, or a date, which means midnight UTC. */
                from?: string;
                /** @description Only events before this time: a time, or a date, which means midnight UTC. */
                to?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AuditEventList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-change-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailChange"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-confirm-email-change": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneTimeToken"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-change-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordChange"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-forgot-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordResetRequest"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Login"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTokens"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-confirm-login": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["LoginConfirmation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTokens"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-logout": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-logout-all": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-refresh": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TokenRefresh"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionTokens"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-reset-password": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PasswordReset"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-get-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactor"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-create-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SecondFactorSecret"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-delete-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-confirm-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SecondFactorConfirmation"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-create-recovery-codes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RecoveryCodes"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-get-session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionCheck"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-list-sessions": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("created_at" | "current" | "device" | "expires_at" | "id" | "idle_expires_at" | "ip" | "last_seen_at")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SessionList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-delete-session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of one of your sessions. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-step-up": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["StepUp"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccessToken"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-verify-email": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["OneTimeToken"];
            };
        };
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cms-resend-email-verification": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-permissions": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("action" | "name" | "resource")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PermissionList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-roles": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("built_in" | "code" | "created_at" | "description" | "name" | "permissions" | "updated_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RoleList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-role": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-role": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The code of the role. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-role": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The code of the role. */
                code: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-role": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The code of the role. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["RoleUpdate"];
                "application/merge-patch+json": components["schemas"]["RoleUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Role"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-service-accounts": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("active" | "created_at" | "id" | "last_used_at" | "name" | "role" | "scopes" | "secrets" | "updated_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-service-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceAccountCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountCreated"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-service-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the service account, which is its client_id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-service-account": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the service account, which is its client_id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceAccountUpdate"];
                "application/merge-patch+json": components["schemas"]["ServiceAccountUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccount"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-service-account-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the service account, which is its client_id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceAccountSecretCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceAccountSecretCreated"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-service-account-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the service account, which is its client_id. */
                id: string;
                /** @description The id of the secret. */
                secret_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-settings": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("allowed_values" | "default_value" | "description" | "key" | "maximum" | "minimum" | "updated_at" | "value" | "value_type" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SettingList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-setting": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the setting. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setting"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-setting": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The key of the setting. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["SettingUpdate"];
                "application/merge-patch+json": components["schemas"]["SettingUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setting"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reset-setting": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The key of the setting. */
                key: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Setting"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-cms-users": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("active" | "created_at" | "email" | "failed_login_count" | "first_name" | "id" | "last_failed_login_at" | "last_login_at" | "last_login_ip" | "last_name" | "lock_expires_at" | "password_change_required" | "password_changed_at" | "reference_id" | "role" | "second_factor" | "updated_at" | "user_type" | "verified" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by e-mail address or last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise email. */
                sort?: "email" | "-email" | "updated_at" | "-updated_at";
                /** @description Only accounts whose e-mail address starts with this. */
                email?: string;
                /** @description true: only enabled accounts; false: only disabled ones; any: both. */
                active?: "true" | "false" | "any";
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AccountList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-cms-user": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CmsUserCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-cms-user": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-cms-user": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["CmsUserUpdate"];
                "application/merge-patch+json": components["schemas"]["CmsUserUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "disable-cms-user": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "enable-cms-user": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "end-cms-user-sessions": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "invite-cms-user": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-cms-user-login-history": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("action" | "ip" | "occurred_at" | "outcome")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginAttemptList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "require-cms-user-password-change": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reset-cms-user-second-factor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "unlock-cms-user": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Account"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-doctors": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("consultation_fee" | "created_at" | "first_name" | "gender" | "id" | "institution_id" | "last_name" | "licence_number" | "sex" | "specialty" | "status" | "updated_at" | "version" | "years_experience")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order. The default is name with q, otherwise updated_at with updated_since, otherwise -created_at. */
                sort?: "-created_at" | "created_at" | "name" | "-name" | "updated_at" | "-updated_at";
                /** @description Only records whose name has words that begin with these words, in any order. Case, accents and punctuation don't matter. */
                q?: string;
                /** @description Only records with these ids, separated by commas. */
                ids?: string[];
                /** @description Related records to embed. Records that you may not see are left out. */
                include?: "institution"[];
                /** @description true lists active doctors, false suspended and retired ones, any all. The default is true, with status any. */
                active?: "true" | "false" | "any";
                /** @description Only doctors with one of these statuses. */
                status?: ("active" | "suspended" | "retired")[];
                /** @description Only doctors with one of these specialties, codes from the catalog of doctor specialties. */
                specialty?: string[];
                /** @description Only the doctor with this licence number. */
                licence_number?: string;
                /** @description Only the doctor with this identifier of another system: the system's URI and the value with a bar between them, or the value in any system. Not for patients and doctors. */
                identifier?: string;
                /** @description Only doctors with this phone number, in any international notation. Not for patients and doctors. */
                phone?: string;
                /** @description Only doctors with this e-mail address. Case doesn't matter. Not for patients and doctors. */
                email?: string;
                /** @description Only doctors of this institution. */
                institution_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoctorList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-doctor": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DoctorCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Doctor"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-doctor-dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoctorDashboard"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-doctor": {
        parameters: {
            query?: {
                /** @description Related records to embed. Records that you may not see are left out. */
                include?: "institution"[];
            };
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Doctor"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-doctor": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DoctorUpdate"];
                "application/merge-patch+json": components["schemas"]["DoctorUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Doctor"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-doctor-addresses": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("city" | "country" | "created_at" | "id" | "is_primary" | "latitude" | "line1" | "line2" | "longitude" | "postal_code" | "region" | "updated_at" | "use" | "verified_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
            };
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-doctor-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-doctor-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-doctor-address": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-doctor-address": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressUpdate"];
                "application/merge-patch+json": components["schemas"]["AddressUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-doctor-address-primary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verify-doctor-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-doctor-emails": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("created_at" | "email" | "id" | "is_primary" | "type" | "updated_at" | "verified_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
            };
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-doctor-email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-doctor-email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-doctor-email": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-doctor-email": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailUpdate"];
                "application/merge-patch+json": components["schemas"]["EmailUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-doctor-email-primary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verify-doctor-email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-doctor-institution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "invite-doctor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Invitation"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-doctor-patients": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("active" | "created_at" | "date_of_birth" | "date_of_birth_precision" | "deceased" | "deceased_at" | "deceased_date" | "deceased_date_precision" | "doctor_id" | "emergency_contact" | "first_name" | "gender" | "id" | "institution_id" | "last_name" | "rejection_reason" | "sex" | "source_elements" | "updated_at" | "validation_status" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order. The default is name with q, otherwise updated_at with updated_since, otherwise -created_at. */
                sort?: "-created_at" | "created_at" | "name" | "-name" | "updated_at" | "-updated_at";
                /** @description Only records whose name has words that begin with these words, in any order. Case, accents and punctuation don't matter. */
                q?: string;
                /** @description Only records with these ids, separated by commas. */
                ids?: string[];
                /** @description Related records to embed, separated by commas. Records that you may not see are left out. */
                include?: ("doctor" | "institution")[];
                /** @description true lists patients in care, false deactivated ones, any both. */
                active?: "true" | "false" | "any";
                /** @description Only patients with one of these validation statuses. */
                validation_status?: ("pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected")[];
                /** @description Only the patient with this identifier of another system: the system's URI and the value with a bar between them, or the value in any system. */
                identifier?: string;
                /** @description Only patients born on this day. */
                date_of_birth?: string;
                /** @description Only patients with this phone number, in any international notation. */
                phone?: string;
                /** @description Only patients with this e-mail address. Case doesn't matter. */
                email?: string;
            };
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-doctor-phones": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("area_code" | "calling_code" | "created_at" | "extension" | "id" | "is_primary" | "number" | "type" | "updated_at" | "verified_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
            };
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-doctor-phone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-doctor-phone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-doctor-phone": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-doctor-phone": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneUpdate"];
                "application/merge-patch+json": components["schemas"]["PhoneUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-doctor-phone-primary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verify-doctor-phone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reactivate-doctor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Doctor"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "retire-doctor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DoctorLeave"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Doctor"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-doctor-statistics": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoctorStatistics"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "suspend-doctor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["DoctorLeave"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Doctor"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transfer-doctor": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the doctor, or me for the doctor who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DoctorTransfer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Doctor"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-imports": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("bytes_read" | "bytes_total" | "country" | "created_at" | "dry_run" | "ended_at" | "failure" | "format" | "id" | "institution_id" | "problem_count" | "report" | "source" | "started_at" | "status" | "step" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by creation or last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise -created_at. */
                sort?: "-created_at" | "created_at" | "updated_at" | "-updated_at";
                /** @description Only imports with one of these statuses. */
                status?: ("accepted" | "in-progress" | "completed" | "failed" | "cancelled")[];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-import": {
        parameters: {
            query?: {
                /** @description Process the file and report the result, but roll everything back. */
                dry_run?: boolean;
                /** @description For FHIR, the base URL of the server that made the export, needed when its ids are not UUIDs. For CSV, the identifier_system of rows that have none. */
                source?: string;
                /** @description The ISO 3166-1 code of the country for addresses and phone numbers that don't name one. */
                country?: string;
                /** @description Write only patients of this institution. A file from an institution writes only its own patients in any case. */
                institution_id?: string;
            };
            header?: {
                /** @description gzip if the file is gzipped. */
                "Content-Encoding"?: "identity" | "gzip";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/fhir+json": string;
                "application/fhir+ndjson": string;
                "application/gzip": string;
                "application/x-ndjson": string;
                "application/x-tar": string;
                "application/x-zip-compressed": string;
                "application/zip": string;
                "text/csv": string;
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-import": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "cancel-import": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Import"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-import-problems": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("code" | "detail" | "field" | "file" | "line" | "resource" | "resource_id" | "severity")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The id of the import. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ImportProblemList"];
                    "text/csv": string;
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-institutions": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("active" | "created_at" | "distance_km" | "id" | "licence_number" | "name" | "type" | "updated_at" | "verified" | "version" | "website")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order. The default is name with q, otherwise updated_at with updated_since, otherwise -created_at. */
                sort?: "-created_at" | "created_at" | "name" | "-name" | "updated_at" | "-updated_at";
                /** @description Only records whose name has words that begin with these words, in any order. Case, accents and punctuation don't matter. */
                q?: string;
                /** @description Only records with these ids, separated by commas. */
                ids?: string[];
                /** @description Only institutions of one of these types, codes from the catalog of institution types. */
                type?: string[];
                /** @description Only institutions with an address in one of these countries (ISO 3166-1). Not for patients and doctors. */
                country?: string[];
                /** @description Only institutions with an address in one of these regions (ISO 3166-2). Not for patients and doctors. */
                region?: string[];
                /** @description true lists active institutions, false deactivated ones, any both. */
                active?: "true" | "false" | "any";
                /** @description true: only verified institutions; false: only unverified ones. */
                verified?: "true" | "false";
                /** @description Degrees north. With longitude and radius_km: only institutions near this point. There is only one page, with the nearest institutions up to limit, in this order, and no cursor. Not for patients and doctors. */
                latitude?: number;
                /** @description Degrees east. */
                longitude?: number;
                /** @description The largest distance from the point, in kilometres along the earth's surface. */
                radius_km?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstitutionList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-institution": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstitutionCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-institution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-institution": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstitutionUpdate"];
                "application/merge-patch+json": components["schemas"]["InstitutionUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-institution-addresses": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("city" | "country" | "created_at" | "id" | "is_primary" | "latitude" | "line1" | "line2" | "longitude" | "postal_code" | "region" | "updated_at" | "use" | "verified_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
            };
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-institution-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-institution-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-institution-address": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-institution-address": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressUpdate"];
                "application/merge-patch+json": components["schemas"]["AddressUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-institution-address-primary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verify-institution-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "deactivate-institution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-institution-doctors": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("consultation_fee" | "created_at" | "first_name" | "gender" | "id" | "institution_id" | "last_name" | "licence_number" | "sex" | "specialty" | "status" | "updated_at" | "version" | "years_experience")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order. The default is name with q, otherwise updated_at with updated_since, otherwise -created_at. */
                sort?: "-created_at" | "created_at" | "name" | "-name" | "updated_at" | "-updated_at";
                /** @description Only records whose name has words that begin with these words, in any order. Case, accents and punctuation don't matter. */
                q?: string;
                /** @description Only records with these ids, separated by commas. */
                ids?: string[];
                /** @description Related records to embed. Records that you may not see are left out. */
                include?: "institution"[];
                /** @description true lists active doctors, false suspended and retired ones, any all. The default is true, with status any. */
                active?: "true" | "false" | "any";
                /** @description Only doctors with one of these statuses. */
                status?: ("active" | "suspended" | "retired")[];
                /** @description Only doctors with one of these specialties, codes from the catalog of doctor specialties. */
                specialty?: string[];
                /** @description Only the doctor with this licence number. */
                licence_number?: string;
                /** @description Only the doctor with this identifier of another system: the system's URI and the value with a bar between them, or the value in any system. Not for patients and doctors. */
                identifier?: string;
                /** @description Only doctors with this phone number, in any international notation. Not for patients and doctors. */
                phone?: string;
                /** @description Only doctors with this e-mail address. Case doesn't matter. Not for patients and doctors. */
                email?: string;
            };
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DoctorList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-institution-emails": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("created_at" | "email" | "id" | "is_primary" | "type" | "updated_at" | "verified_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
            };
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-institution-email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-institution-email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-institution-email": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-institution-email": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailUpdate"];
                "application/merge-patch+json": components["schemas"]["EmailUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-institution-email-primary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verify-institution-email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "invite-institution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Invitation"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-institution-patients": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("active" | "created_at" | "date_of_birth" | "date_of_birth_precision" | "deceased" | "deceased_at" | "deceased_date" | "deceased_date_precision" | "doctor_id" | "emergency_contact" | "first_name" | "gender" | "id" | "institution_id" | "last_name" | "rejection_reason" | "sex" | "source_elements" | "updated_at" | "validation_status" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order. The default is name with q, otherwise updated_at with updated_since, otherwise -created_at. */
                sort?: "-created_at" | "created_at" | "name" | "-name" | "updated_at" | "-updated_at";
                /** @description Only records whose name has words that begin with these words, in any order. Case, accents and punctuation don't matter. */
                q?: string;
                /** @description Only records with these ids, separated by commas. */
                ids?: string[];
                /** @description Related records to embed, separated by commas. Records that you may not see are left out. */
                include?: ("doctor" | "institution")[];
                /** @description true lists patients in care, false deactivated ones, any both. */
                active?: "true" | "false" | "any";
                /** @description Only patients with one of these validation statuses. */
                validation_status?: ("pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected")[];
                /** @description Only the patient with this identifier of another system: the system's URI and the value with a bar between them, or the value in any system. */
                identifier?: string;
                /** @description Only patients born on this day. */
                date_of_birth?: string;
                /** @description Only patients with this phone number, in any international notation. */
                phone?: string;
                /** @description Only patients with this e-mail address. Case doesn't matter. */
                email?: string;
            };
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-institution-phones": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("area_code" | "calling_code" | "created_at" | "extension" | "id" | "is_primary" | "number" | "type" | "updated_at" | "verified_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
            };
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-institution-phone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-institution-phone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-institution-phone": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-institution-phone": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneUpdate"];
                "application/merge-patch+json": components["schemas"]["PhoneUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-institution-phone-primary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verify-institution-phone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reactivate-institution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-institution-statistics": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InstitutionStatistics"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verify-institution": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the institution, or me for the institution that is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Reason"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Institution"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-patients": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("active" | "created_at" | "date_of_birth" | "date_of_birth_precision" | "deceased" | "deceased_at" | "deceased_date" | "deceased_date_precision" | "doctor_id" | "emergency_contact" | "first_name" | "gender" | "id" | "institution_id" | "last_name" | "rejection_reason" | "sex" | "source_elements" | "updated_at" | "validation_status" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by creation, name (of people, by last and first name) or last change. A minus sign reverses the order. The default is name with q, otherwise updated_at with updated_since, otherwise -created_at. */
                sort?: "-created_at" | "created_at" | "name" | "-name" | "updated_at" | "-updated_at";
                /** @description Only records whose name has words that begin with these words, in any order. Case, accents and punctuation don't matter. */
                q?: string;
                /** @description Only records with these ids, separated by commas. */
                ids?: string[];
                /** @description Related records to embed, separated by commas. Records that you may not see are left out. */
                include?: ("doctor" | "institution")[];
                /** @description true lists patients in care, false deactivated ones, any both. */
                active?: "true" | "false" | "any";
                /** @description Only patients with one of these validation statuses. */
                validation_status?: ("pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected")[];
                /** @description Only the patient with this identifier of another system: the system's URI and the value with a bar between them, or the value in any system. */
                identifier?: string;
                /** @description Only patients born on this day. */
                date_of_birth?: string;
                /** @description Only patients with this phone number, in any international notation. */
                phone?: string;
                /** @description Only patients with this e-mail address. Case doesn't matter. */
                email?: string;
                /** @description Only patients of the doctor with this id, or me for the doctor who is signed in. */
                doctor_id?: string;
                /** @description Only patients of this institution. */
                institution_id?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patient"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient": {
        parameters: {
            query?: {
                /** @description Return only these members, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("active" | "created_at" | "date_of_birth" | "date_of_birth_precision" | "deceased" | "deceased_at" | "deceased_date" | "deceased_date_precision" | "doctor_id" | "emergency_contact" | "first_name" | "gender" | "id" | "institution_id" | "last_name" | "rejection_reason" | "sex" | "source_elements" | "updated_at" | "validation_status" | "version")[];
                /** @description Parts of the record and related records to include, separated by commas. A list has its first 50 items; next_cursors continues it in its own operation. A doctor or an institution that you may not see is left out; any other part that you may not read is a 403. */
                include?: ("doctor" | "institution" | "health_profile" | "conditions" | "medications" | "allergies" | "family_history" | "dashboard" | "care_team" | "validation" | "emails" | "phones" | "addresses")[];
            };
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientDetails"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-patient": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientUpdate"];
                "application/merge-patch+json": components["schemas"]["PatientUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patient"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-patient-access-log": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("action" | "by" | "occurred_at" | "outcome" | "purpose_of_use")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientAccessList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-patient-addresses": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("city" | "country" | "created_at" | "id" | "is_primary" | "latitude" | "line1" | "line2" | "longitude" | "postal_code" | "region" | "updated_at" | "use" | "verified_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
            };
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AddressList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-patient-address": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-patient-address": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressUpdate"];
                "application/merge-patch+json": components["schemas"]["AddressUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-patient-address-primary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verify-patient-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Address"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-patient-allergies": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("allergy" | "created_at" | "id" | "notes" | "patient_id" | "reaction" | "recorded_date" | "recorded_date_precision" | "severity" | "source_elements" | "status" | "updated_at" | "verification_status" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
                /** @description Only entries with one of these statuses. */
                status?: ("active" | "inactive" | "resolved" | "unknown")[];
            };
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllergyList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient-allergy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllergyCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Allergy"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient-allergy-batch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllergyBatchCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AllergyBatch"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-allergy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Allergy"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-patient-allergy": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-patient-allergy": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AllergyUpdate"];
                "application/merge-patch+json": components["schemas"]["AllergyUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Allergy"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-care-team": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CareTeam"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-patient-conditions": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("abatement_date" | "abatement_date_precision" | "condition" | "created_at" | "id" | "notes" | "onset_date" | "onset_date_precision" | "patient_id" | "severity" | "source_elements" | "status" | "updated_at" | "verification_status" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
                /** @description Only entries with one of these statuses. */
                status?: ("active" | "recurrence" | "relapse" | "inactive" | "remission" | "resolved" | "unknown")[];
            };
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient-condition": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConditionCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Condition"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient-condition-batch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConditionBatchCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConditionBatch"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-condition": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Condition"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-patient-condition": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-patient-condition": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ConditionUpdate"];
                "application/merge-patch+json": components["schemas"]["ConditionUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Condition"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-dashboard": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientDashboard"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "deactivate-patient": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patient"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-patient-emails": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("created_at" | "email" | "id" | "is_primary" | "type" | "updated_at" | "verified_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
            };
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EmailList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient-email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-patient-email": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-patient-email": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailUpdate"];
                "application/merge-patch+json": components["schemas"]["EmailUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-patient-email-primary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verify-patient-email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Email"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "export-patient": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientExport"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-patient-family-history": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("age_at_onset" | "condition" | "created_at" | "id" | "notes" | "patient_id" | "relative" | "source_elements" | "updated_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
            };
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyMemberHistoryList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient-family-history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FamilyMemberHistoryCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyMemberHistory"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient-family-history-batch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FamilyMemberHistoryBatchCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyMemberHistoryBatch"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-family-history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyMemberHistory"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-patient-family-history": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-patient-family-history": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["FamilyMemberHistoryUpdate"];
                "application/merge-patch+json": components["schemas"]["FamilyMemberHistoryUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["FamilyMemberHistory"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-health-profile": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthProfile"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-patient-health-profile": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["HealthProfileUpdate"];
                "application/merge-patch+json": components["schemas"]["HealthProfileUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["HealthProfile"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "invite-patient": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Invitation"];
            };
        };
        responses: {
            /** @description Accepted */
            202: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-medical-record": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MedicalRecord"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-patient-medications": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("created_at" | "dosage" | "end_date" | "end_date_precision" | "id" | "medication" | "notes" | "patient_id" | "source_elements" | "start_date" | "start_date_precision" | "status" | "updated_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
                /** @description Only entries with one of these statuses. */
                status?: ("active" | "on-hold" | "completed" | "stopped" | "cancelled" | "unknown")[];
            };
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MedicationList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient-medication": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MedicationCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Medication"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient-medication-batch": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MedicationBatchCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MedicationBatch"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-medication": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Medication"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-patient-medication": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-patient-medication": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["MedicationUpdate"];
                "application/merge-patch+json": components["schemas"]["MedicationUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Medication"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "list-patient-phones": {
        parameters: {
            query?: {
                /** @description The largest number of items on a page. */
                limit?: number;
                /** @description The next_cursor or prev_cursor of another page of the same list. Without it you get the first page. */
                cursor?: string;
                /** @description Return only these members of each item, separated by commas. id and what include names are always returned. All other members are left out, even if the schema requires them. */
                fields?: ("area_code" | "calling_code" | "created_at" | "extension" | "id" | "is_primary" | "number" | "type" | "updated_at" | "verified_at" | "version")[];
                /** @description Whether to return the total number of items on all pages: exact counts them; estimated counts at most 1,000 or, for staff and service accounts, returns a rough guess by the database's query planner. */
                total?: "none" | "estimated" | "exact";
                /** @description Only what was created or changed at this time or later: a time, or a date, which means midnight UTC. */
                updated_since?: string;
                /** @description Sort by last change. A minus sign reverses the order. The default is updated_at with updated_since, otherwise the list's own order. */
                sort?: "updated_at" | "-updated_at";
            };
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PhoneList"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient-phone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneCreate"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-phone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "delete-patient-phone": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description No Content */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "update-patient-phone": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneUpdate"];
                "application/merge-patch+json": components["schemas"]["PhoneUpdate"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "make-patient-phone-primary": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "verify-patient-phone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Phone"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-profile": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["PatientProfile"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "reactivate-patient": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patient"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "transfer-patient": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientTransfer"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Patient"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "get-patient-validation": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    "create-patient-validation-step": {
        parameters: {
            query?: never;
            header: {
                /** @description The ETag that you got with the resource. Without it the response is 428; if the resource has changed since, it is 412. */
                "If-Match": string;
            };
            path: {
                /** @description The id of the patient, or me for the patient who is signed in. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PatientValidationStep"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Validation"];
                };
            };
            /** @description What went wrong. */
            default: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
}
