package dev.hermes.app.demo;

import dev.hermes.model.AssignmentKey;
import dev.hermes.model.Dates;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One of the company's people: what is known of the person, and what makes the figures differ. Of one thread. */
final class Employee {

    private final String id;
    private final String name;
    private final LocalDate joined;
    private final Traits traits;
    private final List<Stint> stints = new ArrayList<>();
    private final NavigableMap<LocalDate, String> grades = new TreeMap<>();
    private final Set<YearMonth> leave = new HashSet<>();

    /**
     * What makes one person's figures differ from another's; each is around 1.
     *
     * @param talent
     *            how much is sold
     * @param diligence
     *            how many visits are made
     * @param carelessness
     *            how many complaints come in
     * @param pay
     *            how good the base salary is for the grade
     * @param customers
     *            how many customers there are to sell to
     */
    record Traits(double talent, double diligence, double carelessness, double pay, int customers) {}

    /** A position in an organisation on {@code [from, to)}. */
    record Stint(AssignmentKey key, Position position, Organisation organisation, LocalDate from, LocalDate to) {

        boolean holdsOn(LocalDate day) {
            return !day.isBefore(from) && day.isBefore(to);
        }

        /** Whether it holds on any day of a month. */
        boolean isIn(YearMonth month) {
            return !from.isAfter(month.atEndOfMonth()) && to.isAfter(month.atDay(1));
        }
    }

    Employee(String id, String name, LocalDate joined, Traits traits) {
        this.id = id;
        this.name = name;
        this.joined = joined;
        this.traits = traits;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    LocalDate joined() {
        return joined;
    }

    Traits traits() {
        return traits;
    }

    /** From a day on the person works in another place, or for the first time in any. */
    void take(Position position, Organisation organisation, LocalDate from) {
        end(from);
        stints.add(new Stint(new AssignmentKey(id, position.id(), organisation.code()), position, organisation, from,
                Dates.OPEN));
    }

    /** The last stint ends before a day. */
    void end(LocalDate to) {
        if (!stints.isEmpty()) {
            Stint last = stints.removeLast();
            stints.add(new Stint(last.key(), last.position(), last.organisation(), last.from(), to));
        }
    }

    /** The first stint ends late on paper, so that on some days two hold. */
    void endFirstStintOnlyAfter(int days) {
        Stint first = stints.getFirst();
        stints.set(0, new Stint(first.key(), first.position(), first.organisation(), first.from(),
                first.to().plusDays(days)));
    }

    /** In the order in which they begin. */
    List<Stint> stints() {
        return Collections.unmodifiableList(stints);
    }

    Stint last() {
        return stints.getLast();
    }

    /** The stint of a day, the newest where two hold; null where the person is not there. */
    @Nullable
    Stint on(LocalDate day) {
        for (Stint stint : stints.reversed()) {
            if (stint.holdsOn(day)) {
                return stint;
            }
        }
        return null;
    }

    /** Whether the person has always been in one place and stays there. */
    boolean isSteady() {
        return stints.size() == 1 && last().to().equals(Dates.OPEN) && leave.isEmpty();
    }

    void grade(String grade, LocalDate from) {
        grades.put(from, grade);
    }

    /** Grades by the day from which they hold. */
    NavigableMap<LocalDate, String> grades() {
        return Collections.unmodifiableNavigableMap(grades);
    }

    /** The person works on no day of a month, but keeps the position. */
    void takeLeave(YearMonth month) {
        leave.add(month);
    }

    boolean isAway(YearMonth month) {
        return leave.contains(month);
    }
}
