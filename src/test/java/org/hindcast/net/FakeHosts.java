package org.hindcast.net;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.apache.hc.client5.http.DnsResolver;

/** Name servers as a test has them: what a name means may change each time it is looked up. */
final class FakeHosts implements DnsResolver {

    final List<String> asked = new ArrayList<>();
    private final Map<String, List<List<InetAddress>>> answers = new ConcurrentHashMap<>();

    static FakeHosts knowing(String host, String... addresses) {
        return new FakeHosts().then(host, addresses);
    }

    /** The next time; the last answer stays. */
    FakeHosts then(String host, String... addresses) {
        List<InetAddress> found = new ArrayList<>();
        for (String address : addresses) {
            try {
                found.add(InetAddress.getByName(address));
            } catch (UnknownHostException e) {
                throw new IllegalArgumentException(e);
            }
        }
        answers.computeIfAbsent(host, key -> new ArrayList<>()).add(found);
        return this;
    }

    @Override
    public synchronized InetAddress[] resolve(String host) throws UnknownHostException {
        asked.add(host);
        List<List<InetAddress>> known = answers.get(host);
        if (known == null) {
            throw new UnknownHostException(host);
        }
        return (known.size() > 1 ? known.remove(0) : known.get(0)).toArray(InetAddress[]::new);
    }

    @Override
    public String resolveCanonicalHostname(String host) {
        return host;
    }
}
