-- Whoever follows something: an account, or a reader of whom nothing is known but an address.
create table follower (
    id           uuid        constraint follower_pk primary key,
    account_id   uuid        constraint follower_account_once unique constraint follower_account_fk references account,
    email        text        constraint follower_email_length check (length(email) <= 254),
    mail         text        not null constraint follower_mail_known check (mail in ('AT_ONCE', 'DAILY', 'NONE')),
    created_at   timestamptz not null,
    constraint follower_is_an_account_or_an_address check ((account_id is null) <> (email is null))
);
create unique index follower_email_once on follower (lower(email)) where email is not null;
grant select, insert, update, delete on follower to "${service}";

create table follow (
    id           uuid        constraint follow_pk primary key,
    follower_id  uuid        not null constraint follow_follower_fk references follower on delete cascade,
    question_id  uuid        constraint follow_question_fk references question,
    author_id    uuid        constraint follow_author_fk references author,
    topic        text        constraint follow_topic_length check (length(topic) between 1 and 60),
    mail         text        not null constraint follow_mail_known check (mail in ('AT_ONCE', 'DAILY')), -- as asked for, until confirmed
    created_at   timestamptz not null,
    confirmed_at timestamptz, -- null: nobody has said yet that the address is theirs
    constraint follow_follows_one_thing check (num_nonnulls(question_id, author_id, topic) = 1)
);
create unique index follow_question_once on follow (follower_id, question_id) where question_id is not null;
create unique index follow_author_once on follow (follower_id, author_id) where author_id is not null;
create unique index follow_topic_once on follow (follower_id, topic) where topic is not null;
create index follow_by_question on follow (question_id) where question_id is not null;
create index follow_by_author on follow (author_id) where author_id is not null;
create index follow_by_topic on follow (topic) where topic is not null;
create index follow_unconfirmed on follow (created_at) where confirmed_at is null;
grant select, insert, update, delete on follow to "${service}";

-- What the links in mails open: the confirmation of one follow, or the page of all that somebody follows.
create table follow_token (
    hash        text        constraint follow_token_pk primary key,
    follower_id uuid        not null constraint follow_token_follower_fk references follower on delete cascade,
    follow_id   uuid        constraint follow_token_follow_fk references follow on delete cascade, -- null: the page
    created_at  timestamptz not null
);
create index follow_token_by_follower on follow_token (follower_id);
create index follow_token_by_follow on follow_token (follow_id) where follow_id is not null;
create index follow_token_by_age on follow_token (created_at);
grant select, insert, delete on follow_token to "${service}";

-- What has been told of an outcome, once: that it came, and that it no longer stands. What was resolved before is no news.
create table announcement (
    resolution_id uuid        not null constraint announcement_resolution_fk references resolution,
    kind          text        not null constraint announcement_kind_known check (kind in ('RESOLVED', 'REOPENED')),
    at            timestamptz not null,
    constraint announcement_once primary key (resolution_id, kind)
);
insert into announcement select id, 'RESOLVED', resolved_at from resolution;
grant select, insert on announcement to "${service}";

-- What waits to be told by mail; gone as soon as the mail has left.
create table news (
    follower_id   uuid        not null constraint news_follower_fk references follower on delete cascade,
    resolution_id uuid        not null,
    kind          text        not null,
    due_at        timestamptz not null, -- at once, or at the hour of a daily mail
    mail          uuid,                 -- of the outbox; null: not gathered yet
    constraint news_once primary key (follower_id, resolution_id, kind),
    constraint news_announcement_fk foreign key (resolution_id, kind) references announcement
);
create index news_to_gather on news (due_at, follower_id) where mail is null;
create index news_by_mail on news (mail) where mail is not null;
grant select, insert, update, delete on news to "${service}";

-- A row of the outbox may leave the address to whoever it is about, so that it is gone with them.
alter table outbox drop constraint outbox_goes_somewhere;
alter table outbox add constraint outbox_goes_somewhere check (num_nonnulls(account_id, address, subject) > 0);
