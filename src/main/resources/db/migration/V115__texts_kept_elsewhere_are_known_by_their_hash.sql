-- An export carries the hash of a text that readers do not see, and where quotes stand in it, but not the text.
alter table piece drop constraint piece_text_has_its_hash;
alter table piece add constraint piece_text_has_its_hash check (text is null or sha256 is not null);
alter table piece add constraint piece_hash_alone_of_what_is_not_republished check (text is not null or sha256 is null or not republished);
