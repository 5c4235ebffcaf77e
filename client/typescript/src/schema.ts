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
         * The keys that verify access tokens
         * @description A JWK set (RFC 7517) for services that check access tokens by themselves: EdDSA, with iss, aud and typ at+jwt.
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
         * Everything in numbers
         * @description For staff with the permission analytics:read, about everything or whom they name; for institutions, about themselves or a doctor of theirs; for doctors in practice, about themselves. Patients are the active and living ones. Accept: text/csv gives a file. The answer may come from a cache that every change drops.
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
         * Doctors and how many patients they have
         * @description For staff with the permission analytics:read, about everything or whom they name; for institutions, about themselves or a doctor of theirs; for doctors in practice, about themselves. Patients are the active and living ones. Accept: text/csv gives a file. The answer may come from a cache that every change drops.
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
         * Doctors and what their patients have
         * @description For staff with the permissions analytics:read and patients:read, about everything or whom they name; for institutions, except insurers, about themselves or a doctor of theirs; for doctors in practice, about themselves. Patients are the active and living ones. Accept: text/csv gives a file. The answer may come from a cache that every change drops.
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
         * Doctors by specialty
         * @description For staff with the permission analytics:read, about everything or whom they name; for institutions, about themselves or a doctor of theirs; for doctors in practice, about themselves. Patients are the active and living ones. Accept: text/csv gives a file. The answer may come from a cache that every change drops.
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
         * Institutions, doctors and patients by place
         * @description For staff with the permission analytics:read, about everything or whom they name; for institutions, about themselves or a doctor of theirs; for doctors in practice, about themselves. Patients are the active and living ones. Accept: text/csv gives a file. The answer may come from a cache that every change drops.
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
         * How many patients have which condition
         * @description For staff with the permissions analytics:read and patients:read, about everything or whom they name; for institutions, except insurers, about themselves or a doctor of theirs; for doctors in practice, about themselves. Patients are the active and living ones. Accept: text/csv gives a file. The answer may come from a cache that every change drops.
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
         * Frequent conditions and habits
         * @description For staff with the permissions analytics:read and patients:read, about everything or whom they name; for institutions, except insurers, about themselves or a doctor of theirs; for doctors in practice, about themselves. Patients are the active and living ones. Accept: text/csv gives a file. The answer may come from a cache that every change drops.
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
         * Institutions, their doctors and what their patients have
         * @description For staff with the permissions analytics:read and patients:read, about everything or whom they name; for institutions, except insurers, about themselves or a doctor of theirs; for doctors in practice, about themselves. Patients are the active and living ones. Accept: text/csv gives a file. The answer may come from a cache that every change drops.
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
         * Registrations by month, sex and gender
         * @description For staff with the permission analytics:read, about everything or whom they name; for institutions, about themselves or a doctor of theirs; for doctors in practice, about themselves. Patients are the active and living ones. Accept: text/csv gives a file. The answer may come from a cache that every change drops.
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
         * The people behind the figures
         * @description For staff with the permissions analytics:read and patients:read, about everything or whom they name; for institutions, except insurers, about themselves or a doctor of theirs; for doctors in practice, about themselves. A row a patient in care, the deceased among them; each row leaves an event in the audit trail, and nothing is cached. Accept: text/csv gives a page as a file.
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
         * A year's registrations and validations by month
         * @description For staff with the permission analytics:read, about everything or whom they name; for institutions, about themselves or a doctor of theirs; for doctors in practice, about themselves. Patients are the active and living ones. Accept: text/csv gives a file. The answer may come from a cache that every change drops.
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
         * Patients by validation status
         * @description For staff with the permission analytics:read, about everything or whom they name; for institutions, about themselves or a doctor of theirs; for doctors in practice, about themselves. Patients are the active and living ones. Accept: text/csv gives a file. The answer may come from a cache that every change drops.
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
         * Ask for another e-mail address
         * @description The new address gets a link that confirms it, and until then nothing changes; the old one gets a notice. The answer is the same when another account has the address. Wrong passwords count like failed sign-ins.
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
         * Change the e-mail address with the token from a mail
         * @description From then on the account signs in with the new address. A token works once.
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
         * @description Ends your other sessions; this one goes on. Wrong current passwords count like failed sign-ins.
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
         * Ask for a mail to set a new password
         * @description The answer is the same, whether the address has an account or not. A new link replaces the one before.
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
         * Ask about an access token
         * @description Token introspection (RFC 7662) for services that are sent our access tokens. They authenticate as for a token of their own: with the client_id and the client_secret of a service account.
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
         * @description Whatever the reason why it fails (unknown address, wrong password, disabled or locked account), the answer is the same.
         */
        post: operations["login"];
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
         * @description Ends the session: its refresh token is of no use any more, and its access tokens are refused everywhere within a second.
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
         * @description Ends all sessions of the account, this one too.
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
         * @description Each refresh token is used once. When the answer was lost, send it again within ten seconds, before the new one is used. Any other reuse means that two have it, and ends the session. Whatever the reason why it fails, the answer is the same.
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
         * Register oneself as a patient
         * @description Where the setting auth.self_registration.enabled allows it; else a 403 of type self_registration_off. The address gets a link that confirms it (verify-email), and before nobody signs in. The answer is the same when another account has the address: its owner gets a mail that says so. Validation is pending.
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
         * @description Unlocks the account, confirms its address and ends all of its sessions: sign in afterwards. A token works once.
         */
        post: operations["reset-password"];
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
        /** Who is signed in, and until when */
        get: operations["check-session"];
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
         * @description The open sessions of the account, the newest first.
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
         * @description Signs a device out; see logout. A session of somebody else is not found, like one that doesn't exist or has ended.
         */
        delete: operations["end-session"];
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
         * Sign in as a machine
         * @description OAuth 2.0 client credentials (RFC 6749, 4.4), with the client_id and the client_secret of a service account in an Authorization: Basic header or in the form. Errors have OAuth's members error and error_description too.
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
         * @description New accounts get the mail. A token works once.
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
         * Ask for another mail to confirm your e-mail address
         * @description The new link replaces the one before. Nothing is sent when the address is confirmed.
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
         * @description Reactions to what one is allergic to, by code system and code. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/allergies": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List allergies
         * @description Allergies and intolerances, by code system and code. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/blood-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List blood-types
         * @description The ABO and RhD groups. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/blood-types/{code}/compatibility": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Who gives blood to whom
         * @description Which groups may receive red cells of a group, and whose it may receive. For everyone; answers may be kept for a day.
         */
        get: operations["get-blood-compatibility"];
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
         * @description The countries of ISO 3166-1, by name. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/doctor-specialties": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List doctor-specialties
         * @description The specialties of doctors, by name. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/email-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List email-types
         * @description What e-mail addresses are used for. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/genders": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List genders
         * @description Gender identities. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/institution-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List institution-types
         * @description What institutions are. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/medical-conditions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List medical-conditions
         * @description Diagnoses and findings, by code system and code. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/medications": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List medications
         * @description Drugs, by code system and code. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/phone-types": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List phone-types
         * @description What phone numbers are used for. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/regions": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List regions
         * @description The subdivisions of ISO 3166-2, by code. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/sexes": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List sexes
         * @description The administrative sexes of FHIR. Only entries in use are listed. For everyone; answers may be kept for a day.
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
    "/api/v1/catalogs/specialty-categories": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List specialty-categories
         * @description The categories of specialties, a tree. Only entries in use are listed. For everyone; answers may be kept for a day.
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
         * @description It can't sign in, and all its sessions end within a second. Nobody disables their own account. For staff with the permission accounts:update.
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
         * @description It can sign in again. For staff with the permission accounts:update.
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
         * @description All sessions end within a second. For staff with the permission accounts:update.
         */
        post: operations["end-sessions-account"];
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
         * @description Newest first, failed ones and locks too, from the audit trail; what happened a moment ago is there within seconds. For staff with the permission accounts:read.
         */
        get: operations["list-account-logins"];
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
         * Force a password change of an account
         * @description All sessions end; after the next sign-in nothing else works until another password was chosen. For staff with the permission accounts:update.
         */
        post: operations["require-password-change-account"];
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
         * @description Forgets failed sign-ins: the account may be tried again at once, from everywhere. For staff with the permission accounts:update.
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
         * List what was done
         * @description Newest first, for staff with the permission audit:read. All filters must hold. What happened a moment ago is there within seconds. Reading the trail is in the trail.
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
         * Ask for another e-mail address (staff)
         * @description The new address gets a link that confirms it, and until then nothing changes; the old one gets a notice. The answer is the same when another account has the address. Wrong passwords count like failed sign-ins.
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
         * Change the e-mail address with the token from a mail (staff)
         * @description From then on the account signs in with the new address. A token works once.
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
         * @description Ends your other sessions; this one goes on. Wrong current passwords count like failed sign-ins.
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
         * Ask for a mail to set a new password (staff)
         * @description The answer is the same, whether the address has an account or not. A new link replaces the one before.
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
         * Sign in as a member of the staff
         * @description Whatever the reason why it fails (unknown address, wrong password, disabled or locked account), the answer is the same.
         */
        post: operations["cms-login"];
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
         * @description Ends the session: its refresh token is of no use any more, and its access tokens are refused everywhere within a second.
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
         * @description Ends all sessions of the account, this one too.
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
         * @description Each refresh token is used once. When the answer was lost, send it again within ten seconds, before the new one is used. Any other reuse means that two have it, and ends the session. Whatever the reason why it fails, the answer is the same.
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
         * @description Unlocks the account, confirms its address and ends all of its sessions: sign in afterwards. A token works once.
         */
        post: operations["cms-reset-password"];
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
        /** Who is signed in, and until when (staff) */
        get: operations["cms-check-session"];
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
         * @description The open sessions of the account, the newest first.
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
         * @description Signs a device out; see logout. A session of somebody else is not found, like one that doesn't exist or has ended.
         */
        delete: operations["cms-end-session"];
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
         * @description New accounts get the mail. A token works once.
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
         * Ask for another mail to confirm your e-mail address (staff)
         * @description The new link replaces the one before. Nothing is sent when the address is confirmed.
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
         * @description Each with its permissions: the matrix of roles and permissions. For staff with the permission roles:read.
         */
        get: operations["list-roles"];
        put?: never;
        /**
         * Make a role
         * @description For staff with the permission roles:create, who must have every permission that the role gets.
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
         * Delete a role that nobody has
         * @description For staff with the permission roles:delete. A role in use is a 409 of type in_use.
         */
        delete: operations["delete-role"];
        options?: never;
        head?: never;
        /**
         * Change a role and its permissions
         * @description Whoever has it feels the change within a second. For staff with the permission roles:update, who must have every permission that the role gains. Roles that came with the platform lose none.
         */
        patch: operations["change-role"];
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
         * Make a service account
         * @description For staff with the permission accounts:create, who must have every permission that the account gets.
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
         * @description Its access tokens feel the change within a second. For staff with the permission accounts:update, who must have every permission that the account has before and after.
         */
        patch: operations["change-service-account"];
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
         * Change a service account's secret
         * @description Makes another secret; the older one works on for a while, so that the machine can be given the new one. For staff with the permission accounts:update, who must have every permission that the account has.
         */
        post: operations["add-service-account-secret"];
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
         * End a service account's secret
         * @description At once, with the access tokens that it was used for. Needs what changing the secret needs.
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
         * @description Every instance obeys it within a second. The trail keeps the value before. For staff with the permission settings:update.
         */
        patch: operations["change-setting"];
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
         * Give a setting its default value
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
         * List the accounts of the staff
         * @description For staff with the permission cms_users:read.
         */
        get: operations["list-cms-accounts"];
        put?: never;
        /**
         * Make a staff member's account and invite them
         * @description The address gets a link to choose a password, valid for as long as the setting auth.invitation.lifetime says. For staff with the permission cms_users:create, who must have every permission of the role.
         */
        post: operations["create-cms-account"];
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
         * Read a staff member's account
         * @description For staff with the permission cms_users:read.
         */
        get: operations["get-cms-account"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a staff member's name or role
         * @description What another role permits holds for their tokens within a second. For staff with the permission cms_users:update, who for another role must have every permission of both. The last active administrator stays one. Nothing can be removed.
         */
        patch: operations["change-cms-account"];
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
         * Disable a staff member's account
         * @description It can't sign in, and all its sessions end within a second. Nobody disables their own account. For staff with the permission cms_users:update.
         */
        post: operations["disable-cms-account"];
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
         * Enable a staff member's account
         * @description It can sign in again. For staff with the permission cms_users:update.
         */
        post: operations["enable-cms-account"];
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
         * Sign out a staff member's account
         * @description All sessions end within a second. For staff with the permission cms_users:update.
         */
        post: operations["end-sessions-cms-account"];
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
         * @description The new link replaces the one before. A 409 of type has_password once they have chosen one. For staff with the permission cms_users:update.
         */
        post: operations["invite-cms-account"];
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
         * List the sign-ins of a staff member's account
         * @description Newest first, failed ones and locks too, from the audit trail; what happened a moment ago is there within seconds. For staff with the permission cms_users:read.
         */
        get: operations["list-cms-account-logins"];
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
         * Force a password change of a staff member's account
         * @description All sessions end; after the next sign-in nothing else works until another password was chosen. For staff with the permission cms_users:update.
         */
        post: operations["require-password-change-cms-account"];
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
         * Unlock a staff member's account
         * @description Forgets failed sign-ins: the account may be tried again at once, from everywhere. For staff with the permission cms_users:update.
         */
        post: operations["unlock-cms-account"];
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
         * @description Patients see their doctor, doctors and institutions the doctors of the institution, staff with the permission doctors:read all.
         */
        get: operations["list-doctors"];
        put?: never;
        /**
         * Register a doctor
         * @description Makes an active doctor and the account together or not at all. Institutions register their own doctors, staff with the permissions doctors:create and doctors:read any.
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
         * A doctor's practice at a glance
         * @description For the doctor who asks. The numbers may come from a cache that every change drops; patients never do.
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
         * @description Professional data. Doctors themselves, their colleagues, patients and institution see it, and staff with the permission doctors:read; for others the doctor is not found. With include there is no 304: the ETag is the doctor's alone.
         */
        get: operations["get-doctor"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a doctor
         * @description Doctors who practise change their own gender, years of experience and consultation fee; their institution, and staff with the permission doctors:update, everything. Only those three can be removed. Status has operations of its own.
         */
        patch: operations["change-doctor"];
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
         * @description In order by when they were added. For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues find none.
         */
        get: operations["list-doctor-addresses"];
        put?: never;
        /**
         * Add a postal address of a doctor
         * @description The first becomes the primary one. For the doctor while they practise, the institution and staff with the permission doctors:update.
         */
        post: operations["add-doctor-address"];
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
         * @description For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues find none.
         */
        get: operations["get-doctor-address"];
        put?: never;
        post?: never;
        /**
         * Delete a postal address of a doctor
         * @description When it was the primary one, the first that is left becomes it. For the doctor while they practise, the institution and staff with the permission doctors:update.
         */
        delete: operations["delete-doctor-address"];
        options?: never;
        head?: never;
        /**
         * Change a postal address of a doctor
         * @description When it leads elsewhere than before, it is no longer verified. For the doctor while they practise, the institution and staff with the permission doctors:update.
         */
        patch: operations["change-doctor-address"];
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
         * Make primary a postal address of a doctor
         * @description The one that was primary no longer is. For the doctor while they practise, the institution and staff with the permission doctors:update. Doing it again changes nothing.
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
         * @description Says that you have confirmed it to be right as it is; nobody does so for their own. For the doctor's institution and staff with the permission doctors:update. Doing it again changes nothing.
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
         * @description In order by address. For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues find none.
         */
        get: operations["list-doctor-emails"];
        put?: never;
        /**
         * Add an e-mail address of a doctor
         * @description The first becomes the primary one. For the doctor while they practise, the institution and staff with the permission doctors:update.
         */
        post: operations["add-doctor-email"];
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
         * @description For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues find none.
         */
        get: operations["get-doctor-email"];
        put?: never;
        post?: never;
        /**
         * Delete an e-mail address of a doctor
         * @description When it was the primary one, the first that is left becomes it. For the doctor while they practise, the institution and staff with the permission doctors:update.
         */
        delete: operations["delete-doctor-email"];
        options?: never;
        head?: never;
        /**
         * Change an e-mail address of a doctor
         * @description When it leads elsewhere than before, it is no longer verified. For the doctor while they practise, the institution and staff with the permission doctors:update.
         */
        patch: operations["change-doctor-email"];
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
         * Make primary an e-mail address of a doctor
         * @description The one that was primary no longer is. For the doctor while they practise, the institution and staff with the permission doctors:update. Doing it again changes nothing.
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
         * @description Says that you have confirmed it to be right as it is; nobody does so for their own. For the doctor's institution and staff with the permission doctors:update. Doing it again changes nothing.
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
         * Read where a doctor practises
         * @description For who sees both doctor and institution: doctors, also those who are suspended, their colleagues, patients and institution, staff with the permissions doctors:read and institutions:read.
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
    "/api/v1/doctors/{id}/patients": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List a doctor's patients
         * @description Of the patients whom you may see, those of a doctor whom you may see: doctors and institutions those of their institution's doctors, staff with the permissions doctors:read and patients:read any's, patients themselves.
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
         * @description In order by number. For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues find none.
         */
        get: operations["list-doctor-phones"];
        put?: never;
        /**
         * Add a phone of a doctor
         * @description The first becomes the primary one. For the doctor while they practise, the institution and staff with the permission doctors:update.
         */
        post: operations["add-doctor-phone"];
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
         * @description For the doctor, the institution and staff with the permission doctors:read. Patients and colleagues find none.
         */
        get: operations["get-doctor-phone"];
        put?: never;
        post?: never;
        /**
         * Delete a phone of a doctor
         * @description When it was the primary one, the first that is left becomes it. For the doctor while they practise, the institution and staff with the permission doctors:update.
         */
        delete: operations["delete-doctor-phone"];
        options?: never;
        head?: never;
        /**
         * Change a phone of a doctor
         * @description When it leads elsewhere than before, it is no longer verified. For the doctor while they practise, the institution and staff with the permission doctors:update.
         */
        patch: operations["change-doctor-phone"];
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
         * Make primary a phone of a doctor
         * @description The one that was primary no longer is. For the doctor while they practise, the institution and staff with the permission doctors:update. Doing it again changes nothing.
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
         * @description Says that you have confirmed it to be right as it is; nobody does so for their own. For the doctor's institution and staff with the permission doctors:update. Doing it again changes nothing.
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
         * Let a doctor practise again
         * @description A suspended or retired doctor becomes active, without the patients who were handed over. For the doctor's institution and staff with the permission doctors:update, who to hand patients over also need patients:read and patients:update. Doing it again changes nothing.
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
         * @description As for a suspension, but a retired doctor is not suspended. The patients who change doctor with it are validated anew. For the doctor's institution and staff with the permission doctors:update, who to hand patients over also need patients:read and patients:update. Doing it again changes nothing.
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
         * A doctor's patients in numbers
         * @description For the doctor while practising, the institution, and staff with the permissions doctors:read and analytics:read.
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
         * @description Ends the doctor's sessions; from then on they see themselves and no patient. The patients who change doctor with it are validated anew. For the doctor's institution and staff with the permission doctors:update, who to hand patients over also need patients:read and patients:update. Doing it again changes nothing.
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
         * @description From then on the doctor sees its patients and none of before; patients who change doctor with it are validated anew. For staff with the permission doctors:update, who to hand patients over also need patients:read and patients:update.
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
         * List imports, newest first
         * @description For institutions, about their own patients; for staff with the permissions institutions:create, doctors:create, patients:create and catalogs:create, about the whole platform.
         */
        get: operations["list-imports"];
        put?: never;
        /**
         * Hand in a file of patients
         * @description The file is read as it arrives and loaded in the background: all of it in one transaction, or nothing. Lines
         *     that break a rule are left out and told by list-import-problems. Loading a file again changes nothing; a newer one updates what it
         *     says.
         *
         *     - **NDJSON** (application/fhir+ndjson, application/x-ndjson): FHIR R4 resources, one a line, of any of the types Organization,
         *       Practitioner, Patient, Observation, Condition, MedicationRequest and AllergyIntolerance, mixed in one file.
         *     - **CSV** (text/csv, UTF-8, commas): a patient a line under a heading of these names, in any order:
         *       `identifier_system`: URI of the naming system of identifier_value; source without one;
         *       `identifier_value` (required): finds the patient again when the file is loaded once more;
         *       `first_name` (required);
         *       `last_name` (required);
         *       `date_of_birth` (required): YYYY-MM-DD;
         *       `deceased_at`: YYYY-MM-DD, or an instant of RFC 3339;
         *       `sex`: male, female, other or unknown;
         *       `gender`: a code of the catalog genders;
         *       `email`;
         *       `phone`: +16175550101; without + it is a number of address_country, else of country;
         *       `doctor_licence`: licence number of the doctor of a new patient;
         *       `doctor_id`: id of that doctor, instead;
         *       `address_line1`;
         *       `address_line2`;
         *       `address_city`;
         *       `address_postal_code`;
         *       `address_region`: a code of ISO 3166-2, or a name;
         *       `address_country`: a code of ISO 3166-1, or a name; country without one.
         *
         *     An institution's file writes its own patients and what belongs to them, nothing else: what it calls its records is true for it alone, and others' are refused as if they weren't there. For institutions, about their own patients; for staff with the permissions institutions:create, doctors:create, patients:create and catalogs:create, about the whole platform.
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
         * Read how far an import has come, and its report
         * @description Ask again after as many seconds as Retry-After says, until there is none. For institutions, about their own patients; for staff with the permissions institutions:create, doctors:create, patients:create and catalogs:create, about the whole platform.
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
         * @description Nothing of its file is or stays loaded. One that was completed or has failed is a 409 of type import_ended; one that was cancelled stays so. For institutions, about their own patients; for staff with the permissions institutions:create, doctors:create, patients:create and catalogs:create, about the whole platform.
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
         * @description Those of reading the file come first, then those of writing, each in the order of the lines. There are none until the import is completed, and of more than 10,000 only the first are kept; problem_count counts all. Accept: text/csv gives a page as a file. For institutions, about their own patients; for staff with the permissions institutions:create, doctors:create, patients:create and catalogs:create, about the whole platform.
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
         * @description Patients and doctors see their institution, institutions themselves, staff with the permission institutions:read all.
         */
        get: operations["list-institutions"];
        put?: never;
        /**
         * Register an institution
         * @description Makes an active institution, not verified yet, and the account together or not at all. For staff with the permissions institutions:create and institutions:read.
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
         * @description Professional data. Institutions themselves, their doctors and patients see it, and staff with the permission institutions:read; for others the institution is not found.
         */
        get: operations["get-institution"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change an institution
         * @description Institutions change their website while they are active, staff with the permission institutions:update everything. Only the website can be removed. Verification and activity have operations of their own.
         */
        patch: operations["change-institution"];
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
         * @description In order by when they were added. For the institution and staff with the permission institutions:read. Patients and doctors find none.
         */
        get: operations["list-institution-addresses"];
        put?: never;
        /**
         * Add a postal address of an institution
         * @description The first becomes the primary one. For the institution and staff with the permission institutions:update.
         */
        post: operations["add-institution-address"];
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
         * @description For the institution and staff with the permission institutions:read. Patients and doctors find none.
         */
        get: operations["get-institution-address"];
        put?: never;
        post?: never;
        /**
         * Delete a postal address of an institution
         * @description When it was the primary one, the first that is left becomes it. For the institution and staff with the permission institutions:update.
         */
        delete: operations["delete-institution-address"];
        options?: never;
        head?: never;
        /**
         * Change a postal address of an institution
         * @description When it leads elsewhere than before, it is no longer verified. For the institution and staff with the permission institutions:update.
         */
        patch: operations["change-institution-address"];
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
         * Make primary a postal address of an institution
         * @description The one that was primary no longer is. For the institution and staff with the permission institutions:update. Doing it again changes nothing.
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
         * @description Says that you have confirmed it to be right as it is; nobody does so for their own. For staff with the permission institutions:update. Doing it again changes nothing.
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
         * Close an institution
         * @description Ends its sessions; it still reads what is its own. One that has active doctors or patients is a 409 of type has_doctors or has_patients. For staff with the permission institutions:update. Doing it again changes nothing.
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
         * @description Of the doctors whom you may see, those of an institution that you may see: patients see their doctor, doctors and the institution all, staff needs the permissions institutions:read and doctors:read.
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
         * @description In order by address. For the institution and staff with the permission institutions:read. Patients and doctors find none.
         */
        get: operations["list-institution-emails"];
        put?: never;
        /**
         * Add an e-mail address of an institution
         * @description The first becomes the primary one. For the institution and staff with the permission institutions:update.
         */
        post: operations["add-institution-email"];
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
         * @description For the institution and staff with the permission institutions:read. Patients and doctors find none.
         */
        get: operations["get-institution-email"];
        put?: never;
        post?: never;
        /**
         * Delete an e-mail address of an institution
         * @description When it was the primary one, the first that is left becomes it. For the institution and staff with the permission institutions:update.
         */
        delete: operations["delete-institution-email"];
        options?: never;
        head?: never;
        /**
         * Change an e-mail address of an institution
         * @description When it leads elsewhere than before, it is no longer verified. For the institution and staff with the permission institutions:update.
         */
        patch: operations["change-institution-email"];
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
         * Make primary an e-mail address of an institution
         * @description The one that was primary no longer is. For the institution and staff with the permission institutions:update. Doing it again changes nothing.
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
         * @description Says that you have confirmed it to be right as it is; nobody does so for their own. For staff with the permission institutions:update. Doing it again changes nothing.
         */
        post: operations["verify-institution-email"];
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
         * @description Of the patients whom you may see, those of an institution that you may see: patients see themselves, doctors and the institution all, staff needs the permissions institutions:read and patients:read.
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
         * @description In order by number. For the institution and staff with the permission institutions:read. Patients and doctors find none.
         */
        get: operations["list-institution-phones"];
        put?: never;
        /**
         * Add a phone of an institution
         * @description The first becomes the primary one. For the institution and staff with the permission institutions:update.
         */
        post: operations["add-institution-phone"];
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
         * @description For the institution and staff with the permission institutions:read. Patients and doctors find none.
         */
        get: operations["get-institution-phone"];
        put?: never;
        post?: never;
        /**
         * Delete a phone of an institution
         * @description When it was the primary one, the first that is left becomes it. For the institution and staff with the permission institutions:update.
         */
        delete: operations["delete-institution-phone"];
        options?: never;
        head?: never;
        /**
         * Change a phone of an institution
         * @description When it leads elsewhere than before, it is no longer verified. For the institution and staff with the permission institutions:update.
         */
        patch: operations["change-institution-phone"];
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
         * Make primary a phone of an institution
         * @description The one that was primary no longer is. For the institution and staff with the permission institutions:update. Doing it again changes nothing.
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
         * @description Says that you have confirmed it to be right as it is; nobody does so for their own. For staff with the permission institutions:update. Doing it again changes nothing.
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
         * Open an institution again
         * @description It may register and change again. For staff with the permission institutions:update. Doing it again changes nothing.
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
         * An institution in numbers
         * @description For the institution, and staff with the permissions institutions:read and analytics:read.
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
         * @description Says that the licence was checked; the audit trail says by whom. For staff with the permission institutions:update and, as administrators have, institutions:create. Doing it again changes nothing.
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
         * @description Patients see themselves, doctors and institutions the patients of the institution, staff with the permission patients:read all.
         */
        get: operations["list-patients"];
        put?: never;
        /**
         * Register a patient
         * @description Makes patient, health profile, contacts and account together or not at all. Doctors register their own patients, institutions those of their doctors, staff with the permission patients:create any.
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
         * @description A patient whom you may not see is not found, like one who doesn't exist. With include there is no 304: the ETag is the patient's alone.
         */
        get: operations["get-patient"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a patient
         * @description Patients change their emergency contact; their doctor, their institution and staff with the permission patients:update change everything. Who treats the patient is said by a transfer.
         */
        patch: operations["change-patient"];
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
         * @description Newest first. Patients see their own, staff with the permission audit:read that of any patient. What happened a moment ago is there within seconds.
         */
        get: operations["list-patient-accesses"];
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
         * @description In order by when they were added. Whoever sees the patient sees them.
         */
        get: operations["list-patient-addresses"];
        put?: never;
        /**
         * Add a postal address of a patient
         * @description The first becomes the primary one. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        post: operations["add-patient-address"];
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
         * @description Whoever sees the patient sees them.
         */
        get: operations["get-patient-address"];
        put?: never;
        post?: never;
        /**
         * Delete a postal address of a patient
         * @description When it was the primary one, the first that is left becomes it. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        delete: operations["delete-patient-address"];
        options?: never;
        head?: never;
        /**
         * Change a postal address of a patient
         * @description When it leads elsewhere than before, it is no longer verified. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        patch: operations["change-patient-address"];
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
         * Make primary a postal address of a patient
         * @description The one that was primary no longer is. For the patient, their doctor, their institution and staff with the permission patients:update. Doing it again changes nothing.
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
         * @description Says that you have confirmed it to be right as it is; nobody does so for their own. For the patient's doctor, their institution and staff with the permission patients:update. Doing it again changes nothing.
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
         * @description By when they were recorded, newest first. For the patient, the doctors of the patient's institution (notes only for the patient's own), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["list-patient-allergies"];
        put?: never;
        /**
         * Add to a patient's allergies
         * @description For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients.
         */
        post: operations["add-patient-allergy"];
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
         * @description For the patient, the doctors of the patient's institution (notes only for the patient's own), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["get-patient-allergy"];
        put?: never;
        post?: never;
        /**
         * Remove an entry of a patient's allergies
         * @description For what was entered in error: what has ended is changed, and stays. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients.
         */
        delete: operations["remove-patient-allergy"];
        options?: never;
        head?: never;
        /**
         * Change an entry of a patient's allergies
         * @description What the entry is about stays: another diagnosis, drug or relative is another entry. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients.
         */
        patch: operations["change-patient-allergy"];
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
         * Read who cares for a patient
         * @description The doctor and the institution, with the institution's primary contacts, by which both are reached. Whoever may see the patient sees it; staff needs the permissions doctors:read and institutions:read too.
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
         * @description By onset, newest first. For the patient, the doctors of the patient's institution (notes only for the patient's own), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["list-patient-conditions"];
        put?: never;
        /**
         * Add to a patient's conditions
         * @description For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients.
         */
        post: operations["add-patient-condition"];
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
         * @description For the patient, the doctors of the patient's institution (notes only for the patient's own), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["get-patient-condition"];
        put?: never;
        post?: never;
        /**
         * Remove an entry of a patient's conditions
         * @description For what was entered in error: what has ended is changed, and stays. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients.
         */
        delete: operations["remove-patient-condition"];
        options?: never;
        head?: never;
        /**
         * Change an entry of a patient's conditions
         * @description What the entry is about stays: another diagnosis, drug or relative is another entry. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients.
         */
        patch: operations["change-patient-condition"];
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
         * Read a patient's health at a glance
         * @description Age, body mass index, what the patient has and takes now, and a health score with its parts: 100, less 10 a condition, 5 a medication, 15 for a current smoker and 10 for regular or daily drinking, plus 10 from 150 minutes of weekly activity or 5 from 75. The score is a convention of this product, no diagnosis; what is unknown has no points. Who sees it is as for the medical record.
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
         * Take a patient out of care
         * @description Lists and statistics leave the patient out; the record stays as it is, and whoever may read it still does. For the patient's institution and staff with the permission patients:update. Doing it again changes nothing.
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
         * @description In order by address. Whoever sees the patient sees them.
         */
        get: operations["list-patient-emails"];
        put?: never;
        /**
         * Add an e-mail address of a patient
         * @description The first becomes the primary one. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        post: operations["add-patient-email"];
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
         * @description Whoever sees the patient sees them.
         */
        get: operations["get-patient-email"];
        put?: never;
        post?: never;
        /**
         * Delete an e-mail address of a patient
         * @description When it was the primary one, the first that is left becomes it. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        delete: operations["delete-patient-email"];
        options?: never;
        head?: never;
        /**
         * Change an e-mail address of a patient
         * @description When it leads elsewhere than before, it is no longer verified. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        patch: operations["change-patient-email"];
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
         * Make primary an e-mail address of a patient
         * @description The one that was primary no longer is. For the patient, their doctor, their institution and staff with the permission patients:update. Doing it again changes nothing.
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
         * @description Says that you have confirmed it to be right as it is; nobody does so for their own. For the patient's doctor, their institution and staff with the permission patients:update. Doing it again changes nothing.
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
         * @description Person, contacts, medical record, validation, identifiers, account and access log in one file. For the patient, their doctor, their institution and staff with the permission reports:export. Each part is there as far as you may see it by itself.
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
         * @description By relative. For the patient, the doctors of the patient's institution (notes only for the patient's own), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["list-patient-family-history"];
        put?: never;
        /**
         * Add to a patient's family history
         * @description For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients.
         */
        post: operations["add-patient-family-history"];
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
         * @description For the patient, the doctors of the patient's institution (notes only for the patient's own), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["get-patient-family-history"];
        put?: never;
        post?: never;
        /**
         * Remove an entry of a patient's family history
         * @description For what was entered in error: what has ended is changed, and stays. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients.
         */
        delete: operations["remove-patient-family-history"];
        options?: never;
        head?: never;
        /**
         * Change an entry of a patient's family history
         * @description What the entry is about stays: another diagnosis, drug or relative is another entry. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients.
         */
        patch: operations["change-patient-family-history"];
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
         * @description Whoever may see the patient sees it, except insurers, for whom there is none. Colleagues of the patient's doctor see no notes.
         */
        get: operations["get-patient-health-profile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        /**
         * Change a patient's health profile
         * @description Patients change their answers on smoking, alcohol and activity; their doctor, their institution (unless it is an insurer) and staff with the permission patients:update change everything.
         */
        patch: operations["change-patient-health-profile"];
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
         * Read everything clinical of a patient
         * @description Health profile, conditions, medications, allergies and family history in one. Whoever may see the patient sees it, except insurers, for whom there is none. Colleagues of the patient's doctor see no notes.
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
         * @description By their beginning, newest first. For the patient, the doctors of the patient's institution (notes only for the patient's own), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["list-patient-medications"];
        put?: never;
        /**
         * Add to a patient's medications
         * @description For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients.
         */
        post: operations["add-patient-medication"];
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
         * @description For the patient, the doctors of the patient's institution (notes only for the patient's own), the institution unless it is an insurer, and staff with the permission patients:read.
         */
        get: operations["get-patient-medication"];
        put?: never;
        post?: never;
        /**
         * Remove an entry of a patient's medications
         * @description For what was entered in error: what has ended is changed, and stays. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients.
         */
        delete: operations["remove-patient-medication"];
        options?: never;
        head?: never;
        /**
         * Change an entry of a patient's medications
         * @description What the entry is about stays: another diagnosis, drug or relative is another entry. For the patient's doctor, the institution unless it is an insurer, and staff with the permission patients:update; not for patients.
         */
        patch: operations["change-patient-medication"];
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
         * @description In order by number. Whoever sees the patient sees them.
         */
        get: operations["list-patient-phones"];
        put?: never;
        /**
         * Add a phone of a patient
         * @description The first becomes the primary one. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        post: operations["add-patient-phone"];
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
         * @description Whoever sees the patient sees them.
         */
        get: operations["get-patient-phone"];
        put?: never;
        post?: never;
        /**
         * Delete a phone of a patient
         * @description When it was the primary one, the first that is left becomes it. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        delete: operations["delete-patient-phone"];
        options?: never;
        head?: never;
        /**
         * Change a phone of a patient
         * @description When it leads elsewhere than before, it is no longer verified. For the patient, their doctor, their institution and staff with the permission patients:update.
         */
        patch: operations["change-patient-phone"];
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
         * Make primary a phone of a patient
         * @description The one that was primary no longer is. For the patient, their doctor, their institution and staff with the permission patients:update. Doing it again changes nothing.
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
         * @description Says that you have confirmed it to be right as it is; nobody does so for their own. For the patient's doctor, their institution and staff with the permission patients:update. Doing it again changes nothing.
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
         * Read who a patient is
         * @description The person, their contacts and their health profile in one. Whoever may see the patient sees it; insurers get no health profile, colleagues of the patient's doctor no notes.
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
         * Take a patient into care again
         * @description The patient is in lists and statistics again. A patient whose doctor does not practise is a conflict: transfer the patient first. For the patient's institution and staff with the permission patients:update. Doing it again changes nothing.
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
         * @description The patient becomes one of that doctor and of the doctor's institution; the record and its history stay, the validation starts again. Institutions transfer between their own doctors; staff with the permissions patients:update and doctors:read to any.
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
         * Read how far a patient is validated
         * @description The status, how it came about, which steps are possible now and who may take them. Whoever may see the patient sees it.
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
         * @description pending → doctor_validated is for the patient's doctor, doctor_validated → institution_validated for the patient's institution, institution_validated → full_access for the institution and staff with the permission patients:validate. Whoever may take the next step may reject it instead, with a reason. After a rejection they and the patient may ask for pending again. Of several who take a step at the same time one succeeds.
         */
        post: operations["take-patient-validation-step"];
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
        Access: {
            /**
             * @description What was done; operation.call is a request that was refused.
             * @example patient.read
             */
            action: string;
            by: components["schemas"]["Party"];
            /** Format: date-time */
            occurred_at: string;
            /** @enum {string} */
            outcome: "success" | "denied" | "failure";
            /**
             * @description A code of HL7 v3 PurposeOfUse; null when none was told.
             * @example TREAT
             */
            purpose_of_use: string | null;
        };
        AccessList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Access"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        Account: {
            email: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description The patient, doctor or institution whose account it is; null for staff.
             */
            reference_id: string | null;
            /** @description The code of a staff member's role; null for others. */
            role: string | null;
            /** @enum {string} */
            user_type: "patient" | "doctor" | "institution" | "cms_user";
        };
        Activity: {
            /**
             * Format: int64
             * @description null when it is unknown, which has no points.
             * @example 150
             */
            minutes: number | null;
            /**
             * Format: int64
             * @example 10
             */
            points: number;
        };
        Address: {
            /** @example Boston */
            city: string;
            /**
             * @description ISO 3166-1 alpha-2.
             * @example US
             */
            country: string;
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** @description Whether it is the one to use first. There is exactly one as long as there are any. */
            is_primary: boolean;
            /**
             * Format: double
             * @description In degrees, with 6 decimals; null without a longitude.
             * @example 42.358
             */
            latitude: number | null;
            /** @example 12 Beacon Street */
            line1: string;
            /** @example Apartment 3 */
            line2: string | null;
            /**
             * Format: double
             * @description In degrees, with 6 decimals; null without a latitude.
             * @example -71.064
             */
            longitude: number | null;
            /** @example 02108 */
            postal_code: string | null;
            /**
             * @description ISO 3166-2, of the country.
             * @example US-MA
             */
            region: string | null;
            /** Format: date-time */
            updated_at: string;
            /** @enum {string} */
            use: "home" | "work" | "temp" | "old" | "billing";
            /**
             * Format: date-time
             * @description When somebody confirmed it as it is; null when nobody has, or it has changed since.
             */
            verified_at: string | null;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        AddressAddition: {
            /** @example Boston */
            city: string;
            /**
             * @description ISO 3166-1 alpha-2.
             * @example US
             */
            country: string;
            /**
             * Format: double
             * @description In degrees, rounded to 6 decimals; only with a longitude.
             * @example 42.358
             */
            latitude?: number;
            /** @example 12 Beacon Street */
            line1: string;
            /** @example Apartment 3 */
            line2?: string;
            /**
             * Format: double
             * @description In degrees, rounded to 6 decimals; only with a latitude.
             * @example -71.064
             */
            longitude?: number;
            /** @example 02108 */
            postal_code?: string;
            /**
             * @description ISO 3166-2, of the country.
             * @example US-MA
             */
            region?: string;
            /**
             * @default home
             * @enum {string}
             */
            use?: "home" | "work" | "temp" | "old" | "billing";
        };
        AddressList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Address"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        AddressPatch: {
            /** @example Boston */
            city?: string | null;
            /**
             * @description ISO 3166-1 alpha-2.
             * @example US
             */
            country?: string | null;
            /**
             * Format: double
             * @description In degrees, rounded to 6 decimals; only with a longitude.
             * @example 42.358
             */
            latitude?: number | null;
            /** @example 12 Beacon Street */
            line1?: string | null;
            /** @example Apartment 3 */
            line2?: string | null;
            /**
             * Format: double
             * @description In degrees, rounded to 6 decimals; only with a latitude.
             * @example -71.064
             */
            longitude?: number | null;
            /** @example 02108 */
            postal_code?: string | null;
            /**
             * @description ISO 3166-2, of the country.
             * @example US-MA
             */
            region?: string | null;
            /** @enum {string|null} */
            use?: "home" | "work" | "temp" | "old" | "billing" | null;
        };
        Alcohol: {
            /** @enum {string} */
            frequency: "never" | "rarely" | "occasionally" | "regularly" | "daily" | "unknown";
            /**
             * Format: int64
             * @example 0
             */
            points: number;
        };
        Allergy: {
            /** @description An entry of the catalog of allergies. */
            allergy: components["schemas"]["Coding"];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /** Format: uuid */
            patient_id: string;
            /** @description How it shows, an entry of the catalog of allergic reactions; left out when nothing is known. */
            reaction?: components["schemas"]["Coding"];
            /**
             * Format: date
             * @description From the patient's birth to today.
             * @example 2024-03-01
             */
            recorded_date: string;
            /** @enum {string|null} */
            severity: "mild" | "moderate" | "severe" | null;
            /**
             * @description Of FHIR's allergyintolerance-clinical.
             * @default active
             * @enum {string}
             */
            status: "active" | "inactive" | "resolved";
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        AllergyEntry: {
            /**
             * @description null where it isn't known.
             * @enum {string|null}
             */
            category: "food" | "medication" | "environment" | "biologic" | null;
            /**
             * @description Unique within the code system.
             * @example 102263004
             */
            code: string;
            /**
             * @description The code system's URI, as FHIR has it.
             * @example http://snomed.info/sct
             */
            code_system: string;
            /** @example Eggs (edible) (substance) */
            name: string;
            /** @description Whether it is a statement about allergies, such as that there is none. */
            statement: boolean;
        };
        AllergyEntryList: {
            /** @description In the order of sort. */
            items: components["schemas"]["AllergyEntry"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        AllergyList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Allergy"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
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
            /** @description In the order of sort. */
            items: components["schemas"]["BloodType"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        Bmi: {
            /**
             * @description WHO's for adults (Technical Report Series 894): below 18.5, to 24.99, to 29.99, to 34.99, to 39.99, from 40. null for who is younger than 18 years: for them the index depends on age and sex.
             * @enum {string|null}
             */
            class: "underweight" | "normal_range" | "pre_obese" | "obese_class_i" | "obese_class_ii" | "obese_class_iii" | null;
            /**
             * Format: double
             * @description Body mass index in kg/m², with two decimals.
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
             * @description A code of the catalog doctor specialties.
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
            /** @description The primary one; left out when there is none. */
            address?: components["schemas"]["PublicAddress"];
            /**
             * @description The primary one; null when there is none.
             * @example desk@hospital.example.org
             */
            email: string | null;
            /** Format: uuid */
            id: string;
            /** @example General Hospital */
            name: string;
            /** @description The primary one; left out when there is none. */
            phone?: components["schemas"]["PublicPhone"];
            /**
             * @description A code of the catalog institution types.
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
             * @description What other resources name it by.
             * @example work
             */
            code: string;
            /** @example Work */
            name: string;
        };
        CatalogEntryList: {
            /** @description In the order of sort. */
            items: components["schemas"]["CatalogEntry"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        Change: {
            /**
             * Format: date
             * @example 1980-06-15
             */
            date_of_birth?: string | null;
            /**
             * Format: date-time
             * @example 2026-01-31T06:30:00Z
             */
            deceased_at?: string | null;
            emergency_contact?: {
                name?: string | null;
                /**
                 * @description International, with a plus sign; kept as E.164.
                 * @example +16175550100
                 */
                phone?: string | null;
            } | null;
            /** @example Ana */
            first_name?: string | null;
            /**
             * @description A code of the catalog genders.
             * @example woman
             */
            gender?: string | null;
            /** @example García */
            last_name?: string | null;
            /**
             * @description A code of the catalog sexes.
             * @example female
             */
            sex?: string | null;
        };
        ChangeAllergy: {
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string | null;
            /** @description How it shows, an entry of the catalog of allergic reactions; left out when nothing is known. */
            reaction?: {
                /** @example 44054006 */
                code: string;
                /**
                 * @description The code system's URI, as FHIR has it.
                 * @example http://snomed.info/sct
                 */
                code_system: string;
            } | null;
            /**
             * Format: date
             * @description From the patient's birth to today.
             * @example 2024-03-01
             */
            recorded_date?: string | null;
            /** @enum {string|null} */
            severity?: "mild" | "moderate" | "severe" | null;
            /**
             * @description Of FHIR's allergyintolerance-clinical.
             * @enum {string|null}
             */
            status?: "active" | "inactive" | "resolved" | null;
        };
        ChangeCondition: {
            /**
             * Format: date
             * @description When it ended; null while it goes on.
             */
            abatement_date?: string | null;
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string | null;
            /**
             * Format: date
             * @description From the patient's birth to today.
             * @example 2024-03-01
             */
            onset_date?: string | null;
            /** @enum {string|null} */
            severity?: "mild" | "moderate" | "severe" | null;
            /**
             * @description Of FHIR's condition-clinical.
             * @enum {string|null}
             */
            status?: "active" | "recurrence" | "relapse" | "inactive" | "remission" | "resolved" | null;
        };
        ChangeEmergencyContact: {
            name?: string | null;
            /**
             * @description International, with a plus sign; kept as E.164.
             * @example +16175550100
             */
            phone?: string | null;
        };
        ChangeHealthProfile: {
            /**
             * @description null is unknown.
             * @enum {string|null}
             */
            alcohol_frequency?: "never" | "rarely" | "occasionally" | "regularly" | "daily" | "unknown" | null;
            /**
             * @description A code of the catalog blood types.
             * @example O-
             */
            blood_type?: string | null;
            /**
             * Format: double
             * @example 172.5
             */
            height_cm?: number | null;
            notes?: string | null;
            /**
             * @description null is unknown.
             * @enum {string|null}
             */
            smoking_status?: "never" | "former" | "current" | "unknown" | null;
            /**
             * Format: int64
             * @description Of current and former smokers.
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
        ChangeMedication: {
            /** @example 500 mg twice a day */
            dosage?: string | null;
            /**
             * Format: date
             * @description Until today; null while the patient takes it.
             */
            end_date?: string | null;
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string | null;
            /**
             * Format: date
             * @description From the patient's birth to today.
             * @example 2024-03-01
             */
            start_date?: string | null;
            /**
             * @description Of FHIR's medicationrequest-status.
             * @enum {string|null}
             */
            status?: "active" | "on-hold" | "completed" | "stopped" | "cancelled" | "unknown" | null;
        };
        ChangeRelative: {
            /**
             * Format: int64
             * @description In years.
             */
            age_at_onset?: number | null;
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string | null;
        };
        ChangeRole: {
            description?: string | null;
            /** @example Front desk */
            name?: string;
            /** @description They replace those of before. */
            permissions?: string[];
        };
        ChangeServiceAccount: {
            /** @description false shuts the account out, with the access tokens that it has. */
            active?: boolean;
            /** @example laboratory */
            name?: string;
            /**
             * @description The code of a role.
             * @example editor
             */
            role?: string;
            /** @description Permissions of the role; they replace the scopes of before. */
            scopes?: string[];
        };
        ChangeSetting: {
            /**
             * @description Of the setting's type, within its bounds, and one of its allowed values.
             * @example 15m
             */
            value: unknown;
        };
        Code: {
            /** @example 44054006 */
            code: string;
            /**
             * @description The code system's URI, as FHIR has it.
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
             * @description The code system's URI, as FHIR has it.
             * @example http://www.nlm.nih.gov/research/umls/rxnorm
             */
            code_system: string;
            /** @example cetirizine hydrochloride 5 MG Oral Tablet */
            name: string;
        };
        CodedEntryList: {
            /** @description In the order of sort. */
            items: components["schemas"]["CodedEntry"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        Coding: {
            /** @example 44054006 */
            code: string;
            /**
             * Format: uri
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
             * @description The groups that may receive its red cells.
             * @example [
             *       "O-",
             *       "O+"
             *     ]
             */
            gives_to: string[];
            /**
             * @description The groups whose red cells it may receive.
             * @example [
             *       "O-"
             *     ]
             */
            receives_from: string[];
        };
        Condition: {
            /**
             * Format: date
             * @description When it ended; null while it goes on.
             */
            abatement_date: string | null;
            /** @description An entry of the catalog of conditions. */
            condition: components["schemas"]["Coding"];
            /** Format: date-time */
            created_at: string;
            /** Format: uuid */
            id: string;
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /**
             * Format: date
             * @description From the patient's birth to today.
             * @example 2024-03-01
             */
            onset_date: string;
            /** Format: uuid */
            patient_id: string;
            /** @enum {string|null} */
            severity: "mild" | "moderate" | "severe" | null;
            /**
             * @description Of FHIR's condition-clinical.
             * @default active
             * @enum {string}
             */
            status: "active" | "recurrence" | "relapse" | "inactive" | "remission" | "resolved";
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        ConditionCount: {
            /** @example I10 */
            code: string;
            /** @example http://hl7.org/fhir/sid/icd-10-cm */
            code_system: string;
            /** @example Essential (primary) hypertension */
            name: string;
            /** Format: int64 */
            patients: number;
        };
        ConditionEntry: {
            /** @description null where no source says. */
            chronic: boolean | null;
            /**
             * @description Unique within the code system.
             * @example E11.9
             */
            code: string;
            /**
             * @description The code system's URI, as FHIR has it.
             * @example http://hl7.org/fhir/sid/icd-10-cm
             */
            code_system: string;
            /**
             * @description What statistics count together; null for the ungrouped.
             * @example diabetes
             */
            condition_group: string | null;
            /** @example Type 2 diabetes mellitus without complications */
            name: string;
        };
        ConditionEntryList: {
            /** @description In the order of sort. */
            items: components["schemas"]["ConditionEntry"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        ConditionGroup: {
            /** @example diabetes */
            group: string;
            /** Format: int64 */
            patients: number;
        };
        ConditionInMix: {
            /** @example 38341003 */
            code: string;
            /** @example http://snomed.info/sct */
            code_system: string;
            name: string;
            /** Format: int64 */
            patients: number;
            /** Format: double */
            percentage: number;
        };
        ConditionList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Condition"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        ConditionPrevalence: {
            /** @example 38341003 */
            code: string;
            /** @example http://snomed.info/sct */
            code_system: string;
            condition: string;
            /** @example hypertension */
            condition_group: string | null;
            /**
             * Format: int64
             * @description Each once, however many episodes.
             */
            patients: number;
            /**
             * Format: double
             * @description Of all active and living patients.
             */
            percentage: number;
        };
        ConditionShare: {
            /** @example I10 */
            code: string;
            /** @example http://hl7.org/fhir/sid/icd-10-cm */
            code_system: string;
            /** @example Essential (primary) hypertension */
            name: string;
            /** Format: int64 */
            patients: number;
            /**
             * Format: double
             * @description Of the institution's patients, 0 to 100.
             */
            percentage: number;
        };
        Counted: {
            /**
             * Format: int64
             * @description The same one twice counts once.
             */
            count: number;
            /**
             * Format: int64
             * @example -10
             */
            points: number;
        };
        Country: {
            /**
             * @description ISO 3166-1 alpha-3.
             * @example MEX
             */
            alpha3: string;
            /**
             * @description E.164, digits only; null for countries without.
             * @example 52
             */
            calling_code: string | null;
            /**
             * @description ISO 3166-1 alpha-2.
             * @example MX
             */
            code: string;
            /**
             * @description ISO 4217; null for countries without.
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
        };
        CountryList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Country"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        CreatedServiceAccount: {
            active: boolean;
            /** @description The first secret. It is shown this once: keep it where the machine finds it. */
            client_secret: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: uuid
             * @description The client_id.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it last got a token, to the minute.
             */
            last_used_at: string | null;
            /** @example laboratory */
            name: string;
            /**
             * @description The code of a role.
             * @example editor
             */
            role: string;
            /**
             * @description The permissions that it may use, of those that the role has.
             * @example [
             *       "patients:read"
             *     ]
             */
            scopes: string[];
            /** @description Without their values, which nobody can read again. */
            secrets: components["schemas"]["ServiceSecret"][];
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        Credentials: {
            /** @example ana@example.org */
            email: string;
            /** Format: password */
            password: string;
        };
        DashboardOverview: {
            /**
             * @description Of the doctors who have one; null without any.
             * @example 120.50
             */
            average_consultation_fee: string | null;
            /**
             * Format: double
             * @description Of the patients; 0 without any.
             * @example 12.5
             */
            full_access_percentage: number;
            /**
             * Format: int64
             * @description In practice.
             */
            total_doctors: number;
            /**
             * Format: int64
             * @description Active.
             */
            total_institutions: number;
            /**
             * Format: int64
             * @description Active and living.
             */
            total_patients: number;
            /**
             * Format: int64
             * @description Active accounts of patients, doctors and institutions.
             */
            total_users: number;
            /**
             * Format: int64
             * @description Validated by doctor and institution.
             */
            validated_patients: number;
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
        Demographic: {
            /**
             * Format: int64
             * @description In whole years, at death for the deceased.
             */
            age: number;
            /** @example O- */
            blood_type: string | null;
            /** Format: date */
            date_of_birth: string;
            /** Format: date-time */
            deceased_at: string | null;
            /** @description Names of the conditions that the patient has now. */
            diagnosed_conditions: string[];
            /** Format: uuid */
            doctor_id: string;
            doctor_name: string;
            emergency_contact_name: string | null;
            /** @description E.164. */
            emergency_contact_phone: string | null;
            first_name: string;
            gender: string | null;
            institution_country: string | null;
            /** Format: uuid */
            institution_id: string;
            institution_name: string;
            /** @description Of the institution's primary address; so the country. */
            institution_region: string | null;
            last_name: string;
            /** Format: uuid */
            patient_id: string;
            primary_email: string | null;
            /** @description E.164. */
            primary_phone: string | null;
            /** Format: date-time */
            registered_at: string;
            sex: string;
            /** @enum {string} */
            validation_status: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
        };
        DemographicList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Demographic"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        Doctor: {
            /**
             * @description In the currency of the institution's country.
             * @example 120.50
             */
            consultation_fee: string | null;
            /** Format: date-time */
            created_at: string;
            /** @example Dora */
            first_name: string;
            /**
             * @description A code of the catalog genders.
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
            /** @example MA-123456 */
            licence_number: string;
            /**
             * @description A code of the catalog sexes.
             * @example female
             */
            sex: string;
            /**
             * @description A code of the catalog doctor specialties.
             * @example family_medicine
             */
            specialty: string;
            /**
             * @description Only active doctors see patients.
             * @enum {string}
             */
            status: "active" | "suspended" | "retired";
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
            /**
             * Format: int64
             * @example 12
             */
            years_experience: number | null;
        };
        DoctorChange: {
            /**
             * @description 0 to 10,000, in the currency of the institution's country.
             * @example 120.50
             */
            consultation_fee?: string | null;
            /** @example Dora */
            first_name?: string | null;
            /**
             * @description A code of the catalog genders.
             * @example woman
             */
            gender?: string | null;
            /** @example Lima */
            last_name?: string | null;
            /** @example MA-123456 */
            licence_number?: string | null;
            /**
             * @description A code of the catalog sexes.
             * @example female
             */
            sex?: string | null;
            /**
             * @description A code of the catalog doctor specialties.
             * @example family_medicine
             */
            specialty?: string | null;
            /**
             * Format: int64
             * @example 12
             */
            years_experience?: number | null;
        };
        DoctorDashboard: {
            /** @description Of these, by where their validation is. */
            by_validation_status: components["schemas"]["ValidationCounts"];
            /** @description What these have now, the most common first; who has several is in each. */
            condition_groups: components["schemas"]["ConditionGroup"][];
            /** @description The five active ones who were registered last, the newest first. */
            newest_patients: components["schemas"]["DashboardPatient"][];
            /**
             * Format: int64
             * @description Active and living.
             */
            patients: number;
        };
        DoctorList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Doctor"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        DoctorPerformance: {
            /**
             * Format: double
             * @description In years; null without patients.
             */
            average_patient_age: number | null;
            /** @example 120.50 */
            consultation_fee: string | null;
            /** Format: uuid */
            doctor_id: string;
            doctor_name: string;
            /** @description Of the institution's primary address. */
            institution_city: string | null;
            institution_country: string | null;
            /** Format: uuid */
            institution_id: string;
            institution_name: string;
            institution_region: string | null;
            /** @description A code of the catalog institution types. */
            institution_type: string;
            licence_number: string;
            /**
             * Format: int64
             * @description Active and living.
             */
            patient_count: number;
            specialty: string;
            specialty_category: string;
            /** @enum {string} */
            status: "active" | "suspended" | "retired";
            /** Format: int64 */
            years_experience: number | null;
        };
        DoctorPerformanceStats: {
            /**
             * Format: double
             * @description In years; null without patients.
             */
            average_age: number | null;
            /** Format: uuid */
            doctor_id: string;
            doctor_name: string;
            /**
             * Format: double
             * @description Of the patients; 0 without any.
             */
            full_access_percentage: number;
            /** Format: uuid */
            institution_id: string;
            institution_name: string;
            /**
             * Format: int64
             * @description Active and living.
             */
            patients: number;
            /** @description The five that most of them have now, most common first. */
            top_conditions: components["schemas"]["TopCondition"][];
        };
        DoctorSpecialty: {
            /**
             * @description The code of its category.
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
            /** @description In the order of sort. */
            items: components["schemas"]["DoctorSpecialty"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        DoctorStatistics: {
            /**
             * Format: double
             * @description In years; null without patients.
             * @example 46.25
             */
            average_age: number | null;
            /** Format: uuid */
            doctor_id: string;
            /**
             * Format: double
             * @description Of the patients, 0 to 100; 0 without any.
             * @example 12.5
             */
            full_access_percentage: number;
            /**
             * Format: int64
             * @description Active and living.
             */
            patients: number;
            /** @description The five that most patients have now, most common first. null for insurers and for staff without the permission patients:read, who see no clinical data. */
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
             * @description A code of the catalog doctor specialties.
             * @example family_medicine
             */
            specialty: string;
            /** @enum {string} */
            status: "active" | "suspended" | "retired";
        };
        DoctorTransfer: {
            /**
             * Format: uuid
             * @description Another active institution.
             */
            institution_id: string;
            /** @description Why, for the audit trail. */
            reason?: string;
            /**
             * Format: uuid
             * @description Who takes all patients over, who stay: another active doctor of the institution of before. Without one, a doctor who has patients, active or not, is a 409 of type has_patients.
             */
            successor_id?: string;
        };
        Email: {
            /** Format: date-time */
            created_at: string;
            /** @example ana@example.org */
            email: string;
            /** Format: uuid */
            id: string;
            /** @description Whether it is the one to use first. There is exactly one as long as there are any. */
            is_primary: boolean;
            /**
             * @description A code of the catalog e-mail types.
             * @example home
             */
            type: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: date-time
             * @description When somebody confirmed it as it is; null when nobody has, or it has changed since.
             */
            verified_at: string | null;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        EmailAddition: {
            /**
             * @description Kept in lower case.
             * @example ana@example.org
             */
            email: string;
            /**
             * @description A code of the catalog e-mail types.
             * @default home
             */
            type?: string;
        };
        EmailChange: {
            /**
             * @description The new address.
             * @example ana@example.org
             */
            email: string;
            /**
             * Format: password
             * @description That of the account, again.
             */
            password: string;
        };
        EmailList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Email"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        EmailPatch: {
            /**
             * @description Kept in lower case.
             * @example ana@example.org
             */
            email?: string | null;
            /**
             * @description A code of the catalog e-mail types.
             * @example home
             */
            type?: string | null;
        };
        EmergencyContact: {
            name: string;
            /**
             * @description International, with a plus sign; kept as E.164.
             * @example +16175550100
             */
            phone: string;
        };
        Event: {
            /** @example patient.read */
            action: string;
            /**
             * Format: uuid
             * @description The account; null for anonymous and system.
             */
            actor_id: string | null;
            /** @enum {string} */
            actor_type: "anonymous" | "user" | "cms_user" | "service_account" | "system";
            entity_id: string | null;
            /** @example patient */
            entity_type: string | null;
            /** @description SHA-256 of the event and the one before it, in hexadecimal. */
            hash: string;
            /**
             * Format: int64
             * @description Its place in the trail: from 1, without gaps.
             */
            number: number;
            /** Format: date-time */
            occurred_at: string;
            /** @enum {string} */
            outcome: "success" | "denied" | "failure";
            /**
             * Format: uuid
             * @description The patient whose record it concerns.
             */
            patient_id: string | null;
            /** @description What changed; null when there is nothing more to say, or when it has been erased. */
            payload: unknown;
            /**
             * @description A code of HL7 v3 PurposeOfUse.
             * @example TREAT
             */
            purpose_of_use: string | null;
            request_id: string | null;
            /**
             * Format: int64
             * @description How many records the answer held that this one was part of.
             */
            result_count: number | null;
            /**
             * Format: date-time
             * @description When it got its number and hash.
             */
            sealed_at: string;
            source_ip: string | null;
        };
        EventList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Event"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        ExportedAccesses: {
            /** @description false when there are more, which the access log lists. */
            complete: boolean;
            /** @description Newest first, at most 10,000. */
            items: components["schemas"]["Access"][];
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
        FieldError: {
            /**
             * @description What is wrong, for programs.
             * @example format
             */
            code: string;
            /** @description What is wrong, for people. */
            detail: string;
            /**
             * @description Where the field was sent.
             * @enum {string}
             */
            in: "body" | "query" | "path" | "header";
            /**
             * @description JSON pointer (RFC 6901) to the field; of a parameter, a slash and its name.
             * @example /emails/0/email
             */
            pointer: string;
        };
        ForgotPassword: {
            /** @example ana@example.org */
            email: string;
        };
        Grant: {
            /** @description Send it as Authorization: Bearer. */
            access_token: string;
            /**
             * Format: int64
             * @description The access token's life, in seconds.
             * @example 600
             */
            expires_in: number;
            /** @description Keep it secret: it stands for the session. */
            refresh_token: string;
            /** @enum {string} */
            token_type: "Bearer";
            user: components["schemas"]["Account"];
        };
        HealthConditionStats: {
            /**
             * Format: double
             * @description kg/m², of those whose height and weight are known.
             */
            average_bmi: number | null;
            /**
             * Format: double
             * @description Of those whose height is known; null without any.
             */
            average_height_cm: number | null;
            /** Format: double */
            average_weight_kg: number | null;
            /** Format: int64 */
            diabetes: number;
            /**
             * Format: int64
             * @description Who drink alcohol, however rarely.
             */
            drinkers: number;
            /**
             * Format: int64
             * @description The condition group hyperlipidemia.
             */
            high_cholesterol: number;
            /**
             * Format: int64
             * @description Who have a condition of the group now; so the next two.
             */
            hypertension: number;
            /**
             * Format: int64
             * @description Active and living.
             */
            patients: number;
            /**
             * Format: int64
             * @description Who smoke now.
             */
            smokers: number;
        };
        HealthProfile: {
            /** @enum {string} */
            alcohol_frequency: "never" | "rarely" | "occasionally" | "regularly" | "daily" | "unknown";
            /**
             * @description A code of the catalog blood types.
             * @example O-
             */
            blood_type: string | null;
            /**
             * Format: double
             * @example 172.5
             */
            height_cm: number | null;
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /** Format: uuid */
            patient_id: string;
            /** @enum {string} */
            smoking_status: "never" | "former" | "current" | "unknown";
            /**
             * Format: int64
             * @description Of current and former smokers.
             */
            smoking_years: number | null;
            /**
             * Format: date-time
             * @description null when nothing has been recorded yet.
             */
            updated_at: string | null;
            /**
             * Format: int64
             * @description Rises with each change; 0 when nothing has been recorded yet. The ETag is made of it.
             */
            version: number;
            /** Format: int64 */
            weekly_activity_minutes: number | null;
            /**
             * Format: double
             * @example 68
             */
            weight_kg: number | null;
        };
        HealthScore: {
            /**
             * Format: int64
             * @example 100
             */
            base: number;
            /** @description What the score is and is not. */
            note: string;
            parts: components["schemas"]["ScoreParts"];
            /**
             * Format: int64
             * @description base and the points of all parts, kept within 0 to 100.
             */
            value: number;
        };
        Identifier: {
            /** Format: date-time */
            created_at: string;
            /**
             * @description A URI that names the system.
             * @example urn:oid:2.16.840.1.113883.4.3.25
             */
            system: string;
            value: string;
        };
        Import: {
            /**
             * Format: int64
             * @description Of the file as it was sent.
             */
            bytes_read: number;
            /** Format: int64 */
            bytes_total: number;
            /** @description As it was asked for. */
            country: string;
            /** Format: date-time */
            created_at: string;
            /** @description Everything is done, reported and taken back. */
            dry_run: boolean;
            /** Format: date-time */
            ended_at: string | null;
            /** @description Why nothing was loaded; null unless it has failed. */
            failure: string | null;
            /** @enum {string} */
            format: "ndjson" | "csv";
            /** Format: uuid */
            id: string;
            /**
             * Format: uuid
             * @description Whose patients alone are written; null when all are.
             */
            institution_id: string | null;
            /**
             * Format: int64
             * @description How many lines, or parts of lines, were left out.
             */
            problem_count: number;
            /** @description What became of the lines; left out until it is completed. */
            report?: components["schemas"]["ImportReport"];
            /** @description As it was asked for. */
            source: string;
            /** Format: date-time */
            started_at: string | null;
            /**
             * @description As FHIR's task-status has it. Nothing is loaded unless it is completed.
             * @enum {string}
             */
            status: "accepted" | "in-progress" | "completed" | "failed" | "cancelled";
            /**
             * @description What is being done, in a few words; empty when it has ended.
             * @example writing patients
             */
            step: string;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        ImportList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Import"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        ImportProblem: {
            /**
             * @description What is wrong, for programs.
             * @example birth_in_the_future
             */
            code: string;
            /** @description What is wrong, for people. It has no value of the line. */
            detail: string;
            /**
             * @description FHIR element, or column of the CSV; empty for the whole line.
             * @example birthDate
             */
            field: string;
            /**
             * Format: int64
             * @description Of the file, from 1.
             */
            line: number;
            /**
             * @description FHIR resource type; empty when that can't be told.
             * @example Patient
             */
            resource: string;
            /** @description What the file calls the record: its id, of CSV identifier_system|identifier_value. */
            resource_id: string;
            /**
             * @description error: the line was left out; warning: a part of it.
             * @enum {string}
             */
            severity: "error" | "warning";
        };
        ImportProblemList: {
            /** @description In the order of sort. */
            items: components["schemas"]["ImportProblem"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        ImportReason: {
            /** @example unknown_patient */
            code: string;
            /** Format: int64 */
            count: number;
            /** @description Whether it is a fault of the data, which the problems tell line by line. */
            error: boolean;
        };
        ImportReport: {
            /** @description One for each type of resource in the file; other are types that are not read. */
            resources: components["schemas"]["ImportResource"][];
            /** @description What was written besides: contacts, identifiers, profiles, catalogs. */
            tables: components["schemas"]["ImportTable"][];
            /** @description Why parts of lines were left out. */
            warnings: components["schemas"]["ImportReason"][];
        };
        ImportResource: {
            /** Format: int64 */
            inserted: number;
            /**
             * Format: int64
             * @description inserted + updated + unchanged + skipped.
             */
            read: number;
            /** @description Why lines were skipped. */
            reasons: components["schemas"]["ImportReason"][];
            /** @example Patient */
            resource: string;
            /** Format: int64 */
            skipped: number;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            updated: number;
        };
        ImportTable: {
            /** Format: int64 */
            inserted: number;
            /** @example phones */
            table: string;
            /** Format: int64 */
            unchanged: number;
            /** Format: int64 */
            updated: number;
        };
        Institution: {
            active: boolean;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: double
             * @description Of the nearest of its addresses; only in a list near a point.
             * @example 1.25
             */
            distance_km?: number;
            /** Format: uuid */
            id: string;
            /** @example MA-H-0042 */
            licence_number: string;
            /** @example General Hospital */
            name: string;
            /**
             * @description A code of the catalog institution types.
             * @example hospital
             */
            type: string;
            /** Format: date-time */
            updated_at: string;
            /** @description Whether an administrator has checked the licence. */
            verified: boolean;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
            /** @example https://hospital.example.org */
            website: string | null;
        };
        InstitutionAnalytics: {
            /** @example 120.50 */
            average_consultation_fee: string | null;
            /** @description What the patients have now, most common first; who has several conditions is in each. */
            condition_mix: components["schemas"]["ConditionInMix"][];
            /**
             * Format: int64
             * @description In practice.
             */
            doctors: number;
            /** Format: uuid */
            institution_id: string;
            institution_name: string;
            /** @description Of equals the first by code. */
            most_common_specialty: string | null;
            /**
             * Format: int64
             * @description Active and living.
             */
            patients: number;
            /**
             * Format: double
             * @description null without doctors.
             */
            patients_per_doctor: number | null;
            /**
             * Format: double
             * @description Patients validated by doctor and institution.
             */
            validated_percentage: number;
        };
        InstitutionChange: {
            /**
             * @description Another one must be verified again.
             * @example MA-H-0042
             */
            licence_number?: string | null;
            /** @example General Hospital */
            name?: string | null;
            /**
             * @description A code of the catalog institution types.
             * @example hospital
             */
            type?: string | null;
            /** @example https://hospital.example.org */
            website?: string | null;
        };
        InstitutionList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Institution"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        InstitutionStatistics: {
            /**
             * @description Of the doctors who have one; null without any.
             * @example 120.50
             */
            average_consultation_fee: string | null;
            /** @description What the patients have now, most common first; who has several conditions is in each. null for insurers and for staff without the permission patients:read, who see no clinical data. */
            condition_mix: components["schemas"]["ConditionShare"][] | null;
            /**
             * Format: int64
             * @description Active.
             */
            doctors: number;
            /** Format: uuid */
            institution_id: string;
            /**
             * @description The name of that of most doctors; null without doctors.
             * @example Family medicine
             */
            most_common_specialty: string | null;
            /**
             * Format: int64
             * @description Active and living.
             */
            patients: number;
            /**
             * Format: double
             * @description null without doctors.
             * @example 87.5
             */
            patients_per_doctor: number | null;
            /**
             * Format: double
             * @description Of the patients, validated by doctor and institution, 0 to 100; 0 without any.
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
             * @description A code of the catalog institution types.
             * @example hospital
             */
            type: string;
        };
        Introspection: {
            /** @description Whether the token is valid now: signed by us, not expired, not revoked. */
            active: boolean;
            aud?: string;
            /** @description The service account whose token it is. */
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
            /** @description The patient, doctor or institution whose account it is. */
            reference_id?: string;
            /** @description Permissions, separated by spaces; of staff and service accounts. */
            scope?: string;
            /** @description The account. */
            sub?: string;
            /** @example Bearer */
            token_type?: string;
            /** @enum {string} */
            user_type?: "patient" | "doctor" | "institution" | "cms_user" | "service_account";
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
        KeySet: {
            keys: components["schemas"]["JWK"][];
        };
        Leave: {
            /** @description Why, for the audit trail. */
            reason?: string;
            /**
             * Format: uuid
             * @description Who takes all patients over: another active doctor of the institution. Without one, a doctor who has active patients is a 409 of type has_patients.
             */
            successor_id?: string;
        };
        LoginAttempt: {
            /** @enum {string} */
            action: "auth.login" | "account.locked";
            /** Format: date-time */
            at: string;
            /** @description Where it came from; null when unknown. */
            ip: string | null;
            /**
             * @description denied: the account was locked, and the password not even looked at.
             * @enum {string}
             */
            outcome: "success" | "denied" | "failure";
        };
        LoginAttemptList: {
            /** @description In the order of sort. */
            items: components["schemas"]["LoginAttempt"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        ManagedAccount: {
            /** @description false when it was disabled. */
            active: boolean;
            /** Format: date-time */
            created_at: string;
            email: string;
            /**
             * Format: int64
             * @description Since the last sign-in.
             */
            failed_logins: number;
            /** @description Of staff; null for others. */
            first_name: string | null;
            /** Format: uuid */
            id: string;
            /** Format: date-time */
            last_failed_login_at: string | null;
            /** Format: date-time */
            last_login_at: string | null;
            last_login_ip: string | null;
            /** @description Of staff; null for others. */
            last_name: string | null;
            /**
             * Format: date-time
             * @description Until when sign-ins from anywhere are refused, after too many failures.
             */
            locked_until: string | null;
            /** @description Whether it must choose another password before anything else. */
            password_change_required: boolean;
            /**
             * Format: date-time
             * @description When a password was chosen last; null for staff who were invited and haven't yet.
             */
            password_changed_at: string | null;
            /**
             * Format: uuid
             * @description The patient, doctor or institution whose account it is; null for staff.
             */
            reference_id: string | null;
            /** @description The code of a staff member's role; null for others. */
            role: string | null;
            /** Format: date-time */
            updated_at: string;
            /** @enum {string} */
            user_type: "patient" | "doctor" | "institution" | "cms_user";
            /** @description Whether the e-mail address was confirmed. */
            verified: boolean;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        ManagedAccountList: {
            /** @description In the order of sort. */
            items: components["schemas"]["ManagedAccount"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        MedicalRecord: {
            /** @description By when they were recorded, newest first, whatever their status. */
            allergies: components["schemas"]["Allergy"][];
            /** @description By onset, newest first, whatever their status. */
            conditions: components["schemas"]["Condition"][];
            /** @description By relative. */
            family_history: components["schemas"]["Relative"][];
            health_profile: components["schemas"]["HealthProfile"];
            /** @description By their beginning, newest first, whatever their status. */
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
             * @description Until today; null while the patient takes it.
             */
            end_date: string | null;
            /** Format: uuid */
            id: string;
            /** @description An entry of the catalog of medications. */
            medication: components["schemas"]["Coding"];
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /** Format: uuid */
            patient_id: string;
            /**
             * Format: date
             * @description From the patient's birth to today.
             * @example 2024-03-01
             */
            start_date: string;
            /**
             * @description Of FHIR's medicationrequest-status.
             * @default active
             * @enum {string}
             */
            status: "active" | "on-hold" | "completed" | "stopped" | "cancelled" | "unknown";
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        MedicationList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Medication"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        NewAccount: {
            /**
             * @description Signs in; no other account has it.
             * @example dora@example.org
             */
            email: string;
            /**
             * Format: password
             * @description At least 8 characters, 15 are better; at most 72 bytes. No common password, and none that leans on name or address.
             */
            password: string;
        };
        NewAllergy: {
            /** @description An entry of the catalog of allergies. */
            allergy: components["schemas"]["Code"];
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /** @description How it shows, an entry of the catalog of allergic reactions; left out when nothing is known. */
            reaction?: components["schemas"]["Code"];
            /**
             * Format: date
             * @description From the patient's birth to today.
             * @example 2024-03-01
             */
            recorded_date: string;
            /** @enum {string} */
            severity?: "mild" | "moderate" | "severe";
            /**
             * @description Of FHIR's allergyintolerance-clinical.
             * @default active
             * @enum {string}
             */
            status?: "active" | "inactive" | "resolved";
        };
        NewCondition: {
            /**
             * Format: date
             * @description When it ended; null while it goes on.
             */
            abatement_date?: string;
            /** @description An entry of the catalog of conditions. */
            condition: components["schemas"]["Code"];
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /**
             * Format: date
             * @description From the patient's birth to today.
             * @example 2024-03-01
             */
            onset_date: string;
            /** @enum {string} */
            severity?: "mild" | "moderate" | "severe";
            /**
             * @description Of FHIR's condition-clinical.
             * @default active
             * @enum {string}
             */
            status?: "active" | "recurrence" | "relapse" | "inactive" | "remission" | "resolved";
        };
        NewDoctor: {
            /** @description Lets the doctor sign in. */
            account?: components["schemas"]["NewAccount"];
            /**
             * @description 0 to 10,000, in the currency of the institution's country.
             * @example 120.50
             */
            consultation_fee?: string;
            /** @example Dora */
            first_name: string;
            /**
             * @description A code of the catalog genders.
             * @example woman
             */
            gender?: string;
            /**
             * Format: uuid
             * @description An active institution; institutions leave it out.
             */
            institution_id?: string;
            /** @example Lima */
            last_name: string;
            /**
             * @description No other doctor has it.
             * @example MA-123456
             */
            licence_number: string;
            /**
             * @description A code of the catalog sexes.
             * @example female
             */
            sex: string;
            /**
             * @description A code of the catalog doctor specialties.
             * @example family_medicine
             */
            specialty: string;
            /**
             * Format: int64
             * @example 12
             */
            years_experience?: number;
        };
        NewEmail: {
            /** @example ana@example.org */
            email: string;
            /** @default false */
            is_primary?: boolean;
            /**
             * @description A code of the catalog e-mail types.
             * @default home
             */
            type?: string;
        };
        NewHealthProfile: {
            /**
             * @default unknown
             * @enum {string}
             */
            alcohol_frequency?: "never" | "rarely" | "occasionally" | "regularly" | "daily" | "unknown";
            /**
             * @description A code of the catalog blood types.
             * @example O-
             */
            blood_type?: string;
            /**
             * Format: double
             * @example 172.5
             */
            height_cm?: number;
            notes?: string;
            /**
             * @default unknown
             * @enum {string}
             */
            smoking_status?: "never" | "former" | "current" | "unknown";
            /**
             * Format: int64
             * @description Of current and former smokers.
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
        NewInstitution: {
            /** @description Lets the institution sign in. */
            account?: components["schemas"]["NewAccount"];
            /**
             * @description No other institution has it.
             * @example MA-H-0042
             */
            licence_number: string;
            /** @example General Hospital */
            name: string;
            /**
             * @description A code of the catalog institution types.
             * @example hospital
             */
            type: string;
            /** @example https://hospital.example.org */
            website?: string;
        };
        NewMedication: {
            /** @example 500 mg twice a day */
            dosage?: string;
            /**
             * Format: date
             * @description Until today; null while the patient takes it.
             */
            end_date?: string;
            /** @description An entry of the catalog of medications. */
            medication: components["schemas"]["Code"];
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /**
             * Format: date
             * @description From the patient's birth to today.
             * @example 2024-03-01
             */
            start_date: string;
            /**
             * @description Of FHIR's medicationrequest-status.
             * @default active
             * @enum {string}
             */
            status?: "active" | "on-hold" | "completed" | "stopped" | "cancelled" | "unknown";
        };
        NewPatient: {
            /** @description Lets the patient sign in. */
            account?: components["schemas"]["NewAccount"];
            /**
             * Format: date
             * @description At most 120 years ago.
             * @example 1980-06-15
             */
            date_of_birth: string;
            /**
             * Format: uuid
             * @description The doctor in whose care the patient is; doctors leave it out.
             */
            doctor_id?: string;
            /** @description The first is the primary one unless another says so. */
            emails?: components["schemas"]["NewEmail"][];
            emergency_contact?: components["schemas"]["EmergencyContact"];
            /** @example Ana */
            first_name: string;
            /**
             * @description A code of the catalog genders.
             * @example woman
             */
            gender?: string;
            health_profile?: components["schemas"]["NewHealthProfile"];
            /**
             * Format: uuid
             * @description That of the doctor, which it is without.
             */
            institution_id?: string;
            /** @example García */
            last_name: string;
            /** @description The first is the primary one unless another says so. */
            phones?: components["schemas"]["NewPhone"][];
            /**
             * @description A code of the catalog sexes.
             * @example female
             */
            sex: string;
        };
        NewPhone: {
            extension?: string;
            /** @default false */
            is_primary?: boolean;
            /**
             * @description International, with a plus sign; kept as E.164.
             * @example +16175550100
             */
            number: string;
            /**
             * @description A code of the catalog phone types.
             * @default mobile
             */
            type?: string;
        };
        NewRelative: {
            /**
             * Format: int64
             * @description In years.
             */
            age_at_onset?: number;
            /** @description An entry of the catalog of conditions. */
            condition: components["schemas"]["Code"];
            /** @description Left out when there are none, and for colleagues of the patient's doctor. */
            notes?: string;
            /** @enum {string} */
            relative: "mother" | "father" | "sister" | "brother" | "daughter" | "son" | "maternal_grandmother" | "maternal_grandfather" | "paternal_grandmother" | "paternal_grandfather" | "aunt" | "uncle" | "cousin" | "other";
        };
        NewRole: {
            /**
             * @description Lower-case letters, digits and underscores; it stays.
             * @example front_desk
             */
            code: string;
            description?: string;
            /** @example Front desk */
            name: string;
            /**
             * @description As resource:action, none that you lack.
             * @example [
             *       "patients:read"
             *     ]
             */
            permissions?: string[];
        };
        NewSecret: {
            /** @description It is shown this once: keep it where the machine finds it. */
            client_secret: string;
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description When it stops working; null for never.
             */
            expires_at: string | null;
            /** Format: uuid */
            id: string;
        };
        NewServiceAccount: {
            /** @example laboratory */
            name: string;
            /**
             * @description The code of a role.
             * @example editor
             */
            role: string;
            /**
             * @description Permissions of the role, as resource:action.
             * @example [
             *       "patients:read"
             *     ]
             */
            scopes: string[];
        };
        NewStaff: {
            /**
             * @description Signs in; no other member of the staff has it.
             * @example stella@example.org
             */
            email: string;
            /** @example Stella */
            first_name: string;
            /** @example Staff */
            last_name: string;
            /**
             * @description A role's code.
             * @example editor
             */
            role: string;
        };
        NextStep: {
            /** @description Who may take it: the patient, their doctor, their institution, staff with the permission patients:validate. */
            by: ("patient" | "doctor" | "institution" | "staff")[];
            /** @description Whether you may. */
            may_take: boolean;
            /** @enum {string} */
            to: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
        };
        OneTimeToken: {
            /** @description What stands behind #token= in the link of the mail. */
            token: string;
        };
        Overlap: {
            /**
             * Format: int64
             * @description How long the older secret goes on working; a day (86400) when left out.
             */
            overlap_seconds?: number;
        };
        Party: {
            /**
             * @description user, cms_user and service_account are of accounts that are gone.
             * @enum {string}
             */
            kind: "patient" | "doctor" | "institution" | "staff" | "service" | "system" | "anonymous" | "user" | "cms_user" | "service_account";
            /** @description Of a doctor, an institution or a service; the role of a member of the staff. */
            name: string | null;
        };
        PasswordChange: {
            /** Format: password */
            current_password: string;
            /**
             * Format: password
             * @description At least 8 characters, 15 are better; at most 72 bytes. No common password, and none that leans on name or address.
             */
            new_password: string;
        };
        Patient: {
            /** @description Whether the patient is in care. */
            active: boolean;
            /** Format: date-time */
            created_at: string;
            /** Format: date */
            date_of_birth: string;
            /** Format: date-time */
            deceased_at: string | null;
            /** @description When include names it and you may see the doctor. */
            doctor?: components["schemas"]["DoctorSummary"];
            /** Format: uuid */
            doctor_id: string;
            emergency_contact?: components["schemas"]["EmergencyContact"];
            first_name: string;
            /**
             * @description A code of the catalog genders.
             * @example woman
             */
            gender: string | null;
            /** Format: uuid */
            id: string;
            /** @description When include names it and you may see the institution. */
            institution?: components["schemas"]["InstitutionSummary"];
            /** Format: uuid */
            institution_id: string;
            last_name: string;
            rejection_reason: string | null;
            /**
             * @description A code of the catalog sexes.
             * @example female
             */
            sex: string;
            /** Format: date-time */
            updated_at: string;
            /** @enum {string} */
            validation_status: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        PatientDashboard: {
            /**
             * Format: int64
             * @description In whole years; at death for who has died.
             * @example 46
             */
            age: number;
            /** @description Left out without height and weight. */
            bmi?: components["schemas"]["Bmi"];
            /** @description What the patient has now, the newest first. */
            conditions: components["schemas"]["Condition"][];
            deceased: boolean;
            health_score: components["schemas"]["HealthScore"];
            /** @description What the patient takes now, the newest first. */
            medications: components["schemas"]["Medication"][];
            /** Format: uuid */
            patient_id: string;
        };
        PatientExport: {
            /** @description Who used the record, for the patient and staff with the permission audit:read. */
            access_log?: components["schemas"]["ExportedAccesses"];
            /** @description What the patient signs in with, for the patient and staff with the permission accounts:read; left out without one. */
            account?: components["schemas"]["ExportedAccount"];
            addresses: components["schemas"]["Address"][];
            emails: components["schemas"]["Email"][];
            /** Format: date-time */
            exported_at: string;
            /** @description What other systems call the patient. */
            identifiers: components["schemas"]["Identifier"][];
            /** @description Left out for insurers. */
            medical_record?: components["schemas"]["MedicalRecord"];
            patient: components["schemas"]["Patient"];
            phones: components["schemas"]["Phone"][];
            validation: components["schemas"]["Validation"];
        };
        PatientList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Patient"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        PatientMonth: {
            /**
             * Format: double
             * @description Of the new ones, at registration; null without any.
             */
            average_age: number | null;
            /**
             * Format: int64
             * @description Until the end of the month.
             */
            cumulative_patients: number;
            /** Format: int64 */
            doctor_validated: number;
            /** Format: int64 */
            full_access: number;
            /** Format: int64 */
            institution_validated: number;
            /** @example 2026-01 */
            month: string;
            /** Format: int64 */
            new_patients: number;
            /**
             * Format: int64
             * @description Of the new ones, by their validation now; so the next four.
             */
            pending: number;
            /** Format: int64 */
            rejected: number;
        };
        Permission: {
            /** @example read */
            action: string;
            /**
             * @description What roles and scopes name it by.
             * @example patients:read
             */
            name: string;
            /** @example patients */
            resource: string;
        };
        PermissionList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Permission"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        Phone: {
            /**
             * @description The digits after it; null where the country has none or the number doesn't tell.
             * @example 617
             */
            area_code: string | null;
            /**
             * @description The calling code, the number's first digits.
             * @example 1
             */
            country_code: string;
            /** Format: date-time */
            created_at: string;
            /** @example 12 */
            extension: string | null;
            /** Format: uuid */
            id: string;
            /** @description Whether it is the one to use first. There is exactly one as long as there are any. */
            is_primary: boolean;
            /**
             * @description E.164.
             * @example +16175550100
             */
            number: string;
            /**
             * @description A code of the catalog phone types.
             * @example mobile
             */
            type: string;
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: date-time
             * @description When somebody confirmed it as it is; null when nobody has, or it has changed since.
             */
            verified_at: string | null;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        PhoneAddition: {
            /** @example 12 */
            extension?: string;
            /**
             * @description International, with a plus sign; kept as E.164. It must be possible; whether it is assigned is not asked.
             * @example +16175550100
             */
            number: string;
            /**
             * @description A code of the catalog phone types.
             * @default mobile
             */
            type?: string;
        };
        PhoneList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Phone"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        PhonePatch: {
            /** @example 12 */
            extension?: string | null;
            /**
             * @description International, with a plus sign; kept as E.164.
             * @example +16175550100
             */
            number?: string | null;
            /**
             * @description A code of the catalog phone types.
             * @example mobile
             */
            type?: string | null;
        };
        PlaceShare: {
            country: string | null;
            /**
             * @description ISO 3166-1; null for institutions without an address.
             * @example US
             */
            country_code: string | null;
            /**
             * Format: int64
             * @description In practice.
             */
            doctors: number;
            /** @description A code of the catalog institution types. */
            institution_type: string;
            /**
             * Format: int64
             * @description Active.
             */
            institutions: number;
            /**
             * Format: int64
             * @description Active and living.
             */
            patients: number;
            region: string | null;
            /**
             * @description ISO 3166-2; null where the address names none.
             * @example US-MA
             */
            region_code: string | null;
        };
        Problem: {
            /** @description What happened this time, for people. */
            detail: string;
            /**
             * @description OAuth's error code, where OAuth wants one.
             * @example invalid_client
             */
            error?: string;
            /** @description The detail, where OAuth wants it. */
            error_description?: string;
            /** @description Every field at fault. */
            errors?: components["schemas"]["FieldError"][] | null;
            /** @description Quote it when you report the problem. */
            request_id: string;
            /**
             * Format: int64
             * @description The HTTP status.
             * @example 422
             */
            status: number;
            /**
             * @description The type in a few words.
             * @example Some fields are not as they should be
             */
            title: string;
            /**
             * Format: uri-reference
             * @description What kind of problem it is; a page that explains it.
             * @example /problems/validation_failed
             */
            type: string;
        };
        Profile: {
            addresses: components["schemas"]["Address"][];
            emails: components["schemas"]["Email"][];
            /** @description Left out for insurers. */
            health_profile?: components["schemas"]["HealthProfile"];
            patient: components["schemas"]["Patient"];
            phones: components["schemas"]["Phone"][];
        };
        PublicAddress: {
            /** @example Boston */
            city: string;
            /**
             * @description ISO 3166-1 alpha-2.
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
             * @description ISO 3166-2, of the country.
             * @example US-MA
             */
            region: string | null;
        };
        PublicPhone: {
            /** @example 12 */
            extension: string | null;
            /**
             * @description E.164.
             * @example +16175550100
             */
            number: string;
        };
        Reason: {
            /** @description Why, for the audit trail. */
            reason?: string;
        };
        Refresh: {
            /** Format: password */
            refresh_token: string;
        };
        Region: {
            /**
             * @description What it is called there.
             * @example state
             */
            category: string;
            /**
             * @description ISO 3166-2.
             * @example US-MA
             */
            code: string;
            /**
             * @description ISO 3166-1 alpha-2.
             * @example US
             */
            country: string;
            /** @example Massachusetts */
            name: string;
            /** @description The code of the region that it lies in; null for those of the country itself. */
            parent: string | null;
        };
        RegionList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Region"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        RegistrationMonth: {
            /** @description By codes of the catalog genders; unspecified is none. */
            by_gender: {
                [key: string]: number;
            };
            /** @description By codes of the catalog sexes. */
            by_sex: {
                [key: string]: number;
            };
            /** @example 2026-01 */
            month: string;
            /** Format: int64 */
            total: number;
        };
        Relative: {
            /**
             * Format: int64
             * @description In years.
             */
            age_at_onset: number | null;
            /** @description An entry of the catalog of conditions. */
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
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        RelativeList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Relative"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        ResetPassword: {
            /**
             * Format: password
             * @description At least 8 characters, 15 are better; at most 72 bytes. No common password, and none that leans on name or address.
             */
            new_password: string;
            /** @description What stands behind #token= in the link of the mail. */
            token: string;
        };
        Role: {
            /** @description Whether it came with the platform: then it can't be deleted and loses no permission. */
            built_in: boolean;
            /** @example front_desk */
            code: string;
            /** Format: date-time */
            created_at: string;
            description: string | null;
            /** @example Front desk */
            name: string;
            /**
             * @description As resource:action.
             * @example [
             *       "patients:read"
             *     ]
             */
            permissions: string[];
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        RoleList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Role"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        RowsConditionPrevalence: {
            items: components["schemas"]["ConditionPrevalence"][];
        };
        RowsDoctorPerformance: {
            items: components["schemas"]["DoctorPerformance"][];
        };
        RowsDoctorPerformanceStats: {
            items: components["schemas"]["DoctorPerformanceStats"][];
        };
        RowsInstitutionAnalytics: {
            items: components["schemas"]["InstitutionAnalytics"][];
        };
        RowsPatientMonth: {
            items: components["schemas"]["PatientMonth"][];
        };
        RowsPlaceShare: {
            items: components["schemas"]["PlaceShare"][];
        };
        RowsRegistrationMonth: {
            items: components["schemas"]["RegistrationMonth"][];
        };
        RowsSpecialtyShare: {
            items: components["schemas"]["SpecialtyShare"][];
        };
        RowsValidationShare: {
            items: components["schemas"]["ValidationShare"][];
        };
        ScoreParts: {
            /** @description 10 less for who drinks regularly or daily. */
            alcohol: components["schemas"]["Alcohol"];
            /** @description 10 less for each condition that the patient has now. */
            conditions: components["schemas"]["Counted"];
            /** @description 5 less for each medication that the patient takes now. */
            medications: components["schemas"]["Counted"];
            /** @description 15 less for current smokers. */
            smoking: components["schemas"]["Smoking"];
            /** @description 10 more from 150 minutes a week (WHO 2020), 5 more from 75. */
            weekly_activity: components["schemas"]["Activity"];
        };
        SelfRegistration: {
            /** @description Signs in once the address is confirmed. */
            account: components["schemas"]["NewAccount"];
            /**
             * Format: date
             * @description At most 120 years ago.
             * @example 1980-06-15
             */
            date_of_birth: string;
            /**
             * Format: uuid
             * @description The doctor in whose care the patient is to be, from the institution's link.
             */
            doctor_id: string;
            /** @description The first is the primary one unless another says so. */
            emails?: components["schemas"]["NewEmail"][];
            emergency_contact?: components["schemas"]["EmergencyContact"];
            /** @example Ana */
            first_name: string;
            /**
             * @description A code of the catalog genders.
             * @example woman
             */
            gender?: string;
            /**
             * Format: uuid
             * @description That of the doctor.
             */
            institution_id: string;
            /**
             * @description Of the mail that follows; without, the platform's.
             * @enum {string}
             */
            language?: "en" | "es";
            /** @example García */
            last_name: string;
            /** @description The first is the primary one unless another says so. */
            phones?: components["schemas"]["NewPhone"][];
            /**
             * @description A code of the catalog sexes.
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
             * @description The client_id.
             */
            id: string;
            /**
             * Format: date-time
             * @description When it last got a token, to the minute.
             */
            last_used_at: string | null;
            /** @example laboratory */
            name: string;
            /**
             * @description The code of a role.
             * @example editor
             */
            role: string;
            /**
             * @description The permissions that it may use, of those that the role has.
             * @example [
             *       "patients:read"
             *     ]
             */
            scopes: string[];
            /** @description Without their values, which nobody can read again. */
            secrets: components["schemas"]["ServiceSecret"][];
            /** Format: date-time */
            updated_at: string;
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        ServiceAccountList: {
            /** @description In the order of sort. */
            items: components["schemas"]["ServiceAccount"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        ServiceSecret: {
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description When it stops working; null for never.
             */
            expires_at: string | null;
            /** Format: uuid */
            id: string;
        };
        Session: {
            /** @description Where the session was last refreshed from; null when unknown. */
            address: string | null;
            /** Format: date-time */
            created_at: string;
            /** @description Whether it is the one that asks. */
            current: boolean;
            /** @description What the device called itself (User-Agent); null when it didn't. */
            device: string | null;
            /**
             * Format: date-time
             * @description When it ends however much it is used.
             */
            expires_at: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When it ends unless it is refreshed.
             */
            idle_expires_at: string;
            /**
             * Format: date-time
             * @description When its tokens were given or refreshed last.
             */
            last_seen_at: string;
        };
        SessionCheck: {
            /** Format: uuid */
            account_id: string;
            /** @description Whether nothing else is allowed before that. */
            must_change_password: boolean;
            /**
             * @description What a staff member may do, as resource:action.
             * @example [
             *       "patients:read"
             *     ]
             */
            permissions: string[];
            /**
             * Format: uuid
             * @description The patient, doctor or institution whose account it is; null for staff.
             */
            reference_id: string | null;
            /** @description The code of a staff member's role; null for others. */
            role: string | null;
            session: components["schemas"]["SessionTimes"];
            /** @enum {string} */
            user_type: "patient" | "doctor" | "institution" | "cms_user";
        };
        SessionList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Session"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        SessionTimes: {
            /** Format: date-time */
            created_at: string;
            /**
             * Format: date-time
             * @description When it ends however much it is used.
             */
            expires_at: string;
            /** Format: uuid */
            id: string;
            /**
             * Format: date-time
             * @description When it ends unless it is refreshed.
             */
            idle_expires_at: string;
            /**
             * Format: date-time
             * @description When its tokens were given or refreshed last.
             */
            last_seen_at: string;
        };
        Setting: {
            /** @description The only values; null for any. */
            allowed_values: string[] | null;
            /** @example 10m */
            default_value: unknown;
            description: string;
            /** @example auth.access_token.lifetime */
            key: string;
            /**
             * Format: double
             * @description Of a number; of a duration in seconds; null without a bound.
             * @example 3600
             */
            maximum: number | null;
            /**
             * Format: double
             * @description Of a number; of a duration in seconds; null without a bound.
             * @example 60
             */
            minimum: number | null;
            /** Format: date-time */
            updated_at: string;
            /**
             * @description As it holds now.
             * @example 10m
             */
            value: unknown;
            /**
             * @description What value is; a duration is text such as 10m or 1h30m.
             * @enum {string}
             */
            value_type: "string" | "integer" | "decimal" | "boolean" | "duration" | "string_list";
            /**
             * Format: int64
             * @description Rises with each change; the ETag is made of it.
             */
            version: number;
        };
        SettingList: {
            /** @description In the order of sort. */
            items: components["schemas"]["Setting"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        Smoking: {
            /**
             * Format: int64
             * @example 0
             */
            points: number;
            /** @enum {string} */
            status: "never" | "former" | "current" | "unknown";
        };
        SpecialtyCategory: {
            /** @example internal_medicine */
            code: string;
            /** @example Internal medicine and its subspecialties */
            name: string;
            /**
             * @description The code of the category that it lies in; null at the top.
             * @example medical
             */
            parent: string | null;
        };
        SpecialtyCategoryList: {
            /** @description In the order of sort. */
            items: components["schemas"]["SpecialtyCategory"][];
            /** @description Asks for the page after this one; null when it is the last. */
            next_cursor: string | null;
            /** @description Asks for the page before this one; null when it is the first. */
            prev_cursor: string | null;
            /**
             * Format: int64
             * @description How many items all pages have together; only when total asks for it.
             */
            total?: number;
            /** @description Whether total is a guess. */
            total_is_estimate?: boolean;
        };
        SpecialtyShare: {
            /** @example 120.50 */
            average_consultation_fee: string | null;
            /** Format: double */
            average_years_experience: number | null;
            /**
             * Format: int64
             * @description In practice.
             */
            doctors: number;
            /**
             * Format: double
             * @description Of all of them.
             */
            percentage: number;
            specialty: string;
            specialty_category: string;
            specialty_code: string;
        };
        StaffChange: {
            /** @example Stella */
            first_name?: string | null;
            /** @example Staff */
            last_name?: string | null;
            /**
             * @description A role's code.
             * @example editor
             */
            role?: string | null;
        };
        Token: {
            /** @description Send it as Authorization: Bearer. */
            access_token: string;
            /**
             * Format: int64
             * @description The token's life, in seconds. There is no refresh token: ask for another access token.
             * @example 600
             */
            expires_in: number;
            /**
             * @description What it was given for, separated by spaces.
             * @example patients:read doctors:read
             */
            scope: string;
            /** @enum {string} */
            token_type: "Bearer";
        };
        TopCondition: {
            /** @example 38341003 */
            code: string;
            /** @example http://snomed.info/sct */
            code_system: string;
            name: string;
            /** Format: int64 */
            patients: number;
        };
        Transfer: {
            /**
             * Format: uuid
             * @description Who takes the patient over: an active doctor.
             */
            doctor_id: string;
            /**
             * Format: uuid
             * @description That of the doctor, which it is without.
             */
            institution_id?: string;
        };
        Validation: {
            /** @description The steps that were taken, newest first, at most 500. A transfer to another doctor is a step back to pending. */
            history: components["schemas"]["ValidationEvent"][];
            /** @description The steps that are possible now; none from full_access. */
            next_steps: components["schemas"]["NextStep"][];
            /** Format: uuid */
            patient_id: string;
            /** @description Present exactly while the status is rejected. */
            rejection_reason: string | null;
            /** @enum {string} */
            status: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
            /**
             * Format: int64
             * @description That of the patient, which rises with each change; the ETag is made of it.
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
            /** @description Of a rejection. */
            reason: string | null;
            /** @enum {string} */
            to: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
        };
        ValidationShare: {
            /**
             * Format: int64
             * @description Active and living.
             */
            patients: number;
            /**
             * Format: double
             * @description Of all of them; 0 without any.
             */
            percentage: number;
            /** @enum {string} */
            validation_status: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
        };
        ValidationStep: {
            /**
             * @description Why it is rejected; required then, and out of place otherwise.
             * @example The date of birth is not that of the identity card.
             */
            reason?: string;
            /** @enum {string} */
            to: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
        };
    };
    responses: never;
    parameters: never;
    requestBodies: never;
    headers: never;
    pathItems: never;
}
export type Access = components['schemas']['Access'];
export type AccessList = components['schemas']['AccessList'];
export type Account = components['schemas']['Account'];
export type Activity = components['schemas']['Activity'];
export type Address = components['schemas']['Address'];
export type AddressAddition = components['schemas']['AddressAddition'];
export type AddressList = components['schemas']['AddressList'];
export type AddressPatch = components['schemas']['AddressPatch'];
export type Alcohol = components['schemas']['Alcohol'];
export type Allergy = components['schemas']['Allergy'];
export type AllergyEntry = components['schemas']['AllergyEntry'];
export type AllergyEntryList = components['schemas']['AllergyEntryList'];
export type AllergyList = components['schemas']['AllergyList'];
export type BloodType = components['schemas']['BloodType'];
export type BloodTypeList = components['schemas']['BloodTypeList'];
export type Bmi = components['schemas']['Bmi'];
export type CareTeam = components['schemas']['CareTeam'];
export type CareTeamDoctor = components['schemas']['CareTeamDoctor'];
export type CareTeamInstitution = components['schemas']['CareTeamInstitution'];
export type CatalogEntry = components['schemas']['CatalogEntry'];
export type CatalogEntryList = components['schemas']['CatalogEntryList'];
export type Change = components['schemas']['Change'];
export type ChangeAllergy = components['schemas']['ChangeAllergy'];
export type ChangeCondition = components['schemas']['ChangeCondition'];
export type ChangeEmergencyContact = components['schemas']['ChangeEmergencyContact'];
export type ChangeHealthProfile = components['schemas']['ChangeHealthProfile'];
export type ChangeMedication = components['schemas']['ChangeMedication'];
export type ChangeRelative = components['schemas']['ChangeRelative'];
export type ChangeRole = components['schemas']['ChangeRole'];
export type ChangeServiceAccount = components['schemas']['ChangeServiceAccount'];
export type ChangeSetting = components['schemas']['ChangeSetting'];
export type Code = components['schemas']['Code'];
export type CodedEntry = components['schemas']['CodedEntry'];
export type CodedEntryList = components['schemas']['CodedEntryList'];
export type Coding = components['schemas']['Coding'];
export type Compatibility = components['schemas']['Compatibility'];
export type Condition = components['schemas']['Condition'];
export type ConditionCount = components['schemas']['ConditionCount'];
export type ConditionEntry = components['schemas']['ConditionEntry'];
export type ConditionEntryList = components['schemas']['ConditionEntryList'];
export type ConditionGroup = components['schemas']['ConditionGroup'];
export type ConditionInMix = components['schemas']['ConditionInMix'];
export type ConditionList = components['schemas']['ConditionList'];
export type ConditionPrevalence = components['schemas']['ConditionPrevalence'];
export type ConditionShare = components['schemas']['ConditionShare'];
export type Counted = components['schemas']['Counted'];
export type Country = components['schemas']['Country'];
export type CountryList = components['schemas']['CountryList'];
export type CreatedServiceAccount = components['schemas']['CreatedServiceAccount'];
export type Credentials = components['schemas']['Credentials'];
export type DashboardOverview = components['schemas']['DashboardOverview'];
export type DashboardPatient = components['schemas']['DashboardPatient'];
export type Demographic = components['schemas']['Demographic'];
export type DemographicList = components['schemas']['DemographicList'];
export type Doctor = components['schemas']['Doctor'];
export type DoctorChange = components['schemas']['DoctorChange'];
export type DoctorDashboard = components['schemas']['DoctorDashboard'];
export type DoctorList = components['schemas']['DoctorList'];
export type DoctorPerformance = components['schemas']['DoctorPerformance'];
export type DoctorPerformanceStats = components['schemas']['DoctorPerformanceStats'];
export type DoctorSpecialty = components['schemas']['DoctorSpecialty'];
export type DoctorSpecialtyList = components['schemas']['DoctorSpecialtyList'];
export type DoctorStatistics = components['schemas']['DoctorStatistics'];
export type DoctorSummary = components['schemas']['DoctorSummary'];
export type DoctorTransfer = components['schemas']['DoctorTransfer'];
export type Email = components['schemas']['Email'];
export type EmailAddition = components['schemas']['EmailAddition'];
export type EmailChange = components['schemas']['EmailChange'];
export type EmailList = components['schemas']['EmailList'];
export type EmailPatch = components['schemas']['EmailPatch'];
export type EmergencyContact = components['schemas']['EmergencyContact'];
export type Event = components['schemas']['Event'];
export type EventList = components['schemas']['EventList'];
export type ExportedAccesses = components['schemas']['ExportedAccesses'];
export type ExportedAccount = components['schemas']['ExportedAccount'];
export type FieldError = components['schemas']['FieldError'];
export type ForgotPassword = components['schemas']['ForgotPassword'];
export type Grant = components['schemas']['Grant'];
export type HealthConditionStats = components['schemas']['HealthConditionStats'];
export type HealthProfile = components['schemas']['HealthProfile'];
export type HealthScore = components['schemas']['HealthScore'];
export type Identifier = components['schemas']['Identifier'];
export type Import = components['schemas']['Import'];
export type ImportList = components['schemas']['ImportList'];
export type ImportProblem = components['schemas']['ImportProblem'];
export type ImportProblemList = components['schemas']['ImportProblemList'];
export type ImportReason = components['schemas']['ImportReason'];
export type ImportReport = components['schemas']['ImportReport'];
export type ImportResource = components['schemas']['ImportResource'];
export type ImportTable = components['schemas']['ImportTable'];
export type Institution = components['schemas']['Institution'];
export type InstitutionAnalytics = components['schemas']['InstitutionAnalytics'];
export type InstitutionChange = components['schemas']['InstitutionChange'];
export type InstitutionList = components['schemas']['InstitutionList'];
export type InstitutionStatistics = components['schemas']['InstitutionStatistics'];
export type InstitutionSummary = components['schemas']['InstitutionSummary'];
export type Introspection = components['schemas']['Introspection'];
export type Jwk = components['schemas']['JWK'];
export type KeySet = components['schemas']['KeySet'];
export type Leave = components['schemas']['Leave'];
export type LoginAttempt = components['schemas']['LoginAttempt'];
export type LoginAttemptList = components['schemas']['LoginAttemptList'];
export type ManagedAccount = components['schemas']['ManagedAccount'];
export type ManagedAccountList = components['schemas']['ManagedAccountList'];
export type MedicalRecord = components['schemas']['MedicalRecord'];
export type Medication = components['schemas']['Medication'];
export type MedicationList = components['schemas']['MedicationList'];
export type NewAccount = components['schemas']['NewAccount'];
export type NewAllergy = components['schemas']['NewAllergy'];
export type NewCondition = components['schemas']['NewCondition'];
export type NewDoctor = components['schemas']['NewDoctor'];
export type NewEmail = components['schemas']['NewEmail'];
export type NewHealthProfile = components['schemas']['NewHealthProfile'];
export type NewInstitution = components['schemas']['NewInstitution'];
export type NewMedication = components['schemas']['NewMedication'];
export type NewPatient = components['schemas']['NewPatient'];
export type NewPhone = components['schemas']['NewPhone'];
export type NewRelative = components['schemas']['NewRelative'];
export type NewRole = components['schemas']['NewRole'];
export type NewSecret = components['schemas']['NewSecret'];
export type NewServiceAccount = components['schemas']['NewServiceAccount'];
export type NewStaff = components['schemas']['NewStaff'];
export type NextStep = components['schemas']['NextStep'];
export type OneTimeToken = components['schemas']['OneTimeToken'];
export type Overlap = components['schemas']['Overlap'];
export type Party = components['schemas']['Party'];
export type PasswordChange = components['schemas']['PasswordChange'];
export type Patient = components['schemas']['Patient'];
export type PatientDashboard = components['schemas']['PatientDashboard'];
export type PatientExport = components['schemas']['PatientExport'];
export type PatientList = components['schemas']['PatientList'];
export type PatientMonth = components['schemas']['PatientMonth'];
export type Permission = components['schemas']['Permission'];
export type PermissionList = components['schemas']['PermissionList'];
export type Phone = components['schemas']['Phone'];
export type PhoneAddition = components['schemas']['PhoneAddition'];
export type PhoneList = components['schemas']['PhoneList'];
export type PhonePatch = components['schemas']['PhonePatch'];
export type PlaceShare = components['schemas']['PlaceShare'];
export type Problem = components['schemas']['Problem'];
export type Profile = components['schemas']['Profile'];
export type PublicAddress = components['schemas']['PublicAddress'];
export type PublicPhone = components['schemas']['PublicPhone'];
export type Reason = components['schemas']['Reason'];
export type Refresh = components['schemas']['Refresh'];
export type Region = components['schemas']['Region'];
export type RegionList = components['schemas']['RegionList'];
export type RegistrationMonth = components['schemas']['RegistrationMonth'];
export type Relative = components['schemas']['Relative'];
export type RelativeList = components['schemas']['RelativeList'];
export type ResetPassword = components['schemas']['ResetPassword'];
export type Role = components['schemas']['Role'];
export type RoleList = components['schemas']['RoleList'];
export type RowsConditionPrevalence = components['schemas']['RowsConditionPrevalence'];
export type RowsDoctorPerformance = components['schemas']['RowsDoctorPerformance'];
export type RowsDoctorPerformanceStats = components['schemas']['RowsDoctorPerformanceStats'];
export type RowsInstitutionAnalytics = components['schemas']['RowsInstitutionAnalytics'];
export type RowsPatientMonth = components['schemas']['RowsPatientMonth'];
export type RowsPlaceShare = components['schemas']['RowsPlaceShare'];
export type RowsRegistrationMonth = components['schemas']['RowsRegistrationMonth'];
export type RowsSpecialtyShare = components['schemas']['RowsSpecialtyShare'];
export type RowsValidationShare = components['schemas']['RowsValidationShare'];
export type ScoreParts = components['schemas']['ScoreParts'];
export type SelfRegistration = components['schemas']['SelfRegistration'];
export type ServiceAccount = components['schemas']['ServiceAccount'];
export type ServiceAccountList = components['schemas']['ServiceAccountList'];
export type ServiceSecret = components['schemas']['ServiceSecret'];
export type Session = components['schemas']['Session'];
export type SessionCheck = components['schemas']['SessionCheck'];
export type SessionList = components['schemas']['SessionList'];
export type SessionTimes = components['schemas']['SessionTimes'];
export type Setting = components['schemas']['Setting'];
export type SettingList = components['schemas']['SettingList'];
export type Smoking = components['schemas']['Smoking'];
export type SpecialtyCategory = components['schemas']['SpecialtyCategory'];
export type SpecialtyCategoryList = components['schemas']['SpecialtyCategoryList'];
export type SpecialtyShare = components['schemas']['SpecialtyShare'];
export type StaffChange = components['schemas']['StaffChange'];
export type Token = components['schemas']['Token'];
export type TopCondition = components['schemas']['TopCondition'];
export type Transfer = components['schemas']['Transfer'];
export type Validation = components['schemas']['Validation'];
export type ValidationCounts = components['schemas']['ValidationCounts'];
export type ValidationEvent = components['schemas']['ValidationEvent'];
export type ValidationShare = components['schemas']['ValidationShare'];
export type ValidationStep = components['schemas']['ValidationStep'];
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
                    "application/json": components["schemas"]["KeySet"];
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
                /** @description Only this institution; me is the one that asks. */
                institution_id?: string;
                /** @description Only this doctor; me is the one who asks. */
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
                /** @description Only this institution; me is the one that asks. */
                institution_id?: string;
                /** @description Only this doctor; me is the one who asks. */
                doctor_id?: string;
                /** @description The most rows: those with the most patients. For the others ask about an institution or a doctor. */
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
                    "application/json": components["schemas"]["RowsDoctorPerformance"];
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
                /** @description Only this institution; me is the one that asks. */
                institution_id?: string;
                /** @description Only this doctor; me is the one who asks. */
                doctor_id?: string;
                /** @description The most rows: those with the most patients. For the others ask about an institution or a doctor. */
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
                    "application/json": components["schemas"]["RowsDoctorPerformanceStats"];
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
                /** @description Only this institution; me is the one that asks. */
                institution_id?: string;
                /** @description Only this doctor; me is the one who asks. */
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
                    "application/json": components["schemas"]["RowsSpecialtyShare"];
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
                /** @description Only this institution; me is the one that asks. */
                institution_id?: string;
                /** @description Only this doctor; me is the one who asks. */
                doctor_id?: string;
                /** @description The most rows: those with the most patients. For the others ask about an institution or a doctor. */
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
                    "application/json": components["schemas"]["RowsPlaceShare"];
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
                /** @description Only this institution; me is the one that asks. */
                institution_id?: string;
                /** @description Only this doctor; me is the one who asks. */
                doctor_id?: string;
                /** @description The most rows: those with the most patients. For the others ask about an institution or a doctor. */
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
                    "application/json": components["schemas"]["RowsConditionPrevalence"];
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
                /** @description Only this institution; me is the one that asks. */
                institution_id?: string;
                /** @description Only this doctor; me is the one who asks. */
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
                /** @description Only this institution; me is the one that asks. */
                institution_id?: string;
                /** @description Only this doctor; me is the one who asks. */
                doctor_id?: string;
                /** @description The most rows: those with the most patients. For the others ask about an institution or a doctor. */
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
                    "application/json": components["schemas"]["RowsInstitutionAnalytics"];
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
                /** @description Only this institution; me is the one that asks. */
                institution_id?: string;
                /** @description Only this doctor; me is the one who asks. */
                doctor_id?: string;
                /** @description The first month. */
                from?: string;
                /** @description The last month. */
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
                    "application/json": components["schemas"]["RowsRegistrationMonth"];
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("age" | "blood_type" | "date_of_birth" | "deceased_at" | "diagnosed_conditions" | "doctor_id" | "doctor_name" | "emergency_contact_name" | "emergency_contact_phone" | "first_name" | "gender" | "institution_country" | "institution_id" | "institution_name" | "institution_region" | "last_name" | "patient_id" | "primary_email" | "primary_phone" | "registered_at" | "sex" | "validation_status")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Only this institution; me is the one that asks. */
                institution_id?: string;
                /** @description Only this doctor; me is the one who asks. */
                doctor_id?: string;
                /** @description By registration or by last and first name; a minus sign turns the order round. */
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
                    "application/json": components["schemas"]["DemographicList"];
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
                /** @description Only this institution; me is the one that asks. */
                institution_id?: string;
                /** @description Only this doctor; me is the one who asks. */
                doctor_id?: string;
                /** @description Without one, this year. */
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
                    "application/json": components["schemas"]["RowsPatientMonth"];
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
                /** @description Only this institution; me is the one that asks. */
                institution_id?: string;
                /** @description Only this doctor; me is the one who asks. */
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
                    "application/json": components["schemas"]["RowsValidationShare"];
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
                "application/json": components["schemas"]["ForgotPassword"];
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
                     * @description Unless the Authorization header has it.
                     */
                    client_id?: string;
                    /**
                     * Format: password
                     * @description Unless the Authorization header has it.
                     */
                    client_secret?: string;
                    /** @description What was sent as Authorization: Bearer. */
                    token: string;
                    /** @description Makes no difference: only access tokens are known. */
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
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
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
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
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
                "application/json": components["schemas"]["ResetPassword"];
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
    "check-session": {
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("address" | "created_at" | "current" | "device" | "expires_at" | "id" | "idle_expires_at" | "last_seen_at")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
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
    "end-session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description One of your sessions. */
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
                     * @description Unless the Authorization header has it.
                     */
                    client_id?: string;
                    /**
                     * Format: password
                     * @description Unless the Authorization header has it.
                     */
                    client_secret?: string;
                    /** @enum {string} */
                    grant_type: "client_credentials";
                    /** @description Some of the account's scopes, separated by spaces; all when left out. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("code" | "code_system" | "name")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
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
    "list-allergies": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("category" | "code" | "code_system" | "name" | "statement")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
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
    "list-blood-types": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("abo" | "code" | "name" | "rh_positive")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
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
    "get-blood-compatibility": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A blood type's code; + may be sent as %2B. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("alpha3" | "calling_code" | "code" | "currency_code" | "currency_name" | "name" | "numeric_code")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
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
    "list-doctor-specialties": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("category" | "code" | "description" | "name")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
                q?: string;
                /** @description Only specialties of the category of this code. */
                category?: string;
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
    "list-email-types": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("code" | "name")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
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
    "list-genders": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("code" | "name")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
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
    "list-institution-types": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("code" | "name")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
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
    "list-medical-conditions": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("chronic" | "code" | "code_system" | "condition_group" | "name")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
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
    "list-medications": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("code" | "code_system" | "name")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
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
    "list-phone-types": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("code" | "name")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
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
    "list-regions": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("category" | "code" | "country" | "name" | "parent")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
                q?: string;
                /** @description Only regions of the country of this code (ISO 3166-1 alpha-2). */
                country?: string;
                /** @description Only regions that lie in the region of this code. */
                parent?: string;
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
    "list-sexes": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("code" | "name")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
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
    "list-specialty-categories": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("code" | "name" | "parent")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Part of the name, in any case, with or without accents, or the beginning of the code. */
                q?: string;
                /** @description Only categories that lie in the category of this code. */
                parent?: string;
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
    "list-accounts": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("active" | "created_at" | "email" | "failed_logins" | "first_name" | "id" | "last_failed_login_at" | "last_login_at" | "last_login_ip" | "last_name" | "locked_until" | "password_change_required" | "password_changed_at" | "reference_id" | "role" | "updated_at" | "user_type" | "verified" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description By e-mail address; a minus sign turns the order round. */
                sort?: "email" | "-email";
                /** @description The beginning of the address. */
                email?: string;
                /** @description Only accounts of these. */
                user_type?: "patient" | "doctor" | "institution";
                /** @description Only enabled, or only disabled accounts. */
                active?: "true" | "false";
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
                    "application/json": components["schemas"]["ManagedAccountList"];
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
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
    "end-sessions-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
    "list-account-logins": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("action" | "at" | "ip" | "outcome")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description An account's id. */
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
    "require-password-change-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("action" | "actor_id" | "actor_type" | "entity_id" | "entity_type" | "hash" | "number" | "occurred_at" | "outcome" | "patient_id" | "payload" | "purpose_of_use" | "request_id" | "result_count" | "sealed_at" | "source_ip")[];
                /** @description estimated tells roughly how many events all pages have together. Nobody counts the trail: it only grows. */
                total?: "none" | "estimated";
                /** @description Only acts of this name. */
                action?: string;
                actor_type?: "anonymous" | "user" | "cms_user" | "service_account" | "system";
                /** @description Only what this account did. */
                actor_id?: string;
                entity_type?: string;
                /** @description Only what was done to this record; give entity_type too. */
                entity_id?: string;
                /** @description Only what concerns this patient, who may have been erased. */
                patient_id?: string;
                outcome?: "success" | "denied" | "failure";
                /** @description Only what this request did: its X-Request-Id. */
                request_id?: string;
                /** @description Only what happened at this time or later. */
                from?: string;
                /** @description Only what happened before this time. */
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
                    "application/json": components["schemas"]["EventList"];
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
                "application/json": components["schemas"]["ForgotPassword"];
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
                "application/json": components["schemas"]["Credentials"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
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
                "application/json": components["schemas"]["Refresh"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Grant"];
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
                "application/json": components["schemas"]["ResetPassword"];
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
    "cms-check-session": {
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("address" | "created_at" | "current" | "device" | "expires_at" | "id" | "idle_expires_at" | "last_seen_at")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
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
    "cms-end-session": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description One of your sessions. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("action" | "name" | "resource")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("built_in" | "code" | "created_at" | "description" | "name" | "permissions" | "updated_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
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
                "application/json": components["schemas"]["NewRole"];
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
                /** @description A role's code. */
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
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description A role's code. */
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
    "change-role": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description A role's code. */
                code: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ChangeRole"];
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("active" | "created_at" | "id" | "last_used_at" | "name" | "role" | "scopes" | "secrets" | "updated_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
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
                "application/json": components["schemas"]["NewServiceAccount"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CreatedServiceAccount"];
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
                /** @description A service account's id, which is its client_id. */
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
    "change-service-account": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description A service account's id, which is its client_id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ChangeServiceAccount"];
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
    "add-service-account-secret": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A service account's id, which is its client_id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Overlap"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NewSecret"];
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
                /** @description A service account's id, which is its client_id. */
                id: string;
                /** @description A secret's id. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("allowed_values" | "default_value" | "description" | "key" | "maximum" | "minimum" | "updated_at" | "value" | "value_type" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
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
                /** @description A setting's key. */
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
    "change-setting": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description A setting's key. */
                key: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ChangeSetting"];
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
                /** @description A setting's key. */
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
    "list-cms-accounts": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("active" | "created_at" | "email" | "failed_logins" | "first_name" | "id" | "last_failed_login_at" | "last_login_at" | "last_login_ip" | "last_name" | "locked_until" | "password_change_required" | "password_changed_at" | "reference_id" | "role" | "updated_at" | "user_type" | "verified" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description By e-mail address; a minus sign turns the order round. */
                sort?: "email" | "-email";
                /** @description The beginning of the address. */
                email?: string;
                /** @description Only enabled, or only disabled accounts. */
                active?: "true" | "false";
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
                    "application/json": components["schemas"]["ManagedAccountList"];
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
    "create-cms-account": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewStaff"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagedAccount"];
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
    "get-cms-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
    "change-cms-account": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description An account's id. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["StaffChange"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ManagedAccount"];
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
    "disable-cms-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
    "enable-cms-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
    "end-sessions-cms-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
    "invite-cms-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
    "list-cms-account-logins": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("action" | "at" | "ip" | "outcome")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description An account's id. */
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
    "require-password-change-cms-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
    "unlock-cms-account": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description An account's id. */
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
                    "application/json": components["schemas"]["ManagedAccount"];
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("consultation_fee" | "created_at" | "first_name" | "gender" | "id" | "institution_id" | "last_name" | "licence_number" | "sex" | "specialty" | "status" | "updated_at" | "version" | "years_experience")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description What to embed; what you may not see is left out. */
                include?: "institution"[];
                /** @description By registration or by last and first name; a minus sign turns the order round. */
                sort?: "-created_at" | "created_at" | "name" | "-name";
                /** @description Part of a name; case and accents don't matter. */
                q?: string;
                /** @description Only doctors of this status. */
                status?: "active" | "suspended" | "retired";
                /** @description Only doctors of this specialty, a code of the catalog. */
                specialty?: string;
                /** @description Only the doctors of this institution. */
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
                "application/json": components["schemas"]["NewDoctor"];
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
                /** @description What to embed; what you may not see is left out. */
                include?: "institution"[];
            };
            header?: never;
            path: {
                /** @description A doctor's id, or me for the doctor who asks. */
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
    "change-doctor": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description A doctor's id, or me for the doctor who asks. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["DoctorChange"];
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("city" | "country" | "created_at" | "id" | "is_primary" | "latitude" | "line1" | "line2" | "longitude" | "postal_code" | "region" | "updated_at" | "use" | "verified_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "add-doctor-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressAddition"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-doctor-address": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AddressPatch"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("created_at" | "email" | "id" | "is_primary" | "type" | "updated_at" | "verified_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "add-doctor-email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailAddition"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-doctor-email": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["EmailPatch"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description A doctor's id, or me for the doctor who asks. */
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
    "list-doctor-patients": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("active" | "created_at" | "date_of_birth" | "deceased_at" | "doctor_id" | "emergency_contact" | "first_name" | "gender" | "id" | "institution_id" | "last_name" | "rejection_reason" | "sex" | "updated_at" | "validation_status" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description What to embed, joined by commas; whom you may not see is left out. */
                include?: ("doctor" | "institution")[];
                /** @description By registration or by last and first name; a minus sign turns the order round. */
                sort?: "-created_at" | "created_at" | "name" | "-name";
                /** @description Part of a name; case and accents don't matter. */
                q?: string;
                /** @description false lists deactivated patients instead. */
                active?: boolean;
                /** @description Only patients of this status. */
                validation_status?: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
            };
            header?: never;
            path: {
                /** @description An id, or me for who asks. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("area_code" | "country_code" | "created_at" | "extension" | "id" | "is_primary" | "number" | "type" | "updated_at" | "verified_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "add-doctor-phone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneAddition"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-doctor-phone": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PhonePatch"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description A doctor's id, or me for the doctor who asks. */
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
                /** @description A doctor's id, or me for the doctor who asks. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Leave"];
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
                /** @description A doctor's id, or me for the doctor who asks. */
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
                /** @description A doctor's id, or me for the doctor who asks. */
                id: string;
            };
            cookie?: never;
        };
        requestBody?: {
            content: {
                "application/json": components["schemas"]["Leave"];
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
                /** @description A doctor's id, or me for the doctor who asks. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("bytes_read" | "bytes_total" | "country" | "created_at" | "dry_run" | "ended_at" | "failure" | "format" | "id" | "institution_id" | "problem_count" | "report" | "source" | "started_at" | "status" | "step" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Only those of this status. */
                status?: "accepted" | "in-progress" | "completed" | "failed" | "cancelled";
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
                /** @description Do everything, report it and take it back. */
                dry_run?: boolean;
                /** @description Base URL of the server that made an export, when its ids are no UUIDs; of CSV the identifier_system where a row has none. */
                source?: string;
                /** @description ISO 3166-1 code of addresses and phones that name none. */
                country?: string;
                /** @description Only patients of this institution are written; of institutions their own are in any case. */
                institution_id?: string;
            };
            header?: {
                /** @description gzip for a file that is gzipped. */
                "Content-Encoding"?: "identity" | "gzip";
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                /** @example {"resourceType":"Patient","id":"2349bed7-a36c-5888-b940-8b9b8061bdc7","name":[{"family":"García","given":["Ana"]}],"birthDate":"1984-05-12","gender":"female"} */
                "application/fhir+ndjson": string;
                "application/x-ndjson": string;
                /**
                 * @example identifier_system,identifier_value,first_name,last_name,date_of_birth,sex,doctor_licence
                 *     https://clinic.example.org/patients,4711,Ana,García,1984-05-12,female,MA-10025
                 */
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
                /** @description An import's id. */
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
                /** @description An import's id. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("code" | "detail" | "field" | "line" | "resource" | "resource_id" | "severity")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description An import's id. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("active" | "created_at" | "distance_km" | "id" | "licence_number" | "name" | "type" | "updated_at" | "verified" | "version" | "website")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description By registration or by name; a minus sign turns the order round. Near a point the nearest come first. */
                sort?: "-created_at" | "created_at" | "name" | "-name";
                /** @description Part of a name; case and accents don't matter. */
                q?: string;
                /** @description Only those of a type, a code of the catalog. */
                type?: string;
                /** @description Only those with an address in the country (ISO 3166-1). Not for patients and doctors. */
                country?: string;
                /** @description Only those with an address in the region (ISO 3166-2). Not for patients and doctors. */
                region?: string;
                /** @description false lists deactivated institutions instead. */
                active?: boolean;
                /** @description Only those that are verified, or are not. */
                verified?: "true" | "false";
                /** @description Degrees north. With longitude and radius_km: only institutions near this point, for which there is one page, of the nearest limit ones, and no cursor. Not for patients and doctors. */
                latitude?: number;
                /** @description Degrees east. */
                longitude?: number;
                /** @description How far away at most, in kilometres along the earth. */
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
                "application/json": components["schemas"]["NewInstitution"];
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
                /** @description An institution's id, or me for the institution that asks. */
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
    "change-institution": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description An institution's id, or me for the institution that asks. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["InstitutionChange"];
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("city" | "country" | "created_at" | "id" | "is_primary" | "latitude" | "line1" | "line2" | "longitude" | "postal_code" | "region" | "updated_at" | "use" | "verified_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "add-institution-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressAddition"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-institution-address": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AddressPatch"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description An institution's id, or me for the institution that asks. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("consultation_fee" | "created_at" | "first_name" | "gender" | "id" | "institution_id" | "last_name" | "licence_number" | "sex" | "specialty" | "status" | "updated_at" | "version" | "years_experience")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description What to embed; what you may not see is left out. */
                include?: "institution"[];
                /** @description By registration or by last and first name; a minus sign turns the order round. */
                sort?: "-created_at" | "created_at" | "name" | "-name";
                /** @description Part of a name; case and accents don't matter. */
                q?: string;
                /** @description Only doctors of this status. */
                status?: "active" | "suspended" | "retired";
                /** @description Only doctors of this specialty, a code of the catalog. */
                specialty?: string;
            };
            header?: never;
            path: {
                /** @description An institution's id, or me for the institution that asks. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("created_at" | "email" | "id" | "is_primary" | "type" | "updated_at" | "verified_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "add-institution-email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailAddition"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-institution-email": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["EmailPatch"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description The id of whose they are; me when they are one's own. */
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
    "list-institution-patients": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("active" | "created_at" | "date_of_birth" | "deceased_at" | "doctor_id" | "emergency_contact" | "first_name" | "gender" | "id" | "institution_id" | "last_name" | "rejection_reason" | "sex" | "updated_at" | "validation_status" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description What to embed, joined by commas; whom you may not see is left out. */
                include?: ("doctor" | "institution")[];
                /** @description By registration or by last and first name; a minus sign turns the order round. */
                sort?: "-created_at" | "created_at" | "name" | "-name";
                /** @description Part of a name; case and accents don't matter. */
                q?: string;
                /** @description false lists deactivated patients instead. */
                active?: boolean;
                /** @description Only patients of this status. */
                validation_status?: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
            };
            header?: never;
            path: {
                /** @description An id, or me for who asks. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("area_code" | "country_code" | "created_at" | "extension" | "id" | "is_primary" | "number" | "type" | "updated_at" | "verified_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "add-institution-phone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneAddition"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-institution-phone": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PhonePatch"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description An institution's id, or me for the institution that asks. */
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
                /** @description An institution's id, or me for the institution that asks. */
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
                /** @description An institution's id, or me for the institution that asks. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("active" | "created_at" | "date_of_birth" | "deceased_at" | "doctor_id" | "emergency_contact" | "first_name" | "gender" | "id" | "institution_id" | "last_name" | "rejection_reason" | "sex" | "updated_at" | "validation_status" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description What to embed, joined by commas; whom you may not see is left out. */
                include?: ("doctor" | "institution")[];
                /** @description By registration or by last and first name; a minus sign turns the order round. */
                sort?: "-created_at" | "created_at" | "name" | "-name";
                /** @description Part of a name; case and accents don't matter. */
                q?: string;
                /** @description false lists deactivated patients instead. */
                active?: boolean;
                /** @description Only patients of this status. */
                validation_status?: "pending" | "doctor_validated" | "institution_validated" | "full_access" | "rejected";
                /** @description Only the patients of this doctor; me is the doctor who asks. */
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
                "application/json": components["schemas"]["NewPatient"];
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
                /** @description What to embed, joined by commas; whom you may not see is left out. */
                include?: ("doctor" | "institution")[];
            };
            header?: never;
            path: {
                /** @description A patient's id, or me for the patient who asks. */
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
    "change-patient": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description A patient's id, or me for the patient who asks. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["Change"];
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
    "list-patient-accesses": {
        parameters: {
            query?: {
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("action" | "by" | "occurred_at" | "outcome" | "purpose_of_use")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description A patient's id, or me for the patient who asks. */
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
                    "application/json": components["schemas"]["AccessList"];
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("city" | "country" | "created_at" | "id" | "is_primary" | "latitude" | "line1" | "line2" | "longitude" | "postal_code" | "region" | "updated_at" | "use" | "verified_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "add-patient-address": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["AddressAddition"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-patient-address": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["AddressPatch"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("allergy" | "created_at" | "id" | "notes" | "patient_id" | "reaction" | "recorded_date" | "severity" | "status" | "updated_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Only those of this status. */
                status?: "active" | "inactive" | "resolved";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "add-patient-allergy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewAllergy"];
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
    "get-patient-allergy": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "remove-patient-allergy": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-patient-allergy": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ChangeAllergy"];
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
                /** @description A patient's id, or me for the patient who asks. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("abatement_date" | "condition" | "created_at" | "id" | "notes" | "onset_date" | "patient_id" | "severity" | "status" | "updated_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Only those of this status. */
                status?: "active" | "recurrence" | "relapse" | "inactive" | "remission" | "resolved";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "add-patient-condition": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewCondition"];
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
    "get-patient-condition": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "remove-patient-condition": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-patient-condition": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ChangeCondition"];
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
                /** @description A patient's id, or me for the patient who asks. */
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
                /** @description A patient's id, or me for the patient who asks. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("created_at" | "email" | "id" | "is_primary" | "type" | "updated_at" | "verified_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "add-patient-email": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EmailAddition"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-patient-email": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["EmailPatch"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description A patient's id, or me for the patient who asks. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("age_at_onset" | "condition" | "created_at" | "id" | "notes" | "patient_id" | "relative" | "updated_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
                    "application/json": components["schemas"]["RelativeList"];
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
    "add-patient-family-history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewRelative"];
            };
        };
        responses: {
            /** @description Created */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relative"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
                    "application/json": components["schemas"]["Relative"];
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
    "remove-patient-family-history": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-patient-family-history": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ChangeRelative"];
            };
        };
        responses: {
            /** @description OK */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Relative"];
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
                /** @description A patient's id, or me for the patient who asks. */
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
    "change-patient-health-profile": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description A patient's id, or me for the patient who asks. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ChangeHealthProfile"];
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
    "get-patient-medical-record": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description A patient's id, or me for the patient who asks. */
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("created_at" | "dosage" | "end_date" | "id" | "medication" | "notes" | "patient_id" | "start_date" | "status" | "updated_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
                /** @description Only those of this status. */
                status?: "active" | "on-hold" | "completed" | "stopped" | "cancelled" | "unknown";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "add-patient-medication": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NewMedication"];
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
    "get-patient-medication": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "remove-patient-medication": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-patient-medication": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                entry_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["ChangeMedication"];
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
                /** @description The most items of a page. */
                limit?: number;
                /** @description next_cursor or prev_cursor of another page of the same list; without one, the first page. */
                cursor?: string;
                /** @description Only these members of each item, joined by commas; id and what include names are always there. The others are missing, also those that the schema requires. */
                fields?: ("area_code" | "country_code" | "created_at" | "extension" | "id" | "is_primary" | "number" | "type" | "updated_at" | "verified_at" | "version")[];
                /** @description Whether to tell how many items all pages have together: exact counts them, estimated asks the planner of the database, quickly and roughly. */
                total?: "none" | "estimated" | "exact";
            };
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "add-patient-phone": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["PhoneAddition"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
            header?: never;
            path: {
                /** @description The id of whose they are; me when they are one's own. */
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
    "change-patient-phone": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description The id of whose they are; me when they are one's own. */
                id: string;
                contact_id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["PhonePatch"];
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description The id of whose they are; me when they are one's own. */
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
                /** @description A patient's id, or me for the patient who asks. */
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
                    "application/json": components["schemas"]["Profile"];
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
                /** @description A patient's id, or me for the patient who asks. */
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
                /** @description A patient's id, or me for the patient who asks. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["Transfer"];
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
                /** @description A patient's id, or me for the patient who asks. */
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
    "take-patient-validation-step": {
        parameters: {
            query?: never;
            header?: {
                /** @description The ETag that came with the resource: without one the answer is a 428, with another than the resource's a 412. */
                "If-Match"?: string;
            };
            path: {
                /** @description A patient's id, or me for the patient who asks. */
                id: string;
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ValidationStep"];
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
