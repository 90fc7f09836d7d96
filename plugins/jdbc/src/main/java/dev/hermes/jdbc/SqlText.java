package dev.hermes.jdbc;

import dev.hermes.spi.AdapterOptionException;
import java.util.Locale;
import java.util.Set;

/**
 * Looks at the characters of a query before any parser does. What databases read in different ways is refused: so what
 * this program parses is what each of them executes. Texts and names in quotes are passed over; a quote within is
 * doubled, as all of them have it.
 */
final class SqlText {

    private static final int LONGEST = 20_000;
    private static final int DEEPEST = 50;
    private static final String SIGNS = "(),.+-*/%<>=!|:";
    private static final Set<String> EFFECTS = Set.of("into", "insert", "update", "delete", "merge", "returning",
            "outfile", "dumpfile", "procedure", "attach", "pragma");

    private static final String BLANKS = " \t\r\n";

    private final String query;
    private final String quotes;
    private int depth;
    private int at;

    private SqlText(String query, String quotes) {
        this.query = query;
        this.quotes = quotes;
    }

    /**
     * Refuses a query that cannot be relied on to mean the same to the parser and the database.
     *
     * @param quotes
     *            what the database has around texts and names
     */
    static void check(String query, String quotes) throws AdapterOptionException {
        if (query.length() > LONGEST) {
            throw refused("The query has more than 20,000 characters. Maybe make a view of it in the database.");
        }
        SqlText text = new SqlText(query, quotes);
        while (text.at < query.length()) {
            text.step();
        }
    }

    private void step() throws AdapterOptionException {
        char sign = query.charAt(at);
        if (quotes.indexOf(sign) >= 0) {
            quoted(sign);
        } else if (isPartOfWord(sign)) {
            word();
        } else {
            sign(sign);
            at++;
        }
    }

    private void quoted(char quote) throws AdapterOptionException {
        int start = at;
        do {
            at = query.indexOf(quote, at + 1);
            if (at < 0) {
                throw refused("The quote " + quote + at(start) + " is not closed. Maybe it is missing at the end.");
            }
            at++;
        } while (at < query.length() && query.charAt(at) == quote);
        for (int i = start; i < at; i++) {
            if (query.charAt(i) == '\\') {
                throw refused(
                        "The backslash" + at(i) + " means itself in some databases and not in others. Maybe write "
                                + "LIKE … ESCAPE '!' where it was to escape.");
            }
            refuseControl(i);
        }
    }

    private void word() throws AdapterOptionException {
        int start = at;
        while (at < query.length() && isPartOfWord(query.charAt(at))) {
            at++;
        }
        String word = query.substring(start, at);
        if (at < query.length() && query.charAt(at) == '\'') {
            throw refused("The text behind " + word + at(start) + " would be read in another way than it is written. "
                    + "Maybe leave a blank between them, if it is a date.");
        }
        if (EFFECTS.contains(word.toLowerCase(Locale.ROOT))) {
            throw refused("The word " + word + at(start) + " does more than to select. Maybe put it in double quotes, "
                    + "if it is the name of a column.");
        }
    }

    private static boolean isPartOfWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_';
    }

    private void sign(char sign) throws AdapterOptionException {
        refuseControl(at);
        if (query.startsWith("--", at) || query.startsWith("/*", at)) {
            throw refused(
                    "The comment" + at(at) + " would not be one in every database. Maybe write it beside the query, "
                            + "as a comment of the mapping.");
        }
        if (sign == ';') {
            throw refused("The query is more than one statement: there is a semicolon" + at(at)
                    + ". Maybe remove what begins there.");
        }
        if (SIGNS.indexOf(sign) < 0 && BLANKS.indexOf(sign) < 0) {
            throw refused("The sign " + sign + at(at) + " is not used in a query here. Maybe put the query into a view "
                    + "of the database and select from that.");
        }
        if (sign == ':' && !query.startsWith("::", at) && (at == 0 || query.charAt(at - 1) != ':')) {
            throw refused("The colon" + at(at) + " is not used in a query here. Maybe cast(… as …) was meant.");
        }
        depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
        if (depth > DEEPEST) {
            throw refused(
                    "More than " + DEEPEST + " brackets are within one another. Maybe make a view in the database.");
        }
    }

    private void refuseControl(int place) throws AdapterOptionException {
        char sign = query.charAt(place);
        if (Character.isISOControl(sign) && BLANKS.indexOf(sign) < 0 || Character.getType(sign) == Character.FORMAT) {
            throw refused("The query holds a character that cannot be seen," + String.format(Locale.ROOT, " U+%04X",
                    (int) sign) + at(place) + ". Maybe type it anew.");
        }
    }

    private static String at(int index) {
        return " at character " + (index + 1);
    }

    static AdapterOptionException refused(String text) {
        return new AdapterOptionException(QueryOptions.QUERY, text);
    }
}
