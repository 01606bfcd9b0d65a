#!/bin/sh
# Makes the bot's own user and its database, run once by the image of PostgreSQL when its folder is empty, or by hand as
# whoever may create users. The user owns its database and has no other rights.
# Wants ACCORDS_DATABASE_PASSWORD, ACCORDS_DATABASE_USER where it is not to be `accords`, and what psql needs to connect
# (PGHOST, PGUSER and the like).
set -eu
psql --set=ON_ERROR_STOP=1 --username="${POSTGRES_USER:-${PGUSER:-postgres}}" --dbname="${POSTGRES_DB:-postgres}" \
    --set=user="${ACCORDS_DATABASE_USER:-accords}" --set=password="$ACCORDS_DATABASE_PASSWORD" <<'SQL'
CREATE ROLE :"user" LOGIN PASSWORD :'password' NOSUPERUSER NOCREATEDB NOCREATEROLE NOREPLICATION;
CREATE DATABASE :"user" OWNER :"user";
REVOKE ALL ON DATABASE :"user" FROM PUBLIC;
SQL
