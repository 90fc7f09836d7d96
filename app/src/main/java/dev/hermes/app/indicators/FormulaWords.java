package dev.hermes.app.indicators;

import dev.hermes.document.Library;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.FormulaException;
import dev.hermes.formula.FormulaProblem;
import dev.hermes.formula.Formulas;
import dev.hermes.formula.FunctionDescription;
import dev.hermes.formula.FunctionRegistry;
import dev.hermes.formula.Names;
import dev.hermes.model.Indicator;
import dev.hermes.model.Unit;
import dev.hermes.plan.NameSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What can be written in formulas of indicators, and what is wrong with one. Free of controls. */
final class FormulaWords {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<text>'[^']*'?|\"[^\"]*\"?)|(?<number>\\d+(?:\\.\\d+)?)|(?<word>[A-Za-z_][A-Za-z0-9_]*)");
    private static final Pattern BEFORE = Pattern.compile("(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*$");
    private static final List<String> SERIES = List.of("target", "baseline", "attainment", "growth", "toDate",
            "previous");

    private final Library library;
    private final Names names;
    private final Set<String> functions;

    FormulaWords(Library library) {
        this.library = library;
        names = NameSpace.ofPeriod(library);
        functions = Set.copyOf(FunctionRegistry.names());
    }

    /**
     * A completion.
     *
     * @param text
     *            what is written
     * @param detail
     *            what it is
     * @param help
     *            what it does; empty where nothing more is to be said
     */
    record Completion(String text, String detail, String help) {}

    /** A part of a formula that is shown in its own way. */
    record Styled(int from, int to, String style) {}

    /** What is wrong with the text; empty where it can be calculated. */
    Optional<FormulaProblem> problem(String text) {
        try {
            Formulas.check(text, names);
            return Optional.empty();
        } catch (FormulaException wrong) {
            return Optional.of(wrong.problem());
        }
    }

    /** The codes that a formula reads, in order; those that can be told where it has errors. */
    Set<String> read(String text) {
        Set<String> read = new TreeSet<>();
        try {
            Expressions.visit(Formulas.check(text, names), node -> {
                if (node instanceof Expression.ReadIndicator found) {
                    read.add(found.code());
                } else if (node instanceof Expression.ReadRatio found) {
                    read.add(found.code());
                }
            });
        } catch (FormulaException wrong) {
            Matcher tokens = TOKEN.matcher(text);
            while (tokens.find()) {
                if (tokens.group("word") != null && library.indicator(tokens.group()).isPresent()) {
                    read.add(tokens.group());
                }
            }
        }
        return read;
    }

    /** Which parts of a text are words of which kind. */
    List<Styled> styled(String text) {
        List<Styled> found = new ArrayList<>();
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            String style = style(text, tokens);
            if (!style.isEmpty()) {
                found.add(new Styled(tokens.start(), tokens.end(), style));
            }
        }
        return found;
    }

    private String style(String text, Matcher token) {
        if (token.group("text") != null) {
            return "formula-text";
        }
        if (token.group("number") != null) {
            return "formula-number";
        }
        if (token.start() > 0 && text.charAt(token.start() - 1) == '.') {
            return "formula-series";
        }
        return library.indicator(token.group()).isPresent()
                ? "formula-indicator"
                : functions.contains(token.group()) ? "formula-function" : "";
    }

    /** The place in the text where the word begins that ends at the caret. */
    static int wordBefore(String text, int caret) {
        Matcher before = BEFORE.matcher(text.substring(0, caret));
        return before.find() ? before.start() : caret;
    }

    /** What the word before the caret may become, the likeliest first. */
    List<Completion> completions(String text, int caret) {
        int from = wordBefore(text, caret);
        String begun = text.substring(from, caret).toLowerCase(Locale.ROOT);
        Collection<Completion> all = from > 0 && text.charAt(from - 1) == '.' ? series() : words();
        return all.stream().filter(completion -> matches(completion, begun)).sorted(Comparator
                .comparing((Completion completion) -> !completion.text().toLowerCase(Locale.ROOT).startsWith(begun)))
                .toList();
    }

    private static boolean matches(Completion completion, String begun) {
        return completion.text().toLowerCase(Locale.ROOT).contains(begun)
                || completion.detail().toLowerCase(Locale.ROOT).contains(begun);
    }

    private static List<Completion> series() {
        return SERIES.stream().map(series -> new Completion(series, "", "")).toList();
    }

    private List<Completion> words() {
        List<Completion> all = new ArrayList<>();
        for (Indicator indicator : library.indicators()) {
            Unit unit = indicator.unit();
            all.add(new Completion(indicator.code(), indicator.name(), unit.toString()));
        }
        for (FunctionDescription function : FunctionRegistry.all()) {
            all.add(new Completion(function.name() + "(", function.signature(), function.summary()));
        }
        return all;
    }
}
