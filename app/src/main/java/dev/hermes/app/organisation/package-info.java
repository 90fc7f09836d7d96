/** The screen of the organisation: who was where on a day, under whom, and where before. */
@NullMarked
package dev.hermes.app.organisation;

import org.jspecify.annotations.NullMarked;
