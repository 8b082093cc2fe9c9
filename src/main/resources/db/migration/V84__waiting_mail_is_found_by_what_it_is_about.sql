-- Mail to a follower that still waits takes up what comes later
create index outbox_ready_by_subject on outbox (subject, kind, id) where status = 'READY';
