-- Moves the forecasts on these questions from the cells they stand in to those they belong in at :at.
-- The caller holds the questions; rows are written in the order of their keys, so that two recounts never wait for each other.
with fresh as materialized (
    select * from standing_of(:questions, :at)
), stale as materialized (
    select * from standing
    where question_id = any (:questions) or forecast_id = any (array(select forecast_id from fresh)) -- an array, so that both have an index
), net as materialized (
    select author_id, topic, month, horizon, basis, level, phrase, stance, reference, undated, state, sum(n) as n, sum(hits) as hits
    from (
        select author_id, topic, month, horizon, basis, level, phrase, stance, reference, undated, state, 1 as n, hits from fresh
        union all
        select author_id, topic, month, horizon, basis, level, phrase, stance, reference, undated, state, -1, -hits from stale
    ) moved
    group by author_id, topic, month, horizon, basis, level, phrase, stance, reference, undated, state
    having sum(n) <> 0 or sum(hits) <> 0
), kept as (
    insert into standing
    select forecast_id, question_id, due_at, author_id, topic, month, horizon, basis, level, phrase, stance, reference, undated,
           state, hits
    from fresh
    order by forecast_id
    on conflict (forecast_id) do update set
        question_id = excluded.question_id, due_at = excluded.due_at, author_id = excluded.author_id, topic = excluded.topic,
        month = excluded.month, horizon = excluded.horizon, basis = excluded.basis, level = excluded.level,
        phrase = excluded.phrase, stance = excluded.stance, reference = excluded.reference, undated = excluded.undated,
        state = excluded.state, hits = excluded.hits
), cells as (
    insert into level_cell
    select author_id, topic, month, horizon, basis, level, phrase, stance, reference, undated, state, n, hits
    from net
    order by author_id, topic, month, horizon, basis, level, phrase, stance, reference, undated, state
    on conflict on constraint level_cell_unique do update set n = level_cell.n + excluded.n, hits = level_cell.hits + excluded.hits
), boards as (
    insert into board_change (topic, changed_at)
    select distinct t.topic, cast(:at as timestamptz)
    from net cross join lateral (values (net.topic), ('')) as t (topic)
    where net.state = 'SCORED' and not (t.topic = '' and net.topic = 'classics')
)
insert into level_total
select author_id, basis, level, phrase, stance, reference, undated, state, sum(n), sum(hits)
from net
group by author_id, basis, level, phrase, stance, reference, undated, state
having sum(n) <> 0 or sum(hits) <> 0
order by author_id, basis, level, phrase, stance, reference, undated, state
on conflict on constraint level_total_unique do update set n = level_total.n + excluded.n, hits = level_total.hits + excluded.hits
