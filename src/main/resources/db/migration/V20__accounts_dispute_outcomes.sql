-- Who sees an outcome differently says so, in public; an admin who had no hand in it looks again.
create table dispute (
    id                uuid        constraint dispute_pk primary key,
    question_id       uuid        not null constraint dispute_question_fk references question,
    resolution_id     uuid        not null constraint dispute_resolution_fk references resolution,
    account_id        uuid        not null constraint dispute_account_fk references account,
    reason            text        not null constraint dispute_reason_length check (length(reason) between 1 and 4000),
    evidence          jsonb       not null,
    created_at        timestamptz not null,
    due_on            date        not null, -- the last day for a decision, UTC
    status            text        not null constraint dispute_status_known check (status in ('OPEN', 'UPHELD', 'GRANTED', 'OVERTAKEN')),
    decided_outcome   text        constraint dispute_decided_outcome_known check (decided_outcome in ('YES', 'NO', 'VOID')),
    decided_evidence  jsonb       not null default '[]',
    decided_because   text        constraint dispute_decided_because_length check (length(decided_because) >= 1),
    decided_by        text,
    decided_by_party  boolean     not null default false, -- by somebody with a hand in it, as there was no other admin
    decided_at        timestamptz,
    constraint dispute_decided_by_somebody_for_a_reason
        check (num_nulls(decided_because, decided_by, decided_at) = case status when 'OPEN' then 3 else 0 end),
    constraint dispute_new_outcome_only_where_granted check (decided_outcome is null or status = 'GRANTED'),
    constraint dispute_new_outcome_has_evidence
        check (decided_outcome is null or decided_outcome = 'VOID' or jsonb_array_length(decided_evidence) > 0)
);
create unique index dispute_one_open_each on dispute (question_id, account_id) where status = 'OPEN';
create index dispute_by_question on dispute (question_id, id);
create index dispute_by_account on dispute (account_id, id);
create index dispute_by_due_date on dispute (due_on, id);
create index dispute_by_status on dispute (status, due_on, id);
grant select, insert, update on dispute to "${service}";
