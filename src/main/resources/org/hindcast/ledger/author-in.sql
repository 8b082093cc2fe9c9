insert into author (id, slug, name, kind, description, url, created_at)
select cast(a->'record'->>'id' as uuid), a->>'slug', a->>'name', a->>'kind', a->>'description', a->>'url',
       cast(a->'record'->>'stored' as timestamptz)
from (select cast(:given as jsonb) as a) given
on conflict (slug) do nothing
