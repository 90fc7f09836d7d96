/**
 * Reads tables from Excel workbooks (.xlsx, ECMA-376): row by row, so that large sheets need little memory, and refuses
 * what other readers guess at. Macros and links to other files are never followed. And writes workbooks, row by row too.
 */
@NullMarked
package dev.hermes.excel;

import org.jspecify.annotations.NullMarked;
