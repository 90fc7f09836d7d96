package dev.hermes.statement;

import dev.hermes.column.Column;
import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.Symbol.Source;
import dev.hermes.kernel.Labels;
import dev.hermes.model.Window;
import dev.hermes.plan.Bindings;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A formula over figures of the period: of an indicator, or of the scheme.
 *
 * @param text
 *            the text that the spans of the formula count in
 * @param names
 *            the cells of what the scheme has computed so far, where the formula sees it
 */
record PeriodPlace(Book book, String text, Map<String, Expression> scales, Bindings bindings,
        Map<Source, String> names) implements Place {

    /** The same place for the formula that scales a rate table. */
    PeriodPlace scale(String scaledBy) {
        return new PeriodPlace(book, scaledBy, scales, bindings, names);
    }

    @Override
    public String read(Expression leaf) {
        return switch (leaf) {
            case Expression.ReadIndicator read -> book.indicators()
                    .read(bindings.column(read.code(), read.series(), read.window()));
            case Expression.ReadRatio ratio -> book.indicators().ratio(ratio, bindings);
            case Expression.ReadValue value -> names.containsKey(value.source())
                    ? String.valueOf(names.get(value.source()))
                    : book.values().put(label(value), known(value), "");
            default -> throw new IllegalArgumentException("Not a name: " + leaf);
        };
    }

    private String label(Expression leaf) {
        Window window = bindings.window();
        return Labels.of(leaf) + (window == Window.CURRENT ? "" : " of " + window.word());
    }

    @Override
    public String value(Expression part, String why) throws InexpressibleException {
        Column known = known(part);
        if (known == null) {
            throw new InexpressibleException(why);
        }
        Window window = bindings.window();
        return book.values().put(part.span().of(text) + (window == Window.CURRENT ? "" : " of " + window.word()),
                known, why);
    }

    @Override
    public String rate(Expression.ReadRate rate) throws InexpressibleException {
        return book.rates().read(rate, this);
    }

    @Override
    public @Nullable Column known(Expression part) {
        Column recorded = book.figures().recorded(part);
        if (recorded != null) {
            return recorded;
        }
        boolean[] computed = {false};
        Expressions.visit(part, node -> computed[0] |= node instanceof Expression.ReadValue read
                && !read.source().isKnownOfPayees());
        return computed[0] ? null : book.figures().value(part, bindings, scales);
    }
}
