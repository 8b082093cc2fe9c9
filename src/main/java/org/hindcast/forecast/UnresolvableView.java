package org.hindcast.forecast;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

import org.hindcast.author.AuthorRef;

/** A claim that nobody can decide, as it is sent. @param reason why no criteria fit it */
record UnresolvableView(UUID id, AuthorRef author, String piece, String quote, Integer start, Integer end, String statement,
        Basis basis, LocalDate madeOn, List<String> topics, String reason, String by, Instant at) {

    static UnresolvableView of(Unresolvable one) {
        Claim c = one.claim;
        return new UnresolvableView(one.id, AuthorRef.of(one.author), one.piece.slug, c.quote(), c.quoteStart(), c.quoteEnd(),
                c.statement(), c.basis(), c.madeOn(), c.topics(), one.reason, one.actor, one.createdAt);
    }
}
