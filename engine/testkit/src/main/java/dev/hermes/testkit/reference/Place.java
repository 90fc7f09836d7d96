package dev.hermes.testkit.reference;

import dev.hermes.formula.Expression;
import dev.hermes.model.Series;
import dev.hermes.model.Window;
import java.time.LocalDate;

/** Where one formula is evaluated for one payee, day or fact. */
interface Place {

    /** A series of an indicator. */
    Figure indicator(String code, Series series, Window window);

    /** A plain value. */
    Figure value(Expression.ReadValue read);

    /**
     * {@code daily}, both kinds of {@code days} that read the payee, {@code rank percentile share}.
     *
     * @param around
     *            the place where it stands, for what is not of a day
     */
    Figure ofPayee(Expression leaf, Formulas formulas, Place around);

    /** The day whose rates hold. */
    LocalDate day();

    /** The first day of what is calculated. */
    LocalDate from();

    /** The day after the last. */
    LocalDate to();
}
