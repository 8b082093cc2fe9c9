create table forecast (
    id                    uuid        constraint forecast_pk primary key,
    author_id             uuid        not null constraint forecast_author_fk references author,
    piece_id              uuid        not null constraint forecast_piece_fk references piece,
    question_id           uuid        constraint forecast_question_fk references question,
    key                   text        constraint forecast_key_length check (length(key) between 1 and 120),
    status                text        not null constraint forecast_status_known check (status in ('DRAFT', 'PUBLISHED', 'WITHDRAWN')),
    version               int         not null,
    quote                 text,
    quote_start           int,
    statement             text        not null constraint forecast_statement_length check (length(statement) between 1 and 500),
    basis                 text        not null constraint forecast_basis_known check (basis in ('STATED', 'WORDED', 'ASSERTED', 'BET', 'HEDGED')),
    probability           int         constraint forecast_probability_per_mille check (probability between 0 and 1000),
    phrase                text,
    stance                text        constraint forecast_stance_known check (stance in ('YES', 'NO')),
    odds                  text,
    stakes                text,
    condition             text,
    made_on               date        not null,
    undated               boolean     not null,
    topics                varchar[]   not null,
    reference_probability int         constraint forecast_reference_per_mille check (reference_probability between 0 and 1000),
    reference_source      text,
    reference_url         text,
    reference_on          date,
    draft_criteria        jsonb,
    published_at          timestamptz,
    created_at            timestamptz not null,
    constraint forecast_key_once_per_piece unique (piece_id, key),
    constraint forecast_probability_where_stated check ((basis = 'STATED') = (probability is not null)),
    constraint forecast_phrase_where_worded check (basis = 'HEDGED' or (basis = 'WORDED') = (phrase is not null)),
    constraint forecast_stance_where_in_words check ((basis = 'STATED') = (stance is null)),
    constraint forecast_published_on_a_question check (status = 'DRAFT' or (question_id is not null and published_at is not null)),
    constraint forecast_reference_whole check ((reference_probability is null) = (reference_source is null)
        and (reference_probability is null) = (reference_on is null)),
    constraint forecast_criteria_leave_the_draft check (status = 'DRAFT' or draft_criteria is null)
);
create index forecast_by_question on forecast (question_id);
create index forecast_by_author on forecast (author_id, id desc);
create index forecast_by_piece on forecast (piece_id, id);
create index forecast_by_topic on forecast using gin (topics);
create index forecast_by_statement_trigrams on forecast using gin (statement gin_trgm_ops);
grant select, insert, update, delete on forecast to "${service}";

-- What was published and every correction since, never changed.
create table forecast_version (
    forecast_id           uuid        not null constraint forecast_version_forecast_fk references forecast,
    version               int         not null,
    question_id           uuid        not null constraint forecast_version_question_fk references question,
    quote                 text,
    quote_start           int,
    statement             text        not null,
    basis                 text        not null,
    probability           int         constraint forecast_version_probability_per_mille check (probability between 0 and 1000),
    phrase                text,
    stance                text,
    odds                  text,
    stakes                text,
    condition             text,
    made_on               date        not null,
    undated               boolean     not null,
    topics                varchar[]   not null,
    reference_probability int         constraint forecast_version_reference_per_mille check (reference_probability between 0 and 1000),
    reference_source      text,
    reference_url         text,
    reference_on          date,
    reason                text,
    actor                 text        not null,
    created_at            timestamptz not null,
    constraint forecast_version_pk primary key (forecast_id, version)
);
grant select, insert on forecast_version to "${service}";
