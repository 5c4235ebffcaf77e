#!/bin/sh
# Runs once, when the volume is empty. Creates two logins: one owns the database and migrates it, the other is the
# application's and owns nothing. Their rights come with the migrations, through the roles predicthealth_owner and
# predicthealth_app. Those roles are created here, because neither login may create roles.
set -eu
psql --no-psqlrc --quiet -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" --dbname "$POSTGRES_DB" <<'SQL'
\getenv database POSTGRES_DB
\getenv migrate_password MIGRATE_PASSWORD
\getenv app_user APP_USER
\getenv app_password APP_PASSWORD
CREATE ROLE predicthealth_owner NOLOGIN;
CREATE ROLE predicthealth_app NOLOGIN;
CREATE ROLE predicthealth_migrate LOGIN PASSWORD :'migrate_password' IN ROLE predicthealth_owner;
CREATE ROLE :"app_user" LOGIN PASSWORD :'app_password' IN ROLE predicthealth_app;
ALTER DATABASE :"database" OWNER TO predicthealth_migrate;
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT, TEMPORARY ON DATABASE :"database" TO predicthealth_app;
CREATE EXTENSION pg_stat_statements;
SQL
