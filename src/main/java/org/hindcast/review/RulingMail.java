package org.hindcast.review;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.hindcast.inbox.Inbox;
import org.hindcast.inbox.News;
import org.hindcast.outbox.Letter;
import org.hindcast.outbox.Outbox;
import org.hindcast.outbox.Parcel;
import org.hindcast.outbox.Rendering;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Tells who disputes an outcome what became of it: in their inbox and, where the account has an address, by one mail. */
@ApplicationScoped
class RulingMail {

    static final String KIND = "dispute-decided";

    /**
     * @param sentence what became of it
     * @param page address of the page where it stands
     */
    public record Ruled(Dispute dispute, String sentence, String page) {
    }

    @CheckedTemplate(basePath = "review")
    static class Templates {
        static native TemplateInstance ruledText(Ruled mail);

        static native TemplateInstance ruledHtml(Ruled mail);
    }

    @Inject
    Outbox outbox;
    @Inject
    Inbox inbox;

    /** Within the transaction that ends the dispute. */
    void announce(Dispute ended) {
        outbox.put(Parcel.mailTo(ended.account.id, KIND + "/" + ended.id, KIND, ended.id, Map.of()), ended.decidedAt);
        inbox.tell(ended.account.id,
                new News("dispute.decided", ended.id, "Your dispute: " + ended.question.criteria.question(),
                        sentence(ended) + " " + ended.decidedBecause, page(ended),
                        Map.of("question", ended.question.id, "status", ended.status)),
                ended.decidedAt);
    }

    void write(@Observes Rendering mail) {
        if (mail.isKind(KIND) && mail.address() != null) {
            Dispute dispute = Dispute.byId(mail.item.subject());
            Ruled ruled = new Ruled(dispute, sentence(dispute),
                    mail.link(page(dispute)));
            mail.write(new Letter("Your dispute: " + dispute.question.criteria.question(),
                    Templates.ruledText(ruled).render(), Templates.ruledHtml(ruled).render()));
        }
    }

    private static String page(Dispute dispute) {
        return "/questions/" + dispute.question.id + "#dispute-" + dispute.id;
    }

    private static String sentence(Dispute dispute) {
        return switch (dispute.status) {
            case OPEN -> throw new IllegalStateException("The dispute is not decided");
            case UPHELD -> "The outcome %s stands.".formatted(dispute.resolution.outcome);
            case OVERTAKEN -> "The outcome %s has ended before your dispute was decided.".formatted(dispute.resolution.outcome);
            case GRANTED -> dispute.decidedOutcome == null ? "It is granted: the question is open again."
                    : "It is granted: the question is resolved %s instead of %s.".formatted(dispute.decidedOutcome,
                            dispute.resolution.outcome);
        };
    }
}
