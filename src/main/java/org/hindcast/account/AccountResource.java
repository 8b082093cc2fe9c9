package org.hindcast.account;

import java.net.URI;
import java.time.LocalTime;
import java.util.List;

import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.hindcast.web.Body;
import org.hindcast.web.Cursor;
import org.hindcast.web.Page;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

@Path("/api/v1/accounts")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
class AccountResource {

    /** An account as its admins see it; never with its password. */
    record AccountView(String username, String email, List<String> roles, String timeZone, Account.Reminders reminders,
            LocalTime digestAt, boolean active, List<String> topics, MeResource.Away away) {

        static AccountView of(Account account) {
            return new AccountView(account.username, account.email, account.roles, account.timeZone, account.reminders,
                    account.digestAt, account.active, account.topics, MeResource.Away.of(account));
        }
    }

    @Inject
    Admitting admitting;
    @Inject
    ObjectMapper json;

    @POST
    @Transactional
    @Idempotent
    public Response create(NewAccount sent) {
        Account account = admitting.create(Body.of(sent));
        return Response.created(URI.create("/api/v1/accounts/" + account.username)).entity(AccountView.of(account)).build();
    }

    @PATCH
    @Path("{username}")
    @Transactional
    public AccountView change(@RestPath String username,
            @RequestBody(content = @Content(schema = @Schema(implementation = NewAccount.class))) ObjectNode sent)
            throws JsonProcessingException {
        return AccountView.of(admitting.change(username, json.treeToValue(withoutNulls(Body.of(sent)), NewAccount.class)));
    }

    /** Null takes an e-mail address away; nothing else can be missing. */
    private static ObjectNode withoutNulls(ObjectNode sent) {
        Violations violations = new Violations();
        sent.properties().stream().filter(field -> field.getValue().isNull() && !field.getKey().equals("email")).forEach(
                field -> violations.add(field.getKey(),
                        "is null; a value, or leaving it out to keep it as it is, is accepted"));
        violations.throwIfAny();
        return sent.path("email").isNull() ? sent.deepCopy().put("email", "") : sent;
    }

    @GET
    @Transactional
    public Page<AccountView> list(@RestQuery String cursor, @RestQuery String limit) {
        int size = Page.limit(limit);
        return Page.of(Account.page(Cursor.parse(cursor), size), size, account -> new Cursor(account.username, account.id),
                AccountView::of);
    }
}
