-- Compares every sum with what it is a sum of, all in one snapshot: forecasts as they count at :at, cells, totals.
with fresh as materialized (
    select * from standing_of((select coalesce(array_agg(id), '{}') from question), :at)
), counted_cells as (
    select author_id, topic, month, horizon, basis, level, phrase, stance, reference, undated, state, count(*) as n, sum(hits) as hits
    from fresh
    group by author_id, topic, month, horizon, basis, level, phrase, stance, reference, undated, state
), counted_totals as (
    select author_id, basis, level, phrase, stance, reference, undated, state, count(*) as n, sum(hits) as hits
    from fresh
    group by author_id, basis, level, phrase, stance, reference, undated, state
), differing_cells as (
    (select * from counted_cells except select * from level_cell where n <> 0 or hits <> 0)
    union all
    (select * from level_cell where n <> 0 or hits <> 0 except select * from counted_cells)
), differing_totals as (
    (select * from counted_totals except select * from level_total where n <> 0 or hits <> 0)
    union all
    (select * from level_total where n <> 0 or hits <> 0 except select * from counted_totals)
)
select (select count(*) from fresh) as forecasts,
       (select count(*) from level_cell) + (select count(*) from level_total) as cells,
       (select count(*) from differing_cells) + (select count(*) from differing_totals) as differing
