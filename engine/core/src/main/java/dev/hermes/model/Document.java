package dev.hermes.model;

/** Something an analyst writes, saved as one document and referred to by its code. Codes are unique within a kind. */
public sealed interface Document
        permits Calendar, DatedValue, Dataset, Indicator, Layout, Mapping, Parameter, Population, RateTable, RuleTable,
        Scheme {

    /** The name by which formulas and other documents refer to this one: a letter, then letters and digits. */
    String code();

    /** The name shown to people; the code where nothing else was given. */
    String name();

    /** What kind of document this is. */
    DocumentKind kind();
}
