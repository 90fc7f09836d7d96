package dev.hermes.kernel;

import dev.hermes.formula.Expression;
import dev.hermes.formula.Expressions;
import dev.hermes.formula.Symbol;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How formulas' names are called in failures and traces, and where they are read. */
public final class Labels {

    private Labels() {}

    /** {@code sales}, {@code sales.target.toDate}. */
    public static String of(String code, Series series, Window window) {
        return code + (series == Series.ACTUAL ? "" : "." + series.word())
                + (window == Window.CURRENT ? "" : "." + window.word());
    }

    /** The name under which a node is read. */
    public static String of(Expression node) {
        return switch (node) {
            case Expression.ReadIndicator read -> of(read.code(), read.series(), read.window());
            case Expression.ReadRatio read -> read.code() + "." + read.ratio().name().toLowerCase(Locale.ROOT)
                    + (read.window() == Window.CURRENT ? "" : "." + read.window().word());
            case Expression.ReadValue read -> of(read.source());
            case Expression.Daily _ -> "daily(...)";
            case Expression.DaysPresent _,Expression.DaysAssigned _ -> "days(...)";
            case Expression.Relative relative -> relative.function().name().toLowerCase(Locale.ROOT) + "("
                    + of(relative.of()) + ")";
            case Expression.ReadRate rate -> rate.table();
            default -> "the value";
        };
    }

    private static String of(Symbol.Source source) {
        return switch (source) {
            case Symbol.Source.Dated dated -> dated.code();
            case Symbol.Source.OfPayee payee -> payee.identity().name().toLowerCase(Locale.ROOT);
            case Symbol.Source.OfFact fact -> fact.alias().isEmpty()
                    ? fact.column()
                    : fact.alias() + "." + fact.column();
            case Symbol.Source.OfItem item -> item.name();
            case Symbol.Source.OfParameter parameter -> parameter.code();
            case Symbol.Source.OfBalance balance -> balance.code();
            case Symbol.Source.OfPayout _ -> "payout";
            case Symbol.Source.OfPeriod period -> "period." + period.figure().name().toLowerCase(Locale.ROOT);
        };
    }

    /** Everything that is read in a node, in the order of the text. */
    public static List<Expression> reads(Expression node) {
        List<Expression> reads = new ArrayList<>();
        collect(node, reads);
        return reads;
    }

    private static void collect(Expression node, List<Expression> reads) {
        switch (node) {
            case Expression.ReadIndicator _,Expression.ReadRatio _,Expression.ReadValue _,Expression.Daily _,Expression.DaysPresent _,Expression.DaysAssigned _,Expression.Relative _ -> reads
                    .add(node);
            default -> Expressions.children(node).forEach(child -> collect(child, reads));
        }
    }
}
