-- What is new about these questions: the outcome that now stands, or that the last one no longer does. Each is said once.
with last as (
    select distinct on (question_id) id, question_id, ended_at from resolution where question_id = any (:questions)
    order by question_id, ended_at desc nulls first, id desc),
said as (
    insert into announcement (resolution_id, kind, at)
    select l.id, case when l.ended_at is null then 'RESOLVED' else 'REOPENED' end, :now
    from last l join question q on q.id = l.question_id
    where (q.status = 'RESOLVED') = (l.ended_at is null)
      and (l.ended_at is null or exists (select from announcement a where a.resolution_id = l.id and a.kind = 'RESOLVED'))
    on conflict do nothing
    returning resolution_id, kind)
select r.id, s.kind, q.id, q.question, q.status, r.outcome,
    (select p.outcome from resolution p where p.question_id = q.id and p.id <> r.id and p.ended_at is not null
     order by p.ended_at desc, p.id desc limit 1),
    coalesce(r.ended_by, r.actor), r.ended_because
from said s join resolution r on r.id = s.resolution_id join question q on q.id = r.question_id
order by q.id
