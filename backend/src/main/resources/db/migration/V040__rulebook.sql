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

insert into dispatch_rule (version, rules, valid_from)
values (1, '{"ladder": ["MAIN", "BACKUP", "NEARBY"], "nearbyLevelsUp": 1, "maxAttempts": 8}', now());

-- A small catalogue that serves any town; an installation changes it or imports its own.
insert into category (code, version, names, severity, auto_file, required_skill, accept_within, handle_within, valid_from)
values
  ('street-light',      1, '{"en": "Street light out", "zh": "路灯故障"}',            'NORMAL',   true,  'electrical', '5 minutes', '48 hours', now()),
  ('pothole',           1, '{"en": "Pothole or broken pavement", "zh": "路面破损"}',  'NORMAL',   true,  'roads',      '5 minutes', '72 hours', now()),
  ('litter',            1, '{"en": "Litter or dumped rubbish", "zh": "垃圾堆放"}',    'LOW',      true,  null,         '10 minutes', '24 hours', now()),
  ('noise',             1, '{"en": "Noise", "zh": "噪声扰民"}',                       'NORMAL',   true,  null,         '5 minutes', '4 hours',  now()),
  ('illegal-parking',   1, '{"en": "Illegal parking", "zh": "违章停车"}',             'LOW',      true,  null,         '5 minutes', '4 hours',  now()),
  ('water-leak',        1, '{"en": "Water leak or blocked drain", "zh": "漏水或排水堵塞"}', 'HIGH', true, 'plumbing',  '3 minutes', '8 hours',  now()),
  ('fallen-tree',       1, '{"en": "Fallen tree or branch", "zh": "树木倒伏"}',       'HIGH',     true,  null,         '3 minutes', '8 hours',  now()),
  ('fire-hazard',       1, '{"en": "Fire hazard", "zh": "消防隐患"}',                 'CRITICAL', true,  'safety',     '2 minutes', '2 hours',  now()),
  ('public-safety',     1, '{"en": "Danger to the public", "zh": "公共安全隐患"}',    'CRITICAL', true,  'safety',     '2 minutes', '2 hours',  now()),
  ('neighbour-dispute', 1, '{"en": "Dispute between neighbours", "zh": "邻里纠纷"}',  'NORMAL',   false, 'mediation',  '15 minutes', '72 hours', now()),
  ('person-in-need',    1, '{"en": "Person who needs help", "zh": "困难人员求助"}',   'HIGH',     true,  null,         '3 minutes', '4 hours',  now()),
  ('other',             1, '{"en": "Something else", "zh": "其他"}',                  'NORMAL',   false, null,         '15 minutes', '72 hours', now());
