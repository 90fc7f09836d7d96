/**
 * Brings files into a workspace: reads CSV, Parquet and what plugins read, types every cell by the field it becomes,
 * and says of each bad one where it stands and what to do. A file comes in whole or not at all, or its bad rows go into
 * a file of their own, from which they are fed again when they are mended.
 */
@NullMarked
package dev.hermes.workspace.imports;

import org.jspecify.annotations.NullMarked;
