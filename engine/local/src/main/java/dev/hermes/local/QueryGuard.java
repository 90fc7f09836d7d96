package dev.hermes.local;

import dev.hermes.model.Dataset;
import dev.hermes.model.Message;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Decides whether the SQL of an indicator may run, by DuckDB's own parse tree: one SELECT over datasets, made of what
 * {@link QueryWords} lists. The database that runs it reaches nothing but the facts either way; this keeps a query from
 * exhausting memory, from writing beside the facts and from results that differ from run to run.
 */
final class QueryGuard {

    private static final int LONGEST = 10_000;
    /** The parser takes seconds for a thousand parentheses that are not closed. */
    private static final int MOST_PARENTHESES = 200;
    private static final int MOST_TABLES = 40;
    private static final int LONGEST_LITERAL = 1_000;
    /** Each can double a text. */
    private static final int MOST_CONCATENATIONS = 8;

    private static final JsonMapper JSON = JsonMapper.shared();

    /**
     * A query that may run.
     *
     * @param datasets
     *            those that it reads
     * @param bindings
     *            the names of those that it uses, {@code from} and {@code to}
     */
    record Accepted(Set<Dataset> datasets, Set<String> bindings) {}

    /** Why a query is refused; the message says what to do. */
    static final class Refusal extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Message reason;

        Refusal(Message reason) {
            super(reason.text());
            this.reason = reason;
        }

        Message reason() {
            return reason;
        }
    }

    private final Collection<Dataset> datasets;
    private final Set<String> named = new TreeSet<>();
    private final Set<Dataset> read = new LinkedHashSet<>();
    private final Set<String> bindings = new TreeSet<>();
    private int tables;
    private int concatenations;

    private QueryGuard(Collection<Dataset> datasets) {
        this.datasets = datasets;
    }

    /** Accepts the text or says why not. */
    static Accepted check(String sql, Collection<Dataset> datasets, Session session) throws Refusal {
        if (sql.length() > LONGEST || sql.chars().filter(c -> c == '(' || c == '[').count() > MOST_PARENTHESES) {
            throw new Refusal(
                    Message.of("The query is longer than {0} characters or has more than {1} parentheses. Move "
                            + "parts of it into datasets.", LONGEST, MOST_PARENTHESES));
        }
        if (sql.indexOf('\0') >= 0) {
            throw new Refusal(Message.of("The query has a character that is none (NUL). Write it again."));
        }
        JsonNode parsed = parse(sql, session);
        JsonNode statements = parsed.path("statements");
        if (parsed.path("error").asBoolean(true) || statements.size() != 1) {
            Message remedy = Message.of("Write one SELECT that returns assignment or person, and value.");
            throw new Refusal(statements.size() > 1
                    ? Message.of("The query must be exactly one SELECT, not {0}. {1}", statements.size(), remedy)
                    : Message.of("The query must be exactly one SELECT: {0}. {1}", found(parsed), remedy));
        }
        QueryGuard guard = new QueryGuard(datasets);
        guard.collectNames(statements);
        guard.check(statements);
        return new Accepted(guard.read, guard.bindings);
    }

    /** What the database says of a query that it cannot read. */
    private static Message found(JsonNode parsed) {
        String said = parsed.path("error_message").asString("");
        return said.isEmpty() ? Message.of("nothing was found") : Message.verbatim(said);
    }

    private static JsonNode parse(String sql, Session session) throws Refusal {
        try {
            String tree = session.query("SELECT json_serialize_sql(" + Sql.text(sql) + ")",
                    rows -> rows.next() ? rows.getString(1) : "");
            return JSON.readTree(tree);
        } catch (FactAccessException e) {
            throw new Refusal(Message.of("The query cannot be read: {0}", e.reason()));
        } catch (JacksonException e) {
            throw new Refusal(Message.of("The query is nested too deeply. Split it with WITH."));
        }
    }

    /** The names that WITH introduces, anywhere. */
    private void collectNames(JsonNode node) {
        for (JsonNode entry : node.path("cte_map").path("map")) {
            named.add(lower(entry.path("key")));
        }
        node.forEach(this::collectNames);
    }

    private void check(JsonNode node) throws Refusal {
        if (node.path("type").asString("").equals("TABLE_FUNCTION")) {
            checkNode(node);
            // As a function in an expression it would make a list, which no limit of memory sees.
            check(node.path("function").path("arguments"));
            return;
        }
        if (node.isObject()) {
            if (node.path("class").isString()) {
                checkExpression(node);
            } else if (node.path("type").isString()) {
                checkNode(node);
            }
            for (String unwanted : new String[] {"sample", "at_clause"}) {
                if (node.path(unwanted).isObject()) {
                    throw new Refusal(
                            Message.of("A query may not read samples or other versions of a dataset. Remove {0}.",
                                    unwanted.equals("sample") ? "SAMPLE" : "AT"));
                }
            }
        }
        for (JsonNode child : node) {
            check(child);
        }
    }

    private void checkNode(JsonNode node) throws Refusal {
        String type = node.path("type").asString();
        if (!QueryWords.NODES.contains(type)) {
            String part = type.toLowerCase(Locale.ROOT).replace('_', ' ');
            throw new Refusal(type.startsWith("RECURSIVE")
                    ? Message.of("A query may only select from datasets, and this one has a {0}. Say it without "
                            + "RECURSIVE.", part)
                    : Message.of("A query may only select from datasets, and this one has a {0}. Say it without.",
                            part));
        }
        if (type.equals("BASE_TABLE") || type.equals("TABLE_FUNCTION")) {
            tables++;
        }
        if (tables > MOST_TABLES) {
            throw new Refusal(Message.of("A query may name at most {0} tables. Use fewer.", MOST_TABLES));
        }
        if (type.equals("BASE_TABLE")) {
            checkTable(node);
        } else if (type.equals("TABLE_FUNCTION")) {
            checkName(Message.of("table function"), node.path("function"), QueryWords.TABLE_FUNCTIONS);
        }
    }

    private void checkTable(JsonNode node) throws Refusal {
        String name = lower(node.path("table_name"));
        Optional<Dataset> dataset = datasets.stream()
                .filter(known -> known.code().toLowerCase(Locale.ROOT).equals(name)).findFirst();
        if (isQualified(node) || dataset.isEmpty() && !named.contains(name)) {
            throw new Refusal(Message.of("A query may only read datasets, and {0} is none. Maybe one of {1}.",
                    node.path("table_name").asString(),
                    datasets.stream().map(Dataset::code).sorted().collect(Collectors.joining(", "))));
        }
        dataset.ifPresent(read::add);
    }

    private void checkExpression(JsonNode node) throws Refusal {
        String kind = node.path("class").asString();
        String type = node.path("type").asString();
        boolean known = QueryWords.EXPRESSIONS.contains(kind)
                && (!kind.equals("OPERATOR") || QueryWords.OPERATORS.contains(type));
        if (!known) {
            throw new Refusal(Message.of("A query may not use {0}. Say it with comparisons, CASE and functions.",
                    type.toLowerCase(Locale.ROOT).replace('_', ' ')));
        }
        switch (kind) {
            case "FUNCTION" -> checkFunction(node);
            case "WINDOW" -> checkName(Message.of("function"), node, QueryWords.FUNCTIONS);
            case "TYPE" -> checkType(node);
            case "CONSTANT" -> checkLiteral(node);
            case "COLUMN_REF" -> checkColumn(node.path("column_names"));
            case "PARAMETER" -> checkBinding(node.path("identifier").asString());
            default -> {
            }
        }
    }

    private void checkFunction(JsonNode node) throws Refusal {
        checkName(Message.of("function"), node, QueryWords.FUNCTIONS);
        String name = lower(node.path("function_name"));
        if (name.equals("||") || name.equals("concat")) {
            concatenations += Math.max(1, node.path("arguments").size() - 1);
        }
        if (concatenations > MOST_CONCATENATIONS) {
            throw new Refusal(Message.of("A query may join texts at most {0} times.", MOST_CONCATENATIONS));
        }
    }

    private static void checkName(Message kind, JsonNode node, Set<String> allowed) throws Refusal {
        String name = lower(node.path("function_name"));
        if (isQualified(node) || !allowed.contains(name)) {
            throw new Refusal(
                    Message.of("A query may not use the {0} {1}. It is unknown here, or would reach beyond the "
                            + "facts, differ from run to run or need too much memory.", kind, name));
        }
    }

    private static void checkType(JsonNode node) throws Refusal {
        String name = lower(node.path("type_name"));
        if (isQualified(node) || !QueryWords.TYPES.contains(name)) {
            throw new Refusal(
                    Message.of("A query may not cast to {0}. Use DECIMAL, BIGINT, DOUBLE, VARCHAR, BOOLEAN or DATE.",
                            name));
        }
    }

    private static void checkLiteral(JsonNode node) throws Refusal {
        if (node.path("literal").path("text").asString("").length() > LONGEST_LITERAL) {
            throw new Refusal(
                    Message.of("A query may have no literal of more than {0} characters.", LONGEST_LITERAL));
        }
    }

    private static void checkColumn(JsonNode names) throws Refusal {
        if (names.size() == 1 && QueryWords.SESSION_WORDS.contains(lower(names.get(0)))) {
            throw new Refusal(
                    Message.of("A query may not use {0}, which differs from run to run. Use $from and $to; a column "
                            + "of that name needs its dataset's name before it.", names.get(0).asString()));
        }
    }

    private void checkBinding(@Nullable String name) throws Refusal {
        if (!"from".equals(name) && !"to".equals(name)) {
            throw new Refusal(Message.of("A query knows the bindings $from and $to, not ${0}.", String.valueOf(name)));
        }
        bindings.add(name);
    }

    private static boolean isQualified(JsonNode node) {
        return node.path("qualified_name").path("path").size() > 1
                || Stream.of("schema", "catalog", "schema_name", "catalog_name")
                        .anyMatch(field -> !node.path(field).asString("").isEmpty());
    }

    private static String lower(JsonNode text) {
        return text.asString("").toLowerCase(Locale.ROOT);
    }
}
