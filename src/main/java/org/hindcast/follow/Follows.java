package org.hindcast.follow;

import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.persistence.EntityManager;

import org.hindcast.account.Visitor;

/** For pages of what can be followed: whether whoever looks at them does. */
@Named("follows")
@ApplicationScoped
public class Follows {

    @Inject
    EntityManager database;
    @Inject
    Visitor visitor;

    /**
     * @param folder of its page, such as {@code /authors/}
     * @param name in the folder
     * @return the id of the follow; null where they do not, or are not signed in
     */
    public UUID mine(String folder, Object name) {
        UUID account = visitor.id();
        if (account == null) {
            return null;
        }
        String what = switch (folder) {
            case "/questions/" -> "f.question_id = cast(:name as uuid)";
            case "/authors/" -> "f.author_id = (select id from author where slug = :name)";
            default -> "f.topic = :name";
        };
        return (UUID) database.createNativeQuery("select f.id from follow f join follower w on w.id = f.follower_id"
                + " where w.account_id = :account and " + what, UUID.class)
                .setParameter("account", account).setParameter("name", name.toString()).getResultStream().findFirst()
                .orElse(null);
    }
}
