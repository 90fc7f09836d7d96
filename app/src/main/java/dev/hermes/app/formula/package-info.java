/** Where formulas are written: words in their colours, completion, what is wrong. */
@NullMarked
package dev.hermes.app.formula;

import org.jspecify.annotations.NullMarked;
