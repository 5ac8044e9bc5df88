-- What an incident was before its last move by hand that can be undone. `version` is the incident's after that move.
create table incident_undo (
  incident_id      uuid primary key references incident,
  version          integer     not null,
  stage            text        not null,
  severity         text        not null,
  category_code    text        not null,
  category_version integer     not null,
  filed_at         timestamptz,
  due_at           timestamptz,
  closed_at        timestamptz,
  handled_at       timestamptz,
  outcome          text
);
