-- The ordered record of everything that happened (docs/architecture.md, room 1).
--
-- Order: (epoch, xid, id). `xid` is the writing transaction's 64-bit id; a reader takes only entries whose xid lies below
-- pg_snapshot_xmin(pg_current_snapshot()), so an entry of a transaction that is still open can never appear behind a reader's
-- cursor. `epoch` grows when the database is restored into another cluster, whose transaction ids start again.
create table journal_epoch (
  epoch      integer primary key,
  started_at timestamptz not null default clock_timestamp()
);
insert into journal_epoch (epoch) values (1);

create table journal_entry (
  epoch        integer     not null,
  xid          xid8        not null default pg_current_xact_id(),
  id           bigint      generated always as identity,
  at           timestamptz not null,
  kind         text        not null,           -- 'incident.reported', 'assignment.offered', ...
  area_path    text collate "C" not null,      -- '' is the whole installation, '1/5/230/' a cell
  subject_type text        not null,           -- 'incident', 'assignment', 'area', 'worker', 'user', ...
  subject_id   text        not null,
  incident_id  uuid,                           -- the incident this entry belongs to, for its story
  worker_id    bigint,                         -- the worker this entry is addressed to, for the worker's own topic
  actor        text        not null,           -- 'user:12', 'resident', 'system'
  payload      jsonb       not null,
  primary key (epoch, xid, id)
);
create index journal_entry_incident on journal_entry (incident_id, epoch, xid, id) where incident_id is not null;
create index journal_entry_worker on journal_entry (worker_id, epoch, xid, id) where worker_id is not null;
create index journal_entry_area on journal_entry (area_path text_pattern_ops, epoch, xid, id);

-- A closed stretch of the journal with the digest that chains it to the stretch before: an edited row shows.
create table journal_seal (
  seq        bigint primary key,
  epoch      integer     not null,
  upto_xid   xid8        not null,             -- the stretch holds entries with xid < upto_xid not in an earlier seal
  entries    bigint      not null,
  digest     bytea       not null,             -- SHA-256 over the previous digest and every entry in order
  sealed_at  timestamptz not null
);
