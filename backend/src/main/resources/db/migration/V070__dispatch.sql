-- An incident given to one worker.
create table assignment (
  id           uuid primary key,
  incident_id  uuid        not null references incident,
  worker_id    bigint      not null,
  state        text        not null check (state in
                 ('OFFERED', 'ACCEPTED', 'ARRIVED', 'DONE', 'REFUSED', 'EXPIRED', 'RECALLED')),
  decision_id  uuid        not null,
  round        integer     not null,            -- the round of asking that it counts in (dispatch_work.round)
  offered_at   timestamptz not null,
  expires_at   timestamptz not null,            -- of the offer
  received_at  timestamptz,                     -- the phone has it
  opened_at    timestamptz,                     -- the worker has looked at it
  accepted_at  timestamptz,
  arrived_at   timestamptz,
  ended_at     timestamptz,
  reason       text,                            -- why refused or recalled; what was found, when done
  version      integer     not null default 0
);
create unique index assignment_one_active on assignment (incident_id) where state in ('OFFERED', 'ACCEPTED', 'ARRIVED');
create index assignment_worker_active on assignment (worker_id) where state in ('OFFERED', 'ACCEPTED', 'ARRIVED');
create index assignment_incident on assignment (incident_id, offered_at);

-- Where dispatch stands with an incident: one row from its first filing on. Written by the transaction that files the
-- incident; what is DUE is claimed with FOR UPDATE SKIP LOCKED.
create table dispatch_work (
  incident_id   uuid primary key references incident,
  area_path     text collate "C" not null,
  severity_rank integer     not null,           -- 3 critical ... 0 low
  state         text        not null check (state in
                  ('DUE', 'WAITING', 'ASSIGNED', 'ENDED')), -- WAITING: in the operator's queue, with a reason
  due_at        timestamptz not null,
  reason        text,                           -- why it waits, a code of the dispatch module
  round         integer     not null default 1, -- in one round nobody is asked twice
  attempts      integer     not null default 0  -- offers made in this round
);
create index dispatch_work_due on dispatch_work (severity_rank desc, due_at) where state = 'DUE';
create index dispatch_work_waiting on dispatch_work (area_path) where state = 'WAITING';

-- What was known, who was considered, the parts of the score, and why the others were not chosen.
create table dispatch_decision (
  id          uuid primary key,
  incident_id uuid        not null references incident,
  at          timestamptz not null,
  made_by     text        not null,             -- 'system' or 'user:12'
  rule_version integer    not null,
  chosen_worker_id bigint,
  reason      text        not null,             -- a code; put into words when read
  params      jsonb       not null,
  candidates  jsonb       not null
);
create index dispatch_decision_incident on dispatch_decision (incident_id, at);
