package dev.hermes.local;

import dev.hermes.model.Dataset;
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
    static Optional<String> problem(String stored, Dataset.Column declared) {
        boolean fits = declared.type().isNumber()
                ? fitsNumber(stored, declared)
                : stored.equals(Sql.type(declared));
        if (fits) {
            return Optional.empty();
        }
        String reason = stored.equals("DOUBLE") || stored.equals("FLOAT")
                ? " is binary floating point, which has no exact decimals. "
                : declared.type().value() == ValueType.NUMBER
                        && (isInteger(stored) || DECIMAL.matcher(stored).matches())
                                ? " is wider than the declared " + Sql.type(declared) + ". "
                                : ", declared is " + Sql.type(declared) + ". ";
        return Optional.of("is stored as " + stored + reason + "Write the file with CAST("
                + Sql.identifier(declared.name()) + " AS " + Sql.type(declared)
                + "), or declare the column otherwise.");
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
