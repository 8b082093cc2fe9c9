-- In the order in which it is looked for: without the id, whoever had nothing waiting was looked for in all that was ever sent.
drop index outbox_ready_by_account;
create index outbox_ready_by_account on outbox (account_id, kind, id) where status = 'READY';

-- What admins count and list: of a million reminders nearly all were sent.
create index reminder_unsent on reminder (status, created_at desc, question_id desc, reviewer_id desc, step desc)
    where status <> 'SENT';
