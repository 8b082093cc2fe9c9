package org.hindcast.account;

import java.util.UUID;

import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.inject.Singleton;

import io.quarkus.arc.Arc;
import io.quarkus.runtime.BlockingOperationControl;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;

/** Who a page is shown to, for the part around it. Costs readers without a session nothing. */
@Named("visitor")
@Singleton
public class Visitor {

    @Inject
    CurrentVertxRequest current;
    @Inject
    SessionCookie cookie;
    @Inject
    Instance<CurrentAccount> account;

    /** Name of who is signed in; null without a session, and where a page is shown before anybody could be asked for. */
    public String name() {
        return account() == null ? null : account().username();
    }

    /** Of their account; null as their name. */
    public UUID id() {
        return account() == null ? null : account().id();
    }

    public boolean isEditor() {
        return account() != null && account().hasRole(Role.EDITOR);
    }

    public boolean isReviewer() {
        return account() != null && account().hasRole(Role.REVIEWER);
    }

    public boolean isAdmin() {
        return account() != null && account().hasRole(Role.ADMIN);
    }

    private CurrentAccount account() {
        if (!Arc.container().requestContext().isActive() || !BlockingOperationControl.isBlockingAllowed()) {
            return null;
        }
        RoutingContext request = current.getCurrent();
        if (request == null || request.request().getHeader("Authorization") != null || cookie.read(request) == null) {
            return null;
        }
        CurrentAccount who = account.get();
        return who.isSignedIn() ? who : null;
    }
}
