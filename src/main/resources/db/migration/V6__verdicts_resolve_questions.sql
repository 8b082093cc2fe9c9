create table verdict (
    id               uuid        constraint verdict_pk primary key,
    question_id      uuid        not null,
    question_version int         not null,
    round            int         not null,
    reviewer_id      uuid        not null constraint verdict_reviewer_fk references account,
    outcome          text        not null constraint verdict_outcome_known check (outcome in ('YES', 'NO', 'VOID', 'NOT_YET')),
    evidence         jsonb       not null,
    note             text,
    recheck_on       date,
    created_at       timestamptz not null,
    constraint verdict_question_version_fk foreign key (question_id, question_version) references question_version,
    constraint verdict_yes_and_no_need_evidence check (outcome not in ('YES', 'NO') or jsonb_array_length(evidence) > 0),
    constraint verdict_void_needs_a_note check (outcome <> 'VOID' or length(note) > 0),
    constraint verdict_recheck_of_not_yet check ((outcome = 'NOT_YET') = (recheck_on is not null))
);
create index verdict_by_question on verdict (question_id, round);
create index verdict_by_reviewer on verdict (reviewer_id, created_at);
grant select, insert on verdict to "${service}";

create table resolution (
    id               uuid        constraint resolution_pk primary key,
    question_id      uuid        not null,
    question_version int         not null,
    outcome          text        not null constraint resolution_outcome_known check (outcome in ('YES', 'NO', 'VOID')),
    evidence         jsonb       not null,
    note             text,
    actor            text        not null,
    source           text, -- the ledger file that gave it
    resolved_at      timestamptz not null,
    ended_at         timestamptz, -- reopened, corrected or decided anew
    ended_by         text,
    ended_because    text,
    constraint resolution_question_version_fk foreign key (question_id, question_version) references question_version,
    constraint resolution_yes_and_no_need_evidence check (outcome = 'VOID' or jsonb_array_length(evidence) > 0),
    constraint resolution_void_needs_a_note check (outcome <> 'VOID' or length(note) > 0),
    constraint resolution_ended_by_somebody_for_a_reason check ((ended_at is null) = (ended_by is null) and (ended_at is null) = (ended_because is null))
);
create unique index resolution_one_in_force on resolution (question_id) where ended_at is null;
create index resolution_by_question on resolution (question_id, resolved_at);
grant select, insert, update on resolution to "${service}";
