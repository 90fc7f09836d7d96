package dev.hermes.spi;

import java.io.Serial;

/** The value that a mapping gives to an option is wrong. */
public final class AdapterOptionException extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String option;
    private final String text;

    /**
     * @param option
     *            the name of the option
     * @param text
     *            what is wrong and what to do: "The range A3-F has no colon. Maybe A3:F."
     */
    public AdapterOptionException(String option, String text) {
        super(text);
        this.option = option;
        this.text = text;
    }

    public String option() {
        return option;
    }

    public String text() {
        return text;
    }
}
