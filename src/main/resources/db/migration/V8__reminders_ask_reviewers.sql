create table reminder (
    reviewer_id uuid        not null constraint reminder_reviewer_fk references account,
    question_id uuid        not null constraint reminder_question_fk references question,
    asked_for   date        not null,
    step        int         not null constraint reminder_step_counts_from_zero check (step >= 0),
    channel     text        not null constraint reminder_channel_known check (channel in ('MAIL', 'INBOX')),
    status      text        not null constraint reminder_status_known check (status in ('READY', 'SENT', 'CANCELLED')),
    attempts    int         not null default 0,
    last_error  text,
    created_at  timestamptz not null,
    constraint reminder_asked_once primary key (reviewer_id, question_id, asked_for, step)
);
create index reminder_by_question on reminder (question_id, asked_for, step, created_at);
create index reminder_by_age on reminder (created_at desc, question_id desc, reviewer_id desc, step desc);
grant select, insert, update on reminder to "${service}";
