-- Whose turn it is to give a verdict. Turns count in the round, and for the date, they were given in.
create table assignment (
    id            uuid        constraint assignment_pk primary key,
    question_id   uuid        not null constraint assignment_question_fk references question,
    round         int         not null,
    asked_for     date        not null,
    reviewer_id   uuid        not null constraint assignment_reviewer_fk references account,
    stage         int         not null constraint assignment_stage_known check (stage in (0, 1, 2)), -- first, next, admins
    since         timestamptz not null,
    asked         int         not null default 0, -- how often, in this turn
    last_asked_at timestamptz,
    snoozed_until timestamptz,
    ended_at      timestamptz,
    ended_because text        constraint assignment_end_known check (ended_because in ('ANSWERED', 'PASSED_ON', 'HANDED_OVER', 'AWAY', 'GONE', 'MOVED')),
    constraint assignment_ends_for_a_reason check ((ended_at is null) = (ended_because is null))
);
create unique index assignment_one_at_a_time on assignment (question_id, reviewer_id) where ended_at is null;
create index assignment_by_question on assignment (question_id, id);
create index assignment_open_by_reviewer on assignment (reviewer_id, question_id) where ended_at is null;
grant select, insert, update on assignment to "${service}";

alter table account add topics varchar[] not null default '{}'; -- that a reviewer knows about; none: all
alter table account add away_from date;
alter table account add away_until date; -- the last day
alter table account add constraint account_away_ends check (away_until >= away_from);

-- What reviewers were asked before there were turns is taken up by the next sweep.
update question set ask_at = asked_from where status = 'OPEN' and ask_at is null;
