package dev.hermes.app.coverage;

import java.util.List;

/**
 * Payees of a scheme without an uploaded value that the scheme reads.
 *
 * @param series
 *            as formulas write it: {@code sales.target}
 * @param payees
 *            how many payees the scheme applies to
 * @param without
 *            those who have none
 */
public record MissingUpload(String scheme, String series, int payees, List<String> without) {

    public MissingUpload {
        without = List.copyOf(without);
    }
}
