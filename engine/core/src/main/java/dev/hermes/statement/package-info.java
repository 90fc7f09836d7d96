/**
 * A payee's statement as a workbook: composite indicators, rules, caps and rounding are formulas of the spreadsheet over
 * the cells of base indicators, so that whoever changes one sees what becomes of the payout. Spreadsheets compute with
 * 15 digits; amounts are rounded so that cents agree with the engine's.
 */
@NullMarked
package dev.hermes.statement;

import org.jspecify.annotations.NullMarked;
