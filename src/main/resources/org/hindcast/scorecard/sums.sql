-- One row an author: what their scored forecasts in a scope come to, in integers (Brier scores in millionths, their squares in
-- millionths of millionths). Words are read with :lexicon, an object of phrase -> per mille.
select a.id, a.slug, a.name,
       coalesce(sum(c.n) filter (where c.probability), 0) as n,
       coalesce(sum(c.hits) filter (where c.probability), 0) as hits,
       coalesce(sum(c.hits * c.hit + c.misses * c.miss) filter (where c.probability), 0) as brier,
       coalesce(sum(c.hits * c.hit * c.hit + c.misses * c.miss * c.miss) filter (where c.probability), 0) as brier_squares,
       coalesce(sum(c.n) filter (where c.probability and c.reference is not null), 0) as paired,
       coalesce(sum(c.hits) filter (where c.probability and c.reference is not null), 0) as paired_hits,
       coalesce(sum(c.hits * c.reference_hit + c.misses * c.reference_miss) filter (where c.probability), 0) as reference_brier,
       coalesce(sum(c.hits * (c.reference_hit - c.hit) + c.misses * (c.reference_miss - c.miss))
                filter (where c.probability), 0) as difference,
       coalesce(sum(c.hits * (c.reference_hit - c.hit) ^ 2 + c.misses * (c.reference_miss - c.miss) ^ 2)
                filter (where c.probability), 0) as difference_squares,
       coalesce(sum(c.n) filter (where not c.probability), 0) as calls,
       coalesce(sum(c.hits) filter (where not c.probability), 0) as call_hits,
       coalesce(sum(case when c.stance = 'NO' then c.misses else c.hits end) filter (where not c.probability), 0) as calls_yes
from (
    select author_id, n, hits, n - hits as misses, stance, reference, basis in ('STATED', 'WORDED') as probability,
           ((1000 - p) * (1000 - p))::numeric as hit, (p * p)::numeric as miss,
           ((1000 - reference) * (1000 - reference))::numeric as reference_hit, (reference * reference)::numeric as reference_miss
    from (
        select *, case when level is not null then level
                       when stance = 'NO' then 1000 - cast(cast(:lexicon as jsonb) ->> phrase as int)
                       else cast(cast(:lexicon as jsonb) ->> phrase as int) end as p
        from level_cell
        where state = 'SCORED' and n > 0 and month between :from and :to
          and case when :topic = '' then topic <> :classics else topic = :topic end
    ) read
) c join author a on a.id = c.author_id
group by a.id, a.slug, a.name
order by a.slug
