/** What the screens say, in the language of the user. */
@NullMarked
package dev.hermes.app.language;

import org.jspecify.annotations.NullMarked;
