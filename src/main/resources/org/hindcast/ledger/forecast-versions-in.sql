insert into forecast_version (forecast_id, version, question_id, quote, quote_start, statement, basis, probability, phrase, stance,
    odds, stakes, condition, made_on, undated, topics, reference_probability, reference_source, reference_url, reference_on, reason,
    actor, created_at)
select cast(f->'record'->>'id' as uuid), cast(v->>'version' as int), coalesce(cast(v->'criteria'->'record'->>'id' as uuid), :question),
       $claim, v->>'reason', v->>'by', cast(v->>'at' as timestamptz)
from (select cast(:given as jsonb) as f) given
cross join lateral jsonb_array_elements(f->'record'->'versions') v
cross join lateral (select case when jsonb_exists(v, 'statement') then v else f end as c) claim
join piece p on p.id = :piece
