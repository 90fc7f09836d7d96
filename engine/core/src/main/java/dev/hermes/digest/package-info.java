/** What contents are known by: where digests are equal, the contents are. */
@NullMarked
package dev.hermes.digest;

import org.jspecify.annotations.NullMarked;
