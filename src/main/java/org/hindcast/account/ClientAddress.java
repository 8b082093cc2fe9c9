package org.hindcast.account;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.HexFormat;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;

/**
 * Where a request comes from: the socket's other end, or what a proxy says it is, where {@code quarkus.http.proxy.*} says
 * that there is one.
 */
public final class ClientAddress {

    private ClientAddress() {
    }

    /** One key for all the addresses that one customer of a provider has: an IPv6 network of 64 bits counts as one. */
    public static String key(HttpServerRequest request) {
        SocketAddress address = request.remoteAddress();
        String host = address == null || address.hostAddress() == null ? "unknown" : address.hostAddress();
        if (!host.contains(":")) {
            return host;
        }
        try {
            // an address, never a name: nothing is looked up
            InetAddress literal = InetAddress.getByName(host.replaceFirst("%.*", ""));
            return literal instanceof Inet6Address ? HexFormat.of().formatHex(literal.getAddress(), 0, 8) + "/64"
                    : literal.getHostAddress();
        } catch (UnknownHostException e) {
            return host;
        }
    }
}
