insert into event (at, actor, kind, subject, data)
select cast(e->>'at' as timestamptz), e->>'by', e->>'kind', cast(r->>'id' as uuid), cast(e->>'data' as jsonb)
from (select cast(:given as jsonb)->'record' as r) given
cross join lateral jsonb_array_elements(r->'events') with ordinality as events (e, place)
order by place
