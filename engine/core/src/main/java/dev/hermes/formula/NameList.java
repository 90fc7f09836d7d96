package dev.hermes.formula;

import dev.hermes.formula.Symbol.PeriodFigure;
import dev.hermes.model.Message;
import dev.hermes.model.Series;
import dev.hermes.model.Type;
import dev.hermes.model.Unit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Names written in one line, to try formulas with: {@code sales:money,region:text,vip:boolean,since:date}. Numbers are
 * indicators with every series, everything else is a dated value; {@code period} is there as well. Immutable and
 * thread-safe.
 */
public final class NameList implements Names {

    private static final String PERIOD = "period";
    private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");

    private final SymbolTable symbols;

    private NameList(SymbolTable symbols) {
        this.symbols = symbols;
    }

    /**
     * Reads {@code name:type} pairs, separated by commas; a type is {@code text}, {@code boolean}, {@code date} or a
     * unit. An empty text is no names but {@code period}.
     *
     * @throws IllegalArgumentException
     *             where a pair is no such pair, or a name is there twice
     */
    public static NameList parse(String text) {
        SymbolTable.Builder symbols = SymbolTable.builder().add(PERIOD, period());
        if (!text.isBlank()) {
            for (String pair : text.split(",", -1)) {
                add(symbols, pair.strip());
            }
        }
        return new NameList(symbols.build());
    }

    private static void add(SymbolTable.Builder symbols, String pair) {
        int colon = pair.indexOf(':');
        String name = colon < 0 ? pair : pair.substring(0, colon).strip();
        if (colon < 0 || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("The name '" + pair
                    + "' must be a name, a colon and a type. Maybe sales:money, region:text, vip:boolean or since:date.");
        }
        if (name.equals(PERIOD)) {
            throw new IllegalArgumentException("The name 'period' is there already: it is the period that is "
                    + "calculated. Maybe leave it out, or choose another name.");
        }
        Type type = Type.parse(pair.substring(colon + 1).strip());
        symbols.add(name, type.isNumber()
                ? new Symbol.OfIndicator(name, type.unit(), Set.of(Series.values()), false, Message.EMPTY)
                : new Symbol.OfValue(new Symbol.Source.Dated(name), type, true, Message.EMPTY));
    }

    private static Symbol period() {
        Map<String, Symbol> figures = new LinkedHashMap<>();
        figures.put("index", figure(PeriodFigure.INDEX, Type.NUMBER));
        figures.put("number", figure(PeriodFigure.NUMBER, Type.NUMBER));
        figures.put("start", figure(PeriodFigure.START, Type.DATE));
        figures.put("end", figure(PeriodFigure.END, Type.DATE));
        figures.put("days", figure(PeriodFigure.DAYS, Type.number(Unit.DAYS)));
        return new Symbol.OfGroup(figures, Message.of("The period that is calculated."));
    }

    private static Symbol figure(PeriodFigure figure, Type type) {
        return new Symbol.OfValue(new Symbol.Source.OfPeriod(figure), type, false, Message.EMPTY);
    }

    @Override
    public Optional<Symbol> find(String name) {
        return symbols.find(name);
    }

    @Override
    public SequencedSet<String> all() {
        return symbols.all();
    }
}
