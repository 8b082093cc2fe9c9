-- Near duplicates: a claim is compared with what is asked, as it is with statements of forecasts (forecast_by_statement_trigrams).
create index question_by_text_trigrams on question using gin (question gin_trgm_ops);
