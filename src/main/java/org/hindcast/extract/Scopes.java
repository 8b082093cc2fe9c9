package org.hindcast.extract;

import java.util.List;
import java.util.regex.Pattern;

/**
 * What stands above each block: a line that leads to it with a colon holds for one paragraph or the list behind it, a heading
 * until the next.
 */
final class Scopes {

    /** What a heading or a lead says of what stands under it. */
    enum Says {
        NOTHING,
        /** "What happens next", "My predictions", "Outlook". */
        AHEAD,
        /** "Russia and the next decade", "The future of work". */
        TOWARD,
        /** "By 2030", "2026". */
        TIME,
        /** "2018", long after. */
        PAST,
        /** "How they turned out". */
        BACK
    }

    /**
     * @param heading number of the block that is the heading above; −1 where there is none
     * @param lead number of the block that leads to this one with a colon; −1
     * @param behind how many blocks stand between the heading and this one
     */
    record Scope(int heading, Says headingSays, int lead, Says leadSays, int behind) {
    }

    private static final Pattern AHEAD = Pattern.compile(
            "what (?:happens|comes|is coming|will happen|to expect|to watch|we expect|i expect|lies|is going to|could happen|may happen|i think will|will|i see|we see)\\b|what's (?:next|ahead|coming)|what is next|\\bpredict(?:ions?|ing)?\\b|\\bforecasts?\\b|\\boutlook\\b|looking ahead|(?:road|days|year|weeks|months|decade) ahead|\\bprognos|expectations|how (?:it|this) (?:ends|plays out|will)|my (?:bets|calls|picks|guess(?:es)?|call)|crystal ball|things to come|in store|trends? to watch|probabilit|(?:here's|here is) (?:how|what) (?:it|this|i)|\\bpicks\\b|(?:general|other|global|long-term|key) trends",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern TOWARD = Pattern.compile(
            "next steps|going forward|looking forward|where (?:this|we|it|things) (?:is|are|goes|go|ends|leads|stand)|(?:coming|next) (?:year|decade|months|weeks|few|five|ten|twelve|two|three|generation|century|wave|war|crisis|recession)|from here|\\bfuture\\b|scenarios?\\b|likely\\b|what this means|watch for|tomorrow|\\bwill\\b|implications|consequences|endgame|the end of|conclusions?|bottom line",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern YEAR = Pattern.compile("\\b(?:19|20|21)\\d\\d\\b");
    private static final Pattern TIME = Pattern.compile(
            "^(?:by|in|before|during|within|until|for|over|for the|q[1-4]|h[12]|early|mid|late|the)?[ -]*(?:the )?(?:end of |rest of |next |coming |summer |winter |spring |fall |autumn |year |[a-z]+ )?(?:of )?(?:19|20|21)\\d\\ds?\\b.{0,3}$|^(?:the )?(?:next|coming) (?:decade|year|month|week|\\w+ (?:years|months|weeks|decades))\\b.{0,3}$|^(?:short|medium|long|near)[ -]term\\b.{0,12}$|^(?:this|next|coming) (?:week|month|year|quarter|season|decade|winter|summer|spring|fall|autumn)\\b.{0,3}$",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern BACK = Pattern.compile(
            "turned out|how (?:i|we|they|my|did)\\b.{0,30}(?:did|fared|held up|do|go)|grad(?:e|es|ing)\\b|verdict|scorecard|looking back|last year|in review|retrospective|post-?mortem|what i got|what we got|hits and misses|i was (?:right|wrong)|results?\\b|revisit",
            Pattern.CASE_INSENSITIVE);

    private Scopes() {
    }

    /** @param year of publication: years before it are over */
    static Says says(String heading, int year) {
        String line = heading.length() > 200 ? heading.substring(0, 200) : heading;
        if (BACK.matcher(line).find()) {
            return Says.BACK;
        }
        java.util.regex.Matcher years = YEAR.matcher(line);
        int latest = 0;
        while (years.find()) {
            latest = Math.max(latest, Integer.parseInt(years.group()));
        }
        if (latest > 0 && latest < year) {
            return Says.PAST;
        }
        return AHEAD.matcher(line).find() ? Says.AHEAD
                : TIME.matcher(line.strip()).find() ? Says.TIME : TOWARD.matcher(line).find() ? Says.TOWARD : Says.NOTHING;
    }

    static Scope[] of(String plain, List<Block> blocks, int year) {
        Scope[] scopes = new Scope[blocks.size()];
        int heading = -1;
        int lead = -1;
        int list = -1;
        for (int i = 0; i < scopes.length; i++) {
            Block block = blocks.get(i);
            boolean leads = plain.charAt(block.end() - 1) == ':';
            if (lead >= 0 && lead < i - 1 && (block.list() < 0 || block.list() != list)) {
                lead = -1;
            }
            if (lead == i - 1) {
                list = block.list();
            }
            scopes[i] = new Scope(block.is(Block.Kind.HEADING) ? -1 : heading, heading < 0 || block.is(Block.Kind.HEADING)
                    ? Says.NOTHING
                    : says(words(plain, blocks.get(heading)), year), block.is(Block.Kind.HEADING) ? -1 : lead,
                    lead < 0 || block.is(Block.Kind.HEADING) ? Says.NOTHING : says(words(plain, blocks.get(lead)), year),
                    heading < 0 ? 0 : i - heading);
            if (block.is(Block.Kind.HEADING)) {
                heading = i;
            }
            if (leads) {
                lead = i;
                list = -1;
            }
        }
        return scopes;
    }

    private static String words(String plain, Block block) {
        // Of a paragraph that leads to a list, its last sentence
        String words = plain.substring(block.start(), block.end());
        int point = block.is(Block.Kind.HEADING) ? -1 : words.lastIndexOf(". ");
        return words.substring(point < 0 ? 0 : point + 2).strip();
    }
}
