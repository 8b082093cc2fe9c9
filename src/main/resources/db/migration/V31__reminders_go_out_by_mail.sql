-- A reminder by mail waits until it is gathered into one; its state follows that of the mail.
alter table reminder add mail uuid; -- of the outbox; null: not gathered yet, or no mail
alter table reminder drop constraint reminder_status_known;
alter table reminder add constraint reminder_status_known
    check (status in ('READY', 'LEASED', 'UNKNOWN', 'SENT', 'DEAD', 'CANCELLED'));
create index reminder_to_gather on reminder (reviewer_id) where status = 'READY' and mail is null;
create index reminder_by_mail on reminder (mail) where mail is not null;

-- When the next digest of somebody who wants one a day is due
alter table account add next_digest_at timestamptz;
create index account_next_digest on account (next_digest_at) where reminders = 'DAILY';
update account set next_digest_at = now() where reminders = 'DAILY';
