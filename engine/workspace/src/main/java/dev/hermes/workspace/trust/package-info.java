/** Which programs the user lets Hermes run: known by their bytes, kept in the user's own folder and no workspace. */
@NullMarked
package dev.hermes.workspace.trust;

import org.jspecify.annotations.NullMarked;
