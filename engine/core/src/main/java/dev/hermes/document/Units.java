package dev.hermes.document;

import dev.hermes.document.internal.Quotation;
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
    static @Nullable String problemOfUnit(String word) {
        return UNITS.contains(word) ? null : problem(word, UNITS);
    }

    /** What is wrong with the word for a type; null where it is right. */
    static @Nullable String problemOfType(String word) {
        return TYPES.contains(word) ? null : problem(word, TYPES);
    }

    /** What is wrong with the three letters of a currency; null where they are right. */
    static @Nullable String problemOfCurrency(String letters) {
        if (CURRENCIES.contains(letters)) {
            return null;
        }
        String remedy = Nearest.nearest(letters, CURRENCIES).map(near -> " Maybe " + near + ".")
                .orElse(" Maybe its three letters by ISO 4217, such as USD.");
        return "The currency " + Quotation.of(letters) + " is not known." + remedy;
    }

    private static @Nullable String problem(String word, List<String> known) {
        if (CURRENCY.matcher(word).matches()) {
            return problemOfCurrency(word);
        }
        String quoted = Quotation.of(word);
        if (!QUANTITY.matcher(word).matches()) {
            return quoted + " is neither a unit nor a currency. Maybe " + String.join(", ", known)
                    + ", a currency such as USD, or a word for what is counted such as nights.";
        }
        String upperCase = word.toUpperCase(Locale.ROOT);
        if (CURRENCIES.contains(upperCase)) {
            return "The currency " + quoted + " is written in capital letters. Maybe " + upperCase + ".";
        }
        String meant = ELSEWHERE.get(word);
        if (meant != null && known.contains(meant)) {
            return quoted + " is not a word for a unit or type here. Maybe " + meant + ".";
        }
        return Nearest.nearest(word, known)
                .map(near -> quoted + " looks like a slip for " + near + ". Maybe " + near
                        + ", or a word for what is counted that is less like it.")
                .orElse(null);
    }
}
