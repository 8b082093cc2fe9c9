package org.hindcast.report;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** How mistakes of ours are put right, in plain words. */
@Path("/about/corrections")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class AboutCorrectionsPages {

    @CheckedTemplate(basePath = "report")
    static class Templates {
        static native TemplateInstance corrections(int days);
    }

    @GET
    public TemplateInstance corrections() {
        return Templates.corrections(MistakeReport.DAYS);
    }
}
