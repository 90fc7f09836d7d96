package dev.hermes.document;

import dev.hermes.decimal.Decimal;
import dev.hermes.document.Value.Placed;
import dev.hermes.document.Value.Reading;
import dev.hermes.document.internal.Node.Entries;
import dev.hermes.document.internal.Node.Entry;
import dev.hermes.document.internal.Quotation;
import dev.hermes.model.Dates;
import dev.hermes.model.Formula;
import dev.hermes.model.Message;
import dev.hermes.model.Nearest;
import dev.hermes.model.Unit;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import org.jspecify.annotations.Nullable;

/**
 * The named fields of a document or of a part of it. Each is asked for by name; at the end, fields nobody asked for are
 * reported with the nearest name that somebody did.
 *
 * <p>Reading goes on behind whatever is wrong, so that everything is reported in one go. A required field that is
 * missing or wrong is replaced by a stand-in that offends no check; what is built from it is never handed out, since
 * {@link Value#fields} gives null when anything has been reported.
 */
final class Fields {

    /** Columns of a dataset and the like. Whatever refers to them is compared with all of them, so there is an end. */
    private static final int MOST_NAMES = 1_000;

    private final Entries entries;
    private final String path;
    private final Report report;
    private final SequencedSet<String> asked = new LinkedHashSet<>();
    /** Groups of fields of which one is needed, and none is given. */
    private final List<List<String>> missing = new ArrayList<>();
    private final SequencedMap<String, Message> elsewhere = new LinkedHashMap<>();
    private boolean open;

    Fields(Entries entries, String path, Report report) {
        this.entries = entries;
        this.path = path;
        this.report = report;
    }

    boolean has(String name) {
        return entries.byName().containsKey(name);
    }

    /** The value of a field; null where it is not given. */
    @Nullable
    Value find(String name) {
        asked.add(name);
        Entry entry = entries.byName().get(name);
        return entry == null ? null : new Value(entry, Value.child(path, name), report);
    }

    /** The value of a field; null where it is not given, which is reported. */
    @Nullable
    Value require(String name) {
        Value value = find(name);
        if (value == null) {
            missing.add(List.of(name));
        }
        return value;
    }

    <T> T required(String name, Reading<T> reading, T standIn) {
        Value value = require(name);
        T read = value == null ? null : reading.read(value);
        return read == null ? standIn : read;
    }

    <T> T optional(String name, Reading<T> reading, T otherwise) {
        T read = optional(name, reading);
        return read == null ? otherwise : read;
    }

    <T> @Nullable T optional(String name, Reading<T> reading) {
        Value value = find(name);
        return value == null ? null : reading.read(value);
    }

    String text(String name) {
        return required(name, Readings::text, "");
    }

    /** The code of another document. */
    String reference(String name) {
        return required(name, Readings::reference, "");
    }

    Formula formula(String name) {
        return required(name, Readings::formula, new Formula(""));
    }

    @Nullable
    Formula optionalFormula(String name) {
        return optional(name, Readings::formula);
    }

    @Nullable
    Decimal optionalDecimal(String name) {
        return optional(name, Readings::decimal);
    }

    Unit unit(String name) {
        return required(name, Readings::unit, Unit.NUMBER);
    }

    LocalDate date(String name) {
        return required(name, Readings::date, Dates.BEGINNING);
    }

    @Nullable
    LocalDate optionalDate(String name) {
        return optional(name, Readings::date);
    }

    int integer(String name, int lowest, int highest, int otherwise) {
        return optional(name, value -> Readings.integer(value, lowest, highest), otherwise);
    }

    boolean flag(String name, boolean otherwise) {
        return optional(name, Readings::flag, otherwise);
    }

    <E> E word(String name, Words<E> words) {
        return required(name, value -> Readings.word(value, words), words.first());
    }

    <E> E word(String name, Words<E> words, E otherwise) {
        return optional(name, value -> Readings.word(value, words), otherwise);
    }

    /** The items of a list that must be given and have some. */
    <T> List<Placed<T>> some(String name, Reading<T> reading) {
        Value value = require(name);
        return value == null ? List.of() : some(value, reading);
    }

    /** The items of a list that may be absent, but not empty. */
    <T> List<Placed<T>> someIfGiven(String name, Reading<T> reading) {
        Value value = find(name);
        return value == null ? List.of() : some(value, reading);
    }

    private <T> List<Placed<T>> some(Value value, Reading<T> reading) {
        int before = report.troubles();
        List<Placed<T>> items = value.list(reading);
        if (items.isEmpty() && report.troubles() == before) {
            value.error(
                    Message.of("The list is empty. Maybe add an item, or remove the field if it is not needed."));
        }
        return items;
    }

    /** Names chosen by the author with their values, of which there must be some. */
    List<Placed<String>> someRows(String name) {
        Value value = require(name);
        if (value != null && value.isEmpty()) {
            value.error(Message.of("There is nothing in it. Maybe add a line such as 'name: value'."));
        }
        return value == null ? List.of() : value.table(MOST_NAMES);
    }

    /** Names chosen by the author with their values, none where the field is not given. */
    List<Placed<String>> table(String name) {
        return table(name, MOST_NAMES);
    }

    /** The same, where more or fewer names than usual are read. */
    List<Placed<String>> table(String name, int most) {
        Value value = find(name);
        return value == null ? List.of() : value.table(most);
    }

    /**
     * The one of these fields that is given; null, and a report, where there is none or more than one. The others count
     * as known.
     */
    @Nullable
    String oneOf(String... names) {
        List<String> given = new ArrayList<>();
        for (String name : names) {
            asked.add(name);
            if (has(name)) {
                given.add(name);
            }
        }
        if (given.size() == 1) {
            return given.getFirst();
        }
        if (given.isEmpty()) {
            missing.add(List.of(names));
        } else {
            error(given.get(1), Message.of("The fields '{0}' and '{1}' exclude each other. Maybe remove one.",
                    given.get(0), given.get(1)));
        }
        return null;
    }

    /** Fields that may stand here although nobody reads them: something they depend on is wrong and reported. */
    void known(String... names) {
        asked.addAll(List.of(names));
    }

    /** Says why fields that are right in another case are wrong here. */
    void notHere(Message reason, String... names) {
        for (String name : names) {
            elsewhere.put(name, reason);
        }
    }

    /** Fields that nobody asks for are not reported: what they ought to be is not known. */
    void leaveOpen() {
        open = true;
    }

    /** Reports something about these fields as a whole. */
    void error(Message message) {
        report.error(path, entries.position(), message);
    }

    /** Reports something about a field, or about the place where it should be. */
    void error(String name, Message message) {
        Entry entry = entries.byName().get(name);
        report.error(Value.child(path, name), entry == null ? entries.position() : entry.node().position(), message);
    }

    /** Reports fields that nobody asked for, and required ones that are not there. */
    void end() {
        entries.byName().forEach((name, entry) -> {
            if (!open && !asked.contains(name)) {
                report.error(Value.child(path, name), entry.name(), unknown(name));
            }
        });
        for (List<String> names : missing) {
            if (names.size() == 1) {
                error(names.getFirst(), Message.of("The field '{0}' is missing. Maybe add it.", names.getFirst()));
            } else {
                error(Message.of("One of the fields {0} is missing. Maybe add one.", String.join(", ", names)));
            }
        }
    }

    private Message unknown(String name) {
        Message reason = elsewhere.get(name);
        if (reason != null) {
            return Message.of("The field '{0}' has no meaning here. {1} Maybe remove it.", name, reason);
        }
        SequencedSet<String> free = new LinkedHashSet<>(asked);
        free.removeAll(entries.byName().keySet());
        Optional<String> near = Nearest.nearest(name, free);
        // Once is enough: what is missing is what was misspelt.
        near.ifPresent(meant -> missing.removeIf(names -> names.contains(meant)));
        Message remedy = near.map(meant -> Message.of("Maybe {0}.", meant)).or(() -> twin(name))
                .orElseGet(() -> free.isEmpty() ? Message.of("Maybe remove it.") : Words.oneOf(free));
        return Message.of("The field {0} is not known here. {1}", Quotation.of(name), remedy);
    }

    /** What to do about a field that is misspelt and given besides. */
    private Optional<Message> twin(String name) {
        return Nearest.nearest(name, asked).map(given -> Message.of("Maybe remove it, since {0} is given.", given));
    }
}
