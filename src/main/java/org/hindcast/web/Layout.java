package org.hindcast.web;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

/** What every page shows around its own part. */
@Named("layout")
@Singleton
public class Layout {

    private static final String STYLE = hash("/META-INF/resources/style.css");

    private static final String DESK = hash("/META-INF/resources/desk.js");
    private static final String EDIT = hash("/META-INF/resources/edit.js");
    private static final String READING = hash("/META-INF/resources/reading.js");
    private static final String EDITOR = hash("/META-INF/resources/editor.js");

    @Inject
    Site site;

    /** Changes with the stylesheet, so that no cache keeps an old one. */
    public String style() {
        return STYLE;
    }

    /** The same for the keys of the review desk. */
    public String desk() {
        return DESK;
    }

    /** The same for the editors' searches. */
    public String edit() {
        return EDIT;
    }

    /** The same for the editors' desk. */
    public String editor() {
        return EDITOR;
    }

    /** The same for how far a reading has come. */
    public String reading() {
        return READING;
    }

    /** Empty where none is set. */
    public String contact() {
        return site.contact().orElse("");
    }

    /** Where to write to; empty where the contact is neither a web nor a mail address. */
    public String contactAddress() {
        String contact = contact();
        if (contact.startsWith("https://") || contact.startsWith("http://") || contact.startsWith("mailto:")) {
            return contact;
        }
        return contact.matches("[^\\s@]+@[^\\s@]+") ? "mailto:" + contact : "";
    }

    private static String hash(String resource) {
        try (InputStream in = Layout.class.getResourceAsStream(resource)) {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(in.readAllBytes());
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
