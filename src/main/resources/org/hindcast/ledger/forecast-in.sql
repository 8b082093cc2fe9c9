insert into forecast (id, author_id, piece_id, question_id, key, status, version, quote, quote_start, statement, basis, probability,
    phrase, stance, odds, stakes, condition, made_on, undated, topics, reference_probability, reference_source, reference_url,
    reference_on, drafted_by, published_at, created_at)
select cast(r->>'id' as uuid), p.author_id, p.id, :question, nullif(c->>'key', r->>'id'),
       case when jsonb_exists(r, 'withdrawn') then 'WITHDRAWN' else 'PUBLISHED' end,
       (select max(cast(v->>'version' as int)) from jsonb_array_elements(r->'versions') v),
       $claim, r->>'draftedBy', cast(r->>'published' as timestamptz), cast(r->>'stored' as timestamptz)
from (select cast(:given as jsonb) as c) given
cross join lateral (select c->'record' as r) carried
join piece p on p.id = :piece
