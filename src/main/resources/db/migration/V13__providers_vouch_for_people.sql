-- Who signs in with an organisation's OpenID Connect provider is known by its issuer and their subject there, and needs no password.
alter table account alter column password_hash drop not null;
alter table account add column issuer text constraint account_issuer_length check (length(issuer) <= 2000);
alter table account add column subject text constraint account_subject_length check (length(subject) <= 255);
alter table account add constraint account_subject_once_per_issuer unique (issuer, subject);
alter table account add constraint account_subject_with_its_issuer check ((issuer is null) = (subject is null));
alter table account add constraint account_signs_in_somehow check (password_hash is not null or subject is not null);
