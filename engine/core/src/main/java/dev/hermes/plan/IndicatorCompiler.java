package dev.hermes.plan;

import dev.hermes.document.Library;
import dev.hermes.facts.ColumnName;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.Span;
import dev.hermes.model.Aggregation;
import dev.hermes.model.Dataset;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import dev.hermes.model.Series;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import dev.hermes.model.Window;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks indicators: their sources, formulas and conditions. */
final class IndicatorCompiler {

    private final Library library;
    private final FormulaCompiler formulas;
    private final NameSpace names;
    private final Map<String, CompiledDataset> datasets;

    IndicatorCompiler(Library library, FormulaCompiler formulas, NameSpace names,
            Map<String, CompiledDataset> datasets) {
        this.library = library;
        this.formulas = formulas;
        this.names = names;
        this.datasets = datasets;
    }

    CompiledIndicator compile(Indicator indicator) {
        Map<Series, CompiledSource> sources = new EnumMap<>(Series.class);
        for (Series series : Series.values()) {
            String path = series == Series.ACTUAL ? "" : series.word();
            CompiledSource source = source(indicator, indicator.source(series), path);
            if (source != null) {
                sources.put(series, source);
            }
        }
        return new CompiledIndicator(indicator, sources,
                formulas.compile(indicator, "members", indicator.members(), names, Type.BOOLEAN));
    }

    private static String path(String outer, String inner) {
        return outer.isEmpty() ? inner : outer + "." + inner;
    }

    private @Nullable CompiledSource source(Indicator indicator, SeriesSource source, String path) {
        return switch (source) {
            case SeriesSource.None _ -> new CompiledSource.None();
            case SeriesSource.Facts facts -> facts(indicator, facts, path.isEmpty() ? "" : path + ".facts");
            case SeriesSource.Query query -> new CompiledSource.Query(query.sql(), query.empty());
            case SeriesSource.Upload upload -> new CompiledSource.Upload(upload.rolledUp());
            case SeriesSource.FromDatedValue dated -> dated(indicator, dated, path(path, "datedValue"));
            case SeriesSource.FromIndicator other -> other(indicator, other, path(path, "indicator"));
            case SeriesSource.Composite composite -> composite(indicator, composite, path(path, "formula"));
            case SeriesSource.Score score -> new CompiledSource.Score(score.lowest(), score.highest(),
                    score.otherwise());
        };
    }

    private @Nullable CompiledSource facts(Indicator indicator, SeriesSource.Facts facts, String path) {
        CompiledDataset dataset = datasets.get(facts.dataset());
        if (dataset == null) {
            formulas.error(indicator, path(path, "dataset"),
                    library.dataset(facts.dataset()).isPresent()
                            ? Message.of("The dataset '{0}' has errors of its own; mend them first.", facts.dataset())
                            : LibraryCompiler.unknown("dataset", facts.dataset(),
                                    library.datasets().stream().map(Dataset::code).toList()));
            return null;
        }
        checkCredit(indicator, dataset, path);
        String measure = facts.measure();
        CompiledFormula computed = measure == null ? null : dataset.measures().get(measure);
        ColumnName column = null;
        if (measure != null && computed == null) {
            Dataset.Column stored = DatasetCompiler.column(formulas, indicator, dataset.document(),
                    dataset.joined(), measure, path(path, "measure"));
            if (stored != null) {
                checkMeasure(indicator, facts, stored.type(), path);
            }
            column = ColumnName.parse(measure);
        } else if (computed != null) {
            checkMeasure(indicator, facts, measureType(dataset.document(), String.valueOf(measure)), path);
        }
        String date = facts.date() == null ? dataset.document().date() : facts.date();
        if (date == null) {
            formulas.error(indicator, path(path, "date"), Message.of(
                    "The dataset {0} declares no date. Name the date column here or in the dataset.", facts.dataset()));
            return null;
        }
        DatasetCompiler.column(formulas, indicator, dataset.document(), dataset.joined(), date, path(path, "date"));
        CompiledFormula where = formulas.compile(indicator, path(path, "where"), facts.where(),
                NameSpace.ofFacts(dataset.document(), dataset.joined()), Type.BOOLEAN);
        return new CompiledSource.Facts(dataset, facts.aggregate(), column, computed, where, ColumnName.parse(date),
                facts.empty());
    }

    private static Type measureType(Dataset dataset, String name) {
        return dataset.measures().stream().filter(measure -> measure.name().equals(name))
                .map(measure -> Type.number(measure.unit())).findFirst().orElse(Type.NUMBER);
    }

    private void checkCredit(Indicator indicator, CompiledDataset dataset, String path) {
        if (dataset.credits().isEmpty()) {
            formulas.error(indicator, path(path, "dataset"), Message.of(
                    "The dataset {0} says nothing of credit. Add 'credit' to it, so that facts belong to somebody.",
                    dataset.document().code()));
        } else if (dataset.isCreditedToOrganisations() && !indicator.scope().isOwn()) {
            formulas.error(indicator, "scope", Message
                    .of("Facts credited to organisations are read by everybody in them and cannot be rolled up. Use "
                            + "the scope own."));
        }
    }

    private void checkMeasure(Indicator indicator, SeriesSource.Facts facts, Type type, String path) {
        if (facts.aggregate() == Aggregation.COUNT || facts.aggregate() == Aggregation.COUNT_DISTINCT) {
            return;
        }
        if (!type.isNumber()) {
            formulas.error(indicator, path(path, "measure"),
                    Message.of("The {0} of a {1} does not exist. Choose a column of numbers, or countDistinct.",
                            facts.aggregate().word(), type.said()));
        } else if (differ(type.unit(), indicator.unit())) {
            formulas.error(indicator, path(path, "measure"), Message.of(
                    "The column is in {0}, but the indicator is in {1}.", type.unit().said(), indicator.unit().said()));
        }
    }

    private static boolean differ(Unit a, Unit b) {
        boolean plain = a.equals(Unit.NUMBER) || b.equals(Unit.NUMBER);
        boolean someMoney = a.isMoney() && b.isMoney() && (a.equals(Unit.MONEY) || b.equals(Unit.MONEY));
        return !plain && !someMoney && !a.equals(b);
    }

    private @Nullable CompiledSource dated(Indicator indicator, SeriesSource.FromDatedValue source, String path) {
        Optional<DatedValue> value = library.datedValue(source.code());
        if (value.isEmpty()) {
            formulas.error(indicator, path, LibraryCompiler.unknown("dated value", source.code(),
                    library.datedValues().stream().map(DatedValue::code).toList()));
            return null;
        }
        if (value.get().type().value() != ValueType.NUMBER) {
            formulas.error(indicator, path, Message.of("The dated value {0} is a {1}, not a number.", source.code(),
                    value.get().type().said()));
            return null;
        }
        return new CompiledSource.Dated(value.get(), source.rolledUp());
    }

    private @Nullable CompiledSource other(Indicator indicator, SeriesSource.FromIndicator source, String path) {
        Optional<Indicator> other = library.indicator(source.code());
        if (other.isEmpty()) {
            formulas.error(indicator, path, LibraryCompiler.unknown("indicator", source.code(),
                    library.indicators().stream().map(Indicator::code).toList()));
            return null;
        }
        Expression read = new Expression.ReadIndicator(source.code(), Series.ACTUAL, Window.CURRENT,
                Type.number(other.get().unit()), new Span(0, source.code().length()));
        return new CompiledSource.Composite(new CompiledFormula(source.code(), read, Map.of()), false, false);
    }

    private @Nullable CompiledSource composite(Indicator indicator, SeriesSource.Composite composite, String path) {
        Type expected = Type.number(indicator.unit());
        CompiledFormula formula = composite.eachDay()
                ? formulas.compileEachDay(indicator, path, composite.formula(), names, expected)
                : formulas.compile(indicator, path, composite.formula(), names, expected);
        if (formula == null) {
            return null;
        }
        if (!indicator.scope().isOwn() && !composite.rollUpValues() && !readsIndicators(formula.expression())) {
            formulas.error(indicator, "rollup", Message
                    .of("The formula reads no indicator that could be rolled up. Maybe say 'rollup: values', so that "
                            + "each member's value is computed and then summed."));
        }
        return new CompiledSource.Composite(formula, composite.eachDay(), composite.rollUpValues());
    }

    private static boolean readsIndicators(Expression expression) {
        boolean[] found = {false};
        Expressions.visit(expression, node -> found[0] |= node instanceof Expression.ReadIndicator
                || node instanceof Expression.ReadRatio);
        return found[0];
    }
}
