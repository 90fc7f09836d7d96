package dev.hermes.workspace.imports;

import java.util.List;
import java.util.regex.Pattern;

/** What reasons have in common that differ in their values alone: the texts by which they are counted. */
final class ReasonKind {

    private static final String ADVICE = " Maybe ";
    private static final String VALUE = "…";

    /** What differs from row to row, and what stands in its place. */
    private record Difference(Pattern pattern, String instead) {

        static Difference of(String pattern, String instead) {
            return new Difference(Pattern.compile(pattern), instead);
        }
    }

    private static final List<Difference> DIFFERENCES = List.of(
            Difference.of("\"(?:[^\"\\\\]|\\\\.)*\"", VALUE),
            Difference.of("^(The (?:correction of the )?\\w+ of \\S+) for .+ in \\S+( is )", "$1 for … in …$2"),
            Difference.of("^The balance \\S+ of .+ in \\S+( is )", "The balance … of … in …$1"),
            Difference.of("\\bline [0-9]+", "line …"),
            Difference.of("\\b[0-9]{4}-[0-9]{2}-[0-9]{2}\\b", VALUE),
            Difference.of("^The row has [0-9]+", "The row has …"),
            Difference.of("^The score \\S+ is", "The score … is"),
            Difference.of("^(The band ends at) .+(, which is not above its start,) .+", "$1 …$2 …"),
            Difference.of("^The organisation .+( cannot be its own parent)", "The organisation …$1"),
            Difference.of("^.+( cannot be the own superior)", "…$1"));

    private ReasonKind() {}

    static String of(Reason reason) {
        return of(reason.column(), reason.message());
    }

    /**
     * What reasons like this one have in common.
     *
     * @param column
     *            the name of the column; empty where it is none
     * @param message
     *            what is wrong and what to do, of one or more reasons: the first counts
     */
    static String of(String column, String message) {
        String kind = withoutAdvice(message);
        for (Difference difference : DIFFERENCES) {
            kind = difference.pattern().matcher(kind).replaceAll(difference.instead());
        }
        return column.isEmpty() ? kind : column + ": " + kind;
    }

    /** What is wrong, without what to do about it. */
    static String withoutAdvice(String message) {
        int advice = message.indexOf(ADVICE);
        String wrong = advice < 0 ? message : message.substring(0, advice);
        return wrong.endsWith(".") ? wrong.substring(0, wrong.length() - 1) : wrong;
    }
}
