-- What lies undecided at all desks, a piece after the other. Candidates that are not worth a word are left alone, by which nothing is said
-- about them.
alter table desk_card
    drop constraint desk_card_status_known,
    add constraint desk_card_status_known
        check (status in ('FOLDED', 'OPEN', 'PUBLISHED', 'REJECTED', 'REPORTED', 'UNRESOLVABLE', 'PASSED'));
create index desk_card_undecided on desk_card (piece_id) where status in ('FOLDED', 'OPEN');
