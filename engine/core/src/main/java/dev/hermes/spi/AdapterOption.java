package dev.hermes.spi;

/**
 * Something that a mapping may say about a format.
 *
 * @param name
 *            its name: a letter, then letters and digits
 * @param description
 *            one sentence: what its value looks like, and what holds where it is not given
 */
public record AdapterOption(String name, String description) {

    public AdapterOption {
        if (name.isEmpty() || description.isEmpty()) {
            throw new IllegalArgumentException("An option needs a name and a description.");
        }
    }
}
