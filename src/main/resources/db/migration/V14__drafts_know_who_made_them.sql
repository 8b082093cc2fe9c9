alter table forecast add column drafted_by text constraint forecast_drafted_by_length check (length(drafted_by) between 1 and 64);
create index forecast_drafts on forecast (id) where status = 'DRAFT';
-- An editor looks for the question that a new forecast could join
create index question_by_text_trigrams on question using gin (question gin_trgm_ops);
create index question_by_key_trigrams on question using gin (key gin_trgm_ops) where key is not null;
