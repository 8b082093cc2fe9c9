package org.hindcast.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.hindcast.web.Sql;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * A piece with candidates of which nobody has decided yet what they are.
 *
 * @param piece its slug
 * @param author the name
 * @param open how many are taken up, or were from the beginning
 * @param folded how many may be forecasts, or are of others
 * @param since when one of them was last touched, of the one that lies there longest
 * @param by who last had to do with one of them: touched it, or had the piece read
 * @param at when
 */
record OpenDesk(@JsonIgnore UUID id, String piece, String title, String author, LocalDate publishedOn, long open,
        long folded, Instant since, String by, Instant at) {

    private static final String PAGE = Sql.read(OpenDesk.class, "open-desks.sql");
    private static final UUID LAST = new UUID(-1, -1);

    private static OpenDesk of(Object[] row) {
        return new OpenDesk((UUID) row[0], (String) row[1], (String) row[2], (String) row[3], (LocalDate) row[4],
                ((Number) row[5]).longValue(), ((Number) row[6]).longValue(), (Instant) row[7], (String) row[8],
                (Instant) row[9]);
    }

    /** That of the piece that was stored last comes first. */
    static Page<OpenDesk> page(Cursor after, int limit) {
        @SuppressWarnings("unchecked")
        List<Object[]> rows = Card.getEntityManager()
                .createNativeQuery(PAGE, Object[].class).setParameter("after", after == null ? LAST : after.id())
                .setParameter("most", limit + 1).getResultList();
        return Page.of(rows.stream().map(OpenDesk::of).toList(), limit, desk -> new Cursor("", desk.id), desk -> desk);
    }
}
