-- The incident catalogue. A change makes a new version; an incident keeps the version it was filed under.
create table category (
  code            text collate "C" not null,
  version         integer     not null,
  names           jsonb       not null,
  severity        text        not null check (severity in ('LOW', 'NORMAL', 'HIGH', 'CRITICAL')),
  auto_file       boolean     not null,         -- filed at intake, else an operator decides
  required_skill  text,
  accept_within   interval    not null,         -- how long an offer stands
  handle_within   interval    not null,         -- from filing to feedback: the promise to the resident
  valid_from      timestamptz not null,
  retired         boolean     not null default false,
  primary key (code, version)
);

-- The order in which dispatch asks, and its limits; versioned like the catalogue. `rules` is read by the dispatch module.
create table dispatch_rule (
  version    integer     primary key,
  rules      jsonb       not null,
  valid_from timestamptz not null
);
