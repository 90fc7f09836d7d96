package dev.hermes.app.indicators;

import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Message;
import dev.hermes.model.Indicator;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The values of the indicator that is looked at, by assignment: found, in order, to be copied. Rows are made, sorted and
 * searched in the background. Of the screen's thread.
 */
final class ValuesModel {

    static final Order GREATEST_FIRST = new Order(Key.VALUE, true);

    private final IndicatorsModel model;
    private final Texts texts;
    private final StringProperty search = new SimpleStringProperty("");
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(GREATEST_FIRST);
    private final ReadOnlyObjectWrapper<List<Figures.Row>> rows = new ReadOnlyObjectWrapper<>(List.of());
    private Basis basis = Basis.NONE;
    /** The number of the last question; answers to others are not wanted. */
    private int asked;

    /** What rows are ordered by. */
    enum Key {
        ASSIGNMENT, NAME, ORGANISATION, VALUE, TARGET, ATTAINMENT;

        String text() {
            return "values." + name().toLowerCase(Locale.ROOT);
        }
    }

    /** An order; where there is no value, a row comes last. */
    record Order(Key key, boolean isDescending) {

        Comparator<Figures.Row> rows() {
            return switch (key) {
                case ASSIGNMENT -> texts(Figures.Row::assignment);
                case NAME -> texts(Figures.Row::name);
                case ORGANISATION -> texts(Figures.Row::organisation);
                case VALUE -> numbers(Figures.Row::value);
                case TARGET -> numbers(Figures.Row::target);
                case ATTAINMENT -> numbers(Figures.Row::attainment);
            };
        }

        private Comparator<Figures.Row> texts(Function<Figures.Row, String> of) {
            Comparator<Figures.Row> ascending = Comparator.comparing(of);
            return isDescending ? ascending.reversed() : ascending;
        }

        private Comparator<Figures.Row> numbers(Function<Figures.Row, @Nullable Decimal> of) {
            Comparator<Decimal> natural = isDescending ? Comparator.reverseOrder() : Comparator.naturalOrder();
            return (a, b) -> {
                Decimal first = of.apply(a);
                Decimal second = of.apply(b);
                return first == null || second == null
                        ? Boolean.compare(first == null, second == null)
                        : natural.compare(first, second);
            };
        }
    }

    /** The rows of an indicator, made of figures. */
    private record Basis(Figures figures, String indicator, List<Figures.Row> rows) {

        static final Basis NONE = new Basis(Figures.NONE, "", List.of());

        boolean isOf(Figures other, String code) {
            return figures.byIndicator().equals(other.byIndicator()) && indicator.equals(code);
        }
    }

    private record Answer(Basis basis, List<Figures.Row> found) {}

    ValuesModel(IndicatorsModel model) {
        this.model = model;
        texts = model.texts();
        model.selected().subscribe(_ -> find());
        model.figures().latest().subscribe(_ -> find());
        search.subscribe(_ -> find());
        order.subscribe(_ -> find());
    }

    /** What assignments, names or organisations hold. */
    StringProperty search() {
        return search;
    }

    ObjectProperty<Order> order() {
        return order;
    }

    /** What was found, in order. */
    ReadOnlyObjectProperty<List<Figures.Row>> rows() {
        return rows.getReadOnlyProperty();
    }

    /** Whether the indicator has targets, so that there are attainments. */
    boolean hasTargets() {
        return model.chosen().flatMap(chosen -> model.figures().latest().get().of(chosen.code()))
                .filter(summary -> summary.target() != null).isPresent();
    }

    private void find() {
        asked++;
        int question = asked;
        Figures figures = model.figures().latest().get();
        String code = model.chosen().map(Indicator::code).orElse("");
        if (figures.of(code).isEmpty()) {
            basis = Basis.NONE;
            rows.set(List.of());
            return;
        }
        Basis before = basis;
        String wanted = search.get().strip().toLowerCase(Locale.ROOT);
        Order by = order.get();
        model.frame().background().glance(_ -> {
            Basis now = before.isOf(figures, code) ? before : new Basis(figures, code, figures.rows(code));
            return new Answer(now, found(now.rows(), wanted, by));
        }, answer -> {
            if (question == asked) {
                basis = answer.basis();
                rows.set(answer.found());
            }
        }, model.frame()::tell);
    }

    private static List<Figures.Row> found(List<Figures.Row> all, String wanted, Order by) {
        List<Figures.Row> found = new ArrayList<>(all.size());
        for (Figures.Row row : all) {
            if (wanted.isEmpty() || Stream.of(row.assignment(), row.name(), row.organisation())
                    .anyMatch(text -> text.toLowerCase(Locale.ROOT).contains(wanted))) {
                found.add(row);
            }
        }
        if (!by.equals(GREATEST_FIRST)) {
            // Rows are made the greatest first, and those that are equal stay so.
            found.sort(by.rows());
        }
        return List.copyOf(found);
    }

    /** Rows as text for other programs: under headings, separated by tabs, exact and without units. */
    String text(Collection<Figures.Row> copied) {
        List<Key> columns = Stream.of(Key.values())
                .filter(key -> hasTargets() || key != Key.TARGET && key != Key.ATTAINMENT).toList();
        String headings = columns.stream().map(key -> texts.get(key.text())).collect(Collectors.joining("\t"));
        return copied.stream().map(row -> columns.stream().map(key -> cell(row, key)).collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n", headings + "\n", "\n"));
    }

    private String cell(Figures.Row row, Key key) {
        return switch (key) {
            case ASSIGNMENT -> row.assignment();
            case NAME -> row.name();
            case ORGANISATION -> row.organisation();
            case VALUE -> row.value() == null ? texts.say(row.failure()) : number(row.value());
            case TARGET -> number(row.target());
            case ATTAINMENT -> number(row.attainment());
        };
    }

    private static String number(@Nullable Decimal value) {
        return value == null ? "" : value.toString();
    }

    /** Why there are no values; empty where there are some, or nothing is looked at. */
    String reason() {
        Indicator chosen = model.chosen().orElse(null);
        Figures figures = model.figures().latest().get();
        if (chosen == null || figures.of(chosen.code()).isPresent()) {
            return "";
        }
        if (model.frame().period().get() == null) {
            return texts.get(model.now().library().calendars().isEmpty() ? "values.noCalendar" : "values.noPeriod");
        }
        Freshness freshness = figures.freshness();
        if (!freshness.isFresh()) {
            return freshness.isCalculating()
                    ? texts.get("figures.calculating")
                    : texts.get("values.notCalculated", texts.say(freshness.reason()));
        }
        Message left = figures.left().get(chosen.code());
        return left == null ? texts.get("values.noActual") : texts.say(left);
    }
}
