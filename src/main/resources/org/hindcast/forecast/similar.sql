-- The questions and forecasts whose words are nearest to a text: each half by its trigram index (the operator %), above the
-- threshold that the transaction has set.
select question_id, trigrams, statement
from (
    (select id as question_id, similarity(question, :text) as trigrams, cast(null as text) as statement
     from question
     where question % :text and status <> 'WITHDRAWN'
     order by trigrams desc, id
     limit :most)
    union all
    (select question_id, similarity(statement, :text) as trigrams, statement
     from forecast
     where statement % :text and status = 'PUBLISHED'
     order by trigrams desc, id
     limit :most)
) near
order by trigrams desc, question_id
