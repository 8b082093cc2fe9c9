package org.hindcast.follow;

import java.util.List;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;

import org.hindcast.outbox.Entry;
import org.hindcast.outbox.Letter;
import org.hindcast.outbox.Rendering;
import org.hindcast.outbox.Settled;
import org.hindcast.web.Sql;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** What followers find in their mailbox: written when it is sent, from what holds then. */
@ApplicationScoped
class FollowMail {

    /** Asks whether it was they; about a follow. */
    static final String CONFIRM = "follow-confirm";
    /** Brings the address of the page of all that they follow; about a follower. */
    static final String KNOWN = "follow-list";
    /** Tells how questions came out; about a follower. */
    static final String NEWS = "follow-news";

    private static final int MOST_LISTED = 50;
    private static final String IN_MAIL = Sql.read(FollowMail.class, "in-mail.sql");

    /** @param page address where it is confirmed */
    public record Confirmation(Target target, String about, String page, boolean daily) {
    }

    /** @param page address of the page of all that they follow */
    public record Known(List<Follow> follows, String page) {
    }

    /**
     * @param said what the authors that they follow had said; null where none of them had a position
     * @param because what they follow that this is about
     */
    public record Line(String title, String sentence, String said, String because, String link) {
    }

    /** @param told how many there are; {@code lines} the first of them */
    public record Digest(long told, List<Line> lines, String page, String unsubscribe) {

        public String subject() {
            String only = lines.get(0).sentence + " " + lines.get(0).title;
            return told > 1 ? "What you follow: " + told + " outcomes"
                    : only.length() <= 150 ? only : only.substring(0, 149) + "…";
        }

        /** How many are not listed. */
        public long more() {
            return told - lines.size();
        }
    }

    @CheckedTemplate(basePath = "follow")
    static class Templates {
        static native TemplateInstance confirmText(Confirmation mail);

        static native TemplateInstance confirmHtml(Confirmation mail);

        static native TemplateInstance listText(Known mail);

        static native TemplateInstance listHtml(Known mail);

        static native TemplateInstance newsText(Digest mail);

        static native TemplateInstance newsHtml(Digest mail);
    }

    @Inject
    EntityManager database;

    void write(@Observes Rendering mail) {
        if (mail.isKind(CONFIRM)) {
            Follow follow = Follow.findById(mail.item.subject());
            if (follow != null && !follow.isConfirmed()) {
                confirm(follow, mail);
            }
        } else if (mail.isKind(KNOWN)) {
            Follower follower = Follower.findById(mail.item.subject());
            if (follower != null) {
                list(follower, mail);
            }
        } else if (mail.isKind(NEWS)) {
            Follower follower = Follower.findById(mail.item.subject());
            if (follower != null && follower.address() != null && follower.mail != Follower.Mail.NONE) {
                tell(follower, mail);
            }
        }
    }

    private static void confirm(Follow follow, Rendering mail) {
        mail.sendTo(follow.follower.address());
        Target target = follow.target();
        Confirmation confirmation = new Confirmation(target, mail.link(target.path()),
                mail.link(FollowToken.toConfirm(follow, mail.now)), follow.mail == Follower.Mail.DAILY);
        mail.write(new Letter("Please confirm: follow " + target.title(), Templates.confirmText(confirmation).render(),
                Templates.confirmHtml(confirmation).render()));
    }

    private static void list(Follower follower, Rendering mail) {
        List<Follow> follows = Follow.page(follower.id, null, Following.MOST);
        if (!follows.isEmpty()) {
            mail.sendTo(follower.address());
            Known known = new Known(follows, mail.link(FollowToken.toList(follower, mail.now)));
            mail.write(new Letter("What you follow", Templates.listText(known).render(), Templates.listHtml(known).render()));
        }
    }

    private void tell(Follower follower, Rendering mail) {
        List<Line> lines = lines(follower, mail);
        if (!lines.isEmpty()) {
            mail.sendTo(follower.address());
            Digest digest = new Digest(lines.size(), lines.stream().limit(MOST_LISTED).toList(),
                    mail.link(follower.isReader() ? FollowToken.toList(follower, mail.now) : "/me/follows"),
                    mail.unsubscribe(Following.LIST, follower.id));
            mail.write(new Letter(digest.subject(), Templates.newsText(digest).render(), Templates.newsHtml(digest).render()));
        }
    }

    /** What of it still holds, and is still followed. */
    @SuppressWarnings("unchecked")
    private List<Line> lines(Follower follower, Rendering mail) {
        List<Object[]> rows = database.createNativeQuery(IN_MAIL).setParameter("mail", mail.item.id()).getResultList();
        Map<UUID, String> said = AuthorsSaid.of(follower,
                rows.stream().limit(MOST_LISTED).map(row -> (UUID) row[2]).toList());
        return rows.stream().map(row -> {
            Announced one = new Announced((UUID) row[0], (String) row[1], (UUID) row[2], Target.oneLine((String) row[3]),
                    (String) row[4], (String) row[5], (String) row[6], null, null);
            return new Line(one.title(), one.sentence(), said.get(one.question()), Target.oneLine((String) row[7]),
                    mail.link(one.path()));
        }).toList();
    }

    /** What has left is forgotten: that it was announced is on record, to whom is not. */
    void settle(@Observes Settled settled) {
        if (settled.isKind(NEWS)
                && (settled.status() == Entry.Status.SENT || settled.status() == Entry.Status.CANCELLED)) {
            database.createNativeQuery("delete from news where mail = :mail").setParameter("mail", settled.item().id())
                    .executeUpdate();
        }
    }
}
