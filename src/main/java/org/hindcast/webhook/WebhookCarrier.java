package org.hindcast.webhook;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;

import org.hindcast.account.Account;
import org.hindcast.inbox.Delivering;
import org.hindcast.inbox.Notice;
import org.hindcast.net.NetSettings;
import org.hindcast.net.Posted;
import org.hindcast.net.Poster;
import org.hindcast.outbox.Carrier;
import org.hindcast.outbox.Channel;
import org.hindcast.outbox.Circuit;
import org.hindcast.outbox.Leased;
import org.hindcast.outbox.Result;
import org.hindcast.web.Site;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

import io.quarkus.narayana.jta.QuarkusTransaction;

/**
 * Sends what people are told to their webhooks, at least once each: the id stays the same, so that the other side can tell a
 * second one. An endpoint that does not answer is left alone for a while, and keeps nobody else waiting.
 */
@ApplicationScoped
class WebhookCarrier extends Carrier {

    private static final Duration LONGEST_WAIT = Duration.ofHours(6);

    /** @param body of the same bytes that are signed */
    private record Request(UUID webhook, String url, Map<String, String> headers, byte[] body) {
    }

    private final Map<UUID, Circuit> circuits = new ConcurrentHashMap<>();

    @Inject
    Clock clock;
    @Inject
    Site site;
    @Inject
    ObjectMapper json;
    @Inject
    NetSettings net;
    @Inject
    Poster poster;
    @Inject
    Webhooks webhooks;
    @Inject
    Event<Delivering> delivering;

    @Override
    public Channel channel() {
        return Channel.WEBHOOK;
    }

    @Override
    public boolean isReady(Instant now) {
        return true;
    }

    @Override
    public Result carry(Leased item) {
        Circuit circuit = circuits.computeIfAbsent(Webhooks.webhook(item.payload()),
                webhook -> new Circuit(0, Duration.ofSeconds(10), Duration.ofMinutes(5)));
        Instant now = clock.instant();
        if (!circuit.admits(now)) {
            return Result.untried("the endpoint is left alone for a while", circuit.left(now));
        }
        Optional<Request> request = QuarkusTransaction.requiringNew().call(() -> request(item, now));
        return request.isEmpty() ? Result.POINTLESS : sent(request.get(), circuit);
    }

    private Result sent(Request request, Circuit circuit) {
        Posted posted = poster.post(request.url, request.headers, request.body, net.timeout());
        switch (posted.outcome()) {
            case TIMED_OUT, UNREACHABLE, FAILED -> circuit.failed(clock.instant());
            case BUSY -> circuit.open(clock.instant(), wait(posted, Duration.ofMinutes(1)));
            default -> circuit.passed();
        }
        return switch (posted.outcome()) {
            case TAKEN -> Result.SENT;
            case GONE -> {
                QuarkusTransaction.requiringNew().run(() -> webhooks.gone(request.webhook, clock.instant()));
                yield Result.refused(posted.detail());
            }
            case BUSY -> Result.failed(posted.detail(), wait(posted, null));
            case FORBIDDEN -> Result.refused(posted.detail());
            case REFUSED, FAILED, TIMED_OUT, UNREACHABLE -> Result.failed(posted.detail());
        };
    }

    private static Duration wait(Posted posted, Duration otherwise) {
        return posted.retryAfter() == null ? otherwise
                : posted.retryAfter().compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : posted.retryAfter();
    }

    /** Empty where the webhook is gone or off, its account shut out, or nothing is left to say. */
    private Optional<Request> request(Leased item, Instant now) {
        Webhook webhook = Webhook.findById(Webhooks.webhook(item.payload()));
        if (webhook == null || !webhook.isOn() || !Account.<Account> findById(webhook.accountId).active) {
            return Optional.empty();
        }
        Notice notice = item.subject() == null ? null : Notice.findById(item.subject());
        if (item.subject() != null && (notice == null || !Delivering.isStillDue(notice, delivering))) {
            return Optional.empty();
        }
        Message message = notice == null ? Message.test(item.id(), site.baseUrl(), now) : Message.of(notice, site.baseUrl());
        byte[] body = bytes(message.as(webhook.format));
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", "application/json"));
        if (webhook.isSigned()) {
            String id = "msg_" + item.id();
            headers.put("webhook-id", id);
            headers.put("webhook-timestamp", String.valueOf(now.getEpochSecond()));
            headers.put("webhook-signature", webhook.signatures(id, now.getEpochSecond(), body, now));
        }
        return Optional.of(new Request(webhook.id, webhook.url, headers, body));
    }

    private byte[] bytes(Map<String, Object> body) {
        try {
            return json.writeValueAsString(body).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("What is told is no JSON", e);
        }
    }
}
