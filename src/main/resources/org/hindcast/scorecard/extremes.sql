-- Forecasts of an author that are of these kinds, in the order of the kinds, of each the latest due first: a few rows from an index
-- for every kind, however many forecasts there are.
select picked.forecast_id
from unnest(cast(:levels as int[]), cast(:phrases as text[]), cast(:stances as text[]), cast(:hits as int[]))
     with ordinality as kind(level, phrase, stance, hits, place)
cross join lateral (
    (select forecast_id, due_at from standing
     where author_id = :author and state = 'SCORED' and basis = 'STATED' and level = kind.level and hits = kind.hits
       and month between :from and :to and (:topic = '' or topic = :topic) and not (:dated and undated)
     order by due_at desc, forecast_id desc limit :most)
    union all
    (select forecast_id, due_at from standing
     where author_id = :author and state = 'SCORED' and basis = 'WORDED' and phrase = kind.phrase and stance = kind.stance
       and hits = kind.hits and month between :from and :to and (:topic = '' or topic = :topic) and not (:dated and undated)
     order by due_at desc, forecast_id desc limit :most)
) picked
order by kind.place, picked.due_at desc, picked.forecast_id desc
limit :most
