package dev.hermes.local;

import java.util.Set;

/**
 * What the SQL of an indicator may consist of. Everything else is refused, so that what a later DuckDB adds is too.
 * Left out on purpose: what reads files, settings or the clock; what is random or depends on the order of rows; what
 * makes lists or long texts, which DuckDB's memory limit does not see (a {@code repeat} of 300 MB took 9 GB).
 */
final class QueryWords {

    static final Set<String> FUNCTIONS = Set.of(
            // operators
            "+", "-", "*", "/", "//", "%", "**", "^", "||", "~~", "!~~", "~~*", "!~~*",
            // numbers
            "abs", "ceil", "ceiling", "floor", "round", "round_even", "trunc", "sign", "sqrt", "power", "pow", "ln",
            "log", "log10", "exp", "mod", "greatest", "least", "nullif", "ifnull", "if", "isnan", "isinf",
            // texts
            "concat", "contains", "ends_with", "starts_with", "prefix", "suffix", "instr", "strpos", "position", "left",
            "right", "length", "len", "char_length", "lower", "upper", "ltrim", "rtrim", "trim", "substr", "substring",
            "reverse", "split_part", "translate", "regexp_matches", "regexp_full_match", "regexp_extract",
            // days
            "date_part", "datepart", "date_diff", "datediff", "date_trunc", "datetrunc", "date_add", "date_sub", "year",
            "quarter", "month", "week", "day", "dayofmonth", "dayofweek", "isodow", "weekday", "dayofyear", "last_day",
            "make_date", "to_days", "to_weeks", "to_months", "to_years", "days_in_month",
            // aggregates
            "sum", "count", "count_star", "count_if", "countif", "min", "max", "avg", "mean", "median", "arg_min",
            "arg_max", "min_by", "max_by", "argmin", "argmax", "bool_and", "bool_or", "stddev", "stddev_samp",
            "stddev_pop", "variance", "var_samp", "var_pop", "quantile_cont", "quantile_disc", "corr",
            // windows
            "row_number", "rank", "dense_rank", "rank_dense", "percent_rank", "cume_dist", "ntile", "lag", "lead",
            "first_value", "last_value", "nth_value");

    /** Functions that make up a table. */
    static final Set<String> TABLE_FUNCTIONS = Set.of("range", "generate_series");

    static final Set<String> TYPES = Set.of("decimal", "numeric", "dec", "tinyint", "smallint", "integer", "int",
            "int4",
            "bigint", "int8", "long", "hugeint", "double", "float", "float8", "real", "varchar", "text", "string",
            "boolean", "bool", "date", "timestamp", "interval");

    /** Classes of expressions, as the parser names them. */
    static final Set<String> EXPRESSIONS = Set.of("CONSTANT", "COLUMN_REF", "FUNCTION", "WINDOW", "COMPARISON",
            "CONJUNCTION", "OPERATOR", "CASE", "CAST", "TYPE", "BETWEEN", "SUBQUERY", "STAR", "PARAMETER");

    static final Set<String> OPERATORS = Set.of("OPERATOR_NOT", "OPERATOR_IS_NULL", "OPERATOR_IS_NOT_NULL",
            "COMPARE_IN",
            "COMPARE_NOT_IN", "OPERATOR_COALESCE", "OPERATOR_NULLIF", "OPERATOR_TRY", "GROUPING_FUNCTION");

    /** Kinds of SELECTs, of what stands in a FROM clause and of what follows. */
    static final Set<String> NODES = Set.of("SELECT_NODE", "SET_OPERATION_NODE", "EMPTY", "BASE_TABLE", "SUBQUERY",
            "JOIN", "EXPRESSION_LIST", "TABLE_FUNCTION", "ORDER_MODIFIER", "LIMIT_MODIFIER", "DISTINCT_MODIFIER",
            "ORDER_DEFAULT", "ASCENDING", "DESCENDING");

    /** Words that SQL takes for functions although they are written like columns. */
    static final Set<String> SESSION_WORDS = Set.of("current_date", "current_time", "current_timestamp", "localtime",
            "localtimestamp", "current_user", "session_user", "user", "current_role", "current_catalog",
            "current_schema", "current_database", "today", "now");

    private QueryWords() {}
}
