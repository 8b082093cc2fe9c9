-- Who reads a board page by page reads on in the one they began with, for some minutes after the next one was computed.
alter table board add column superseded_at timestamptz;
alter table board drop constraint board_one_of_a_kind;
create unique index board_one_of_a_kind on board (board, against_reference, topic) where superseded_at is null;
create index board_superseded on board (superseded_at) where superseded_at is not null;
