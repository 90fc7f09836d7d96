package dev.hermes.app.indicators;

import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Unit;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Writes figures in the user's language, with their units. Of the screen's thread. */
final class Amounts {

    private static final int HUNDRED = 100;
    private static final int MOST_DIGITS = 6;

    private final Texts texts;
    /** Made once, since to make one takes longer than to write a figure. */
    private final Map<Style, NumberFormat> formats = new HashMap<>();

    private record Style(Locale locale, int digits, boolean isFixed) {

        NumberFormat format() {
            NumberFormat format = NumberFormat.getNumberInstance(locale);
            format.setMaximumFractionDigits(digits);
            format.setMinimumFractionDigits(isFixed ? digits : 0);
            format.setRoundingMode(RoundingMode.HALF_EVEN);
            return format;
        }
    }

    Amounts(Texts texts) {
        this.texts = texts;
    }

    /** A value that is good enough to look at: short, and without the currency, which stands beside it. */
    String rounded(Decimal value, Unit unit) {
        return rounded(value.toBigDecimal(), unit);
    }

    /** The same. */
    String rounded(BigDecimal amount, Unit unit) {
        boolean large = amount.abs().compareTo(BigDecimal.valueOf(HUNDRED)) >= 0;
        return unit.kind() == Unit.Kind.RATIO ? written(amount, unit, 1) : written(amount, Unit.NUMBER, large ? 0 : 2);
    }

    /** One value, with its decimals. */
    String value(Decimal value, Unit unit) {
        return written(value.toBigDecimal(), unit, unit.isMoney() ? 2 : MOST_DIGITS);
    }

    /** The part that some are of all, in percent with two decimals; all only where it is all. */
    String part(int some, int all) {
        BigDecimal part = BigDecimal.valueOf(some).movePointRight(2).divide(BigDecimal.valueOf(Math.max(1, all)), 2,
                RoundingMode.DOWN);
        return number(part, new Style(texts.wording().get().ofNumbers(), 2, false)) + " %";
    }

    private String written(BigDecimal amount, Unit unit, int digits) {
        boolean isRatio = unit.kind() == Unit.Kind.RATIO;
        boolean isFixed = unit.isMoney() && digits == 2 || isRatio && digits == 1;
        String number = number(isRatio ? amount.movePointRight(2) : amount,
                new Style(texts.wording().get().ofNumbers(), digits, isFixed));
        return switch (unit.kind()) {
            case RATIO -> number + " %";
            case MONEY -> unit.equals(Unit.MONEY) ? number : unit.name() + " " + number;
            case NUMBER, QUANTITY -> number;
        };
    }

    private String number(BigDecimal amount, Style style) {
        // Rounded first: what is rounded to nothing has no sign.
        BigDecimal shown = amount.setScale(Math.min(Math.max(amount.scale(), 0), style.digits()),
                RoundingMode.HALF_EVEN);
        return formats.computeIfAbsent(style, Style::format).format(shown).replace('-', '\u2212');
    }
}
