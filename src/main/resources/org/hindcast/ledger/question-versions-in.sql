insert into question_version (question_id, version, question, yes_when, source_of_truth, due_on, time_zone, if_silent, reason, actor,
    created_at)
select cast(q->'record'->>'id' as uuid), cast(v->>'version' as int), c->>'question', c->>'yes', c->>'source', cast(c->>'due' as date),
       coalesce(c->>'zone', 'UTC'), c->>'silent', v->>'reason', v->>'by', cast(v->>'at' as timestamptz)
from (select cast(:given as jsonb) as q) given
cross join lateral jsonb_array_elements(q->'record'->'versions') v
cross join lateral (select case when jsonb_exists(v, 'question') then v else q end as c) criteria
