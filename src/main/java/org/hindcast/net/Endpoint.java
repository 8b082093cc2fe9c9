package org.hindcast.net;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

import org.apache.hc.client5.http.SystemDefaultDnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.hindcast.net.CallFailed.Reason;

/** A service that the operator has named, wherever it is: bounded as every exchange is, but let through by no {@link Guard}. */
public final class Endpoint implements AutoCloseable {

    private final URI address;
    private final Wire wire = new Wire(SystemDefaultDnsResolver.INSTANCE, "Hindcast/1.0");

    public Endpoint(URI address) {
        this.address = address;
    }

    /**
     * @param largest in bytes, of what is read of the answer
     * @return the body of an answer with status 200
     * @throws CallFailed where there was none in time, a larger one, or one with another status
     */
    public byte[] post(Map<String, String> headers, byte[] json, Duration within, long largest) {
        HttpPost request = new HttpPost(address);
        headers.forEach(request::setHeader);
        request.setHeader("Accept", "application/json");
        request.setEntity(new ByteArrayEntity(json, ContentType.APPLICATION_JSON));
        Wire.Answer answer = wire.exchange(request, Deadline.in(within), head -> head.status() == 200 ? largest : 0);
        if (answer.status() != 200) {
            throw new CallFailed(Reason.STATUS, "answered with status %d".formatted(answer.status()), answer.status());
        }
        return answer.body();
    }

    @Override
    public void close() throws java.io.IOException {
        wire.close();
    }
}
