-- Boards are functions of everybody's cells, so they are computed now and then and kept. The transaction that moves scored cells
-- says here which boards it touches (topic '' is the board of everything); whoever computes them takes the lines away.
create table board_change (
    topic      text        not null,
    changed_at timestamptz not null
);
create index board_change_by_topic on board_change (topic, changed_at);
grant select, insert, delete on board_change to "${service}";

create table board (
    id                uuid        constraint board_pk primary key,
    board             text        not null constraint board_known check (board in ('probabilities', 'calls')),
    against_reference boolean     not null,
    topic             text        not null,
    as_of             timestamptz not null, -- it is what the cells say at this moment
    computed_at       timestamptz not null,
    authors           int         not null,
    ranked            int         not null,
    tested            int         not null,
    found             int         not null,
    forecasts         bigint      not null, -- what the reference rows stand on
    coin              double precision,
    coin_place        int         not null,
    base_rate         double precision,
    base_rate_place   int         not null,
    constraint board_one_of_a_kind unique (board, against_reference, topic)
);
grant select, insert, update, delete on board to "${service}";

create table board_place (
    board_id      uuid    not null constraint board_place_board_fk references board on delete cascade,
    position      int     not null,
    author_id     uuid    not null constraint board_place_author_fk references author,
    rankable      boolean not null,
    rank          int,
    rank_low      int,
    rank_high     int,
    n             bigint  not null,
    score         double precision,
    low           double precision,
    high          double precision,
    above         double precision,
    log_e_value   double precision,
    better        boolean not null,
    forecasts     bigint  not null,
    brier         double precision,
    brier_low     double precision,
    brier_high    double precision,
    calls         bigint  not null,
    call_hits     bigint  not null,
    constraint board_place_pk primary key (board_id, position)
);
create index board_place_by_forecasts on board_place (board_id, forecasts desc, position);
grant select, insert, update, delete on board_place to "${service}";

-- Two authors are compared on the questions that both took a position on.
create index standing_by_author on standing (author_id, question_id);
