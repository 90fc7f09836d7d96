/** What the tests of several modules share: acceptance cases, and where the data handed to the project lies. */
@NullMarked
package dev.hermes.testkit;

import org.jspecify.annotations.NullMarked;
