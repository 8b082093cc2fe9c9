-- The current criteria stand on the question itself, where every hot query needs them; question_version keeps all of them.
create table question (
    id              uuid        constraint question_pk primary key,
    key             text        constraint question_key_unique unique
                                constraint question_key_form check (key ~ '^[a-z0-9]+(-[a-z0-9]+)*$' and length(key) <= 120),
    version         int         not null constraint question_version_positive check (version > 0),
    question        text        not null,
    yes_when        text        not null,
    source_of_truth text        not null,
    due_on          date        not null,
    time_zone       text        not null,
    if_silent       text,
    due_at          timestamptz not null,
    status          text        not null constraint question_status_known check (status in ('OPEN', 'RESOLVED', 'WITHDRAWN')),
    outcome         text        constraint question_outcome_known check (outcome in ('YES', 'NO', 'VOID')),
    resolved_at     timestamptz,
    evidence        jsonb       not null default '[]',
    round           int         not null default 1, -- verdicts count in the round they were given in; a reopening begins the next
    not_yet         int         not null default 0,
    asked_for       date        not null,           -- the date reviewers are asked for: dueOn, later recheckOn
    asked_from      timestamptz not null,           -- when that date has come: from then on it is in the review queue
    ask_at          timestamptz,                    -- when the sweep must look next; null: nothing to ask
    created_at      timestamptz not null,
    constraint question_resolved_has_an_outcome check ((status = 'RESOLVED') = (outcome is not null) and (outcome is null) = (resolved_at is null)),
    constraint question_outcome_has_evidence check (outcome is null or outcome = 'VOID' or jsonb_array_length(evidence) > 0),
    constraint question_asked_only_while_open check (status = 'OPEN' or ask_at is null)
);
create index question_to_ask on question (ask_at, id) where ask_at is not null;
create index question_open_by_due on question (due_at, id) where status = 'OPEN';
create index question_by_due on question (due_at, id);
create index question_by_resolution on question (resolved_at desc, id desc) where resolved_at is not null;
grant select, insert, update on question to "${service}";

create table question_version (
    question_id     uuid        not null constraint question_version_question_fk references question,
    version         int         not null,
    question        text        not null constraint question_version_question_length check (length(question) between 1 and 2000),
    yes_when        text        not null constraint question_version_yes_when_length check (length(yes_when) between 1 and 2000),
    source_of_truth text        not null constraint question_version_source_length check (length(source_of_truth) between 1 and 2000),
    due_on          date        not null,
    time_zone       text        not null,
    if_silent       text        constraint question_version_if_silent_length check (length(if_silent) <= 2000),
    reason          text,
    actor           text        not null,
    created_at      timestamptz not null,
    constraint question_version_pk primary key (question_id, version)
);
grant select, insert on question_version to "${service}";
