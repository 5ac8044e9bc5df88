-- Addresses, streets, settlements and points of interest, to be found by what people type and by where they point.
create table place (
  id         bigint generated always as identity primary key,
  source     text collate "C" not null,         -- the file it came from: 'osm', 'csv', …
  code       text collate "C" not null,         -- what it is known by there
  kind       text collate "C" not null check (kind in ('PLACE', 'STREET', 'ADDRESS', 'POI')),
  names      jsonb not null,                    -- {"en": "Canal Street", "zh": "运河街"}; of an address, its street's
  number     text,                              -- of an address, as it is written
  number_key text collate "C",                  -- as it is compared
  street_key text collate "C",                  -- of an address, its street's name as it is compared
  detail     text,
  location   geometry(Point, 4326) not null,
  course     geometry(MultiLineString, 4326),   -- of a street
  unique (source, code),
  check ((kind = 'ADDRESS') = (number is not null and number_key is not null and street_key is not null)),
  check ((kind = 'STREET') = (course is not null))
);
create index place_number on place (street_key, number_key) where kind = 'ADDRESS';
create index place_address_near on place using gist ((location::geography)) where kind = 'ADDRESS';
create index place_course on place using gist (course) where kind = 'STREET';
