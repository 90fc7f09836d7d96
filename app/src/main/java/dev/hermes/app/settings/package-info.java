/** What the user has chosen for every workspace: kept in one file of the user's own. */
@NullMarked
package dev.hermes.app.settings;

import org.jspecify.annotations.NullMarked;
