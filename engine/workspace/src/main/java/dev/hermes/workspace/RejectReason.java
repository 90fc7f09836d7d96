package dev.hermes.workspace;

import dev.hermes.model.Message;

/**
 * A reason for which an import has rejected rows.
 *
 * @param message
 *            what is wrong, without what differs from row to row; empty for all those of which nothing is known
 * @param rows
 *            how many rows were rejected for it first
 */
public record RejectReason(Message message, long rows) {

    /** The message of all reasons that are not known, or too many to be told one by one. */
    public static final Message OTHERS = Message.EMPTY;
}
