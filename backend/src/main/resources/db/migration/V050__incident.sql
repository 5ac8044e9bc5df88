create sequence incident_number;

create table incident (
  id               uuid primary key,            -- version 7, made by the server
  number           bigint      not null unique default nextval('incident_number'),
  category_code    text        not null,
  category_version integer     not null,
  severity         text        not null check (severity in ('LOW', 'NORMAL', 'HIGH', 'CRITICAL')),
  stage            text        not null check (stage in
                     ('COLLECTED', 'FILED', 'DISPATCHED', 'HANDLING', 'FED_BACK', 'CLOSED', 'EVALUATED', 'DISMISSED')),
  location         geometry(Point, 4326),
  place_text       text,
  placement          text        not null check (placement in ('IN_CELL', 'OUTSIDE', 'NEEDS_LOCATING')),
  cell_id          bigint,
  area_path        text collate "C" not null,   -- the cell's path; '' when outside every cell or not located
  description      text        not null default '',
  channel          text        not null check (channel in ('OPERATOR', 'WORKER', 'RESIDENT', 'IMPORT')),
  reported_at      timestamptz not null,
  filed_at         timestamptz,
  due_at           timestamptz,
  closed_at        timestamptz,
  outcome          text,                        -- why it was closed or dismissed, in words
  rating           integer     check (rating between 1 and 5),
  version          integer     not null default 0
);
-- Paths are in collation "C", so that a plain index serves prefix ranges. The queue is sorted by what will be late first; what
-- nobody has decided on yet counts as late since it was reported.
create index incident_queue on incident (coalesce(due_at, reported_at), id)
  where stage not in ('CLOSED', 'EVALUATED', 'DISMISSED');
create index incident_open on incident (area_path, coalesce(due_at, reported_at), id)
  where stage not in ('CLOSED', 'EVALUATED', 'DISMISSED');
create index incident_area_time on incident (area_path, reported_at, id);
create index incident_time on incident (reported_at, id);
create index incident_location on incident using gist (location);
create index incident_needs_locating on incident (reported_at) where placement = 'NEEDS_LOCATING';

-- One person's telling of an incident. Contact is AES-GCM ciphertext, readable only through the audited endpoint.
create table report (
  id              uuid primary key,
  incident_id     uuid        not null references incident,
  channel         text        not null,
  description     text        not null,
  contact         bytea,
  external_id     text,                         -- the number the report has in the system it came from
  tracking_digest bytea,                        -- SHA-256 of the code a resident follows the report with
  received_at     timestamptz not null
);
create index report_incident on report (incident_id);
create unique index report_tracking on report (tracking_digest) where tracking_digest is not null;

-- The same request sent twice has one effect: the first answer is kept.
create table idempotency (
  caller     text        not null,              -- an actor: 'user:12' or 'resident'
  key        text        not null,
  request_digest bytea   not null,              -- keyed (HMAC), since the request may hold personal data
  incident_id uuid       not null,
  report_id  uuid        not null,
  stage      text        not null,              -- as it was answered, with what follows
  placement  text        not null,
  cell_id    bigint,
  area_path  text collate "C" not null,
  version    integer     not null,
  created_at timestamptz not null,
  primary key (caller, key)
);
create index idempotency_age on idempotency (created_at);

-- Photos, re-encoded and without metadata. Uploaded first, then named by a report or by feedback.
create table attachment (
  id          uuid primary key,
  incident_id uuid references incident,
  uploaded_by text        not null,
  purpose     text        not null default 'REPORT' check (purpose in ('REPORT', 'FEEDBACK')),
  media_type  text        not null,
  width       integer     not null,
  height      integer     not null,
  bytes       bytea       not null,
  thumbnail   bytea       not null,
  created_at  timestamptz not null
);
create index attachment_incident on attachment (incident_id) where incident_id is not null;
create index attachment_unused on attachment (created_at) where incident_id is null;
