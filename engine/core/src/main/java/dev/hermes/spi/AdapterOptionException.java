package dev.hermes.spi;

import dev.hermes.model.Message;
import java.io.Serial;

/** The value that a mapping gives to an option is wrong. */
public final class AdapterOptionException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String option;
    private final transient Message said;

    /**
     * @param option
     *            the name of the option
     * @param said
     *            what is wrong and what to do: "The range A3-F has no colon. Maybe A3:F."
     */
    public AdapterOptionException(String option, Message said) {
        super(said.text());
        this.option = option;
        this.said = said;
    }

    public String option() {
        return option;
    }

    /** What is wrong and what to do. */
    public Message said() {
        return said;
    }
}
