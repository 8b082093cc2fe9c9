package org.hindcast.net;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/**
 * Which addresses are machines on the public internet. After the registries of IANA for special purposes (RFC 6890 and its
 * updates), and addresses at which clouds keep secrets for their own machines.
 */
final class PublicAddress {

    private static final List<Block> NOT_PUBLIC_4 = List.of(block("0.0.0.0", 8), block("10.0.0.0", 8), block("100.64.0.0", 10),
            block("127.0.0.0", 8), block("169.254.0.0", 16), block("172.16.0.0", 12), block("192.0.0.0", 24),
            block("192.0.2.0", 24), block("192.31.196.0", 24), block("192.52.193.0", 24), block("192.88.99.0", 24),
            block("192.168.0.0", 16), block("192.175.48.0", 24), block("198.18.0.0", 15), block("198.51.100.0", 24),
            block("203.0.113.0", 24), block("224.0.0.0", 4), block("240.0.0.0", 4),
            block("168.63.129.16", 32)); // Azure's agent

    /**
     * Everything else of IPv6 maps, embeds or stays within something: v4-mapped, NAT64, unique local, link-local, multicast.
     */
    private static final Block PUBLIC_6 = block("2000::", 3);
    private static final List<Block> NOT_PUBLIC_6 = List.of(block("2001::", 23), block("2001:db8::", 32), block("2002::", 16),
            block("3fff::", 20));

    private record Block(byte[] start, int bits) {

        boolean holds(byte[] address) {
            if (address.length != start.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> bit % 8;
                if ((address[bit / 8] & mask) != (start[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }

    private PublicAddress() {
    }

    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_4.stream().noneMatch(block -> block.holds(bytes));
        }
        return PUBLIC_6.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(block -> block.holds(bytes));
    }

    private static Block block(String start, int bits) {
        try {
            return new Block(InetAddress.getByName(start).getAddress(), bits); // a literal: nobody is asked
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }
}
