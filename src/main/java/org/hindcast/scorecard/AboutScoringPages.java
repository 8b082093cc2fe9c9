package org.hindcast.scorecard;

import java.util.List;
import java.util.Map;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

import org.hindcast.score.Lexicon;
import org.hindcast.score.Phrase;
import org.hindcast.web.Formats;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;

/** Every number on a scorecard for somebody who has never seen one, and the lexicon that words are read with. */
@Path("/about/scoring")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class AboutScoringPages {

    /**
     * A phrase of the default lexicon.
     *
     * @param wording as it is written
     * @param half from and to what half of the readers, or the standard, say
     * @param source id of the lexicon that the figure comes from
     */
    record Reading(String wording, String value, String half, String source) {
    }

    @CheckedTemplate(basePath = "scorecard")
    static class Templates {
        static native TemplateInstance aboutScoring(List<Reading> readings, List<String> hedges, List<Lexicon.Source> sources,
                String version, Map<String, Integer> enough);
    }

    @GET
    public TemplateInstance about() {
        return Templates.aboutScoring(readings(),
                Lexicon.phrases().values().stream().filter(Phrase::hedge).map(phrase -> phrase.forms().get(0)).toList(),
                Lexicon.sources(), Lexicon.version(), Map.of("skill", Enough.FOR_SKILL, "confidence", Enough.FOR_CONFIDENCE,
                        "references", Enough.FOR_REFERENCES, "calls", Enough.FOR_CALLS));
    }

    private static List<Reading> readings() {
        return Lexicon.phrases().values().stream().filter(phrase -> !phrase.hedge()).map(phrase -> {
            Lexicon.Meaning meaning = Lexicon.standard().meaning(phrase.id()).orElseThrow();
            return new Reading(phrase.forms().get(0), percent(meaning.point()),
                    percent(meaning.low()) + " to " + percent(meaning.high()), source(phrase));
        }).toList();
    }

    /** Where another wording of the same meaning lends its figure, that one's source. */
    private static String source(Phrase phrase) {
        if (phrase.source() != null) {
            return phrase.source();
        }
        return phrase.readAs().stream().map(Lexicon.phrases()::get).filter(other -> other.source() != null).findFirst()
                .map(other -> other.source() + ", as “" + other.forms().get(0) + "”").orElse(Formats.NONE);
    }

    private static String percent(int perMille) {
        return Formats.percent(perMille / 1000.0);
    }
}
