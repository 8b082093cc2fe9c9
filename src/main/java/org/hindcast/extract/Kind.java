package org.hindcast.extract;

import static java.util.regex.Pattern.CASE_INSENSITIVE;

import java.util.regex.Pattern;

/**
 * What sort of claim it is, which decides how its criteria are put. The first that its words show, in the order of {@link #of}.
 */
public enum Kind {
    /** Something happens, or does not. */
    EVENT("."),
    /** A quantity stands at, above or below a number at a date. */
    LEVEL("(?:above|below|over|under|exceeds?|exceeding|reach(?:es|ing)?|hits?|hitting|tops?|topping|at|to|least|most|more than|less than|"
            + "fewer than|greater than|lower than|higher than|between|from|within|around|about|pass(?:es)?|surpass(?:es)?|crosse?s?|"
            + "break(?:s|ing)?|falls? to|rises? to|cut to)\\s+(?:an? |the |its |about |around |roughly |nearly |almost )*"
            + "(?:[$€£¥]\\s?\\d|\\d[\\d,.]*\\s?(?:%|percent|per cent|points?|basis|million|billion|trillion|bn|m\\b|k\\b|dollars|euros|"
            + "pounds|seats|votes|people|degrees|°|tonnes|tons|barrels|units|deaths|cases|goals|points|games|medals|members|jobs|"
            + "countries|states|cities|companies|troops|homes|users|subscribers|x\\b)|\\d{1,3}(?:,\\d{3})+)"
            + "|between \\d[\\d,.]* and \\d|(?:doubl|tripl|quadrupl|halv)(?:es?|ed|ing)\\b"),
    /** A quantity, or a strength, is more or less than it was. */
    TREND("(?:rises?|rising|falls?|falling|increas(?:es?|ing)|decreas(?:es?|ing)|grows?|growing|shrinks?|shrinking|declin(?:es?|ing)|"
            + "drops?|climbs?|slows?(?: down)?|accelerates?|decelerates?|surges?|soars?|plunges?|slumps?|intensif(?:y|ies)|escalates?|worsens?|"
            + "improves?|strengthens?|weakens?|deteriorates?|deepens?|widens?|narrows?|expands?|contracts?|eases?|"
            + "(?:get|gets|become|becomes) (?:more|less|better|worse|cheaper|dearer|bigger|smaller|harder|easier|hotter|stronger|weaker)|"
            + "(?:go|goes) (?:up|down)|(?:be|are|is) (?:up|down|higher|lower)|continues? to (?:rise|fall|grow|shrink|decline|increase))\\b"),
    /** Somebody wins, or comes out at a rank. */
    WINNER("(?:wins?|winning|(?:be|is|gets?) (?:re-?)?elected|defeats?|beats?|(?:re)?takes? (?:back )?(?:the )?(?:senate|house|presidency|title|"
            + "gold|lead)|loses? (?:the |his |her |their |its )?(?:\\w+ )?(?:election|race|vote|seat|majority|title|cup|league|final|"
            + "primary|referendum|senate|house|presidency)|(?:be|is|becomes?) (?:the )?(?:nominee|champions?|winner|next (?:president|"
            + "chancellor|prime minister|pope|leader|chair\\w*|speaker|mayor|governor))|(?:come|comes|finish|finishes) (?:first|second|"
            + "third|last|top|bottom)|(?:holds?|keeps?|retains?) (?:the )?(?:senate|house|presidency|majority|title))\\b"),
    /** What holds at a date, whether it began before or not. */
    STATE("(?:still|remains?|remaining|stays?|staying|continues? to be|no longer|keeps?|holds?|lasts? (?:until|through)|(?:be|is) in "
            + "(?:office|power|force|place))\\b"),
    /** Somebody says something in public. */
    SPEECH("(?:threatens?|threaten|admits?|apologi[sz]es?|concedes?|denies|deny|vows?|warns?|endorses?|calls? (?:for|on)|demands?|promises?|"
            + "claims?|says?|condemns?|criticis?zes?|criticises?|pledges?|acknowledges?|blames?|boasts?|hints?|insists?|announces?|"
            + "declares?|states? (?:publicly|that))\\b"),
    /** It takes so long, and is not before. */
    DURATION(
            "(?:tak(?:es?|ing)|lasts?|lasting|needs?|drags? on|goes on|go on)\\s+(?:\\w+ ){0,3}?(?:at least |about |around |another |for |more than |"
                    + "less than )*(?:" + Numerals.PATTERN
                    + "|many|some)?\\s*(?:days?|weeks?|months?|years?|decades?|generations?)\\b"
                    + "|(?:not|n['’]t|no|never|nobody|none)\\b[^.;]{0,60}\\b(?:before|until|for (?:years|decades|months))\\b"),
    /** One is more than another. */
    COMPARATIVE(
            "(?:(?:more|less|fewer|better|worse|rather)\\b(?: [\\w'’-]+){0,8} than|[a-z]{2,}er than|outperforms?|outpaces?|outgrows?|"
                    + "outsells?|overtakes?|surpass(?:es)?|eclipses?|lags? behind|catch(?:es)? up with|falls? behind)\\b");

    private static final Kind[] ORDER = { DURATION, LEVEL, COMPARATIVE, WINNER, STATE, TREND, SPEECH };
    private static final Pattern QUANTITY_TO_COMPARE = Pattern
            .compile("than\\s+(?:it |that |those |they |today|now|last|the year before|"
                    + "in \\d{4}|at present|before)", CASE_INSENSITIVE);

    private final Pattern words;

    Kind(String words) {
        this.words = Pattern.compile("(?<![\\w-])(?:" + words + ")", CASE_INSENSITIVE);
    }

    /** By the words of the statement; {@link #EVENT} where they show nothing else. */
    public static Kind of(String statement) {
        for (Kind kind : ORDER) {
            if (kind.words.matcher(statement).find()) {
                return kind == COMPARATIVE && QUANTITY_TO_COMPARE.matcher(statement).find() ? TREND : kind;
            }
        }
        return EVENT;
    }
}
