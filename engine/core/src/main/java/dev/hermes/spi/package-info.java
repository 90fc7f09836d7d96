/**
 * What plugins implement. A plugin is a folder of jars that is loaded apart from the program: it sees this package, the
 * model, columns, decimals and the JDK, and offers its parts through {@link java.util.ServiceLoader}.
 */
@NullMarked
package dev.hermes.spi;

import org.jspecify.annotations.NullMarked;
