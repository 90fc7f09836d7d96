package dev.hermes.app.formula;

import dev.hermes.document.Library;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.FormulaException;
import dev.hermes.formula.FormulaProblem;
import dev.hermes.formula.Formulas;
import dev.hermes.formula.FunctionDescription;
import dev.hermes.formula.FunctionRegistry;
import dev.hermes.formula.Names;
import dev.hermes.formula.Symbol;
import dev.hermes.model.Dataset;
import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.model.Window;
import dev.hermes.plan.CompiledDataset;
import dev.hermes.plan.NameSpace;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What can be written in formulas of one kind of place, and what is wrong with one. Immutable and thread-safe. */
public final class FormulaWords {

    private static final Pattern TOKEN = Pattern.compile(
            "(?<text>'[^']*'?|\"[^\"]*\"?)|(?<number>\\d+(?:\\.\\d+)?)|(?<word>[A-Za-z_][A-Za-z0-9_]*)");
    /** Names are searched for in any script, codes are written in one. */
    private static final Pattern BEFORE = Pattern.compile("(?<![\\p{L}\\p{N}_])\\p{L}[\\p{L}\\p{N}_]*$");
    private static final Pattern OWNER = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(?:\\.[A-Za-z0-9_]*)*\\.$");
    /** By their names; one name may do several things. */
    private static final Map<String, List<FunctionDescription>> FUNCTIONS = FunctionRegistry.all().stream()
            .collect(Collectors.groupingBy(FunctionDescription::name, TreeMap::new, Collectors.toList()));

    private final Names names;

    private FormulaWords(Names names) {
        this.names = names;
    }

    /** What formulas of indicators may use, and the conditions by which subordinates count. */
    public static FormulaWords ofPeriod(Library library) {
        return new FormulaWords(NameSpace.ofPeriod(library));
    }

    /** What filters on facts may use: the columns, and those of joined datasets. */
    public static FormulaWords ofFacts(CompiledDataset dataset) {
        return new FormulaWords(NameSpace.ofFacts(dataset.document(), dataset.joined()));
    }

    /** What filters on facts may use whose dataset cannot be compiled: its own columns. */
    public static FormulaWords ofColumns(Dataset dataset) {
        return new FormulaWords(NameSpace.ofFacts(dataset, Map.of()));
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
    public record Completion(String text, String detail, String help) {}

    /** A part of a formula that is shown in its own way. */
    public record Styled(int from, int to, String style) {}

    /**
     * What is wrong with the text; empty where it can be calculated.
     *
     * @param expected
     *            what its value must be
     */
    public Optional<FormulaProblem> problem(String text, Type expected) {
        try {
            Formulas.check(text, names, expected);
            return Optional.empty();
        } catch (FormulaException wrong) {
            return Optional.of(wrong.problem());
        }
    }

    /** The formula as it is understood; empty where something is wrong with it. */
    public Optional<Expression> understood(String text) {
        try {
            return Optional.of(Formulas.check(text, names));
        } catch (FormulaException wrong) {
            return Optional.empty();
        }
    }

    /** The codes of indicators that a formula reads, in order; those that can be told where it has errors. */
    public Set<String> read(String text) {
        Set<String> read = new TreeSet<>();
        Optional<Expression> understood = understood(text);
        if (understood.isPresent()) {
            Expressions.visit(understood.get(), node -> {
                if (node instanceof Expression.ReadIndicator found) {
                    read.add(found.code());
                } else if (node instanceof Expression.ReadRatio found) {
                    read.add(found.code());
                }
            });
        } else {
            Matcher tokens = TOKEN.matcher(text);
            while (tokens.find()) {
                if (tokens.group("word") != null && isIndicator(tokens.group())) {
                    read.add(tokens.group());
                }
            }
        }
        return read;
    }

    private boolean isIndicator(String word) {
        return names.find(word).filter(Symbol.OfIndicator.class::isInstance).isPresent();
    }

    /** Which parts of a text are words of which kind. */
    public List<Styled> styled(String text) {
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
        if (FUNCTIONS.containsKey(token.group())) {
            return "formula-function";
        }
        return names.find(token.group()).map(symbol -> symbol instanceof Symbol.OfIndicator
                ? "formula-indicator"
                : "formula-name").orElse("");
    }

    /** What the word at a place of the text means, for whoever points at it; empty where it is no known word. */
    public Optional<String> meaning(String text, int at) {
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find()) {
            if (tokens.start() <= at && at < tokens.end() && tokens.group("word") != null) {
                String word = tokens.group();
                boolean isMember = tokens.start() > 0 && text.charAt(tokens.start() - 1) == '.';
                List<FunctionDescription> functions = isMember ? null : FUNCTIONS.get(word);
                if (functions != null) {
                    return Optional.of(functions.stream().map(function -> function.signature() + "\n"
                            + function.summary() + "\n" + function.example()).collect(Collectors.joining("\n\n")));
                }
                return (isMember ? member(owner(text, tokens.start()), word) : names.find(word))
                        .map(found -> found.description() + kind(found));
            }
        }
        return Optional.empty();
    }

    private static String kind(Symbol symbol) {
        return switch (symbol) {
            case Symbol.OfIndicator indicator -> " · " + indicator.unit();
            case Symbol.OfValue value -> " · " + value.type().word();
            case Symbol.OfRateTable table -> " · " + table.quantity() + " → " + table.value();
            case Symbol.OfGroup _ -> "";
        };
    }

    /** The place in the text where the word begins that ends at the caret. */
    public static int wordBefore(String text, int caret) {
        Matcher before = BEFORE.matcher(text.substring(0, caret));
        return before.find() ? before.start() : caret;
    }

    /** What the word before the caret may become, the likeliest first; nothing within a text. */
    public List<Completion> completions(String text, int caret) {
        if (isWithinText(text, caret)) {
            return List.of();
        }
        int from = wordBefore(text, caret);
        String begun = text.substring(from, caret).toLowerCase(Locale.ROOT);
        Collection<Completion> all = from > 0 && text.charAt(from - 1) == '.' ? members(text, from) : words();
        return all.stream().filter(completion -> matches(completion, begun))
                .sorted(Comparator.comparingInt(completion -> distance(completion, begun))).toList();
    }

    private static boolean isWithinText(String text, int caret) {
        Matcher tokens = TOKEN.matcher(text);
        while (tokens.find() && tokens.start() < caret) {
            if (tokens.group("text") != null) {
                boolean isClosed = tokens.end() > tokens.start() + 1
                        && text.charAt(tokens.end() - 1) == text.charAt(tokens.start());
                if (caret < tokens.end() || !isClosed) {
                    return true;
                }
            }
        }
        return false;
    }

    /** First what is written so, then what is called so, then what only has it somewhere. */
    private static int distance(Completion completion, String begun) {
        if (completion.text().toLowerCase(Locale.ROOT).startsWith(begun)) {
            return 0;
        }
        return completion.detail().toLowerCase(Locale.ROOT).startsWith(begun) ? 1 : 2;
    }

    private static boolean matches(Completion completion, String begun) {
        return completion.text().toLowerCase(Locale.ROOT).contains(begun)
                || completion.detail().toLowerCase(Locale.ROOT).contains(begun);
    }

    /** What stands before the dots before a place. */
    private Optional<Symbol> owner(String text, int from) {
        Matcher owner = OWNER.matcher(text.substring(0, from));
        return owner.find() ? names.find(owner.group(1)) : Optional.empty();
    }

    private static Optional<Symbol> member(Optional<Symbol> owner, String word) {
        return owner.map(symbol -> symbol instanceof Symbol.OfGroup group ? group.members().get(word) : null);
    }

    private List<Completion> members(String text, int from) {
        return switch (owner(text, from).orElse(null)) {
            case Symbol.OfGroup group -> group.members().entrySet().stream()
                    .map(member -> completion(member.getKey(), member.getValue())).toList();
            case Symbol.OfIndicator indicator -> series(indicator);
            case null, default -> List.of();
        };
    }

    private static List<Completion> series(Symbol.OfIndicator indicator) {
        List<Completion> all = new ArrayList<>();
        String unit = indicator.unit().toString();
        if (indicator.series().contains(Series.TARGET)) {
            all.add(new Completion("target", unit, ""));
            all.add(new Completion("attainment", "ratio", ""));
        }
        if (indicator.series().contains(Series.BASELINE)) {
            all.add(new Completion("baseline", unit, ""));
            all.add(new Completion("growth", "ratio", ""));
        }
        for (Window window : Window.values()) {
            if (window != Window.CURRENT) {
                all.add(new Completion(window.word(), unit, ""));
            }
        }
        return all;
    }

    private List<Completion> words() {
        List<Completion> all = new ArrayList<>();
        for (String name : names.all()) {
            names.find(name).ifPresent(symbol -> all.add(completion(name, symbol)));
        }
        FUNCTIONS.values().forEach(functions -> functions.forEach(function -> all
                .add(new Completion(function.name() + "(", function.signature(), function.summary()))));
        return all;
    }

    private static Completion completion(String name, Symbol symbol) {
        String kind = kind(symbol);
        return new Completion(name, symbol.description(), kind.isEmpty() ? "" : kind.substring(3));
    }
}
