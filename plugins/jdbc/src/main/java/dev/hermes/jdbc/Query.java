package dev.hermes.jdbc;

import dev.hermes.spi.AdapterOptionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import net.sf.jsqlparser.JSQLParserException;
import net.sf.jsqlparser.parser.CCJSqlParserUtil;
import net.sf.jsqlparser.statement.Statement;

/**
 * A query that was parsed, and is exactly one SELECT of parts that only read.
 *
 * @param text
 *            as it is sent to the database
 */
record Query(String text) {

    private static final int LONGEST_PARSING_MILLIS = 5_000;

    private static final Pattern STUMBLE = Pattern
            .compile("Encountered: \\S+ / (\".*\"), at line (\\d+), column (\\d+)");

    /** @param quotes what the database has around texts and names */
    static Query of(String text, String quotes) throws AdapterOptionException {
        if (text.isBlank()) {
            throw SqlText.refused("There is no query. Maybe select … from … order by ….");
        }
        SqlText.check(text, quotes);
        PermittedSql.check(parsed(text));
        return new Query(text);
    }

    private static Statement parsed(String text) throws AdapterOptionException {
        try {
            Statement statement = CCJSqlParserUtil.parse(text,
                    parser -> parser.withTimeOut(LONGEST_PARSING_MILLIS).withUnsupportedStatements(false));
            if (statement == null) {
                throw SqlText.refused("There is no query. Maybe select … from … order by ….");
            }
            return statement;
        } catch (JSQLParserException e) {
            throw SqlText.refused("The query cannot be parsed" + place(e) + ". Maybe correct it, or put it into a view "
                    + "of the database and select from that.");
        }
    }

    /** Where the parser stumbled; what it says besides lists hundreds of words that it would have taken. */
    private static String place(JSQLParserException thrown) {
        Matcher stumble = STUMBLE.matcher(String.valueOf(thrown.getCause()));
        return stumble.find()
                ? " from " + stumble.group(1) + " on, in its line " + stumble.group(2) + ", character "
                        + stumble.group(3)
                : "";
    }
}
