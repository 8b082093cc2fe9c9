-- What is searched for stands in the statement, the quote, the question or the author's name, and the words of one search may stand
-- in several of them. So the texts are kept together here, by the database itself, whoever changes one of them.
create table forecast_words (
    forecast_id uuid constraint forecast_words_pk primary key constraint forecast_words_forecast_fk references forecast on delete cascade,
    words       text not null
);
grant select, insert, update on forecast_words to "${service}";

create view forecast_texts as
select f.id as forecast_id, f.question_id, f.author_id,
       concat_ws(e'\n', f.statement, f.quote, coalesce(q.question, f.draft_criteria->>'question'), a.name) as words
from forecast f join author a on a.id = f.author_id left join question q on q.id = f.question_id;
grant select on forecast_texts to "${service}";

create function keep_words_of_forecast() returns trigger language plpgsql as $$
begin
    insert into forecast_words select forecast_id, words from forecast_texts where forecast_id = new.id
    on conflict on constraint forecast_words_pk do update set words = excluded.words;
    return null;
end $$;
create trigger forecast_keeps_words after insert on forecast for each row execute function keep_words_of_forecast();
create trigger forecast_keeps_new_words after update on forecast for each row
when ((old.statement, old.quote, old.question_id, old.author_id, old.draft_criteria)
    is distinct from (new.statement, new.quote, new.question_id, new.author_id, new.draft_criteria))
execute function keep_words_of_forecast();

create function keep_words_of_question() returns trigger language plpgsql as $$
begin
    update forecast_words w set words = t.words from forecast_texts t
    where t.question_id = new.id and w.forecast_id = t.forecast_id;
    return null;
end $$;
create trigger question_keeps_words after update on question for each row when (old.question <> new.question)
execute function keep_words_of_question();

create function keep_words_of_author() returns trigger language plpgsql as $$
begin
    update forecast_words w set words = t.words from forecast_texts t
    where t.author_id = new.id and w.forecast_id = t.forecast_id;
    return null;
end $$;
create trigger author_keeps_words after update on author for each row when (old.name <> new.name)
execute function keep_words_of_author();

insert into forecast_words select forecast_id, words from forecast_texts;
create index forecast_words_by_trigrams on forecast_words using gin (words gin_trgm_ops);
