package org.hindcast.report;

import jakarta.annotation.security.PermitAll;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

import org.hindcast.web.Filled;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.NotFound;
import org.hindcast.web.Query;
import org.hindcast.web.Site;
import org.hindcast.web.TooManyRequests;
import org.hindcast.web.Violations;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.core.http.HttpServerRequest;

/** Where anybody reports a mistake, and sees by a private link what has become of it. */
@Path("/report")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class ReportPages {

    /** A field that people do not see. Programs that fill in every field they find fill in this one, too. */
    static final String TRAP = "website";

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance form(About about, Filled filled, String problem);

        static native TemplateInstance sent(About about, MistakeReport report, String path, String link);

        static native TemplateInstance mine(About about, MistakeReport report);
    }

    @Inject
    Reporting reporting;
    @Inject
    Site site;

    /** @param about the page that the mistake is on; where it is missing, the form asks for it */
    @GET
    @Transactional
    public TemplateInstance form(@RestQuery String about, HttpServerRequest request) {
        String address = Query.given(about);
        About page = at(address, request);
        if (address != null && page == null) {
            throw new NotFound("author, piece, forecast or question", address);
        }
        return Templates.form(page, Filled.empty().with("about", page == null ? null : page.address()), null);
    }

    /** The one answer that shows the link: not by way of another address, where it would have to be kept. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(MultivaluedMap<String, String> sent, HttpServerRequest request) {
        Filled filled = Filled.of(sent);
        try {
            Violations violations = new Violations();
            NewReport wanted = new NewReport(filled.text("about", violations), filled.verbatim("message", violations),
                    filled.text("email", violations));
            if (filled.has(TRAP)) {
                violations.add(TRAP, "must stay empty: it is there to catch programs that fill in every field");
            }
            violations.throwIfAny();
            Reporting.Made made = reporting.report(wanted, request);
            String path = "/report/" + made.token();
            return answer(201, Templates.sent(at(wanted.about(), request), made.report(), path, site.baseUrl() + path),
                    request);
        } catch (InvalidInput e) {
            return answer(422, again(filled.refused(e.violations), null, request), request);
        } catch (TooManyRequests e) {
            Response refused = answer(429, again(filled, e.getMessage(), request), request);
            refused.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, e.retryAfterSeconds);
            return refused;
        }
    }

    @GET
    @Path("{token}")
    @Transactional
    public Response mine(@RestPath String token, HttpServerRequest request) {
        MistakeReport report = MistakeReport.byLink(token);
        if (report == null) {
            throw new NotFoundException();
        }
        return answer(200, Templates.mine(About.of(report), report), request);
    }

    private TemplateInstance again(Filled filled, String problem, HttpServerRequest request) {
        String address = filled.problem("about") == null ? Query.given(filled.typed("about")) : null;
        return Templates.form(at(address, request), filled, problem);
    }

    private About at(String address, HttpServerRequest request) {
        return address == null ? null : About.at(address, site.baseUrl(), request.scheme() + "://" + request.authority());
    }

    /** In no cache, in no search engine, and what is linked from it does not learn its address. */
    private static Response answer(int status, TemplateInstance page, HttpServerRequest request) {
        // set there, for here it would only be added to the policy of all other pages
        request.response().putHeader("Referrer-Policy", "no-referrer");
        return Response.status(status).type(MediaType.TEXT_HTML).header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header("X-Robots-Tag", "noindex").entity(page).build();
    }
}
