/**
 * Reads tables from databases: PostgreSQL, MySQL, MariaDB and SQLite. One SELECT that was parsed and whose every part
 * is on a list; in a session that can only read; as somebody who may only read; row by row, and cancelled at any time.
 */
@NullMarked
package dev.hermes.jdbc;

import org.jspecify.annotations.NullMarked;
