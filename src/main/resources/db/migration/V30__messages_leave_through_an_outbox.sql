-- What leaves the service, as rows: written in the transaction that decides, sent after it. Ids are UUIDv7 made of the database's
-- time, so that a range of ids is a range of time and the key stays unique over all partitions.
create table outbox (
    id          uuid        not null constraint outbox_pk primary key,
    kind        text        not null, -- who renders it
    channel     text        not null constraint outbox_channel_known check (channel in ('MAIL', 'WEBHOOK')),
    account_id  uuid        constraint outbox_account_fk references account, -- whose address it goes to, as it then is
    address     text        constraint outbox_address_length check (length(address) <= 2000),
    subject     uuid,                 -- what it is about
    message_id  text        not null, -- the same at every attempt
    payload     jsonb       not null,
    status      text        not null constraint outbox_status_known check (status in ('READY', 'LEASED', 'UNKNOWN', 'SENT', 'DEAD', 'CANCELLED')),
    next_at     timestamptz not null, -- when to look at it next; of what is leased, when the lease ends
    attempts    int         not null default 0,
    unanswered  int         not null default 0, -- attempts of which nobody knows whether they arrived
    fence       bigint      not null default 0, -- counts claims: whoever lost the lease records nothing
    last_error  text,
    created_at  timestamptz not null,
    ended_at    timestamptz,
    constraint outbox_goes_somewhere check (account_id is not null or address is not null),
    constraint outbox_ends_once check ((ended_at is not null) = (status in ('SENT', 'DEAD', 'CANCELLED')))
) partition by range (id);
create index outbox_to_do on outbox (channel, next_at, id) where status in ('READY', 'LEASED', 'UNKNOWN');
create index outbox_ready_by_account on outbox (account_id, kind) where status = 'READY';
create index outbox_dead on outbox (id) where status = 'DEAD';
create index outbox_by_subject on outbox (subject) where subject is not null;
-- Takes what no partition was made for
create table outbox_other partition of outbox default;
grant select, insert, update on outbox to "${service}";

-- The idempotency keys, unique over all partitions; they go with the partition of their row.
create table outbox_key (
    key        text constraint outbox_key_once primary key constraint outbox_key_length check (length(key) <= 300),
    outbox_id  uuid not null
);
create index outbox_key_by_row on outbox_key (outbox_id);
grant select, insert on outbox_key to "${service}";

-- The service may not make tables: this makes those of the month at hand and of the two after it, and drops what is older than
-- the months kept, unless something in it still waits. Returns what it did, a line each.
create function outbox_partitions(at timestamptz, months_kept int) returns setof text
    language plpgsql security definer set search_path = public set lock_timeout = '3s' as $$
declare
    month  timestamptz;
    name   text;
    bounds uuid[];
    waits  boolean;
begin
    if months_kept < 1 then
        raise exception 'at least one month is kept';
    end if;
    perform pg_advisory_xact_lock(hashtext('outbox_partitions'));
    for i in 0..2 loop
        month := date_trunc('month', at at time zone 'UTC') at time zone 'UTC' + make_interval(months => i);
        name := 'outbox_' || to_char(month at time zone 'UTC', 'YYYY_MM');
        if to_regclass(name) is null then
            bounds := array [outbox_bound(month), outbox_bound(month + interval '1 month')];
            if exists (select from outbox_other where id >= bounds[1] and id < bounds[2]) then
                return next 'kept the rows of ' || name || ' among the others';
            else
                execute format('create table %I partition of outbox for values from (%L) to (%L)', name, bounds[1], bounds[2]);
                return next 'made ' || name;
            end if;
        end if;
    end loop;
    month := date_trunc('month', at at time zone 'UTC') at time zone 'UTC' - make_interval(months => months_kept);
    for name in select relname from pg_class join pg_inherits on inhrelid = oid
                where inhparent = 'outbox'::regclass and relname ~ '^outbox_\d{4}_\d\d$'
                  and relname < 'outbox_' || to_char(month at time zone 'UTC', 'YYYY_MM') order by relname loop
        execute format('select exists (select from %I where ended_at is null)', name) into waits;
        if waits then
            return next 'kept ' || name || ': something in it waits';
        else
            execute format('delete from outbox_key k using %I o where o.id = k.outbox_id', name);
            execute format('drop table %I', name);
            return next 'dropped ' || name;
        end if;
    end loop;
end $$;
-- The smallest id of a moment
create function outbox_bound(at timestamptz) returns uuid language sql immutable as $$
    select cast(lpad(to_hex(cast(floor(extract(epoch from at) * 1000) as bigint)), 12, '0') || repeat('0', 20) as uuid)
$$;
revoke execute on function outbox_partitions(timestamptz, int) from public;
grant execute on function outbox_partitions(timestamptz, int) to "${service}";
select outbox_partitions(now(), 13);

-- What turns a kind of mail off with one click, for whoever got the mail. Only the hash of the token is here.
create table unsubscribe_token (
    hash       text        constraint unsubscribe_token_pk primary key,
    list       text        not null, -- what it turns off
    subject    uuid        not null, -- for whom: an account, or what a reader follows
    created_at timestamptz not null,
    used_at    timestamptz
);
create index unsubscribe_token_by_subject on unsubscribe_token (subject, list);
create index unsubscribe_token_by_age on unsubscribe_token (created_at);
grant select, insert, update, delete on unsubscribe_token to "${service}";
