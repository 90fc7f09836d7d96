package dev.hermes.document;

import dev.hermes.document.internal.Quotation;
import dev.hermes.model.Message;
import dev.hermes.model.Nearest;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words for units and types. Any lower-case word is the unit of a quantity, so a slip would quietly make one; words
 * that look like a slip are refused.
 */
final class Units {

    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final Pattern QUANTITY = Pattern.compile("[a-z][A-Za-z]{0,63}");
    private static final List<String> UNITS = List.of("number", "ratio", "money");
    private static final List<String> TYPES = List.of("number", "ratio", "money", "text", "boolean", "date");
    /** Words of other systems. */
    private static final Map<String, String> ELSEWHERE = Map.ofEntries(Map.entry("string", "text"),
            Map.entry("varchar", "text"), Map.entry("bool", "boolean"), Map.entry("datetime", "date"),
            Map.entry("timestamp", "date"), Map.entry("int", "number"), Map.entry("integer", "number"),
            Map.entry("decimal", "number"), Map.entry("float", "number"), Map.entry("double", "number"),
            Map.entry("percent", "ratio"), Map.entry("percentage", "ratio"), Map.entry("currency", "money"));

    private static final NavigableSet<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode).collect(Collectors.toCollection(TreeSet::new));

    private Units() {}

    /** What is wrong with the word for a unit; null where it is right. */
    static @Nullable Message problemOfUnit(String word) {
        return UNITS.contains(word) ? null : problem(word, UNITS);
    }

    /** What is wrong with the word for a type; null where it is right. */
    static @Nullable Message problemOfType(String word) {
        return TYPES.contains(word) ? null : problem(word, TYPES);
    }

    /** What is wrong with the three letters of a currency; null where they are right. */
    static @Nullable Message problemOfCurrency(String letters) {
        if (CURRENCIES.contains(letters)) {
            return null;
        }
        Message remedy = Nearest.nearest(letters, CURRENCIES).map(near -> Message.of("Maybe {0}.", near))
                .orElseGet(() -> Message.of("Maybe its three letters by ISO 4217, such as USD."));
        return Message.of("The currency {0} is not known. {1}", Quotation.of(letters), remedy);
    }

    private static @Nullable Message problem(String word, List<String> known) {
        if (CURRENCY.matcher(word).matches()) {
            return problemOfCurrency(word);
        }
        String quoted = Quotation.of(word);
        if (!QUANTITY.matcher(word).matches()) {
            return Message.of("{0} is neither a unit nor a currency. Maybe {1}, a currency such as USD, or a word for "
                    + "what is counted such as nights.", quoted, String.join(", ", known));
        }
        String upperCase = word.toUpperCase(Locale.ROOT);
        if (CURRENCIES.contains(upperCase)) {
            return Message.of("The currency {0} is written in capital letters. Maybe {1}.", quoted, upperCase);
        }
        String meant = ELSEWHERE.get(word);
        if (meant != null && known.contains(meant)) {
            return Message.of("{0} is not a word for a unit or type here. Maybe {1}.", quoted, meant);
        }
        return Nearest.nearest(word, known)
                .map(near -> Message.of("{0} looks like a slip for {1}. Maybe {1}, or a word for what is counted that "
                        + "is less like it.", quoted, near))
                .orElse(null);
    }
}
