package org.hindcast.report;

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

/**
 * The one mail to somebody who left an address with their report: the answer. The private link is not in it, for only its hash
 * is kept.
 */
@ApplicationScoped
class AnswerMail {

    static final String KIND = "report-answered";

    /** @param page address of the page that the report is about */
    public record Answered(MistakeReport report, About about, String page, String corrections) {
    }

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance answeredText(Answered mail);

        static native TemplateInstance answeredHtml(Answered mail);
    }

    @Inject
    Outbox outbox;

    /** Within the transaction that settles the report; does nothing where no address was left. */
    void announce(MistakeReport settled) {
        if (settled.email != null) {
            outbox.put(Parcel.mailTo(settled.email, KIND + "/" + settled.id, KIND, settled.id, Map.of()),
                    settled.decidedAt);
        }
    }

    void write(@Observes Rendering mail) {
        if (mail.isKind(KIND)) {
            MistakeReport report = MistakeReport.byId(mail.item.subject());
            About about = About.of(report);
            Answered answered = new Answered(report, about, mail.link(about.address()), mail.link("/about/corrections"));
            mail.write(new Letter("Your report was %s: %s".formatted(report.status.name().toLowerCase(), about.title()),
                    Templates.answeredText(answered).render(), Templates.answeredHtml(answered).render()));
        }
    }
}
