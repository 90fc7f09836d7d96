package dev.hermes.document;

import dev.hermes.document.internal.Quotation;
import dev.hermes.formula.FunctionRegistry;
import dev.hermes.model.DocumentKind;
import dev.hermes.model.Message;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The form of codes: names that formulas and other documents refer to. */
public final class Codes {

    private static final Pattern FORMULA_NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]{0,63}");
    private static final Pattern REFERENCE = Pattern.compile("[A-Za-z][A-Za-z0-9-]{0,63}");

    /** Words that mean something else in formulas; so do the names of functions. */
    private static final Set<String> RESERVED = Set.of("true", "false", "null", "in", "period", "fact", "indicator",
            "payout", "person", "position", "organisation", "level", "assignment");
    /** Words that are values of the language itself, which not even a column can be called. */
    private static final Set<String> LITERALS = Set.of("true", "false", "null", "in");

    private Codes() {}

    /** What is wrong with the code of a document; null where it is right. */
    public static @Nullable Message problem(DocumentKind kind, String code) {
        return switch (kind) {
            case CALENDAR, DATASET, LAYOUT, MAPPING, POPULATION, SCHEME -> problemOfReference(code);
            case DATED_VALUE, INDICATOR, PARAMETER, RATE_TABLE, RULE_TABLE -> problemOfName(code);
        };
    }

    /** What is wrong with a name that formulas read; null where it is right. */
    static @Nullable Message problemOfName(String name) {
        if (!FORMULA_NAME.matcher(name).matches()) {
            return Message.of("The code {0} must be a letter and then letters and digits, 64 at most. Maybe put the "
                    + "rest into name.", Quotation.of(name));
        }
        return RESERVED.contains(name) || FunctionRegistry.names().contains(name)
                ? Message.of("The code {0} is a word of the formula language. Maybe add what it is about, such as "
                        + "{1}Value.", Quotation.of(name), name)
                : null;
    }

    /** What is wrong with the name of a column, of a joined dataset or of a measure; null where it is right. */
    static @Nullable Message problemOfColumn(String name) {
        if (!FORMULA_NAME.matcher(name).matches()) {
            return Message.of("The name {0} must be a letter and then letters and digits, 64 at most. Maybe leave out "
                    + "other characters.", Quotation.of(name));
        }
        return LITERALS.contains(name)
                ? Message.of("The name {0} is a word of the formula language. Maybe {1}Flag.", Quotation.of(name), name)
                : null;
    }

    /** What is wrong with {@code column} or {@code alias.column}; null where it is right. */
    static @Nullable Message problemOfColumnPath(String path) {
        int dot = path.indexOf('.');
        Message alias = dot < 0 ? null : problemOfColumn(path.substring(0, dot));
        return alias == null ? problemOfColumn(path.substring(dot + 1)) : alias;
    }

    /** What is wrong with the form of a code that may be that of any document; null where it is right. */
    static @Nullable Message problemOfReference(String code) {
        return REFERENCE.matcher(code).matches()
                ? null
                : Message.of("The code {0} must be a letter and then letters, digits and -, 64 at most. Maybe put the "
                        + "rest into name.", Quotation.of(code));
    }
}
