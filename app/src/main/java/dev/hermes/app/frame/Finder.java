package dev.hermes.app.frame;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Finds commands by what is written of their names, codes, or the first sounds of Chinese names. Immutable. */
final class Finder {

    static final Finder EMPTY = new Finder(List.of());

    /** How well a text can fit, from the best. */
    private static final int RANKS = 6;

    private final List<Candidate> all;

    /**
     * A command, with all that is looked at for each text that is written, in small letters: its title, its detail and its
     * sounds, a line each. One string, for tens of thousands of them are gone through at each key.
     */
    private record Candidate(Command command, String text, int detail, int sounds) {

        static Candidate of(Command command, UnaryOperator<String> sounding) {
            String title = command.title().toLowerCase(Locale.ROOT);
            String detail = command.detail().toLowerCase(Locale.ROOT);
            return new Candidate(command, title + '\n' + detail + '\n' + sounding.apply(title), title.length() + 1,
                    title.length() + detail.length() + 2);
        }

        /** Below {@link #RANKS}, the best is 0; -1: it does not fit. */
        int rank(String written, String[] words) {
            int at = text.indexOf(written);
            if (at < 0) {
                for (String word : words) {
                    if (!text.contains(word)) {
                        return -1;
                    }
                }
                return 5;
            }
            if (at == 0) {
                return written.length() == detail - 1 ? 0 : 1;
            }
            if (at == detail) {
                return 2;
            }
            if (at < detail) {
                return Character.isLetterOrDigit(text.charAt(at - 1)) ? 4 : 3;
            }
            return at == sounds ? 3 : 5;
        }
    }

    /**
     * What was found.
     *
     * @param best
     *            what fits best, the best first
     * @param all
     *            how many fit
     */
    record Found(List<Command> best, int all) {}

    private Finder(List<Candidate> all) {
        this.all = all;
    }

    /**
     * Finds some commands; of any thread.
     *
     * @param sounding
     *            how names sound, where they can be found by that too
     */
    static Finder of(Collection<Command> commands, UnaryOperator<String> sounding) {
        return new Finder(commands.stream().map(command -> Candidate.of(command, sounding)).toList());
    }

    /**
     * What fits a text, in the order of how well it does, then in the order in which it was given.
     *
     * @param most
     *            so many are returned
     */
    Found find(String written, int most) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return new Found(all.stream().limit(most).map(Candidate::command).toList(), all.size());
        }
        String[] words = text.split("\\s+");
        List<List<Candidate>> ranks = Stream.<List<Candidate>>generate(ArrayList::new).limit(RANKS).toList();
        int fitting = 0;
        for (Candidate candidate : all) {
            int rank = candidate.rank(text, words);
            if (rank >= 0) {
                fitting++;
                List<Candidate> alike = ranks.get(rank);
                if (alike.size() < most) {
                    alike.add(candidate);
                }
            }
        }
        return new Found(ranks.stream().flatMap(List::stream).limit(most).map(Candidate::command).toList(), fitting);
    }
}
