package org.hindcast.intake;

import java.time.LocalDate;
import java.util.List;

import org.hindcast.article.Article;
import org.hindcast.author.Author;
import org.hindcast.author.NewAuthor;
import org.hindcast.piece.NewPiece;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;

/**
 * An address that is to be read into a piece; what else is sent goes before what the page says.
 *
 * @param republish whether readers may see the whole text; not, where it is missing
 */
record NewFetch(String url, NewAuthor author, String title, String publisher, LocalDate publishedOn, String note,
        Boolean republish) {

    private static final int MOST_TEXT = NewPiece.LONGEST_TEXT;

    /** @throws InvalidInput naming every field that is not accepted */
    NewFetch validated() {
        Violations violations = new Violations();
        violations.required("url", url, 2000);
        if (author != null) {
            author.validate(violations);
        }
        violations.optional("title", title, 500);
        violations.optional("publisher", publisher, 200);
        violations.optional("publishedOn", publishedOn);
        violations.optional("note", note, 2000);
        violations.throwIfAny();
        return this;
    }

    /**
     * The piece that it makes of a document.
     *
     * @throws InvalidInput naming every field that neither says
     */
    NewPiece of(Article article) {
        Violations violations = new Violations();
        NewAuthor by = author != null ? author : author(article, violations);
        if (title == null && article.title() == null) {
            violations.add("title", "is not said by what was read; send it along");
        }
        if (publishedOn == null && article.publishedOn() == null) {
            violations.add("publishedOn",
                    "is not said by what was read, or not so that it can be read in one way only; send it along");
        }
        if (article.text().length() > MOST_TEXT) {
            violations.add("text",
                    "is %,d characters long; at most %,d are accepted".formatted(article.text().length(), MOST_TEXT));
        }
        violations.throwIfAny();
        return new NewPiece(by, title != null ? title : article.title(), publisher != null ? publisher : article.publisher(),
                url != null && article.canonical() == null ? url
                        : article.canonical() == null ? null : Addresses.clean(article.canonical()),
                publishedOn != null ? publishedOn : article.publishedOn(), article.text(), note).validated();
    }

    private static NewAuthor author(Article article, Violations violations) {
        List<Article.Writer> writers = article.writers();
        if (writers.size() == 1) {
            return new NewAuthor(writers.get(0).name(), null,
                    writers.get(0).organisation() ? Author.Kind.OUTLET : Author.Kind.PERSON, null, null);
        }
        violations.add("author", writers.isEmpty() ? "is not named by what was read; send {name, slug?, kind?} along"
                : "is one of several that are named: %s; send the one that is meant along".formatted(
                        String.join(", ", writers.stream().map(Article.Writer::name).toList())));
        return null;
    }
}
