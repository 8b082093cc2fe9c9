-- What the service told somebody. Static words of that moment, with what programs need in data.
create table notice (
    id         uuid        constraint notice_pk primary key,
    account_id uuid        not null constraint notice_account_fk references account,
    kind       text        not null, -- such as question.resolved
    subject    uuid,                 -- what it is about
    title      text        not null,
    text       text,
    path       text        not null, -- where it can be seen, with us
    data       jsonb       not null,
    created_at timestamptz not null,
    read_at    timestamptz
);
create index notice_by_account on notice (account_id, created_at desc, id desc);
create index notice_unread on notice (account_id, created_at desc, id desc) where read_at is null;
create index notice_by_age on notice (created_at);
grant select, insert, update, delete on notice to "${service}";

-- Which of them told of a reminder. What was asked before there was an inbox is not told again.
alter table reminder add notice uuid default '00000000-0000-0000-0000-000000000000';
alter table reminder alter notice drop default;
create index reminder_to_tell on reminder (reviewer_id) where notice is null and status <> 'CANCELLED';
create index reminder_by_notice on reminder (notice);
