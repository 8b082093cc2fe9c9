package org.hindcast.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Cuts a sentence into the claims that are judged one by one, and puts each in plain words. */
final class Claims {

    /** Part of a sentence, from one token to another, exclusive. */
    record Part(int first, int last) {
    }

    private static final int FEWEST_WORDS = 3;
    private static final Set<String> JOINTS = Set.of("and", "but", "while", "yet");
    private static final Set<String> DEPENDENT = Set.of("if", "unless", "because", "when", "where", "that", "which", "who",
            "while",
            "until", "whether", "as");
    private static final Set<String> NO_SUBJECT = Set.of("NONE", "who", "which", "that", "MARK");
    private static final Pattern LEAD = Pattern.compile(
            "^(?:(?:and|but|so|also|yet|or|then|meanwhile|likewise|however|moreover|furthermore|instead|first|second|third|finally|still|plus|again|now|overall|similarly)\\b,? )+|^(?:secondly|thirdly|firstly|lastly|in (?:short|other words|addition|fact|that case)|as (?:a result|such)|on the other hand|by contrast|to be sure|of course|that said), ",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern ATTITUDE = Pattern.compile(
            "^(?:(?:economically|politically|personally|honestly|frankly|alternatively|otherwise),? )?(?:in my (?:view|opinion|judg(?:e)?ment),? |my (?:prediction|guess|bet|forecast|view|call|hunch|expectation)(?: is|:)(?: that)? |(?:i|we)(?:'d|'m| would| am| still| also| do| strongly| firmly| really| personally| fully){0,3} (?:predict|expect|think|believe|suspect|forecast|bet|wager|guess|reckon|anticipate|foresee|say|confident|sure|certain|convinced)(?: that)? (?!(?:to|it's|of|about|in|on|not)\\b))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION_FIRST = Pattern.compile(
            "^((?:even )?(?:if|unless|provided(?: that)?|assuming(?: that)?|as long as|so long as|should (?=[A-Z]|the |they |he |she |it )|barring|absent|without|in the event that|were) [^,;]{3,200}?),? (?:then )?(?=[^ ])",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION_COMMA = Pattern.compile(
            "^((?:even )?(?:if|unless|provided(?: that)?|assuming(?: that)?|as long as|so long as|should|barring|absent|without|in the event that|were) [^;]{3,240}?), ",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern CONDITION_WITHIN = Pattern.compile(
            "\\b((?:if|unless|provided that|assuming(?: that)?|as long as|so long as|barring|in the event that) [^,;.()]{3,200})",
            Pattern.CASE_INSENSITIVE);
    private static final int LONGEST_STATEMENT = 480;

    private Claims() {
    }

    /** One part for each predicate with a subject and a mark of futurity of its own; the whole where there are not several. */
    static List<Part> parts(Signs signs) {
        List<Word> tokens = signs.tokens;
        List<Part> parts = new ArrayList<>();
        int from = 0;
        for (int i = 1; i + 1 < tokens.size(); i++) {
            String lower = tokens.get(i).lower();
            boolean joint = JOINTS.contains(lower) || lower.equals(";");
            if (joint && isOwnClaim(signs, i + 1, nextJoint(tokens, i + 1)) && isOwnClaim(signs, from, i)
                    && !isSubordinate(signs, from, i)) {
                boolean comma = tokens.get(i - 1).lower().equals(",");
                parts.add(new Part(from, comma ? i - 1 : i));
                from = i + 1;
            }
        }
        parts.add(new Part(from, tokens.size()));
        return parts;
    }

    private static int nextJoint(List<Word> tokens, int from) {
        int i = from;
        while (i < tokens.size() && !JOINTS.contains(tokens.get(i).lower()) && !tokens.get(i).lower().equals(";")) {
            i++;
        }
        return i;
    }

    private static boolean isOwnClaim(Signs signs, int first, int last) {
        if (last - first < FEWEST_WORDS) {
            return false;
        }
        String opener = signs.tokens.get(first).lower();
        return !opener.equals("if") && !opener.equals("that") && !opener.equals("because") && signs.modals.stream()
                .anyMatch(modal -> modal.at() >= first && modal.at() < last && (Signs.isFuture(modal) || Signs.isWeak(modal))
                        && !NO_SUBJECT.contains(modal.subject()) && modal.at() > first
                        && !Set.of("if", "rel", "when", "because").contains(modal.clause()));
    }

    /** Whether a clause that depends on another is still open: what follows is joined to that. */
    private static boolean isSubordinate(Signs signs, int first, int last) {
        for (int i = last - 1; i >= first; i--) {
            int at = i;
            if (signs.modals.stream().anyMatch(modal -> modal.at() == at)) {
                return false;
            }
            if (DEPENDENT.contains(signs.tokens.get(i).lower())) {
                return true;
            }
        }
        return false;
    }

    /** The condition's words; null where there is none. */
    static String condition(String plain) {
        String words = LEAD.matcher(plain).replaceFirst("");
        for (Pattern pattern : List.of(CONDITION_COMMA, CONDITION_FIRST, CONDITION_WITHIN)) {
            Matcher matcher = pattern.matcher(words);
            if (matcher.find()) {
                return matcher.group(1).strip();
            }
        }
        return null;
    }

    /**
     * The quote as a sentence of its own: no connective, no "I think that", no likelihood; what is denied, said positively.
     */
    static String statement(String plain, Position position) {
        String words = withoutLikelihood(plain, position);
        if (position.stance() == Candidate.Stance.NO && (position.mark() == null || position.phrase() != null)) {
            words = words.replaceFirst("\\b([Ww])on't\\b", "$1ill").replaceFirst("\\b([Ww])ill not\\b", "$1ill")
                    .replaceFirst("\\b(is|are)n't going to\\b", "$1 going to")
                    .replaceFirst("\\b(is|are|am) not going to\\b", "$1 going to")
                    .replaceFirst("\\b([Ww])ill never\\b", "$1ill ever").replaceFirst("'s not going to\\b", "'s going to");
        }
        words = words.strip();
        if (words.length() > LONGEST_STATEMENT) {
            int space = words.lastIndexOf(' ', LONGEST_STATEMENT);
            words = words.substring(0, space > 0 ? space : LONGEST_STATEMENT) + "…";
        }
        if (words.isEmpty()) {
            return plain.strip();
        }
        String first = Character.isLowerCase(words.charAt(0))
                ? words.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + words.substring(1)
                : words;
        return first.matches("(?s).*[.!?…]['\")]*$") ? first : first.replaceFirst("[,;:]+$", "") + ".";
    }

    private static String withoutLikelihood(String plain, Position position) {
        Matcher leads = LEAD.matcher(plain);
        int lead = leads.find() && (position.mark() == null || leads.end() <= position.mark().start()) ? leads.end() : 0;
        String words = plain.substring(lead);
        Position.Mark mark = position.mark();
        String bare = mark == null || position.basis() == Candidate.Basis.WORDED && position.stance() == Candidate.Stance.NO
                ? null
                : Frames.without(words, new Position.Mark(mark.start() - lead, mark.end() - lead));
        words = (bare == null ? words : bare).replaceAll("\\s+", " ").strip();
        words = ATTITUDE.matcher(LEAD.matcher(words).replaceFirst("")).replaceFirst("");
        return bare == null && position.basis() == Candidate.Basis.WORDED ? withoutPhrase(words, position) : words;
    }

    private static String withoutPhrase(String words, Position position) {
        String cue = Pattern.quote(position.cue());
        return words.replaceFirst("(?i)^it(?: is|'s| seems| now appears| appears) (?:now )?" + cue + " that ", "")
                .replaceFirst("(?i)\\b(?:is|are) " + cue + " to\\b", "will")
                .replaceFirst("(?i)\\bwill(?: (?:most|very|quite))? " + cue + "( not)?\\b", "will")
                .replaceFirst("(?i)\\b" + cue + " won't\\b", "will")
                .replaceFirst("(?i)\\b" + cue + " will\\b", "will");
    }
}
