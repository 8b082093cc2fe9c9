package org.hindcast.follow;

import java.time.Instant;
import java.util.UUID;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.ManyToOne;

import org.hindcast.account.Secret;
import org.hindcast.web.NotFound;

import io.quarkus.hibernate.orm.panache.PanacheEntityBase;

/** What a link in a mail opens: one follow to be confirmed, or the page of all that a reader follows. Gone with the reader. */
@Entity
public class FollowToken extends PanacheEntityBase {

    @Id
    public String hash;
    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    public Follower follower;
    /** To be confirmed; null: opens the page. */
    public UUID followId;
    public Instant createdAt;

    /** The path of a page that confirms this follow. To be told to the follower only. */
    static String toConfirm(Follow follow, Instant now) {
        return "/follow/" + make(follow.follower, follow.id, now);
    }

    /** The path of the page of all that they follow. */
    static String toList(Follower follower, Instant now) {
        return "/following/" + make(follower, null, now);
    }

    private static String make(Follower follower, UUID follow, Instant now) {
        Secret secret = Secret.random("");
        FollowToken token = new FollowToken();
        token.hash = secret.hash();
        token.follower = follower;
        token.followId = follow;
        token.createdAt = now;
        token.persist();
        return secret.text;
    }

    /** The follow that it confirms. @throws NotFound where it confirms none, or no longer */
    static Follow confirms(String text) {
        FollowToken token = findById(Secret.hash(text));
        Follow follow = token == null || token.followId == null ? null : Follow.findById(token.followId);
        if (follow == null) {
            throw new NotFound("Nothing is to be confirmed at this address: it ends after seven days, or when the follow was "
                    + "ended. Follow again.");
        }
        return follow;
    }

    /** Whose page it opens. @throws NotFound where it opens none, or no longer */
    static Follower lists(String text) {
        FollowToken token = findById(Secret.hash(text));
        if (token == null || token.followId != null) {
            throw new NotFound("There is no page at this address: it ends when nothing is followed any more. Follow again.");
        }
        return token.follower;
    }
}
