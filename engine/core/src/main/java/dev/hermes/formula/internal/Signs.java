package dev.hermes.formula.internal;

import dev.hermes.model.Message;
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

    private static final Map<String, Message> FOREIGN = Map.ofEntries(
            Map.entry("=", Message.of("Maybe ==, which compares.")),
            Map.entry("===", Message.of("Maybe ==.")), Map.entry("!==", Message.of("Maybe !=.")),
            Map.entry("<>", Message.of("Maybe !=.")),
            Map.entry("=<", Message.of("Maybe <=.")), Map.entry("=>", Message.of("Maybe >=.")),
            Map.entry("&", Message.of("Maybe &&, which joins conditions.")),
            Map.entry("|", Message.of("Maybe ||, which joins conditions.")),
            Map.entry("%", Message.of("Maybe x / 100.")), Map.entry("**", Message.of("Maybe x * x.")),
            Map.entry("^", Message.of("Maybe x * x.")),
            Map.entry("++", Message.of("Maybe x + 1.")), Map.entry("--", Message.of("Maybe a - (-b).")),
            Map.entry("?:", Message.of("Maybe orElse(x, y).")), Map.entry("??", Message.of("Maybe orElse(x, y).")),
            Map.entry("?.", Message.of("Maybe orElse(x, y).")),
            Map.entry("?[", Message.of("Maybe a space after the question mark.")),
            Map.entry("~", Message.of("Maybe contains(text, part).")),
            Map.entry("=~", Message.of("Maybe contains(text, part).")),
            Map.entry("==~", Message.of("Maybe contains(text, part).")),
            Map.entry("!~", Message.of("Maybe !contains(text, part).")),
            Map.entry("//", Message.of("Maybe the remark fits the description of the document.")),
            Map.entry("/*", Message.of("Maybe the remark fits the description of the document.")),
            Map.entry("#", Message.of("Maybe the remark fits the description of the document.")),
            Map.entry(";", Message.of("Maybe a comma; a formula is one expression.")),
            Map.entry("...", Message.of("Maybe a..b for a range.")),
            Map.entry("`", Message.of("Maybe 'single' quotation marks for a text.")),
            Map.entry("$", Message.of("Maybe leave it out; currencies are declared with the indicator.")),
            Map.entry("_", Message.of("Maybe start the name with a letter.")),
            Map.entry("'''", Message.of("Maybe 'single' quotation marks for a text.")),
            Map.entry("\"\"\"", Message.of("Maybe 'single' quotation marks for a text.")),
            Map.entry("{", Message.of("Maybe round brackets ( ).")),
            Map.entry("}", Message.of("Maybe round brackets ( ).")));

    private static final Message WITHOUT_REMEDY = Message
            .of("Maybe the operator that is meant is one of + - * / == != < <= > >= " + "&& || ! ?: in.");

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
    static Message remedy(String sign) {
        return FOREIGN.getOrDefault(sign, WITHOUT_REMEDY);
    }

    /** The ASCII sign that a character looks like; null where there is none. */
    static @Nullable String lookAlike(int character) {
        return LOOK_ALIKES.get(character);
    }
}
