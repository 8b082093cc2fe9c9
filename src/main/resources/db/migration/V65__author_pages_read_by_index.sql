-- The best and the worst of a record are found by what was said and how it came out; its list, by when each was made.
create index standing_stated_by_author on standing (author_id, level, hits, due_at desc, forecast_id desc)
    where state = 'SCORED' and basis = 'STATED';
create index standing_worded_by_author on standing (author_id, phrase, stance, hits, due_at desc, forecast_id desc)
    where state = 'SCORED' and basis = 'WORDED';
create index forecast_by_author_made on forecast (author_id, made_on desc, id desc) where status <> 'DRAFT';
