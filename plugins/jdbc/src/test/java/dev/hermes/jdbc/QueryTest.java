package dev.hermes.jdbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hermes.spi.AdapterOptionException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QueryTest {

    private static final String QUOTES = "'\"`";

    static List<String> accepted() throws IOException {
        return lines("accepted-queries.txt");
    }

    static List<String> hostile() throws IOException {
        return lines("hostile-queries.txt");
    }

    static List<String> lines(String name) throws IOException {
        try (InputStream bytes = Objects.requireNonNull(QueryTest.class.getResourceAsStream(name))) {
            return new String(bytes.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("accepted")
    void whatOnlyReadsIsAcceptedAsItIsWritten(String query) throws AdapterOptionException {
        assertThat(Query.of(query, QUOTES).text()).isEqualTo(query);
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void whatMayDoAnythingElseIsRefusedBeforeAnyDatabaseSeesIt(String query) {
        assertThatThrownBy(() -> Query.of(query, QUOTES)).isInstanceOf(AdapterOptionException.class);
    }

    @Test
    void everyRefusalSaysWhatAndWhereAndWhatToDo() {
        assertThat(problem("select 1; commit; delete from orders")).isEqualTo("The query is more than one statement: "
                + "there is a semicolon at character 9. Maybe remove what begins there.");
        assertThat(problem("select pg_sleep(10)")).isEqualTo("The function pg_sleep is not on the list of those that "
                + "only compute. Maybe put the query into a view of the database and select from that.");
        assertThat(problem("with d as (delete from orders returning *) select * from d"))
                .isEqualTo("The word delete at character 12 does more than to select. Maybe put it in double quotes, "
                        + "if it is the name of a column.");
        assertThat(problem("select a b c from t")).isEqualTo("The query cannot be parsed from \"c\" on, in its line 1, "
                + "character 12. Maybe correct it, or put it into a view of the database and select from that.");
        assertThat(problem("table orders")).isEqualTo(
                "The query must be a SELECT, and is a TableStatement. Maybe begin it with SELECT or WITH.");
        assertThat(problem("  ")).isEqualTo("There is no query. Maybe select … from … order by ….");
    }

    @ParameterizedTest
    @ValueSource(strings = {"select\u00a01", "select 1\u2028", "select '\u202e'", "select 1\u0000", "select '\u0000'"})
    void charactersThatCannotBeSeenAreRefused(String query) {
        assertThatThrownBy(() -> Query.of(query, QUOTES)).isInstanceOf(AdapterOptionException.class);
    }

    @Test
    void whatQuotesNothingInADatabaseDoesNotHideAnythingFromIt() {
        assertThat(catchThrowableOfType(AdapterOptionException.class,
                () -> Query.of("select ` || pg_sleep(10) || `", "'\"")).said().text())
                .startsWith("The sign ` at character 8 is not used in a query here.");
    }

    @Test
    void whatIsTooLongOrTooDeepIsRefusedBeforeItIsParsed() {
        assertThat(problem("select " + "(".repeat(60) + "1" + ")".repeat(60))).startsWith("More than 50 brackets");
        assertThat(problem("select " + "1 + ".repeat(6_000) + "1")).startsWith("The query has more than 20,000");
    }

    @Test
    void manyPartsBesideOneAnotherDoNotOverflowTheStack() throws AdapterOptionException {
        String query = "select " + "1 + ".repeat(4_500) + "1";

        assertThat(Query.of(query, QUOTES).text()).isEqualTo(query);
    }

    private static String problem(String query) {
        return catchThrowableOfType(AdapterOptionException.class, () -> Query.of(query, QUOTES)).said().text();
    }
}
