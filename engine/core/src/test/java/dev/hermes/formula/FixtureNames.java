package dev.hermes.formula;

import dev.hermes.model.Message;
import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import dev.hermes.model.ValueType;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The names that the formulas of these tests use. */
final class FixtureNames {

    static final Names NAMES = SymbolTable.builder().add("sales", indicator("sales", "USD"))
            .add("target", indicator("target", "USD")).add("exports", indicator("exports", "EUR"))
            .add("bonus", indicator("bonus", "money")).add("nights", indicator("nights", "nights"))
            .add("visits", indicator("visits", "count"))
            .add("rate", new Symbol.OfIndicator("rate", Unit.RATIO, Set.of(Series.ACTUAL), false, Message.EMPTY))
            .add("onlyTarget",
                    new Symbol.OfIndicator("onlyTarget", Unit.money("USD"), Set.of(Series.TARGET), false,
                            Message.EMPTY))
            .add("headcount",
                    new Symbol.OfIndicator("headcount", Unit.parse("headcount"), EnumSet.allOf(Series.class), true,
                            Message.EMPTY))
            .add("salary", dated("salary", "USD")).add("title", dated("title", "text"))
            .add("active", dated("active", "boolean")).add("region", dated("region", "text"))
            .add("vip", dated("vip", "boolean")).add("since", dated("since", "date")).add("period", period())
            .add("coefficients", table("coefficients", "ratio", "ratio"))
            .add("commissions", table("commissions", "USD", "ratio")).add("bonuses", table("bonuses", "ratio", "USD"))
            .add("prices", table("prices", "USD", "USD"))
            .add("factors", table("factors", "number", "ratio", ValueType.TEXT))
            .add("titleFactors", table("titleFactors", "number", "ratio", ValueType.TEXT))
            .add("byRegion", table("byRegion", "ratio", "ratio", ValueType.TEXT, ValueType.BOOLEAN)).build();

    private FixtureNames() {}

    private static Symbol indicator(String code, String unit) {
        return new Symbol.OfIndicator(code, Unit.parse(unit), EnumSet.allOf(Series.class), false, Message.EMPTY);
    }

    private static Symbol dated(String code, String type) {
        return new Symbol.OfValue(new Symbol.Source.Dated(code), Type.parse(type), true, Message.EMPTY);
    }

    private static Symbol table(String code, String quantity, String value, ValueType... keys) {
        return new Symbol.OfRateTable(code, Unit.parse(quantity), Unit.parse(value), List.of(keys), Message.EMPTY);
    }

    private static Symbol period() {
        Map<String, Symbol> figures = new LinkedHashMap<>();
        figures.put("index", figure(Symbol.PeriodFigure.INDEX, Type.NUMBER));
        figures.put("number", figure(Symbol.PeriodFigure.NUMBER, Type.NUMBER));
        figures.put("start", figure(Symbol.PeriodFigure.START, Type.DATE));
        figures.put("end", figure(Symbol.PeriodFigure.END, Type.DATE));
        return new Symbol.OfGroup(figures, Message.EMPTY);
    }

    private static Symbol figure(Symbol.PeriodFigure figure, Type type) {
        return new Symbol.OfValue(new Symbol.Source.OfPeriod(figure), type, false, Message.EMPTY);
    }
}
