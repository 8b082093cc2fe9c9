-- Of the address the mail went to: whoever changes it leaves nothing behind in the old mailbox that could change their settings.
alter table unsubscribe_token add address_hash text;
