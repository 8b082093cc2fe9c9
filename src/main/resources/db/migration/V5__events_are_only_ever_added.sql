create table event (
    id       bigint generated always as identity constraint event_pk primary key,
    at       timestamptz not null,
    actor    text        not null,
    kind     text        not null,
    subject  uuid        not null, -- the account, author, piece, question or forecast it is about
    data     jsonb       not null
);
create index event_by_subject on event (subject, id);
grant select, insert on event to "${service}";

-- The service's role has no right to do either; the trigger stops the owner's role as well, should one role be both.
create function refuse_to_rewrite_history() returns trigger language plpgsql as $$
begin
    raise exception 'events are only ever added';
end $$;
create trigger event_never_rewritten before update or delete or truncate on event
    for each statement execute function refuse_to_rewrite_history();
