package dev.hermes.local;

import dev.hermes.facts.FactPass;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;

/** Puts what a statement needs beside the facts into temporary tables of its connection. */
final class PlacementTable {

    private static final LocalDate EARLIEST = LocalDate.of(-4000, 1, 1);
    private static final LocalDate LATEST = LocalDate.of(400_000, 1, 1);

    private PlacementTable() {}

    static void fill(Session session, List<FactPass.Placement> placements) {
        session.run("CREATE TEMP TABLE " + ViewTables.PLACEMENTS
                + " (subject VARCHAR, from_day DATE, to_day DATE, target INTEGER)");
        session.append(ViewTables.PLACEMENTS, appender -> {
            for (FactPass.Placement placement : placements) {
                appender.beginRow().append(placement.subject()).append(within(placement.from()))
                        .append(within(placement.to())).append(placement.target()).endRow();
            }
        });
    }

    static void fillSubjects(Session session, Collection<String> subjects) {
        session.run("CREATE TEMP TABLE " + ViewTables.SUBJECTS + " (subject VARCHAR)");
        session.append(ViewTables.SUBJECTS, appender -> {
            for (String subject : subjects) {
                appender.beginRow().append(subject).endRow();
            }
        });
    }

    /** Open ends lie beyond what the database can express. */
    private static LocalDate within(LocalDate day) {
        return day.isBefore(EARLIEST) ? EARLIEST : day.isAfter(LATEST) ? LATEST : day;
    }
}
