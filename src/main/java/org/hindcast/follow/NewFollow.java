package org.hindcast.follow;

import org.hindcast.account.NewAccount;
import org.hindcast.web.Violations;

/**
 * What a reader sends to follow something.
 *
 * @param about the address of its page
 */
record NewFollow(String about, String email, Follower.Mail mail) {

    /** @throws org.hindcast.web.InvalidInput naming every field that is not accepted */
    Target validated(String... origins) {
        Violations violations = new Violations();
        Target target = target(about, violations, origins);
        address(email, violations);
        if (mail == Follower.Mail.NONE) {
            violations.add("mail", "AT_ONCE or DAILY is accepted");
        }
        violations.throwIfAny();
        return target;
    }

    static Target target(String about, Violations violations, String... origins) {
        String address = violations.required("about", about, 2000);
        Target target = address == null ? null : Target.at(address, origins);
        if (address != null && target == null) {
            violations.add("about", "is not the address of a question, an author or a topic on record here");
        }
        return target;
    }

    static void address(String email, Violations violations) {
        if (!NewAccount.isAddress(email)) {
            violations.add("email", "an address such as name@example.org of at most 254 characters is accepted");
        }
    }

    @Override
    public String toString() {
        return "a reader follows " + about;
    }
}
