package dev.hermes.document;

import dev.hermes.decimal.Decimal;
import dev.hermes.decimal.DecimalException;
import dev.hermes.document.internal.Node;
import dev.hermes.document.internal.Node.Entries;
import dev.hermes.document.internal.Node.Entry;
import dev.hermes.document.internal.Node.Items;
import dev.hermes.document.internal.Node.Position;
import dev.hermes.document.internal.Node.Refused;
import dev.hermes.document.internal.Node.Scalar;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.Formula;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value of a document, read as whatever is expected in its place. What is not as expected is reported, and the
 * reading gives null; so null never needs another report.
 */
final class Value {

    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    private static final Pattern INTEGER = Pattern.compile("-?[0-9]{1,9}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[.0-9]");
    private static final Pattern PLAIN_NAME = Pattern.compile("[A-Za-z0-9_-]+");

    private final Position name;
    private final Node node;
    private final String path;
    private final Report report;

    /** A value without a name. */
    Value(Node node, String path, Report report) {
        this(node.position(), node, path, report);
    }

    /** The value of a field. */
    Value(Entry entry, String path, Report report) {
        this(entry.name(), entry.node(), path, report);
    }

    private Value(Position name, Node node, String path, Report report) {
        this.name = name;
        this.node = node;
        this.path = path;
        this.report = report;
        report.found(path, node.position());
    }

    /** Reads a value, or reports why not and gives null. */
    interface Reading<T> {

        @Nullable
        T read(Value value);
    }

    /** Reads fields, or reports why not; what it gives counts only where nothing was reported. */
    interface FieldsReading<T> {

        @Nullable
        T read(Fields fields);
    }

    /** Something that was read, with the value that it was read from. */
    record Placed<T>(T read, Value value) {}

    /** The line in the file. */
    int line() {
        return node.position().line();
    }

    String path() {
        return path;
    }

    boolean isScalar() {
        return node instanceof Scalar;
    }

    boolean isList() {
        return node instanceof Items;
    }

    /** Whether this holds fields, but none. */
    boolean isEmpty() {
        return node instanceof Entries entries && entries.byName().isEmpty();
    }

    /** Whether this looks like a number, be it a wrong one. */
    boolean isNumber() {
        return node instanceof Scalar scalar && NUMBER.matcher(scalar.text()).lookingAt();
    }

    /** Whether this stands before the other in the file. */
    boolean isBefore(Value other) {
        return node.position().compareTo(other.node.position()) < 0;
    }

    /** Whether this is the given word and nothing else. */
    boolean is(String word) {
        return node instanceof Scalar scalar && scalar.text().equals(word);
    }

    void error(String message) {
        report.error(path, node.position(), message);
    }

    /** Reports something about the name that stands before the value. */
    void errorOfName(String message) {
        report.error(path, name, message);
    }

    /** A text of one line that is not empty and has no spaces around it. Numbers are read as they are written. */
    @Nullable
    String text() {
        Scalar scalar = scalar("a text");
        if (scalar == null) {
            return null;
        }
        String text = scalar.text();
        if (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0) {
            error("The text " + Quotation.of(text) + " must be of one line without tabs. Maybe write it in one.");
            return null;
        }
        if (text.isBlank()) {
            error("The text is empty. Maybe remove the field.");
            return null;
        }
        if (!text.equals(text.strip())) {
            error("The text " + Quotation.of(text) + " has a space at its start or end. Maybe remove it.");
            return null;
        }
        return text;
    }

    /** Any text, be it empty. */
    @Nullable
    String anyText() {
        Scalar scalar = scalar("a text");
        return scalar == null ? null : scalar.text();
    }

    /** Text of one or more lines, without white space around it. */
    @Nullable
    String lines() {
        Scalar scalar = scalar("a text");
        if (scalar == null) {
            return null;
        }
        String text = scalar.text().strip();
        if (text.isEmpty()) {
            error("The text is empty. Maybe remove the field.");
            return null;
        }
        return text;
    }

    @Nullable
    Formula formula() {
        String text = lines();
        return text == null ? null : new Formula(text);
    }

    /** A decimal from its source text, be it plain or quoted: never by way of a binary number. */
    @Nullable
    Decimal decimal() {
        Scalar scalar = scalar("a number such as 0.05");
        if (scalar == null) {
            return null;
        }
        try {
            return Decimal.parse(scalar.text());
        } catch (DecimalException e) {
            error(String.valueOf(e.getMessage()).replace('\n', ' '));
            return null;
        }
    }

    @Nullable
    Integer integer(int lowest, int highest) {
        String range = "a whole number from " + lowest + " to " + highest;
        Scalar scalar = scalar(range);
        if (scalar == null) {
            return null;
        }
        if (scalar.quoted() || !INTEGER.matcher(scalar.text()).matches()) {
            error(Quotation.of(scalar.text()) + " is not " + range + ". Maybe write it without quotes and point.");
            return null;
        }
        int number = Integer.parseInt(scalar.text());
        if (number < lowest || number > highest) {
            error("The number " + number + " must be from " + lowest + " to " + highest + ". Maybe "
                    + Math.clamp(number, lowest, highest) + ".");
            return null;
        }
        return number;
    }

    @Nullable
    Boolean flag() {
        Scalar scalar = scalar("true or false");
        if (scalar == null) {
            return null;
        }
        if (scalar.isTrue() || scalar.isFalse()) {
            return scalar.isTrue();
        }
        error(Quotation.of(scalar.text()) + " is neither true nor false. Maybe write true or false without quotes.");
        return null;
    }

    @Nullable
    LocalDate date() {
        Scalar scalar = scalar("a date such as 2026-01-31");
        if (scalar == null) {
            return null;
        }
        if (!DATE.matcher(scalar.text()).matches()) {
            error(Quotation.of(scalar.text()) + " is not a date. Maybe write year-month-day, such as 2026-01-31.");
            return null;
        }
        try {
            return LocalDate.parse(scalar.text());
        } catch (DateTimeException e) {
            error("The day " + Quotation.of(scalar.text()) + " does not exist. Maybe the month is shorter.");
            return null;
        }
    }

    <E> @Nullable E word(Words<E> words) {
        Scalar scalar = scalar("one of " + String.join(", ", words.all()));
        if (scalar == null) {
            return null;
        }
        E meaning = words.meaning(scalar.text());
        if (meaning == null) {
            error("The word " + Quotation.of(scalar.text()) + " is not known here. "
                    + Words.suggestion(scalar.text(), words.all()));
        }
        return meaning;
    }

    @Nullable
    Unit unit() {
        String word = checked(Units::problemOfUnit);
        return word == null ? null : Unit.parse(word);
    }

    @Nullable
    Type type() {
        String word = checked(Units::problemOfType);
        return word == null ? null : Type.parse(word);
    }

    /** The code of another document. */
    @Nullable
    String reference() {
        return checked(Codes::problemOfReference);
    }

    /** A text that the given check finds nothing wrong with. */
    @Nullable
    String checked(Function<String, @Nullable String> problem) {
        String text = text();
        if (text == null) {
            return null;
        }
        String message = problem.apply(text);
        if (message != null) {
            error(message);
            return null;
        }
        return text;
    }

    /** Reads named fields and refuses those that were not asked for; null where anything is wrong with them. */
    <T> @Nullable T fields(FieldsReading<T> reading) {
        if (!(node instanceof Entries entries)) {
            mismatch("a group of fields");
            return null;
        }
        int before = report.troubles();
        Fields fields = new Fields(entries, path, report);
        T read = reading.read(fields);
        fields.end();
        return report.troubles() == before ? read : null;
    }

    /** The values of a list; those that cannot be read are reported and left out. */
    <T> List<Placed<T>> list(Reading<T> reading) {
        if (!(node instanceof Items items)) {
            mismatch("a list");
            return List.of();
        }
        List<Placed<T>> all = new ArrayList<>();
        for (int index = 0; index < items.nodes().size(); index++) {
            Value value = new Value(items.nodes().get(index), path + "[" + index + "]", report);
            T read = reading.read(value);
            if (read != null) {
                all.add(new Placed<>(read, value));
            }
        }
        return all;
    }

    /** Names chosen by the author, each with its value. */
    List<Placed<String>> table() {
        if (!(node instanceof Entries entries)) {
            mismatch("a group of names with values");
            return List.of();
        }
        List<Placed<String>> all = new ArrayList<>();
        entries.byName().forEach(
                (key, entry) -> all.add(new Placed<>(key, new Value(entry, child(path, key), report))));
        return all;
    }

    static String child(String path, String name) {
        if (!PLAIN_NAME.matcher(name).matches()) {
            return path + "['" + name + "']";
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    private @Nullable Scalar scalar(String expected) {
        if (node instanceof Scalar scalar && !scalar.isNull()) {
            return scalar;
        }
        mismatch(expected);
        return null;
    }

    private void mismatch(String expected) {
        switch (node) {
            case Scalar scalar when scalar.isNull() -> error(
                    "There is no value; " + expected + " is needed here. Maybe write one, or remove the field.");
            case Scalar scalar -> error(
                    Quotation.of(scalar.text()) + " stands where " + expected + " is needed. Maybe it is indented"
                            + " wrongly.");
            case Items items -> error("A list stands where " + expected + " is needed. Maybe write it without dashes.");
            case Entries entries -> error(
                    "Fields stand where " + expected + " is needed. Maybe they are indented wrongly.");
            case Refused refused -> report.passOver();
        }
    }
}
