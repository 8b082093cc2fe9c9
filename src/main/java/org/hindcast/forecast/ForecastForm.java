package org.hindcast.forecast;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

import org.hindcast.piece.Piece;
import org.hindcast.question.Checklist;
import org.hindcast.question.NewCriteria;
import org.hindcast.web.Filled;
import org.hindcast.web.Violations;

/** The form of a forecast: its fields are called as in the API, so that what is wrong with them finds its place. */
final class ForecastForm {

    private static final String NUMBER = "\\d{0,3}([.]\\d{1,9})?";

    private ForecastForm() {
    }

    /** To be filled in for a new forecast in this piece. */
    static Filled of(Piece piece) {
        return Filled.empty().with("madeOn", piece.publishedOn).with("stance", "YES").with("criteria.timeZone", "UTC");
    }

    /** Filled in with a forecast as it stands. */
    static Filled of(Forecast forecast) {
        NewForecast as = NewForecast.of(forecast);
        Filled form = Filled.empty().with("quote", as.quote()).with("statement", as.statement()).with("basis", as.basis())
                .with("probability", as.probability()).with("phrase", as.phrase())
                .with("stance", as.stance() == null ? Stance.YES : as.stance()).with("odds", as.odds())
                .with("stakes", as.stakes()).with("condition", as.condition()).with("madeOn", as.madeOn())
                .with("topics", String.join(", ", as.topics())).with("undated", as.undated() ? "true" : null);
        if (as.reference() != null) {
            form.with("reference.probability", as.reference().probability())
                    .with("reference.source", as.reference().source()).with("reference.url", as.reference().url())
                    .with("reference.on", as.reference().on());
        }
        if (forecast.status == Forecast.Life.DRAFT && forecast.question != null) {
            return form.with("question", forecast.question.id).with("criteria.timeZone", "UTC");
        }
        NewCriteria criteria = as.criteria();
        return criteria == null ? form.with("criteria.timeZone", "UTC")
                : form.with("criteria.question", criteria.question()).with("criteria.yesWhen", criteria.yesWhen())
                        .with("criteria.sourceOfTruth", criteria.sourceOfTruth()).with("criteria.dueOn", criteria.dueOn())
                        .with("criteria.timeZone", criteria.timeZone()).with("criteria.ifSilent", criteria.ifSilent())
                        .with("criteria.key", criteria.key());
    }

    /** One field alone. @throws org.hindcast.web.InvalidInput where it cannot be stored */
    static String text(Filled form, String field) {
        Violations found = new Violations();
        String text = form.text(field, found);
        found.throwIfAny();
        return text;
    }

    /** Whether somebody looks for a question with it: by the button, or by Enter in that field. */
    static boolean isSearch(Filled form) {
        return form.is("action", "search")
                || !form.has("action") && form.has("search") && !form.is("search", form.typed("searched"));
    }

    /** Whether somebody only wants to know what is still wrong with it. */
    static boolean isCheck(Filled form) {
        return form.is("action", "check");
    }

    /**
     * What the checklist says of the criteria as they are typed; nothing while there are none, or the forecast joins a
     * question.
     */
    static List<Checklist.Finding> checklist(Filled form) {
        return checklist(form, isCheck(form));
    }

    /** @param whole whether it is looked at also while there are none */
    static List<Checklist.Finding> checklist(Filled form, boolean whole) {
        Violations unread = new Violations();
        NewCriteria criteria = form.has("question") ? null : criteria(form, whole, unread);
        return criteria == null ? List.of()
                : Checklist.of(criteria, new Checklist.Claim(form.text("statement", unread), form.text("quote", unread),
                        form.date("madeOn", unread)));
    }

    /**
     * The forecast that the form describes. What goes with another basis than the one that is chosen is left out.
     *
     * @param present what it replaces, or null
     * @param whole whether it is for the record: then criteria must be there, so that each of their fields can be named
     * @throws org.hindcast.web.InvalidInput where a field cannot be read
     */
    static NewForecast read(Filled form, Piece piece, Forecast present, boolean whole) {
        return present == null ? read(form, piece, null, null, whole)
                : read(form, piece, present.claim.quote(), present.claim.quoteStart(), whole);
    }

    /** @param start where the quote stands as long as it is {@code known}; elsewhere its first occurrence is taken */
    static NewForecast read(Filled form, Piece piece, String known, Integer start, boolean whole) {
        Violations found = new Violations();
        Basis basis = form.choice("basis", Basis.class, found);
        String quote = quote(form, piece, found);
        String question = form.text("question", found);
        NewForecast read = new NewForecast(piece.slug, quote, quote != null && quote.equals(known) ? start : null,
                form.text("statement", found), basis,
                basis == Basis.STATED ? number("probability", form, found) : null,
                basis == Basis.WORDED || basis == Basis.HEDGED ? form.text("phrase", found) : null,
                basis == Basis.STATED ? null : form.choice("stance", Stance.class, found),
                form.text("odds", found), form.text("stakes", found), form.text("condition", found),
                form.date("madeOn", found), form.topics("topics"), form.ticked("undated"), reference(form, found), question,
                question == null ? criteria(form, whole, found) : null, whole ? true : null);
        found.throwIfAny();
        return read;
    }

    /** Browsers send every line end alike; the quote is that of the text. */
    private static String quote(Filled form, Piece piece, Violations found) {
        String quote = form.text("quote", found);
        return quote == null || piece.text == null || piece.text.contains(quote) ? quote : quote.replace("\n", "\r\n");
    }

    private static NewCriteria criteria(Filled form, boolean whole, Violations found) {
        boolean any = Stream.of("question", "yesWhen", "sourceOfTruth", "dueOn", "ifSilent", "key")
                .anyMatch(field -> form.has("criteria." + field));
        return !any && !whole ? null
                : new NewCriteria(form.text("criteria.question", found), form.text("criteria.yesWhen", found),
                        form.text("criteria.sourceOfTruth", found), form.date("criteria.dueOn", found),
                        form.text("criteria.timeZone", found), form.text("criteria.ifSilent", found),
                        form.text("criteria.key", found));
    }

    private static Reference reference(Filled form, Violations found) {
        return List.of("probability", "source", "url", "on").stream().noneMatch(field -> form.has("reference." + field)) ? null
                : new Reference(number("reference.probability", form, found), form.text("reference.source", found),
                        form.text("reference.url", found), form.date("reference.on", found));
    }

    /** 0.8, or 80 %. */
    private static Double number(String field, Filled form, Violations found) {
        String typed = form.text(field, found);
        if (typed == null) {
            return null;
        }
        boolean percent = typed.endsWith("%");
        String number = percent ? typed.substring(0, typed.length() - 1).strip() : typed;
        if (number.isEmpty() || !number.matches(NUMBER)) {
            found.add(field, "a number from 0 to 1 such as 0.8, or a percentage such as 80 %, is accepted");
            return null;
        }
        BigDecimal value = new BigDecimal(number);
        return (percent ? value.movePointLeft(2) : value).doubleValue();
    }
}
