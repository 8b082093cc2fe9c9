-- The version and the outcome are the last ones that the record carries; reviewers are asked anew while it is open.
insert into question (id, key, version, question, yes_when, source_of_truth, due_on, time_zone, if_silent, due_at, status, outcome,
    resolved_at, evidence, round, not_yet, asked_for, asked_from, ask_at, created_at)
select cast(r->>'id' as uuid), q->>'key', last.version, q->>'question', q->>'yes', q->>'source', cast(q->>'due' as date),
       coalesce(q->>'zone', 'UTC'), q->>'silent', cast(:dueAt as timestamptz), life.status,
       decided.resolution->>'outcome', cast(decided.resolution->>'at' as timestamptz),
       case when decided.resolution is null then '[]' else coalesce(decided.resolution->'evidence', '[]') end,
       cast(r->>'round' as int), cast(r->>'notYet' as int), cast(r->>'askedFor' as date), cast(r->>'askedFrom' as timestamptz),
       case when life.status = 'OPEN' then greatest(cast(r->>'askedFrom' as timestamptz), cast(:now as timestamptz)) end, cast(r->>'stored' as timestamptz)
from (select cast(:given as jsonb) as q) given
cross join lateral (select q->'record' as r) carried
cross join lateral (select max(cast(v->>'version' as int)) as version from jsonb_array_elements(r->'versions') v) last
left join lateral (
    select resolution from jsonb_array_elements(r->'resolutions') resolution where not jsonb_exists(resolution, 'ended')) decided on true
cross join lateral (select case when decided.resolution is not null then 'RESOLVED'
                                when jsonb_exists(r, 'withdrawn') then 'WITHDRAWN' else 'OPEN' end as status) life
