-- Service places are found by what people type; those that are there already as well.
insert into place (source, code, kind, names, detail, location)
select 'facility', id::text, 'POI', names, address, location from facility
on conflict (source, code) do nothing;
