package dev.hermes.local;

import dev.hermes.model.Dataset;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

/** Names, types and literals in DuckDB's SQL. */
final class Sql {

    private static final LocalDate EPOCH = LocalDate.EPOCH;

    private Sql() {}

    static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    static String text(String value) {
        String quoted = "'" + value.replace("'", "''") + "'";
        // A statement's text ends at its first NUL, a value's does not.
        return value.indexOf('\0') < 0 ? quoted : "(" + quoted.replace("\0", "' || chr(0) || '") + ")";
    }

    /** A day; beyond what DuckDB can express, before or after all days. */
    static String date(LocalDate day) {
        long epochDay = day.toEpochDay();
        if (Math.abs(epochDay) >= Integer.MAX_VALUE - 1) {
            return epochDay < 0 ? "DATE '-infinity'" : "DATE 'infinity'";
        }
        boolean fourDigits = day.getYear() >= 1 && day.getYear() <= 9999;
        return fourDigits ? "DATE '" + day + "'" : "(DATE '" + EPOCH + "' + (" + epochDay + "))";
    }

    /** A number as a decimal of exactly this type, which it must fit. */
    static String decimal(BigDecimal value, int digits, int scale) {
        return "CAST('" + value.toPlainString() + "' AS " + decimalType(digits, scale) + ")";
    }

    static String decimalType(int digits, int scale) {
        return "DECIMAL(" + digits + "," + scale + ")";
    }

    static String type(Dataset.Column column) {
        return switch (column.type().value()) {
            case TEXT -> "VARCHAR";
            case NUMBER -> decimalType(column.digits(), column.scale());
            case BOOLEAN -> "BOOLEAN";
            case DATE -> "DATE";
        };
    }

    static String path(Path file) {
        return text(pathText(file));
    }

    /** A path as DuckDB gives it back. */
    static String pathText(Path file) {
        return file.toString().replace('\\', '/');
    }

    static String paths(List<Path> files) {
        return files.stream().map(Sql::path).collect(Collectors.joining(", ", "[", "]"));
    }

    /** The rows of Parquet files, columns by name. */
    static String parquet(List<Path> files) {
        return "read_parquet(" + paths(files) + ", union_by_name = " + (files.size() > 1)
                + ", hive_partitioning = false)";
    }
}
