package dev.hermes.app.indicators;

import dev.hermes.app.background.Job;
import dev.hermes.app.formula.FormulaWords;
import dev.hermes.app.session.CalcSession;
import dev.hermes.app.session.PayPeriod;
import dev.hermes.decimal.Decimal;
import dev.hermes.document.LoadedDocument;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.kernel.IndicatorValues;
import dev.hermes.kernel.IndicatorValues.Reading;
import dev.hermes.model.Failure;
import dev.hermes.model.Formula;
import dev.hermes.model.Indicator;
import dev.hermes.model.Message;
import dev.hermes.model.SeriesSource;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import dev.hermes.workspace.Workspace;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What each part of a formula comes to for one assignment.
 *
 * @param of
 *            whose they are
 * @param parts
 *            the whole first, then what it is made of
 */
record Samples(String of, List<Part> parts) {

    static final Samples NONE = new Samples("", List.of());

    private static final int MOST_PARTS = 12;
    private static final String CODE = "sampledPart";

    Samples {
        parts = List.copyOf(parts);
    }

    /**
     * A part of the formula.
     *
     * @param depth
     *            how many parts it lies within
     * @param isTruth
     *            whether it is true or false, for which the value is 1 or 0
     * @param value
     *            empty where it is missing or failed
     * @param failure
     *            why there is none; empty otherwise
     */
    record Part(String text, int depth, Unit unit, boolean isTruth, Optional<Decimal> value, Message failure) {}

    private record Piece(Expression expression, String text, int depth) {

        boolean isTruth() {
            return expression.type().value() == ValueType.BOOLEAN;
        }

        Formula formula() {
            return new Formula(isTruth() ? "(" + text + ") ? 1 : 0" : text);
        }

        Unit unit() {
            return isTruth() ? Unit.NUMBER : expression.type().unit();
        }
    }

    /**
     * Calculates them with the documents and rows of now; not for the screen's thread. Each part counts as a further
     * indicator like the one that the formula is of.
     *
     * @param indicator
     *            whose scope and members the parts have
     * @param words
     *            what the formula may use; where it cannot be understood there are no parts
     * @param assignment
     *            the key of the assignment
     */
    static Samples of(Workspace workspace, Indicator indicator, String text, FormulaWords words, PayPeriod period,
            String assignment, Job job) {
        Map<String, Piece> pieces = new LinkedHashMap<>();
        words.understood(text).map(formula -> pieces(formula, text, 0, new ArrayList<>())).orElse(List.of())
                .forEach(piece -> pieces.put(CODE + (pieces.size() + 1), piece));
        List<LoadedDocument> added = new ArrayList<>();
        pieces.forEach((code, piece) -> added.add(LoadedDocument.of(new Indicator(code, code, piece.unit(),
                indicator.scope(), indicator.members(), indicator.membersWithoutValue(),
                indicator.historyOfPerson(), new SeriesSource.Composite(piece.formula(), false, false),
                SeriesSource.NONE, SeriesSource.NONE, indicator.attainmentWithoutTarget()))));
        try (CalcSession session = CalcSession.within(workspace, added, Figuring.THREADS)) {
            IndicatorValues values = session.values(List.copyOf(pieces.keySet()), period.calendar(),
                    period.period().code(), Figuring.monitor(job));
            int index = values.indexOf(assignment);
            List<Part> parts = new ArrayList<>();
            pieces.forEach((code, piece) -> {
                if (index >= 0 && values.has(code, Reading.ACTUAL)) {
                    Failure failure = values.failure(code, Reading.ACTUAL, index);
                    parts.add(new Part(piece.text(), piece.depth(), piece.unit(), piece.isTruth(),
                            values.actual(code, index), failure == null ? Message.EMPTY : failure.said()));
                }
            });
            return parts.isEmpty() ? NONE : new Samples(values.name(index), parts);
        }
    }

    /** What is worth a line of its own: numbers and conditions that are not written out, each text once. */
    private static List<Piece> pieces(Expression node, String text, int depth, List<Piece> found) {
        String own = node.span().of(text).strip();
        ValueType type = node.type().value();
        boolean isNew = found.stream().noneMatch(piece -> piece.text().equals(own));
        boolean isLine = found.size() < MOST_PARTS && isNew && (type == ValueType.NUMBER || type == ValueType.BOOLEAN)
                && !(node instanceof Expression.NumberLiteral) && !(node instanceof Expression.BooleanLiteral);
        if (isLine) {
            found.add(new Piece(node, own, depth));
        }
        // What is read within days has no value for the period.
        if (!(node instanceof Expression.Daily) && !(node instanceof Expression.DaysPresent)) {
            parts(node).forEach(child -> pieces(child, text, isLine ? depth + 1 : depth, found));
        }
        return found;
    }

    /** The parts of a node; those of a sum of several are what is added, not the sums on the way. */
    private static List<Expression> parts(Expression node) {
        List<Expression> parts = new ArrayList<>();
        for (Expression child : Expressions.children(node)) {
            if (isSum(node) && isSum(child) && child.span().start() == node.span().start()) {
                parts.addAll(parts(child));
            } else {
                parts.add(child);
            }
        }
        return parts;
    }

    private static boolean isSum(Expression node) {
        return node instanceof Expression.Arithmetic sum && (sum.operator() == Expression.ArithmeticOperator.PLUS
                || sum.operator() == Expression.ArithmeticOperator.MINUS);
    }
}
