package org.hindcast.forecast;

/**
 * Asks what a scored forecast moved in its author's score. Fired as an event, for scorecards stand further along the flow.
 */
public final class MovedScore {

    public final Forecast forecast;
    private String sentence;

    MovedScore(Forecast forecast) {
        this.forecast = forecast;
    }

    public void say(String moved) {
        sentence = moved;
    }

    /** Null where it moved nothing. */
    String sentence() {
        return sentence;
    }
}
