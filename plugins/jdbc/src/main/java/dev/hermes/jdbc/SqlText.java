package dev.hermes.jdbc;

import dev.hermes.model.Message;
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
            throw refused(Message.of("The query has more than 20,000 characters. Maybe make a view of it in the "
                    + "database."));
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
                throw refused(Message.of("The quote {0} at character {1} is not closed. Maybe it is missing at the "
                        + "end.", quote, at(start)));
            }
            at++;
        } while (at < query.length() && query.charAt(at) == quote);
        for (int i = start; i < at; i++) {
            if (query.charAt(i) == '\\') {
                throw refused(Message.of("The backslash at character {0} means itself in some databases and not in "
                        + "others. Maybe write LIKE … ESCAPE '!' where it was to escape.", at(i)));
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
            throw refused(Message.of("The text behind {0} at character {1} would be read in another way than it is "
                    + "written. Maybe leave a blank between them, if it is a date.", word, at(start)));
        }
        if (EFFECTS.contains(word.toLowerCase(Locale.ROOT))) {
            throw refused(Message.of("The word {0} at character {1} does more than to select. Maybe put it in "
                    + "double quotes, if it is the name of a column.", word, at(start)));
        }
    }

    private static boolean isPartOfWord(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_';
    }

    private void sign(char sign) throws AdapterOptionException {
        refuseControl(at);
        if (query.startsWith("--", at) || query.startsWith("/*", at)) {
            throw refused(Message.of("The comment at character {0} would not be one in every database. Maybe write "
                    + "it beside the query, as a comment of the mapping.", at(at)));
        }
        if (sign == ';') {
            throw refused(Message.of("The query is more than one statement: there is a semicolon at character {0}. "
                    + "Maybe remove what begins there.", at(at)));
        }
        if (SIGNS.indexOf(sign) < 0 && BLANKS.indexOf(sign) < 0) {
            throw refused(Message.of("The sign {0} at character {1} is not used in a query here. Maybe put the "
                    + "query into a view of the database and select from that.", sign, at(at)));
        }
        if (sign == ':' && !query.startsWith("::", at) && (at == 0 || query.charAt(at - 1) != ':')) {
            throw refused(Message.of("The colon at character {0} is not used in a query here. Maybe cast(… as …) "
                    + "was meant.", at(at)));
        }
        depth += sign == '(' ? 1 : sign == ')' ? -1 : 0;
        if (depth > DEEPEST) {
            throw refused(Message.of("More than {0} brackets are within one another. Maybe make a view in the "
                    + "database.", DEEPEST));
        }
    }

    private void refuseControl(int place) throws AdapterOptionException {
        char sign = query.charAt(place);
        if (Character.isISOControl(sign) && BLANKS.indexOf(sign) < 0 || Character.getType(sign) == Character.FORMAT) {
            throw refused(Message.of("The query holds a character that cannot be seen, {0} at character {1}. Maybe "
                    + "type it anew.", String.format(Locale.ROOT, "U+%04X", (int) sign), at(place)));
        }
    }

    private static int at(int index) {
        return index + 1;
    }

    static AdapterOptionException refused(Message said) {
        return new AdapterOptionException(QueryOptions.QUERY, said);
    }
}
