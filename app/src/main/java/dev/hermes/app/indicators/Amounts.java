package dev.hermes.app.indicators;

import dev.hermes.app.language.Texts;
import dev.hermes.decimal.Decimal;
import dev.hermes.model.Unit;
import java.math.BigDecimal;
import java.text.NumberFormat;

/** Writes figures in the user's language, with their units. */
final class Amounts {

    private static final int HUNDRED = 100;
    private static final int MOST_DIGITS = 6;

    private final Texts texts;

    Amounts(Texts texts) {
        this.texts = texts;
    }

    /** What a card says: short, and without the currency, which stands beside it. */
    String total(Figures.Summary summary, Unit unit) {
        Decimal total = summary.total();
        return total == null ? "" : rounded(total, unit);
    }

    /** A value that is good enough to look at. */
    String rounded(Decimal value, Unit unit) {
        BigDecimal amount = value.toBigDecimal();
        boolean large = amount.abs().compareTo(BigDecimal.valueOf(HUNDRED)) >= 0;
        return unit.kind() == Unit.Kind.RATIO ? written(amount, unit, 1) : written(amount, Unit.NUMBER, large ? 0 : 2);
    }

    /** One value, with its decimals. */
    String value(Decimal value, Unit unit) {
        return written(value.toBigDecimal(), unit, unit.isMoney() ? 2 : MOST_DIGITS);
    }

    private String written(BigDecimal amount, Unit unit, int digits) {
        NumberFormat format = NumberFormat.getNumberInstance(texts.wording().get().ofNumbers());
        format.setMaximumFractionDigits(digits);
        boolean isFixed = unit.isMoney() && digits == 2 || unit.kind() == Unit.Kind.RATIO && digits == 1;
        format.setMinimumFractionDigits(isFixed ? digits : 0);
        BigDecimal shown = unit.kind() == Unit.Kind.RATIO ? amount.movePointRight(2) : amount;
        String number = format.format(shown).replace('-', '\u2212');
        return switch (unit.kind()) {
            case RATIO -> number + " %";
            case MONEY -> unit.equals(Unit.MONEY) ? number : unit.name() + " " + number;
            case NUMBER, QUANTITY -> number;
        };
    }
}
