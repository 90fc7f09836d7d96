/**
 * The folder in which one person works: documents, brought-in rows and results in a SQLite database, facts in Parquet
 * files beside it. Whatever changes both becomes current in one transaction of the database.
 */
@NullMarked
package dev.hermes.workspace;

import org.jspecify.annotations.NullMarked;
