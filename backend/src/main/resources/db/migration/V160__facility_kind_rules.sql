-- Administrators edit the kinds: which OpenStreetMap tags make one, and on which state of it a change was decided.
alter table facility_kind
  add column rules   text[]  not null default '{}',  -- 'amenity=social_facility+social_facility:for=senior'; * is any value
  add column version integer not null default 0;

update facility_kind set rules = given.rules from (values
  ('service-desk',     array['amenity=townhall', 'office=government']),
  ('community-centre', array['amenity=community_centre']),
  ('police',           array['amenity=police']),
  ('fire-station',     array['amenity=fire_station']),
  ('shelter',          array['amenity=shelter+shelter_type=disaster', 'emergency=assembly_point']),
  ('clinic',           array['amenity=hospital', 'amenity=clinic', 'amenity=doctors', 'healthcare=clinic', 'healthcare=hospital']),
  ('pharmacy',         array['amenity=pharmacy']),
  ('elder-care',       array['amenity=nursing_home', 'amenity=social_facility+social_facility:for=senior']),
  ('child-care',       array['amenity=childcare', 'amenity=kindergarten']),
  ('school',           array['amenity=school']),
  ('library',          array['amenity=library']),
  ('park',             array['leisure=park', 'leisure=playground']),
  ('toilet',           array['amenity=toilets']),
  ('other',            array['amenity=social_facility'])) as given (code, rules)
where facility_kind.code = given.code;
