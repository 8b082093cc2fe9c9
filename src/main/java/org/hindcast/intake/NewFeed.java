package org.hindcast.intake;

import java.time.Instant;

import org.hindcast.author.Author;
import org.hindcast.author.NewAuthor;
import org.hindcast.net.CallFailed;
import org.hindcast.net.Fetcher;
import org.hindcast.web.InvalidInput;
import org.hindcast.web.Violations;

/** A feed that is to be followed; with the author of what in it names nobody, where that is always the same. */
record NewFeed(String url, NewAuthor author) {

    /**
     * @param fetcher by whom the form of the address is checked
     * @throws InvalidInput naming every field that is not accepted
     */
    FollowedFeed follow(Fetcher fetcher, String by, Instant now) {
        Violations violations = new Violations();
        String address = violations.required("url", url, 2000);
        if (address != null) {
            try {
                fetcher.check(address);
            } catch (CallFailed e) {
                violations.add("url", e.getMessage());
            }
        }
        if (author != null) {
            author.validate(violations);
        }
        violations.throwIfAny();
        return FollowedFeed.follow(address.strip(), author == null ? null : Author.findOrCreate(author, now), by, now);
    }
}
