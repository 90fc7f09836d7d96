package dev.hermes.app.data;

import dev.hermes.workspace.Imports;
import dev.hermes.workspace.imports.RejectedRows;

/**
 * The rows that an import has rejected, to be shown. Immutable.
 *
 * @param rows
 *            the first of them
 */
record KeptRows(Imports.Import made, RejectedRows rows) {}
