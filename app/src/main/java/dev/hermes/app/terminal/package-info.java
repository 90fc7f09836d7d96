/**
 * Text on a terminal: what people read, laid out in columns, and how far long work has come. Nothing here knows what
 * the text is about.
 */
@NullMarked
package dev.hermes.app.terminal;

import org.jspecify.annotations.NullMarked;
