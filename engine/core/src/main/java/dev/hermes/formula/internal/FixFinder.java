package dev.hermes.formula.internal;

import dev.hermes.decimal.Decimal;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Fix;
import dev.hermes.formula.FormulaException;
import dev.hermes.formula.FunctionRegistry;
import dev.hermes.formula.Names;
import dev.hermes.formula.Span;
import dev.hermes.formula.Symbol;
import dev.hermes.model.Message;
import dev.hermes.model.Nearest;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Thinks of changes that may mend what is wrong at a place of a formula; whoever uses one has to try it. */
final class FixFinder {

    private static final int MOST_NAMES = 3;
    private static final Pattern WORD = Pattern.compile("[A-Za-z]\\w*");
    private static final Pattern OWNER = Pattern.compile("([A-Za-z]\\w*)\\.$");
    private static final Pattern PERCENTAGE = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*$");
    private static final Pattern THOUSANDS = Pattern.compile("\\d{1,3}(?:,\\d{3})+(?!\\d)");
    private static final Pattern LITERAL = Pattern.compile("\\G\\s*('[^'\\\\]*'|\"[^\"\\\\]*\")");
    private static final Pattern NUMBER = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(%?)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern NULL = Pattern.compile("([A-Za-z][\\w.]*)\\s*([!=]=)\\s*null\\b");
    private static final List<String> SERIES = List.of("target", "baseline", "attainment", "growth", "previous",
            "toDate", "before");
    private static final Decimal HUNDRED = Decimal.of(100);
    /** What is written elsewhere, and what is written here. */
    private static final Map<String, String> SIGNS = Map.ofEntries(Map.entry("=", "=="), Map.entry("===", "=="),
            Map.entry("!==", "!="), Map.entry("<>", "!="), Map.entry("=<", "<="), Map.entry("=>", ">="),
            Map.entry("&", "&&"), Map.entry("|", "||"), Map.entry("and", "&&"), Map.entry("or", "||"),
            Map.entry("{", "("), Map.entry("}", ")"), Map.entry("...", ".."));

    private final String text;
    private final Names names;
    private final Type expected;
    private final Span span;
    private final String word;
    private final List<Fix> found = new ArrayList<>();

    FixFinder(String text, Names names, Type expected, Span span) {
        this.text = text;
        this.names = names;
        this.expected = expected;
        this.span = span;
        word = span.of(text);
    }

    /** The likeliest first. */
    List<Fix> candidates() {
        String sign = SIGNS.get(word);
        if (sign != null) {
            use(span, sign);
        }
        if (WORD.matcher(word).matches()) {
            ofNames();
        }
        ofPercent();
        ofBrackets();
        ofThousands();
        ofForeignCharacters();
        ofNull();
        ofLiteral(span.start());
        ofLiteral(span.end());
        ofValue();
        return List.copyOf(found);
    }

    /** What is tried where nothing else helps: what stands here has another type than is wanted. */
    List<Fix> conversions() {
        found.clear();
        if (!word.isBlank() && word.length() < text.length()) {
            use(span, "number(" + word + ")");
            use(span, "text(" + word + ")");
            use(span, "(" + word + " ? 1 : 0)");
            use(span, word + " != 0");
        }
        return List.copyOf(found);
    }

    private void use(Span replaced, String replacement) {
        found.add(new Fix(Message.of("Use {0}", replacement), replaced, replacement));
    }

    private void ofNames() {
        Matcher owner = OWNER.matcher(text.substring(0, span.start()));
        if (owner.find()) {
            nearest(names.find(owner.group(1)).orElse(null) instanceof Symbol.OfGroup group
                    ? group.members().keySet()
                    : SERIES);
        } else if (text.substring(span.end()).stripLeading().startsWith("(")) {
            nearest(FunctionRegistry.names());
        } else {
            nearest(names.all());
        }
        if (names.find(word).orElse(null) instanceof Symbol.OfGroup group) {
            group.members().keySet().forEach(member -> use(span, word + "." + member));
        }
    }

    private void nearest(Collection<String> known) {
        List<String> left = new ArrayList<>(known);
        for (int i = 0; i < MOST_NAMES; i++) {
            Nearest.nearest(word, left).ifPresent(name -> {
                left.remove(name);
                use(span, name);
            });
        }
    }

    /** {@code 12 %} is 0.12. */
    private void ofPercent() {
        Matcher number = PERCENTAGE.matcher(text.substring(0, span.start()));
        if (word.equals("%") && number.find()) {
            use(new Span(number.start(), span.end()), hundredth(number.group(1)));
        }
    }

    private static String hundredth(String number) {
        return Decimal.parse(number).dividedBy(HUNDRED).toString();
    }

    private void ofBrackets() {
        switch (word) {
            case "(" -> add(")");
            case "[" -> add("]");
            case ")", "]" -> found.add(new Fix(Message.of("Leave out {0}", word), span, ""));
            default -> {
                // No bracket.
            }
        }
    }

    private void add(String closing) {
        int end = text.stripTrailing().length();
        found.add(new Fix(Message.of("Add {0} at the end", closing), new Span(end, end), closing));
    }

    /** {@code 12,000} is 12000. */
    private void ofThousands() {
        Matcher numbers = THOUSANDS.matcher(text);
        while (numbers.find()) {
            if (numbers.start() <= span.start() && span.start() < numbers.end()) {
                use(new Span(numbers.start(), numbers.end()), numbers.group().replace(",", ""));
            }
        }
    }

    /** Signs of other keyboards, everywhere but in texts: they come together. */
    private void ofForeignCharacters() {
        if (word.isEmpty() || word.codePointAt(0) < 128) {
            return;
        }
        StringBuilder plain = new StringBuilder();
        char open = 0;
        for (int character : text.codePoints().toArray()) {
            String lookAlike = Signs.lookAlike(character);
            String shown = Character.toString(character);
            String normal = lookAlike != null ? lookAlike : Normalizer.normalize(shown, Normalizer.Form.NFKC);
            String written = open == 0 || normal.equals(String.valueOf(open)) ? normal : shown;
            if (written.equals("'") || written.equals("\"")) {
                open = open == 0 ? written.charAt(0) : 0;
            }
            plain.append(written);
        }
        found.add(new Fix(Message.of("Use plain signs"), new Span(0, text.length()), plain.toString()));
    }

    private void ofNull() {
        Matcher comparisons = NULL.matcher(text);
        while (word.equals("null") && comparisons.find()) {
            if (comparisons.end() == span.end()) {
                use(new Span(comparisons.start(), comparisons.end()), (comparisons.group(2).equals("==") ? "" : "!")
                        + "isMissing(" + comparisons.group(1) + ")");
            }
        }
    }

    /** A number or a day that was put into quotation marks. */
    private void ofLiteral(int from) {
        Matcher literal = LITERAL.matcher(text);
        if (!literal.find(from)) {
            return;
        }
        Span place = new Span(literal.start(1), literal.end(1));
        String written = literal.group(1).substring(1, literal.group(1).length() - 1);
        Matcher number = NUMBER.matcher(written);
        if (number.matches()) {
            use(place, number.group(2).isEmpty() ? number.group(1) : hundredth(number.group(1)));
        } else if (DAY.matcher(written).matches()) {
            use(place, "date('" + written + "')");
        }
    }

    /** The whole has another type than is wanted. */
    private void ofValue() {
        Type type;
        try {
            Expression value = new FormulaReader(text, names, false).read();
            type = value.type();
        } catch (FormulaException elsewhere) {
            return;
        }
        Span whole = new Span(0, text.length());
        String value = text.strip();
        if (expected.equals(Type.number(Unit.RATIO))) {
            use(whole, value + ".attainment");
            use(whole, value + ".growth");
        }
        if (expected.value() == ValueType.BOOLEAN && type.isNumber()) {
            use(whole, value + " > 0");
        }
        if (expected.isNumber() && type.value() == ValueType.BOOLEAN) {
            use(whole, value + " ? 1 : 0");
        }
    }
}
