/**
 * The demo: a travel company that exists only here, its documents, and its people and facts drawn from a seed. Every
 * draw is repeatable, so the same options give the same company on every machine.
 */
@NullMarked
package dev.hermes.app.demo;

import org.jspecify.annotations.NullMarked;
