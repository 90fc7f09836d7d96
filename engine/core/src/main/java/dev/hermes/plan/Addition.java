package dev.hermes.plan;

import dev.hermes.formula.Expression;
import dev.hermes.model.Aggregation;
import dev.hermes.model.DatedValue;
import dev.hermes.model.Series;
import dev.hermes.model.Unit;
import dev.hermes.model.Window;
import java.util.Map;

/** Tells whether the values that different payees have of an indicator mean anything when they are added up. */
public final class Addition {

    private Addition() {}

    /** Whether the values of a series may be added up. In doubt they may not. */
    public static boolean addsUp(Map<String, CompiledIndicator> indicators, String code, Series series) {
        CompiledIndicator indicator = indicators.get(code);
        if (indicator == null || !indicator.document().scope().isOwn() || indicator.document().eachDay()
                || indicator.document().unit().equals(Unit.RATIO)) {
            return false;
        }
        return switch (indicator.source(series)) {
            case CompiledSource.Facts facts -> !facts.dataset().isCreditedToOrganisations()
                    && (facts.aggregate() == Aggregation.SUM || facts.aggregate() == Aggregation.COUNT);
            case CompiledSource.Upload _ -> true;
            case CompiledSource.Dated dated -> dated.value().of() == DatedValue.Subject.ASSIGNMENT;
            case CompiledSource.Composite composite -> isSum(indicators, composite.formula().expression());
            case CompiledSource.None _,CompiledSource.Query _,CompiledSource.Score _ -> false;
        };
    }

    /** Whether a formula only adds what adds up, or takes a fixed part of it. */
    private static boolean isSum(Map<String, CompiledIndicator> indicators, Expression formula) {
        return switch (formula) {
            case Expression.ReadIndicator read -> read.window() == Window.CURRENT
                    && addsUp(indicators, read.code(), read.series());
            case Expression.Negate negate -> isSum(indicators, negate.operand());
            case Expression.Arithmetic arithmetic -> switch (arithmetic.operator()) {
                case PLUS, MINUS -> isSum(indicators, arithmetic.left()) && isSum(indicators, arithmetic.right());
                case TIMES -> isFixed(arithmetic.left()) && isSum(indicators, arithmetic.right())
                        || isSum(indicators, arithmetic.left()) && isFixed(arithmetic.right());
                case DIVIDED_BY -> isSum(indicators, arithmetic.left()) && isFixed(arithmetic.right());
            };
            default -> false;
        };
    }

    private static boolean isFixed(Expression formula) {
        return formula instanceof Expression.NumberLiteral;
    }
}
