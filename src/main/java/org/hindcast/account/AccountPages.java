package org.hindcast.account;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.hindcast.web.AdminOverview;
import org.hindcast.web.Cursor;
import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Page;
import org.hindcast.web.Query;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Who may sign in, and what they may do. */
@Path("/admin/accounts")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
class AccountPages {

    private static final int PAGE = 100;
    private static final List<String> ROLES = List.of(Role.REVIEWER, Role.EDITOR, Role.ADMIN);
    private static final Map<String, String> MAY = Map.of(Role.REVIEWER, "gives verdicts", Role.EDITOR,
            "enters pieces and forecasts", Role.ADMIN, "may do everything");

    /** A role to tick. */
    public record Choice(String role, String may, boolean chosen) {
    }

    /** @param madeUp password that was made just now, shown this once; null where none was */
    public record Told(String said, String madeUp) {

        static final Told NOTHING = new Told(null, null);
    }

    /** @param next address of the page after this one; null on the last */
    public record Listing(List<Account> accounts, String next, List<Choice> roles) {
    }

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance accounts(Listing list, Filled filled);

        static native TemplateInstance account(Account account, List<Choice> roles, Filled filled, Told told);
    }

    @Inject
    Admitting admitting;

    @GET
    @Transactional
    public TemplateInstance list(@RestQuery String cursor) {
        return listing(cursor, Filled.empty().with("roles", Role.REVIEWER));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response create(MultivaluedMap<String, String> sent) {
        Filled filled = Filled.of(sent);
        try {
            Violations violations = new Violations();
            String typed = filled.text("password", violations);
            String password = typed == null ? Secret.password() : typed;
            NewAccount wanted = new NewAccount(filled.text("username", violations), password,
                    filled.text("email", violations), ticked(filled), null, null, null, null);
            violations.throwIfAny();
            Account account = admitting.create(wanted);
            return typed == null ? shown(201, account, new Told("The account is made.", password)) : done(account, "created");
        } catch (InvalidInput e) {
            return Response.status(422).entity(listing(null, filled.refused(e.violations))).build();
        }
    }

    @GET
    @Path("{username}")
    @Transactional
    public TemplateInstance one(@RestPath String username, @RestQuery String done) {
        String said = switch (done == null ? "" : done) {
            case "created" -> "The account is made.";
            case "roles" -> "The roles are changed. They hold from the next request on.";
            case "activated" -> "The account is active again. Its sessions and tokens are gone; it signs in anew.";
            case "deactivated" -> "The account is shut out: its sessions and tokens have ended.";
            case "password" -> "The password is changed; all sessions of the account have ended.";
            default -> null;
        };
        return page(Admitting.known(username), Filled.empty(), new Told(said, null));
    }

    @POST
    @Path("{username}/roles")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changeRoles(@RestPath String username, MultivaluedMap<String, String> sent) {
        Filled filled = Filled.of(sent);
        return change(username, filled, new NewAccount(null, null, null, ticked(filled), null, null, null, null), "roles");
    }

    @POST
    @Path("{username}/active")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response activate(@RestPath String username, MultivaluedMap<String, String> sent) {
        Filled filled = Filled.of(sent);
        boolean active = filled.is("active", "true");
        return change(username, filled, new NewAccount(null, null, null, null, null, null, null, active),
                active ? "activated" : "deactivated");
    }

    /**
     * Where none is typed, one is made up and shown this once: not by way of another address, where it would have to be kept.
     */
    @POST
    @Path("{username}/password")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changePassword(@RestPath String username, MultivaluedMap<String, String> sent) {
        Filled filled = Filled.of(sent);
        try {
            Violations violations = new Violations();
            String typed = filled.text("password", violations);
            violations.throwIfAny();
            String password = typed == null ? Secret.password() : typed;
            Account account = admitting.change(username,
                    new NewAccount(null, password, null, null, null, null, null, null));
            return typed == null
                    ? shown(200, account,
                            new Told("The password is changed; all sessions of the account have ended.", password))
                    : done(account, "password");
        } catch (InvalidInput e) {
            return refused(username, filled, e);
        }
    }

    private Response change(String username, Filled filled, NewAccount wanted, String done) {
        try {
            return done(admitting.change(username, wanted), done);
        } catch (InvalidInput e) {
            return refused(username, filled, e);
        }
    }

    void tell(@Observes AdminOverview overview) {
        long active = Account.count("active");
        overview.add(new AdminOverview.Line(4, "Accounts", "/admin/accounts", "%d active, %d shut out".formatted(active,
                Account.count() - active), false));
    }

    private static Response refused(String username, Filled filled, InvalidInput e) {
        return Response.status(422).entity(page(Admitting.known(username), filled.refused(e.violations), Told.NOTHING)).build();
    }

    private static Response shown(int status, Account account, Told told) {
        return Response.status(status).entity(page(account, Filled.empty(), told)).build();
    }

    private static Response done(Account account, String what) {
        return Response.seeOther(URI.create("/admin/accounts/" + account.username + "?done=" + what)).build();
    }

    private static TemplateInstance page(Account account, Filled filled, Told told) {
        boolean again = filled.problem("roles") != null;
        return Templates.account(account, choices(again ? ticked(filled) : account.roles), filled, told);
    }

    private static TemplateInstance listing(String cursor, Filled filled) {
        Page<Account> page = Page.of(Account.page(Cursor.parse(cursor), PAGE), PAGE,
                account -> new Cursor(account.username, account.id), account -> account);
        return Templates.accounts(new Listing(page.items(), page.next() == null ? null
                : new Query("/admin/accounts").with("cursor", page.next()).toString(), choices(ticked(filled))), filled);
    }

    private static List<String> ticked(Filled filled) {
        return IntStream.range(0, filled.count("roles")).mapToObj(place -> filled.typed("roles", place)).toList();
    }

    private static List<Choice> choices(List<String> chosen) {
        return ROLES.stream().map(role -> new Choice(role, MAY.get(role), chosen.contains(role))).toList();
    }
}
