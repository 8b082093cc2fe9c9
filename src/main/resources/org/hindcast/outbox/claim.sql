-- What is due goes to one node: whoever comes at the same moment passes over what another one holds.
with due as materialized (
    select id, status from outbox
    where channel = :channel and status in ('READY', 'LEASED', 'UNKNOWN') and next_at <= :now
    order by next_at limit :most
    for update skip locked)
update outbox o set status = 'LEASED', next_at = :until, attempts = o.attempts + 1, fence = o.fence + 1
from due where o.id = due.id
returning o.id, o.kind, o.account_id, o.address, o.subject, o.message_id, cast(o.payload as text), o.attempts, o.unanswered,
    o.fence, due.status
