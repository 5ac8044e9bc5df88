create table app_user (
  id              bigint generated always as identity primary key,
  login           text        not null unique check (login = lower(login)),
  name            text        not null,
  password_digest text,                         -- null: cannot sign in with a password
  credentials_version integer not null default 0, -- grows with each new password; sessions of an older one have ended
  locale          text,
  enabled         boolean     not null default true,
  failed_attempts integer     not null default 0,
  locked_until    timestamptz,
  created_at      timestamptz not null,
  version         integer     not null default 0
);

-- A role holds within an area subtree; '' is the whole installation.
create table role_grant (
  user_id   bigint not null references app_user on delete cascade,
  role      text   not null check (role in ('OPERATOR', 'GRID_WORKER', 'LEADER', 'ADMINISTRATOR')),
  area_path text collate "C" not null,
  primary key (user_id, role, area_path)
);

-- For other programs: a bearer token that acts as its user. Only the SHA-256 of the token is kept.
create table api_key (
  id         bigint generated always as identity primary key,
  user_id    bigint      not null references app_user on delete cascade,
  label      text        not null,
  digest     bytea       not null unique,
  created_at timestamptz not null,
  revoked_at timestamptz
);

-- Spring Session's own tables.
create table spring_session (
  primary_id            char(36) not null primary key,
  session_id            char(36) not null unique,
  creation_time         bigint   not null,
  last_access_time      bigint   not null,
  max_inactive_interval integer  not null,
  expiry_time           bigint   not null,
  principal_name        varchar(100)
);
create index spring_session_expiry on spring_session (expiry_time);
create index spring_session_principal on spring_session (principal_name);
create table spring_session_attributes (
  session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
  attribute_name     varchar(200) not null,
  attribute_bytes    bytea        not null,
  primary key (session_primary_id, attribute_name)
);
