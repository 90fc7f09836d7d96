package dev.hermes.facts;

/** A stored column of a dataset; of a joined one where the alias is not empty. */
public record ColumnName(String alias, String column) {

    /** Reads {@code column} or {@code alias.column}. */
    public static ColumnName parse(String text) {
        int dot = text.indexOf('.');
        return dot < 0 ? new ColumnName("", text) : new ColumnName(text.substring(0, dot), text.substring(dot + 1));
    }

    @Override
    public String toString() {
        return alias.isEmpty() ? column : alias + "." + column;
    }
}
