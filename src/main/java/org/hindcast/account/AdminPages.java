package org.hindcast.account;

import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.web.AdminOverview;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Where admins begin: what needs attention, told by the features themselves. */
@Path("/admin")
@RolesAllowed(Role.ADMIN)
@Produces(MediaType.TEXT_HTML)
class AdminPages {

    @CheckedTemplate(basePath = "account")
    static class Templates {
        static native TemplateInstance admin(AdminOverview overview);
    }

    @Inject
    Event<AdminOverview> asked;

    @GET
    @Transactional
    public TemplateInstance overview() {
        AdminOverview overview = new AdminOverview();
        asked.fire(overview);
        return Templates.admin(overview);
    }
}
