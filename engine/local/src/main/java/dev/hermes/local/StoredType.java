package dev.hermes.local;

import dev.hermes.model.Dataset;
import dev.hermes.model.Message;
import dev.hermes.model.ValueType;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a type that a Parquet file keeps meets the declared one. */
final class StoredType {

    private static final Pattern DECIMAL = Pattern.compile("DECIMAL\\((\\d+),\\s*(\\d+)\\)");
    private static final Map<String, Integer> DIGITS_OF_INTEGERS = Map.of("TINYINT", 3, "SMALLINT", 5, "INTEGER", 10,
            "BIGINT", 19, "UTINYINT", 3, "USMALLINT", 5, "UINTEGER", 10, "UBIGINT", 20);

    private StoredType() {}

    /** Why the stored type does not do, with the cast that would; empty where the declared one holds all its values. */
    static Optional<Message> problem(String stored, Dataset.Column declared) {
        boolean fits = declared.type().isNumber()
                ? fitsNumber(stored, declared)
                : stored.equals(Sql.type(declared));
        if (fits) {
            return Optional.empty();
        }
        String wanted = Sql.type(declared);
        Message reason = stored.equals("DOUBLE") || stored.equals("FLOAT")
                ? Message.of("is stored as {0}, binary floating point, which has no exact decimals.", stored)
                : declared.type().value() == ValueType.NUMBER
                        && (isInteger(stored) || DECIMAL.matcher(stored).matches())
                                ? Message.of("is stored as {0}, which is wider than the declared {1}.", stored, wanted)
                                : Message.of("is stored as {0}, declared is {1}.", stored, wanted);
        return Optional.of(reason.then(Message.of(
                "Write the file with CAST({0} AS {1}), or declare the column otherwise.",
                Sql.identifier(declared.name()), wanted)));
    }

    private static boolean isInteger(String stored) {
        return DIGITS_OF_INTEGERS.containsKey(stored) || stored.equals("HUGEINT") || stored.equals("UHUGEINT");
    }

    private static boolean fitsNumber(String stored, Dataset.Column declared) {
        int before = declared.digits() - declared.scale();
        Integer digits = DIGITS_OF_INTEGERS.get(stored);
        if (digits != null) {
            return digits <= before;
        }
        Matcher decimal = DECIMAL.matcher(stored);
        if (!decimal.matches()) {
            return false;
        }
        int scale = Integer.parseInt(decimal.group(2));
        return scale <= declared.scale() && Integer.parseInt(decimal.group(1)) - scale <= before;
    }
}
