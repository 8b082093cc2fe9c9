package org.hindcast.net;

import java.net.URI;

/**
 * What was read.
 *
 * @param address where it was at last, after redirects
 * @param notModified it is as it was, and was not sent again
 * @param body the document as received, once the compression of the transfer is taken off
 * @param contentType as it was said, with its charset; null where it was not
 * @param etag by which it can be asked for again; null where none was given, as the next
 */
public record Fetched(URI address, boolean notModified, byte[] body, String contentType, String etag, String lastModified) {
}
