package org.hindcast.review;

import java.util.Map;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

import org.hindcast.outbox.Letter;
import org.hindcast.outbox.Outbox;
import org.hindcast.outbox.Parcel;
import org.hindcast.outbox.Rendering;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** The one mail to who disputes an outcome: what became of it. Nobody whose account has no address gets one. */
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

    /** Within the transaction that ends the dispute. */
    void announce(Dispute ended) {
        outbox.put(Parcel.mailTo(ended.account.id, KIND + "/" + ended.id, KIND, ended.id, Map.of()), ended.decidedAt);
    }

    void write(@Observes Rendering mail) {
        if (mail.isKind(KIND) && mail.address != null) {
            Dispute dispute = Dispute.byId(mail.item.subject());
            Ruled ruled = new Ruled(dispute, sentence(dispute),
                    mail.link("/questions/" + dispute.question.id + "#dispute-" + dispute.id));
            mail.write(new Letter("Your dispute: " + dispute.question.criteria.question(),
                    Templates.ruledText(ruled).render(), Templates.ruledHtml(ruled).render()));
        }
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
