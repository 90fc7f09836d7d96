package dev.hermes.workspace;

/**
 * A reason for which an import has rejected rows.
 *
 * @param text
 *            what is wrong, without what differs from row to row; empty for all those of which nothing is known
 * @param rows
 *            how many rows were rejected for it first
 */
public record RejectReason(String text, long rows) {

    /** The text of all reasons that are not known, or too many to be told one by one. */
    public static final String OTHERS = "";
}
