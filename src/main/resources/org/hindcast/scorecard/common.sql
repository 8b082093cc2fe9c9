-- The positions of :a and :b on the questions that both took one on; a revision, a hedge and what was withdrawn are none. A word
-- is read with :lexicon, an object of phrase -> per mille; a call has no probability.
select q.question_id as question, u.question as text, u.due_on, q.due_at, u.outcome, q.forecast_id as a_forecast, r.forecast_id as b_forecast,
       case when q.level is not null then q.level
            when q.basis = 'WORDED' and q.stance = 'NO' then 1000 - cast(cast(:lexicon as jsonb) ->> q.phrase as int)
            when q.basis = 'WORDED' then cast(cast(:lexicon as jsonb) ->> q.phrase as int) end as a,
       case when r.level is not null then r.level
            when r.basis = 'WORDED' and r.stance = 'NO' then 1000 - cast(cast(:lexicon as jsonb) ->> r.phrase as int)
            when r.basis = 'WORDED' then cast(cast(:lexicon as jsonb) ->> r.phrase as int) end as b,
       q.basis as a_basis, q.phrase as a_phrase, q.stance as a_stance, r.basis as b_basis, r.phrase as b_phrase, r.stance as b_stance,
       q.state = 'SCORED' and r.state = 'SCORED' as scored
from standing q join standing r on r.question_id = q.question_id join question u on u.id = q.question_id
where q.author_id = :a and r.author_id = :b
  and q.state in ('SCORED', 'PROVISIONAL', 'UNRESOLVED', 'VOID') and r.state in ('SCORED', 'PROVISIONAL', 'UNRESOLVED', 'VOID')
