package org.hindcast.review;

import java.util.Set;

import org.hindcast.account.Account;

/**
 * Whether an admin may decide a dispute: not over what they decided themselves, nor on a dispute of their own, as long as
 * somebody else can.
 *
 * @param party whether they have a hand in it
 * @param others whether there is an admin who has none
 */
public record Impartiality(boolean party, boolean others) {

    static Impartiality of(Dispute dispute, Account admin) {
        Set<String> parties = dispute.parties();
        boolean party = parties.contains(admin.username);
        return new Impartiality(party, party && Account.activeAdminBeside(parties));
    }

    public boolean mayDecide() {
        return !party || !others;
    }

    /** Null where nothing is to be said. */
    public String sentence() {
        return !party ? null
                : others ? "You had a hand in this outcome, or dispute it yourself: another admin decides."
                        : "You had a hand in this outcome, or dispute it yourself. As no other admin can, you may decide; "
                                + "that is shown with the decision.";
    }
}
