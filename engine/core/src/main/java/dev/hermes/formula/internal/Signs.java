package dev.hermes.formula.internal;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The signs of the formula language, and those of Groovy that are refused, with what to write instead. */
final class Signs {

    private static final List<String> KNOWN = List.of("<..<", "..<", "<..", "..", "==", "!=", "<=", ">=", "&&", "||",
            "<", ">", "+", "-", "*", "/", "!", "?", ":", "(", ")", "[", "]", ",", ".");

    private static final Map<String, String> FOREIGN = Map.ofEntries(Map.entry("=", "Maybe ==, which compares."),
            Map.entry("===", "Maybe ==."), Map.entry("!==", "Maybe !=."), Map.entry("<>", "Maybe !=."),
            Map.entry("=<", "Maybe <=."), Map.entry("=>", "Maybe >=."),
            Map.entry("&", "Maybe &&, which joins conditions."), Map.entry("|", "Maybe ||, which joins conditions."),
            Map.entry("%", "Maybe x / 100."), Map.entry("**", "Maybe x * x."), Map.entry("^", "Maybe x * x."),
            Map.entry("++", "Maybe x + 1."), Map.entry("--", "Maybe a - (-b)."),
            Map.entry("?:", "Maybe orElse(x, y)."), Map.entry("??", "Maybe orElse(x, y)."),
            Map.entry("?.", "Maybe orElse(x, y)."), Map.entry("?[", "Maybe a space after the question mark."),
            Map.entry("~", "Maybe contains(text, part)."), Map.entry("=~", "Maybe contains(text, part)."),
            Map.entry("==~", "Maybe contains(text, part)."), Map.entry("!~", "Maybe !contains(text, part)."),
            Map.entry("//", "Maybe the remark fits the description of the document."),
            Map.entry("/*", "Maybe the remark fits the description of the document."),
            Map.entry("#", "Maybe the remark fits the description of the document."),
            Map.entry(";", "Maybe a comma; a formula is one expression."), Map.entry("...", "Maybe a..b for a range."),
            Map.entry("`", "Maybe 'single' quotation marks for a text."),
            Map.entry("$", "Maybe leave it out; currencies are declared with the indicator."),
            Map.entry("_", "Maybe start the name with a letter."),
            Map.entry("'''", "Maybe 'single' quotation marks for a text."),
            Map.entry("\"\"\"", "Maybe 'single' quotation marks for a text."),
            Map.entry("{", "Maybe round brackets ( )."), Map.entry("}", "Maybe round brackets ( )."));

    private static final String WITHOUT_REMEDY = "Maybe the operator that is meant is one of + - * / == != < <= > >= "
            + "&& || ! ?: in.";

    /** Refused, with no better advice than the list of what there is. */
    private static final List<String> STRANGE = List.of("->", "::", ".&", ".@", "*.", "<=>", "==>", "|>", "<<", ">>",
            ">>>", "+=", "-=", "*=", "/=", "%=", "**=", "?=", "&=", "|=", "^=", "@", "\\");

    private static final List<String> LONGEST_FIRST = Stream
            .of(KNOWN.stream(), FOREIGN.keySet().stream(), STRANGE.stream()).flatMap(signs -> signs)
            .sorted(Comparator.comparingInt(String::length).reversed()).toList();

    /** What is typed or pasted in place of ASCII signs. */
    private static final Map<Integer, String> LOOK_ALIKES = Map.ofEntries(Map.entry((int) '×', "*"),
            Map.entry((int) '÷', "/"), Map.entry((int) '−', "-"), Map.entry((int) '–', "-"), Map.entry((int) '≤', "<="),
            Map.entry((int) '≥', ">="), Map.entry((int) '≠', "!="), Map.entry((int) '‘', "'"),
            Map.entry((int) '’', "'"), Map.entry((int) '“', "\""), Map.entry((int) '”', "\""));

    private Signs() {}

    /** The longest sign, known or foreign, that the text has at the offset. */
    static Optional<String> at(String text, int offset) {
        return LONGEST_FIRST.stream().filter(sign -> text.startsWith(sign, offset)).findFirst();
    }

    static boolean isKnown(String sign) {
        return KNOWN.contains(sign);
    }

    /** What to do about a sign that is not known. */
    static String remedy(String sign) {
        return FOREIGN.getOrDefault(sign, WITHOUT_REMEDY);
    }

    /** The ASCII sign that a character looks like; null where there is none. */
    static @Nullable String lookAlike(int character) {
        return LOOK_ALIKES.get(character);
    }
}
