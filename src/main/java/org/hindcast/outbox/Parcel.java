package org.hindcast.outbox;

import java.util.Map;
import java.util.UUID;

/**
 * Something that is to leave the service once.
 *
 * @param key what makes it one and the same, such as {@code digest/<account>/<date>}: a second one is not taken. Null where the
 *        caller has a row of its own that makes sure of it
 * @param kind who renders it, see {@link Rendering}
 * @param account whose address it goes to, as it is when it is sent; null where there is an address
 * @param address a mail or web address; null where there is an account, or where who writes it knows it by the subject
 * @param subject what it is about; may be null
 * @param payload what is needed to render it; never a secret
 */
public record Parcel(String key, String kind, Channel channel, UUID account, String address, UUID subject,
        Map<String, Object> payload) {

    public static Parcel mailTo(UUID account, String key, String kind, UUID subject, Map<String, Object> payload) {
        return new Parcel(key, kind, Channel.MAIL, account, null, subject, payload);
    }

    /**
     * To whom it is about: whoever writes it says where it goes, see {@link Rendering#sendTo}, so that no address is kept here.
     */
    public static Parcel mailAbout(UUID subject, String key, String kind, Map<String, Object> payload) {
        return new Parcel(key, kind, Channel.MAIL, null, null, subject, payload);
    }

    public static Parcel mailTo(String address, String key, String kind, UUID subject, Map<String, Object> payload) {
        return new Parcel(key, kind, Channel.MAIL, null, address, subject, payload);
    }
}
