/**
 * The syntax below documents: YAML text to nodes with positions, and content to YAML and JSON text. Nothing here knows
 * what a scheme or an indicator is.
 */
@NullMarked
package dev.hermes.document.internal;

import org.jspecify.annotations.NullMarked;
