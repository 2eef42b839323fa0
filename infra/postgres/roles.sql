-- Roles and database of one service; see README.md. Variables: service, password.
\set ON_ERROR_STOP on
\set owner ancrage_ :service _owner
\set app ancrage_ :service _app
\set figures ancrage_ :service _figures
\set database ancrage_ :service

-- Without inheritance: the owner may give functions to the figures role, and sees no more rows for it.
create role :"owner" login noinherit nobypassrls password :'password';
create role :"app" login nobypassrls password :'password';
create role :"figures" nologin nobypassrls;
grant :"figures" to :"owner";
create database :"database" owner :"owner";

\connect :"database"
create extension unaccent;
create extension pg_trgm;
create extension btree_gist;
revoke all on schema public from public;
grant usage, create on schema public to :"owner";
grant usage on schema public to :"app";
grant usage, create on schema public to :"figures";
