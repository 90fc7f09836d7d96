package dev.hermes.workspace.imports;

import dev.hermes.model.Advice;
import dev.hermes.model.Finding;
import dev.hermes.model.Location;
import dev.hermes.model.Message;

/**
 * Why a row is not brought in.
 *
 * @param subject
 *            what is wrong: a column, a field or the row
 * @param number
 *            the number of the column in the file, from 1; 1 where it is no column
 * @param column
 *            the name of the column; empty where it is no column
 * @param value
 *            what the column holds; empty where it is no column
 * @param message
 *            what is wrong and what to do
 */
record Reason(String subject, int number, String column, String value, Message message) {

    static Reason ofColumn(int number, String column, String value, Message message) {
        return new Reason("column " + column, number, column, value, message);
    }

    /** A field that comes from no column alone. */
    static Reason ofField(String field, Message message) {
        return new Reason("field " + field, 1, "", "", message);
    }

    /**
     * The row as a whole.
     *
     * @param wrong
     *            without a full stop
     */
    static Reason ofRow(Message wrong, Message advice) {
        return new Reason("row", 1, "", "", Advice.of(wrong, advice));
    }

    Finding finding(String file, long line) {
        return Finding.error(subject, "", new Location(file, Math.toIntExact(line), number), message);
    }
}
