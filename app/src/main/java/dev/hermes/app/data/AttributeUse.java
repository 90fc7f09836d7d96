package dev.hermes.app.data;

import java.util.Comparator;

/**
 * One use of an attribute.
 *
 * @param code
 *            the code of the document that uses it
 * @param name
 *            what that is called
 */
record AttributeUse(Kind kind, String code, String name, Role role) implements Comparable<AttributeUse> {

    private static final Comparator<AttributeUse> ORDER = Comparator.comparing(AttributeUse::kind)
            .thenComparing(AttributeUse::name).thenComparing(AttributeUse::code).thenComparing(AttributeUse::role);

    /** The kinds of document that use attributes. */
    enum Kind {
        INDICATOR, RULES, PARAMETER, POPULATION, SCHEME, DATASET
    }

    /** What for. */
    enum Role {
        /** A figure is made of it. */
        VALUE,
        /** It says which facts count. */
        FILTER,
        /** It says which subordinates count. */
        MEMBERS,
        /** It says which rule, whom or when. */
        CONDITION,
        /** It says when a fact counts. */
        DATE,
        /** A query names it. */
        QUERY, KEY, RECORDED, CREDIT, JOIN, MEASURE
    }

    @Override
    public int compareTo(AttributeUse other) {
        return ORDER.compare(this, other);
    }
}
