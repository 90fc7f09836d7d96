package dev.hermes.formula;

import dev.hermes.model.ValueType;
import java.util.ArrayList;
import java.util.List;

/**
 * Formulas in one text, separated by lines that hold only {@code %%}. Nothing is skipped: what stands before the first
 * separator is an entry as well.
 */
public record FormulaFile(List<String> entries) {

    private static final String SEPARATOR = "%%";

    public FormulaFile {
        entries = List.copyOf(entries);
    }

    /** What became of one entry. */
    public sealed interface Outcome {

        /** {@code accepted number} or {@code refused 1:7 ...}, with line and column within the entry. */
        String line();
    }

    /** The entry is a formula of this type. */
    public record Accepted(ValueType type) implements Outcome {

        @Override
        public String line() {
            return "accepted " + type.word();
        }
    }

    /** The entry is not a formula. */
    public record Refused(FormulaProblem problem) implements Outcome {

        @Override
        public String line() {
            return "refused " + problem.line() + ":" + problem.column() + " " + problem.message().text();
        }
    }

    /** Takes a text apart. Lines end with LF or CR LF; the end of an entry's last line does not belong to it. */
    public static FormulaFile parse(String content) {
        List<String> entries = new ArrayList<>();
        List<String> lines = new ArrayList<>();
        for (String line : linesOf(content)) {
            if (line.equals(SEPARATOR)) {
                entries.add(String.join("\n", lines));
                lines.clear();
            } else {
                lines.add(line);
            }
        }
        entries.add(String.join("\n", lines));
        return new FormulaFile(entries);
    }

    private static List<String> linesOf(String content) {
        String unix = content.replace("\r\n", "\n");
        return List.of((unix.endsWith("\n") ? unix.substring(0, unix.length() - 1) : unix).split("\n", -1));
    }

    /** Checks every entry on its own, in order. */
    public List<Outcome> check(Names names) {
        return entries.stream().map(entry -> check(entry, names)).toList();
    }

    private static Outcome check(String entry, Names names) {
        try {
            return new Accepted(Formulas.check(entry, names).type().value());
        } catch (FormulaException refused) {
            return new Refused(refused.problem());
        }
    }
}
