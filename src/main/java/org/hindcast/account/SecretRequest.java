package org.hindcast.account;

import io.quarkus.security.identity.request.BaseAuthenticationRequest;

/** Somebody shows a secret: the id of a session, or a token. */
final class SecretRequest extends BaseAuthenticationRequest {

    final CurrentAccount.Way way;
    final String secret;

    SecretRequest(CurrentAccount.Way way, String secret) {
        this.way = way;
        this.secret = secret;
    }
}
