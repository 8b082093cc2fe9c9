-- What is due goes to one node: whoever comes at the same moment passes over what another one holds. The ids go on as an array, so
-- that only their rows are touched, by the key, in however many partitions.
with due as materialized (
    select id, status from outbox
    where channel = :channel and status in ('READY', 'LEASED', 'UNKNOWN') and next_at <= :now
    order by next_at limit :most
    for update skip locked),
taken as (
    update outbox o set status = 'LEASED', next_at = :until, attempts = o.attempts + 1, fence = o.fence + 1
    where o.id = any (array(select id from due))
    returning o.id, o.kind, o.account_id, o.address, o.subject, o.message_id, cast(o.payload as text) as payload, o.attempts,
        o.unanswered, o.fence)
select t.id, t.kind, t.account_id, t.address, t.subject, t.message_id, t.payload, t.attempts, t.unanswered, t.fence, d.status
from taken t join due d on d.id = t.id
