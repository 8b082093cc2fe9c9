alter table assignment add handed_by uuid constraint assignment_handed_by_fk references account; -- null where nobody did
alter table assignment add handed_note text constraint assignment_handed_note_length check (length(handed_note) <= 2000); -- why
