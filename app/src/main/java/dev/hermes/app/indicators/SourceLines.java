package dev.hermes.app.indicators;

import dev.hermes.app.formula.FormulaWords;
import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.document.Library;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Dataset;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.SeriesSource.Composite;
import dev.hermes.model.SeriesSource.Facts;
import dev.hermes.model.SeriesSource.FromDatedValue;
import dev.hermes.model.SeriesSource.FromIndicator;
import dev.hermes.model.SeriesSource.Query;
import dev.hermes.model.SeriesSource.Score;
import dev.hermes.model.SeriesSource.Upload;
import dev.hermes.model.Treatment;
import dev.hermes.model.Type;
import dev.hermes.plan.CompiledDataset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The lines that say where a series of an indicator comes from. */
final class SourceLines {

    private final IndicatorsModel model;
    private final Texts texts;
    private final Lines lines;
    private final Series series;
    private final String id;

    SourceLines(IndicatorsModel model, Lines lines, Series series) {
        this.model = model;
        texts = model.texts();
        this.lines = lines;
        this.series = series;
        id = series.word();
    }

    /** Adds what can be said of an indicator's source. */
    void add(Indicator indicator) {
        SeriesSource source = indicator.source(series);
        boolean isBase = !(source instanceof Composite) && !(source instanceof Score);
        if (series != Series.ACTUAL || isBase) {
            lines.choice("inspector." + series.word(), id + "-origin", () -> origins(indicator),
                    origin -> texts.get(origin.key()), now -> Origin.of(now.source(series)),
                    (now, origin) -> origin.first(now, library()).map(first -> with(now, first)));
        }
        switch (source) {
            case Facts facts -> facts(facts);
            case Query _ -> query();
            case FromDatedValue _ -> dated();
            case FromIndicator _ -> other(indicator);
            case Composite _ when series != Series.ACTUAL -> formula();
            case Score _ -> score();
            case Upload _,SeriesSource.None _,Composite _ -> {
                // Nothing more is to be said of them.
            }
        }
        if (!indicator.scope().isOwn()) {
            rollUp(source);
        }
    }

    private List<Origin> origins(Indicator indicator) {
        return Origin.choices(series, indicator, library());
    }

    private Library library() {
        return model.now().library();
    }

    private Indicator with(Indicator of, SeriesSource source) {
        return Formulation.withSource(of, series, source);
    }

    /** A change of a source of one kind; none where it has become another one meanwhile. */
    private <S extends SeriesSource, T> BiFunction<Indicator, T, Optional<Indicator>> change(Class<S> kind,
            BiFunction<S, T, SeriesSource> change) {
        return (now, value) -> source(now, kind).map(found -> with(now, change.apply(found, value)));
    }

    private <S extends SeriesSource> Optional<S> source(Indicator of, Class<S> kind) {
        return Optional.of(of.source(series)).filter(kind::isInstance).map(kind::cast);
    }

    private <S extends SeriesSource, T> Function<Indicator, T> read(Class<S> kind, T otherwise, Function<S, T> read) {
        return now -> source(now, kind).map(read).orElse(otherwise);
    }

    private void facts(Facts facts) {
        lines.choice("inspector.dataset", id + "-dataset",
                () -> library().datasets().stream().map(Dataset::code).toList(),
                code -> library().dataset(code).map(Dataset::name).orElse(code), read(Facts.class, "", Facts::dataset),
                change(Facts.class, (_, code) -> Origin.counted(code)));
        lines.choice("inspector.aggregate", id + "-aggregate", () -> List.of(Aggregation.values()),
                aggregation -> texts.get("aggregation." + aggregation.word()),
                read(Facts.class, Aggregation.COUNT, Facts::aggregate), change(Facts.class, this::aggregated));
        if (facts.aggregate() != Aggregation.COUNT) {
            lines.choice("inspector.measure", id + "-measure", () -> measures(facts), Function.identity(),
                    read(Facts.class, "", found -> found.measure() == null ? "" : found.measure()),
                    change(Facts.class, (found, measure) -> new Facts(found.dataset(), found.aggregate(), measure,
                            found.where(), found.date(), found.empty())));
        }
        lines.formula("inspector.where", id + "-where", () -> words(facts.dataset()), _ -> Type.BOOLEAN,
                read(Facts.class, "", found -> found.where() == null ? "" : found.where().text()),
                change(Facts.class, (found, text) -> new Facts(found.dataset(), found.aggregate(), found.measure(),
                        text.isBlank() ? null : new Formula(text), found.date(), found.empty())));
        lines.choice("inspector.date", id + "-date", () -> dates(facts),
                name -> name.isEmpty() ? texts.get("inspector.usualDate", usualDate(facts)) : name,
                read(Facts.class, "", found -> found.date() == null ? "" : found.date()),
                change(Facts.class, (found, date) -> new Facts(found.dataset(), found.aggregate(), found.measure(),
                        found.where(), date.isEmpty() ? null : date, found.empty())));
        empty(read(Facts.class, Treatment.ZERO, Facts::empty),
                change(Facts.class, (found, empty) -> new Facts(found.dataset(), found.aggregate(), found.measure(),
                        found.where(), found.date(), empty)));
    }

    private void empty(Function<Indicator, Treatment> read,
            BiFunction<Indicator, Treatment, Optional<Indicator>> change) {
        lines.treatment("inspector.empty", id + "-empty", read, change);
    }

    /** The same facts in another way: counting needs no measure, all else does. */
    private Facts aggregated(Facts facts, Aggregation aggregate) {
        Facts changed = new Facts(facts.dataset(), aggregate, facts.measure(), facts.where(), facts.date(),
                facts.empty());
        List<String> fitting = measures(changed);
        String measure = aggregate == Aggregation.COUNT
                ? null
                : facts.measure() != null && fitting.contains(facts.measure())
                        ? facts.measure()
                        : fitting.stream().findFirst().orElse(facts.measure());
        return new Facts(facts.dataset(), aggregate, measure, facts.where(), facts.date(), facts.empty());
    }

    /** What can be aggregated so. */
    private List<String> measures(Facts facts) {
        boolean anything = facts.aggregate() == Aggregation.COUNT_DISTINCT;
        return Stream.concat(
                library().dataset(facts.dataset()).stream().flatMap(dataset -> dataset.measures().stream())
                        .map(Dataset.Measure::name),
                columns(facts, type -> anything || type.isNumber())).toList();
    }

    private List<String> dates(Facts facts) {
        List<String> all = new ArrayList<>(List.of(""));
        columns(facts, Type.DATE::equals).forEach(all::add);
        return all;
    }

    private Stream<String> columns(Facts facts, Predicate<Type> wanted) {
        return library().dataset(facts.dataset()).stream().flatMap(dataset -> Stream.concat(
                named(dataset, "", wanted), dataset.joins().stream().flatMap(join -> library().dataset(join.dataset())
                        .stream().flatMap(joined -> named(joined, join.alias() + ".", wanted)))));
    }

    private static Stream<String> named(Dataset dataset, String before, Predicate<Type> wanted) {
        return dataset.columns().stream().filter(column -> wanted.test(column.type()))
                .map(column -> before + column.name());
    }

    private String usualDate(Facts facts) {
        return library().dataset(facts.dataset()).map(Dataset::date).orElse("–");
    }

    private FormulaWords words(String dataset) {
        CompiledDataset compiled = model.now().compiled().datasets().get(dataset);
        return compiled != null
                ? FormulaWords.ofFacts(compiled)
                : library().dataset(dataset).map(FormulaWords::ofColumns).orElseGet(model.now()::words);
    }

    private void query() {
        lines.longText("inspector.query", id + "-query", read(Query.class, "", Query::sql),
                change(Query.class, (found, sql) -> new Query(sql, found.empty())));
        empty(read(Query.class, Treatment.ZERO, Query::empty),
                change(Query.class, (found, empty) -> new Query(found.sql(), empty)));
    }

    private void dated() {
        lines.choice("inspector.dated", id + "-dated", () -> Origin.datedValues(library()), Function.identity(),
                read(FromDatedValue.class, "", FromDatedValue::code),
                change(FromDatedValue.class, (found, code) -> new FromDatedValue(code, found.rolledUp())));
    }

    private void other(Indicator indicator) {
        lines.choice("inspector.other", id + "-indicator", () -> Origin.others(indicator, library()),
                code -> library().indicator(code).map(Indicator::name).orElse(code),
                read(FromIndicator.class, "", FromIndicator::code),
                change(FromIndicator.class, (_, code) -> new FromIndicator(code)));
    }

    private void formula() {
        lines.formula("inspector." + series.word() + "Formula", id + "-formula", () -> model.now().words(),
                now -> Type.number(now.unit()), read(Composite.class, "", found -> found.formula().text()),
                change(Composite.class, (found, text) -> new Composite(new Formula(text), found.eachDay(),
                        found.rollUpValues())));
    }

    private void score() {
        lines.text("inspector.lowest", id + "-lowest", read(Score.class, "", found -> found.lowest().toString()),
                change(Score.class, (found, text) -> bounded(lines.number(text), found.highest(),
                        found.otherwise())));
        lines.text("inspector.highest", id + "-highest", read(Score.class, "", found -> found.highest().toString()),
                change(Score.class, (found, text) -> bounded(found.lowest(), lines.number(text),
                        found.otherwise())));
        lines.text("inspector.otherwise", id + "-otherwise",
                read(Score.class, "", found -> found.otherwise() == null ? "" : found.otherwise().toString()),
                change(Score.class, (found, text) -> bounded(found.lowest(), found.highest(),
                        text.isEmpty() ? null : lines.number(text))));
    }

    private Score bounded(Decimal lowest, Decimal highest, @Nullable Decimal otherwise) {
        if (lowest.compareTo(highest) > 0) {
            throw new IllegalArgumentException(texts.get("inspector.boundsSwapped", lowest, highest));
        }
        if (otherwise != null && (otherwise.compareTo(lowest) < 0 || otherwise.compareTo(highest) > 0)) {
            throw new IllegalArgumentException(texts.get("inspector.outOfBounds", otherwise, lowest, highest));
        }
        return new Score(lowest, highest, otherwise);
    }

    private void rollUp(SeriesSource source) {
        switch (source) {
            case Upload _ -> lines.flag("inspector.rolledUp", id + "-rolled-up",
                    read(Upload.class, false, Upload::rolledUp),
                    change(Upload.class, (_, rolledUp) -> new Upload(rolledUp)));
            case FromDatedValue _ -> lines.flag("inspector.rolledUp", id + "-rolled-up",
                    read(FromDatedValue.class, false, FromDatedValue::rolledUp),
                    change(FromDatedValue.class, (found, rolledUp) -> new FromDatedValue(found.code(), rolledUp)));
            case Composite _ -> lines.choice("inspector.rollUp", id + "-roll-up", () -> List.of(false, true),
                    ofValues -> texts.get(ofValues ? "rollup.values" : "rollup.inputs"),
                    read(Composite.class, false, Composite::rollUpValues),
                    change(Composite.class, (found, ofValues) -> new Composite(found.formula(), found.eachDay(),
                            ofValues)));
            default -> {
                // Facts are added up over the members, and so is all else.
            }
        }
    }
}
