-- What the ground was called where something was reported by a point without words: {"names": {"en": …}, "near": true}.
alter table incident add column address jsonb;
