insert into resolution (id, question_id, question_version, outcome, evidence, note, actor, source, resolved_at, ended_at, ended_by,
    ended_because)
select cast(r->>'id' as uuid), cast(q->'record'->>'id' as uuid), cast(r->>'version' as int), r->>'outcome',
       coalesce(r->'evidence', '[]'), r->>'note', r->>'by', r->>'file', cast(r->>'at' as timestamptz),
       cast(r->'ended'->>'at' as timestamptz), r->'ended'->>'by', r->'ended'->>'because'
from (select cast(:given as jsonb) as q) given
cross join lateral jsonb_array_elements(q->'record'->'resolutions') r
