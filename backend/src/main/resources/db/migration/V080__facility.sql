-- The kinds of service place, with what a map draws them with. An installation may change them.
create table facility_kind (
  code   text collate "C" primary key,
  names  jsonb   not null,                      -- {"en": "Library", "zh": "图书馆"}
  icon   text    not null,                      -- a mark that map-web knows
  colour text    not null,                      -- the name of a colour token: 'culture', 'care', …
  rank   integer not null unique                -- the order in lists
);

-- Every write takes the next number, one writer at a time, so (count, greatest) tells one state from every other.
create sequence facility_revision;

create table facility (
  id        bigint generated always as identity primary key,
  code      text collate "C" not null unique,   -- the identity for imports
  kind      text collate "C" not null references facility_kind,
  names     jsonb   not null,
  location  geometry(Point, 4326) not null,
  area_path text collate "C" not null,          -- of the cell it lies in; empty outside every cell
  address   text,
  hours     text,                               -- OpenStreetMap's opening_hours
  capacity  integer check (capacity >= 0),
  phone     text,
  website   text,
  services  text,
  revision  bigint  not null,
  version   integer not null default 0
);
create index facility_place on facility using gist (location);
create index facility_near on facility using gist (kind, (location::geography));
create index facility_area on facility (area_path text_pattern_ops);
create index facility_newest on facility (revision);

insert into facility_kind (rank, code, names, icon, colour) values
  (10,  'service-desk',     '{"en": "Public service desk", "zh": "便民服务中心"}',      'desk',     'public'),
  (20,  'community-centre', '{"en": "Community centre", "zh": "社区活动中心"}',         'people',   'public'),
  (30,  'police',           '{"en": "Police station", "zh": "派出所"}',                 'shield',   'safety'),
  (40,  'fire-station',     '{"en": "Fire station", "zh": "消防站"}',                   'flame',    'safety'),
  (50,  'shelter',          '{"en": "Shelter", "zh": "应急避难场所"}',                  'shelter',  'safety'),
  (60,  'clinic',           '{"en": "Hospital or clinic", "zh": "医院诊所"}',           'cross',    'health'),
  (70,  'pharmacy',         '{"en": "Pharmacy", "zh": "药店"}',                         'capsule',  'health'),
  (80,  'elder-care',       '{"en": "Care for the elderly", "zh": "养老服务"}',         'cane',     'care'),
  (90,  'child-care',       '{"en": "Child care", "zh": "托育机构"}',                   'blocks',   'care'),
  (100, 'school',           '{"en": "School", "zh": "学校"}',                           'cap',      'learning'),
  (110, 'library',          '{"en": "Library", "zh": "图书馆"}',                        'book',     'learning'),
  (120, 'park',             '{"en": "Park or playground", "zh": "公园与游乐场"}',       'tree',     'outdoor'),
  (130, 'toilet',           '{"en": "Public toilet", "zh": "公共厕所"}',                'toilet',   'outdoor'),
  (140, 'other',            '{"en": "Other service place", "zh": "其他服务设施"}',      'dot',      'public');
