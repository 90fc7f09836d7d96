package dev.hermes.app.indicators;

import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The parts of a formula that are added up or taken away, as they are written. */
final class Summands {

    private static final Pattern PIECE = Pattern.compile(FormulaNames.TEXT + "|[()\\[\\]]|[+\\-]");
    /** A sign behind one of these, or at the beginning, belongs to a number. */
    private static final String BEFORE_NUMBERS = "+-*/%^(,[";

    private Summands() {}

    /**
     * The indicator without reading another one; empty where it is not plain what is left then: the other one must be
     * read once, in the formula of the actual value, and be a summand of it by itself.
     */
    static Optional<Indicator> without(Indicator reader, String code) {
        if (!(reader.actual() instanceof SeriesSource.Composite composite) || isReadElsewhere(reader, code)) {
            return Optional.empty();
        }
        String formula = composite.formula().text();
        if (Formulation.isLoose(formula) || FormulaNames.count(formula, code) != 1) {
            return Optional.empty();
        }
        List<String> summands = split(formula);
        Pattern alone = Pattern.compile("[+\\-]?\\s*" + Pattern.quote(code) + "(\\.[A-Za-z]+)?\\s*");
        Optional<String> own = summands.stream().filter(part -> alone.matcher(part.strip()).matches()).findFirst();
        return own.flatMap(part -> {
            summands.remove(part);
            String left = String.join("", summands).strip();
            if (left.startsWith("+")) {
                left = left.substring(1).strip();
            }
            return Formulation.withFormula(reader, left.isEmpty() ? "0" : left);
        });
    }

    private static boolean isReadElsewhere(Indicator reader, String code) {
        Formula members = reader.members();
        return members != null && FormulaNames.count(members.text(), code) > 0
                || Stream.of(Series.TARGET, Series.BASELINE).map(reader::source)
                        .anyMatch(source -> switch (source) {
                            case SeriesSource.Composite composite -> FormulaNames.count(composite.formula().text(),
                                    code) > 0;
                            case SeriesSource.FromIndicator other -> other.code().equals(code);
                            default -> false;
                        });
    }

    /** Each with the sign before it. */
    private static List<String> split(String formula) {
        List<String> parts = new ArrayList<>();
        Matcher pieces = PIECE.matcher(formula);
        int depth = 0;
        int start = 0;
        while (pieces.find()) {
            switch (pieces.group().charAt(0)) {
                case '(', '[' -> depth++;
                case ')', ']' -> depth--;
                case '+', '-' -> {
                    String before = formula.substring(0, pieces.start()).strip();
                    if (depth == 0 && !before.isEmpty()
                            && BEFORE_NUMBERS.indexOf(before.charAt(before.length() - 1)) < 0) {
                        parts.add(formula.substring(start, pieces.start()));
                        start = pieces.start();
                    }
                }
                default -> {
                    // Nothing in a text is a sign.
                }
            }
        }
        parts.add(formula.substring(start));
        return parts;
    }
}
