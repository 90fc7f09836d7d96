/** Whether a period can be calculated for everybody: whose uploads are not there yet. */
@NullMarked
package dev.hermes.app.coverage;

import org.jspecify.annotations.NullMarked;
