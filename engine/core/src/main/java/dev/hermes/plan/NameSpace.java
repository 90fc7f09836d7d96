package dev.hermes.plan;

import dev.hermes.document.Library;
import dev.hermes.formula.Names;
import dev.hermes.formula.Symbol;
import dev.hermes.formula.Symbol.Identity;
import dev.hermes.formula.Symbol.OfGroup;
import dev.hermes.formula.Symbol.OfIndicator;
import dev.hermes.formula.Symbol.OfRateTable;
import dev.hermes.formula.Symbol.OfValue;
import dev.hermes.formula.Symbol.PeriodFigure;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import dev.hermes.model.RateTable;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/** The names that formulas of one kind of place may use. Immutable and thread-safe. */
public final class NameSpace implements Names {

    private final Map<String, Symbol> symbols;

    private NameSpace(Map<String, Symbol> symbols) {
        this.symbols = Collections.unmodifiableMap(symbols);
    }

    @Override
    public Optional<Symbol> find(String name) {
        return Optional.ofNullable(symbols.get(name));
    }

    @Override
    public SequencedSet<String> all() {
        return new LinkedHashSet<>(symbols.keySet());
    }

    /** Nothing but what is added. */
    public static NameSpace empty() {
        return new NameSpace(Map.of());
    }

    /** What every formula of a period sees: indicators, dated values, rate tables, the payee and the period. */
    public static NameSpace ofPeriod(Library library) {
        Map<String, Symbol> symbols = new LinkedHashMap<>();
        for (Indicator indicator : library.indicators()) {
            symbols.put(indicator.code(), indicator(indicator));
        }
        for (DatedValue value : library.datedValues()) {
            symbols.put(value.code(),
                    new OfValue(new Source.Dated(value.code()), value.type(), true, Message.verbatim(value.name())));
        }
        for (RateTable table : library.rateTables()) {
            symbols.put(table.code(), new OfRateTable(table.code(), table.quantity(), table.value(),
                    table.keys().stream().map(RateTable.Key::type).toList(), Message.verbatim(table.name())));
        }
        symbols.put("person", payee(Identity.PERSON, Message.of("the person who is paid")));
        symbols.put("position", payee(Identity.POSITION, Message.of("the position of the assignment")));
        symbols.put("organisation", payee(Identity.ORGANISATION, Message.of("the organisation of the assignment")));
        symbols.put("level", payee(Identity.LEVEL, Message.of("the level of that organisation")));
        symbols.put("period", new OfGroup(period(), Message.of("the pay period")));
        return new NameSpace(symbols);
    }

    static OfIndicator indicator(Indicator indicator) {
        Set<Series> series = EnumSet.noneOf(Series.class);
        for (Series candidate : Series.values()) {
            if (!(indicator.source(candidate) instanceof SeriesSource.None)) {
                series.add(candidate);
            }
        }
        return new OfIndicator(indicator.code(), indicator.unit(), series, indicator.eachDay(),
                Message.verbatim(indicator.name()));
    }

    private static OfValue payee(Identity identity, Message description) {
        return new OfValue(new Source.OfPayee(identity), Type.TEXT, true, description);
    }

    private static Map<String, Symbol> period() {
        Map<String, Symbol> members = new LinkedHashMap<>();
        members.put("number",
                figure(PeriodFigure.NUMBER, Type.NUMBER, Message.of("1 in the first period of the year")));
        members.put("days",
                figure(PeriodFigure.DAYS, Type.number(Unit.DAYS), Message.of("how many days the period has")));
        members.put("start", figure(PeriodFigure.START, Type.DATE, Message.of("the first day")));
        members.put("end", figure(PeriodFigure.END, Type.DATE, Message.of("the last day")));
        return members;
    }

    private static OfValue figure(PeriodFigure figure, Type type, Message description) {
        return new OfValue(new Source.OfPeriod(figure), type, false, description);
    }

    /** The same names and {@code period.index}. */
    NameSpace withPeriodIndex() {
        Map<String, Symbol> members = period();
        members.put("index", figure(PeriodFigure.INDEX, Type.NUMBER, Message.of("1 in the scheme's first period")));
        return with("period", new OfGroup(members, Message.of("the pay period")));
    }

    /** The same names and one more, or another meaning for one of them. */
    NameSpace with(String name, Symbol symbol) {
        Map<String, Symbol> more = new LinkedHashMap<>(symbols);
        more.put(name, symbol);
        return new NameSpace(more);
    }

    /** The columns of a dataset by their names, and those of each joined one by {@code alias.column}. */
    public static NameSpace ofFacts(Dataset dataset, Map<String, Dataset> joined) {
        NameSpace names = empty();
        for (Map.Entry<String, Symbol> column : columns(dataset, "").entrySet()) {
            names = names.with(column.getKey(), column.getValue());
        }
        return names.withJoined(joined);
    }

    NameSpace withJoined(Map<String, Dataset> joined) {
        NameSpace names = this;
        for (Map.Entry<String, Dataset> join : joined.entrySet()) {
            names = names.with(join.getKey(),
                    new OfGroup(columns(join.getValue(), join.getKey()), Message.verbatim(join.getValue().name())));
        }
        return names;
    }

    /** The same names and {@code fact}, whose members are columns and measures of a dataset. */
    NameSpace withFact(Dataset dataset, Map<String, Dataset> joined) {
        Map<String, Symbol> members = columns(dataset, "");
        for (Dataset.Measure measure : dataset.measures()) {
            members.put(measure.name(), new OfValue(new Source.OfFact("", measure.name()),
                    Type.number(measure.unit()), false, Message.of("a measure of {0}", dataset.name())));
        }
        return withJoined(joined).with("fact", new OfGroup(members, Message.of("the fact at hand")));
    }

    private static Map<String, Symbol> columns(Dataset dataset, String alias) {
        Map<String, Symbol> members = new LinkedHashMap<>();
        for (Dataset.Column column : dataset.columns()) {
            members.put(column.name(), new OfValue(new Source.OfFact(alias, column.name()), column.type(), false,
                    Message.of("a column of {0}", dataset.name())));
        }
        return members;
    }
}
