package org.hindcast.account;

import java.util.Optional;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/**
 * An organisation's OpenID Connect provider, with which people sign in at {@code /login/provider}, beside the accounts with
 * passwords. Its redirect address is {@code <public address>/login/provider}. What else {@code quarkus.oidc.*} knows can be set
 * there.
 */
@ConfigMapping(prefix = "hindcast.provider")
public interface ProviderSettings {

    /** Whether there is one. */
    @WithDefault("false")
    boolean enabled();

    /** Its address, under which {@code /.well-known/openid-configuration} is found. */
    Optional<String> url();

    /** What it knows this service as. */
    Optional<String> clientId();

    /** The secret that it gave this service; 32 characters or more. */
    Optional<String> clientSecret();

    /**
     * The claim of the ID token that lists roles; of what it lists, {@code admin}, {@code editor} and {@code reviewer} count.
     */
    @WithDefault("groups")
    String rolesClaim();

    /** What the sign-in page calls it. */
    @WithDefault("your organisation")
    String name();

    /**
     * Whether who comes for the first time gets the one account that has their verified e-mail address; else they always get
     * one of their own. Only for a provider that verifies addresses.
     */
    @WithDefault("false")
    boolean linkByEmail();
}
