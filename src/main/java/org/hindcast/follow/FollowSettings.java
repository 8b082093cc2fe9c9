package org.hindcast.follow;

import java.time.Duration;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Those who follow something without an account. */
@ConfigMapping(prefix = "hindcast.follow")
public interface FollowSettings {

    /** How often what is to be told is gathered into mails. */
    @WithDefault("30s")
    Duration every();

    /**
     * How often one address of the net may ask for a mail within an hour, to follow or to see what is followed; 0 is no limit.
     */
    @WithDefault("20")
    int asked();

    /** How many such mails go to one mail address within a day, whoever asks; 0 is no limit. */
    @WithDefault("5")
    int mails();
}
