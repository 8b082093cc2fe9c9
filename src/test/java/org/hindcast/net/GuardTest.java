package org.hindcast.net;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import java.net.UnknownHostException;

import org.hindcast.net.CallFailed.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** Which addresses may be taken up at all. */
class GuardTest {

    private static final Guard STRICT = new Guard(FakeHosts.knowing("example.org", "93.184.215.14"), address -> false, false);

    @ParameterizedTest
    @ValueSource(strings = { "0.0.0.0", "10.1.2.3", "100.64.0.1", "100.100.100.200", "127.0.0.1", "127.255.255.254",
            "169.254.169.254", "172.16.0.1", "172.31.255.255", "192.0.0.192", "192.0.2.1", "192.168.1.1", "198.18.0.1",
            "198.51.100.7", "203.0.113.9", "224.0.0.1", "240.0.0.1", "255.255.255.255", "168.63.129.16", "::", "::1",
            "::ffff:127.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b:1::1", "2002:7f00:1::", "2001::1",
            "2001:db8::1", "3fff::1", "fe80::1", "fec0::1", "fc00::1", "fd00:ec2::254", "ff02::1", "100::1", "5f00::1" })
    void notOnThePublicInternet(String literal) throws UnknownHostException {
        assertFalse(PublicAddress.is(InetAddress.getByName(literal)), literal);
    }

    @ParameterizedTest
    @ValueSource(strings = { "8.8.8.8", "93.184.215.14", "100.63.255.255", "100.128.0.0", "172.15.0.1", "172.32.0.1",
            "11.0.0.1",
            "223.255.255.255", "2606:2800:21f:cb07:6820:80da:af6b:8b2c", "2a00:1450:4001::1", "2003::1" })
    void onThePublicInternet(String literal) throws UnknownHostException {
        assertTrue(PublicAddress.is(InetAddress.getByName(literal)), literal);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            ~~                                    | NOT_ACCEPTED
            example.org                           | NOT_ACCEPTED
            /etc/passwd                           | NOT_ACCEPTED
            file:///etc/passwd                    | NOT_ACCEPTED
            gopher://example.org/                 | NOT_ACCEPTED
            ftp://example.org/                    | NOT_ACCEPTED
            jar:http://example.org!/              | NOT_ACCEPTED
            javascript:alert(1)                   | NOT_ACCEPTED
            http:example.org                      | NOT_ACCEPTED
            http:///path                          | NOT_ACCEPTED
            https://user@example.org/             | NOT_ACCEPTED
            https://user:secret@example.org/      | NOT_ACCEPTED
            https://@example.org/                 | NOT_ACCEPTED
            http://example.org\\@127.0.0.1/       | NOT_ACCEPTED
            http://example.org:8080/              | NOT_ACCEPTED
            http://example.org:22/                | NOT_ACCEPTED
            http://example.org:0/                 | NOT_ACCEPTED
            http://2130706433/                    | NOT_ACCEPTED
            http://0x7f000001/                    | NOT_ACCEPTED
            http://0x7f.0.0.1/                    | NOT_ACCEPTED
            http://0177.0.0.1/                    | NOT_ACCEPTED
            http://017700000001/                  | NOT_ACCEPTED
            http://127.1/                         | NOT_ACCEPTED
            http://127.0.0.1/                     | NOT_PUBLIC
            http://127.0.0.1./                    | NOT_ACCEPTED
            http://169.254.169.254/latest         | NOT_PUBLIC
            http://[::1]/                         | NOT_PUBLIC
            http://[::ffff:127.0.0.1]/            | NOT_PUBLIC
            http://[::ffff:7f00:1]/               | NOT_PUBLIC
            http://[64:ff9b::7f00:1]/             | NOT_PUBLIC
            http://[fe80::1]/                     | NOT_PUBLIC
            http://１２７.０.０.１/                 | NOT_PUBLIC
            http://127。0。0。1/                    | NOT_PUBLIC
            http://①②⑦.⓪.⓪.①/                    | NOT_PUBLIC
            http://exa mple.org/                  | NOT_ACCEPTED
            """)
    void formsThatAreRefused(String url, Reason reason) {
        CallFailed failed = assertThrows(CallFailed.class, () -> STRICT.check(url));
        assertEquals(reason, failed.reason, failed::getMessage);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://example.org                              | https://example.org/
            HTTP://EXAMPLE.ORG/A                             | http://example.org/A
            https://example.org./a                           | https://example.org/a
            https://example.org:443/a?b=c#d                  | https://example.org:443/a?b=c
            https://example.org/100% sure                    | https://example.org/100%25%20sure
            https://example.org/a`b?q=[x]                    | https://example.org/a%60b?q=%5Bx%5D
            https://example.org/zażółć                       | https://example.org/za%C5%BC%C3%B3%C5%82%C4%87
            https://bücher.example/                          | https://xn--bcher-kva.example/
            http://8.8.8.8/                                  | http://8.8.8.8/
            """)
    void formsThatAreTaken(String url, String as) {
        assertEquals(as, STRICT.check(url).toString());
    }

    @Test
    void everyAddressOfAHostHasToBePublic() throws UnknownHostException {
        Guard guard = new Guard(FakeHosts.knowing("mixed.example", "93.184.215.14", "10.0.0.1"), address -> false, false);
        assertThrows(Guard.NotPublic.class, () -> guard.resolve("mixed.example"));
        assertThrows(UnknownHostException.class, () -> guard.resolve("nobody.example"));
        assertEquals("93.184.215.14", STRICT.resolve("example.org")[0].getHostAddress());
    }

    @Property(tries = 3000)
    void whateverIsWrittenItIsRefusedOrAnAddress(@ForAll String text) {
        for (String url : new String[] { text, "http://" + text, "https://example.org/" + text }) {
            try {
                String scheme = STRICT.check(url).getScheme();
                assertTrue(scheme.equals("http") || scheme.equals("https"));
            } catch (CallFailed e) {
                assertTrue(e.reason == Reason.NOT_ACCEPTED || e.reason == Reason.NOT_PUBLIC);
            }
        }
    }
}
