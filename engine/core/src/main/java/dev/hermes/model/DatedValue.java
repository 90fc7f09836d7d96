package dev.hermes.model;

/** The declaration of a value that holds on {@code [from, to)} for a person, an assignment or an organisation. */
public record DatedValue(String code, String name, Type type, Subject of) implements Document {

    /** Whose value it is. A payee reads its own, its person's or its organisation's. */
    public enum Subject {
        PERSON, ASSIGNMENT, ORGANISATION
    }

    @Override
    public DocumentKind kind() {
        return DocumentKind.DATED_VALUE;
    }
}
