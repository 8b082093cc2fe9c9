package org.hindcast.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

import org.hindcast.extract.Candidate;
import org.hindcast.extract.Candidate.Tier;
import org.hindcast.extract.Deadline;
import org.hindcast.extract.DraftedCriteria;
import org.hindcast.extract.EventDates;
import org.jboss.logging.Logger;

/**
 * Reads a text for forecasts: the built-in extractor, and the language model where one is set. What both find is HIGH, what
 * only the model finds is MAYBE, and what only the built-in one finds stays as it is. The model says no more than which words;
 * all else about them is the built-in extractor's.
 */
@ApplicationScoped
public class Extracting {

    private static final Logger LOG = Logger.getLogger(Extracting.class);

    @Inject
    BuiltInExtractor builtIn;
    @Inject
    Llm llm;

    /** Whether there is a language model, whose answer takes its time. */
    public boolean asksModel() {
        return llm.isSet();
    }

    /** What the built-in extractor finds by itself. */
    public Extraction builtIn(Candidate.Source source, EventDates events) {
        return Extraction.builtIn(builtIn.candidates(source, events), null);
    }

    /** May take as long as the model may; no transaction should wait for it. */
    public Extraction extract(Candidate.Source source, EventDates events) {
        List<Candidate> candidates = builtIn.candidates(source, events);
        if (!llm.isSet()) {
            return Extraction.builtIn(candidates, null);
        }
        Llm.Marks marks = llm.marks(source, builtIn.passages(source.text()));
        if (marks.trouble() != null) {
            LOG.warnf("The language model %s", marks.trouble());
        }
        if (!marks.any()) {
            return Extraction.builtIn(candidates, marks.trouble() == null ? null
                    : "The language model %s; the built-in extractor read this alone.".formatted(marks.trouble()));
        }
        return new Extraction(united(candidates, marks.marks(), source, events), llm.model(), Prompt.HASH,
                marks.trouble() == null ? null : "Not all was read by the language model: it %s.".formatted(marks.trouble()));
    }

    private List<Offered> united(List<Candidate> found, List<Marked> marks, Candidate.Source source, EventDates events) {
        List<Offered> united = new ArrayList<>();
        for (Candidate candidate : found) {
            boolean both = marks.stream().anyMatch(mark -> mark.isAbout(candidate.start(), candidate.end())
                    && mark.predictor() == candidate.predictor());
            united.add(both ? new Offered(tiered(candidate, Tier.HIGH), Offered.By.BOTH)
                    : new Offered(candidate, Offered.By.BUILT_IN));
        }
        for (Marked mark : marks) {
            if (united.stream().noneMatch(one -> mark.isAbout(one.candidate().start(), one.candidate().end()))) {
                united.add(new Offered(marked(mark, source, events), Offered.By.MODEL));
            }
        }
        united.sort(Comparator.comparingInt((Offered one) -> one.candidate().start())
                .thenComparingInt(one -> one.candidate().end()));
        return united;
    }

    /** The words that the model marked, as the built-in extractor would read them if they stood alone. */
    private Candidate marked(Marked mark, Candidate.Source source, EventDates events) {
        String quote = source.text().substring(mark.start(), mark.end());
        Candidate.Source alone = new Candidate.Source(quote, source.title(), source.author(), source.publishedOn());
        Candidate read = builtIn.candidates(alone, events).stream().findFirst().orElse(null);
        String statement = read != null ? read.statement() : quote.replaceAll("\\s+", " ").strip();
        boolean own = mark.predictor() == Candidate.Predictor.AUTHOR;
        return new Candidate(quote, mark.start(), mark.end(), statement, read == null ? "" : read.cue(), Tier.MAYBE,
                mark.predictor(), own || read == null ? null : read.attributedTo(), read == null ? null : read.probability(),
                read == null ? Candidate.Basis.ASSERTED : read.basis(), read == null ? null : read.phrase(),
                read == null ? Candidate.Stance.YES : read.stance(), read == null ? null : at(mark.start(), read.deadline()),
                read != null && read.conditional(), read == null ? null : read.condition(),
                read == null ? 0 : read.confidence(), read != null ? read.criteria()
                        : DraftedCriteria.of(
                                new DraftedCriteria.Claim(statement, quote, own ? source.author() : null, source.publishedOn(),
                                        null, null)));
    }

    private static Deadline at(int offset, Deadline found) {
        return found == null || found.start() < 0 ? found
                : new Deadline(found.text(), found.start() + offset, found.end() + offset, found.date(), found.earliest(),
                        found.rule());
    }

    private static Candidate tiered(Candidate c, Tier tier) {
        return new Candidate(c.quote(), c.start(), c.end(), c.statement(), c.cue(), tier, c.predictor(), c.attributedTo(),
                c.probability(), c.basis(), c.phrase(), c.stance(), c.deadline(), c.conditional(), c.condition(),
                c.confidence(),
                c.criteria());
    }
}
