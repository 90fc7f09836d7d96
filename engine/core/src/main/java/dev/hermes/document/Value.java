package dev.hermes.document;

import dev.hermes.document.internal.Node;
import dev.hermes.document.internal.Node.Entries;
import dev.hermes.document.internal.Node.Entry;
import dev.hermes.document.internal.Node.Items;
import dev.hermes.document.internal.Node.Position;
import dev.hermes.document.internal.Node.Refused;
import dev.hermes.document.internal.Node.Scalar;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One value of a document, in its place. What is not as expected is reported, and the reading gives null; so null never
 * needs another report. What single values can be read as is in {@link Readings}.
 */
final class Value {

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

    void error(Message message) {
        report.error(path, node.position(), message);
    }

    /** Reports something about the name that stands before the value. */
    void errorOfName(Message message) {
        report.error(path, name, message);
    }

    /** Reads named fields and refuses those that were not asked for; null where anything is wrong with them. */
    <T> @Nullable T fields(FieldsReading<T> reading) {
        if (!(node instanceof Entries entries)) {
            mismatch(Message.of("a group of fields"));
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
            mismatch(Message.of("a list"));
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

    /**
     * Names chosen by the author, each with its value.
     *
     * @param most
     *            how many are read; more are reported
     */
    List<Placed<String>> table(int most) {
        if (!(node instanceof Entries entries)) {
            mismatch(Message.of("a group of names with values"));
            return List.of();
        }
        if (entries.byName().size() > most) {
            error(Message.of("There are {0} names here, and at most {1} are read. Maybe something is out of place.",
                    entries.byName().size(), most));
        }
        return entries.byName().sequencedEntrySet().stream().limit(most).map(entry -> {
            String key = entry.getKey();
            return new Placed<>(key, new Value(entry.getValue(), child(path, key), report));
        }).toList();
    }

    static String child(String path, String name) {
        if (!PLAIN_NAME.matcher(name).matches()) {
            return path + "['" + name + "']";
        }
        return path.isEmpty() ? name : path + "." + name;
    }

    /**
     * This as a single value that is there; null, and a report, where it is not.
     *
     * @param expected
     *            what is needed in its place
     */
    @Nullable
    Scalar scalar(Message expected) {
        if (node instanceof Scalar scalar && !scalar.isNull()) {
            return scalar;
        }
        mismatch(expected);
        return null;
    }

    private void mismatch(Message expected) {
        switch (node) {
            case Scalar scalar when scalar.isNull() -> error(Message
                    .of("There is no value; {0} is needed here. Maybe write one, or remove the field.", expected));
            case Scalar scalar -> error(Message.of("{0} stands where {1} is needed. Maybe it is indented wrongly.",
                    Quotation.of(scalar.text()), expected));
            case Items items -> error(
                    Message.of("A list stands where {0} is needed. Maybe write it without dashes.", expected));
            case Entries entries -> error(
                    Message.of("Fields stand where {0} is needed. Maybe they are indented wrongly.", expected));
            case Refused refused -> report.passOver();
        }
    }
}
