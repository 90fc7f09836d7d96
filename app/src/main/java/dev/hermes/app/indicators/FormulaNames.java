package dev.hermes.app.indicators;

import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names in the text of a formula, whether or not it can be understood. What stands in quotation marks, behind a dot or
 * before a parenthesis is no name.
 */
final class FormulaNames {

    /** A text in a formula, as a pattern. */
    static final String TEXT = "'(?:[^'\\\\]|\\\\.)*'|\"(?:[^\"\\\\]|\\\\.)*\"";

    /** Texts, what stands behind a dot that is not one of two, numbers, names. */
    private static final Pattern PART = Pattern.compile(TEXT + "|(?<!\\.)\\.\\s*[A-Za-z]\\w*|\\d+(?:\\.\\d+)?\\w*"
            + "|(?<name>[A-Za-z]\\w*)(?<call>\\s*\\()?");

    private FormulaNames() {}

    /** Each name once, in the order of the text. */
    static Set<String> of(String formula) {
        Set<String> names = new LinkedHashSet<>();
        Matcher parts = PART.matcher(formula);
        while (parts.find()) {
            String name = parts.group("name");
            if (name != null && parts.group("call") == null) {
                names.add(name);
            }
        }
        return names;
    }

    /** The text with other names in the place of some. */
    static String replaced(String formula, Map<String, String> names) {
        return PART.matcher(formula).replaceAll(part -> {
            String name = part.group("name");
            return Matcher.quoteReplacement(name == null || part.group("call") != null
                    ? part.group()
                    : names.getOrDefault(name, name));
        });
    }
}
