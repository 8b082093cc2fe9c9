package org.hindcast.report;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.hindcast.account.ClientAddress;
import org.hindcast.account.Secret;
import org.hindcast.record.RecordedEvent;
import org.hindcast.web.Site;

import io.vertx.core.http.HttpServerRequest;

/** From a mistake that somebody reports to the answer. */
@ApplicationScoped
class Reporting {

    /** Who has no account, in the record of events; with a space, as no account is called. */
    private static final String READER = "a reader";

    /** @param token of the private link, to be shown this once */
    record Made(MistakeReport report, String token) {
    }

    @Inject
    Clock clock;
    @Inject
    Senders senders;
    @Inject
    Site site;
    @Inject
    AnswerMail mail;

    /**
     * @throws org.hindcast.web.InvalidInput naming every field that is not accepted
     * @throws org.hindcast.web.TooManyRequests where this sender has reported too often
     */
    @Transactional
    Made report(NewReport sent, HttpServerRequest request) {
        Instant now = clock.instant();
        Secret link = Secret.random("");
        MistakeReport report = sent.create(link, now, site.baseUrl(), request.scheme() + "://" + request.authority());
        senders.count(ClientAddress.key(request), now);
        report.persist();
        RecordedEvent.record(now, READER, "mistake.reported", report.id,
                Map.of("about", About.of(report).address(), "dueOn", report.dueOn.toString()));
        return new Made(report, link.text);
    }

    /**
     * @throws org.hindcast.web.InvalidInput naming every field that is not accepted
     * @throws org.hindcast.web.Conflict where somebody has decided it
     */
    @Transactional
    MistakeReport decide(UUID id, NewDecision sent, String actor) {
        Instant now = clock.instant();
        MistakeReport report = MistakeReport.locked(id);
        sent.validate();
        report.decide(sent.status(), sent.answer(), actor, now);
        RecordedEvent.record(now, actor, "mistake.decided", id,
                Map.of("about", About.of(report).address(), "status", report.status, "answer", report.answer));
        mail.announce(report);
        return report;
    }
}
