/** The files that people name on the command line: read whole, written whole or not at all. */
@NullMarked
package dev.hermes.app.files;

import org.jspecify.annotations.NullMarked;
