package org.hindcast.extract;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** A text as it was read: its blocks, its sentences, and what is seen in each. */
final class Reading {

    final String text;
    final String plain;
    final String title;
    final LocalDate publishedOn;
    final List<Block> blocks;
    final Scopes.Scope[] scopes;
    final List<Sentence> sentences;
    final List<Signs> signs = new ArrayList<>();
    /** Of each block, the share of its list's items that are cued as future; 0 for what is no item. */
    final double[] listVotes;

    Reading(String text, String title, LocalDate publishedOn, Sentences splitter, Tagger tagger, Cues cues) {
        this.text = text;
        this.plain = Plain.of(text);
        this.title = title == null ? "" : Plain.of(title).replace('\n', ' ').strip();
        this.publishedOn = publishedOn;
        this.blocks = Blocks.of(text, plain);
        this.scopes = Scopes.of(plain, blocks, publishedOn.getYear());
        this.sentences = splitter.of(plain, blocks);
        Tagger.OfOneCall tags = tagger.forOneCall();
        int block = -1;
        int marks = 0;
        for (Sentence sentence : sentences) {
            if (sentence.block() != block) {
                block = sentence.block();
                marks = 0;
            }
            signs.add(new Signs(sentence, tags.tags(plain, sentence.tokens()), cues, marks % 2 == 1));
            marks += (int) sentence.line().chars().filter(c -> c == '"').count();
        }
        listVotes = votes();
    }

    Block blockOf(int sentence) {
        return blocks.get(sentences.get(sentence).block());
    }

    Scopes.Scope scopeOf(int sentence) {
        return scopes[sentences.get(sentence).block()];
    }

    /** Whether it may be a claim: words, and no line that only leads to what follows ("What happens next:"). */
    boolean mayClaim(int sentence) {
        return sentences.get(sentence).hasWords()
                && !(blockOf(sentence).is(Block.Kind.HEADING) && sentences.get(sentence).line().endsWith(":"));
    }

    private double[] votes() {
        double[] votes = new double[blocks.size()];
        int[] items = new int[blocks.size() + 1];
        int[] cued = new int[blocks.size() + 1];
        for (int i = 0; i < sentences.size(); i++) {
            Block block = blockOf(i);
            if (block.list() >= 0 && sentences.get(i).first()) {
                items[block.list()]++;
                cued[block.list()] += signs.get(i).isFutureCued() ? 1 : 0;
            }
        }
        for (int i = 0; i < votes.length; i++) {
            int list = blocks.get(i).list();
            votes[i] = list < 0 ? 0 : cued[list] / (double) Math.max(1, items[list]);
        }
        return votes;
    }
}
