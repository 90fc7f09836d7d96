package dev.hermes.jdbc;

import dev.hermes.model.Message;
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
            throw SqlText.refused(Message.of("There is no query. Maybe select … from … order by …."));
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
                throw SqlText.refused(Message.of("There is no query. Maybe select … from … order by …."));
            }
            return statement;
        } catch (JSQLParserException e) {
            throw SqlText.refused(unparsed(e));
        }
    }

    /** Where the parser stumbled; what it says besides lists hundreds of words that it would have taken. */
    private static Message unparsed(JSQLParserException thrown) {
        Matcher stumble = STUMBLE.matcher(String.valueOf(thrown.getCause()));
        return stumble.find()
                ? Message.of("The query cannot be parsed from {0} on, in its line {1}, character {2}. Maybe "
                        + "correct it, or "
                        + "put it into a view of the database and select from that.", stumble.group(1),
                        stumble.group(2), stumble.group(3))
                : Message.of("The query cannot be parsed. Maybe correct it, or put it into a view of the database and "
                        + "select from that.");
    }
}
